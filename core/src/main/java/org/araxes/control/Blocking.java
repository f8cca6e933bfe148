package org.araxes.control;

import java.util.Collection;
import java.util.List;
import java.util.NavigableSet;
import java.util.SortedSet;
import java.util.TreeSet;

/** Who can shut several things at once, each of which has a rule of its own. */
public final class Blocking {
  private Blocking() {}

  /**
   * The parties each of which can shut all of them without any other.
   *
   * @param rules of what is to be shut
   * @return ids in order; nobody if there are no rules
   */
  public static SortedSet<String> alone(Collection<ControlRule> rules) {
    NavigableSet<String> able = named(rules);
    able.removeIf(party -> rules.stream().anyMatch(rule -> !rule.canBeShutBy(party)));
    return able;
  }

  /**
   * Parties that can shut all of them together, none of them needless. One such set, found by
   * leaving out the last ids first, and not always the smallest.
   *
   * @param rules of what is to be shut
   * @return ids in order; none where something is in nobody's power
   */
  public static SortedSet<String> together(Collection<ControlRule> rules) {
    NavigableSet<String> all = named(rules);
    if (rules.stream().anyMatch(rule -> !rule.canBeShutBy(all::contains))) {
      return new TreeSet<>();
    }
    for (String party : List.copyOf(all.descendingSet())) {
      all.remove(party);
      if (rules.stream().anyMatch(rule -> !rule.canBeShutBy(all::contains))) {
        all.add(party);
      }
    }
    return all;
  }

  private static NavigableSet<String> named(Collection<ControlRule> rules) {
    TreeSet<String> all = new TreeSet<>();
    for (ControlRule rule : rules) {
      all.addAll(rule.parties());
    }
    return all;
  }
}
