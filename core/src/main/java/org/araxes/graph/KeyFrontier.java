package org.araxes.graph;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * What happens, key by key, while a {@link KeyDiagram} is made: which vertices open or shut, and in
 * which slot each vertex is remembered that is undecided and next to decided ones.
 */
final class KeyFrontier {
  static final int MOST_SLOTS = Long.SIZE;

  /** A vertex opens, if it misses no key. */
  static final class Event {
    /** The bit of the slot of the vertex. */
    final long bit;

    /** Slots of vertices with an arc to this one, undecided when it opens. */
    final long in;

    /** Slots of vertices to which this one has an arc, undecided when it opens. */
    final long out;

    /** Whether an arc leads to it from the source. */
    final boolean fromSource;

    /** Whether an arc leads from it to the target. */
    final boolean toTarget;

    Event(long bit, long in, long out, boolean fromSource, boolean toTarget) {
      this.bit = bit;
      this.in = in;
      this.out = out;
      this.fromSource = fromSource;
      this.toTarget = toTarget;
    }
  }

  /** What is decided with one key. */
  static final class Layer {
    /** Slots of the undecided vertices beside the source. */
    long bySource;

    /** Slots of the undecided vertices beside the target. */
    long byTarget;

    /** Whether any undecided vertex is beside the source, with or without a slot. */
    boolean sourceLeft;

    /** Whether any undecided vertex is beside the target, with or without a slot. */
    boolean targetLeft;

    /** The bit of the key. */
    long keyBit;

    /** The bits of keys that do not matter afterwards. */
    long spentKeys;

    /** In turn the bit of a slot, and the bits of the keys decided that its vertex needs. */
    long[] watched = new long[0];

    /** The vertices that are decided now, those without keys first. */
    final List<Event> events = new ArrayList<>();

    final int number;

    /** For each slot, the slots to which arcs lead between undecided vertices afterwards. */
    final long[] successors = new long[MOST_SLOTS];

    final long[] predecessors = new long[MOST_SLOTS];

    Layer(int number) {
      this.number = number;
    }
  }

  private final KeyGates gates;
  private final int[] order;
  private final int[] when;
  private final int[] first;
  private final int[] slot;
  private final int[] place;
  private final int[] until;
  private final int[] keySlot;
  private final boolean[] besideSource;
  private final boolean[] besideTarget;
  private final List<Integer> now = new ArrayList<>();
  private final List<Layer> layers = new ArrayList<>();
  private boolean fits = true;

  KeyFrontier(KeyGates gates, int[] order) {
    this.gates = gates;
    this.order = order;
    when = new int[gates.size];
    first = new int[gates.size];
    slot = new int[gates.size];
    place = new int[gates.guarded.length];
    until = new int[gates.guarded.length];
    keySlot = new int[gates.guarded.length];
    besideSource = new boolean[gates.size];
    besideTarget = new boolean[gates.size];
    Arrays.fill(slot, -1);
    schedule();
    run();
  }

  /** Whether the slots suffice. */
  boolean fits() {
    return fits;
  }

  List<Layer> layers() {
    return layers;
  }

  private void schedule() {
    Arrays.fill(when, -1);
    for (int layer = 0; layer < order.length; layer++) {
      place[order[layer]] = layer;
      for (int vertex : gates.guarded[order[layer]]) {
        when[vertex] = layer;
      }
    }
    for (int key : order) {
      for (int vertex : gates.guarded[key]) {
        until[key] = Math.max(until[key], when[vertex]);
      }
    }
    // Free vertices open with the first of their neighbours, and so do free ones beside those.
    for (int layer = 0; layer < order.length; layer++) {
      List<Integer> reached = new ArrayList<>();
      for (int vertex : gates.guarded[order[layer]]) {
        if (when[vertex] == layer) {
          reached.add(vertex);
        }
      }
      for (int i = 0; i < reached.size(); i++) {
        for (int[] beside : beside(reached.get(i))) {
          for (int other : beside) {
            if (when[other] < 0 && !isEnd(other)) {
              when[other] = layer;
              reached.add(other);
            }
          }
        }
      }
    }
    for (int vertex = 0; vertex < gates.size; vertex++) {
      first[vertex] = when[vertex];
      for (int[] beside : beside(vertex)) {
        for (int other : beside) {
          if (!isEnd(other)) {
            first[vertex] = Math.min(first[vertex], when[other]);
          }
        }
      }
    }
    for (int vertex : gates.out[gates.source]) {
      besideSource[vertex] = true;
    }
    for (int vertex : gates.in[gates.target]) {
      besideTarget[vertex] = true;
    }
  }

