package org.araxes.leverage;

import java.util.Collections;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;
import org.araxes.quantity.Fraction;

/** What power is worth: exact indices, or the reason why there are none. Never an approximation. */
public sealed interface Power {
  /**
   * Answers one question of every kind of answer.
   *
   * @param exact for exact indices
   * @param unavailable for none
   * @param <T> what kind of answer
   * @return the answer
   */
  <T> T fold(Function<Exact, T> exact, Function<Unavailable, T> unavailable);

  /**
   * The exact indices, where the caller knows that there are any.
   *
   * @return the indices
   * @throws IllegalStateException with the reason where there are none
   */
  default Exact exact() {
    return fold(
        Function.identity(),
        none -> {
          throw new IllegalStateException(none.why());
        });
  }

  /**
   * Exact indices.
   *
   * @param byParty by id of party, dummies with 0 included
   */
  record Exact(SortedMap<String, Index> byParty) implements Power {
    // Copies.
    public Exact {
      byParty = Collections.unmodifiableSortedMap(new TreeMap<>(byParty));
    }

    /**
     * The indices of one party.
     *
     * @param party its id
     * @return the indices; all 0 for a party on which nothing hangs
     */
    public Index of(String party) {
      return byParty.getOrDefault(party, Index.DUMMY);
    }

    @Override
    public <T> T fold(Function<Exact, T> exact, Function<Unavailable, T> unavailable) {
      return exact.apply(this);
    }
  }

  /**
   * No indices.
   *
   * @param why one sentence for people
   */
  record Unavailable(String why) implements Power {
    @Override
    public <T> T fold(Function<Exact, T> exact, Function<Unavailable, T> unavailable) {
      return unavailable.apply(this);
    }
  }

  /**
   * How much hangs on one party, for n parties and v(D) = 1 when the consent of D keeps a way open.
   *
   * @param banzhaf the absolute Banzhaf index: of the 2ⁿ⁻¹ coalitions of the others, the part for
   *     which this party's consent makes the difference (Penrose 1946, Banzhaf 1965)
   * @param banzhafNormalised the same, divided by the sum over all parties; 0 when that is 0
   * @param shapleyShubik of the n! orders in which the parties may consent, the part in which this
   *     party's consent is the one that opens the way (Shapley and Shubik 1954)
   * @param deeganPackel the mean, over the minimal consent coalitions, of one part in the number of
   *     members for each that this party is in (Deegan and Packel 1978); empty where those
   *     coalitions were too many to count within the budget
   * @param holler of all memberships in minimal consent coalitions, the part that is this party's:
   *     the public good index (Holler 1982); empty likewise
   */
  record Index(
      Fraction banzhaf,
      Fraction banzhafNormalised,
      Fraction shapleyShubik,
      Optional<Fraction> deeganPackel,
      Optional<Fraction> holler) {
    /** Makes no difference ever. */
    public static final Index DUMMY =
        new Index(
            Fraction.ZERO,
            Fraction.ZERO,
            Fraction.ZERO,
            Optional.of(Fraction.ZERO),
            Optional.of(Fraction.ZERO));
  }
}
