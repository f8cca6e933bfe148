package org.araxes.graph;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;

/**
 * The second part of a {@link KeyQuotient}: exact reductions of a small graph whose arcs need keys,
 * repeated until none of them changes anything.
 */
final class KeyReduction {
  /** Vertices with more arcs than this are not compared with others, nor passed over. */
  private static final int BUSY = 64;

  private final int keys;
  private final int words;
  private final BitSet locksInUse;
  private final BitSet mandatory = new BitSet();
  private int vertices;
  private int source;
  private int target;
  private List<Arc> arcs;
  private List<List<Arc>> out = new ArrayList<>();
  private List<List<Arc>> in = new ArrayList<>();

  /** An arc and the keys that it needs. The array is shared and never written to. */
  static final class Arc {
    final int tail;
    final int head;
    private long[] needs;
    private boolean gone;

    Arc(int tail, int head, long[] needs) {
      this.tail = tail;
      this.head = head;
      this.needs = needs;
    }

    boolean isFree() {
      for (long word : needs) {
        if (word != 0) {
          return false;
        }
      }
      return true;
    }

    /** Whether this needs nothing that another arc does not need. */
    private boolean needsAtMost(Arc other) {
      return within(needs, other.needs);
    }
  }

  KeyReduction(int keys, BitSet locksInUse, int vertices, List<Arc> arcs, int source, int target) {
    this.locksInUse = locksInUse;
    this.keys = keys;
    this.words = words(keys);
    this.vertices = vertices;
    this.arcs = arcs;
    this.source = source;
    this.target = target;
  }

  static int words(int keys) {
    return (keys + Long.SIZE - 1) / Long.SIZE;
  }

  static boolean within(long[] some, long[] others) {
    for (int w = 0; w < some.length; w++) {
      if ((some[w] & ~others[w]) != 0) {
        return false;
      }
    }
    return true;
  }

  static boolean within(BitSet some, BitSet others) {
    for (int key = some.nextSetBit(0); key >= 0; key = some.nextSetBit(key + 1)) {
      if (!others.get(key)) {
        return false;
      }
    }
    return true;
  }

  private static long[] union(long[] one, long[] other) {
    long[] both = one.clone();
    for (int w = 0; w < both.length; w++) {
      both[w] |= other[w];
    }
    return both;
  }

  private static long[] without(long[] one, long[] other) {
    long[] rest = one.clone();
    for (int w = 0; w < rest.length; w++) {
      rest[w] &= ~other[w];
    }
    return rest;
  }

  KeyQuotient run() {
    long before;
    do {
      before = size();
      index();
      prune();
      if (out.get(source).isEmpty()) {
        return KeyQuotient.never(keys, locksInUse);
      }
      ask();
      collapse();
      if (source == target) {
        return new KeyQuotient(
            keys, locksInUse, mandatory, IndexedGraph.builder(1).build(), new long[0][], 0, 0);
      }
      index();
      prune();
      keepBlocks();
      passOver();
      dropReplaceable();
      compact();
    } while (size() != before);
    return result();
  }

  private long size() {
    long needs = 0;
    for (Arc arc : arcs) {
      for (long word : arc.needs) {
        needs += Long.bitCount(word);
      }
    }
    return ((long) vertices << 40) + ((long) arcs.size() << 20) + needs;
  }

  /** Sorts the arcs by their ends; of parallel ones keeps those that need no more than another. */
  private void index() {
    out = new ArrayList<>(vertices);
    in = new ArrayList<>(vertices);
    for (int vertex = 0; vertex < vertices; vertex++) {
      out.add(new ArrayList<>(4));
      in.add(new ArrayList<>(4));
    }
    for (Arc arc : arcs) {
      if (!arc.gone && arc.tail != arc.head && arc.head != source && arc.tail != target) {
        out.get(arc.tail).add(arc);
      }
    }
    Arc[] last = new Arc[vertices];
    List<Arc> kept = new ArrayList<>(arcs.size());
    for (int vertex = 0; vertex < vertices; vertex++) {
      out.get(vertex).sort(KeyReduction::byHeadThenNeeds);
      List<Arc> own = new ArrayList<>(out.get(vertex).size());
      int begin = 0;
      for (Arc arc : out.get(vertex)) {
        if (last[arc.head] == null || last[arc.head].tail != vertex) {
          begin = own.size();
        }
        last[arc.head] = arc;
        boolean needless = false;
        for (int i = begin; i < own.size() && !needless; i++) {
          needless = own.get(i).needsAtMost(arc);
        }
        if (!needless) {
          own.add(arc);
          in.get(arc.head).add(arc);
          kept.add(arc);
        }
      }
      out.set(vertex, own);
    }
    arcs = kept;
  }

