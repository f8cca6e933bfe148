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
import java.util.function.Predicate;
import org.araxes.control.ControlRule;
import org.araxes.graph.IndexedGraph;
import org.araxes.graph.Reachability;
import org.araxes.network.Topology;

/**
 * Whether the consent of some players keeps a way open, asked of the network itself: for rules with
 * too many ways to say yes to be written out.
 *
 * <p><b>Cost.</b> Made in O(n + m); a question is one search over the arcs on a way from a source
 * towards a target, and each rule is asked once at most. Immutable.
 */
final class RuleGame {
  private static final byte OPEN = 1;
  private static final byte SHUT = 2;

  private final List<String> players;
  private final IndexedGraph graph;
  private final int[] sources;
  private final BitSet goals = new BitSet();
  private final int[] ruleOf;
  private final List<Need> needs;

  /**
   * A rule over the numbers of the players; one that needs all of some is asked without the rule.
   */
  private record Need(ControlRule rule, BitSet all, boolean conjunctive) {}

  RuleGame(Topology topology, int[] from, int[] to, Basis basis, List<String> players) {
    this.players = players;
    BitSet unusable = ConsentGame.unusable(topology, basis);
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
        rules.add(number(ruleNumbers, ConsentGame.ruleOf(topology, basis, arc)));
      }
    }
    sources = Arrays.stream(from).map(vertex -> number(vertices, vertex)).toArray();
    Arrays.stream(to).map(vertex -> number(vertices, vertex)).forEach(goals::set);
    IndexedGraph.Builder small = IndexedGraph.builder(vertices.size());
    ends.forEach(pair -> small.arc(pair[0], pair[1]));
    graph = small.build();
    ruleOf = rules.stream().mapToInt(Integer::intValue).toArray();
    List<ControlRule> all = ConsentGame.rules(topology, basis);
    needs = ruleNumbers.keySet().stream().map(rule -> need(all.get(rule))).toList();
  }

  private static int number(Map<Integer, Integer> numbers, int thing) {
    Integer next = numbers.size();
    Integer known = numbers.putIfAbsent(thing, next);
    return known == null ? next : known;
  }

  private Need need(ControlRule rule) {
    Collection<String> vetoes = rule.vetoParties();
    boolean conjunctive = rule.permits(vetoes::contains);
    BitSet all = new BitSet();
    vetoes.forEach(party -> all.set(Collections.binarySearch(players, party)));
    return new Need(rule, all, conjunctive);
  }

  /** The network that is asked. */
  IndexedGraph graph() {
    return graph;
  }

  /** Starts to ask; the questions of one thread. */
  Predicate<BitSet> start() {
    return new Questions();
  }

  /** Asks on arrays that are kept from one question to the next. */
  private final class Questions implements Predicate<BitSet> {
    private final byte[] states = new byte[needs.size()];
    private final int[] queue = new int[graph.vertexCount()];
    private final int[] marks = new int[graph.vertexCount()];
    private int mark;

    @Override
    public boolean test(BitSet consenting) {
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
                    int player = Collections.binarySearch(players, party);
                    return player >= 0 && consenting.get(player);
                  });
    }
  }
}
