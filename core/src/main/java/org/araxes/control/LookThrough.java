package org.araxes.control;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.SortedMap;
import java.util.TreeMap;
import org.araxes.party.Stake;
import org.araxes.quantity.Fraction;
import org.araxes.quantity.Share;

/**
 * Who owns what part of a party in the end, through all companies in between, on one day.
 *
 * <p><b>Definition.</b> With W the shares that parties hold in each other directly (column: in
 * whom), the look-through shares are {@code Y = (I − W)⁻¹ W = W + W² + W³ + …}: every chain of
 * holdings counts with the product of its shares. Parties may hold each other in circles. What
 * counts is capital: {@link org.araxes.party.StakeKind#capital}.
 *
 * <p><b>Bounded stakes</b> give bounds. The lower one takes every stake at its least and is
 * reached. The upper one is the most over all choices in which no party's shares sum to over the
 * whole; it is reached too, unless bounded stakes do not rule out that a circle owns itself whole:
 * then it is only a bound, what the other ultimate parties surely leave. A bound of a stake that is
 * not reached is taken as reached: the bounds are those of the closed ranges.
 *
 * <p><b>Method.</b> Exact fractions. The parties above are parted into their strongly connected
 * components (Tarjan), each solved in turn by Gaussian elimination; for upper bounds each party
 * fills its slack with the best holders first, and within a circle that choice is improved until it
 * is best (policy iteration, Howard 1960), which is finite and exact.
 *
 * <p><b>Cost.</b> For one party O(n + m + Σ s³) fraction operations, for n parties and m stakes
 * above it and circles of s parties; with bounded stakes that many a round for every ultimate
 * party.
 *
 * <p><b>Left out.</b> Votes: who decides is {@link Ownership#rule} and {@link Controllers}.
 */
public final class LookThrough {
  private final Ownership ownership;

  private LookThrough(Ownership ownership) {
    this.ownership = ownership;
  }

  /**
   * Looks through the stakes of one day.
   *
   * @param ownership the day's stakes
   * @return the look-through shares, each worked out when asked for
   */
  public static LookThrough of(Ownership ownership) {
    return new LookThrough(ownership);
  }

  /**
   * A look-through share, or between which it lies.
   *
   * @param min at least this
   * @param max at most this; equal to {@code min} where it is exact
   */
  public record Bounds(Fraction min, Fraction max) {
    /** Rejects a lower bound above the upper. */
    public Bounds {
      if (min.compareTo(max) > 0) {
        throw new IllegalArgumentException("At least " + min + " and at most " + max);
      }
    }

    /**
     * Whether it is known exactly.
     *
     * @return true if both bounds are equal
     */
    public boolean exact() {
      return min.equals(max);
    }

    /** {@code 74 %}, or {@code 50.2 % to 50.3 %}. */
    @Override
    public String toString() {
      return exact() ? words(min) : words(min) + " to " + words(max);
    }

    private static String words(Fraction part) {
      return part.compareTo(Fraction.ONE) <= 0
          ? new Share(part).toString()
          : part.toPercent(2) + " %";
    }
  }

  /**
   * The ultimate owners of a party: those above it in whom nobody is known to hold anything.
   *
   * @param party its id
   * @return their look-through shares by id; empty where nobody holds anything in it. The shares
   *     sum to the whole where everybody's holders are known
   * @throws CircularOwnershipException when parties above it own each other whole
   */
  public SortedMap<String, Bounds> ultimate(String party) {
    Above above = new Above(party);
    Fraction[] least = above.least();
    SortedMap<String, Bounds> owners = new TreeMap<>();
    for (int i = 0; i < above.size(); i++) {
      if (i != above.foot && above.pieces.get(i).isEmpty()) {
        owners.put(above.id(i), new Bounds(least[i], above.most(i, least)));
      }
    }
    return Collections.unmodifiableSortedMap(owners);
  }

  /**
   * How much of a party belongs to nobody known.
   *
   * @param party its id
   * @return what the ultimate owners leave; the whole where nobody holds anything in it
   * @throws CircularOwnershipException when parties above it own each other whole
   */
  public Bounds unknown(String party) {
    Fraction least = Fraction.ZERO;
    Fraction most = Fraction.ZERO;
    for (Bounds owner : ultimate(party).values()) {
      least = least.plus(owner.min());
      most = most.plus(owner.max());
    }
    return new Bounds(
        most.compareTo(Fraction.ONE) >= 0 ? Fraction.ZERO : Fraction.ONE.minus(most),
        Fraction.ONE.minus(least));
  }