  /** Arcs to one vertex side by side, those that need few keys first. */
  private static int byHeadThenNeeds(Arc one, Arc other) {
    int byHead = Integer.compare(one.head, other.head);
    if (byHead != 0) {
      return byHead;
    }
    int mine = 0;
    int theirs = 0;
    for (int w = 0; w < one.needs.length; w++) {
      mine += Long.bitCount(one.needs[w]);
      theirs += Long.bitCount(other.needs[w]);
    }
    return mine != theirs
        ? Integer.compare(mine, theirs)
        : Arrays.compareUnsigned(one.needs, other.needs);
  }

  /** Drops what lies on no way from the source to the target. */
  private void prune() {
    boolean[] near = new boolean[vertices];
    boolean[] far = new boolean[vertices];
    flood(near, source, true, false);
    flood(far, target, false, false);
    arcs.removeIf(arc -> !near[arc.tail] || !far[arc.head]);
    for (int vertex = 0; vertex < vertices; vertex++) {
      out.get(vertex).removeIf(arc -> !near[arc.tail] || !far[arc.head]);
      in.get(vertex).removeIf(arc -> !near[arc.tail] || !far[arc.head]);
    }
  }

  private void flood(boolean[] reached, int start, boolean forward, boolean freely) {
    int[] queue = new int[vertices];
    int end = 0;
    reached[start] = true;
    queue[end++] = start;
    for (int next = 0; next < end; next++) {
      for (Arc arc : (forward ? out : in).get(queue[next])) {
        int other = forward ? arc.head : arc.tail;
        if (!reached[other] && (!freely || arc.isFree())) {
          reached[other] = true;
          queue[end++] = other;
        }
      }
    }
  }

  /**
   * Finds what every path to each vertex asks for, and asks for it no more afterwards: what every
   * path to the target asks for becomes mandatory.
   */
  private void ask() {
    long[][] asked = asked(out, source, words);
    long[] always = asked[target];
    mandatory.or(BitSet.valueOf(always));
    for (Arc arc : arcs) {
      arc.needs = without(without(arc.needs, asked[arc.tail]), always);
    }
  }

  /** The keys that every path to each vertex asks for; every vertex is reached. */
  static long[][] asked(List<List<Arc>> out, int source, int words) {
    long[][] asked = new long[out.size()][];
    asked[source] = new long[words];
    ArrayDeque<Integer> queue = new ArrayDeque<>(List.of(source));
    boolean[] waiting = new boolean[out.size()];
    while (!queue.isEmpty()) {
      int vertex = queue.remove();
      waiting[vertex] = false;
      for (Arc arc : out.get(vertex)) {
        long[] now = union(asked[vertex], arc.needs);
        long[] before = asked[arc.head];
        boolean fewer = before == null;
        for (int w = 0; w < words && before != null; w++) {
          fewer |= (before[w] & ~now[w]) != 0;
          now[w] &= before[w];
        }
        if (fewer) {
          asked[arc.head] = now;
          if (!waiting[arc.head]) {
            waiting[arc.head] = true;
            queue.add(arc.head);
          }
        }
      }
    }
    return asked;
  }

  /** Joins what free arcs join: strong components, and all that is free from or to an end. */
  private void collapse() {
    boolean[] withSource = new boolean[vertices];
    boolean[] withTarget = new boolean[vertices];
    flood(withSource, source, true, true);
    flood(withTarget, target, false, true);
    if (withSource[target]) {
      source = target;
      return;
    }
    IndexedGraph.Builder freely = IndexedGraph.builder(vertices);
    arcs.stream().filter(Arc::isFree).forEach(arc -> freely.arc(arc.tail, arc.head));
    int[] component = strongComponents(freely.build());
    for (int vertex = 0; vertex < vertices; vertex++) {
      if (withSource[vertex]) {
        component[vertex] = component[source];
      } else if (withTarget[vertex]) {
        component[vertex] = component[target];
      }
    }
    relabel(component);
  }

  private void relabel(int[] to) {
    List<Arc> moved = new ArrayList<>(arcs.size());
    for (Arc arc : arcs) {
      if (!arc.gone && to[arc.tail] != to[arc.head]) {
        moved.add(new Arc(to[arc.tail], to[arc.head], arc.needs));
      }
    }
    arcs = moved;
    source = to[source];
    target = to[target];
    vertices = Arrays.stream(to).max().orElse(-1) + 1;
  }

  /** Drops the blocks of the underlying graph through which no path without repeats leads. */
  private void keepBlocks() {
    boolean[] inBlock = new Blocks().between();
    for (Arc arc : arcs) {
      if (!inBlock[arc.tail] || !inBlock[arc.head]) {
        drop(arc);
      }
    }
  }

  private void drop(Arc arc) {
    arc.gone = true;
    out.get(arc.tail).remove(arc);
    in.get(arc.head).remove(arc);
  }

