package org.araxes.control;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.araxes.party.Stake;
import org.araxes.quantity.Fraction;
import org.araxes.quantity.Share;

/**
 * Who ultimately controls a party under a rule that the caller chooses, by votes alone.
 *
 * <p><b>Definition.</b> Under a majority a party controls another when it and the parties that it
 * controls hold that majority of the votes together; ultimate is who is controlled by nobody else.
 * Under the largest holder one goes from a party to who has more of its votes than any other, and
 * on. Under unanimity all parties above count whom nobody holds. A party in which nobody holds
 * votes controls itself.
 *
 * <p><b>Bounded stakes.</b> Sure is what holds with every stake at its least, possible what does
 * not hold surely and would with some at their most. Bounds that are not reached count as they are:
 * over 50 % is a sure simple majority, under 75 % can be no majority of three quarters.
 *
 * <p><b>Cost.</b> O(n² · m) for n parties and m stakes above, for the majorities; O(n + m)
 * otherwise.
 *
 * <p><b>Left out.</b> Stated ways of deciding: with them, {@link Ownership#rule} tells whose yes is
 * enough.
 */
public final class Controllers {
  private final ControllingRule rule;
  private final Ownership ownership;

  private Controllers(ControllingRule rule, Ownership ownership) {
    this.rule = rule;
    this.ownership = ownership;
  }

  /**
   * Chooses a rule.
   *
   * @param rule by what rule one controls
   * @param ownership the day's stakes
   * @return the controllers, each worked out when asked for
   */
  public static Controllers under(ControllingRule rule, Ownership ownership) {
    return new Controllers(rule, ownership);
  }

  /**
   * Who controls a party.
   *
   * @param party its id
   * @param controllers ids of those who surely do; several only where all of them are asked for
   *     together, where they control each other, or where the majority is no more than half; none
   *     where nobody does alone
   * @param possible ids of those who may, as far as the bounds of stakes tell
   * @param reason why, in words
   */
  public record Answer(
      String party, SortedSet<String> controllers, SortedSet<String> possible, String reason) {
    /** Copies. */
    public Answer {
      controllers = Collections.unmodifiableSortedSet(new TreeSet<>(controllers));
      possible = Collections.unmodifiableSortedSet(new TreeSet<>(possible));
    }
  }

  /**
   * The ultimate controllers of a party.
   *
   * @param party its id
   * @return who controls it under the rule; nobody is an answer too
   */
  public Answer of(String party) {
    if (voters(party).isEmpty()) {
      return answer(party, Set.of(party), Set.of(), "Nobody holds votes in it");
    }
    return switch (rule.kind()) {
      case OVER, AT_LEAST -> byMajority(party);
      case LARGEST_HOLDER -> byLargestHolder(party);
      case UNANIMITY -> byAll(party);
    };
  }

  private static Answer answer(
      String party, Set<String> sure, Set<String> possible, String reason) {
    return new Answer(party, new TreeSet<>(sure), new TreeSet<>(possible), reason);
  }

  /**
   * What a holder has of the votes of one party, at the least and at the most, or surely more and
   * surely less than that.
   */
  private record Weight(Fraction min, Fraction max, boolean above, boolean below) {
    Weight plus(Stake stake) {
      return new Weight(
          min.plus(stake.min().value()),
          max.plus(stake.max().value()),
          above || stake.above(),
          below || stake.below());
    }

    /** Surely less than another, or as much at the most where that is not reached. */
    boolean surelyLess(Weight other) {
      int order = max.compareTo(other.min());
      return order < 0 || (order == 0 && (below || other.above()));
    }
  }

  private static final Weight NOTHING = new Weight(Fraction.ZERO, Fraction.ZERO, false, false);

  private Map<String, Weight> voters(String party) {
    Map<String, Weight> weights = new TreeMap<>();
    for (Stake stake : ownership.voters(party, Matter.SPECIAL)) {
      Weight before = weights.getOrDefault(stake.holder(), NOTHING);
      weights.put(stake.holder(), before.plus(stake));
    }
    return weights;
  }

  private Set<String> above(String party) {
    Set<String> all = new LinkedHashSet<>();
    Deque<String> open = new ArrayDeque<>();
    open.add(party);
    while (!open.isEmpty()) {
      String next = open.remove();
      if (all.add(next)) {
        open.addAll(voters(next).keySet());
      }
    }
    return all;
  }

  private Answer byMajority(String party) {
    Map<String, Map<String, Weight>> all = new TreeMap<>();
    above(party).forEach(one -> all.put(one, voters(one)));
    Set<String> sure = top(party, all, true);
    Set<String> possible = top(party, all, false);
    possible.removeAll(sure);
    return answer(
        party,
        sure,
        possible,
        sure.isEmpty() ? "Nobody has surely " + rule : String.join(", ", sure) + ": " + rule);
  }

