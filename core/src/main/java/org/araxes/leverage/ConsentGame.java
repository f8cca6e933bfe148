package org.araxes.leverage;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.function.Predicate;
import org.araxes.control.ControlRule;
import org.araxes.graph.IndexedGraph;
import org.araxes.graph.Reachability;
import org.araxes.network.Topology;

/**
 * The game v(D) = 1 when the consent of D keeps a way open, over the parties that matter: those
 * named by the rule of some usable arc that lies on a way from a source towards a target.
 *
 * <p><b>Cost.</b> Made in O(n + m) and one look at each rule; one question costs one search over
 * the arcs that matter, and each rule is asked once at most. Immutable.
 */
final class ConsentGame {
  private final boolean alwaysOpen;
  private final List<String> players;
  private final IndexedGraph graph;
  private final int[] sources;
  private final int[] targets;
  private final int[] ruleOf;
  private final List<Need> needs;

  /**
   * A rule over the numbers of the players; one that needs all of some is asked without the rule.
   */
  private record Need(ControlRule rule, BitSet all, boolean conjunctive) {}

  private ConsentGame(
      boolean alwaysOpen,
      List<String> players,
      IndexedGraph graph,
      int[] sources,
      int[] targets,
      int[] ruleOf,
      List<Need> needs) {
    this.alwaysOpen = alwaysOpen;
    this.players = players;
    this.graph = graph;
    this.sources = sources;
    this.targets = targets;
    this.ruleOf = ruleOf;
    this.needs = needs;
  }

  /** The game of somebody who is there already. */
  static ConsentGame alwaysOpen() {
    IndexedGraph none = IndexedGraph.builder(0).build();
    return new ConsentGame(true, List.of(), none, new int[0], new int[0], new int[0], List.of());
  }

  /** The game on the arcs of a topology that nothing bars and that somebody's consent opens. */
  static ConsentGame on(Topology topology, int[] from, int[] to, Basis basis) {
    BitSet unusable = unusable(topology, basis);
    IndexedGraph whole = topology.graph();
    Reachability reachability = new Reachability(whole);
    BitSet none = new BitSet(0);
    BitSet near = reachability.from(from, unusable, none);
    BitSet far = reachability.to(to, unusable, none);
    Map<Integer, Integer> vertices = new HashMap<>();
    List<int[]> ends = new ArrayList<>();
    List<Integer> rules = new ArrayList<>();
    Map<Integer, Integer> ruleNumbers = new LinkedHashMap<>();
    for (int arc = unusable.nextClearBit(0);
        arc < whole.arcCount();
        arc = unusable.nextClearBit(arc + 1)) {
      int tail = whole.tail(arc);
      int head = whole.head(arc);
      if (tail != head && near.get(tail) && far.get(head)) {
        ends.add(new int[] {number(vertices, tail), number(vertices, head)});
        rules.add(number(ruleNumbers, ruleOf(topology, basis, arc)));
      }
    }
    for (int vertex : from) {
      number(vertices, vertex);
    }
    for (int vertex : to) {
      number(vertices, vertex);
    }
    IndexedGraph.Builder graph = IndexedGraph.builder(vertices.size());
    ends.forEach(pair -> graph.arc(pair[0], pair[1]));
    List<ControlRule> all = rules(topology, basis);
    TreeSet<String> parties = new TreeSet<>();
    ruleNumbers.keySet().forEach(rule -> all.get(rule).collectParties(parties));
    List<String> players = List.copyOf(parties);
    List<Need> needs =
        ruleNumbers.keySet().stream().map(rule -> need(all.get(rule), players)).toList();
    return new ConsentGame(
        false,
        players,
        graph.build(),
        numbers(vertices, from),
        numbers(vertices, to),
        rules.stream().mapToInt(Integer::intValue).toArray(),
        needs);
  }

  /** The arcs that are barred, or that no consent opens. */
  static BitSet unusable(Topology topology, Basis basis) {
    List<ControlRule> rules = rules(topology, basis);
    BitSet shut = new BitSet(rules.size());
    for (int rule = 0; rule < rules.size(); rule++) {
      shut.set(rule, !rules.get(rule).permits(party -> true));
    }
    BitSet unusable = topology.openArcs();
    unusable.flip(0, topology.graph().arcCount());
    for (int arc = 0; arc < topology.graph().arcCount(); arc++) {
      if (shut.get(ruleOf(topology, basis, arc))) {
        unusable.set(arc);
      }
    }
    return unusable;
  }