  /**
   * What one party holds in another through all chains: an entry of Y.
   *
   * @param holder id of the holder, ultimate or not
   * @param party id of the party in which it is held
   * @return the share; 0 where there is no chain. In a circle what comes round is counted again, so
   *     that the share of a holder within one may be over the whole
   * @throws CircularOwnershipException when parties above it own each other whole, or, for a holder
   *     that is not ultimate, when bounded stakes do not rule that out
   */
  public Bounds share(String holder, String party) {
    Above above = new Above(party);
    Integer index = above.index.get(holder);
    if (index == null) {
      return new Bounds(Fraction.ZERO, Fraction.ZERO);
    }
    Fraction[] least = above.least();
    return new Bounds(least[index], above.most(index, least));
  }

  /** What one holder has in one party directly; the holder by its number. */
  private record Piece(int holder, Fraction min, Fraction max) {}

  /** A party and all parties above it, numbered. */
  private final class Above {
    private final List<String> ids = new ArrayList<>();
    private final Map<String, Integer> index = new HashMap<>();
    private final List<List<Piece>> pieces = new ArrayList<>();
    private final List<int[]> circles;
    private final int[] circleOf;
    private final int foot = 0;
    private boolean exact = true;

    Above(String party) {
      number(party);
      for (int k = 0; k < ids.size(); k++) {
        pieces.add(held(ids.get(k)));
      }
      circleOf = new int[ids.size()];
      circles = circles();
    }

    int size() {
      return ids.size();
    }

    String id(int number) {
      return ids.get(number);
    }

    private int number(String party) {
      Integer known = index.putIfAbsent(party, ids.size());
      if (known == null) {
        ids.add(party);
        return ids.size() - 1;
      }
      return known;
    }

    private List<Piece> held(String party) {
      TreeMap<String, Fraction> min = new TreeMap<>();
      TreeMap<String, Fraction> max = new TreeMap<>();
      Fraction sum = Fraction.ZERO;
      for (Stake stake : ownership.holders(party)) {
        if (stake.kind().capital()) {
          min.merge(stake.holder(), stake.min().value(), Fraction::plus);
          max.merge(stake.holder(), stake.max().value(), Fraction::plus);
          sum = sum.plus(stake.min().value());
        }
      }
      if (sum.compareTo(Fraction.ONE) > 0) {
        throw new IllegalArgumentException(
            "The shares held in " + party + " sum to " + sum.toPercent(2) + " %");
      }
      List<Piece> found = new ArrayList<>();
      Fraction slack = Fraction.ONE.minus(sum);
      for (Map.Entry<String, Fraction> piece : min.entrySet()) {
        Fraction least = piece.getValue();
        Fraction most = max.getOrDefault(piece.getKey(), least);
        Fraction room = least.plus(slack);
        most = most.compareTo(room) > 0 ? room : most;
        if (most.equals(Fraction.ZERO)) {
          continue; // the others leave nothing
        }
        exact &= least.equals(most);
        found.add(new Piece(number(piece.getKey()), least, most));
      }
      return found;
    }

    /** Strongly connected components, those of the ultimate parties first; Tarjan, no recursion. */
    private List<int[]> circles() {
      int n = size();
      int[] seen = new int[n];
      int[] low = new int[n];
      int[] next = new int[n];
      boolean[] open = new boolean[n];
      Deque<Integer> path = new ArrayDeque<>();
      Deque<Integer> waiting = new ArrayDeque<>();
      List<int[]> found = new ArrayList<>();
      int clock = 1;
      path.push(foot);
      while (!path.isEmpty()) {
        int k = path.peek();
        if (seen[k] == 0) {
          seen[k] = clock;
          low[k] = clock++;
          waiting.push(k);
          open[k] = true;
        }
        if (next[k] < pieces.get(k).size()) {
          int holder = pieces.get(k).get(next[k]++).holder();
          if (seen[holder] == 0) {
            path.push(holder);
          } else if (open[holder]) {
            low[k] = Math.min(low[k], seen[holder]);
          }
          continue;
        }
        path.pop();
        if (!path.isEmpty()) {
          int below = path.peek();
          low[below] = Math.min(low[below], low[k]);
        }
        if (low[k] == seen[k]) {
          List<Integer> members = new ArrayList<>();
          int member;
          do {
            member = waiting.pop();
            open[member] = false;
            circleOf[member] = found.size();
            members.add(member);
          } while (member != k);
          found.add(members.stream().mapToInt(Integer::intValue).sorted().toArray());
        }
      }
      return found;
    }