  private Set<String> top(String party, Map<String, Map<String, Weight>> all, boolean surely) {
    Map<String, Set<String>> controlled = new TreeMap<>();
    for (String one : all.keySet()) {
      controlled.put(one, controlledBy(one, all, surely));
    }
    Set<String> top = new TreeSet<>();
    controlled.forEach(
        (one, below) -> {
          if (!one.equals(party) && below.contains(party)) {
            boolean free =
                controlled.entrySet().stream()
                    .noneMatch(
                        other -> other.getValue().contains(one) && !below.contains(other.getKey()));
            if (free) {
              top.add(one);
            }
          }
        });
    return top;
  }

  private Set<String> controlledBy(
      String one, Map<String, Map<String, Weight>> all, boolean surely) {
    Set<String> mine = new TreeSet<>(Set.of(one));
    boolean more = true;
    while (more) {
      more = false;
      for (Map.Entry<String, Map<String, Weight>> other : all.entrySet()) {
        if (!mine.contains(other.getKey()) && majority(mine, other.getValue(), surely)) {
          more |= mine.add(other.getKey());
        }
      }
    }
    return mine;
  }

  private boolean majority(Set<String> mine, Map<String, Weight> votes, boolean surely) {
    Fraction sum = Fraction.ZERO;
    Fraction room = Fraction.ONE;
    boolean open = false; // more than the sum where sure, less where possible
    boolean tight = false; // less than the room
    for (Map.Entry<String, Weight> vote : votes.entrySet()) {
      Weight weight = vote.getValue();
      if (mine.contains(vote.getKey())) {
        sum = sum.plus(surely ? weight.min() : weight.max());
        open |= surely ? weight.above() : weight.below();
      } else {
        room = room.minus(weight.min());
        tight |= weight.above();
      }
    }
    if (!surely && sum.compareTo(room) >= 0) {
      open = sum.compareTo(room) > 0 ? tight : open || tight;
      sum = room; // what the others hold at the least is not ours
    }
    int order = sum.compareTo(rule.quota().value());
    if (order != 0) {
      return order > 0;
    }
    return rule.kind() == ControllingRule.Kind.OVER ? surely && open : surely || !open;
  }

  private Answer byLargestHolder(String party) {
    Set<String> walked = new LinkedHashSet<>();
    String here = party;
    while (walked.add(here)) {
      Map<String, Weight> votes = voters(here);
      if (votes.isEmpty()) {
        return answer(
            party, Set.of(here), Set.of(), "Through the largest holders " + upwards(walked));
      }
      Set<String> first = new TreeSet<>();
      votes.forEach(
          (holder, weight) -> {
            if (votes.entrySet().stream()
                .allMatch(
                    other ->
                        other.getKey().equals(holder)
                            || other.getValue().min().compareTo(weight.max()) < 0)) {
              first.add(holder);
            }
          });
      if (first.size() != 1) {
        boolean tie = first.isEmpty();
        return answer(
            party,
            Set.of(),
            tie ? Set.of() : first,
            tie
                ? "No holder of " + here + " has more than every other"
                : "The bounds do not tell which holder of " + here + " has most");
      }
      String largest = first.iterator().next();
      Weight most = votes.getOrDefault(largest, NOTHING);
      boolean sure =
          votes.entrySet().stream()
              .allMatch(
                  other -> other.getKey().equals(largest) || other.getValue().surelyLess(most));
      if (!sure) {
        return answer(
            party, Set.of(), first, "The bounds do not tell which holder of " + here + " has most");
      }
      here = largest;
    }
    return answer(party, Set.of(), Set.of(), "The largest holders go round: " + upwards(walked));
  }

  private static String upwards(Set<String> walked) {
    return String.join(" ← ", walked);
  }

  private Answer byAll(String party) {
    Set<String> ultimate = new TreeSet<>();
    List<String> open = new ArrayList<>();
    for (String one : above(party)) {
      Map<String, Weight> votes = voters(one);
      if (votes.isEmpty()) {
        ultimate.add(one);
        continue;
      }
      Fraction known =
          votes.values().stream().map(Weight::min).reduce(Fraction.ZERO, Fraction::plus);
      if (known.compareTo(Fraction.ONE) < 0) {
        open.add(new Share(Fraction.ONE.minus(known)) + " of " + one);
      }
    }
    return answer(
        party,
        ultimate,
        Set.of(),
        "All ultimate parties together"
            + (open.isEmpty() ? "" : "; not known who holds " + String.join(", ", open)));
  }
}
