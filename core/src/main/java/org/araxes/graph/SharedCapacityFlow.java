package org.araxes.graph;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.Optional;
import java.util.function.BooleanSupplier;

/**
 * The greatest or the cheapest flow where several arcs share a capacity.
 *
 * <p><b>Definition.</b> Paths p from a source to a target carry amounts x(p) ≥ 0. Every group g of
 * arcs has a capacity c(g), and each arc uses some of its groups with a weight w(a, g) &gt; 0: Σ
 * over paths and their arcs of w(a, g) · x(p) ≤ c(g). Asked is the greatest Σ x; or, of the flows
 * that carry as much as possible but no more than wanted, one of the least Σ cost(p) · x(p).
 * Amounts may be any numbers, so this is a linear programme.
 *
 * <p><b>Method.</b> Column generation (Ford and Fulkerson 1958; Dantzig and Wolfe 1960): the
 * revised simplex method over the groups met so far, in which the next path is a shortest one under
 * the prices of the groups; ties of the ratio test are broken in lexicographic order (Dantzig,
 * Orden and Wolfe 1955), so that it ends. The prices are the certificate: no path weighs less than
 * 1, and together they price the capacities at the amount.
 *
 * <p><b>Cost.</b> A shortest path and O(k²) for each step, k being the groups met; a step is
 * counted by the caller's meter. In doubles, to about nine digits.
 */
public final class SharedCapacityFlow {
  private static final double TOLERANCE = 1e-10;
  private static final int REFACTOR_EVERY = 40;
  private static final BitSet NOTHING = new BitSet(0);

  private final IndexedGraph graph;
  private final int[] sources;
  private final int[] targets;
  private final BitSet barred;
  private final int[][] groups;
  private final double[][] weights;
  private final double[] capacities;
  private final BooleanSupplier mayGoOn;

  /** What was found. */
  public static final class Found {
    private final List<ArcPath> paths;
    private final double[] amounts;
    private final double[] prices;
    private final double bound;
    private final boolean complete;

    private Found(
        List<ArcPath> paths, double[] amounts, double[] prices, double bound, boolean complete) {
      this.paths = List.copyOf(paths);
      this.amounts = amounts;
      this.prices = prices;
      this.bound = bound;
      this.complete = complete;
    }

    /**
     * The paths that carry something.
     *
     * @return the paths, in no special order but always the same
     */
    public List<ArcPath> paths() {
      return paths;
    }

    /**
     * What each path carries.
     *
     * @return above 0, in the order of the paths, a copy
     */
    public double[] amounts() {
      return amounts.clone();
    }

    /**
     * What one more unit of each group is worth.
     *
     * @return 0 or more by group, a copy; all 0 if the search was truncated before any price
     */
    public double[] prices() {
      return prices.clone();
    }

    /**
     * What no flow exceeds.
     *
     * @return the bound, infinite if the search was truncated before any was found
     */
    public double bound() {
      return bound;
    }

    /**
     * Whether the search came to its end.
     *
     * @return false where the caller ended it
     */
    public boolean complete() {
      return complete;
    }

    /**
     * The sum of the amounts.
     *
     * @return what is carried
     */
    public double amount() {
      return Arrays.stream(amounts).sum();
    }
  }

  /**
   * States the question.
   *
   * @param graph the graph
   * @param sources vertices, in any order, none of them a target
   * @param targets vertices, in any order
   * @param barred arcs that may not be used
   * @param groups of every arc, the groups that it uses, each once
   * @param weights with which weight it uses them, above 0
   * @param capacities of every group, above 0, or positive infinity
   * @param mayGoOn asked before each step; once it says no what was found so far is given
   * @throws IllegalArgumentException if an argument is not as said
   */
  public SharedCapacityFlow(
      IndexedGraph graph,
      int[] sources,
      int[] targets,
      BitSet barred,
      int[][] groups,
      double[][] weights,
      double[] capacities,
      BooleanSupplier mayGoOn) {
    graph.checkVertices(sources);
    graph.checkVertices(targets);
    if (groups.length != graph.arcCount() || weights.length != graph.arcCount()) {
      throw new IllegalArgumentException(
          "There are " + graph.arcCount() + " arcs but groups of " + groups.length);
    }
    for (double capacity : capacities) {
      if (!(capacity > 0)) {
        throw new IllegalArgumentException(
            "A capacity is above 0, but was " + capacity + ". Maybe bar the arcs instead?");
      }
    }
    this.graph = graph;
    this.sources = sources.clone();
    this.targets = targets.clone();
    this.barred = (BitSet) barred.clone();
    this.groups = groups;
    this.weights = weights;
    this.capacities = capacities.clone();
    this.mayGoOn = mayGoOn;
    for (int arc = 0; arc < groups.length; arc++) {
      if (groups[arc].length != weights[arc].length) {
        throw new IllegalArgumentException("Arc " + arc + " has groups without a weight");
      }
      for (double weight : weights[arc]) {
        if (!(weight > 0 && weight < Double.POSITIVE_INFINITY)) {
          throw new IllegalArgumentException("A weight is finite and above 0, but was " + weight);
        }
      }
    }
  }

