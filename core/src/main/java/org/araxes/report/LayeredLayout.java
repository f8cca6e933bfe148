package org.araxes.report;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;

/**
 * Places boxes in layers so that links run forward and cross little.
 *
 * <p><b>Method.</b> Sugiyama, Tagawa and Toda (1981): each box one layer behind the last that links
 * to it, those without a link onward in the last; a link over several layers gets a place in each
 * of them; layers are sorted by the mean of their neighbours, eight times to and fro; then boxes
 * move towards that mean as far as their neighbours leave room. Circles are cut at the box that
 * comes first.
 *
 * <p>Knows no direction: {@code main} runs across the layers, {@code cross} along one.
 * <b>Order.</b> Ties by the order given. <b>Cost.</b> O(sweeps · (boxes + links · layers)).
 */
final class LayeredLayout {
  private static final int SWEEPS = 8;

  /** Room that a passing link takes. */
  private static final double PASSING = 10;

  private final int boxes;
  private final int[][] links;
  private final double boxGap;

  /** Places: the boxes first, then one for each layer that a link passes. */
  private final List<Integer> layerOf = new ArrayList<>();

  private final List<Double> crossSize = new ArrayList<>();
  private final List<List<Integer>> before = new ArrayList<>();
  private final List<List<Integer>> after = new ArrayList<>();
  private final List<List<Integer>> layers = new ArrayList<>();
  private final List<List<Integer>> ways = new ArrayList<>();
  private final int[] linkOf;
  private final double[] cross;
  private final double[] layerStart;
  private final double[] layerSize;

  /** A point of a drawing, before it is known which way layers run. */
  record Spot(double main, double cross) {}

  /**
   * Lays out.
   *
   * @param mainSizes of the boxes
   * @param crossSizes of the boxes
   * @param links pairs of a box and the box behind it
   * @param layerGap between layers
   * @param boxGap between boxes of a layer
   */
  LayeredLayout(
      double[] mainSizes, double[] crossSizes, int[][] links, double layerGap, double boxGap) {
    this.boxes = mainSizes.length;
    this.links = links;
    this.boxGap = boxGap;
    int[] depth = depths();
    for (int box = 0; box < boxes; box++) {
      addPlace(depth[box], crossSizes[box]);
    }
    int count = Arrays.stream(depth).max().orElse(-1) + 1;
    for (int[] link : links) {
      ways.add(way(link[0], link[1]));
    }
    for (int layer = 0; layer < count; layer++) {
      layers.add(new ArrayList<>());
    }
    for (int place = 0; place < layerOf.size(); place++) {
      layers.get(layerOf.get(place)).add(place);
    }
    layerStart = new double[count];
    layerSize = new double[count];
    for (int box = 0; box < boxes; box++) {
      layerSize[depth[box]] = Math.max(layerSize[depth[box]], mainSizes[box]);
    }
    for (int layer = 1; layer < count; layer++) {
      layerStart[layer] = layerStart[layer - 1] + layerSize[layer - 1] + layerGap;
    }
    linkOf = new int[layerOf.size() - boxes];
    for (int link = 0; link < links.length; link++) {
      for (int place : ways.get(link)) {
        linkOf[place - boxes] = link;
      }
    }
    cross = new double[layerOf.size()];
    sort();
    spread();
  }

  double mainExtent() {
    int last = layerStart.length - 1;
    return last < 0 ? 0 : layerStart[last] + layerSize[last];
  }

  double crossExtent() {
    double most = 0;
    for (int place = 0; place < cross.length; place++) {
      most = Math.max(most, cross[place] + crossSize.get(place) / 2);
    }
    return most;
  }

  /** The middle of a box. */
  Spot middle(int box) {
    int layer = layerOf.get(box);
    return new Spot(layerStart[layer] + layerSize[layer] / 2, cross[box]);
  }

  /** Where a link passes layers between its ends: two spots each. */
  List<Spot> passing(int link) {
    List<Spot> spots = new ArrayList<>();
    for (int place : ways.get(link)) {
      int layer = layerOf.get(place);
      spots.add(new Spot(layerStart[layer], cross[place]));
      spots.add(new Spot(layerStart[layer] + layerSize[layer], cross[place]));
    }
    return spots;
  }

  private int addPlace(int layer, double size) {
    layerOf.add(layer);
    crossSize.add(size);
    before.add(new ArrayList<>());
    after.add(new ArrayList<>());
    return layerOf.size() - 1;
  }

