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
 */
final class Deviations implements PathIterator {
  private static final int[] NONE = {};

  private final Terrain terrain;
  private final Continuation continuation;
  private final BooleanSupplier goOn;
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
    terrain.begin();
    addBest(NONE, 0, NONE);
  }

  /** Splits what was found last, now that more is asked for, and looks at the next candidate. */
  private void advance() {
    if (unsplit != null) {
      Candidate path = unsplit;
      unsplit = null;
      split(path, path.arcs.length - 1);
    }
    Candidate best = truncated ? null : candidates.poll();
    if (best == null) {
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
    for (int i = 0; i <= last; i++) {
      if (i > 0) {
        if (i == 1) {
          terrain.enter(terrain.graph.tail(path.arcs[0]));
        }
        terrain.enter(terrain.graph.head(path.arcs[i - 1]));
      }
      if (i >= path.deviation) {
        int[] banned = i == path.deviation ? path.banned : NONE;
        addBest(path.arcs, i, with(banned, path.arcs[i]));
        if (truncated) {
          return;
        }
      }
    }
  }

  private void addBest(int[] prefix, int length, int[] banned) {
    if (!goOn.getAsBoolean()) {
      truncated = true;
      return;
    }
    int[] tail = continuation.after(prefix, length, banned);
    if (tail.length > 0) {
      int[] arcs = Arrays.copyOf(prefix, length + tail.length);
      System.arraycopy(tail, 0, arcs, length, tail.length);
      double cost = 0;
      for (int arc : arcs) {
        cost += terrain.costs[arc];
      }
      candidates.add(new Candidate(continuation.rank(arcs), cost, arcs, length, banned));
    } else if (!goOn.getAsBoolean()) {
      truncated = true;
    }
  }

  private static int[] with(int[] sorted, int arc) {
    int[] more = Arrays.copyOf(sorted, sorted.length + 1);
    more[sorted.length] = arc;
    Arrays.sort(more);
    return more;
  }

  /** The best path of one part: those that share its first arcs but take no banned arc next. */
  private static final class Candidate implements Comparable<Candidate> {
    private static final Comparator<Candidate> ORDER =
        Comparator.<Candidate>comparingDouble(c -> c.rank)
            .thenComparingDouble(c -> c.cost)
            .thenComparingInt(c -> c.arcs.length)
            .thenComparing(c -> c.arcs, Arrays::compare);

    private final double rank;
    private final double cost;
    private final int[] arcs;
    private final int deviation;
    private final int[] banned;

    Candidate(double rank, double cost, int[] arcs, int deviation, int[] banned) {
      this.rank = rank;
      this.cost = cost;
      this.arcs = arcs;
      this.deviation = deviation;
      this.banned = banned;
    }

    @Override
    public int compareTo(Candidate other) {
      return ORDER.compare(this, other);
    }
  }
}
