package org.araxes.graph;

import java.util.Arrays;
import java.util.BitSet;

/**
 * Makes a reliability problem smaller without changing its answer, and carries derivatives back.
 *
 * <p><b>Method.</b> Several sources become one vertex, and several targets. Certain two-way links
 * between certain vertices are contracted. Links that are on no simple path from source to target
 * in the underlying undirected graph (outside the biconnected block of an added link between them),
 * or that lie on no directed path, are dropped, and with them loops and dead ends. Links in series
 * and in parallel become one as long as their causes allow it; one-way links too. A one-way link
 * from the source, or to the target, is as good as a two-way one.
 *
 * <p>For the value alone, two one-way links against each other become one two-way link with the
 * lesser survival, beside which the surer one keeps what it has more. This is exact: who spreads
 * from the source comes to one end of the two first, and never asks whether the link back to it
 * stands (deferred decisions).
 *
 * <p>Every step is written on a tape; the chain rule, walked backwards over it, turns the
 * derivatives of what is left into those of the original links and vertices. What was dropped has
 * the derivative zero.
 *
 * <p><b>Cost.</b> O(n + m) for the blocks, and for series and parallel steps the smaller of two
 * degrees a step. Survival and failure are both kept, so that neither loses digits to 1 − x.
 */
final class ReliabilityReduction {
  /** Guards of links in series are multiplied out up to so many patterns. */
  private static final int MOST_PATTERNS = 64;

  private static final int SERIES = 0;
  private static final int PARALLEL = 1;

  private final int originalLinks;
  private final int originalVertices;
  private final boolean derivatives;
  private final int[] vertexStandIn;

  private int links;
  private int[] tail;
  private int[] head;
  private boolean[] twoWay;
  private double[] up;
  private double[] down;
  private Guard[] guard;
  private boolean[] alive;
  private boolean[] certain;

  private final int vertices;
  private final boolean[] vertexCertain;
  private final double[] vertexUp;
  private final double[] vertexDown;
  private final Guard[] vertexGuard;
  private int source;
  private int target;

  private int[][] incident = new int[0][];
  private int[] incidentCount = new int[0];
  private int[] degree = new int[0];
  private int[] tape = new int[64];
  private int taped;
  private int[] queue = new int[64];
  private int queueHead;
  private int queueSize;
  private boolean[] queued = new boolean[0];

  private final int[] left;
  private final int[] leftVertices;
  private final int[] vertexNumber;

  /**
   * Reduces for the value alone, every cause being random.
   *
   * @param problem the problem
   */
  ReliabilityReduction(ReliabilityProblem problem) {
    this(problem, Settled.NONE, false, new BitSet(0), new BitSet(0));
  }

  /**
   * Reduces.
   *
   * @param problem the problem
   * @param settled causes whose outcome is given, instead of being random
   * @param derivatives whether derivatives will be asked for: then what never stands is kept
   * @param keptLinks certain links to be kept as if they could fall
   * @param keptVertices certain vertices to be kept as if they could fall
   */
  ReliabilityReduction(
      ReliabilityProblem problem,
      Settled settled,
      boolean derivatives,
      BitSet keptLinks,
      BitSet keptVertices) {
    this.derivatives = derivatives;
    originalLinks = problem.linkCount();
    originalVertices = problem.vertexCount();
    vertices = originalVertices + 2;
    vertexUp = new double[vertices];
    vertexDown = new double[vertices];
    vertexGuard = new Guard[vertices];
    Arrays.fill(vertexUp, 1);
    Arrays.fill(vertexGuard, Guard.FREE);
    vertexStandIn = new int[originalVertices];
    Arrays.fill(vertexStandIn, -1);
    tail = new int[originalLinks + 8];
    head = new int[tail.length];
    twoWay = new boolean[tail.length];
    up = new double[tail.length];
    down = new double[tail.length];
    guard = new Guard[tail.length];
    alive = new boolean[tail.length];
    certain = new boolean[tail.length];
    vertexCertain = new boolean[vertices];
    Arrays.fill(vertexCertain, true);
    read(problem, settled, keptLinks, keptVertices);
    source = end(problem.sources(), originalVertices);
    target = end(problem.targets(), originalVertices + 1);
    contract();
    if (source != target) {
      shrink();
    }
    boolean joined = source == target;
    left = joined ? new int[0] : leftOver();
    vertexNumber = new int[vertices];
    Arrays.fill(vertexNumber, -1);
    leftVertices = number();
  }

