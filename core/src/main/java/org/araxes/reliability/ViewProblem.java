package org.araxes.reliability;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import org.araxes.control.ControlRule;
import org.araxes.graph.Guard;
import org.araxes.graph.IndexedGraph;
import org.araxes.graph.ReliabilityProblem;
import org.araxes.graph.SampledReliability;
import org.araxes.network.ArcKind;
import org.araxes.network.NetworkView;
import org.araxes.network.Topology;
import org.araxes.network.TransitNode;

/**
 * A view of the network as a problem of chance, and which chance became what in it.
 *
 * <p>The two directions of an edge or over a border are one two-way link where both are open on the
 * same conditions. A chance that concerns one link or vertex only becomes that one's own survival;
 * any other is a cause.
 */
final class ViewProblem {
  private static final int AS_CAUSE = -1;
  private static final int NOBODY = -1;

  private final List<Chance> chances;
  private final ReliabilityProblem template;
  private final int[] linkOf;
  private final int[] vertexOf;

  /**
   * What joins two places, in one direction or both, before it is known whether it stands alone.
   */
  private record Way(int tail, int head, boolean twoWay, String element, Guard others) {}

  ViewProblem(
      NetworkView view,
      SortedSet<String> from,
      SortedSet<String> to,
      boolean lawful,
      List<Chance> chances,
      Dependence dependence) {
    this.chances = chances;
    linkOf = new int[chances.size()];
    vertexOf = new int[chances.size()];
    Arrays.fill(linkOf, AS_CAUSE);
    Arrays.fill(vertexOf, AS_CAUSE);
    Map<String, Integer> numbers = new HashMap<>();
    for (int i = 0; i < chances.size(); i++) {
      numbers.put(chances.get(i).subject(), i);
    }
    Topology topology = view.topology();
    ReliabilityProblem.Builder builder = ReliabilityProblem.builder(topology.graph().vertexCount());
    chances.forEach(chance -> builder.cause(1));
    List<Way> ways = ways(topology, lawful, dependence);
    Map<String, Integer> uses = new HashMap<>();
    ways.forEach(way -> uses.merge(way.element(), 1, Integer::sum));
    for (Way way : ways) {
      int own = numbers.getOrDefault(way.element(), NOBODY);
      boolean alone =
          own != NOBODY
              && uses.getOrDefault(way.element(), 0) == 1
              && !dependence.isTrigger(way.element());
      Guard guard =
          own == NOBODY || alone ? way.others() : way.others().and(dependence.holds(way.element()));
      int link = builder.link(way.tail(), way.head(), way.twoWay(), 1, guard);
      if (alone) {
        linkOf[own] = link;
      }
    }
    for (TransitNode node : view.network().nodes()) {
      if (!node.isCrossing()) {
        int[] vertices = topology.verticesOf(node.id());
        int own = numbers.getOrDefault(node.id(), NOBODY);
        boolean alone = own != NOBODY && vertices.length == 1 && !dependence.isTrigger(node.id());
        Guard guard = alone ? dependence.spared(node.id()) : dependence.holds(node.id());
        for (int vertex : vertices) {
          builder.vertex(vertex, 1, guard);
        }
        if (alone) {
          vertexOf[own] = vertices[0];
        }
      }
    }
    template = builder.build(topology.verticesOf(from), topology.verticesOf(to));
  }

  /** Whether the movement can be at a source and at a target at all. */
  static boolean hasEnds(NetworkView view, SortedSet<String> from, SortedSet<String> to) {
    return view.topology().verticesOf(from).length > 0 && view.topology().verticesOf(to).length > 0;
  }

  private static List<Way> ways(Topology topology, boolean lawful, Dependence dependence) {
    IndexedGraph graph = topology.graph();
    List<ControlRule> rules = lawful ? topology.lawfulRules() : topology.rules();
    Guard[] consent = new Guard[rules.size()];
    Map<Way, Integer> waiting = new LinkedHashMap<>();
    List<Way> ways = new ArrayList<>();
    for (int arc = 0; arc < graph.arcCount(); arc++) {
      if (!topology.isOpen(arc)) {
        continue;
      }
      int rule = lawful ? topology.lawfulRuleOf(arc) : topology.ruleOf(arc);
      if (consent[rule] == null) {
        consent[rule] = dependence.permits(rules.get(rule));
      }
      String element = topology.element(arc);
      Guard others = consent[rule].and(dependence.spared(element));
      if (isAtOnePlace(topology, arc)) {
        // What happens inside a node that is no crossing hangs on the node, which its vertices
        // tell.
        others = consent[rule];
        element = "";
      }
      Way here = new Way(graph.tail(arc), graph.head(arc), false, element, others);
      Way back = new Way(graph.head(arc), graph.tail(arc), false, element, others);
      Integer other = waiting.remove(back);
      if (other != null) {
        ways.set(other, new Way(back.tail(), back.head(), true, element, others));
      } else {
        waiting.put(here, ways.size());
        ways.add(here);
      }
    }
    return ways;
  }

  private static boolean isAtOnePlace(Topology topology, int arc) {
    return topology.kind(arc) == ArcKind.TRANSFER
        && !topology.node(topology.graph().tail(arc)).isCrossing();
  }

  /** The problem when each chance turns out well with this probability. */
  ReliabilityProblem with(double[] survival) {
    double[] links = new double[template.linkCount()];
    double[] vertices = new double[template.vertexCount()];
    double[] causes = new double[chances.size()];
    Arrays.fill(links, 1);
    Arrays.fill(vertices, 1);
    Arrays.fill(causes, 1);
    for (int i = 0; i < survival.length; i++) {
      if (linkOf[i] != AS_CAUSE) {
        links[linkOf[i]] = survival[i];
      } else if (vertexOf[i] != AS_CAUSE) {
        vertices[vertexOf[i]] = survival[i];
      } else {
        causes[i] = survival[i];
      }
    }
    return template.withSurvival(links, vertices, causes);
  }

  /** Samples a problem of {@link #with}, each chance known by its key. */
  SampledReliability sampler(ReliabilityProblem problem, long[] keys) {
    long[] links = new long[template.linkCount()];
    long[] vertices = new long[template.vertexCount()];
    for (int i = 0; i < keys.length; i++) {
      if (linkOf[i] != AS_CAUSE) {
        links[linkOf[i]] = keys[i];
      } else if (vertexOf[i] != AS_CAUSE) {
        vertices[vertexOf[i]] = keys[i];
      }
    }
    return SampledReliability.of(problem, links, vertices, keys);
  }

  /** The links that are some chance's own. */
  BitSet ownLinks() {
    return marked(linkOf);
  }

  /** The vertices that are some chance's own. */
  BitSet ownVertices() {
    return marked(vertexOf);
  }

  private static BitSet marked(int[] places) {
    BitSet marks = new BitSet();
    for (int place : places) {
      if (place != AS_CAUSE) {
        marks.set(place);
      }
    }
    return marks;
  }

  /** Sorts derivatives by chance. */
  double[] byChance(double[] byLink, double[] byVertex, double[] byCause) {
    double[] slopes = new double[chances.size()];
    for (int i = 0; i < slopes.length; i++) {
      slopes[i] =
          linkOf[i] != AS_CAUSE
              ? byLink[linkOf[i]]
              : vertexOf[i] != AS_CAUSE ? byVertex[vertexOf[i]] : byCause[i];
    }
    return slopes;
  }
}
