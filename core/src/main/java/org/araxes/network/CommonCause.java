package org.araxes.network;

import java.util.Collections;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import org.araxes.evidence.Evidence;
import org.araxes.evidence.Names;
import org.araxes.evidence.Validity;

/**
 * An event that takes several things out together, so that they do not fail independently.
 *
 * <p><b>Definition.</b> The event happens on a day with the probability {@code 1 − s}, where {@code
 * s} is the {@linkplain NetworkSnapshot#survival survival} of its id, independently of everything
 * else. Without a trigger, all members are out when it happens. With a trigger, all members are out
 * when the trigger is out <em>and</em> it happens: then {@code s} is the probability that the
 * closing of the trigger goes unanswered. A node or edge that is out is shut; a party that is out
 * refuses; an agreement that is out does not stand.
 *
 * @param id its id, which no node, edge, party or agreement has
 * @param names what it is called
 * @param kind of which sort
 * @param trigger id of the node, edge, party or agreement whose failing sets it off, or empty
 * @param members ids of the nodes, edges, parties and agreements that are out together, at least
 *     one, without the trigger
 * @param by id of the party whose act it is, or empty
 * @param validity on which days it may happen
 * @param evidence who says so
 */
public record CommonCause(
    String id,
    Names names,
    CommonCauseKind kind,
    String trigger,
    SortedSet<String> members,
    String by,
    Validity validity,
    Evidence evidence) {
  /** Copies and checks. */
  public CommonCause {
    members = Collections.unmodifiableSortedSet(new TreeSet<>(members));
    if (members.isEmpty()) {
      throw new IllegalArgumentException("A common cause has members, but " + id + " has none");
    }
    if (members.contains(trigger)) {
      throw new IllegalArgumentException(
          "A trigger is no member of its own cause, but "
              + id
              + " names "
              + trigger
              + " twice. Maybe leave the trigger empty?");
    }
  }

  /**
   * All that is out when it has happened: the members, and the trigger where there is one.
   *
   * @return ids in order
   */
  public SortedSet<String> subjects() {
    if (trigger.isEmpty()) {
      return members;
    }
    TreeSet<String> all = new TreeSet<>(members);
    all.add(trigger);
    return Collections.unmodifiableSortedSet(all);
  }

  /**
   * The same on other days.
   *
   * @param days the days
   * @return the cause
   */
  public CommonCause during(Validity days) {
    return new CommonCause(id, names, kind, trigger, members, by, days, evidence);
  }

  /**
   * The same once something is no longer there.
   *
   * @param subject its id
   * @return the cause, or empty where it has no member or no longer the trigger
   */
  Optional<CommonCause> without(String subject) {
    if (subject.equals(trigger)) {
      return Optional.empty();
    }
    if (!members.contains(subject)) {
      return Optional.of(this);
    }
    TreeSet<String> left = new TreeSet<>(members);
    left.remove(subject);
    return left.isEmpty()
        ? Optional.empty()
        : Optional.of(new CommonCause(id, names, kind, trigger, left, by, validity, evidence));
  }
}
