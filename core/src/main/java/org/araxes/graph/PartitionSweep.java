package org.araxes.graph;

import java.util.Arrays;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.IntConsumer;

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
 * <p>Many states are parted by their hash. Each part looks at its own states and writes down what
 * it hands to others; then each takes what it was handed, in the order of the parts. So parts can
 * be looked at on several threads, every sum has one order on any number of them, and a part is
 * small enough to stay near the processor.
 *
 * <p><b>Cost.</b> Time for each link proportional to the states at that time; 16 bytes a state in
 * tables of open addressing filled to two thirds at most, and 16 for what is handed over.
 */
final class PartitionSweep {
  /** Bytes for a state: a third of a table filled at worst, handed over, and room to grow. */
  static final long BYTES_PER_STATE = 16 * (3 + 2 + 2);

  private static final int SMALLEST = 1 << 10;
  private static final int SAMPLE = 1 << 16;
  private static final int PARTS = 64;
  private static final int PART_SHIFT = 58;
  private static final long GOLDEN = 0x9E3779B97F4A7C15L;

  /** From so many states on they are parted; below an eighth of it they are put together again. */
  private static final int MANY = 1 << 15;

  private final ReliabilityReduction net;
  private final long mostStates;
  private final BooleanSupplier goOn;
  private final FrontierReliability.Listener listener;
  private final FrontierReliability.Workers workers;
  private final boolean fallible;
  private final CompensatedSum success = new CompensatedSum();
  private final CompensatedSum failure = new CompensatedSum();
  private final int[] place;
  private int freePlaces;
  private Part[] parts = {new Part(0, 1)};
  private long peak = 1;
  private long visits;
  private boolean complete = true;
  private boolean stopped;

  PartitionSweep(ReliabilityReduction net, long mostStates, FrontierReliability.Limits limits) {
    this.net = net;
    this.mostStates = mostStates;
    goOn = limits.goOn();
    listener = limits.listener();
    workers = limits.workers().orElse((pieces, work) -> alone(pieces, work, limits.stop()));
    boolean anyFalls = false;
    for (int vertex = 0; vertex < net.vertexCount(); vertex++) {
      anyFalls |= net.vertexDown(vertex) > 0;
    }
    fallible = anyFalls;
    int first = WordPartition.firstPlace(fallible);
    freePlaces = ((1 << WordPartition.PLACES) - 1) >>> first << first;
    place = new int[net.vertexCount()];
    Arrays.fill(place, -1);
  }

