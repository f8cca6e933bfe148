package org.araxes.control;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.araxes.quantity.Fraction;

/**
 * A monotone Boolean rule: which coalitions' consent opens something.
 *
 * <p><b>Definition.</b> {@code permits(D)} is true when the consent of the parties in D suffices. A
 * coalition C can shut it exactly when the rest does not suffice: {@code φ(C) = ¬permits(P∖C)}.
 * Monotone: more consent never shuts.
 *
 * <p>Rules are values: equal rules are equal, members keep the order given, duplicates fall away.
 * Nested at most {@value #MAX_DEPTH} deep, of at most {@value #MAX_SIZE} parts written out: a part
 * that stands in two places counts twice, and everything asked of a rule costs as many steps.
 */
public sealed interface ControlRule {
  /** How deep rules may nest, so that asking them never overflows the stack. */
  int MAX_DEPTH = 500;

  /** Of how many parts a rule may be made, so that asking it never takes for ever. */
  int MAX_SIZE = 100_000;

  /**
   * The rule that needs nobody's consent.
   *
   * @return a conjunction of nothing
   */
  static ControlRule free() {
    return new AllOf(List.of());
  }

  /**
   * The rule that nobody's consent satisfies.
   *
   * @return an alternative of nothing
   */
  static ControlRule shut() {
    return new AnyOf(List.of());
  }

  /**
   * Whether the consent of some parties suffices.
   *
   * @param consents tells of each party whether it consents
   * @return true if they suffice
   */
  boolean permits(Predicate<String> consents);

  /**
   * Adds the parties that this rule mentions.
   *
   * @param into where to
   */
  void collectParties(Collection<String> into);

  /**
   * How deep this rule nests.
   *
   * @return 1 for a party's consent
   */
  int depth();

  /**
   * This rule once some parties' consent is settled.
   *
   * @param consenting ids of parties that consent whatever happens
   * @return a rule over the other parties
   */
  ControlRule assuming(Set<String> consenting);

  /**
   * The parties that this rule mentions.
   *
   * @return their ids in order
   */
  default SortedSet<String> parties() {
    TreeSet<String> all = new TreeSet<>();
    collectParties(all);
    return Collections.unmodifiableSortedSet(all);
  }

  /**
   * Whether a coalition can shut it when everyone else consents.
   *
   * @param coalition tells who is in
   * @return true if the rest does not suffice
   */
  default boolean canBeShutBy(Predicate<String> coalition) {
    return !permits(coalition.negate());
  }

  /**
   * Whether one party alone can shut it.
   *
   * @param party its id
   * @return true if so
   */
  default boolean canBeShutBy(String party) {
    return canBeShutBy(party::equals);
  }

  /**
   * The parties that can shut it alone.
   *
   * @return their ids in order
   */
  default SortedSet<String> vetoParties() {
    return parties().stream()
        .filter(this::canBeShutBy)
        .collect(Collectors.toCollection(TreeSet::new));
  }

  /**
   * The consent of one party.
   *
   * @param party its id
   * @return the rule
   */
  static ControlRule consentOf(String party) {
    return new Consent(party);
  }

  /**
   * Every one of these rules. Nested conjunctions are flattened, doubles fall away, one alone is
   * itself.
   *
   * @param rules the parts
   * @return the rule; {@link #free} for none
   */
  static ControlRule allOf(Collection<? extends ControlRule> rules) {
    LinkedHashSet<ControlRule> parts = new LinkedHashSet<>();
    for (ControlRule rule : rules) {
      if (rule instanceof AllOf nested) {
        parts.addAll(nested.rules());
      } else {
        parts.add(rule);
      }
    }
    if (parts.contains(shut())) {
      return shut();
    }
    if (parts.isEmpty()) {
      return free();
    }
    return parts.size() == 1 ? parts.iterator().next() : new AllOf(List.copyOf(parts));
  }

  /**
   * Every one of these rules.
   *
   * @param rules the parts
   * @return the rule
   */
  static ControlRule allOf(ControlRule... rules) {
    return allOf(List.of(rules));
  }

  /**
   * Any one of these rules. Nested alternatives are flattened, doubles fall away, one alone is
   * itself.
   *
   * @param rules the parts
   * @return the rule; {@link #shut} for none
   */
  static ControlRule anyOf(Collection<? extends ControlRule> rules) {
    LinkedHashSet<ControlRule> parts = new LinkedHashSet<>();
    for (ControlRule rule : rules) {
      if (rule instanceof AnyOf nested) {
        parts.addAll(nested.rules());
      } else {
        parts.add(rule);
      }
    }
    if (parts.contains(free())) {
      return free();
    }
    if (parts.isEmpty()) {
      return shut();
    }
    return parts.size() == 1 ? parts.iterator().next() : new AnyOf(List.copyOf(parts));
  }

