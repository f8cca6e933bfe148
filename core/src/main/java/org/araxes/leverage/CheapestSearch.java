package org.araxes.leverage;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.function.Supplier;
import org.araxes.answer.Budget;
import org.araxes.graph.KeyDiagram;

/**
 * Finds the cheapest set of players that suffices, of a monotone game.
 *
 * <p><b>Method.</b> On a decision diagram the cheapest path, in one pass. Without one, implicit
 * hitting sets (Chandrasekaran and others 2011): every set that suffices meets every obstacle, a
 * set without which nothing suffices. The cheapest set that meets all obstacles known is a lower
 * bound; if it suffices it is the answer, otherwise the rest shrinks to a new obstacle. That
 * cheapest set is found by branch and bound, with obstacles that share no player as the bound. It
 * begins at a {@link CheapestGuess}.
 */
final class CheapestSearch {
  private static final int OBSTACLES_A_STEP = 32;

  private final double[] costs;
  private final Predicate<BitSet> suffices;
  private final long weight;
  private final Budget.Meter meter;
  private final Supplier<CheapestGuess> start;
  private final List<BitSet> obstacles = new ArrayList<>();

  /** A set, what it costs, and what every set costs at least. */
  record Found(Optional<BitSet> set, double cost, double bound) {}

  /**
   * Starts a search without a diagram.
   *
   * @param costs by player, 0 or more; infinite for those who are never to be in
   * @param suffices whether a set suffices; more players never spoil it
   * @param meter the budget: a step is a question or a branch
   */
  CheapestSearch(double[] costs, Predicate<BitSet> suffices, Budget.Meter meter) {
    this(costs, suffices, 1, meter, () -> CheapestGuess.NONE);
  }

  /**
   * Starts a search where something is known already.
   *
   * @param costs by player, 0 or more; infinite for those who are never to be in
   * @param suffices whether a set suffices; more players never spoil it
   * @param weight for how many steps of the budget a question counts
   * @param meter the budget: a branch counts for more where many obstacles are known
   * @param start asked once, if anything suffices
   */
  CheapestSearch(
      double[] costs,
      Predicate<BitSet> suffices,
      long weight,
      Budget.Meter meter,
      Supplier<CheapestGuess> start) {
    this.costs = costs;
    this.suffices = suffices;
    this.weight = weight;
    this.meter = meter;
    this.start = start;
  }

  Found run() {
    BitSet willing = new BitSet();
    List<Integer> cheapFirst = new ArrayList<>();
    for (int player = 0; player < costs.length; player++) {
      if (costs[player] < Double.POSITIVE_INFINITY) {
        willing.set(player);
        cheapFirst.add(player);
      }
    }
    if (!meter.step(weight)) {
      return new Found(Optional.empty(), Double.POSITIVE_INFINITY, 0);
    }
    if (!suffices.test(willing)) {
      return new Found(Optional.empty(), Double.POSITIVE_INFINITY, Double.POSITIVE_INFINITY);
    }
    cheapFirst.sort(Comparator.comparingDouble(player -> costs[player]));
    CheapestGuess guess = start.get();
    BitSet best = guess.set().orElse(willing);
    List<List<Integer>> orders = new ArrayList<>(List.of(cheapFirst));
    guess.set().ifPresent(set -> orders.add(0, cheapFirst.stream().filter(set::get).toList()));
    for (List<Integer> order : orders) {
      BitSet smaller = shrink(order, suffices);
      if (meter.spent()) {
        return new Found(Optional.of(best), cost(best), Math.min(guess.bound(), cost(best)));
      }
      best = cost(smaller) <= cost(best) ? smaller : best;
    }
    double bound = guess.bound();
    while (true) {
      Optional<BitSet> cheapest = cheapestMeeting(best);
      if (cheapest.isEmpty()) {
        return new Found(Optional.of(best), cost(best), Math.min(bound, cost(best)));
      }
      BitSet candidate = cheapest.get();
      bound = Math.max(bound, cost(candidate));
      if (bound >= cost(best)) {
        return new Found(Optional.of(best), cost(best), cost(best));
      }
      if (!meter.step(weight)) {
        return new Found(Optional.of(best), cost(best), bound);
      }
      if (suffices.test(candidate)) {
        return new Found(Optional.of(candidate), cost(candidate), cost(candidate));
      }
      List<Integer> others = new ArrayList<>();
      for (int player : cheapFirst) {
        if (!candidate.get(player)) {
          others.add(player);
        }
      }
      obstacles.add(
          shrink(
              others,
              obstacle -> {
                BitSet rest = (BitSet) willing.clone();
                rest.andNot(obstacle);
                return !suffices.test(rest);
              }));
      if (meter.spent()) {
        return new Found(Optional.of(best), cost(best), bound);
      }
    }
  }

  private double cost(BitSet set) {
    return set.stream().mapToDouble(player -> costs[player]).sum();
  }

  private BitSet shrink(List<Integer> order, Predicate<BitSet> test) {
    return CoalitionSearch.shrink(
        order, costs.length, set -> meter.step(weight) && test.test(set), meter);
  }

  /** What is chosen so far, and which players of some obstacle are still to be tried. */
  private static final class Branch {
    final BitSet chosen;
    final BitSet excluded;
    final double cost;

    Branch(BitSet chosen, BitSet excluded, double cost) {
      this.chosen = chosen;
      this.excluded = excluded;
      this.cost = cost;
    }
  }

