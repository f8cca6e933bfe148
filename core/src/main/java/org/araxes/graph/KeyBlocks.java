package org.araxes.graph;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The first part of a {@link KeyQuotient}: what one lock alone holds together becomes one vertex.
 *
 * <p><b>Method.</b> Arcs are sorted by lock. Those of one lock that are each other's reverse join
 * their ends at once; if others are left, the strong components of one lock join too (Tarjan 1972,
 * without recursion). A block is entered with its lock from every vertex that also touches
 * something else, and left freely. Vertices that touch the same blocks and nothing else count once.
 *
 * <p><b>Cost.</b> O(n + m) but for the sorting of blocks at vertices where several meet.
 */
final class KeyBlocks {
  private static final int NOWHERE = -1;

  private final IndexedGraph graph;
  private final int keys;
  private final List<List<BitSet>> locks;
  private final int[] lockOf;
  private final int free;
  private final int[] root;
  private final int[] joined;
  private final int[] stamps;
  private int stamp;
  private boolean joinsFreely;

  /** The arcs in question, by lock: those of lock l from begin[l] on; free ones come last. */
  private int[] sorted = new int[0];

  private int[] begin = new int[0];

  KeyBlocks(IndexedGraph graph, int keys, List<List<BitSet>> locks, int[] lockOf) {
    this.graph = graph;
    this.keys = keys;
    this.locks = locks;
    this.free = locks.size();
    this.lockOf = new int[lockOf.length];
    int[] kinds = new int[locks.size()];
    Arrays.setAll(kinds, this::kind);
    for (int arc = 0; arc < lockOf.length; arc++) {
      this.lockOf[arc] = lockOf[arc] == KeyQuotient.NEVER ? KeyQuotient.NEVER : kinds[lockOf[arc]];
    }
    this.root = new int[graph.vertexCount()];
    this.joined = new int[graph.vertexCount()];
    this.stamps = new int[graph.vertexCount()];
    Arrays.setAll(root, vertex -> vertex);
  }

  private int kind(int lock) {
    List<BitSet> ways = locks.get(lock);
    if (ways.isEmpty()) {
      return KeyQuotient.NEVER;
    }
    for (BitSet way : ways) {
      if (way.isEmpty()) {
        return free;
      }
    }
    return lock;
  }

  KeyQuotient quotient(int[] sources, int[] targets) {
    if (sources.length == 0 || targets.length == 0) {
      return KeyQuotient.never(keys, new BitSet());
    }
    sort();
    joinFree();
    return new Small(sources, targets).quotient();
  }

  private int rootOf(int vertex) {
    return joinsFreely ? find(root, vertex) : vertex;
  }

  /** Keeps the arcs that can be opened and are no loops, in order of lock. */
  private void sort() {
    begin = new int[free + 2];
    int count = 0;
    for (int arc = 0; arc < lockOf.length; arc++) {
      if (lockOf[arc] != KeyQuotient.NEVER) {
        if (graph.tail(arc) != graph.head(arc)) {
          begin[lockOf[arc] + 1]++;
          count++;
        } else {
          lockOf[arc] = KeyQuotient.NEVER;
        }
      }
    }
    for (int lock = 0; lock <= free; lock++) {
      begin[lock + 1] += begin[lock];
    }
    sorted = new int[count];
    int[] place = begin.clone();
    for (int arc = 0; arc < lockOf.length; arc++) {
      if (lockOf[arc] != KeyQuotient.NEVER) {
        sorted[place[lockOf[arc]]++] = arc;
      }
    }
  }

  private static int find(int[] up, int vertex) {
    int at = vertex;
    while (up[at] != at) {
      up[at] = up[up[at]];
      at = up[at];
    }
    return at;
  }

  private void joinFree() {
    joinsFreely = begin[free] < begin[free + 1];
    if (joinsFreely) {
      join(free);
      for (int i = begin[free]; i < begin[free + 1]; i++) {
        for (int end : new int[] {graph.tail(sorted[i]), graph.head(sorted[i])}) {
          int vertex = find(root, end);
          int to = find(root, component(vertex));
          root[vertex] = to;
        }
      }
    }
  }

  /** Joins the strong components of the arcs of one lock; see {@link #component}. */
  private void join(int lock) {
    stamp++;
    int oneWay = 0;
    for (int i = begin[lock]; i < begin[lock + 1]; i++) {
      int tail = fresh(rootOf(graph.tail(sorted[i])));
      int head = fresh(rootOf(graph.head(sorted[i])));
      if (i + 1 < begin[lock + 1] && areReverse(sorted[i], sorted[i + 1])) {
        joined[find(joined, tail)] = find(joined, head);
        i++;
      } else {
        oneWay++;
      }
    }
    if (oneWay > 1) {
      joinOneWay(lock);
    }
  }

  private boolean areReverse(int one, int other) {
    return graph.tail(one) == graph.head(other) && graph.head(one) == graph.tail(other);
  }

  private int fresh(int vertex) {
    if (stamps[vertex] != stamp) {
      stamps[vertex] = stamp;
      joined[vertex] = vertex;
    }
    return vertex;
  }

