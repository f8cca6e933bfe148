package org.araxes.graph;

import java.util.Arrays;
import java.util.function.BooleanSupplier;

/**
 * The probability that source and target are joined by two-way links, by a frontier method in which
 * a state is one machine word.
 *
 * <p><b>Method.</b> After Hardy, Lucet and Limnios (2007), IEEE Trans. Reliability 56, 506–515, and
 * Sekine and Imai (1995), but forwards and without a diagram: only the weights of the states of one
 * frontier are kept, each as a {@link WordPartition}.
 *
 * <p>A link is taken <em>in place</em>: a state whose ends are joined already stays as it is; any
 * other keeps the share of the link's failure and gives the other share to the state in which the
 * ends are joined, which is one that stays. The last link of a vertex, when it leads to a new one,
 * does both at once: if it survives, the new vertex simply takes the place over, and if not, the
 * place is cut out of its block.
 *
 * <p><b>Cost.</b> Time for each link proportional to the states at that time; 16 bytes a state in a
 * table of open addressing filled to two fifths at most.
 */
final class PartitionSweep {
  private static final int SMALLEST = 1 << 10;
  private static final int SAMPLE = 1 << 16;

  private final ReliabilityReduction net;
  private final long mostStates;
  private final BooleanSupplier goOn;
  private final FrontierReliability.Listener listener;
  private final boolean fallible;
  private final CompensatedSum success = new CompensatedSum();
  private final CompensatedSum failure = new CompensatedSum();
  private final int[] place;
  private int freePlaces;

  /** State and weight side by side, so that one look at memory fetches both; no state is 0. */
  private long[] table = new long[2 * SMALLEST];

  private int size;
  private long peak = 1;
  private long visits;
  private boolean complete = true;

  PartitionSweep(ReliabilityReduction net, long mostStates, FrontierReliability.Limits limits) {
    this.net = net;
    this.mostStates = mostStates;
    goOn = limits.goOn();
    listener = limits.listener();
    boolean anyFalls = false;
    for (int vertex = 0; vertex < net.vertexCount(); vertex++) {
      anyFalls |= net.vertexDown(vertex) > 0;
    }
    fallible = anyFalls;
    freePlaces = fallible ? 0xFFF8 : 0xFFFC;
    place = new int[net.vertexCount()];
    Arrays.fill(place, -1);
  }

  /** Whether a state of so many vertices is one word. */
  static boolean fits(int width, boolean fallible) {
    return width <= WordPartition.PLACES - WordPartition.firstPlace(fallible);
  }

  /** Walks the whole graph. False when the frontier had no place left: then nothing is known. */
  boolean run(int[] order) {
    int[][] incident = incident();
    boolean[] done = new boolean[net.vertexCount()];
    int[] pending = new int[net.linkCount()];
    add(WordPartition.SINGLES, 1);
    int finished = 0;
    for (int vertex : order) {
      listener.passed(finished++, order.length);
      if (place[vertex] < 0 && !meet(vertex)) {
        return false;
      }
      int count = 0;
      for (int pass = 0; pass < 2; pass++) {
        for (int link : incident[vertex]) {
          int other = net.tail(link) + net.head(link) - vertex;
          if (!done[other] && (place[other] < 0) == (pass == 1)) {
            pending[count++] = link;
          }
        }
      }
      done[vertex] = true;
      for (int i = 0; i < count; i++) {
        if (!goOn.getAsBoolean()) {
          complete = false;
          return true;
        }
        int link = pending[i];
        int other = net.tail(link) + net.head(link) - vertex;
        if (place[other] < 0) {
          if (i == count - 1 && isPlain(other) && net.vertexDown(vertex) == 0) {
            pass(place[vertex], net.up(link), net.down(link));
            place[other] = place[vertex];
            place[vertex] = -1;
            break;
          }
          if (!meet(other)) {
            return false;
          }
        }
        join(place[vertex], place[other], net.up(link), net.down(link));
      }
      if (place[vertex] >= 0) {
        finish(place[vertex]);
        freePlaces |= 1 << place[vertex];
        place[vertex] = -1;
      }
    }
    return true;
  }

  private boolean isPlain(int vertex) {
    return vertex != net.source() && vertex != net.target() && net.vertexDown(vertex) == 0;
  }

  private int[][] incident() {
    int[] count = new int[net.vertexCount()];
    for (int link = 0; link < net.linkCount(); link++) {
      count[net.tail(link)]++;
      count[net.head(link)]++;
    }
    int[][] incident = new int[net.vertexCount()][];
    for (int vertex = 0; vertex < incident.length; vertex++) {
      incident[vertex] = new int[count[vertex]];
      count[vertex] = 0;
    }
    for (int link = 0; link < net.linkCount(); link++) {
      incident[net.tail(link)][count[net.tail(link)]++] = link;
      incident[net.head(link)][count[net.head(link)]++] = link;
    }
    return incident;
  }

  private boolean meet(int vertex) {
    if (freePlaces == 0) {
      return false;
    }
    int at = Integer.numberOfTrailingZeros(freePlaces);
    freePlaces &= freePlaces - 1;
    place[vertex] = at;
    double down = net.vertexDown(vertex);
    if (vertex == net.source() || vertex == net.target()) {
      relabel(at, vertex == net.source() ? WordPartition.SOURCE : WordPartition.TARGET);
    } else if (down > 0) {
      mayFall(at, net.vertexUp(vertex), down);
    }
    return true;
  }

