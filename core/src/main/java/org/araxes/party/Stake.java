package org.araxes.party;

import org.araxes.evidence.Evidence;
import org.araxes.evidence.Validity;
import org.araxes.quantity.Share;

/**
 * A share that one party holds in another.
 *
 * @param holder id of the party that holds it
 * @param held id of the party in which it is held
 * @param kind what is held
 * @param min at least this share
 * @param max at most this share; equal to {@code min} where it is exact
 * @param validity on which days
 * @param under id of the agreement that makes it so, or empty
 * @param evidence who says so
 */
public record Stake(
    String holder,
    String held,
    StakeKind kind,
    Share min,
    Share max,
    Validity validity,
    String under,
    Evidence evidence) {
  // Rejects a lower bound above the upper.
  public Stake {
    if (min.compareTo(max) > 0) {
      throw new IllegalArgumentException(
          "The stake of " + holder + " in " + held + " is at least " + min + " and at most " + max);
    }
    if (holder.equals(held)) {
      throw new IllegalArgumentException("A party holds no stake in itself: " + holder);
    }
  }

  /**
   * An exact stake at all times.
   *
   * @param holder who holds
   * @param held in whom
   * @param percent 0 to 100
   * @return the stake
   */
  public static Stake of(String holder, String held, long percent) {
    Share share = Share.ofPercent(percent);
    return new Stake(
        holder, held, StakeKind.SHARES, share, share, Validity.ALWAYS, "", Evidence.NONE);
  }

  /**
   * Whether the share is known exactly.
   *
   * @return true if both bounds are equal
   */
  public boolean exact() {
    return min.equals(max);
  }
}