  private boolean hasUnlimitedPath() {
    BitSet limited = (BitSet) barred.clone();
    for (int arc = 0; arc < groups.length; arc++) {
      for (int group : groups[arc]) {
        if (Double.isFinite(capacities[group])) {
          limited.set(arc);
        }
      }
    }
    return new Reachability(graph).connects(sources, targets, limited, NOTHING);
  }

  /**
   * Finds the greatest flow.
   *
   * @return the flow, its prices and its bound
   * @throws IllegalArgumentException if some path uses no group of finite capacity
   */
  public Found greatest() {
    if (hasUnlimitedPath()) {
      throw new IllegalArgumentException(
          "Some path has no limit. Maybe ask whether there is one first?");
    }
    return new Simplex(new double[graph.arcCount()], 1, Double.POSITIVE_INFINITY).solve();
  }

  /**
   * Finds the cheapest flow of an amount.
   *
   * @param costs of one unit on every arc, finite and not negative
   * @param wanted how much is to be carried, above 0, and no more than the greatest flow carries
   * @return the flow; its bound is what is wanted, its prices are those of the groups in costs
   */
  public Found cheapest(double[] costs, double wanted) {
    double[] checked = graph.checkedCosts(costs);
    if (!(wanted > 0 && wanted < Double.POSITIVE_INFINITY)) {
      throw new IllegalArgumentException("What is wanted is finite and above 0: " + wanted);
    }
    // A unit left behind has to cost more than any unit carried, however much that one moves
    // others.
    double dear = 1 + 2 * Arrays.stream(checked).sum();
    Found found = new Simplex(checked, dear, wanted).solve();
    for (int i = 0; i < 3 && found.complete() && found.amount() < wanted * (1 - 1e-7); i++) {
      dear *= 100;
      found = new Simplex(checked, dear, wanted).solve();
    }
    return found;
  }

  /** One run: rows are groups met by a path, and what is wanted; a column is a path or a slack. */
  private final class Simplex {
    private final double[] costs;
    private final double worth;
    private final double wanted;
    private final boolean[] met = new boolean[capacities.length];
    private final int[] rowOf = new int[capacities.length];
    private double[] limits = new double[0];

    /** The group of each row, -1 for what is wanted. */
    private int[] groupOf = new int[0];

    /** The inverse of the basis, and the values of the basic columns. */
    private double[][] inverse = new double[0][];

    private double[] value = new double[0];
    private final List<Column> basis = new ArrayList<>();
    private double bound = Double.POSITIVE_INFINITY;
    private double[] prices = new double[capacities.length];

    /** A path, or the slack of a row: its use of each row. */
    private static final class Column {
      private final Optional<ArcPath> path;
      private final int[] rows;
      private final double[] uses;
      private final double worth;

      Column(Optional<ArcPath> path, int[] rows, double[] uses, double worth) {
        this.path = path;
        this.rows = rows;
        this.uses = uses;
        this.worth = worth;
      }

      Optional<ArcPath> path() {
        return path;
      }

      int[] rows() {
        return rows;
      }

      double[] uses() {
        return uses;
      }

      double worth() {
        return worth;
      }
    }

    Simplex(double[] costs, double worth, double wanted) {
      this.costs = costs;
      this.worth = worth;
      this.wanted = wanted;
      Arrays.fill(rowOf, -1);
      if (Double.isFinite(wanted)) {
        addRow(-1, wanted);
        bound = wanted;
      }
    }