  /** The same, and the arcs that some parties' refusal shuts. */
  static BitSet shutBy(Topology topology, Basis basis, Predicate<String> coalition) {
    List<ControlRule> rules = rules(topology, basis);
    BitSet shut = new BitSet(rules.size());
    for (int rule = 0; rule < rules.size(); rule++) {
      shut.set(rule, rules.get(rule).canBeShutBy(coalition));
    }
    BitSet unusable = unusable(topology, basis);
    for (int arc = 0; arc < topology.graph().arcCount(); arc++) {
      if (shut.get(ruleOf(topology, basis, arc))) {
        unusable.set(arc);
      }
    }
    return unusable;
  }

  private static List<ControlRule> rules(Topology topology, Basis basis) {
    return basis == Basis.LAWFUL ? topology.lawfulRules() : topology.rules();
  }

  private static int ruleOf(Topology topology, Basis basis, int arc) {
    return basis == Basis.LAWFUL ? topology.lawfulRuleOf(arc) : topology.ruleOf(arc);
  }

  private static int number(Map<Integer, Integer> numbers, int thing) {
    Integer next = numbers.size();
    Integer known = numbers.putIfAbsent(thing, next);
    return known == null ? next : known;
  }

  private static int[] numbers(Map<Integer, Integer> vertices, int[] wanted) {
    return Arrays.stream(wanted).map(vertex -> number(vertices, vertex)).toArray();
  }

  private static Need need(ControlRule rule, List<String> players) {
    Collection<String> vetoes = rule.vetoParties();
    boolean conjunctive = rule.permits(vetoes::contains);
    BitSet all = new BitSet(players.size());
    vetoes.forEach(party -> all.set(Collections.binarySearch(players, party)));
    return new Need(rule, all, conjunctive);
  }

  /** The parties that matter, in order of id. */
  List<String> players() {
    return players;
  }

  /** Starts to ask; the questions of one thread. */
  Oracle oracle() {
    return new Oracle();
  }

  /** Answers questions on arrays that are kept from one to the next. */
  final class Oracle {
    private static final byte OPEN = 1;
    private static final byte SHUT = 2;
    private final byte[] states = new byte[needs.size()];
    private final int[] queue = new int[graph.vertexCount()];
    private final int[] marks = new int[graph.vertexCount()];
    private final BitSet goals = new BitSet();
    private final Map<String, Integer> numberOf = new HashMap<>();
    private int mark;

    private Oracle() {
      for (int target : targets) {
        goals.set(target);
      }
      for (int player = 0; player < players.size(); player++) {
        numberOf.put(players.get(player), player);
      }
    }

    /** Whether the consent of these players keeps a way open. */
    boolean wins(BitSet consenting) {
      if (alwaysOpen) {
        return true;
      }
      if (mark == Integer.MAX_VALUE) {
        Arrays.fill(marks, 0);
        mark = 0;
      }
      mark++;
      Arrays.fill(states, (byte) 0);
      int end = 0;
      for (int source : sources) {
        if (goals.get(source)) {
          return true;
        }
        if (marks[source] != mark) {
          marks[source] = mark;
          queue[end++] = source;
        }
      }
      for (int next = 0; next < end; next++) {
        int vertex = queue[next];
        for (int i = graph.outBegin(vertex), stop = graph.outEnd(vertex); i < stop; i++) {
          int arc = graph.outArc(i);
          int head = graph.head(arc);
          if (marks[head] != mark && isOpen(ruleOf[arc], consenting)) {
            if (goals.get(head)) {
              return true;
            }
            marks[head] = mark;
            queue[end++] = head;
          }
        }
      }
      return false;
    }

    private boolean isOpen(int rule, BitSet consenting) {
      if (states[rule] == 0) {
        states[rule] = permits(needs.get(rule), consenting) ? OPEN : SHUT;
      }
      return states[rule] == OPEN;
    }

    private boolean permits(Need need, BitSet consenting) {
      for (int player = need.all().nextSetBit(0);
          player >= 0;
          player = need.all().nextSetBit(player + 1)) {
        if (!consenting.get(player)) {
          return false;
        }
      }
      return need.conjunctive()
          || need.rule()
              .permits(
                  party -> {
                    Integer player = numberOf.get(party);
                    return player != null && consenting.get(player);
                  });
    }
  }
}
