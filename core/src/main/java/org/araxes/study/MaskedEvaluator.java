package org.araxes.study;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import org.araxes.answer.Suggestions;
import org.araxes.control.ControlRule;
import org.araxes.evidence.Basis;
import org.araxes.graph.ArcPath;
import org.araxes.graph.IndexedGraph;
import org.araxes.graph.Reachability;
import org.araxes.graph.ShortestPaths;
import org.araxes.network.NetworkView;
import org.araxes.network.Refusal;
import org.araxes.network.Route;
import org.araxes.network.Topology;

/**
 * Asks one question in a great many worlds in which some parties refuse and some elements are shut,
 * without making a network for each.
 *
 * <p><b>Definition.</b> A world is a set of parties that refuse everywhere and a set of elements
 * that are shut: an edge for all traffic, a crossing in both directions, any other node together
 * with every edge at it. The answer is that of a scenario with these refusals and closures: whether
 * an open way is left, and which is the fastest.
 *
 * <p><b>Method.</b> The graph of the movement is made once and cut down to the arcs on some way
 * from a start to an end; refusals and closures only ever bar more. Arcs share their control rules,
 * and in each world a rule is asked once at most.
 *
 * <p><b>Cost.</b> Made in O(n + m). {@link Worker#isOpen} searches O(n + m) at most and allocates
 * nothing; {@link Worker#fastest} is one shortest path.
 *
 * <p><b>Threads.</b> Immutable and safe to share; a {@link Worker} belongs to one thread.
 *
 * <p><b>Ways.</b> A way here may come back to a place by another mode or gauge, as in leverage; the
 * routes of a planner do not.
 *
 * <p><b>Left out.</b> Changes that open something, and agreements that lapse: make a network with a
 * scenario for those, and an evaluator of it.
 */
public final class MaskedEvaluator {
  private static final int NOTHING = -1;

  private final NetworkView view;
  private final int[] sources;
  private final int[] targets;
  private final List<String> parties;
  private final List<String> elements;
  private final List<Gate> gates;
  private final int[] wholeArc;
  private final int[] gateOf;
  private final int[] elementOf;
  private final IndexedGraph graph;
  private final int[] wholeVertex;
  private final int[] starts;
  private final BitSet goals;
  private final BitSet unusable;
  private final ShortestPaths paths;
  private final Optional<ArcPath> undisturbed;
  private final BitSet onUndisturbed;

  /** A rule, and who refuses already at the elements that it guards. */
  private record Key(ControlRule rule, Set<String> refusing) {}

  /** A rule over numbers of parties; one that needs all of some is asked without the rule. */
  private record Gate(ControlRule rule, BitSet heard, BitSet vetoes, BitSet refusing) {
    boolean isShut(BitSet others, List<String> names) {
      if (!heard.intersects(others)) {
        return false;
      }
      return vetoes.intersects(others)
          || rule.canBeShutBy(
              party -> {
                int number = Collections.binarySearch(names, party);
                return number >= 0 && (others.get(number) || refusing.get(number));
              });
    }
  }

  private MaskedEvaluator(NetworkView view, SortedSet<String> from, SortedSet<String> to) {
    this.view = view;
    Topology topology = view.topology();
    IndexedGraph whole = topology.graph();
    sources = topology.verticesOf(from);
    targets = topology.verticesOf(to);
    unusable = topology.openArcs();
    unusable.flip(0, whole.arcCount());
    Reachability reachability = new Reachability(whole);
    BitSet none = new BitSet(0);
    BitSet near = reachability.from(sources, unusable, none);
    BitSet far = reachability.to(targets, unusable, none);
    List<Integer> kept = new ArrayList<>();
    for (int arc = 0; arc < whole.arcCount(); arc++) {
      if (!unusable.get(arc) && near.get(whole.tail(arc)) && far.get(whole.head(arc))) {
        kept.add(arc);
      } else {
        unusable.set(arc);
      }
    }
    wholeArc = kept.stream().mapToInt(Integer::intValue).toArray();

    Map<Key, Integer> keys = new LinkedHashMap<>();
    gateOf = new int[wholeArc.length];
    TreeSet<String> ids = new TreeSet<>();
    List<Refusal> refusals = refusalsOf(view);
    for (int a = 0; a < wholeArc.length; a++) {
      int arc = wholeArc[a];
      ControlRule rule = topology.rules().get(topology.ruleOf(arc));
      Integer next = keys.size();
      Integer known = keys.putIfAbsent(new Key(rule, refusingAt(refusals, arc)), next);
      gateOf[a] = known == null ? next : known;
      elementsOf(arc).forEach(ids::add);
    }
    elements = List.copyOf(ids);
    elementOf = new int[3 * wholeArc.length];
    Arrays.fill(elementOf, NOTHING);
    for (int a = 0; a < wholeArc.length; a++) {
      int place = 3 * a;
      for (String element : elementsOf(wholeArc[a])) {
        elementOf[place++] = Collections.binarySearch(elements, element);
      }
    }
    TreeSet<String> named = new TreeSet<>();
    keys.keySet().forEach(key -> key.rule().collectParties(named));
    parties = List.copyOf(named);
    gates = keys.keySet().stream().map(this::gate).toList();

    Map<Integer, Integer> vertices = new LinkedHashMap<>();
    starts = Arrays.stream(sources).map(vertex -> number(vertices, vertex)).distinct().toArray();
    goals = new BitSet();
    Arrays.stream(targets).map(vertex -> number(vertices, vertex)).forEach(goals::set);
    for (int arc : wholeArc) {
      number(vertices, whole.tail(arc));
      number(vertices, whole.head(arc));
    }
    IndexedGraph.Builder small = IndexedGraph.builder(vertices.size());
    for (int arc : wholeArc) {
      small.arc(number(vertices, whole.tail(arc)), number(vertices, whole.head(arc)));
    }
    graph = small.build();
    wholeVertex = vertices.keySet().stream().mapToInt(Integer::intValue).toArray();
    paths = ShortestPaths.in(whole, topology.seconds(), topology.usd());
    undisturbed = paths.between(sources, targets, unusable, none);
    onUndisturbed = new BitSet();
    undisturbed.ifPresent(path -> path.arcs().forEach(onUndisturbed::set));
  }