    /** Column {@code foot} of Y with every stake at its least. */
    Fraction[] least() {
      Fraction[] inflow = zeros(size());
      inflow[foot] = Fraction.ONE;
      for (int c = circles.size() - 1; c >= 0; c--) {
        int[] members = circles.get(c);
        if (members.length > 1) {
          rejectClosed(members);
          List<NavigableMap<Integer, Fraction>> rows = identity(members.length);
          for (int column = 0; column < members.length; column++) {
            for (Piece piece : pieces.get(members[column])) {
              int row = Arrays.binarySearch(members, piece.holder());
              if (row >= 0) {
                subtract(rows.get(row), column, piece.min());
              }
            }
          }
          Fraction[] right = new Fraction[members.length];
          for (int row = 0; row < members.length; row++) {
            right[row] = inflow[members[row]];
          }
          Fraction[] solved = solve(rows, right);
          for (int row = 0; row < members.length; row++) {
            inflow[members[row]] = solved[row];
          }
        }
        for (int k : members) {
          for (Piece piece : pieces.get(k)) {
            if (circleOf[piece.holder()] != c) {
              inflow[piece.holder()] = inflow[piece.holder()].plus(piece.min().times(inflow[k]));
            }
          }
        }
      }
      inflow[foot] = inflow[foot].minus(Fraction.ONE);
      return inflow;
    }

    private void rejectClosed(int[] members) {
      for (int k : members) {
        Fraction within = Fraction.ZERO;
        for (Piece piece : pieces.get(k)) {
          if (Arrays.binarySearch(members, piece.holder()) >= 0) {
            within = within.plus(piece.min());
          }
        }
        if (within.compareTo(Fraction.ONE) < 0) {
          return;
        }
      }
      throw new CircularOwnershipException(roundTrip(members), true);
    }

    /**
     * One way round within a closed set: from the first member always to the first holder in it.
     */
    private List<String> roundTrip(int[] members) {
      List<Integer> walked = new ArrayList<>();
      int k = members[0];
      while (!walked.contains(k)) {
        walked.add(k);
        int here = k;
        k =
            pieces.get(here).stream()
                .mapToInt(Piece::holder)
                .filter(holder -> Arrays.binarySearch(members, holder) >= 0)
                .findFirst()
                .orElse(here);
      }
      return walked.subList(walked.indexOf(k), walked.size()).stream().map(ids::get).toList();
    }

    /** The most that a holder can have in {@code foot}. */
    Fraction most(int holder, Fraction[] least) {
      if (exact) {
        return least[holder];
      }
      int[] closable = closable();
      if (closable.length > 0) {
        if (!pieces.get(holder).isEmpty()) {
          throw new CircularOwnershipException(roundTrip(closable), false);
        }
        Fraction left = Fraction.ONE;
        for (int i = 0; i < size(); i++) {
          if (i != holder && i != foot && pieces.get(i).isEmpty()) {
            left = left.minus(least[i]);
          }
        }
        return left;
      }
      Fraction[] value = zeros(size());
      for (int c = 0; c < circles.size(); c++) {
        int[] members = circles.get(c);
        if (members.length == 1) {
          int k = members[0];
          Fraction own = k == holder ? Fraction.ONE : Fraction.ZERO;
          value[k] = own.plus(worth(pieces.get(k), best(k, value), value));
        } else {
          improve(members, holder, value);
        }
      }
      return holder == foot ? value[foot].minus(Fraction.ONE) : value[foot];
    }

    /** The largest set whose parties could all be owned whole from within. */
    private int[] closable() {
      boolean[] in = new boolean[size()];
      Arrays.fill(in, true);
      boolean changed = true;
      while (changed) {
        changed = false;
        for (int k = 0; k < size(); k++) {
          if (in[k] && !couldClose(k, in)) {
            in[k] = false;
            changed = true;
          }
        }
      }
      return java.util.stream.IntStream.range(0, size()).filter(k -> in[k]).toArray();
    }

    private boolean couldClose(int k, boolean[] in) {
      Fraction within = Fraction.ZERO;
      for (Piece piece : pieces.get(k)) {
        if (in[piece.holder()]) {
          within = within.plus(piece.max());
        } else if (piece.min().compareTo(Fraction.ZERO) > 0) {
          return false;
        }
      }
      return within.compareTo(Fraction.ONE) >= 0;
    }

    /** Each stake at its least, and what is left to the holders of the highest value. */
    private Fraction[] best(int k, Fraction[] value) {
      List<Piece> held = pieces.get(k);
      Fraction[] shares = new Fraction[held.size()];
      Fraction slack = Fraction.ONE;
      List<Integer> order = new ArrayList<>();
      for (int i = 0; i < shares.length; i++) {
        shares[i] = held.get(i).min();
        slack = slack.minus(shares[i]);
        order.add(i);
      }
      order.sort(
          Comparator.comparing((Integer i) -> value[held.get(i).holder()])
              .reversed()
              .thenComparing(Comparator.naturalOrder()));
      for (int i : order) {
        Fraction room = held.get(i).max().minus(shares[i]);
        Fraction more = room.compareTo(slack) > 0 ? slack : room;
        shares[i] = shares[i].plus(more);
        slack = slack.minus(more);
      }
      return shares;
    }