  /** The longest way to each box; where only circles are left the first box goes on. */
  private int[] depths() {
    int[] open = new int[boxes];
    for (int[] link : links) {
      open[link[1]] += link[0] == link[1] ? 0 : 1;
    }
    int[] depth = new int[boxes];
    boolean[] placed = new boolean[boxes];
    for (int done = 0; done < boxes; done++) {
      int next = -1;
      for (int box = 0; box < boxes && (next < 0 || open[next] > 0); box++) {
        if (!placed[box] && (next < 0 || open[box] <= 0)) {
          next = box;
        }
      }
      placed[next] = true;
      for (int[] link : links) {
        if (link[0] == next && !placed[link[1]]) {
          open[link[1]]--;
          depth[link[1]] = Math.max(depth[link[1]], depth[next] + 1);
        }
      }
    }
    boolean[] onward = new boolean[boxes];
    boolean[] linked = new boolean[boxes];
    for (int[] link : links) {
      onward[link[0]] = true;
      linked[link[1]] = true;
    }
    int last = Arrays.stream(depth).max().orElse(0);
    for (int box = 0; box < boxes; box++) {
      depth[box] = linked[box] && !onward[box] ? last : depth[box];
    }
    return depth;
  }

  /** The places that a link passes, from its near end to its far one. */
  private List<Integer> way(int from, int to) {
    boolean forward = layerOf.get(from) <= layerOf.get(to);
    int near = forward ? from : to;
    int far = forward ? to : from;
    List<Integer> way = new ArrayList<>();
    int at = near;
    for (int layer = layerOf.get(near) + 1; layer < layerOf.get(far); layer++) {
      int place = addPlace(layer, PASSING);
      join(at, place);
      way.add(place);
      at = place;
    }
    if (layerOf.get(near) < layerOf.get(far)) {
      join(at, far);
    }
    if (!forward) {
      Collections.reverse(way);
    }
    return way;
  }

  private void join(int from, int to) {
    after.get(from).add(to);
    before.get(to).add(from);
  }

  private void sort() {
    double[] rank = new double[layerOf.size()];
    for (List<Integer> layer : layers) {
      for (int i = 0; i < layer.size(); i++) {
        rank[layer.get(i)] = i;
      }
    }
    for (int sweep = 0; sweep < SWEEPS; sweep++) {
      boolean down = sweep % 2 == 0;
      for (int i = 0; i < layers.size(); i++) {
        List<Integer> layer = layers.get(down ? i : layers.size() - 1 - i);
        double[] wish = new double[layerOf.size()];
        for (int place : layer) {
          wish[place] = mean(down ? before.get(place) : after.get(place), rank, rank[place]);
        }
        layer.sort(Comparator.comparingDouble(place -> wish[place]));
        for (int position = 0; position < layer.size(); position++) {
          rank[layer.get(position)] = position;
        }
      }
    }
  }

  /** The places of one link and its ends: these want to stand straight below one another. */
  private List<Integer> wayOf(int place) {
    int link = linkOf[place - boxes];
    List<Integer> way = new ArrayList<>(ways.get(link));
    way.add(links[link][0]);
    way.add(links[link][1]);
    return way;
  }

  private static double mean(List<Integer> places, double[] values, double otherwise) {
    return places.stream().mapToDouble(place -> values[place]).average().orElse(otherwise);
  }

  private void spread() {
    for (List<Integer> layer : layers) {
      settle(layer, new double[cross.length]);
    }
    for (int sweep = 0; sweep < 2 * SWEEPS; sweep++) {
      for (int i = 0; i < layers.size(); i++) {
        List<Integer> layer = layers.get(sweep % 2 == 0 ? i : layers.size() - 1 - i);
        double[] wish = new double[cross.length];
        for (int place : layer) {
          List<Integer> near = new ArrayList<>(before.get(place));
          near.addAll(after.get(place));
          wish[place] = mean(place < boxes ? near : wayOf(place), cross, cross[place]);
        }
        settle(layer, wish);
      }
    }
    double least = Double.POSITIVE_INFINITY;
    for (int place = 0; place < cross.length; place++) {
      least = Math.min(least, cross[place] - crossSize.get(place) / 2);
    }
    for (int place = 0; place < cross.length; place++) {
      cross[place] -= least;
    }
  }

  /** As near to the wish as order and gaps allow: midway between packing from either end. */
  private void settle(List<Integer> layer, double[] wish) {
    int size = layer.size();
    double[] low = new double[size];
    double[] high = new double[size];
    for (int i = 0; i < size; i++) {
      low[i] = wish[layer.get(i)];
      if (i > 0) {
        low[i] = Math.max(low[i], low[i - 1] + apart(layer.get(i - 1), layer.get(i)));
      }
    }
    for (int i = size - 1; i >= 0; i--) {
      high[i] = wish[layer.get(i)];
      if (i + 1 < size) {
        high[i] = Math.min(high[i], high[i + 1] - apart(layer.get(i), layer.get(i + 1)));
      }
      cross[layer.get(i)] = (low[i] + high[i]) / 2;
    }
  }

  private double apart(int one, int other) {
    return (crossSize.get(one) + crossSize.get(other)) / 2 + boxGap;
  }
}
