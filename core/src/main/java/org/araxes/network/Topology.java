package org.araxes.network;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.araxes.border.Crossing;
import org.araxes.border.CrossingFact;
import org.araxes.border.Effect;
import org.araxes.border.Impediment;
import org.araxes.border.ImpedimentKind;
import org.araxes.border.Mode;
import org.araxes.border.TrafficClass;
import org.araxes.control.ControlRule;
import org.araxes.evidence.Basis;
import org.araxes.evidence.Evidence;
import org.araxes.graph.IndexedGraph;
import org.araxes.quantity.Distance;

/**
 * A view of the network as the engine sees it: vertices are states of the movement, arcs are steps.
 *
 * <p>A <b>vertex</b> is a node together with the mode and gauge on which the movement is there, and
 * at a crossing with the side of the border: each of its modes and gauges is there on both sides,
 * so that a break of gauge can lie on the border itself. An <b>arc</b> is a way along an edge in
 * one direction, over a border in one direction, or between two modes or gauges at a node. Barred
 * arcs are there too, with {@link #isOpen} false and the impediments that bar them, so that "no
 * way" can be explained. At a node where two gauges or modes of the movement meet without a
 * transhipment, the change is there as a barred arc.
 *
 * <p>A rail edge of unknown gauge is taken to fit every gauge, and says so in an impediment.
 *
 * <p><b>Order.</b> Vertices by node id, mode, gauge, side; arcs by edges in order of id (forward
 * before backward), then crossings, then transfers. Built in O(V + A) after one pass over the
 * facts; on another day what did not change is shared.
 */
public final class Topology {
  private final NetworkView view;
  private final IndexedGraph graph;
  private final List<TransitNode> vertexNode;
  private final List<Layer> vertexLayer;
  private final Map<String, int[]> verticesOf;
  private final List<Arc> arcs;
  private final Map<String, int[]> arcsOf;

  /** The arcs whose impediments name the day. */
  private final BitSet dated;

  private final BitSet open;
  private final List<ControlRule> rules;
  private final List<ControlRule> lawfulRules;
  private final int[] ruleOf;
  private final int[] lawfulRuleOf;
  private final double[] metres;
  private final double[] seconds;
  private final double[] usd;

  /** Mode, gauge and side of a vertex. */
  private record Layer(Mode mode, int gauge, String side) implements Comparable<Layer> {
    @Override
    public int compareTo(Layer other) {
      int byMode = mode.compareTo(other.mode);
      int byGauge = byMode != 0 ? byMode : Integer.compare(gauge, other.gauge);
      return byGauge != 0 ? byGauge : side.compareTo(other.side);
    }
  }

  /** What an arc stands for; its step is made when a route asks for it. */
  private record Arc(
      ArcKind kind,
      int tail,
      int head,
      String element,
      List<Impediment> impediments,
      ControlRule rule,
      ControlRule lawful,
      double metres,
      double seconds,
      double usd,
      boolean assumed) {
    boolean isOpen() {
      return impediments.stream().noneMatch(found -> found.effect() == Effect.BARS);
    }

    /** What nobody knows is not known of a day, and the words say of which. */
    boolean isDated() {
      return impediments.stream().anyMatch(found -> found.kind() == ImpedimentKind.UNKNOWN);
    }

    /** The same way between other vertices. */
    Arc between(int from, int to) {
      return new Arc(
          kind, from, to, element, impediments, rule, lawful, metres, seconds, usd, assumed);
    }
  }

  Topology(NetworkView view) {
    this.view = view;
    vertexNode = new ArrayList<>();
    vertexLayer = new ArrayList<>();
    verticesOf = new TreeMap<>();
    arcs = new ArrayList<>();
    SortedSet<Integer> gauges = gaugesInUse();
    Map<String, SortedMap<Layer, Integer>> index = indexVertices(gauges);
    addEdges(index, gauges);
    addCrossings(index);
    addTransfers(index);
    IndexedGraph.Builder builder = IndexedGraph.builder(vertexNode.size());
    int count = arcs.size();
    metres = new double[count];
    seconds = new double[count];
    usd = new double[count];
    open = new BitSet(count);
    dated = new BitSet(count);
    arcsOf = new HashMap<>();
    for (int a = 0; a < count; a++) {
      Arc arc = arcs.get(a);
      builder.arc(arc.tail(), arc.head());
      metres[a] = arc.metres();
      note(a, arc);
      arcsOf.merge(arc.element(), new int[] {a}, Topology::joined);
    }
    graph = builder.build();
    rules = new ArrayList<>();
    lawfulRules = new ArrayList<>();
    ruleOf = new int[count];
    lawfulRuleOf = new int[count];
    internRules();
  }