  private boolean isEnd(int vertex) {
    return vertex == gates.source || vertex == gates.target;
  }

  private int[][] beside(int vertex) {
    return new int[][] {gates.in[vertex], gates.out[vertex]};
  }

  private void run() {
    List<List<Integer>> starting = new ArrayList<>();
    for (int layer = 0; layer < order.length; layer++) {
      starting.add(new ArrayList<>());
    }
    for (int vertex = 0; vertex < gates.size; vertex++) {
      if (!isEnd(vertex)) {
        starting.get(first[vertex]).add(vertex);
      }
    }
    long used = 0;
    long usedKeys = 0;
    for (int layer = 0; layer < order.length; layer++) {
      starting.get(layer).forEach(now::add);
      for (int vertex : starting.get(layer)) {
        slot[vertex] = Long.numberOfTrailingZeros(~used);
        used |= bit(slot[vertex]);
        fits &= slot[vertex] < MOST_SLOTS;
      }
      keySlot[order[layer]] = Long.numberOfTrailingZeros(~usedKeys);
      usedKeys |= bit(keySlot[order[layer]]);
      fits &= keySlot[order[layer]] < MOST_SLOTS;
      if (!fits) {
        return;
      }
      Layer made = happen(layer);
      layers.add(made);
      for (int vertex : now) {
        if (when[vertex] == layer) {
          used &= ~bit(slot[vertex]);
        }
      }
      now.removeIf(vertex -> when[vertex] == made.number);
      usedKeys &= ~made.spentKeys;
    }
  }

  private static long bit(int slot) {
    return 1L << slot;
  }

  /** Works out what happens in a layer. */
  private Layer happen(int at) {
    Layer layer = new Layer(at);
    layer.keyBit = bit(keySlot[order[at]]);
    for (int key : order) {
      if (place[key] <= at && until[key] == at) {
        layer.spentKeys |= bit(keySlot[key]);
      }
    }
    watch(layer);
    boolean[] decided = new boolean[gates.size];
    for (boolean free : new boolean[] {true, false}) {
      for (int vertex : now) {
        if (when[vertex] == at && gates.isFree(vertex) == free) {
          decided[vertex] = true;
          layer.events.add(
              new Event(
                  bit(slot[vertex]),
                  undecided(gates.in[vertex], at, decided),
                  undecided(gates.out[vertex], at, decided),
                  besideSource[vertex],
                  besideTarget[vertex]));
        }
      }
    }
    for (int vertex : now) {
      if (!decided[vertex]) {
        layer.successors[slot[vertex]] = undecided(gates.out[vertex], at, decided);
        layer.predecessors[slot[vertex]] = undecided(gates.in[vertex], at, decided);
      }
    }
    layer.bySource = undecided(gates.out[gates.source], at, decided);
    layer.byTarget = undecided(gates.in[gates.target], at, decided);
    for (int vertex : gates.out[gates.source]) {
      layer.sourceLeft |= when[vertex] > at;
    }
    for (int vertex : gates.in[gates.target]) {
      layer.targetLeft |= when[vertex] > at;
    }
    return layer;
  }

  private void watch(Layer layer) {
    layer.watched = new long[2 * now.size()];
    int end = 0;
    for (int vertex : now) {
      long keys = 0;
      for (int key : gates.needs[vertex]) {
        if (place[key] <= layer.number) {
          keys |= bit(keySlot[key]);
        }
      }
      if (keys != 0) {
        layer.watched[end++] = bit(slot[vertex]);
        layer.watched[end++] = keys;
      }
    }
    layer.watched = Arrays.copyOf(layer.watched, end);
  }

  /** The slots of those vertices that are not decided yet, of those that have one. */
  private long undecided(int[] vertices, int at, boolean[] decided) {
    long slots = 0;
    for (int vertex : vertices) {
      if (!isEnd(vertex) && !decided[vertex] && when[vertex] >= at && first[vertex] <= at) {
        slots |= 1L << slot[vertex];
      }
    }
    return slots;
  }
}
