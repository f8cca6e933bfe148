package org.araxes.graph;

import java.util.Arrays;
import java.util.Iterator;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.PriorityQueue;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;

/**
 * Cuts in order of cost, by parts of all cuts.
 *
 * <p>A part stands for the cuts that obey some rules and is kept by the first of them; the whole is
 * the first part. Whoever takes out the first of a part splits the rest of it into parts again
 * (Lawler 1972), so nothing comes twice. Of equal cost the cut with fewer members comes first, of
 * as many the one whose members come first, compared one by one from the least on. As long as each
 * part is kept by its first in that order, they all come in it, whatever found them. One object a
 * thread.
 *
 * @param <P> a part
 * @param <C> a cut
 */
abstract class CutRanking<P, C> implements Iterator<C> {
  private final BooleanSupplier mayGoOn;
  private final PriorityQueue<Ranked<P>> parts = new PriorityQueue<>();
  private long number;
  private boolean complete = true;
  private @Nullable C next;

  /** A part, by what its first cut costs and by the ranks of its members, ascending. */
  private static final class Ranked<P> implements Comparable<Ranked<P>> {
    private final long cost;
    private final int[] ranks;
    private final long number;
    private final P part;

    Ranked(long cost, int[] ranks, long number, P part) {
      this.cost = cost;
      this.ranks = ranks;
      this.number = number;
      this.part = part;
    }

    @Override
    public int compareTo(Ranked<P> other) {
      int by = Long.compare(cost, other.cost);
      by = by != 0 ? by : Integer.compare(ranks.length, other.ranks.length);
      by = by != 0 ? by : Arrays.compare(ranks, other.ranks);
      return by != 0 ? by : Long.compare(number, other.number);
    }
  }

  CutRanking(BooleanSupplier mayGoOn) {
    this.mayGoOn = mayGoOn;
  }

  /**
   * Adds the parts of what a part holds besides its first.
   *
   * @return the first, or empty where it is no minimal cut
   */
  abstract Optional<C> split(long cost, P part);

  /**
   * Keeps a part by the first of its cuts.
   *
   * @param cost what that costs
   * @param ranks of its members, ascending
   */
  final void add(long cost, int[] ranks, P part) {
    parts.add(new Ranked<>(cost, ranks, number++, part));
  }

  /** Asks whether there is time for one more step; after a no there are no more cuts. */
  final boolean goesOn() {
    complete &= mayGoOn.getAsBoolean();
    return complete;
  }

  /** Finds the next cut; called once by the constructor, when the first part is there. */
  final void advance() {
    next = null;
    while (next == null && complete && !parts.isEmpty()) {
      Ranked<P> least = parts.remove();
      next = split(least.cost, least.part).orElse(null);
    }
  }

  @Override
  public final boolean hasNext() {
    return next != null;
  }

  @Override
  public final C next() {
    C found = next;
    if (found == null) {
      throw new NoSuchElementException("There are no more cuts. Maybe ask hasNext() first?");
    }
    advance();
    return found;
  }

  /**
   * Whether every cut has been or will be found.
   *
   * @return false once the budget ended the search
   */
  public final boolean isComplete() {
    return complete;
  }
}
