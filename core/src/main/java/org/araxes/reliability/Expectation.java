package org.araxes.reliability;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.PriorityQueue;
import java.util.SortedSet;
import java.util.SplittableRandom;
import java.util.TreeMap;
import org.araxes.answer.Budget;
import org.araxes.answer.Completeness;
import org.araxes.answer.Progress;
import org.araxes.control.ControlRule;
import org.araxes.graph.ArcPath;
import org.araxes.graph.Guard;
import org.araxes.graph.IndexedGraph;
import org.araxes.graph.ShortestPaths;
import org.araxes.network.ArcKind;
import org.araxes.network.NetworkView;
import org.araxes.network.Route;
import org.araxes.network.Topology;
import org.araxes.network.TransitNode;

/**
 * Works out what the best open way takes.
 *
 * <p>The best way if nothing else fails is the answer in all outcomes in which what it hangs on
 * holds; the others are split by which of that fails first, and looked at likewise, the likeliest
 * first (Dotson and Gobien 1979, IEEE Trans. Circuits and Systems 26, 257–265).
 */
final class Expectation {
  /** So much may be left out of all outcomes together. */
  private static final double NEGLIGIBLE = 1e-12;

  /** Some seconds on the shipped network; more of them hardly add anything. */
  private static final long MOST_BRANCHES = 100_000;

  private final Measure measure;
  private final List<Chance> chances;
  private final Dependence dependence;
  private final boolean lawful;
  private final SortedSet<String> from;
  private final SortedSet<String> to;
  private final Map<NetworkView, Ways> ways = new HashMap<>();
  private final TreeMap<Double, Found> cases = new TreeMap<>();
  private double none;
  private double sampled;
  private double variance;

  /** How likely a value is, and a route. */
  private record Found(double probability, Route route) {}

  /** Outcomes that have some chances in common. */
  private record Branch(double mass, long number, Ways ways, BitSet well, BitSet ill) {}

  /** The best way of some outcomes, and what it hangs on beyond what is known. */
  private record Best(double value, BitSet hangsOn, Route route) {}

  Expectation(
      Measure measure,
      List<Chance> chances,
      Dependence dependence,
      boolean lawful,
      SortedSet<String> from,
      SortedSet<String> to) {
    this.measure = measure;
    this.chances = chances;
    this.dependence = dependence;
    this.lawful = lawful;
    this.from = from;
    this.to = to;
  }

  Expected find(Worlds worlds, Budget budget, Progress progress, Optional<Sampling> plan) {
    Comparator<Branch> likeliest =
        Comparator.comparingDouble(Branch::mass).reversed().thenComparingLong(Branch::number);
    PriorityQueue<Branch> branches = new PriorityQueue<>(likeliest);
    long number = 0;
    double waiting = 0;
    int[] settled = worlds.settled();
    for (Worlds.World world : worlds.all()) {
      double mass = 1;
      BitSet ill = new BitSet();
      for (int chance : settled) {
        double middle = chances.get(chance).middle();
        mass *= world.wells().get(chance) ? middle : 1 - middle;
        ill.set(chance, !world.wells().get(chance));
      }
      BitSet well = (BitSet) world.wells().clone();
      branches.add(new Branch(mass, number++, ways(world.view()), well, ill));
      waiting += mass;
    }
    Budget.Meter meter = budget.start();
    while (waiting > NEGLIGIBLE
        && !branches.isEmpty()
        && meter.steps() < MOST_BRANCHES
        && !meter.spent()
        && meter.step()) {
      Branch branch = branches.remove();
      progress.report("Expectation", meter.steps(), meter.steps() + branches.size());
      Optional<Best> best = branch.ways().best(branch.well(), branch.ill());
      if (best.isEmpty()) {
        none += branch.mass();
        waiting -= branch.mass();
        continue;
      }
      double mass = branch.mass();
      BitSet well = (BitSet) branch.well().clone();
      BitSet hangsOn = best.get().hangsOn();
      for (int i = hangsOn.nextSetBit(0); i >= 0; i = hangsOn.nextSetBit(i + 1)) {
        double holds = chances.get(i).middle();
        if (holds < 1) {
          BitSet ill = (BitSet) branch.ill().clone();
          ill.set(i);
          branches.add(
              new Branch(mass * (1 - holds), number++, branch.ways(), (BitSet) well.clone(), ill));
        }
        mass *= holds;
        well.set(i);
      }
      found(best.get(), mass);
      waiting -= mass;
    }
    double unresolved = branches.stream().sorted(likeliest).mapToDouble(Branch::mass).sum();
    boolean complete = unresolved <= NEGLIGIBLE;
    if (!complete && plan.isPresent()) {
      complete =
          sample(branches.stream().sorted(likeliest).toList(), unresolved, plan.get(), budget);
      unresolved = complete ? 0 : unresolved;
    }
    List<Expected.Case> all = new ArrayList<>();
    cases.forEach(
        (value, one) -> {
          if (one.probability() > 0) {
            all.add(new Expected.Case(value, one.probability(), one.route()));
          }
        });
    return new Expected(
        measure,
        all,
        none,
        unresolved,
        sampled,
        Math.sqrt(variance),
        complete ? Completeness.COMPLETE : Completeness.TRUNCATED);
  }

  private void found(Best best, double probability) {
    cases.merge(
        best.value(),
        new Found(probability, best.route()),
        (one, more) -> new Found(one.probability() + more.probability(), one.route()));
  }