    private int addRow(int group, double limit) {
      int row = limits.length;
      limits = Arrays.copyOf(limits, row + 1);
      limits[row] = limit;
      groupOf = Arrays.copyOf(groupOf, row + 1);
      groupOf[row] = group;
      value = Arrays.copyOf(value, row + 1);
      value[row] = limit;
      for (int i = 0; i < row; i++) {
        inverse[i] = Arrays.copyOf(inverse[i], row + 1);
      }
      inverse = Arrays.copyOf(inverse, row + 1);
      inverse[row] = new double[row + 1];
      inverse[row][row] = 1;
      basis.add(slack(row));
      if (group >= 0) {
        met[group] = true;
        rowOf[group] = row;
      }
      return row;
    }

    private static Column slack(int row) {
      return new Column(Optional.empty(), new int[] {row}, new double[] {1}, 0);
    }

    Found solve() {
      int steps = 0;
      boolean complete = false;
      while (mayGoOn.getAsBoolean()) {
        if (++steps % REFACTOR_EVERY == 0) {
          refactor();
        }
        double[] dual = duals();
        int worst = -1;
        for (int row = 0; row < dual.length; row++) {
          if (dual[row] < -TOLERANCE * worth && (worst < 0 || dual[row] < dual[worst])) {
            worst = row;
          }
        }
        if (worst >= 0) {
          enter(slack(worst));
          continue;
        }
        for (int row = 0; row < dual.length; row++) {
          dual[row] = Math.max(0, dual[row]);
        }
        double[] lengths = lengths(dual);
        Optional<ArcPath> next =
            ShortestPaths.in(graph, lengths).between(sources, targets, barred, NOTHING);
        double whole = Double.isFinite(wanted) ? dual[0] : 0;
        if (next.isEmpty()) {
          bound = 0;
          complete = true;
          break;
        }
        double length = next.get().arcs().mapToDouble(arc -> lengths[arc]).sum();
        note(dual, length);
        if (length + whole >= worth * (1 - 1e-9)) {
          complete = true;
          break;
        }
        enter(column(next.get()));
      }
      return found(complete);
    }

    private double[] lengths(double[] dual) {
      double[] lengths = costs.clone();
      for (int arc = 0; arc < lengths.length; arc++) {
        for (int i = 0; i < groups[arc].length; i++) {
          int row = rowOf[groups[arc][i]];
          if (row >= 0) {
            lengths[arc] += dual[row] * weights[arc][i];
          }
        }
      }
      return lengths;
    }

    /** Prices scaled so that no path weighs less than 1 bound the flow, whatever they are. */
    private void note(double[] dual, double length) {
      if (Double.isFinite(wanted)) {
        for (int row = 0; row < dual.length; row++) {
          if (groupOf[row] >= 0) {
            prices[groupOf[row]] = dual[row];
          }
        }
        return;
      }
      if (!(length > 0)) {
        return;
      }
      double sum = 0;
      for (int row = 0; row < dual.length; row++) {
        sum += dual[row] / length * limits[row];
      }
      if (sum < bound) {
        bound = sum;
        prices = new double[capacities.length];
        for (int row = 0; row < dual.length; row++) {
          prices[groupOf[row]] = dual[row] / length;
        }
      }
    }

    private Column column(ArcPath path) {
      double[] use = new double[capacities.length];
      double cost = 0;
      for (int arc : path.arcs().toArray()) {
        cost += costs[arc];
        for (int i = 0; i < groups[arc].length; i++) {
          use[groups[arc][i]] += weights[arc][i];
        }
      }
      for (int group = 0; group < use.length; group++) {
        if (use[group] > 0 && Double.isFinite(capacities[group]) && !met[group]) {
          addRow(group, capacities[group]);
        }
      }
      int[] rows = new int[limits.length];
      double[] uses = new double[limits.length];
      int count = 0;
      for (int row = 0; row < limits.length; row++) {
        double here = groupOf[row] < 0 ? 1 : use[groupOf[row]];
        if (here > 0) {
          rows[count] = row;
          uses[count++] = here;
        }
      }
      return new Column(
          Optional.of(path), Arrays.copyOf(rows, count), Arrays.copyOf(uses, count), worth - cost);
    }

    private double[] duals() {
      double[] dual = new double[limits.length];
      for (int i = 0; i < basis.size(); i++) {
        double here = basis.get(i).worth();
        if (here != 0) {
          for (int row = 0; row < dual.length; row++) {
            dual[row] += here * inverse[i][row];
          }
        }
      }
      return dual;
    }

