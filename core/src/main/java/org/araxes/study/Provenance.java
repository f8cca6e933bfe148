package org.araxes.study;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.araxes.agreement.Agreement;
import org.araxes.agreement.ProvisionEffect;
import org.araxes.answer.Wording;
import org.araxes.border.Crossing;
import org.araxes.border.CrossingFact;
import org.araxes.border.Mode;
import org.araxes.control.Matter;
import org.araxes.control.Ownership;
import org.araxes.evidence.Basis;
import org.araxes.evidence.Claim;
import org.araxes.evidence.Confidence;
import org.araxes.evidence.Evidence;
import org.araxes.network.NetworkSnapshot;
import org.araxes.network.NetworkView;
import org.araxes.network.Role;
import org.araxes.network.Route;
import org.araxes.network.Status;
import org.araxes.network.Step;
import org.araxes.network.Transhipment;
import org.araxes.network.TransitEdge;

/**
 * The facts on which routes rest, and who says so: a chain is as sure as its weakest link.
 *
 * <p>A role that follows from the territory rests on what makes its state the sovereign there; one
 * under an agreement rests on the provision that grants it and on the status of that agreement.
 *
 * <p><b>Left out.</b> Provisions that bind a party, and speeds and rates, which are assumptions of
 * the terms.
 *
 * @param items each fact once, in order of travel
 */
public record Provenance(List<Item> items) {
  /** For which part of the answer a fact is used. */
  public enum Use {
    /** Whether there is a way at all. */
    PASSING,
    /** Whose consent it needs. */
    CONSENT,
    /** How long and dear it is. */
    COST
  }

  /**
   * One fact that is used.
   *
   * @param element id of the edge, node or party
   * @param use what for
   * @param what what is claimed, in words
   * @param evidence who says so; empty where nobody does and an assumption or hope stands in
   */
  public record Item(String element, Use use, String what, Optional<Evidence> evidence) {
    /**
     * How sure it is.
     *
     * @return the confidence, low where nobody says so
     */
    public Confidence confidence() {
      return evidence.map(Evidence::confidence).orElse(Confidence.LOW);
    }

    /** {@code rail-x: operational (low: own-estimate)}. */
    @Override
    public String toString() {
      return element
          + ": "
          + what
          + " ("
          + confidence().name().toLowerCase(Locale.ROOT)
          + ": "
          + evidence
              .map(
                  e ->
                      (e.sources().isEmpty() ? "no source" : String.join(", ", e.sources()))
                          + (e.basis() == Basis.PLAN ? ", a plan" : ""))
              .orElse("nobody says so")
          + ")";
    }
  }

  /** Copies. */
  public Provenance {
    items = List.copyOf(items);
  }

  /**
   * Looks up what a route rests on.
   *
   * @param route a route of the view
   * @param view the view
   * @return the facts
   */
  public static Provenance of(Route route, NetworkView view) {
    return of(List.of(route), view);
  }

  /**
   * Looks up what some routes rest on.
   *
   * @param routes routes of the view
   * @param view the view
   * @return the facts of the first route, then what the others add
   */
  public static Provenance of(List<Route> routes, NetworkView view) {
    return new Collector(view).of(routes);
  }

  /**
   * How sure the whole is.
   *
   * @param uses which facts count; none for all
   * @return the weakest confidence; high where nothing is used
   */
  public Confidence weakest(Use... uses) {
    return used(uses).stream().map(Item::confidence).reduce(Confidence.HIGH, Confidence::and);
  }

  /**
   * The facts that make it no surer.
   *
   * @param uses which facts count; none for all
   * @return those of the weakest confidence, in order of travel
   */
  public List<Item> weakestItems(Use... uses) {
    Confidence weakest = weakest(uses);
    return used(uses).stream().filter(item -> item.confidence() == weakest).toList();
  }

  /**
   * The sources that it rests on.
   *
   * @return ids in order
   */
  public SortedSet<String> sources() {
    TreeSet<String> sources = new TreeSet<>();
    items.forEach(item -> item.evidence().ifPresent(e -> sources.addAll(e.sources())));
    return sources;
  }

  private List<Item> used(Use... uses) {
    List<Use> wanted = uses.length == 0 ? List.of(Use.values()) : Arrays.asList(uses);
    return items.stream().filter(item -> wanted.contains(item.use())).toList();
  }

  /** Gathers the facts of one view. */
  private static final class Collector {
    private final NetworkView view;
    private final NetworkSnapshot snapshot;
    private final Set<Item> found = new LinkedHashSet<>();
    private final Set<String> parties = new HashSet<>();

    Collector(NetworkView view) {
      this.view = view;
      this.snapshot = view.snapshot();
    }

    Provenance of(List<Route> routes) {
      for (Route route : routes) {
        for (Step step : route.steps()) {
          step.<Boolean>fold(this::leg, this::passing, this::transfer);
        }
      }
      return new Provenance(List.copyOf(found));
    }

    private boolean add(String element, Use use, String what, Optional<Evidence> evidence) {
      return found.add(new Item(element, use, what, evidence));
    }