  private Ways ways(NetworkView view) {
    return ways.computeIfAbsent(view, Ways::new);
  }

  /** Outcomes drawn from what was not looked at; true unless the budget ended before the first. */
  private boolean sample(List<Branch> branches, double unresolved, Sampling plan, Budget budget) {
    Budget.Meter meter = budget.start();
    SplittableRandom random = new SplittableRandom(plan.seed());
    List<Optional<Best>> drawn = new ArrayList<>();
    while (drawn.size() < plan.samples() && !meter.spent() && meter.step()) {
      double place = random.nextDouble() * unresolved;
      int chosen = 0;
      while (chosen < branches.size() - 1 && place >= branches.get(chosen).mass()) {
        place -= branches.get(chosen++).mass();
      }
      Branch branch = branches.get(chosen);
      BitSet well = (BitSet) branch.well().clone();
      BitSet ill = (BitSet) branch.ill().clone();
      for (int i = 0; i < chances.size(); i++) {
        if (!well.get(i) && !ill.get(i)) {
          (random.nextDouble() < chances.get(i).middle() ? well : ill).set(i);
        }
      }
      drawn.add(branch.ways().best(well, ill));
    }
    if (drawn.isEmpty()) {
      return false;
    }
    double each = unresolved / drawn.size();
    double sum = 0;
    double squares = 0;
    for (Optional<Best> one : drawn) {
      if (one.isEmpty()) {
        none += each;
      } else {
        found(one.get(), each);
        sum += one.get().value();
        squares += one.get().value() * one.get().value();
      }
    }
    double mean = sum / drawn.size();
    sampled = unresolved;
    variance =
        unresolved
            * unresolved
            * Math.max(0, squares / drawn.size() - mean * mean)
            / Math.max(1, drawn.size() - 1);
    return true;
  }

  /** The ways of one view, and what each part of them hangs on. */
  private final class Ways {
    private final Topology topology;
    private final IndexedGraph graph;
    private final ShortestPaths paths;
    private final double[] values;
    private final int[] sources;
    private final int[] targets;
    private final Guard[] arcs;
    private final Guard[] vertices;

    Ways(NetworkView view) {
      topology = view.topology();
      graph = topology.graph();
      values = measure.of(topology);
      paths = ShortestPaths.in(graph, values);
      sources = topology.verticesOf(from);
      targets = topology.verticesOf(to);
      arcs = new Guard[graph.arcCount()];
      vertices = new Guard[graph.vertexCount()];
      List<ControlRule> rules = lawful ? topology.lawfulRules() : topology.rules();
      Map<Integer, Guard> consent = new HashMap<>();
      for (int arc = 0; arc < arcs.length; arc++) {
        if (!topology.isOpen(arc)) {
          arcs[arc] = Guard.SHUT;
          continue;
        }
        int rule = lawful ? topology.lawfulRuleOf(arc) : topology.ruleOf(arc);
        Guard permits = consent.computeIfAbsent(rule, one -> dependence.permits(rules.get(one)));
        boolean atOnePlace =
            topology.kind(arc) == ArcKind.TRANSFER && !topology.node(graph.tail(arc)).isCrossing();
        arcs[arc] = atOnePlace ? permits : permits.and(dependence.holds(topology.element(arc)));
      }
      for (int vertex = 0; vertex < vertices.length; vertex++) {
        TransitNode node = topology.node(vertex);
        vertices[vertex] = node.isCrossing() ? Guard.FREE : dependence.holds(node.id());
      }
    }

    /** Where all that is not known to be ill is well. */
    Optional<Best> best(BitSet well, BitSet ill) {
      if (sources.length == 0 || targets.length == 0) {
        return Optional.empty();
      }
      BitSet hopeful = new BitSet();
      hopeful.set(0, chances.size());
      hopeful.andNot(ill);
      Optional<ArcPath> path =
          paths.between(sources, targets, barred(arcs, hopeful), barred(vertices, hopeful));
      return path.map(
          found -> {
            BitSet hangsOn = new BitSet();
            found.arcs().forEach(arc -> add(arcs[arc], hopeful, well, hangsOn));
            found.vertices(graph).forEach(vertex -> add(vertices[vertex], hopeful, well, hangsOn));
            int[] way = found.arcs().toArray();
            return new Best(
                Arrays.stream(way).mapToDouble(arc -> values[arc]).sum(),
                hangsOn,
                topology.route(way, found.start()));
          });
    }

    private BitSet barred(Guard[] guards, BitSet hopeful) {
      BitSet barred = new BitSet(guards.length);
      for (int i = 0; i < guards.length; i++) {
        barred.set(i, !guards[i].isFree() && !guards[i].stands(hopeful));
      }
      return barred;
    }

    /** What is not known yet of the pattern that needs the least of it. */
    private void add(Guard guard, BitSet hopeful, BitSet well, BitSet hangsOn) {
      Optional<BitSet> least =
          guard.patterns().stream()
              .filter(
                  pattern -> {
                    BitSet lost = (BitSet) pattern.clone();
                    lost.andNot(hopeful);
                    return lost.isEmpty();
                  })
              .map(
                  pattern -> {
                    BitSet open = (BitSet) pattern.clone();
                    open.andNot(well);
                    return open;
                  })
              .min(Comparator.comparingInt(BitSet::cardinality));
      least.ifPresent(hangsOn::or);
    }
  }
}
