package org.araxes.study;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.Function;
import org.araxes.answer.Budget;
import org.araxes.answer.Completeness;
import org.araxes.border.Effect;
import org.araxes.border.Impediment;
import org.araxes.border.ImpedimentKind;
import org.araxes.network.Doubt;
import org.araxes.network.NetworkView;
import org.araxes.network.Terms;
import org.araxes.network.Topology;

/**
 * One question asked twice: what nobody knows taken as shut, and taken as open. Where both answers
 * are the same, what is not known does not matter.
 *
 * @param <A> what kind of answer; compared with {@code equals}
 * @param cautious the answer where only what is known to be open is open
 * @param hopeful the answer where only what is known to be shut is shut
 * @param unknown ids of the edges and crossings of which nobody knows whether they let this
 *     movement pass that day, in order
 */
public record Bracketed<A>(A cautious, A hopeful, SortedSet<String> unknown) {
  /** Copies. */
  public Bracketed {
    unknown = Collections.unmodifiableSortedSet(new TreeSet<>(unknown));
  }

  /**
   * Which unknowns decide an answer.
   *
   * @param flipping the smallest sets of elements which, if all of them were open, would already
   *     give the hopeful answer: none of a set can be left out; by size, then in order
   * @param blocking the smallest sets of elements which, if all of them were shut, would keep the
   *     hopeful answer away however open the rest were: each meets every flipping set; by size,
   *     then in order
   * @param completeness truncated when the budget ended the search: then there may be more flipping
   *     sets, and what is said to block meets only those found
   */
  public record Deciding(
      List<SortedSet<String>> flipping,
      List<SortedSet<String>> blocking,
      Completeness completeness) {
    /** Copies. */
    public Deciding {
      flipping = List.copyOf(flipping);
      blocking = List.copyOf(blocking);
    }

    /**
     * The elements that decide: those in some flipping set. To learn of any other changes nothing.
     *
     * @return ids in order
     */
    public SortedSet<String> elements() {
      TreeSet<String> all = new TreeSet<>();
      flipping.forEach(all::addAll);
      return all;
    }
  }

  /**
   * Asks twice.
   *
   * @param view the network on a day for a movement; its own treatment of doubt does not count
   * @param question any function of a view
   * @param <A> what kind of answer
   * @return both answers
   */
  public static <A> Bracketed<A> of(NetworkView view, Function<NetworkView, A> question) {
    NetworkView cautious = on(view, cautious(view.terms()));
    return new Bracketed<>(
        question.apply(cautious),
        question.apply(on(view, view.terms().withDoubt(Doubt.HOPEFUL))),
        unknown(cautious));
  }

  /**
   * Whether nothing that is not known matters.
   *
   * @return true if both answers are equal
   */
  public boolean certain() {
    return cautious.equals(hopeful);
  }

  /**
   * The answer, where nothing that is not known matters.
   *
   * @return the answer, or empty when it turns on what is not known
   */
  public Optional<A> known() {
    return certain() ? Optional.of(cautious) : Optional.empty();
  }

  /**
   * Finds which unknowns decide the answer.
   *
   * <p><b>Definition.</b> A set of unknown elements flips when opening them, and shutting the other
   * unknown ones, gives the hopeful answer.
   *
   * <p><b>Method.</b> Dualize and advance (Gunopulos and others, 2003): what a smallest set that
   * meets all flipping sets so far leaves over is asked; if it flips, it is shrunk to another
   * smallest one; if none does, all are found. Exact when opening more never takes the hopeful
   * answer away, as with "is there a way". For other answers each set given does flip and none of
   * it can be left out, but some sets may be missed.
   *
   * <p><b>Cost.</b> Questions: the flipping sets times the unknown elements, and one for each
   * blocking set met on the way.
   *
   * @param view the view that was asked
   * @param question the question that was asked
   * @param budget a step is one question
   * @return the sets; none when both answers are equal
   */
  public Deciding deciding(NetworkView view, Function<NetworkView, A> question, Budget budget) {
    if (certain()) {
      return new Deciding(List.of(), List.of(), Completeness.COMPLETE);
    }
    return new Search(view, question, budget.start()).run();
  }

  private static Terms cautious(Terms terms) {
    return terms.withDoubt(Doubt.CAUTIOUS).hopingFor(List.of());
  }

  private static NetworkView on(NetworkView view, Terms terms) {
    return view.snapshot().onTerms(terms).moving(view.movement());
  }