  /** Causes that are known to spare everything, and causes that are known to strike. */
  record Settled(BitSet spared, BitSet struck) {
    static final Settled NONE = new Settled(new BitSet(0), new BitSet(0));

    Settled with(int cause, boolean spares) {
      BitSet more = (BitSet) (spares ? spared : struck).clone();
      more.set(cause);
      return spares ? new Settled(more, struck) : new Settled(spared, more);
    }
  }

  private void read(
      ReliabilityProblem problem, Settled settled, BitSet keptLinks, BitSet keptVertices) {
    BitSet spared = (BitSet) settled.spared().clone();
    BitSet struck = (BitSet) settled.struck().clone();
    for (int cause = 0; cause < problem.causeCount() && !derivatives; cause++) {
      boolean open = !spared.get(cause) && !struck.get(cause);
      spared.set(cause, spared.get(cause) || (open && problem.causeSurvival(cause) == 1));
      struck.set(cause, struck.get(cause) || (open && problem.causeSurvival(cause) == 0));
    }
    for (int link = 0; link < originalLinks; link++) {
      create(
          problem.tail(link),
          problem.head(link),
          problem.isTwoWay(link),
          problem.linkSurvival(link),
          1 - problem.linkSurvival(link),
          problem.linkGuard(link).given(spared, struck),
          problem.linkSurvival(link) == 1 && !keptLinks.get(link));
    }
    for (int vertex = 0; vertex < originalVertices; vertex++) {
      vertexUp[vertex] = problem.vertexSurvival(vertex);
      vertexDown[vertex] = 1 - vertexUp[vertex];
      vertexGuard[vertex] = problem.vertexGuard(vertex).given(spared, struck);
      vertexCertain[vertex] = vertexUp[vertex] == 1 && !keptVertices.get(vertex);
    }
  }

  private int create(
      int from, int to, boolean both, double survival, double failure, Guard rule, boolean sure) {
    if (links == tail.length) {
      int size = links + (links >> 1) + 8;
      tail = Arrays.copyOf(tail, size);
      head = Arrays.copyOf(head, size);
      twoWay = Arrays.copyOf(twoWay, size);
      up = Arrays.copyOf(up, size);
      down = Arrays.copyOf(down, size);
      guard = Arrays.copyOf(guard, size);
      alive = Arrays.copyOf(alive, size);
      certain = Arrays.copyOf(certain, size);
    }
    tail[links] = from;
    head[links] = to;
    twoWay[links] = both;
    up[links] = survival;
    down[links] = failure;
    guard[links] = rule;
    alive[links] = true;
    certain[links] = sure;
    return links++;
  }

  /**
   * One vertex for all sources, or all targets. A single one that may fall becomes certain, and a
   * link before it may fall in its stead: every path begins (or ends) there anyway.
   */
  private int end(int[] ends, int fresh) {
    if (ends.length == 1) {
      int only = ends[0];
      if (standsSurely(only)) {
        return only;
      }
      vertexStandIn[only] =
          create(
              fresh,
              only,
              true,
              vertexUp[only],
              vertexDown[only],
              vertexGuard[only],
              vertexCertain[only]);
      vertexUp[only] = 1;
      vertexDown[only] = 0;
      vertexGuard[only] = Guard.FREE;
      vertexCertain[only] = true;
      return fresh;
    }
    for (int one : ends) {
      create(fresh, one, true, 1, 0, Guard.FREE, true);
    }
    return fresh;
  }

  private boolean standsSurely(int vertex) {
    return vertexCertain[vertex] && vertexGuard[vertex].isFree();
  }

  private void contract() {
    int[] into = new int[vertices];
    for (int vertex = 0; vertex < vertices; vertex++) {
      into[vertex] = vertex;
    }
    for (int link = 0; link < links; link++) {
      if (twoWay[link]
          && certain[link]
          && guard[link].isFree()
          && standsSurely(tail[link])
          && standsSurely(head[link])) {
        into[find(into, tail[link])] = find(into, head[link]);
      }
    }
    for (int link = 0; link < links; link++) {
      tail[link] = find(into, tail[link]);
      head[link] = find(into, head[link]);
      if (tail[link] == head[link]) {
        alive[link] = false;
      }
    }
    source = find(into, source);
    target = find(into, target);
  }

  private static int find(int[] into, int vertex) {
    int here = vertex;
    while (into[here] != here) {
      into[here] = into[into[here]];
      here = into[here];
    }
    return here;
  }

