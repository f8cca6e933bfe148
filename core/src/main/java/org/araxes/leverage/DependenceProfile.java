package org.araxes.leverage;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.araxes.answer.Budget;
import org.araxes.answer.Completeness;
import org.araxes.answer.Progress;
import org.araxes.border.Jurisdictions;
import org.araxes.graph.ArcPath;
import org.araxes.graph.KeyDiagram;
import org.araxes.graph.KeyQuotient;
import org.araxes.graph.ShortestPaths;
import org.araxes.network.Topology;
import org.araxes.network.TransitNode;
import org.araxes.quantity.Fraction;

/**
 * How much a connection depends on others, in numbers that can be compared from one exclave to the
 * next.
 *
 * <p><b>Others</b> are all parties but the states in which the movement starts or ends: that these
 * could stop it themselves is no dependence. <b>Foreign states</b> are all states but those.
 *
 * @param connection whether there is a way at all
 * @param own the states in which it starts or ends, in order; a border crossing among the ends
 *     counts only if there are no others
 * @param vetoes the others that can block alone, in order
 * @param smallestBlocking how many members the smallest blocking coalition of others has; empty
 *     where others cannot block, or none was found within the budget
 * @param smallestBlockingKnown truncated where a smaller one may exist
 * @param disjointWays how many ways share no foreign state with each other; 1 where a way meets
 *     none, as no second one is needed then; 0 where there is none
 * @param disjointWaysKnown truncated where more ways may exist than were found
 * @param concentration the index of Herfindahl and Hirschman over the others' parts of their
 *     Banzhaf power: Σ (bᵢ / Σ b)², 1 where one holds all of it, 1/n where n share it equally;
 *     empty where others have none, or it could not be counted
 * @param greatest the others with most Banzhaf power, in order
 * @param fastestSeconds what the fastest way takes; infinite where there is none
 * @param alternativeExtraSeconds how much longer the fastest way takes that meets none of the
 *     foreign states of the fastest; infinite where there is none, 0 where the fastest meets none
 */
