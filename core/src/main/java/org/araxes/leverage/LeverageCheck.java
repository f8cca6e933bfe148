package org.araxes.leverage;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.araxes.answer.Completeness;
import org.araxes.answer.Finding;
import org.araxes.control.ControlRule;
import org.araxes.graph.Reachability;
import org.araxes.network.Route;
import org.araxes.network.Topology;

/**
 * Verifies answers about leverage by other means: rule by rule and arc by arc on the whole network,
 * with nothing in common with the search but reachability.
 */
public final class LeverageCheck {
  private LeverageCheck() {}

  /**
   * Verifies the coalitions of an answer and their certificates: each blocks or suffices, no part
   * of it does, its cut cuts, its route holds, and the two families are dual if complete.
   *
   * <p><b>Cost.</b> O(k) searches a coalition of k parties, and O(t²) comparisons for the t
   * transversals at hand; meant for some hundreds of coalitions.
   *
   * @param answer the answer
   * @return what is wrong, in order of the coalitions; nothing if all is right
   */
  public static List<Finding> faults(Leverage answer) {
    List<Finding> faults = new ArrayList<>();
    if (answer.connection().state() == Connection.State.ENDS_MEET) {
      if (!answer.minimalBlockingCoalitions().isEmpty()
          || !answer.minimalConsentCoalitions().equals(List.of(Coalition.of()))) {
        faults.add(
            Finding.error(
                "ends_meet", "", "Where the ends meet nobody blocks and nobody is needed"));
      }
      return faults;
    }
    answer.minimalBlockingCoalitions().forEach(coalition -> blocking(answer, coalition, faults));
    answer.minimalConsentCoalitions().forEach(coalition -> consent(answer, coalition, faults));
    if (answer.completeness() == Completeness.COMPLETE
        && !areDual(answer.minimalBlockingCoalitions(), answer.minimalConsentCoalitions())) {
      faults.add(
          Finding.error(
              "not_dual",
              "",
              "The blocking coalitions are not the minimal transversals of the consent ones"));
    }
    return faults;
  }

  private static void blocking(Leverage answer, Coalition coalition, List<Finding> faults) {
    Set<String> members = coalition.parties();
    if (isOpen(answer, outside(answer, members))) {
      faults.add(Finding.error("does_not_block", coalition.toString(), "A way stays open"));
    }
    for (String member : members) {
      Set<String> fewer = new TreeSet<>(members);
      fewer.remove(member);
      if (!isOpen(answer, outside(answer, fewer))) {
        faults.add(Finding.error("not_minimal", coalition.toString(), "Needless: " + member));
      }
    }
    Optional<List<String>> cut = answer.cut(coalition);
    if (cut.isEmpty() || !cuts(answer, members, cut.get())) {
      faults.add(Finding.error("no_cut", coalition.toString(), "Not a cut of its own: " + cut));
    }
  }

  private static void consent(Leverage answer, Coalition coalition, List<Finding> faults) {
    Set<String> members = coalition.parties();
    if (!isOpen(answer, members)) {
      faults.add(Finding.error("not_enough", coalition.toString(), "No way is open"));
    }
    for (String member : members) {
      Set<String> fewer = new TreeSet<>(members);
      fewer.remove(member);
      if (isOpen(answer, fewer)) {
        faults.add(Finding.error("not_minimal", coalition.toString(), "Needless: " + member));
      }
    }
    Optional<Route> route = answer.route(coalition);
    if (route.isEmpty() || !holds(answer, members, route.get())) {
      faults.add(Finding.error("no_route", coalition.toString(), "Not a way: " + route));
    }
  }

  /** Everybody that any rule names, except some. */
  private static Set<String> outside(Leverage answer, Set<String> members) {
    TreeSet<String> rest = new TreeSet<>();
    rules(answer).forEach(rule -> rule.collectParties(rest));
    rest.removeAll(members);
    return rest;
  }

  private static List<ControlRule> rules(Leverage answer) {
    Topology topology = answer.view().topology();
    return answer.basis() == Basis.LAWFUL ? topology.lawfulRules() : topology.rules();
  }