  /** The same states on another day: only what is touched, or names the day, is made again. */
  Topology(NetworkView view, Topology base, ChangeIndex.Touched touched) {
    this.view = view;
    graph = base.graph;
    vertexNode = base.vertexNode;
    vertexLayer = base.vertexLayer;
    verticesOf = base.verticesOf;
    arcsOf = base.arcsOf;
    metres = base.metres;
    arcs = new ArrayList<>(base.arcs);
    seconds = base.seconds.clone();
    usd = base.usd.clone();
    open = (BitSet) base.open.clone();
    dated = (BitSet) base.dated.clone();
    Set<String> again = new HashSet<>(touched.everything() ? arcsOf.keySet() : touched.elements());
    base.dated.stream().forEach(a -> again.add(arcs.get(a).element()));
    Map<String, List<Transhipment>> places = again.isEmpty() ? Map.of() : places();
    boolean ruledAlike = true;
    for (String element : again) {
      ruledAlike &= makeAgain(element, places);
    }
    if (ruledAlike) {
      rules = base.rules;
      lawfulRules = base.lawfulRules;
      ruleOf = base.ruleOf;
      lawfulRuleOf = base.lawfulRuleOf;
    } else {
      rules = new ArrayList<>();
      lawfulRules = new ArrayList<>();
      ruleOf = new int[arcs.size()];
      lawfulRuleOf = new int[arcs.size()];
      internRules();
    }
  }

  private static int[] joined(int[] some, int[] more) {
    int[] all = Arrays.copyOf(some, some.length + more.length);
    System.arraycopy(more, 0, all, some.length, more.length);
    return all;
  }

  private void note(int a, Arc arc) {
    seconds[a] = arc.seconds();
    usd[a] = arc.usd();
    open.set(a, arc.isOpen());
    dated.set(a, arc.isDated());
  }

  private void internRules() {
    Map<ControlRule, Integer> ruleIndex = new HashMap<>();
    Map<ControlRule, Integer> lawfulIndex = new HashMap<>();
    for (int a = 0; a < ruleOf.length; a++) {
      ruleOf[a] = interned(ruleIndex, rules, arcs.get(a).rule());
      lawfulRuleOf[a] = interned(lawfulIndex, lawfulRules, arcs.get(a).lawful());
    }
  }

  /** Makes the arcs of an element anew; returns whether they need the same consent as before. */
  private boolean makeAgain(String element, Map<String, List<Transhipment>> places) {
    boolean ruledAlike = true;
    Optional<Arc> onEdge = Optional.empty();
    for (int a : arcsOf.getOrDefault(element, new int[0])) {
      Arc before = arcs.get(a);
      int tail = before.tail();
      int head = before.head();
      Arc made =
          switch (before.kind()) {
            case EDGE ->
                onEdge.isPresent()
                    ? onEdge.get().between(tail, head)
                    : edgeArc(view.snapshot().asItIs(view.network().edge(element)), tail, head);
            case CROSSING ->
                crossingArc(
                    view.network().crossing(element),
                    vertexLayer.get(tail),
                    vertexLayer.get(head).side(),
                    tail,
                    head);
            case TRANSFER ->
                transferArc(
                    view.network().node(element),
                    tail,
                    head,
                    places.getOrDefault(element, List.of()));
          };
      if (before.kind() == ArcKind.EDGE) {
        onEdge = Optional.of(made);
      }
      arcs.set(a, made);
      note(a, made);
      ruledAlike &= made.rule().equals(before.rule()) && made.lawful().equals(before.lawful());
    }
    return ruledAlike;
  }

  private static int interned(
      Map<ControlRule, Integer> index, List<ControlRule> all, ControlRule rule) {
    Integer known = index.get(rule);
    if (known == null) {
      known = all.size();
      index.put(rule, known);
      all.add(rule);
    }
    return known;
  }