    private boolean leg(Step.Leg leg) {
      TransitEdge edge = view.network().edge(leg.edge());
      Optional<Claim<Status>> status = snapshot.status(edge);
      add(
          edge.id(),
          Use.PASSING,
          status.map(claim -> Wording.of(claim.value())).orElse("status not known"),
          status.map(Claim::evidence));
      add(edge.id(), Use.COST, "line and length", Optional.of(edge.evidence()));
      snapshot.roles(edge.id()).forEach(this::role);
      return true;
    }

    private boolean passing(Step.BorderPassing passing) {
      Crossing crossing = view.network().crossing(passing.crossing());
      Optional<CrossingFact> state =
          view.stateFact(crossing, passing.mode(), passing.fromSide(), passing.toSide());
      add(
          crossing.id(),
          Use.PASSING,
          state.flatMap(CrossingFact::state).map(Wording::of).orElse("state not known"),
          state.map(CrossingFact::evidence));
      if (!passing.duration().isZero()) {
        Optional<CrossingFact> wait =
            crossing.waitFact(
                view.movement(),
                passing.mode(),
                passing.fromSide(),
                passing.toSide(),
                view.date(),
                view.terms().plans());
        add(
            crossing.id(),
            Use.COST,
            wait.isPresent() ? "wait" : "wait assumed",
            wait.map(CrossingFact::evidence));
      }
      snapshot.roles(crossing.id()).forEach(this::role);
      return true;
    }

    private boolean transfer(Step.Transfer transfer) {
      view.network().transhipments().stream()
          .filter(place -> place.node().equals(transfer.node()) && joins(place, transfer))
          .min(Comparator.comparing(Transhipment::handling))
          .ifPresent(
              place ->
                  add(
                      place.node(),
                      Use.PASSING,
                      "transhipment from "
                          + Wording.of(transfer.fromMode())
                          + " to "
                          + Wording.of(transfer.toMode()),
                      Optional.of(place.evidence())));
      return true;
    }

    private boolean joins(Transhipment place, Step.Transfer transfer) {
      boolean there =
          fits(place.fromMode(), place.fromGauge(), transfer.fromMode(), transfer.fromGauge())
              && fits(place.toMode(), place.toGauge(), transfer.toMode(), transfer.toGauge());
      boolean back =
          fits(place.fromMode(), place.fromGauge(), transfer.toMode(), transfer.toGauge())
              && fits(place.toMode(), place.toGauge(), transfer.fromMode(), transfer.fromGauge());
      return place.validity().contains(view.date())
          && (view.terms().plans() || place.evidence().basis() == Basis.FACT)
          && (place.classes().isEmpty() || place.classes().contains(view.movement().trafficClass()))
          && (there || back);
    }

    private static boolean fits(Mode one, int gauge, Mode other, int otherGauge) {
      return one == other && (gauge == 0 || gauge == otherGauge);
    }

    private boolean role(Role role) {
      if (!role.kind().gatekeeper() || role.evidence().equals(Evidence.NONE)) {
        return false;
      }
      add(
          role.element(),
          Use.CONSENT,
          Wording.of(role.kind()) + " " + role.holder() + grantedBy(role),
          Optional.of(role.evidence()));
      view.network()
          .findAgreement(role.under())
          .flatMap(agreement -> agreement.status().at(view.date(), view.terms().plans()))
          .ifPresent(
              claim ->
                  add(
                      role.under(),
                      Use.CONSENT,
                      Wording.of(claim.value()),
                      Optional.of(claim.evidence())));
      return owners(role.holder());
    }

    /** The provisions that grant a role there, or the agreement that tells none. */
    private String grantedBy(Role role) {
      Optional<Agreement> agreement = view.network().findAgreement(role.under());
      if (agreement.isEmpty()) {
        return "";
      }
      String grants =
          agreement.get().provisions().stream()
              .filter(one -> one.effect() == ProvisionEffect.GRANTS_ROLE)
              .filter(one -> one.party().equals(role.holder()))
              .filter(one -> view.network().matches(one.where(), role.element()))
              .map(one -> role.under() + "/" + one.id())
              .collect(Collectors.joining(", "));
      return " by " + (grants.isEmpty() ? role.under() : grants);
    }

    /** The stakes and ways of deciding behind a party, each party once. */
    private boolean owners(String holder) {
      Ownership ownership = snapshot.ownership();
      Deque<String> open = new ArrayDeque<>(List.of(holder));
      while (!open.isEmpty()) {
        String party = open.removeFirst();
        if (!parties.add(party)) {
          continue;
        }
        ownership
            .holders(party)
            .forEach(
                stake -> {
                  add(
                      party,
                      Use.CONSENT,
                      "stake of " + stake.holder(),
                      Optional.of(stake.evidence()));
                  open.add(stake.holder());
                });
        for (Matter matter : Matter.values()) {
          ownership
              .decision(party, matter)
              .ifPresent(
                  decision -> {
                    add(
                        party,
                        Use.CONSENT,
                        "decides "
                            + Wording.of(matter)
                            + " matters by "
                            + Wording.of(decision.kind()),
                        Optional.of(decision.evidence()));
                    open.addAll(new ArrayList<>(decision.members()));
                  });
        }
      }
      return true;
    }
  }
}