  private void shrink() {
    for (int link = 0; link < links; link++) {
      if (guard[link].isShut()
          || (!derivatives && up[link] == 0)
          || cannotStand(tail[link])
          || cannotStand(head[link])) {
        alive[link] = false;
      }
    }
    index();
    dropUnreachable();
    dropOtherBlocks();
    int known = links;
    degree = new int[vertices];
    incidentCount = new int[vertices];
    queued = new boolean[vertices];
    for (int link = 0; link < known; link++) {
      if (alive[link]) {
        attach(link);
      }
    }
    for (int vertex = 0; vertex < vertices; vertex++) {
      push(vertex);
    }
    while (queueSize > 0) {
      int vertex = queue[queueHead];
      queueHead = (queueHead + 1) % queue.length;
      queueSize--;
      queued[vertex] = false;
      if (vertex != source && vertex != target) {
        simplify(vertex);
      }
    }
    index();
    dropUnreachable();
  }

  private boolean cannotStand(int vertex) {
    return vertexGuard[vertex].isShut() || (!derivatives && vertexUp[vertex] == 0);
  }

  /** Lists the links at each vertex, afresh. */
  private void index() {
    incidentCount = new int[vertices];
    for (int link = 0; link < links; link++) {
      if (alive[link]) {
        incidentCount[tail[link]]++;
        incidentCount[head[link]]++;
      }
    }
    incident = new int[vertices][];
    for (int vertex = 0; vertex < vertices; vertex++) {
      incident[vertex] = new int[incidentCount[vertex]];
      incidentCount[vertex] = 0;
    }
    for (int link = 0; link < links; link++) {
      if (alive[link]) {
        incident[tail[link]][incidentCount[tail[link]]++] = link;
        incident[head[link]][incidentCount[head[link]]++] = link;
      }
    }
  }

  private void dropUnreachable() {
    boolean[] near = spread(source, true);
    boolean[] far = spread(target, false);
    for (int link = 0; link < links; link++) {
      if (alive[link]
          && !(near[tail[link]] && far[head[link]])
          && !(twoWay[link] && near[head[link]] && far[tail[link]])) {
        alive[link] = false;
      }
    }
  }

  private boolean[] spread(int start, boolean forward) {
    boolean[] seen = new boolean[vertices];
    int[] found = new int[vertices];
    int end = 0;
    found[end++] = start;
    seen[start] = true;
    for (int next = 0; next < end; next++) {
      int vertex = found[next];
      for (int i = 0; i < incidentCount[vertex]; i++) {
        int link = incident[vertex][i];
        int other = tail[link] + head[link] - vertex;
        boolean passes = twoWay[link] || (forward ? tail[link] : head[link]) == vertex;
        if (alive[link] && passes && !seen[other]) {
          seen[other] = true;
          found[end++] = other;
        }
      }
    }
    return seen;
  }

  /**
   * Keeps the block of an added link from source to target. Depth-first from the target, with the
   * source as its only ancestor: what is cut off below an articulation vertex is popped and
   * dropped.
   */
  private void dropOtherBlocks() {
    int[] found = new int[vertices];
    int[] low = new int[vertices];
    int[] next = new int[vertices];
    int[] cameBy = new int[vertices];
    int[] path = new int[vertices];
    int[] pile = new int[2 * links + 1];
    boolean[] used = new boolean[links];
    int piled = 0;
    int depth = 0;
    int clock = 2;
    found[source] = 1;
    found[target] = 2;
    low[target] = 1;
    cameBy[target] = -1;
    path[depth++] = target;
    boolean[] kept = new boolean[links];
    while (depth > 0) {
      int vertex = path[depth - 1];
      if (next[vertex] < incidentCount[vertex]) {
        int link = incident[vertex][next[vertex]++];
        if (!alive[link] || used[link]) {
          continue;
        }
        used[link] = true;
        pile[piled++] = link;
        int other = tail[link] + head[link] - vertex;
        if (found[other] != 0) {
          low[vertex] = Math.min(low[vertex], found[other]);
        } else {
          clock++;
          found[other] = clock;
          low[other] = clock;
          cameBy[other] = link;
          path[depth++] = other;
        }
        continue;
      }
      depth--;
      if (depth > 0) {
        int parent = path[depth - 1];
        if (low[vertex] >= found[parent]) {
          int popped;
          do {
            popped = pile[--piled];
          } while (popped != cameBy[vertex]);
        }
        low[parent] = Math.min(low[parent], low[vertex]);
      }
    }
    for (int i = 0; i < piled; i++) {
      kept[pile[i]] = true;
    }
    for (int link = 0; link < links; link++) {
      alive[link] &= kept[link];
    }
  }