  /**
   * Prepares a question.
   *
   * @param view the network on a day for a movement
   * @param from ids of nodes
   * @param to ids of nodes
   * @return the evaluator
   * @throws IllegalArgumentException if a set names no node of the network
   */
  public static MaskedEvaluator of(NetworkView view, SortedSet<String> from, SortedSet<String> to) {
    return new MaskedEvaluator(view, from, to);
  }

  private static int number(Map<Integer, Integer> numbers, int thing) {
    Integer next = numbers.size();
    Integer known = numbers.putIfAbsent(thing, next);
    return known == null ? next : known;
  }

  private static List<Refusal> refusalsOf(NetworkView view) {
    return view.network().refusals().stream()
        .filter(
            refusal ->
                refusal.validity().contains(view.date())
                    && (view.terms().plans() || refusal.evidence().basis() == Basis.FACT))
        .toList();
  }

  private Set<String> refusingAt(List<Refusal> refusals, int arc) {
    TreeSet<String> refusing = new TreeSet<>();
    String element = view.topology().element(arc);
    for (Refusal refusal : refusals) {
      if (view.network()
          .findEdge(element)
          .map(edge -> view.network().matches(refusal.where(), edge))
          .orElseGet(() -> view.network().matches(refusal.where(), view.network().node(element)))) {
        refusing.add(refusal.party());
      }
    }
    return refusing;
  }

  /** What shuts an arc when it is shut: its element, and the places inland where it ends. */
  private SortedSet<String> elementsOf(int arc) {
    Topology topology = view.topology();
    TreeSet<String> shutting = new TreeSet<>();
    switch (topology.kind(arc)) {
      case CROSSING -> shutting.add(topology.element(arc));
      case TRANSFER -> {
        if (!topology.node(topology.graph().tail(arc)).isCrossing()) {
          shutting.add(topology.element(arc));
        }
      }
      case EDGE -> {
        shutting.add(topology.element(arc));
        for (int end : new int[] {topology.graph().tail(arc), topology.graph().head(arc)}) {
          if (!topology.node(end).isCrossing()) {
            shutting.add(topology.node(end).id());
          }
        }
      }
    }
    return shutting;
  }

  private Gate gate(Key key) {
    Set<String> heard = key.rule().parties();
    return new Gate(
        key.rule(),
        numbers(heard),
        numbers(key.rule().vetoParties()),
        numbers(heard.stream().filter(key.refusing()::contains).toList()));
  }

  private BitSet numbers(Collection<String> some) {
    BitSet set = new BitSet(parties.size());
    some.forEach(party -> set.set(Collections.binarySearch(parties, party)));
    return set;
  }

  /**
   * The view that this was made of.
   *
   * @return the view
   */
  public NetworkView view() {
    return view;
  }

  /**
   * The parties whose refusal may matter: those that a rule names on some open way.
   *
   * @return ids in order; their places are their numbers in the sets that a worker is asked with
   */
  public List<String> parties() {
    return parties;
  }

  /**
   * The elements whose closure may matter: those on some open way.
   *
   * @return ids in order; their places are their numbers in the sets that a worker is asked with
   */
  public List<String> elements() {
    return elements;
  }

  /**
   * The fastest way when nobody refuses and nothing more is shut.
   *
   * @return the route, or empty where there is none
   */
  public Optional<Route> undisturbed() {
    return undisturbed.map(this::route);
  }

  /**
   * Starts to ask.
   *
   * @return a worker for one thread
   */
  public Worker worker() {
    return new Worker();
  }