  private SortedSet<Integer> gaugesInUse() {
    TreeSet<Integer> gauges = new TreeSet<>();
    if (!view.movement().modes().contains(Mode.RAIL)) {
      return gauges;
    }
    if (!view.movement().gauges().isEmpty()) {
      gauges.addAll(view.movement().gauges());
      return gauges;
    }
    for (TransitEdge edge : view.network().edges()) {
      gauges.addAll(view.snapshot().asItIs(edge).gauges());
    }
    if (gauges.isEmpty()) {
      gauges.add(0);
    }
    return gauges;
  }

  private static Collection<Integer> gaugesOf(TransitEdge edge, SortedSet<Integer> inUse) {
    if (edge.mode() != Mode.RAIL) {
      return List.of(0);
    }
    if (edge.gauges().isEmpty()) {
      return inUse;
    }
    TreeSet<Integer> usable = new TreeSet<>(edge.gauges());
    usable.retainAll(inUse);
    return usable;
  }

  private Map<String, SortedMap<Layer, Integer>> indexVertices(SortedSet<Integer> gauges) {
    Map<String, SortedMap<Layer, Integer>> index = new TreeMap<>();
    for (TransitEdge stated : view.network().edges()) {
      TransitEdge edge = view.snapshot().asItIs(stated);
      if (!view.movement().modes().contains(edge.mode())) {
        continue;
      }
      for (String end : List.of(edge.from(), edge.to())) {
        TransitNode node = view.network().node(end);
        for (int gauge : gaugesOf(edge, gauges)) {
          for (String side : node.isCrossing() ? node.jurisdictions() : List.of("")) {
            index
                .computeIfAbsent(end, n -> new TreeMap<>())
                .put(new Layer(edge.mode(), gauge, side), -1);
          }
        }
      }
    }
    for (TransitNode node : view.network().nodes()) {
      SortedMap<Layer, Integer> layers = index.getOrDefault(node.id(), new TreeMap<>());
      int[] own = new int[layers.size()];
      int i = 0;
      for (Layer layer : List.copyOf(layers.keySet())) {
        int vertex = vertexNode.size();
        vertexNode.add(node);
        vertexLayer.add(layer);
        layers.put(layer, vertex);
        own[i++] = vertex;
      }
      verticesOf.put(node.id(), own);
    }
    return index;
  }

  private static String sideAt(TransitNode node, TransitEdge edge) {
    return node.isCrossing() ? edge.jurisdiction() : "";
  }

  private void addEdges(Map<String, SortedMap<Layer, Integer>> index, SortedSet<Integer> gauges) {
    for (TransitEdge stated : view.network().edges()) {
      TransitEdge edge = view.snapshot().asItIs(stated);
      if (!view.movement().modes().contains(edge.mode())) {
        continue;
      }
      TransitNode from = view.network().node(edge.from());
      TransitNode to = view.network().node(edge.to());
      Optional<Arc> first = Optional.empty();
      for (int gauge : gaugesOf(edge, gauges)) {
        int tail = vertex(index, from, new Layer(edge.mode(), gauge, sideAt(from, edge)));
        int head = vertex(index, to, new Layer(edge.mode(), gauge, sideAt(to, edge)));
        Arc arc = first.isPresent() ? first.get().between(tail, head) : edgeArc(edge, tail, head);
        first = Optional.of(arc);
        arcs.add(arc);
        if (!edge.oneWay()) {
          arcs.add(arc.between(head, tail));
        }
      }
    }
  }

  private Arc edgeArc(TransitEdge edge, int tail, int head) {
    Assumptions assumptions = view.terms().assumptions();
    ControlRule rule = view.snapshot().controlOf(edge.id());
    double length = edge.length().metres();
    return new Arc(
        ArcKind.EDGE,
        tail,
        head,
        edge.id(),
        view.onEdge(edge),
        rule,
        view.lawful(rule, edge.id(), edge.mode(), ""),
        length,
        length / (speedKmh(edge, assumptions) / 3.6),
        usdPerKm(edge, assumptions) * length / 1_000,
        false);
  }

  private double speedKmh(TransitEdge edge, Assumptions assumptions) {
    double kmh = assumptions.speedKmh(view.movement(), edge);
    for (Retiming retiming : view.network().retimings()) {
      if (retiming.validity().contains(view.date())
          && view.network().matches(retiming.where(), edge)) {
        kmh = retiming.kilometresPerHour();
      }
    }
    return kmh;
  }