  private static SortedSet<String> unknown(NetworkView cautious) {
    Topology topology = cautious.topology();
    TreeSet<String> unknown = new TreeSet<>();
    for (int arc = 0; arc < topology.graph().arcCount(); arc++) {
      for (Impediment found : topology.impediments(arc)) {
        if (found.kind() == ImpedimentKind.UNKNOWN && found.effect() == Effect.BARS) {
          unknown.add(found.element());
        }
      }
    }
    return unknown;
  }

  /** One search, over positions in the list of unknown elements. */
  private final class Search {
    private final NetworkView view;
    private final Function<NetworkView, A> question;
    private final Budget.Meter meter;
    private final List<String> elements = List.copyOf(unknown);
    private final List<BitSet> flipping = new ArrayList<>();
    private List<BitSet> blocking = List.of(new BitSet());

    Search(NetworkView view, Function<NetworkView, A> question, Budget.Meter meter) {
      this.view = view;
      this.question = question;
      this.meter = meter;
    }

    Deciding run() {
      TreeSet<String> asked = new TreeSet<>();
      boolean grew = true;
      while (grew && !meter.spent()) {
        grew = false;
        for (BitSet shut : blocking) {
          BitSet open = complement(shut);
          if (asked.add(shut.toString()) && flips(open)) {
            BitSet smallest = shrunk(open);
            flipping.add(smallest);
            blocking = met(blocking, smallest);
            grew = true;
            break;
          }
        }
      }
      return new Deciding(
          named(flipping),
          named(flipping.isEmpty() ? List.of() : blocking),
          meter.spent() ? Completeness.TRUNCATED : Completeness.COMPLETE);
    }

    private BitSet complement(BitSet set) {
      BitSet rest = (BitSet) set.clone();
      rest.flip(0, elements.size());
      return rest;
    }

    /** None of the result can be left out: a round that leaves nothing out is the last. */
    private BitSet shrunk(BitSet open) {
      BitSet kept = (BitSet) open.clone();
      boolean less = true;
      while (less) {
        less = false;
        int size = Math.max(1, kept.cardinality() / 2);
        while (size >= 1) {
          less |= leaveOut(kept, size);
          size /= 2;
        }
      }
      return kept;
    }

    private boolean leaveOut(BitSet kept, int size) {
      boolean less = false;
      int[] positions = kept.stream().toArray();
      for (int start = 0; start < positions.length; start += size) {
        BitSet rest = (BitSet) kept.clone();
        for (int i = start; i < Math.min(start + size, positions.length); i++) {
          rest.clear(positions[i]);
        }
        if (flips(rest)) {
          kept.and(rest);
          less = true;
        }
      }
      return less;
    }

    private boolean flips(BitSet open) {
      if (!meter.step()) {
        return false;
      }
      List<String> hopedFor = open.stream().mapToObj(elements::get).toList();
      return question.apply(on(view, cautious(view.terms()).hopingFor(hopedFor))).equals(hopeful);
    }

    /** The smallest sets that meet all that these meet, and one more (Berge, 1989). */
    private static List<BitSet> met(List<BitSet> sets, BitSet one) {
      List<BitSet> found = new ArrayList<>();
      for (BitSet set : sets) {
        if (set.intersects(one)) {
          found.add(set);
        }
      }
      int meeting = found.size();
      for (BitSet set : sets) {
        if (!set.intersects(one)) {
          one.stream()
              .forEach(
                  position -> {
                    BitSet longer = (BitSet) set.clone();
                    longer.set(position);
                    if (found.subList(0, meeting).stream().noneMatch(s -> within(s, longer))) {
                      found.add(longer);
                    }
                  });
        }
      }
      return found;
    }

    private static boolean within(BitSet small, BitSet large) {
      BitSet rest = (BitSet) small.clone();
      rest.andNot(large);
      return rest.isEmpty();
    }

    private List<SortedSet<String>> named(List<BitSet> sets) {
      List<SortedSet<String>> names = new ArrayList<>();
      for (BitSet set : sets) {
        TreeSet<String> name = new TreeSet<>();
        set.stream().forEach(position -> name.add(elements.get(position)));
        names.add(Collections.unmodifiableSortedSet(name));
      }
      names.sort(
          Comparator.<SortedSet<String>>comparingInt(set -> set.size())
              .thenComparing(set -> set.toString()));
      return names;
    }
  }
}
