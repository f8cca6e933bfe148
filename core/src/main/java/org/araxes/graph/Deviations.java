package org.araxes.graph;

import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Comparator;
import java.util.NoSuchElementException;
import java.util.PriorityQueue;
import java.util.Queue;
import java.util.function.BooleanSupplier;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * Lists simple paths in order, each with its best deviations as the next candidates.
 *
 * <p><b>Method.</b> Yen (1971) with the partition of Lawler (1972): the set of all paths is split
 * by where they leave the best one, and each part is known by its own best path. A part's best path
 * may come back to a group it has left; then it is no answer, but it bounds its part from below,
 * and the part is split up to the arc that came back, since whatever shares the path so far is no
 * answer either. So the order is exact without ever asking for the best path that never comes back,
 * which is hard.
 *
 * <p>A new part is first known by a bound alone: what its prefix costs, its cheapest next arc, and
 * the least from there to a target. Its best path is looked for when nothing else comes before the
 * bound, so for most parts never; and a search gives up as soon as it knows that its path comes
 * after the next candidate, which raises the part's bound. Every search of a part may take several
 * times the steps of the one before, so that what is searched again is a share of the last search.
 * The bound is taken a little lower than what the sum of floating point says, so that rounding
 * cannot put a path before its better.
 */
final class Deviations implements PathIterator {
  private static final int[] NONE = {};

  /**
   * How many steps a first search takes before it may give up, and how many times more the next.
   */
  private static final int FIRST_STEPS = 1;

  private static final int MORE_STEPS = 4;

  /** Instead of a number of steps, where a part's best path is known. */
  private static final int FOUND = 0;

  private final Terrain terrain;
  private final Continuation continuation;
  private final BooleanSupplier goOn;

  /** What makes a bound of a sum that rounding may have raised. */
  private final double lowering;

  private final PriorityQueue<Candidate> candidates = new PriorityQueue<>();
  private final Queue<ArcPath> ready = new ArrayDeque<>();
  private @Nullable Candidate unsplit;
  private boolean begun;
  private boolean truncated;

  /** The condition is asked between the steps; once it has said no, there are no more paths. */
  Deviations(Terrain terrain, Continuation continuation, BooleanSupplier goOn) {
    this.terrain = terrain;
    this.continuation = continuation;
    this.goOn = goOn;
    this.lowering = 1 - terrain.graph.vertexCount() * Front.ROUNDING;
  }

  /** Keeps to the first no, so that all who ask hear the same. */
  static BooleanSupplier latched(BooleanSupplier goOn) {
    boolean[] stopped = {false};
    return () -> {
      stopped[0] |= !goOn.getAsBoolean();
      return !stopped[0];
    };
  }

  @Override
  public boolean isTruncated() {
    return truncated;
  }

  @Override
  public boolean hasNext() {
    if (!begun) {
      begun = true;
      begin();
    }
    while (ready.isEmpty() && !truncated && (unsplit != null || !candidates.isEmpty())) {
      advance();
    }
    return !ready.isEmpty();
  }

  @Override
  public ArcPath next() {
    if (!hasNext()) {
      throw new NoSuchElementException("There are no more paths");
    }
    return ready.remove();
  }

  /** Paths without arcs come first; for the others, one part that holds them all. */
  private void begin() {
    IntStream.of(terrain.sources)
        .filter(terrain::isEnd)
        .boxed()
        .sorted(Comparator.comparingDouble(continuation::rankAt))
        .forEach(source -> ready.add(ArcPath.at(source)));
    truncated = !goOn.getAsBoolean();
    if (!truncated) {
      terrain.begin();
      bound(NONE, 0, 0, NONE);
    }
  }

  /** Splits what was found last, now that more is asked for, and looks at the next candidate. */
  private void advance() {
    if (unsplit != null) {
      Candidate path = unsplit;
      unsplit = null;
      split(path, path.arcs.length - 1);
    }
    Candidate best = candidates.poll();
    if (best == null) {
      return;
    }
    if (!best.isFound()) {
      find(best);
      return;
    }
    int returning = terrain.firstReturn(best.arcs);
    if (returning < 0) {
      ready.add(ArcPath.along(terrain.graph, terrain.costs, best.arcs));
      unsplit = best;
    } else {
      split(best, returning);
    }
  }

  /** Splits the part of a path into those that leave it before each arc up to the last. */
  private void split(Candidate path, int last) {
    terrain.begin();
    double spent = 0;
    for (int i = 0; i <= last; i++) {
      if (i > 0) {
        enter(path.arcs, i - 1);
        spent += terrain.costs[path.arcs[i - 1]];
      }
      if (i >= path.deviation) {
        int[] banned = i == path.deviation ? path.banned : NONE;
        bound(path.arcs, i, spent, with(banned, path.arcs[i]));
      }
    }
  }