  /** A place that was alone in every state joins the block of source or target. */
  private void relabel(int at, int to) {
    long[] old = table;
    table = new long[old.length];
    size = 0;
    long change = (long) (at ^ to) << (4 * at);
    for (int i = 0; i < old.length; i += 2) {
      if (old[i] != 0) {
        add(old[i] ^ change, Double.longBitsToDouble(old[i + 1]));
      }
    }
  }

  private void mayFall(int at, double up, double down) {
    makeRoom();
    long[] here = table;
    long change = (long) (at ^ WordPartition.FALLEN) << (4 * at);
    int shift = 4 * at;
    for (int i = 0; i < here.length; i += 2) {
      long state = here[i];
      if (state != 0 && ((state >>> shift) & 15) == at) {
        double weight = Double.longBitsToDouble(here[i + 1]);
        here[i + 1] = Double.doubleToRawLongBits(weight * up);
        add(state ^ change, weight * down);
      }
    }
    measure();
  }

  private void join(int a, int b, double up, double down) {
    makeRoom();
    long[] here = table;
    int shiftA = 4 * a;
    int shiftB = 4 * b;
    for (int i = 0; i < here.length; i += 2) {
      long state = here[i];
      int blockA = (int) (state >>> shiftA) & 15;
      int blockB = (int) (state >>> shiftB) & 15;
      if (blockA == blockB
          || (fallible && (blockA == WordPartition.FALLEN || blockB == WordPartition.FALLEN))) {
        continue; // also the empty places of the table, whose blocks are all 0
      }
      double weight = Double.longBitsToDouble(here[i + 1]);
      here[i + 1] = Double.doubleToRawLongBits(weight * down);
      if ((blockA | blockB) == 1) {
        success.add(weight * up);
      } else {
        add(WordPartition.merge(state, blockA, blockB), weight * up);
      }
    }
    measure();
  }

  /** The last link of the vertex at a place, to a new vertex, which gets the place. */
  private void pass(int at, double up, double down) {
    makeRoom();
    long[] here = table;
    for (int i = 0; i < here.length; i += 2) {
      long state = here[i];
      if (state == 0) {
        continue;
      }
      long cut = WordPartition.cutOut(state, at);
      if (cut == state) {
        continue;
      }
      double weight = Double.longBitsToDouble(here[i + 1]);
      here[i + 1] = Double.doubleToRawLongBits(weight * up);
      if (cut == 0) {
        failure.add(weight * down);
      } else {
        add(cut, weight * down);
      }
    }
    measure();
  }

  private void finish(int at) {
    long[] old = table;
    int capacity = old.length / 2;
    while (capacity > SMALLEST && 5L * size < capacity) {
      capacity /= 2;
    }
    visits += size;
    table = new long[2 * capacity];
    size = 0;
    for (int i = 0; i < old.length; i += 2) {
      long state = old[i];
      double weight = Double.longBitsToDouble(old[i + 1]);
      if (state == 0 || weight == 0) {
        continue;
      }
      long cut = WordPartition.cutOut(state, at);
      if (cut == 0) {
        failure.add(weight);
      } else {
        add(cut, weight);
      }
    }
  }

  private void measure() {
    visits += size;
    peak = Math.max(peak, size);
  }

  /** So much room that no step, which at most doubles the states, fills more than four fifths. */
  private void makeRoom() {
    if (size > mostStates) {
      lose();
    }
    if (5L * size > table.length) {
      long[] old = table;
      table = new long[2 * old.length];
      size = 0;
      for (int i = 0; i < old.length; i += 2) {
        if (old[i] != 0 && old[i + 1] != 0) {
          add(old[i], Double.longBitsToDouble(old[i + 1]));
        }
      }
    }
  }

  /** Loses the lightest half of the states: a cut by a sample of their weights. */
  private void lose() {
    complete = false;
    double[] sample = new double[SAMPLE];
    int count = 0;
    int stride = Math.max(1, size / SAMPLE + 1);
    int seen = 0;
    for (int i = 0; i < table.length && count < SAMPLE; i += 2) {
      if (table[i] != 0 && seen++ % stride == 0) {
        sample[count++] = Double.longBitsToDouble(table[i + 1]);
      }
    }
    Arrays.sort(sample, 0, count);
    double cut = sample[Math.max(0, count - 1 - (int) (mostStates / 2 / stride))];
    long[] old = table;
    table = new long[old.length];
    size = 0;
    for (int i = 0; i < old.length; i += 2) {
      if (old[i] != 0 && Double.longBitsToDouble(old[i + 1]) > cut) {
        add(old[i], Double.longBitsToDouble(old[i + 1]));
      }
    }
    for (int i = 0; i < old.length && size < mostStates / 2; i += 2) {
      if (old[i] != 0 && Double.longBitsToDouble(old[i + 1]) == cut) {
        add(old[i], cut);
      }
    }
  }

  private void add(long state, double weight) {
    long[] here = table;
    int mask = here.length - 1;
    long mixed = state * 0x9E3779B97F4A7C15L;
    int at = (((int) (mixed >>> 32) ^ (int) (mixed >>> 11)) << 1) & mask;
    long there = here[at];
    while (there != state) {
      if (there == 0) {
        here[at] = state;
        here[at + 1] = Double.doubleToRawLongBits(weight);
        size++;
        return;
      }
      at = (at + 2) & mask;
      there = here[at];
    }
    here[at + 1] = Double.doubleToRawLongBits(Double.longBitsToDouble(here[at + 1]) + weight);
  }

  double success() {
    return success.value();
  }

  double failure() {
    return failure.value();
  }

  /** Whether no weight was lost or left over. */
  boolean isComplete() {
    return complete;
  }

  long peakStates() {
    return peak;
  }

  long visits() {
    return visits;
  }
}
