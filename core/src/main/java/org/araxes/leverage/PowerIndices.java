package org.araxes.leverage;

import java.math.BigInteger;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeMap;
import org.araxes.graph.KeyDiagram;
import org.araxes.quantity.Fraction;

/**
 * Works out exact indices of power from counts.
 *
 * <p>Vetoes factor out: a coalition wins exactly when it holds all of them and its others win the
 * game that is left. All others have no index but 0.
 */
final class PowerIndices {
  private final List<String> names;
  private final BitSet vetoes;
  private final TreeMap<String, Fraction> banzhaf = new TreeMap<>();
  private final TreeMap<String, Fraction> shapley = new TreeMap<>();
  private final TreeMap<String, Fraction> deeganPackel = new TreeMap<>();
  private final TreeMap<String, Fraction> holler = new TreeMap<>();

  private PowerIndices(List<String> names, BitSet vetoes) {
    this.names = names;
    this.vetoes = vetoes;
  }

  /** From a diagram, and the minimal consent sets if they are known. */
  static Power of(
      KeyDiagram diagram,
      Optional<MinimalSets> consent,
      List<String> names,
      SortedSet<String> parties) {
    PowerIndices indices = new PowerIndices(names, diagram.mandatory());
    DiagramSwings swings = new DiagramSwings(diagram);
    int players = diagram.levelCount();
    BigInteger[][] counts = new BigInteger[players][];
    for (int level = 0; level < players; level++) {
      counts[level] = swings.swings(level);
    }
    int[] keys = new int[players];
    Arrays.setAll(keys, diagram::key);
    indices.count(keys, counts, swings.wins());
    consent.ifPresent(
        sets -> {
          MinimalSets.BySize sizes = sets.bySize();
          indices.share(keys, sizes.all(), sizes.with());
        });
    return indices.power(parties, consent.isPresent());
  }

  /** From all minimal consent sets, when few players are in some but not in all of them. */
  static Power of(List<BitSet> consent, List<String> names, SortedSet<String> parties) {
    BitSet vetoes = new BitSet();
    BitSet relevant = new BitSet();
    if (!consent.isEmpty()) {
      vetoes.or(consent.get(0));
    }
    for (BitSet one : consent) {
      vetoes.and(one);
      relevant.or(one);
    }
    relevant.andNot(vetoes);
    int[] others = relevant.stream().toArray();
    if (others.length > SwingCounts.MOST) {
      return new Power.Unavailable(
          others.length
              + " parties share power without a veto in a way that no small diagram holds; the"
              + " exact method reaches "
              + SwingCounts.MOST);
    }
    List<BitSet> reduced =
        consent.stream()
            .map(
                one -> {
                  BitSet rest = new BitSet();
                  for (int i = 0; i < others.length; i++) {
                    rest.set(i, one.get(others[i]));
                  }
                  return rest;
                })
            .toList();
    SwingCounts counts = new SwingCounts(others.length, reduced);
    BigInteger[][] swings = new BigInteger[others.length][];
    BigInteger[] all = zeros(others.length + 1);
    BigInteger[][] with = new BigInteger[others.length][];
    for (int i = 0; i < others.length; i++) {
      swings[i] = whole(counts.swings(i));
      with[i] = zeros(others.length + 1);
    }
    for (BitSet rest : reduced) {
      int size = rest.cardinality();
      all[size] = all[size].add(BigInteger.ONE);
      rest.stream().forEach(i -> with[i][size] = with[i][size].add(BigInteger.ONE));
    }
    PowerIndices indices = new PowerIndices(names, vetoes);
    indices.count(others, swings, whole(counts.wins()));
    indices.share(others, all, with);
    return indices.power(parties, true);
  }

  private static BigInteger[] zeros(int length) {
    BigInteger[] zeros = new BigInteger[length];
    Arrays.fill(zeros, BigInteger.ZERO);
    return zeros;
  }

  private static BigInteger[] whole(long[] counts) {
    return Arrays.stream(counts).mapToObj(BigInteger::valueOf).toArray(BigInteger[]::new);
  }