  /** The component of a vertex under the lock last joined. */
  private int component(int vertex) {
    return find(joined, vertex);
  }

  private void joinOneWay(int lock) {
    Map<Integer, Integer> numbers = new HashMap<>();
    List<Integer> vertices = new ArrayList<>();
    int count = begin[lock + 1] - begin[lock];
    int[] tails = new int[count];
    int[] heads = new int[count];
    int arcs = 0;
    for (int i = begin[lock]; i < begin[lock + 1]; i++) {
      int tail = component(rootOf(graph.tail(sorted[i])));
      int head = component(rootOf(graph.head(sorted[i])));
      if (tail != head) {
        tails[arcs] = number(numbers, vertices, tail);
        heads[arcs++] = number(numbers, vertices, head);
      }
    }
    IndexedGraph.Builder builder = IndexedGraph.builder(vertices.size());
    for (int arc = 0; arc < arcs; arc++) {
      builder.arc(tails[arc], heads[arc]);
    }
    int[] component = KeyReduction.strongComponents(builder.build());
    int[] first = new int[vertices.size()];
    Arrays.fill(first, NOWHERE);
    for (int v = 0; v < component.length; v++) {
      if (first[component[v]] == NOWHERE) {
        first[component[v]] = v;
      }
      joined[find(joined, vertices.get(v))] = find(joined, vertices.get(first[component[v]]));
    }
  }

  private static int number(Map<Integer, Integer> numbers, List<Integer> things, int thing) {
    Integer known = numbers.get(thing);
    if (known == null) {
      known = things.size();
      numbers.put(thing, known);
      things.add(thing);
    }
    return known;
  }

  /** Blocks, and the vertices where they meet. */
  private final class Small {
    private static final int SOURCE = 0;
    private static final int TARGET = 1;

    private final int[] sources;
    private final int[] targets;
    private final List<KeyReduction.Arc> arcs = new ArrayList<>();
    private int[] lockOfArc = new int[1024];

    /** Vertex and lock of each arc beside which one gets freely. */
    private final List<int[]> passed = new ArrayList<>();

    private final int[] touches;
    private int[] memberVertex = new int[1024];
    private int[] memberBlock = new int[1024];
    private int members;
    private int[] lockOfBlock = new int[256];
    private int blocks;
    private int[] looseArc = new int[256];
    private int loose;
    private int vertices = 2;

    Small(int[] sources, int[] targets) {
      this.sources = sources;
      this.targets = targets;
      this.touches = new int[graph.vertexCount()];
    }

    KeyQuotient quotient() {
      int[] blockOf = new int[graph.vertexCount()];
      int[] seen = new int[graph.vertexCount()];
      for (int lock = 0; lock < free; lock++) {
        if (begin[lock] < begin[lock + 1]) {
          join(lock);
          collect(lock, blockOf, seen);
        }
      }
      for (int i = begin[free]; i < begin[free + 1]; i++) {
        loosen(sorted[i]);
      }
      int[] number = new int[graph.vertexCount()];
      Arrays.fill(number, NOWHERE);
      for (int[] ends : new int[][] {sources, targets}) {
        for (int end : ends) {
          if (number[rootOf(end)] == NOWHERE) {
            number[rootOf(end)] = vertices++;
          }
        }
      }
      for (int i = 0; i < loose; i++) {
        for (int end : new int[] {graph.tail(looseArc[i]), graph.head(looseArc[i])}) {
          int vertex = rootOf(end);
          if (number[vertex] == NOWHERE) {
            number[vertex] = vertices++;
          }
        }
      }
      for (int[] one : passed) {
        if (number[one[0]] == NOWHERE) {
          number[one[0]] = vertices++;
        }
        one[0] = number[one[0]];
      }
      numberMeetings(number);
      addBlocks(number);
      for (int i = 0; i < loose; i++) {
        addArcs(
            number[rootOf(graph.tail(looseArc[i]))],
            number[rootOf(graph.head(looseArc[i]))],
            lockOf[looseArc[i]]);
      }
      for (int start : sources) {
        addArcs(SOURCE, number[rootOf(start)], free);
      }
      for (int end : targets) {
        addArcs(number[rootOf(end)], TARGET, free);
      }
      return reduced();
    }

    /** Keeps what lies on a way, and tells of the locks there. */
    private KeyQuotient reduced() {
      IndexedGraph.Builder builder = IndexedGraph.builder(vertices);
      arcs.forEach(arc -> builder.arc(arc.tail, arc.head));
      Reachability reachability = new Reachability(builder.build());
      BitSet none = new BitSet(0);
      BitSet near = reachability.from(new int[] {SOURCE}, none, none);
      if (!near.get(TARGET)) {
        return KeyQuotient.never(keys, new BitSet());
      }
      BitSet far = reachability.to(new int[] {TARGET}, none, none);
      BitSet locksInUse = new BitSet();
      List<KeyReduction.Arc> kept = new ArrayList<>();
      for (int i = 0; i < arcs.size(); i++) {
        if (near.get(arcs.get(i).tail) && far.get(arcs.get(i).head)) {
          kept.add(arcs.get(i));
          if (lockOfArc[i] != free) {
            locksInUse.set(lockOfArc[i]);
          }
        }
      }
      for (int[] one : passed) {
        if (near.get(one[0]) && far.get(one[0])) {
          locksInUse.set(one[1]);
        }
      }
      return new KeyReduction(keys, locksInUse, vertices, kept, SOURCE, TARGET).run();
    }