  private void push(int vertex) {
    if (queued[vertex]) {
      return;
    }
    if (queueSize == queue.length) {
      int[] wider = new int[2 * queueSize];
      for (int i = 0; i < queueSize; i++) {
        wider[i] = queue[(queueHead + i) % queueSize];
      }
      queue = wider;
      queueHead = 0;
    }
    queued[vertex] = true;
    queue[(queueHead + queueSize++) % queue.length] = vertex;
  }

  /** Puts a link in its place, joined with one that runs beside it under the same causes. */
  private void attach(int link) {
    int a = tail[link];
    int b = head[link];
    if (a == b) {
      alive[link] = false;
      return;
    }
    if (!twoWay[link]) {
      if (b == source || a == target) {
        alive[link] = false;
        return;
      }
      twoWay[link] = a == source || b == target;
    }
    int fewer = incidentCount[a] <= incidentCount[b] ? a : b;
    int against = -1;
    for (int i = 0; i < incidentCount[fewer]; i++) {
      int other = incident[fewer][i];
      if (alive[other] && other != link) {
        if (runsBeside(other, link)) {
          alive[link] = false;
          detach(other);
          join(other, link);
          return;
        }
        against = runsAgainst(other, link) ? other : against;
      }
    }
    if (against >= 0 && !derivatives) {
      alive[link] = false;
      detach(against);
      pair(against, link);
      return;
    }
    put(a, link);
    put(b, link);
    push(a);
    push(b);
  }

  /** Two links side by side become one. */
  private void join(int one, int other) {
    int both =
        create(
            tail[one],
            head[one],
            twoWay[one],
            up[one] + down[one] * up[other],
            down[one] * down[other],
            guard[one],
            certain[one] || certain[other]);
    write(PARALLEL, both, one, other, -1);
    put(tail[both], both);
    put(head[both], both);
    push(tail[both]);
    push(head[both]);
  }

  /** Two one-way links against each other become a two-way one and what the surer has more. */
  private void pair(int one, int other) {
    int surer = up[one] >= up[other] ? one : other;
    int lesser = surer == one ? other : one;
    int both =
        create(
            tail[lesser],
            head[lesser],
            true,
            up[lesser],
            down[lesser],
            guard[lesser],
            certain[lesser]);
    attach(both);
    if (up[surer] > up[lesser]) {

      attach(
          create(
              tail[surer],
              head[surer],
              false,
              (up[surer] - up[lesser]) / down[lesser],
              down[surer] / down[lesser],
              guard[surer],
              certain[surer]));
    }
  }

  private boolean runsAgainst(int one, int other) {
    return !twoWay[one]
        && !twoWay[other]
        && tail[one] == head[other]
        && head[one] == tail[other]
        && guard[one].equals(guard[other]);
  }

  private boolean runsBeside(int one, int other) {
    boolean same = tail[one] == tail[other] && head[one] == head[other];
    boolean turned = tail[one] == head[other] && head[one] == tail[other];
    return twoWay[one] == twoWay[other]
        && (same || (turned && twoWay[one]))
        && guard[one].equals(guard[other]);
  }

  private void put(int vertex, int link) {
    int count = incidentCount[vertex];
    if (count == incident[vertex].length) {
      int kept = 0;
      for (int i = 0; i < count; i++) {
        if (alive[incident[vertex][i]]) {
          incident[vertex][kept++] = incident[vertex][i];
        }
      }
      count = kept;
      if (count > incident[vertex].length / 2) {
        incident[vertex] = Arrays.copyOf(incident[vertex], 2 * count + 2);
      } else if (incident[vertex].length == 0) {
        incident[vertex] = new int[2];
      }
    }
    incident[vertex][count] = link;
    incidentCount[vertex] = count + 1;
    degree[vertex]++;
  }

  private void detach(int link) {
    alive[link] = false;
    degree[tail[link]]--;
    degree[head[link]]--;
    push(tail[link]);
    push(head[link]);
  }