  private static int alone(int pieces, IntConsumer work, BooleanSupplier stop) {
    int done = 0;
    while (done < pieces && !stop.getAsBoolean()) {
      work.accept(done++);
    }
    return done;
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
    parts[0].add(WordPartition.SINGLES, 1);
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
        if (stopped || !goOn.getAsBoolean()) {
          complete = false;
          return true;
        }
        int link = pending[i];
        int other = net.tail(link) + net.head(link) - vertex;
        double up = net.up(link);
        double down = net.down(link);
        if (place[other] < 0) {
          if (i == count - 1 && isPlain(other) && net.vertexDown(vertex) == 0) {
            int at = place[vertex];
            inPlace(part -> part.pass(at, up, down));
            place[other] = place[vertex];
            place[vertex] = -1;
            break;
          }
          if (!meet(other)) {
            return false;
          }
        }
        int a = place[vertex];
        int b = place[other];
        inPlace(part -> part.join(a, b, up, down));
      }
      if (place[vertex] >= 0) {
        finish(place[vertex]);
        freePlaces |= 1 << place[vertex];
        place[vertex] = -1;
      }
    }
    complete &= !stopped;
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
    double up = net.vertexUp(vertex);
    double down = net.vertexDown(vertex);
    if (vertex == net.source() || vertex == net.target()) {
      boolean first = vertex == net.source();
      long end = WordPartition.put(0, at, first ? WordPartition.SOURCE : WordPartition.TARGET);
      afresh(part -> part.relabel(end));
    } else if (down > 0) {
      inPlace(part -> part.mayFall(at, up, down));
    }
    return true;
  }

  private void finish(int at) {
    visits += size();
    afresh(part -> part.finish(at));
  }

  /** Each state stays where it is and hands some of its weight on. */
  private void inPlace(Consumer<Part> step) {
    if (size() > mostStates) {
      lose();
    }
    makeRoom();
    each(step);
    each(part -> part.take(parts));
    int size = size();
    visits += size;
    peak = Math.max(peak, size);
  }

  /** Each state hands on all of its weight. */
  private void afresh(Consumer<Part> step) {
    each(step);
    each(part -> part.take(parts));
  }

  private void each(Consumer<Part> step) {
    if (stopped) {
      return;
    }
    if (parts.length == 1) {
      step.accept(parts[0]);
    } else {
      stopped = workers.run(parts.length, part -> step.accept(parts[part])) < parts.length;
    }
  }

  private int size() {
    int size = 0;
    for (Part part : parts) {
      size += part.size;
    }
    return size;
  }

  /** Parts many states, puts few together, and lets a single part hold twice as many. */
  private void makeRoom() {
    int size = size();
    if (parts.length == 1 ? size >= MANY : size < MANY / 8) {
      Part[] old = parts;
      parts = new Part[old.length == 1 ? PARTS : 1];
      Arrays.setAll(parts, number -> new Part(number, parts.length));
      for (Part part : old) {
        part.moveTo(parts);
        success.add(part.success.value());
        failure.add(part.failure.value());
      }
    }
    if (parts.length == 1 && 5 * size > parts[0].table.length) {
      parts[0].grow(parts[0].table.length);
    }
  }

  /** Loses the lightest half of the states: a cut by a sample of their weights. */
  private void lose() {
    complete = false;
    double[] sample = new double[SAMPLE];
    int stride = Math.max(1, size() / SAMPLE + 1);
    int seen = 0;
    int count = 0;
    for (Part part : parts) {
      for (int i = 0; i < part.table.length && count < SAMPLE; i += 2) {
        if (part.table[i] != 0 && seen++ % stride == 0) {
          sample[count++] = Double.longBitsToDouble(part.table[i + 1]);
        }
      }
    }
    Arrays.sort(sample, 0, count);
    double cut = sample[Math.max(0, count - 1 - (int) (mostStates / 2 / stride))];
    long room = mostStates / 2;
    for (Part part : parts) {
      room -= part.heavier(cut);
    }
    for (Part part : parts) {
      room -= part.retain(cut, room);
    }
  }

  double success() {
    return all(success, part -> part.success);
  }

  double failure() {
    return all(failure, part -> part.failure);
  }

  private double all(CompensatedSum before, Function<Part, CompensatedSum> sum) {
    CompensatedSum all = new CompensatedSum();
    all.add(before.value());
    for (Part part : parts) {
      all.add(sum.apply(part).value());
    }
    return all.value();
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

  /** Some of the states, by their hash, or all of them. One thread at a time works on it. */
  private final class Part {
    private final int number;
    private final boolean alone;
    private final CompensatedSum success = new CompensatedSum();
    private final CompensatedSum failure = new CompensatedSum();

    /** State and weight side by side, so that one look at memory fetches both; no state is 0. */
    private long[] table;

    private int size;

    /** States and weights for each part, and where they end. */
    private final long[][] handed;

    private final int[] ends;

    Part(int number, int count) {
      this.number = number;
      alone = count == 1;
      table = new long[2 * SMALLEST];
      handed = new long[alone ? 0 : count][16];
      ends = new int[handed.length];
    }

    void mayFall(int at, double up, double down) {
      long[] here = table;
      for (int i = 0; i < here.length; i += 2) {
        long state = here[i];
        if (state != 0 && WordPartition.block(state, at) == at) {
          double weight = Double.longBitsToDouble(here[i + 1]);
          here[i + 1] = Double.doubleToRawLongBits(weight * up);
          hand(WordPartition.put(state, at, WordPartition.FALLEN), weight * down);
        }
      }
    }

    void join(int a, int b, double up, double down) {
      long[] here = table;
      for (int i = 0; i < here.length; i += 2) {
        long state = here[i];
        int blockA = WordPartition.block(state, a);
        int blockB = WordPartition.block(state, b);
        if (blockA == blockB
            || (fallible && (blockA == WordPartition.FALLEN || blockB == WordPartition.FALLEN))) {
          continue; // also the empty places of the table, whose blocks are all 0
        }
        double weight = Double.longBitsToDouble(here[i + 1]);
        here[i + 1] = Double.doubleToRawLongBits(weight * down);
        if ((blockA | blockB) == WordPartition.TARGET) {
          success.add(weight * up);
        } else {
          hand(WordPartition.merge(state, blockA, blockB), weight * up);
        }
      }
    }

    void pass(int at, double up, double down) {
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
          hand(cut, weight * down);
        }
      }
    }

    void relabel(long change) {
      long[] old = handAll();
      for (int i = 0; i < old.length; i += 2) {
        if (old[i] != 0) {
          hand(old[i] ^ change, Double.longBitsToDouble(old[i + 1]));
        }
      }
      tidy(old);
    }

    void finish(int at) {
      long[] old = handAll();
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
          hand(cut, weight);
        }
      }
      tidy(old);
    }

    /** All states, to be handed on; who is alone gets them in another table. */
    private long[] handAll() {
      long[] old = table;
      if (alone) {
        table = new long[2 * capacity(size)];
      }
      size = 0;
      return old;
    }

    private void tidy(long[] old) {
      if (!alone) {
        Arrays.fill(old, 0);
      }
    }

    private void hand(long state, double weight) {
      if (alone) {
        add(state, weight);
        return;
      }
      int to = partOf(state);
      int end = ends[to];
      if (end == handed[to].length) {
        handed[to] =
            Arrays.copyOf(handed[to], end + (end >> 2 << 1)); // half as much again, in pairs
      }
      handed[to][end] = state;
      handed[to][end + 1] = Double.doubleToRawLongBits(weight);
      ends[to] = end + 2;
    }

    private static int partOf(long state) {
      // Mixed twice: else states that change alike would all go to one part.
      long mixed = state * GOLDEN;
      return (int) (((mixed ^ (mixed >>> 32)) * GOLDEN) >>> PART_SHIFT);
    }

    /** Takes what every part has handed to this one. */
    void take(Part[] from) {
      if (alone) {
        return;
      }
      for (Part part : from) {
        long[] states = part.handed[number];
        for (int i = 0; i < part.ends[number]; i += 2) {
          if (3 * size >= table.length) {
            grow(table.length); // not before: most of what is handed over is known already
          }
          add(states[i], Double.longBitsToDouble(states[i + 1]));
        }
        part.ends[number] = 0;
      }
    }

    /** Hands all states to other parts, on one thread. */
    void moveTo(Part[] to) {
      for (int i = 0; i < table.length; i += 2) {
        if (table[i] != 0) {
          int part = to.length == 1 ? 0 : partOf(table[i]);
          if (3 * to[part].size > to[part].table.length) {
            to[part].grow(to[part].table.length);
          }
          to[part].add(table[i], Double.longBitsToDouble(table[i + 1]));
        }
      }
    }

    /** So large a table that so many states fill two thirds at most. */
    private int capacity(int states) {
      return Math.max(SMALLEST, Integer.highestOneBit(3 * states / 2) << 1);
    }

    void grow(int capacity) {
      long[] old = table;
      table = new long[2 * capacity];
      size = 0;
      for (int i = 0; i < old.length; i += 2) {
        if (old[i] != 0 && old[i + 1] != 0) {
          add(old[i], Double.longBitsToDouble(old[i + 1]));
        }
      }
    }

    int heavier(double cut) {
      int count = 0;
      for (int i = 0; i < table.length; i += 2) {
        count += table[i] != 0 && Double.longBitsToDouble(table[i + 1]) > cut ? 1 : 0;
      }
      return count;
    }

    /** Keeps what is heavier, and so many that are as heavy; tells how many of those. */
    int retain(double cut, long most) {
      long[] old = table;
      table = new long[old.length];
      size = 0;
      int equal = 0;
      for (int i = 0; i < old.length; i += 2) {
        double weight = Double.longBitsToDouble(old[i + 1]);
        boolean same = weight == cut && equal < most;
        if (old[i] != 0 && (weight > cut || same)) {
          add(old[i], weight);
          equal += same ? 1 : 0;
        }
      }
      return equal;
    }

    void add(long state, double weight) {
      long[] here = table;
      int mask = here.length - 1;
      long mixed = state * GOLDEN;
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
  }
}