  /**
   * Any one of these rules.
   *
   * @param rules the parts
   * @return the rule
   */
  static ControlRule anyOf(ControlRule... rules) {
    return anyOf(List.of(rules));
  }

  /**
   * At least k of these rules.
   *
   * @param count how many, 0 or more
   * @param rules the parts
   * @return the rule
   */
  static ControlRule atLeast(int count, List<? extends ControlRule> rules) {
    if (count <= 0) {
      return free();
    }
    if (count == 1) {
      return anyOf(rules);
    }
    if (count == rules.size()) {
      return allOf(rules);
    }
    return count > rules.size() ? shut() : new AtLeast(count, List.copyOf(rules));
  }

  /**
   * A vote: ballots whose rules are permitted add up their weights.
   *
   * @param ballots who weighs how much
   * @param quota the weight to reach
   * @param strict whether the quota must be passed, not only reached
   * @return the rule; simplified where one ballot decides alone
   */
  static ControlRule vote(List<Ballot> ballots, Fraction quota, boolean strict) {
    Vote vote = new Vote(ballots, quota, strict);
    if (vote.reached(Fraction.ZERO)) {
      return free();
    }
    Fraction total = Fraction.ZERO;
    for (Ballot ballot : vote.ballots()) {
      total = total.plus(ballot.weight());
    }
    if (!vote.reached(total)) {
      return shut();
    }
    for (Ballot ballot : vote.ballots()) {
      if (vote.reached(ballot.weight()) && !vote.reached(total.minus(ballot.weight()))) {
        return ballot.rule();
      }
    }
    List<ControlRule> needed = new ArrayList<>();
    for (Ballot ballot : vote.ballots()) {
      if (!vote.reached(total.minus(ballot.weight()))) {
        needed.add(ballot.rule());
      }
    }
    if (needed.size() == vote.ballots().size()) {
      return allOf(needed);
    }
    return vote;
  }

  /**
   * The consent of one party.
   *
   * @param party its id
   */
  record Consent(String party) implements ControlRule {
    @Override
    public boolean permits(Predicate<String> consents) {
      return consents.test(party);
    }

    @Override
    public void collectParties(Collection<String> into) {
      into.add(party);
    }

    @Override
    public int depth() {
      return 1;
    }

    @Override
    public ControlRule assuming(Set<String> consenting) {
      return consenting.contains(party) ? free() : this;
    }

    @Override
    public String toString() {
      return party;
    }
  }

  /**
   * Every one of these. Make it with {@link ControlRule#allOf}.
   *
   * @param rules the parts
   */
  record AllOf(List<ControlRule> rules) implements ControlRule {
    /** Copies, and guards depth and size. */
    public AllOf {
      rules = List.copyOf(rules);
      guard(rules);
    }

    @Override
    public boolean permits(Predicate<String> consents) {
      for (ControlRule rule : rules) {
        if (!rule.permits(consents)) {
          return false;
        }
      }
      return true;
    }

    @Override
    public void collectParties(Collection<String> into) {
      rules.forEach(rule -> rule.collectParties(into));
    }

    @Override
    public int depth() {
      return depthOf(rules);
    }

    @Override
    public ControlRule assuming(Set<String> consenting) {
      return allOf(rules.stream().map(rule -> rule.assuming(consenting)).toList());
    }

    @Override
    public String toString() {
      return rules.isEmpty() ? "free" : joined(rules, " and ");
    }
  }

  /**
   * Any one of these. Make it with {@link ControlRule#anyOf}.
   *
   * @param rules the parts
   */
  record AnyOf(List<ControlRule> rules) implements ControlRule {
    /** Copies, and guards depth and size. */
    public AnyOf {
      rules = List.copyOf(rules);
      guard(rules);
    }

    @Override
    public boolean permits(Predicate<String> consents) {
      for (ControlRule rule : rules) {
        if (rule.permits(consents)) {
          return true;
        }
      }
      return false;
    }

    @Override
    public void collectParties(Collection<String> into) {
      rules.forEach(rule -> rule.collectParties(into));
    }

    @Override
    public int depth() {
      return depthOf(rules);
    }

    @Override
    public ControlRule assuming(Set<String> consenting) {
      return anyOf(rules.stream().map(rule -> rule.assuming(consenting)).toList());
    }

    @Override
    public String toString() {
      return rules.isEmpty() ? "shut" : joined(rules, " or ");
    }
  }

  /**
   * At least so many of these. Make it with {@link ControlRule#atLeast}.
   *
   * @param count how many
   * @param rules the parts
   */
  record AtLeast(int count, List<ControlRule> rules) implements ControlRule {
    /** Copies, and guards depth and size. */
    public AtLeast {
      rules = List.copyOf(rules);
      guard(rules);
    }

    @Override
    public boolean permits(Predicate<String> consents) {
      int found = 0;
      for (ControlRule rule : rules) {
        if (rule.permits(consents)) {
          found++;
        }
      }
      return found >= count;
    }