  private void write(int kind, int made, int one, int other, int vertex) {
    if (taped + 5 > tape.length) {
      tape = Arrays.copyOf(tape, 2 * tape.length);
    }
    tape[taped++] = kind;
    tape[taped++] = made;
    tape[taped++] = one;
    tape[taped++] = other;
    tape[taped++] = vertex;
  }

  private void simplify(int vertex) {
    if (degree[vertex] == 0 || degree[vertex] > 4) {
      return;
    }
    int[] here = new int[degree[vertex]];
    int count = 0;
    for (int i = 0; i < incidentCount[vertex]; i++) {
      if (alive[incident[vertex][i]]) {
        here[count++] = incident[vertex][i];
      }
    }
    int first = other(here[0], vertex);
    int second = first;
    boolean alone = true;
    for (int link : here) {
      int end = other(link, vertex);
      if (end != first) {
        alone &= second == first || second == end;
        second = end;
      }
    }
    if (second == first) {
      // A dead end: who enters from a neighbour can only go back to it.
      for (int link : here) {
        detach(link);
      }
    } else if (count == 2) {
      series(vertex, here[0], here[1]);
    } else if (alone && standsSurely(vertex)) {
      oneWaySeries(vertex, here, first, second);
    }
  }

  private int other(int link, int vertex) {
    return tail[link] + head[link] - vertex;
  }

  private boolean enters(int link, int vertex) {
    return twoWay[link] || head[link] == vertex;
  }

  private boolean leaves(int link, int vertex) {
    return twoWay[link] || tail[link] == vertex;
  }

  private void series(int vertex, int a, int b) {
    boolean there = enters(a, vertex) && leaves(b, vertex);
    boolean back = enters(b, vertex) && leaves(a, vertex);
    if (!there && !back) {
      detach(a);
      detach(b);
      return;
    }
    if (tooManyPatterns(guard[a], guard[b], vertexGuard[vertex])) {
      return;
    }
    detach(a);
    detach(b);
    if (there) {
      chain(vertex, a, b, back);
    } else {
      chain(vertex, b, a, false);
    }
  }

  private static boolean tooManyPatterns(Guard a, Guard b, Guard c) {
    return (long) a.patternCount() * b.patternCount() * c.patternCount() > MOST_PATTERNS;
  }

  /** Two links through a vertex become one. */
  private void chain(int vertex, int in, int out, boolean both) {
    int made =
        create(
            other(in, vertex),
            other(out, vertex),
            both,
            up[in] * up[out] * vertexUp[vertex],
            down[in] + up[in] * (down[out] + up[out] * vertexDown[vertex]),
            guard[in].and(guard[out]).and(vertexGuard[vertex]),
            certain[in] && certain[out] && vertexCertain[vertex]);
    write(SERIES, made, in, out, vertex);
    attach(made);
  }

  /**
   * One-way links to and from two neighbours, at most one of each kind: those through the vertex
   * one way and those the other share nothing.
   */
  private void oneWaySeries(int vertex, int[] here, int first, int second) {
    int[] kinds = {-1, -1, -1, -1};
    for (int link : here) {
      if (twoWay[link]) {
        return;
      }
      int kind = (other(link, vertex) == first ? 0 : 2) + (head[link] == vertex ? 0 : 1);
      if (kinds[kind] >= 0) {
        return;
      }
      kinds[kind] = link;
    }
    boolean there = kinds[0] >= 0 && kinds[3] >= 0;
    boolean back = kinds[2] >= 0 && kinds[1] >= 0;
    if ((there && tooManyPatterns(guard[kinds[0]], guard[kinds[3]], Guard.FREE))
        || (back && tooManyPatterns(guard[kinds[2]], guard[kinds[1]], Guard.FREE))) {
      return;
    }
    for (int link : here) {
      detach(link);
    }
    if (there) {
      chain(vertex, kinds[0], kinds[3], false);
    }
    if (back) {
      chain(vertex, kinds[2], kinds[1], false);
    }
    push(first);
    push(second);
  }

  private int[] leftOver() {
    int[] found = new int[links];
    int count = 0;
    for (int link = 0; link < links; link++) {
      if (alive[link]) {
        found[count++] = link;
      }
    }
    return Arrays.copyOf(found, count);
  }

  private int[] number() {
    for (int link : left) {
      vertexNumber[tail[link]] = 0;
      vertexNumber[head[link]] = 0;
    }
    vertexNumber[source] = 0;
    vertexNumber[target] = 0;
    int[] found = new int[vertices];
    int count = 0;
    for (int vertex = 0; vertex < vertices; vertex++) {
      if (vertexNumber[vertex] == 0) {
        vertexNumber[vertex] = count;
        found[count++] = vertex;
      }
    }
    return Arrays.copyOf(found, count);
  }

