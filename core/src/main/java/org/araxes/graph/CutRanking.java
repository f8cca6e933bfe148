package org.araxes.graph;

import java.util.Iterator;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.PriorityQueue;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;

/**
 * Cuts in order of cost, by parts of all cuts.
 *
 * <p>A part stands for the cuts that obey some rules and is kept by the cheapest of them; the whole
 * is the first part. Whoever takes out the cheapest of a part splits the rest of it into parts
 * again (Lawler 1972), so nothing comes twice. Cuts of equal cost come in the order in which their
 * parts were added. One object a thread.
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

  private record Ranked<P>(long cost, long number, P part) implements Comparable<Ranked<P>> {
    @Override
    public int compareTo(Ranked<P> other) {
      int byCost = Long.compare(cost, other.cost);
      return byCost != 0 ? byCost : Long.compare(number, other.number);
    }
  }

  CutRanking(BooleanSupplier mayGoOn) {
    this.mayGoOn = mayGoOn;
  }

  /**
   * Adds the parts of what a part holds besides its cheapest.
   *
   * @return the cheapest, or empty where it is no minimal cut
   */
  abstract Optional<C> split(long cost, P part);

  /** Keeps a part by the cost of its cheapest. */
  final void add(long cost, P part) {
    parts.add(new Ranked<>(cost, number++, part));
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
      Ranked<P> cheapest = parts.remove();
      next = split(cheapest.cost(), cheapest.part()).orElse(null);
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