    private static Fraction worth(List<Piece> held, Fraction[] shares, Fraction[] value) {
      Fraction sum = Fraction.ZERO;
      for (int i = 0; i < shares.length; i++) {
        sum = sum.plus(shares[i].times(value[held.get(i).holder()]));
      }
      return sum;
    }

    /** Policy iteration over the shares within one circle, from the least on. */
    private void improve(int[] members, int holder, Fraction[] value) {
      Fraction[][] policy = new Fraction[members.length][];
      for (int m = 0; m < members.length; m++) {
        policy[m] = pieces.get(members[m]).stream().map(Piece::min).toArray(Fraction[]::new);
      }
      boolean better = true;
      while (better) {
        evaluate(members, holder, policy, value);
        better = false;
        for (int m = 0; m < members.length; m++) {
          List<Piece> held = pieces.get(members[m]);
          Fraction[] tried = best(members[m], value);
          if (worth(held, tried, value).compareTo(worth(held, policy[m], value)) > 0) {
            policy[m] = tried;
            better = true;
          }
        }
      }
    }

    private void evaluate(int[] members, int holder, Fraction[][] policy, Fraction[] value) {
      List<NavigableMap<Integer, Fraction>> rows = identity(members.length);
      Fraction[] right = new Fraction[members.length];
      for (int m = 0; m < members.length; m++) {
        right[m] = members[m] == holder ? Fraction.ONE : Fraction.ZERO;
        List<Piece> held = pieces.get(members[m]);
        for (int i = 0; i < held.size(); i++) {
          int column = Arrays.binarySearch(members, held.get(i).holder());
          if (column >= 0) {
            subtract(rows.get(m), column, policy[m][i]);
          } else {
            right[m] = right[m].plus(policy[m][i].times(value[held.get(i).holder()]));
          }
        }
      }
      Fraction[] solved = solve(rows, right);
      for (int m = 0; m < members.length; m++) {
        value[members[m]] = solved[m];
      }
    }
  }

  private static Fraction[] zeros(int n) {
    Fraction[] all = new Fraction[n];
    Arrays.fill(all, Fraction.ZERO);
    return all;
  }

  private static List<NavigableMap<Integer, Fraction>> identity(int n) {
    List<NavigableMap<Integer, Fraction>> rows = new ArrayList<>();
    for (int i = 0; i < n; i++) {
      rows.add(new TreeMap<>(Map.of(i, Fraction.ONE)));
    }
    return rows;
  }

  private static void subtract(NavigableMap<Integer, Fraction> row, int column, Fraction amount) {
    Fraction left = row.getOrDefault(column, Fraction.ZERO).minus(amount);
    if (left.equals(Fraction.ZERO)) {
      row.remove(column);
    } else {
      row.put(column, left);
    }
  }

  /**
   * Gaussian elimination on the diagonal. I − W of parties that do not own themselves whole is an
   * M-matrix, whose pivots stay positive in any order.
   */
  private static Fraction[] solve(List<NavigableMap<Integer, Fraction>> rows, Fraction[] right) {
    int n = right.length;
    for (int p = 0; p < n; p++) {
      NavigableMap<Integer, Fraction> pivotRow = rows.get(p);
      Fraction pivot = pivotRow.getOrDefault(p, Fraction.ZERO);
      for (int r = p + 1; r < n; r++) {
        Fraction below = rows.get(r).remove(p);
        if (below == null) {
          continue;
        }
        Fraction factor = below.dividedBy(pivot);
        for (Map.Entry<Integer, Fraction> entry : pivotRow.tailMap(p, false).entrySet()) {
          subtract(rows.get(r), entry.getKey(), factor.times(entry.getValue()));
        }
        right[r] = right[r].minus(factor.times(right[p]));
      }
    }
    for (int p = n - 1; p >= 0; p--) {
      Fraction sum = right[p];
      for (Map.Entry<Integer, Fraction> entry : rows.get(p).tailMap(p, false).entrySet()) {
        sum = sum.minus(entry.getValue().times(right[entry.getKey()]));
      }
      right[p] = sum.dividedBy(rows.get(p).getOrDefault(p, Fraction.ONE));
    }
    return right;
  }
}