  /** Whether source and target are one: then it always works. */
  boolean isJoined() {
    return source == target;
  }

  /** Whether no path is left: then it never works. */
  boolean isHopeless() {
    return source != target && left.length == 0;
  }

  int vertexCount() {
    return leftVertices.length;
  }

  int linkCount() {
    return left.length;
  }

  int source() {
    return vertexNumber[source];
  }

  int target() {
    return vertexNumber[target];
  }

  int tail(int link) {
    return vertexNumber[tail[left[link]]];
  }

  int head(int link) {
    return vertexNumber[head[left[link]]];
  }

  boolean isTwoWay(int link) {
    return twoWay[left[link]];
  }

  double up(int link) {
    return up[left[link]];
  }

  double down(int link) {
    return down[left[link]];
  }

  /** Whether it survives for sure and nobody asked what if not. */
  boolean isCertain(int link) {
    return certain[left[link]];
  }

  Guard guard(int link) {
    return guard[left[link]];
  }

  double vertexUp(int vertex) {
    return vertexUp[leftVertices[vertex]];
  }

  double vertexDown(int vertex) {
    return vertexDown[leftVertices[vertex]];
  }

  boolean isVertexCertain(int vertex) {
    return vertexCertain[leftVertices[vertex]];
  }

  Guard vertexGuard(int vertex) {
    return vertexGuard[leftVertices[vertex]];
  }

  /** What is left, as a frontier method takes it. */
  FrontierNet net() {
    int[] tails = new int[left.length];
    int[] heads = new int[left.length];
    boolean[] both = new boolean[left.length];
    boolean[] random = new boolean[left.length];
    Guard[] guards = new Guard[left.length];
    for (int link = 0; link < left.length; link++) {
      tails[link] = tail(link);
      heads[link] = head(link);
      both[link] = isTwoWay(link);
      random[link] = !isCertain(link);
      guards[link] = guard(link);
    }
    boolean[] vertexRandom = new boolean[leftVertices.length];
    Guard[] vertexGuards = new Guard[leftVertices.length];
    for (int vertex = 0; vertex < leftVertices.length; vertex++) {
      vertexRandom[vertex] = !isVertexCertain(vertex);
      vertexGuards[vertex] = vertexGuard(vertex);
    }
    return new FrontierNet(
        tails,
        heads,
        both,
        random,
        guards,
        vertexRandom,
        vertexGuards,
        new int[] {source(), target()});
  }

  /** Derivatives by the original links and vertices. */
  static final class Derivatives {
    final double[] byLink;
    final double[] byVertex;

    private Derivatives(double[] byLink, double[] byVertex) {
      this.byLink = byLink;
      this.byVertex = byVertex;
    }
  }

  /**
   * The chain rule over the tape, backwards.
   *
   * @param byLink derivative by the survival of each link left
   * @param byVertex derivative by the survival of each vertex left
   */
  Derivatives carryBack(double[] byLink, double[] byVertex) {
    double[] slope = new double[links];
    double[] vertexSlope = new double[vertices];
    for (int link = 0; link < left.length; link++) {
      slope[left[link]] = byLink[link];
    }
    for (int vertex = 0; vertex < leftVertices.length; vertex++) {
      vertexSlope[leftVertices[vertex]] = byVertex[vertex];
    }
    for (int at = taped - 5; at >= 0; at -= 5) {
      double here = slope[tape[at + 1]];
      int one = tape[at + 2];
      int other = tape[at + 3];
      if (tape[at] == PARALLEL) {
        slope[one] += here * down[other];
        slope[other] += here * down[one];
      } else {
        int vertex = tape[at + 4];
        slope[one] += here * up[other] * vertexUp[vertex];
        slope[other] += here * up[one] * vertexUp[vertex];
        vertexSlope[vertex] += here * up[one] * up[other];
      }
    }
    double[] original = Arrays.copyOf(vertexSlope, originalVertices);
    for (int vertex = 0; vertex < originalVertices; vertex++) {
      if (vertexStandIn[vertex] >= 0) {
        original[vertex] = slope[vertexStandIn[vertex]];
      }
    }
    return new Derivatives(Arrays.copyOf(slope, originalLinks), original);
  }
}