    private void enter(Column column) {
      double[] direction = new double[limits.length];
      for (int i = 0; i < direction.length; i++) {
        for (int k = 0; k < column.rows().length; k++) {
          direction[i] += inverse[i][column.rows()[k]] * column.uses()[k];
        }
      }
      int leaving = -1;
      for (int i = 0; i < direction.length; i++) {
        if (direction[i] > 1e-9 && (leaving < 0 || isBefore(i, leaving, direction))) {
          leaving = i;
        }
      }
      if (leaving < 0) {
        throw new IllegalStateException("A path has no limit, though each was seen to have one");
      }
      double pivot = direction[leaving];
      for (int row = 0; row < limits.length; row++) {
        inverse[leaving][row] /= pivot;
      }
      value[leaving] /= pivot;
      for (int i = 0; i < direction.length; i++) {
        if (i != leaving && direction[i] != 0) {
          for (int row = 0; row < limits.length; row++) {
            inverse[i][row] -= direction[i] * inverse[leaving][row];
          }
          value[i] = Math.max(0, value[i] - direction[i] * value[leaving]);
        }
      }
      basis.set(leaving, column);
    }

    /** The ratio test, ties by the rows of the inverse in lexicographic order. */
    private boolean isBefore(int one, int other, double[] direction) {
      double a = value[one] / direction[one];
      double b = value[other] / direction[other];
      if (Math.abs(a - b) > 1e-12 * (1 + Math.abs(a))) {
        return a < b;
      }
      for (int row = 0; row < limits.length; row++) {
        a = inverse[one][row] / direction[one];
        b = inverse[other][row] / direction[other];
        if (Math.abs(a - b) > 1e-12 * (1 + Math.abs(a))) {
          return a < b;
        }
      }
      return false;
    }

    /** Inverts the basis anew, so that rounding does not add up. */
    private void refactor() {
      int size = limits.length;
      double[][] left = new double[size][size];
      for (int i = 0; i < size; i++) {
        Column column = basis.get(i);
        for (int k = 0; k < column.rows().length; k++) {
          left[column.rows()[k]][i] = column.uses()[k];
        }
      }
      double[][] right = new double[size][size];
      for (int i = 0; i < size; i++) {
        right[i][i] = 1;
      }
      for (int at = 0; at < size; at++) {
        int best = at;
        for (int row = at + 1; row < size; row++) {
          if (Math.abs(left[row][at]) > Math.abs(left[best][at])) {
            best = row;
          }
        }
        if (Math.abs(left[best][at]) < 1e-11) {
          return; // too near to singular: the inverse at hand is as good
        }
        double[] row = left[at];
        left[at] = left[best];
        left[best] = row;
        row = right[at];
        right[at] = right[best];
        right[best] = row;
        double pivot = left[at][at];
        for (int k = 0; k < size; k++) {
          left[at][k] /= pivot;
          right[at][k] /= pivot;
        }
        for (int i = 0; i < size; i++) {
          double factor = left[i][at];
          if (i != at && factor != 0) {
            for (int k = 0; k < size; k++) {
              left[i][k] -= factor * left[at][k];
              right[i][k] -= factor * right[at][k];
            }
          }
        }
      }
      inverse = right;
      for (int i = 0; i < size; i++) {
        double sum = 0;
        for (int row = 0; row < size; row++) {
          sum += right[i][row] * limits[row];
        }
        value[i] = Math.max(0, sum);
      }
    }

    private Found found(boolean complete) {
      refactor();
      List<ArcPath> paths = new ArrayList<>();
      List<Double> amounts = new ArrayList<>();
      double[] used = new double[limits.length];
      double most = Arrays.stream(limits).max().orElse(0);
      for (int i = 0; i < basis.size(); i++) {
        Column column = basis.get(i);
        if (column.path().isPresent() && value[i] > 1e-9 * most) {
          paths.add(column.path().get());
          amounts.add(value[i]);
          for (int k = 0; k < column.rows().length; k++) {
            used[column.rows()[k]] += column.uses()[k] * value[i];
          }
        }
      }
      double shrink = 1; // by rounding alone, so that no capacity is exceeded
      for (int row = 0; row < used.length; row++) {
        if (used[row] > limits[row]) {
          shrink = Math.min(shrink, limits[row] / used[row]);
        }
      }
      double factor = shrink;
      return new Found(
          List.copyOf(paths),
          amounts.stream().mapToDouble(amount -> amount * factor).toArray(),
          prices,
          bound,
          complete);
    }
  }
}