  private static ControlRule rule(Leverage answer, int arc) {
    Topology topology = answer.view().topology();
    return rules(answer)
        .get(answer.basis() == Basis.LAWFUL ? topology.lawfulRuleOf(arc) : topology.ruleOf(arc));
  }

  private static boolean isOpen(Leverage answer, Set<String> consenting) {
    Topology topology = answer.view().topology();
    boolean lawful = answer.basis() == Basis.LAWFUL;
    List<ControlRule> rules = rules(answer);
    BitSet permitted = new BitSet(rules.size());
    for (int rule = 0; rule < rules.size(); rule++) {
      permitted.set(rule, rules.get(rule).permits(consenting::contains));
    }
    BitSet shut = new BitSet();
    for (int arc = 0; arc < topology.graph().arcCount(); arc++) {
      int rule = lawful ? topology.lawfulRuleOf(arc) : topology.ruleOf(arc);
      shut.set(arc, !topology.isOpen(arc) || !permitted.get(rule));
    }
    return connects(answer, shut);
  }

  private static boolean connects(Leverage answer, BitSet shut) {
    Topology topology = answer.view().topology();
    return new Reachability(topology.graph())
        .connects(
            topology.verticesOf(answer.from()),
            topology.verticesOf(answer.to()),
            shut,
            new BitSet(0));
  }

  /** Whether shutting no more than what the coalition can shut of these elements parts the ends. */
  private static boolean cuts(Leverage answer, Set<String> members, List<String> elements) {
    Topology topology = answer.view().topology();
    Set<String> cut = Set.copyOf(elements);
    BitSet shut = new BitSet();
    for (int arc = 0; arc < topology.graph().arcCount(); arc++) {
      ControlRule rule = rule(answer, arc);
      shut.set(
          arc,
          !topology.isOpen(arc)
              || rule.canBeShutBy(nobody -> false)
              || (cut.contains(topology.element(arc)) && rule.canBeShutBy(members::contains)));
    }
    return !connects(answer, shut);
  }

  /** Whether a route joins the ends over elements that these parties' consent keeps open. */
  private static boolean holds(Leverage answer, Set<String> members, Route route) {
    Topology topology = answer.view().topology();
    Set<String> passable = new TreeSet<>();
    for (int arc = 0; arc < topology.graph().arcCount(); arc++) {
      if (topology.isOpen(arc) && rule(answer, arc).permits(members::contains)) {
        passable.add(topology.element(arc));
      }
    }
    return answer.from().contains(route.from())
        && answer.to().contains(route.to())
        && passable.containsAll(route.edges())
        && route.crossings().stream().allMatch(step -> passable.contains(step.crossing()))
        && route.transfers().stream().allMatch(step -> passable.contains(step.node()));
  }

  /**
   * Whether two families of coalitions are the minimal transversals of each other.
   *
   * <p><b>Method.</b> Works out the minimal transversals of the second, one coalition at a time,
   * and drops by comparison what is not minimal. The relation is symmetric.
   *
   * @param blocking one family
   * @param consent the other
   * @return true if so
   */
  public static boolean areDual(Collection<Coalition> blocking, Collection<Coalition> consent) {
    List<Coalition> minimal = List.of(Coalition.of());
    for (Coalition met : consent) {
      TreeSet<Coalition> candidates = new TreeSet<>();
      for (Coalition one : minimal) {
        if (Collections.disjoint(one.parties(), met.parties())) {
          for (String party : met.parties()) {
            TreeSet<String> longer = new TreeSet<>(one.parties());
            longer.add(party);
            candidates.add(new Coalition(longer));
          }
        } else {
          candidates.add(one);
        }
      }
      List<Coalition> kept = new ArrayList<>();
      for (Coalition candidate : candidates) {
        if (kept.stream().noneMatch(less -> candidate.parties().containsAll(less.parties()))) {
          kept.add(candidate);
        }
      }
      minimal = kept;
    }
    return minimal.equals(blocking.stream().sorted().distinct().toList());
  }
}