  /** The cheapest set that meets all obstacles, known to cost no more than a set at hand. */
  private Optional<BitSet> cheapestMeeting(BitSet known) {
    BitSet best = known;
    double least = cost(known);
    Deque<Branch> open = new ArrayDeque<>();
    open.push(new Branch(new BitSet(), new BitSet(), 0));
    while (!open.isEmpty()) {
      if (!meter.step(1 + obstacles.size() / OBSTACLES_A_STEP)) {
        return Optional.empty();
      }
      Branch branch = open.pop();
      Optional<BitSet> unmet = fewest(branch);
      if (branch.cost >= least || branch.cost + bound(branch) >= least) {
        continue;
      }
      if (unmet.isEmpty()) {
        best = branch.chosen;
        least = branch.cost;
        continue;
      }
      BitSet excluded = (BitSet) branch.excluded.clone();
      List<Branch> next = new ArrayList<>();
      for (int player : unmet.get().stream().boxed().sorted(this::byCost).toList()) {
        BitSet chosen = (BitSet) branch.chosen.clone();
        chosen.set(player);
        next.add(new Branch(chosen, (BitSet) excluded.clone(), branch.cost + costs[player]));
        excluded.set(player);
      }
      for (int i = next.size() - 1; i >= 0; i--) {
        open.push(next.get(i)); // the cheapest comes off first
      }
    }
    return Optional.of(best);
  }

  private int byCost(int one, int other) {
    int byCost = Double.compare(costs[one], costs[other]);
    return byCost != 0 ? byCost : Integer.compare(one, other);
  }

  /** The obstacle not met yet with fewest players left to choose from. */
  private Optional<BitSet> fewest(Branch branch) {
    Optional<BitSet> fewest = Optional.empty();
    int least = Integer.MAX_VALUE;
    for (BitSet obstacle : obstacles) {
      if (!obstacle.intersects(branch.chosen)) {
        BitSet left = (BitSet) obstacle.clone();
        left.andNot(branch.excluded);
        if (left.cardinality() < least) {
          least = left.cardinality();
          fewest = Optional.of(left);
        }
      }
    }
    return fewest;
  }

  /** The cheapest players of some unmet obstacles that share nobody. */
  private double bound(Branch branch) {
    double bound = 0;
    BitSet used = (BitSet) branch.chosen.clone();
    for (BitSet obstacle : obstacles) {
      if (!obstacle.intersects(used)) {
        double least = Double.POSITIVE_INFINITY;
        for (int player = obstacle.nextSetBit(0);
            player >= 0;
            player = obstacle.nextSetBit(player + 1)) {
          if (!branch.excluded.get(player)) {
            least = Math.min(least, costs[player]);
          }
        }
        bound += least;
        used.or(obstacle);
      }
    }
    return bound;
  }

  /**
   * The cheapest set of a game, by its diagram if there is one.
   *
   * @param game empty where nobody can block
   * @param costs by player, 0 or more
   * @param blocking whether to find the cheapest set that blocks instead of one that consents
   * @param meter the budget, for want of a diagram
   */
  static Found of(
      Optional<ConsentGame> game,
      Optional<KeyDiagram> diagram,
      double[] costs,
      boolean blocking,
      Budget.Meter meter) {
    if (game.isEmpty()) {
      return blocking
          ? new Found(Optional.empty(), Double.POSITIVE_INFINITY, Double.POSITIVE_INFINITY)
          : new Found(Optional.of(new BitSet()), 0, 0);
    }
    if (diagram.isPresent()) {
      return on(diagram.get(), costs, blocking);
    }
    Predicate<BitSet> wins = game.get().oracle();
    Predicate<BitSet> suffices =
        set -> {
          BitSet others = new BitSet();
          others.set(0, costs.length);
          others.andNot(set);
          return !wins.test(others);
        };
    return new CheapestSearch(
            costs,
            blocking ? suffices : wins,
            game.get().weight(),
            meter,
            () ->
                game.flatMap(ConsentGame::quotient)
                    .map(small -> CheapestGuess.of(small, costs, blocking))
                    .orElse(CheapestGuess.NONE))
        .run();
  }

  /**
   * The cheapest set on a diagram.
   *
   * @param blocking whether to find the cheapest set without which it does not open, instead of the
   *     cheapest that opens it
   */
  static Found on(KeyDiagram diagram, double[] costs, boolean blocking) {
    double[] least = new double[diagram.size()];
    int[] fewest = new int[diagram.size()];
    boolean[] takes = new boolean[diagram.size()];
    least[KeyDiagram.NO] = blocking ? 0 : Double.POSITIVE_INFINITY;
    least[KeyDiagram.YES] = blocking ? Double.POSITIVE_INFINITY : 0;
    for (int node = 2; node < diagram.size(); node++) {
      int without = blocking ? diagram.high(node) : diagram.low(node);
      int with = blocking ? diagram.low(node) : diagram.high(node);
      double taken = costs[diagram.key(diagram.level(node))] + least[with];
      takes[node] =
          taken < least[without] || (taken == least[without] && fewest[with] + 1 < fewest[without]);
      least[node] = takes[node] ? taken : least[without];
      fewest[node] = takes[node] ? fewest[with] + 1 : fewest[without];
    }
    BitSet set = new BitSet();
    for (int node = diagram.root(); node > KeyDiagram.YES; ) {
      if (takes[node]) {
        set.set(diagram.key(diagram.level(node)));
      }
      node = takes[node] == blocking ? diagram.low(node) : diagram.high(node);
    }
    double cost = least[diagram.root()];
    if (!blocking) {
      set.or(diagram.mandatory());
      cost += diagram.mandatory().stream().mapToDouble(player -> costs[player]).sum();
    } else {
      for (int veto : diagram.mandatory().stream().toArray()) {
        if (costs[veto] < cost || (costs[veto] == cost && set.cardinality() > 1)) {
          cost = costs[veto];
          set.clear();
          set.set(veto);
        }
      }
    }
    return new Found(
        cost < Double.POSITIVE_INFINITY ? Optional.of(set) : Optional.empty(), cost, cost);
  }
}
