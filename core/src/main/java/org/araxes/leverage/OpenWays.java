package org.araxes.leverage;

import java.util.BitSet;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import java.util.function.Predicate;
import org.araxes.border.Effect;
import org.araxes.border.Impediment;
import org.araxes.control.ControlRule;
import org.araxes.graph.ArcPath;
import org.araxes.graph.IndexedGraph;
import org.araxes.graph.Reachability;
import org.araxes.graph.ShortestPaths;
import org.araxes.network.Route;
import org.araxes.network.Topology;

/**
 * Which ways stay open when some refuse, where they are cut, and how much longer or dearer they
 * are. Immutable.
 */
final class OpenWays {
  private static final BitSet NOTHING = new BitSet(0);

  private final Topology topology;
  private final int[] sources;
  private final int[] targets;
  private final Basis basis;

  OpenWays(Topology topology, int[] sources, int[] targets, Basis basis) {
    this.topology = topology;
    this.sources = sources;
    this.targets = targets;
    this.basis = basis;
  }

  /** Where a coalition that blocks does so, at which the movement comes to a stop. */
  List<String> cut(Coalition coalition) {
    IndexedGraph graph = topology.graph();
    BitSet usable = ConsentGame.unusable(topology, basis);
    BitSet left = ConsentGame.shutBy(topology, basis, coalition::contains);
    Reachability reachability = new Reachability(graph);
    BitSet near = reachability.from(sources, left, NOTHING);
    BitSet far = reachability.to(targets, usable, near);
    TreeSet<String> elements = new TreeSet<>();
    for (int arc = usable.nextClearBit(0);
        arc < graph.arcCount();
        arc = usable.nextClearBit(arc + 1)) {
      if (near.get(graph.tail(arc)) && far.get(graph.head(arc))) {
        elements.add(topology.element(arc));
      }
    }
    return List.copyOf(elements);
  }

  /** The fastest way that stays open when everyone outside a coalition blocks. */
  Optional<Route> route(Coalition coalition) {
    Predicate<String> outside = party -> !coalition.contains(party);
    return best(topology.seconds(), topology.usd(), outside).map(this::route);
  }

  /** What it costs when one party blocks. */
  HoldUp holdUp(String party) {
    double[] seconds = topology.seconds();
    double[] usd = topology.usd();
    Optional<ArcPath> fastest = best(seconds, usd, any -> false);
    Optional<ArcPath> detour = best(seconds, usd, party::equals);
    return new HoldUp(
        party,
        extra(fastest, detour),
        extra(best(usd, seconds, any -> false), best(usd, seconds, party::equals)),
        fastest.map(this::route),
        detour.map(this::route));
  }

  /** What it saves when one party lets pass what is barred by its power alone. */
  Relief relief(String party) {
    double[] seconds = topology.seconds();
    double[] usd = topology.usd();
    BitSet now = ConsentGame.unusable(topology, basis);
    BitSet then = (BitSet) now.clone();
    List<ControlRule> rules = ConsentGame.rules(topology, basis);
    for (int arc = now.nextSetBit(0); arc >= 0; arc = now.nextSetBit(arc + 1)) {
      if (isBarredBy(party, arc)
          && rules.get(ConsentGame.ruleOf(topology, basis, arc)).permits(any -> true)) {
        then.clear(arc);
      }
    }
    Optional<ArcPath> fastest = best(seconds, usd, now);
    Optional<ArcPath> relieved = best(seconds, usd, then);
    return new Relief(
        party,
        extra(relieved, fastest),
        extra(best(usd, seconds, then), best(usd, seconds, now)),
        fastest.map(this::route),
        relieved.map(this::route));
  }

  private Optional<ArcPath> best(double[] first, double[] second, Predicate<String> refusing) {
    return best(first, second, ConsentGame.shutBy(topology, basis, refusing));
  }

  private Optional<ArcPath> best(double[] first, double[] second, BitSet barred) {
    return ShortestPaths.in(topology.graph(), first, second)
        .between(sources, targets, barred, NOTHING);
  }

  private Route route(ArcPath path) {
    return topology.route(path.arcs().toArray(), path.start());
  }

  /** Whether something bars an arc, and all of it by the power of one party alone. */
  private boolean isBarredBy(String party, int arc) {
    boolean barred = false;
    for (Impediment found : topology.impediments(arc)) {
      if (found.effect() == Effect.BARS) {
        if (found.by().size() != 1 || !found.by().contains(party)) {
          return false;
        }
        barred = true;
      }
    }
    return barred;
  }

  private static double extra(Optional<ArcPath> before, Optional<ArcPath> after) {
    if (before.isEmpty()) {
      return 0;
    }
    return after.isEmpty()
        ? Double.POSITIVE_INFINITY
        : Math.max(0, after.get().cost() - before.get().cost());
  }
}