    @Override
    public void collectParties(Collection<String> into) {
      rules.forEach(rule -> rule.collectParties(into));
    }

    @Override
    public int depth() {
      return depthOf(rules);
    }

    @Override
    public ControlRule assuming(Set<String> consenting) {
      List<ControlRule> open = new ArrayList<>();
      int needed = count;
      for (ControlRule rule : rules) {
        ControlRule rest = rule.assuming(consenting);
        if (rest.equals(free())) {
          needed--;
        } else {
          open.add(rest);
        }
      }
      return atLeast(needed, open);
    }

    @Override
    public String toString() {
      return count + " of " + joined(rules, ", ");
    }
  }

  /**
   * One voter's weight.
   *
   * @param rule by which the voter says yes
   * @param weight how much that counts, 0 or more
   */
  record Ballot(ControlRule rule, Fraction weight) {
    /** Rejects a negative weight: it would make the rule non-monotone. */
    public Ballot {
      if (weight.compareTo(Fraction.ZERO) < 0) {
        throw new IllegalArgumentException("A ballot weighs 0 or more, but " + rule + " " + weight);
      }
    }
  }

  /**
   * A weighted vote. Make it with {@link ControlRule#vote}.
   *
   * @param ballots who weighs how much
   * @param quota the weight to reach
   * @param strict whether it must be passed
   */
  record Vote(List<Ballot> ballots, Fraction quota, boolean strict) implements ControlRule {
    /** Copies, and guards depth and size. */
    public Vote {
      ballots = List.copyOf(ballots);
      guard(ballots.stream().map(Ballot::rule).toList());
    }

    boolean reached(Fraction weight) {
      int order = weight.compareTo(quota);
      return strict ? order > 0 : order >= 0;
    }

    @Override
    public boolean permits(Predicate<String> consents) {
      Fraction weight = Fraction.ZERO;
      for (Ballot ballot : ballots) {
        if (ballot.rule().permits(consents)) {
          weight = weight.plus(ballot.weight());
        }
      }
      return reached(weight);
    }

    @Override
    public void collectParties(Collection<String> into) {
      ballots.forEach(ballot -> ballot.rule().collectParties(into));
    }

    @Override
    public int depth() {
      return depthOf(ballots.stream().map(Ballot::rule).toList());
    }

    @Override
    public ControlRule assuming(Set<String> consenting) {
      List<Ballot> open = new ArrayList<>();
      Fraction needed = quota;
      for (Ballot ballot : ballots) {
        ControlRule rest = ballot.rule().assuming(consenting);
        if (rest.equals(free())) {
          needed = needed.minus(ballot.weight());
        } else {
          open.add(new Ballot(rest, ballot.weight()));
        }
      }
      return vote(open, needed, strict);
    }

    @Override
    public String toString() {
      return (strict ? "over " : "at least ")
          + quota
          + " of "
          + ballots.stream()
              .map(ballot -> ballot.rule() + ":" + ballot.weight())
              .collect(Collectors.joining(", ", "(", ")"));
    }
  }

  private static void guard(List<ControlRule> rules) {
    int size = 1;
    for (ControlRule rule : rules) {
      size += sizeOf(rule, MAX_SIZE - size);
      if (size > MAX_SIZE) {
        throw new IllegalArgumentException(
            "A control rule has over "
                + MAX_SIZE
                + " parts. Maybe many companies hold each other in layers?");
      }
    }
    if (depthOf(rules) > MAX_DEPTH) {
      throw new IllegalArgumentException(
          "A control rule nests over "
              + MAX_DEPTH
              + " deep. Maybe a chain of companies holds each other in part?");
    }
  }

  /** The parts of a rule; counting stops once there are more than so many. */
  private static int sizeOf(ControlRule rule, int most) {
    if (rule instanceof Consent) {
      return 1;
    }
    int size = 1;
    for (ControlRule part : parts(rule)) {
      if (size > most) {
        return size;
      }
      size += sizeOf(part, most - size);
    }
    return size;
  }

  private static List<ControlRule> parts(ControlRule rule) {
    if (rule instanceof AllOf all) {
      return all.rules();
    }
    if (rule instanceof AnyOf any) {
      return any.rules();
    }
    if (rule instanceof AtLeast some) {
      return some.rules();
    }
    return rule instanceof Vote vote
        ? vote.ballots().stream().map(Ballot::rule).toList()
        : List.of();
  }

  private static int depthOf(List<ControlRule> rules) {
    int deepest = 0;
    for (ControlRule rule : rules) {
      deepest = Math.max(deepest, rule.depth());
    }
    return deepest + 1;
  }

  private static String joined(List<ControlRule> rules, String between) {
    return rules.stream().map(Object::toString).collect(Collectors.joining(between, "(", ")"));
  }
}