  private double usdPerKm(TransitEdge edge, Assumptions assumptions) {
    double usd = assumptions.usdPerKm(view.movement(), edge.mode());
    for (Repricing repricing : view.network().repricings()) {
      if (repricing.validity().contains(view.date())
          && view.network().matches(repricing.where(), edge)) {
        usd = repricing.usdPerKm() * view.movement().tonnes();
      }
    }
    return usd;
  }

  private static int vertex(
      Map<String, SortedMap<Layer, Integer>> index, TransitNode node, Layer layer) {
    SortedMap<Layer, Integer> layers = index.get(node.id());
    Integer vertex = layers == null ? null : layers.get(layer);
    if (vertex == null) {
      throw new IllegalStateException("No vertex for " + node.id() + " " + layer);
    }
    return vertex;
  }

  private void addCrossings(Map<String, SortedMap<Layer, Integer>> index) {
    for (Crossing crossing : view.network().crossings()) {
      SortedMap<Layer, Integer> layers = index.getOrDefault(crossing.id(), new TreeMap<>());
      for (Map.Entry<Layer, Integer> entry : layers.entrySet()) {
        Layer layer = entry.getKey();
        String other = crossing.sides().get(layer.side().equals(crossing.sides().get(0)) ? 1 : 0);
        Integer head = layers.get(new Layer(layer.mode(), layer.gauge(), other));
        if (head != null) {
          arcs.add(crossingArc(crossing, layer, other, entry.getValue(), head));
        }
      }
    }
  }

  private Arc crossingArc(Crossing crossing, Layer layer, String to, int tail, int head) {
    String from = layer.side();
    Assumptions assumptions = view.terms().assumptions();
    Optional<CrossingFact> wait = view.waitFact(crossing, layer.mode(), from, to);
    Optional<CrossingFact> fee = view.feeFact(crossing, layer.mode(), from, to);
    boolean air = layer.mode() == Mode.AIR || layer.mode() == Mode.SEA;
    Duration clearing =
        wait.flatMap(CrossingFact::waiting)
            .orElse(air ? Duration.ZERO : assumptions.wait(view.movement()));
    Duration time = clearing.plus(view.gateWait(crossing, layer.mode(), from, to));
    double cost =
        fee.flatMap(CrossingFact::fee)
            .map(money -> money.amount().doubleValue())
            .orElse(air ? 0.0 : assumptions.feeUsd(view.movement()));
    ControlRule rule = view.controlAt(crossing, from, to);
    return new Arc(
        ArcKind.CROSSING,
        tail,
        head,
        crossing.id(),
        view.atCrossing(crossing, layer.mode(), from, to),
        rule,
        view.lawful(rule, crossing.id(), layer.mode(), from, to),
        0,
        time.toMillis() / 1_000.0,
        cost,
        wait.isEmpty() && !clearing.isZero());
  }

  /** Where mode or gauge can be changed that day, by node. */
  private Map<String, List<Transhipment>> places() {
    Map<String, List<Transhipment>> places = new HashMap<>();
    for (Transhipment place : view.network().transhipments()) {
      if (place.validity().contains(view.date())
          && (view.terms().plans() || place.evidence().basis() == Basis.FACT)
          && (place.classes().isEmpty()
              || place.classes().contains(view.movement().trafficClass()))) {
        places.computeIfAbsent(place.node(), n -> new ArrayList<>()).add(place);
      }
    }
    return places;
  }

  private void addTransfers(Map<String, SortedMap<Layer, Integer>> index) {
    Map<String, List<Transhipment>> places = places();
    for (TransitNode node : view.network().nodes()) {
      SortedMap<Layer, Integer> layers = index.getOrDefault(node.id(), new TreeMap<>());
      List<Transhipment> here = places.getOrDefault(node.id(), List.of());
      for (Map.Entry<Layer, Integer> tail : layers.entrySet()) {
        for (Map.Entry<Layer, Integer> head : layers.entrySet()) {
          if (!tail.getKey().equals(head.getKey())
              && tail.getKey().side().equals(head.getKey().side())) {
            arcs.add(transferArc(node, tail.getValue(), head.getValue(), here));
          }
        }
      }
    }
  }

  private static Optional<Transhipment> best(List<Transhipment> places, Layer a, Layer b) {
    return places.stream()
        .filter(place -> joins(place, a, b) || joins(place, b, a))
        .min(java.util.Comparator.comparing(Transhipment::handling));
  }

