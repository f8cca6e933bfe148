package org.araxes.reliability;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.araxes.control.ControlRule;
import org.araxes.graph.Guard;
import org.araxes.network.CommonCause;
import org.araxes.quantity.Fraction;

/**
 * Which chances must turn out well so that something holds, common causes included.
 *
 * <p>A subject holds when it holds by itself and every cause that it is a member of spares it: the
 * cause has not happened or, where something sets it off, that holds. Where causes set each other
 * off, what is out is out because of something that failed by itself: the largest solution.
 */
final class Dependence {
  /** Above this many ways to reach a decision, a rule over chances is no longer written out. */
  private static final int MOST_PATTERNS = 5_000;

  private final Map<String, Integer> numbers = new HashMap<>();
  private final Map<String, Guard> holding = new TreeMap<>();
  private final Map<String, Guard> spared = new TreeMap<>();
  private final Set<String> triggers = new HashSet<>();

  Dependence(List<Chance> chances, List<CommonCause> causes) {
    for (int i = 0; i < chances.size(); i++) {
      numbers.put(chances.get(i).subject(), i);
      holding.put(chances.get(i).subject(), own(chances.get(i).subject()));
    }
    Map<String, List<CommonCause>> causesOf = new TreeMap<>();
    for (CommonCause cause : causes) {
      if (numbers.containsKey(cause.id())) {
        if (!cause.trigger().isEmpty()) {
          triggers.add(cause.trigger());
        }
        cause
            .members()
            .forEach(member -> causesOf.computeIfAbsent(member, m -> new ArrayList<>()).add(cause));
      }
    }
    boolean changes = true;
    while (changes) {
      changes = false;
      for (Map.Entry<String, List<CommonCause>> entry : causesOf.entrySet()) {
        Guard all = Guard.FREE;
        for (CommonCause cause : entry.getValue()) {
          Guard happensNot = own(cause.id());
          all =
              all.and(
                  cause.trigger().isEmpty() ? happensNot : happensNot.or(holds(cause.trigger())));
        }
        spared.put(entry.getKey(), all);
        Guard both = all.and(own(entry.getKey()));
        changes |= !both.equals(holding.put(entry.getKey(), both));
      }
    }
  }

  private Guard own(String subject) {
    Integer number = numbers.get(subject);
    return number == null ? Guard.FREE : Guard.allOf(number);
  }

  /** When a subject holds. */
  Guard holds(String subject) {
    return holding.getOrDefault(subject, Guard.FREE);
  }

  /** When the common causes spare a subject, its own chance left aside. */
  Guard spared(String subject) {
    return spared.getOrDefault(subject, Guard.FREE);
  }

  /**
   * Whether the failing of a subject may set off a cause, so that its own chance stands in rules.
   */
  boolean isTrigger(String subject) {
    return triggers.contains(subject);
  }

  /** When enough parties consent. */
  Guard permits(ControlRule rule) {
    Guard guard = permitsAny(rule);
    if (guard.patterns().size() > MOST_PATTERNS) {
      throw new IllegalArgumentException(
          "There are over "
              + MOST_PATTERNS
              + " ways to reach a consent. Maybe some of its parties surely consent?");
    }
    return guard;
  }

  private Guard permitsAny(ControlRule rule) {
    if (rule.parties().stream().allMatch(party -> holds(party).isFree())) {
      return rule.permits(party -> true) ? Guard.FREE : Guard.SHUT;
    }
    if (rule instanceof ControlRule.Consent consent) {
      return holds(consent.party());
    }
    if (rule instanceof ControlRule.AllOf all) {
      Guard guard = Guard.FREE;
      for (ControlRule part : all.rules()) {
        guard = guard.and(permits(part));
      }
      return guard;
    }
    if (rule instanceof ControlRule.AnyOf any) {
      Guard guard = Guard.SHUT;
      for (ControlRule part : any.rules()) {
        guard = guard.or(permits(part));
      }
      return guard;
    }
    if (rule instanceof ControlRule.AtLeast some) {
      List<ControlRule.Ballot> ballots =
          some.rules().stream().map(part -> new ControlRule.Ballot(part, Fraction.ONE)).toList();
      return vote(new ControlRule.Vote(ballots, Fraction.of(some.count(), 1), false));
    }
    return vote((ControlRule.Vote) rule);
  }

  /**
   * Ballot by ballot: for each weight still needed, when the ballots so far have left that much.
   */
  private Guard vote(ControlRule.Vote vote) {
    TreeMap<Fraction, Guard> needed = new TreeMap<>();
    needed.put(vote.quota(), Guard.FREE);
    for (ControlRule.Ballot ballot : vote.ballots()) {
      Guard yes = permits(ballot.rule());
      TreeMap<Fraction, Guard> next = new TreeMap<>();
      needed.forEach(
          (weight, when) -> {
            next.merge(weight, when, Guard::or);
            next.merge(weight.minus(ballot.weight()), when.and(yes), Guard::or);
          });
      needed = next;
    }
    Guard reached = Guard.SHUT;
    for (Map.Entry<Fraction, Guard> entry : needed.entrySet()) {
      int sign = entry.getKey().compareTo(Fraction.ZERO);
      if (vote.strict() ? sign < 0 : sign <= 0) {
        reached = reached.or(entry.getValue());
      }
    }
    return reached;
  }
}