  /** Grows the terrain's prefix by the arc at a place. */
  private void enter(int[] arcs, int place) {
    if (place == 0) {
      terrain.enter(terrain.graph.tail(arcs[0]));
    }
    terrain.enter(terrain.graph.head(arcs[place]));
  }

  /** Adds the part of the prefix that the terrain has entered, unless it is empty. */
  private void bound(int[] prefix, int length, double spent, int[] banned) {
    double least = Double.POSITIVE_INFINITY;
    boolean goesOn = false;
    for (int start : starts(prefix, length)) {
      if (terrain.isHopeful(start) && !terrain.isEnd(start)) {
        IndexedGraph graph = terrain.graph;
        for (int i = graph.outBegin(start), stop = graph.outEnd(start); i < stop; i++) {
          int arc = graph.outArc(i);
          if (terrain.allows(arc) && Arrays.binarySearch(banned, arc) < 0) {
            goesOn = true;
            least = Math.min(least, terrain.costs[arc] + terrain.costAhead(graph.head(arc)));
          }
        }
      }
    }
    if (goesOn) {
      double rank = continuation.rank(prefix, length);
      double cost = (spent + least) * lowering;
      candidates.add(new Candidate(rank, cost, prefix, length, banned, FIRST_STEPS));
    }
  }

  private int[] starts(int[] prefix, int length) {
    return length > 0 ? new int[] {terrain.graph.head(prefix[length - 1])} : terrain.sources;
  }

  /** Looks for the best path of a part that was known by its bound. */
  private void find(Candidate part) {
    if (!goOn.getAsBoolean()) {
      truncated = true;
      return;
    }
    terrain.begin();
    double spent = 0;
    for (int i = 0; i < part.deviation; i++) {
      enter(part.arcs, i);
      spent += terrain.costs[part.arcs[i]];
    }
    double limit = limit(part) / lowering - spent;
    int[] tail = continuation.after(part.arcs, part.deviation, part.banned, limit, part.leastSteps);
    if (tail.length > 0) {
      int[] arcs = Arrays.copyOf(part.arcs, part.deviation + tail.length);
      System.arraycopy(tail, 0, arcs, part.deviation, tail.length);
      double cost = 0;
      for (int arc : arcs) {
        cost += terrain.costs[arc];
      }
      candidates.add(
          new Candidate(
              continuation.rank(arcs, arcs.length),
              cost,
              arcs,
              part.deviation,
              part.banned,
              FOUND));
    } else if (continuation.givenUpAt() < Double.POSITIVE_INFINITY) {
      double cost = (spent + continuation.givenUpAt()) * lowering;
      int steps = (int) Math.min(Integer.MAX_VALUE, MORE_STEPS * (long) part.leastSteps);
      candidates.add(new Candidate(part.rank, cost, part.arcs, part.deviation, part.banned, steps));
    } else if (!goOn.getAsBoolean()) {
      truncated = true;
    }
  }

  /** What a path of the part may cost to come before the next candidate, or the same. */
  private double limit(Candidate part) {
    Candidate next = candidates.peek();
    return next == null || next.rank > part.rank ? Double.POSITIVE_INFINITY : next.cost;
  }

  private static int[] with(int[] sorted, int arc) {
    int[] more = Arrays.copyOf(sorted, sorted.length + 1);
    more[sorted.length] = arc;
    Arrays.sort(more);
    return more;
  }

  /**
   * One part: the paths that share its first arcs but take no banned arc next. Either its best path
   * is found, or its rank and cost are bounds and of the arcs only those up to the deviation count.
   */
  private static final class Candidate implements Comparable<Candidate> {
    private static final Comparator<Candidate> ORDER =
        Comparator.<Candidate>comparingDouble(c -> c.rank)
            .thenComparingDouble(c -> c.cost)
            .thenComparing(Candidate::isFound)
            .thenComparingInt(c -> c.arcs.length)
            .thenComparing(c -> c.arcs, Arrays::compare)
            .thenComparingInt(c -> c.deviation);

    private final double rank;
    private final double cost;
    private final int[] arcs;
    private final int deviation;
    private final int[] banned;
    private final int leastSteps;

    Candidate(double rank, double cost, int[] arcs, int deviation, int[] banned, int leastSteps) {
      this.rank = rank;
      this.cost = cost;
      this.arcs = arcs;
      this.deviation = deviation;
      this.banned = banned;
      this.leastSteps = leastSteps;
    }

    boolean isFound() {
      return leastSteps == FOUND;
    }

    @Override
    public int compareTo(Candidate other) {
      return ORDER.compare(this, other);
    }
  }
}