  private static boolean joins(Transhipment place, Layer from, Layer to) {
    return place.fromMode() == from.mode()
        && place.toMode() == to.mode()
        && (place.fromGauge() == 0 || place.fromGauge() == from.gauge())
        && (place.toGauge() == 0 || place.toGauge() == to.gauge());
  }

  private Arc transferArc(TransitNode node, int tail, int head, List<Transhipment> places) {
    Layer from = vertexLayer.get(tail);
    Layer to = vertexLayer.get(head);
    Optional<Transhipment> place = best(places, from, to);
    String side = from.side();
    ControlRule rule =
        node.isCrossing()
            ? view.snapshot().controlOf(node.id(), side)
            : view.snapshot().controlOf(node.id());
    ControlRule lawful = view.lawful(rule, node.id(), from.mode(), side);
    if (place.isEmpty()) {
      Impediment missing =
          new Impediment(
              ImpedimentKind.BREAK_OF_GAUGE_OR_MODE,
              Effect.BARS,
              node.id(),
              new TreeSet<>(),
              "",
              Duration.ZERO,
              "No transhipment from " + words(from) + " to " + words(to) + " is known here",
              Evidence.NONE);
      return new Arc(
          ArcKind.TRANSFER, tail, head, node.id(), List.of(missing), rule, lawful, 0, 0, 0, false);
    }
    double perTonne =
        view.movement().trafficClass() == TrafficClass.GOODS
            ? place.get().usdPerTonne().orElse(view.terms().assumptions().transhipUsdPerTonne())
            : 0; // what is not goods is not counted in tonnes
    return new Arc(
        ArcKind.TRANSFER,
        tail,
        head,
        node.id(),
        view.atTransfer(node, rule),
        rule,
        lawful,
        0,
        place.get().handling().toMillis() / 1_000.0,
        perTonne * view.movement().tonnes(),
        false);
  }