    private void collect(int lock, int[] blockOf, int[] seen) {
      for (int i = begin[lock]; i < begin[lock + 1]; i++) {
        int tail = rootOf(graph.tail(sorted[i]));
        int head = rootOf(graph.head(sorted[i]));
        if (tail == head) {
          passed.add(new int[] {tail, lock});
          continue;
        }
        int component = component(tail);
        boolean twoWay = i + 1 < begin[lock + 1] && areReverse(sorted[i], sorted[i + 1]);
        if (!twoWay && component != component(head)) {
          loosen(sorted[i]);
          continue;
        }
        if (seen[component] != stamp) {
          seen[component] = stamp;
          if (blocks == lockOfBlock.length) {
            lockOfBlock = Arrays.copyOf(lockOfBlock, 2 * blocks);
          }
          lockOfBlock[blocks] = lock;
          blockOf[component] = blocks++;
        }
        belong(tail, blockOf[component]);
        belong(head, blockOf[component]);
        i += twoWay ? 1 : 0;
      }
    }

    private void belong(int vertex, int block) {
      if (stamps[vertex] != -stamp) {
        stamps[vertex] = -stamp; // listed under this lock, of which it has one block at most
        if (members == memberVertex.length) {
          memberVertex = Arrays.copyOf(memberVertex, 2 * members);
          memberBlock = Arrays.copyOf(memberBlock, 2 * members);
        }
        memberVertex[members] = vertex;
        memberBlock[members++] = block;
        touches[vertex]++;
      }
    }

    private void loosen(int arc) {
      if (rootOf(graph.tail(arc)) == rootOf(graph.head(arc))) {
        return;
      }
      if (loose == looseArc.length) {
        looseArc = Arrays.copyOf(looseArc, 2 * loose);
      }
      looseArc[loose++] = arc;
    }

    /** Numbers one vertex of each set of blocks that meet, beside those numbered already. */
    private void numberMeetings(int[] number) {
      int[] offset = new int[graph.vertexCount() + 1];
      int kept = 0;
      for (int i = 0; i < members; i++) {
        if (touches[memberVertex[i]] > 1) {
          offset[memberVertex[i] + 1]++;
          kept++;
        }
      }
      for (int vertex = 0; vertex < graph.vertexCount(); vertex++) {
        offset[vertex + 1] += offset[vertex];
      }
      int[] block = new int[kept];
      int[] place = offset.clone();
      for (int i = 0; i < members; i++) {
        if (touches[memberVertex[i]] > 1) {
          block[place[memberVertex[i]]++] = memberBlock[i];
        }
      }
      Map<List<Integer>, Integer> known = new HashMap<>();
      for (int vertex = 0; vertex < graph.vertexCount(); vertex++) {
        if (touches[vertex] > 1 && number[vertex] == NOWHERE) {
          // Blocks are met in ascending order, because they were made so.
          List<Integer> meeting = new ArrayList<>(offset[vertex + 1] - offset[vertex]);
          for (int i = offset[vertex]; i < offset[vertex + 1]; i++) {
            meeting.add(block[i]);
          }
          if (known.putIfAbsent(meeting, vertex) == null) {
            number[vertex] = vertices++;
          }
        }
      }
    }

    private void addBlocks(int[] number) {
      int[] entrance = new int[blocks];
      int[] hall = new int[blocks];
      Arrays.fill(entrance, NOWHERE);
      for (int i = 0; i < members; i++) {
        int vertex = number[memberVertex[i]];
        if (vertex == NOWHERE) {
          continue;
        }
        int block = memberBlock[i];
        List<BitSet> ways = locks.get(lockOfBlock[block]);
        if (entrance[block] == NOWHERE) {
          entrance[block] = vertices++;
          hall[block] = entrance[block];
          if (ways.size() > 1) {
            hall[block] = vertices++;
            addArcs(entrance[block], hall[block], lockOfBlock[block]);
          }
        }
        addArcs(vertex, entrance[block], ways.size() > 1 ? free : lockOfBlock[block]);
        addArcs(hall[block], vertex, free);
      }
    }

    private void addArcs(int tail, int head, int lock) {
      if (lock == free) {
        addArc(tail, head, lock, new long[KeyReduction.words(keys)]);
      } else {
        for (BitSet way : locks.get(lock)) {
          addArc(tail, head, lock, Arrays.copyOf(way.toLongArray(), KeyReduction.words(keys)));
        }
      }
    }

    private void addArc(int tail, int head, int lock, long[] needs) {
      if (arcs.size() == lockOfArc.length) {
        lockOfArc = Arrays.copyOf(lockOfArc, 2 * lockOfArc.length);
      }
      lockOfArc[arcs.size()] = lock;
      arcs.add(new KeyReduction.Arc(tail, head, needs));
    }
  }
}
