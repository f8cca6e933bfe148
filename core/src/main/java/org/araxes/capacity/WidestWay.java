package org.araxes.capacity;

import java.util.Arrays;
import java.util.BitSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.araxes.graph.ArcPath;
import org.araxes.graph.ShortestPaths;

/** Looks for the route whose narrowest place is widest: by halving the widths there are. */
final class WidestWay {
  private final Scene scene;
  private final Ledger ledger;

  WidestWay(Scene scene) {
    this.scene = scene;
    ledger = scene.ledger;
  }

  Optional<Widest> find() {
    if (scene.endsMeet()) {
      return ShortestPaths.in(scene.graph, scene.topology.seconds())
          .between(scene.sources, scene.targets, Scene.NOTHING, Scene.NOTHING)
          .map(here -> widest(here, Double.POSITIVE_INFINITY));
    }
    double[] widths = new double[scene.graph.arcCount()];
    for (int arc = 0; arc < widths.length; arc++) {
      widths[arc] = ledger.shut.get(arc) ? 0 : ledger.capacityOf(arc);
    }
    double[] steps = Arrays.stream(widths).filter(width -> width > 0).distinct().sorted().toArray();
    int low = 0; // the number of widths known to be reached
    int high = steps.length;
    while (low < high) {
      int middle = (low + high + 1) >>> 1;
      if (scene.connects(narrowerThan(widths, steps[middle - 1]))) {
        low = middle;
      } else {
        high = middle - 1;
      }
    }
    if (low == 0) {
      return Optional.empty();
    }
    double width = steps[low - 1];
    return ShortestPaths.in(scene.graph, scene.topology.seconds())
        .between(scene.sources, scene.targets, narrowerThan(widths, width), Scene.NOTHING)
        .map(path -> widest(path, width));
  }

  private static BitSet narrowerThan(double[] widths, double width) {
    BitSet narrow = new BitSet();
    for (int arc = 0; arc < widths.length; arc++) {
      narrow.set(arc, widths[arc] < width);
    }
    return narrow;
  }

  private Widest widest(ArcPath path, double width) {
    int[] arcs = path.arcs().toArray();
    Map<Integer, Double> used = new TreeMap<>();
    Set<Integer> narrow = new TreeSet<>();
    for (int arc : arcs) {
      for (int i = 0; i < ledger.uses[arc].length; i++) {
        int limit = ledger.uses[arc][i];
        used.merge(limit, ledger.weights[arc][i], Double::sum);
        if (ledger.capacities[limit] / ledger.weights[arc][i] <= width && Double.isFinite(width)) {
          narrow.add(limit);
        }
      }
    }
    double fits = Double.POSITIVE_INFINITY;
    for (Map.Entry<Integer, Double> one : used.entrySet()) {
      fits = Math.min(fits, ledger.capacities[one.getKey()] / one.getValue());
    }
    return new Widest(
        scene.topology.route(arcs, path.start()),
        scene.limited(width),
        scene.limited(fits),
        narrow.stream().map(ledger.limits::get).toList(),
        used.keySet().stream().map(ledger.limits::get).filter(limit -> !limit.known()).toList());
  }
}