  private static String words(Layer layer) {
    String mode = layer.mode().name().toLowerCase(java.util.Locale.ROOT);
    return layer.gauge() == 0 ? mode : mode + " of " + layer.gauge() + " mm";
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
   * The graph.
   *
   * @return its vertices and arcs as arrays
   */
  public IndexedGraph graph() {
    return graph;
  }

  /**
   * The vertices of a node.
   *
   * @param node its id
   * @return in order; none where the movement cannot be there at all
   */
  public int[] verticesOf(String node) {
    int[] found = verticesOf.get(node);
    if (found == null) {
      view.network().node(node); // tells what there is instead
      return new int[0];
    }
    return found.clone();
  }

  /**
   * The vertices of some nodes.
   *
   * @param nodes their ids
   * @return in order of node
   */
  public int[] verticesOf(SortedSet<String> nodes) {
    return nodes.stream().flatMapToInt(node -> Arrays.stream(verticesOf(node))).toArray();
  }

  /**
   * The node of a vertex.
   *
   * @param vertex the vertex
   * @return the node
   */
  public TransitNode node(int vertex) {
    return vertexNode.get(vertex);
  }

  /**
   * On which mode the movement is at a vertex.
   *
   * @param vertex the vertex
   * @return the mode
   */
  public Mode mode(int vertex) {
    return vertexLayer.get(vertex).mode();
  }

  /**
   * On which gauge the movement is at a vertex.
   *
   * @param vertex the vertex
   * @return millimetres, or 0 where there is no gauge
   */
  public int gauge(int vertex) {
    return vertexLayer.get(vertex).gauge();
  }

  /**
   * On which side of a crossing the movement is at a vertex.
   *
   * @param vertex the vertex
   * @return a jurisdiction at a crossing, otherwise empty
   */
  public String side(int vertex) {
    return vertexLayer.get(vertex).side();
  }

  /**
   * What an arc stands for.
   *
   * @param arc the arc
   * @return its kind
   */
  public ArcKind kind(int arc) {
    return arcs.get(arc).kind();
  }

  /**
   * The element of an arc.
   *
   * @param arc the arc
   * @return id of the edge, or of the node for a crossing or a transfer
   */
  public String element(int arc) {
    return arcs.get(arc).element();
  }

  /**
   * Where mode or gauge is changed: for each transfer that somebody makes, of the places that make
   * it the quickest.
   *
   * @return places by arc, in order
   */
  public SortedMap<Integer, Transhipment> transhipments() {
    Map<String, List<Transhipment>> places = places();
    SortedMap<Integer, Transhipment> found = new TreeMap<>();
    for (int a = 0; a < arcs.size(); a++) {
      Arc arc = arcs.get(a);
      if (arc.kind() == ArcKind.TRANSFER) {
        int transfer = a;
        best(
                places.getOrDefault(arc.element(), List.of()),
                vertexLayer.get(arc.tail()),
                vertexLayer.get(arc.head()))
            .ifPresent(place -> found.put(transfer, place));
      }
    }
    return found;
  }

  /**
   * What bars or exposes the movement on an arc.
   *
   * @param arc the arc
   * @return the impediments
   */
  public List<Impediment> impediments(int arc) {
    return arcs.get(arc).impediments();
  }

  /**
   * Whether nothing bars an arc.
   *
   * @param arc the arc
   * @return true if so
   */
  public boolean isOpen(int arc) {
    return open.get(arc);
  }

  /**
   * The arcs that nothing bars.
   *
   * @return a copy
   */
  public BitSet openArcs() {
    return (BitSet) open.clone();
  }

  /**
   * How far each arc goes.
   *
   * @return metres by arc, a copy
   */
  public double[] metres() {
    return metres.clone();
  }

  /**
   * How long each arc takes.
   *
   * @return seconds by arc, a copy
   */
  public double[] seconds() {
    return seconds.clone();
  }

  /**
   * What each arc costs the whole movement.
   *
   * @return US dollars by arc, a copy
   */
  public double[] usd() {
    return usd.clone();
  }

  /**
   * The different control rules of the arcs.
   *
   * @return in order of first use
   */
  public List<ControlRule> rules() {
    return List.copyOf(rules);
  }

  /**
   * Whose consent an arc needs.
   *
   * @param arc the arc
   * @return index in {@link #rules}
   */
  public int ruleOf(int arc) {
    return ruleOf[arc];
  }

  /**
   * The different control rules once those bound in law have consented.
   *
   * @return in order of first use
   */
  public List<ControlRule> lawfulRules() {
    return List.copyOf(lawfulRules);
  }

  /**
   * Whose consent an arc needs once those bound in law have consented.
   *
   * @param arc the arc
   * @return index in {@link #lawfulRules}
   */
  public int lawfulRuleOf(int arc) {
    return lawfulRuleOf[arc];
  }

  /**
   * The jurisdictions of an arc: one for an edge or a transfer, two for a crossing.
   *
   * @param arc the arc
   * @return codes in order
   */
  public List<String> jurisdictions(int arc) {
    Arc one = arcs.get(arc);
    return one.kind() == ArcKind.EDGE
        ? List.of(view.network().edge(one.element()).jurisdiction())
        : view.network().node(one.element()).jurisdictions();
  }

  /**
   * Makes a route of arcs.
   *
   * @param path arcs that join
   * @param start the vertex where it starts
   * @return the route
   */
  public Route route(int[] path, int start) {
    List<Step> steps = new ArrayList<>();
    List<ControlRule> needed = new ArrayList<>();
    int here = start;
    for (int arc : path) {
      Arc one = arcs.get(arc);
      if (one.tail() != here) {
        throw new IllegalArgumentException("Arc " + arc + " does not start at vertex " + here);
      }
      steps.add(step(one));
      needed.add(one.rule());
      here = one.head();
    }
    return new Route(node(start).id(), node(here).id(), steps, ControlRule.allOf(needed));
  }

  private Step step(Arc arc) {
    Layer before = vertexLayer.get(arc.tail());
    Layer after = vertexLayer.get(arc.head());
    Duration time = Duration.ofMillis(Math.round(arc.seconds() * 1_000));
    return switch (arc.kind()) {
      case EDGE ->
          new Step.Leg(
              arc.element(),
              node(arc.tail()).id(),
              node(arc.head()).id(),
              before.mode(),
              view.network().edge(arc.element()).jurisdiction(),
              new Distance(arc.metres()),
              time,
              arc.usd());
      case CROSSING ->
          new Step.BorderPassing(
              arc.element(),
              before.side(),
              after.side(),
              before.mode(),
              time,
              arc.usd(),
              arc.assumed());
      case TRANSFER ->
          new Step.Transfer(
              arc.element(),
              before.mode(),
              before.gauge(),
              after.mode(),
              after.gauge(),
              time,
              arc.usd());
    };
  }
}