  private void add(Arc arc) {
    arcs.add(arc);
    out.get(arc.tail).add(arc);
    in.get(arc.head).add(arc);
  }

  /**
   * Replaces a vertex by the arcs that lead past it, when there are no more of them than before,
   * and no more different ways to enter a vertex with keys.
   */
  private void passOver() {
    for (int vertex = 0; vertex < vertices; vertex++) {
      List<Arc> into = in.get(vertex);
      List<Arc> from = out.get(vertex);
      if (vertex == source
          || vertex == target
          || into.isEmpty()
          || into.size() > BUSY
          || from.size() > BUSY
          || into.size() * from.size() > 2 * (into.size() + from.size())) {
        continue;
      }
      List<Arc> past = new ArrayList<>();
      for (Arc first : into) {
        for (Arc second : from) {
          if (first.tail != second.head) {
            past.add(new Arc(first.tail, second.head, union(first.needs, second.needs)));
          }
        }
      }
      if (past.size() <= into.size() + from.size() && entrances(past, into, from) <= 0) {
        List.copyOf(into).forEach(this::drop);
        List.copyOf(from).forEach(this::drop);
        past.forEach(this::addUnlessNeedless);
      }
    }
  }

  private void addUnlessNeedless(Arc arc) {
    for (Arc other : out.get(arc.tail)) {
      if (other.head == arc.head && other.needsAtMost(arc)) {
        return;
      }
    }
    for (Arc other : List.copyOf(out.get(arc.tail))) {
      if (other.head == arc.head && arc.needsAtMost(other)) {
        drop(other);
      }
    }
    add(arc);
  }

  /** How many more pairs of a head and the keys to enter it there would be. */
  private int entrances(List<Arc> past, List<Arc> into, List<Arc> from) {
    List<Arc> counted = new ArrayList<>();
    int more = 0;
    for (Arc arc : past) {
      if (!arc.isFree() && isNew(arc, counted) && isNew(arc, in.get(arc.head), from)) {
        counted.add(arc);
        more++;
      }
    }
    counted.clear();
    for (Arc arc : into) {
      if (!arc.isFree() && isNew(arc, counted)) {
        counted.add(arc);
        more--;
      }
    }
    for (Arc arc : from) {
      if (!arc.isFree() && isNew(arc, counted) && isNew(arc, in.get(arc.head), from)) {
        counted.add(arc);
        more--;
      }
    }
    return more;
  }

  private static boolean isNew(Arc arc, List<Arc> among) {
    return isNew(arc, among, List.of());
  }

  private static boolean isNew(Arc arc, List<Arc> among, List<Arc> except) {
    for (Arc other : among) {
      if (other.head == arc.head
          && Arrays.equals(other.needs, arc.needs)
          && !except.contains(other)) {
        return false;
      }
    }
    return true;
  }

  /** Drops each vertex that another one replaces on every path, at no more keys. */
  private void dropReplaceable() {
    Tally tally = new Tally();
    for (int vertex = 0; vertex < vertices; vertex++) {
      if (vertex != source
          && vertex != target
          && !in.get(vertex).isEmpty()
          && in.get(vertex).size() <= BUSY
          && out.get(vertex).size() <= BUSY
          && tally.isReplaceable(vertex)) {
        List.copyOf(in.get(vertex)).forEach(this::drop);
        List.copyOf(out.get(vertex)).forEach(this::drop);
      }
    }
  }

  /** Counts which other vertices have, for each arc of a vertex, one that needs no more. */
  private final class Tally {
    private final int[] hits = new int[vertices];
    private final int[] lastRound = new int[vertices];
    private final int[] touched = new int[vertices];
    private int count;
    private int round;

    boolean isReplaceable(int vertex) {
      tally(vertex, true);
      BitSet replacing = new BitSet();
      for (int i = 0; i < count; i++) {
        if (touched[i] != vertex && hits[touched[i]] == in.get(vertex).size()) {
          replacing.set(touched[i]);
        }
      }
      if (replacing.isEmpty()) {
        return false;
      }
      tally(vertex, false);
      for (int i = 0; i < count; i++) {
        if (replacing.get(touched[i]) && hits[touched[i]] == out.get(vertex).size()) {
          return true;
        }
      }
      return false;
    }

    private void tally(int vertex, boolean into) {
      for (int i = 0; i < count; i++) {
        hits[touched[i]] = 0;
      }
      count = 0;
      for (Arc arc : (into ? in : out).get(vertex)) {
        round++;
        int end = into ? arc.tail : arc.head;
        hit(end); // who is there already needs no arc
        for (Arc other : (into ? out : in).get(end)) {
          if (other.needsAtMost(arc)) {
            hit(into ? other.head : other.tail);
          }
        }
      }
    }