  /**
   * The numbers of some parties.
   *
   * @param ids ids of parties of the network
   * @return a set for a worker; those that do not matter here are left out
   * @throws IllegalArgumentException if there is no such party, with a hint
   */
  public BitSet refusing(Collection<String> ids) {
    BitSet set = new BitSet(parties.size());
    for (String id : ids) {
      int number = Collections.binarySearch(parties, id);
      if (number >= 0) {
        set.set(number);
      } else {
        view.network().party(id);
      }
    }
    return set;
  }

  /**
   * The numbers of some elements.
   *
   * @param ids ids of edges and nodes of the network
   * @return a set for a worker; those that do not matter here are left out
   * @throws IllegalArgumentException if there is no such element, with a hint
   */
  public BitSet shut(Collection<String> ids) {
    BitSet set = new BitSet(elements.size());
    for (String id : ids) {
      int number = Collections.binarySearch(elements, id);
      if (number >= 0) {
        set.set(number);
      } else if (view.network().findEdge(id).isEmpty() && view.network().findNode(id).isEmpty()) {
        TreeSet<String> known = new TreeSet<>();
        view.network().edges().forEach(edge -> known.add(edge.id()));
        view.network().nodes().forEach(node -> known.add(node.id()));
        throw new IllegalArgumentException(
            "No edge or node \"" + id + "\"." + Suggestions.maybe(id, known));
      }
    }
    return set;
  }

  private Route route(ArcPath path) {
    return view.topology().route(path.arcs().toArray(), path.start());
  }

  /** Asks one world after another on arrays of its own. Belongs to one thread. */
  public final class Worker {
    private static final byte OPEN = 1;
    private static final byte SHUT = 2;
    private final byte[] states = new byte[gates.size()];
    private final int[] queue = new int[wholeVertex.length];
    private final int[] marks = new int[wholeVertex.length];
    private int mark;

    private Worker() {}

    /**
     * Whether a way stays open.
     *
     * @param refusing numbers of {@link MaskedEvaluator#parties}
     * @param shut numbers of {@link MaskedEvaluator#elements}
     * @return true if so
     */
    public boolean isOpen(BitSet refusing, BitSet shut) {
      if (mark == Integer.MAX_VALUE) {
        Arrays.fill(marks, 0);
        mark = 0;
      }
      mark++;
      Arrays.fill(states, (byte) 0);
      int end = 0;
      for (int start : starts) {
        if (goals.get(start)) {
          return true;
        }
        marks[start] = mark;
        queue[end++] = start;
      }
      for (int next = 0; next < end; next++) {
        int vertex = queue[next];
        for (int i = graph.outBegin(vertex), stop = graph.outEnd(vertex); i < stop; i++) {
          int arc = graph.outArc(i);
          int head = graph.head(arc);
          if (marks[head] != mark && passes(arc, refusing, shut)) {
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

    private boolean passes(int arc, BitSet refusing, BitSet shut) {
      for (int i = 3 * arc; i < 3 * arc + 3 && elementOf[i] != NOTHING; i++) {
        if (shut.get(elementOf[i])) {
          return false;
        }
      }
      int gate = gateOf[arc];
      if (states[gate] == 0) {
        states[gate] = gates.get(gate).isShut(refusing, parties) ? SHUT : OPEN;
      }
      return states[gate] == OPEN;
    }

    /**
     * Whether a way stays open, by ids.
     *
     * @param refusing ids of parties
     * @param shut ids of edges and nodes
     * @return true if so
     * @throws IllegalArgumentException if there is no such party or element, with a hint
     */
    public boolean isOpen(Collection<String> refusing, Collection<String> shut) {
      return isOpen(MaskedEvaluator.this.refusing(refusing), MaskedEvaluator.this.shut(shut));
    }

    /**
     * The fastest way that stays open.
     *
     * @param refusing numbers of {@link MaskedEvaluator#parties}
     * @param shut numbers of {@link MaskedEvaluator#elements}
     * @return the route, or empty where no way is left
     */
    public Optional<Route> fastest(BitSet refusing, BitSet shut) {
      Arrays.fill(states, (byte) 0);
      BitSet barred = (BitSet) unusable.clone();
      for (int arc = 0; arc < wholeArc.length; arc++) {
        if (!passes(arc, refusing, shut)) {
          barred.set(wholeArc[arc]);
        }
      }
      return (barred.intersects(onUndisturbed)
              ? paths.between(sources, targets, barred, new BitSet(0))
              : undisturbed)
          .map(MaskedEvaluator.this::route);
    }

    /** Whether the fastest way is the same as when nobody refuses and nothing more is shut. */
    boolean leavesFastest(BitSet refusing, BitSet shut) {
      Arrays.fill(states, (byte) 0);
      for (int arc = 0; arc < wholeArc.length; arc++) {
        if (onUndisturbed.get(wholeArc[arc]) && !passes(arc, refusing, shut)) {
          return false;
        }
      }
      return true;
    }
  }
}