public record DependenceProfile(
    Connection.State connection,
    SortedSet<String> own,
    SortedSet<String> vetoes,
    OptionalInt smallestBlocking,
    Completeness smallestBlockingKnown,
    int disjointWays,
    Completeness disjointWaysKnown,
    Optional<Fraction> concentration,
    SortedSet<String> greatest,
    double fastestSeconds,
    double alternativeExtraSeconds) {
  /** How many sets of states are looked at to find ways apart. */
  private static final int MOST_SETS = 2_000;

  private static final int MOST_STATES = 5_000_000;

  /** Branches of the search for ways apart. */
  private static final int MOST_BRANCHES = 1_000_000;

  // Copies.
  public DependenceProfile {
    own = Collections.unmodifiableSortedSet(new TreeSet<>(own));
    vetoes = Collections.unmodifiableSortedSet(new TreeSet<>(vetoes));
    greatest = Collections.unmodifiableSortedSet(new TreeSet<>(greatest));
  }

  /**
   * Works out the profile of a connection.
   *
   * <p><b>Cost.</b> That of {@link Leverage#power}, two shortest paths, and a search for disjoint
   * sets of states, exponential at worst and cut off.
   *
   * @param leverage on whom the connection hangs
   * @return the profile, on the same basis
   */
  public static DependenceProfile of(Leverage leverage) {
    return new Maker(leverage).make();
  }

  /** The steps on the way to a profile. */
  private static final class Maker {
    private final Leverage leverage;
    private final Topology topology;
    private final TreeSet<String> own = new TreeSet<>();
    private final int[] sources;
    private final int[] targets;
    private final BitSet unusable;

    /** The foreign states of each arc. */
    private final List<BitSet> statesOf = new ArrayList<>();

    private final Map<String, Integer> numberOf = new HashMap<>();

    Maker(Leverage leverage) {
      this.leverage = leverage;
      topology = leverage.view().topology();
      sources = topology.verticesOf(leverage.from());
      targets = topology.verticesOf(leverage.to());
      unusable = ConsentGame.unusable(topology, leverage.basis());
      own.addAll(statesOf(leverage.from()));
      own.addAll(statesOf(leverage.to()));
      for (int arc = 0; arc < topology.graph().arcCount(); arc++) {
        BitSet states = new BitSet();
        for (String code : topology.jurisdictions(arc)) {
          String state = Jurisdictions.stateOf(code);
          if (!own.contains(state)) {
            numberOf.putIfAbsent(state, numberOf.size());
            states.set(numberOf.get(state));
          }
        }
        statesOf.add(states);
      }
    }

    /** The states in which some nodes lie; a crossing lies in two, and tells of neither. */
    private SortedSet<String> statesOf(SortedSet<String> nodes) {
      TreeSet<String> inland = new TreeSet<>();
      TreeSet<String> common = new TreeSet<>();
      boolean first = true;
      for (String id : nodes) {
        TransitNode node = leverage.view().network().node(id);
        TreeSet<String> states = new TreeSet<>();
        node.jurisdictions().forEach(code -> states.add(Jurisdictions.stateOf(code)));
        if (!node.isCrossing()) {
          inland.addAll(states);
        }
        if (first) {
          common.addAll(states);
        }
        common.retainAll(states);
        first = false;
      }
      return inland.isEmpty() ? common : inland;
    }

    DependenceProfile make() {
      TreeSet<String> vetoes = new TreeSet<>(leverage.vetoParties());
      vetoes.removeAll(own);
      TreeMap<String, Fraction> power = new TreeMap<>();
      Fraction sum =
          leverage
              .power()
              .fold(
                  exact -> {
                    exact
                        .byParty()
                        .forEach(
                            (party, index) -> {
                              if (!own.contains(party)
                                  && index.banzhaf().compareTo(Fraction.ZERO) > 0) {
                                power.put(party, index.banzhaf());
                              }
                            });
                    return power.values().stream().reduce(Fraction.ZERO, Fraction::plus);
                  },
                  none -> Fraction.ZERO);
      Optional<Fraction> concentration =
          power.isEmpty()
              ? Optional.empty()
              : Optional.of(
                  power.values().stream()
                      .map(one -> one.dividedBy(sum))
                      .map(part -> part.times(part))
                      .reduce(Fraction.ZERO, Fraction::plus));
      TreeSet<String> greatest = new TreeSet<>();
      power.forEach(
          (party, index) -> {
            if (index.equals(Collections.max(power.values()))) {
              greatest.add(party);
            }
          });
      CheapestCoalition smallest =
          leverage.cheapestBlocking(party -> own.contains(party) ? Double.POSITIVE_INFINITY : 1);
      Packing ways = disjointWays();
      Optional<BitSet> met = statesOnFastest(new BitSet());
      double fastest = seconds(new BitSet());
      return new DependenceProfile(
          leverage.connection().state(),
          own,
          vetoes,
          leverage.connection().state() == Connection.State.CONNECTED
              ? smallest.coalition().map(c -> OptionalInt.of(c.size())).orElse(OptionalInt.empty())
              : OptionalInt.empty(),
          leverage.connection().state() == Connection.State.CONNECTED
              ? smallest.completeness()
              : Completeness.COMPLETE,
          ways.best,
          ways.complete ? Completeness.COMPLETE : Completeness.TRUNCATED,
          concentration,
          greatest,
          fastest,
          met.map(states -> states.isEmpty() ? 0 : seconds(states) - fastest)
              .orElse(Double.POSITIVE_INFINITY));
    }

    private double seconds(BitSet avoided) {
      if (leverage.connection().state() == Connection.State.ENDS_MEET) {
        return 0;
      }
      return fastest(avoided).map(ArcPath::cost).orElse(Double.POSITIVE_INFINITY);
    }

    private Optional<ArcPath> fastest(BitSet avoided) {
      BitSet barred = (BitSet) unusable.clone();
      for (int arc = 0; arc < statesOf.size(); arc++) {
        if (statesOf.get(arc).intersects(avoided)) {
          barred.set(arc);
        }
      }
      return ShortestPaths.in(topology.graph(), topology.seconds(), topology.usd())
          .between(sources, targets, barred, new BitSet(0));
    }

    private Optional<BitSet> statesOnFastest(BitSet avoided) {
      if (leverage.connection().state() == Connection.State.ENDS_MEET) {
        return Optional.of(new BitSet());
      }
      return fastest(avoided)
          .map(
              path -> {
                BitSet met = new BitSet();
                path.arcs().forEach(arc -> met.or(statesOf.get(arc)));
                return met;
              });
    }

    private Packing disjointWays() {
      Packing packing = new Packing();
      if (leverage.connection().state() != Connection.State.CONNECTED) {
        packing.best = leverage.connection().state() == Connection.State.ENDS_MEET ? 1 : 0;
        return packing;
      }
      Map<BitSet, Integer> locks = new HashMap<>();
      List<List<BitSet>> ways = new ArrayList<>();
      int[] lockOf = new int[statesOf.size()];
      Arrays.fill(lockOf, KeyQuotient.NEVER);
      for (int arc = unusable.nextClearBit(0);
          arc < lockOf.length;
          arc = unusable.nextClearBit(arc + 1)) {
        BitSet states = statesOf.get(arc);
        if (locks.putIfAbsent(states, ways.size()) == null) {
          ways.add(List.of(states));
        }
        lockOf[arc] = locks.getOrDefault(states, 0);
      }
      KeyQuotient quotient =
          KeyQuotient.of(topology.graph(), numberOf.size(), ways, lockOf, sources, targets);
      if (!quotient.mandatory().isEmpty()) {
        packing.best = 1;
        return packing;
      }
      Optional<KeyDiagram> diagram = KeyDiagram.of(quotient, MOST_STATES, () -> true);
      MinimalSets sets =
          diagram
              .map(
                  all ->
                      new MinimalSets(
                          all, false, MOST_STATES, Budget.unlimited().start(), Progress.NONE))
              .orElse(null);
      if (sets == null || !sets.isComplete()) {
        packing.best = 1; // there is one, as the ends are connected
        packing.complete = false;
        return packing;
      }
      List<BitSet> listed = sets.smallest(MOST_SETS);
      packing.complete = sets.count().equals(BigInteger.valueOf(listed.size()));
      packing.pack(listed, 0, 0, new BitSet());
      return packing;
    }
  }

  /** The most sets that share no member, by trying each in and out; as deep as there are sets. */
  private static final class Packing {
    private int best;
    private boolean complete = true;
    private int branches;

    void pack(List<BitSet> sets, int first, int taken, BitSet used) {
      best = Math.max(best, taken);
      for (int next = first; next < sets.size(); next++) {
        if (!sets.get(next).intersects(used)) {
          if (++branches > MOST_BRANCHES) {
            complete = false;
            return;
          }
          if (sets.get(next).isEmpty()) {
            best = Math.max(best, 1);
            return;
          }
          BitSet more = (BitSet) used.clone();
          more.or(sets.get(next));
          pack(sets, next + 1, taken + 1, more);
        }
      }
    }
  }
}