    private void hit(int vertex) {
      if (lastRound[vertex] != round) {
        lastRound[vertex] = round;
        if (hits[vertex]++ == 0) {
          touched[count++] = vertex;
        }
      }
    }
  }

  /** Numbers the vertices that are left from zero. */
  private void compact() {
    arcs.removeIf(arc -> arc.gone);
    int[] to = new int[vertices];
    Arrays.fill(to, -1);
    int next = 0;
    to[source] = next++;
    to[target] = next++;
    for (Arc arc : arcs) {
      if (to[arc.tail] < 0) {
        to[arc.tail] = next++;
      }
      if (to[arc.head] < 0) {
        to[arc.head] = next++;
      }
    }
    relabel(to);
  }

  private KeyQuotient result() {
    IndexedGraph.Builder graph = IndexedGraph.builder(vertices);
    long[][] needs = new long[arcs.size()][];
    for (Arc arc : arcs) {
      needs[graph.arc(arc.tail, arc.head)] = arc.needs;
    }
    return new KeyQuotient(keys, locksInUse, mandatory, graph.build(), needs, source, target);
  }

  /**
   * The strong components of a graph, after Tarjan (1972), without recursion.
   *
   * @return the number of its component, for each vertex; those a component leads to come first
   */
  static int[] strongComponents(IndexedGraph graph) {
    int count = graph.vertexCount();
    int[] component = new int[count];
    int[] order = new int[count];
    int[] low = new int[count];
    int[] place = new int[count];
    int[] path = new int[count];
    int[] open = new int[count];
    Arrays.fill(component, -1);
    int seen = 0;
    int components = 0;
    int opened = 0;
    for (int start = 0; start < count; start++) {
      if (order[start] != 0) {
        continue;
      }
      int depth = 0;
      path[0] = start;
      while (depth >= 0) {
        int vertex = path[depth];
        if (order[vertex] == 0) {
          order[vertex] = ++seen;
          low[vertex] = seen;
          place[vertex] = graph.outBegin(vertex);
          open[opened++] = vertex;
        }
        if (place[vertex] < graph.outEnd(vertex)) {
          int head = graph.head(graph.outArc(place[vertex]++));
          if (order[head] == 0) {
            path[++depth] = head;
          } else if (component[head] < 0) {
            low[vertex] = Math.min(low[vertex], order[head]);
          }
          continue;
        }
        if (low[vertex] == order[vertex]) {
          int member;
          do {
            member = open[--opened];
            component[member] = components;
          } while (member != vertex);
          components++;
        }
        depth--;
        if (depth >= 0) {
          low[path[depth]] = Math.min(low[path[depth]], low[vertex]);
        }
      }
    }
    return component;
  }

  /** The block that source and target would share if an edge joined them (Tarjan 1972). */
  private final class Blocks {
    private final int[] order = new int[vertices];
    private final int[] low = new int[vertices];
    private final int[] place = new int[vertices];
    private final int[] path = new int[vertices + 1];

    boolean[] between() {
      boolean[] inBlock = new boolean[vertices];
      inBlock[source] = true;
      inBlock[target] = true;
      // The search starts at the source as if its first edge led to the target; a vertex is in the
      // block of that edge exactly if, on the way back, nothing below it is cut off by one vertex.
      int seen = 0;
      order[source] = ++seen;
      low[source] = seen;
      order[target] = ++seen;
      low[target] = 1;
      path[0] = target;
      int depth = 0;
      boolean[] cutOff = new boolean[vertices];
      int[] parent = new int[vertices];
      Arrays.fill(parent, -1);
      List<Integer> visited = new ArrayList<>();
      while (depth >= 0) {
        int vertex = path[depth];
        int next = neighbour(vertex);
        if (next >= 0) {
          if (order[next] == 0) {
            order[next] = ++seen;
            low[next] = seen;
            parent[next] = vertex;
            visited.add(next);
            path[++depth] = next;
          } else {
            low[vertex] = Math.min(low[vertex], order[next]);
          }
          continue;
        }
        depth--;
        if (depth >= 0) {
          int above = path[depth];
          low[above] = Math.min(low[above], low[vertex]);
          cutOff[vertex] = low[vertex] >= order[above];
        }
      }
      for (int vertex : visited) {
        inBlock[vertex] = !cutOff[vertex] && inBlock[parent[vertex]];
      }
      return inBlock;
    }

    /** The next vertex in either direction, or −1. */
    private int neighbour(int vertex) {
      int i = place[vertex]++;
      if (i < out.get(vertex).size()) {
        return out.get(vertex).get(i).head;
      }
      i -= out.get(vertex).size();
      return i < in.get(vertex).size() ? in.get(vertex).get(i).tail : -1;
    }
  }
}