  /** Banzhaf and Shapley-Shubik. */
  private void count(int[] others, BigInteger[][] swings, BigInteger[] wins) {
    int always = vetoes.cardinality();
    int all = always + others.length;
    BigInteger[] factorials = new BigInteger[all + 1];
    factorials[0] = BigInteger.ONE;
    for (int i = 1; i <= all; i++) {
      factorials[i] = factorials[i - 1].multiply(BigInteger.valueOf(i));
    }
    for (int i = 0; i < others.length; i++) {
      put(names.get(others[i]), swings[i], always, all, factorials);
    }
    vetoes.stream().forEach(veto -> put(names.get(veto), wins, always - 1, all, factorials));
  }

  /** Swings by the size of the others in the coalition, to which come some who are always there. */
  private void put(
      String party, BigInteger[] swings, int always, int all, BigInteger[] factorials) {
    BigInteger turned = BigInteger.ZERO;
    BigInteger orders = BigInteger.ZERO;
    for (int s = 0; s < swings.length; s++) {
      turned = turned.add(swings[s]);
      int before = always + s;
      if (swings[s].signum() != 0) {
        orders =
            orders.add(
                swings[s].multiply(factorials[before]).multiply(factorials[all - 1 - before]));
      }
    }
    banzhaf.put(party, new Fraction(turned, BigInteger.ONE.shiftLeft(all - 1)));
    shapley.put(party, new Fraction(orders, factorials[all]));
  }

  /** Deegan-Packel and Holler, from minimal sets by size, vetoes not counted into the size. */
  private void share(int[] others, BigInteger[] all, BigInteger[][] with) {
    int always = vetoes.cardinality();
    BigInteger sets = BigInteger.ZERO;
    BigInteger memberships = BigInteger.ZERO;
    for (int s = 0; s < all.length; s++) {
      sets = sets.add(all[s]);
      memberships = memberships.add(all[s].multiply(BigInteger.valueOf(s + always)));
    }
    if (memberships.signum() == 0) {
      return;
    }
    for (int i = 0; i < others.length; i++) {
      share(names.get(others[i]), with[i], sets, memberships);
    }
    BigInteger total = sets;
    BigInteger seats = memberships;
    vetoes.stream().forEach(veto -> share(names.get(veto), all, total, seats));
  }

  private void share(String party, BigInteger[] bySize, BigInteger sets, BigInteger memberships) {
    int always = vetoes.cardinality();
    Fraction sum = Fraction.ZERO;
    BigInteger count = BigInteger.ZERO;
    for (int s = 0; s < bySize.length; s++) {
      if (bySize[s].signum() != 0) {
        sum = sum.plus(new Fraction(bySize[s], BigInteger.valueOf(s + always)));
        count = count.add(bySize[s]);
      }
    }
    deeganPackel.put(party, sum.dividedBy(new Fraction(sets, BigInteger.ONE)));
    holler.put(party, new Fraction(count, memberships));
  }

  private Power power(SortedSet<String> parties, boolean shared) {
    Fraction sum = banzhaf.values().stream().reduce(Fraction.ZERO, Fraction::plus);
    TreeMap<String, Power.Index> byParty = new TreeMap<>();
    for (String party : parties) {
      Fraction own = banzhaf.getOrDefault(party, Fraction.ZERO);
      boolean dummy = own.equals(Fraction.ZERO);
      byParty.put(
          party,
          dummy
              ? Power.Index.DUMMY
              : new Power.Index(
                  own,
                  own.dividedBy(sum),
                  shapley.getOrDefault(party, Fraction.ZERO),
                  shared
                      ? Optional.of(deeganPackel.getOrDefault(party, Fraction.ZERO))
                      : Optional.empty(),
                  shared
                      ? Optional.of(holler.getOrDefault(party, Fraction.ZERO))
                      : Optional.empty()));
    }
    return new Power.Exact(byParty);
  }
}
