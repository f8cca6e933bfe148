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
 * @param above whether it is more than {@code min}, not just as much
 * @param below whether it is less than {@code max}, not just as much
 */
public record Stake(
    String holder,
    String held,
    StakeKind kind,
    Share min,
    Share max,
    Validity validity,
    String under,
    Evidence evidence,
    boolean above,
    boolean below) {
  // Rejects a range in which there is no share.
  public Stake {
    if (min.compareTo(max) > 0) {
      throw new IllegalArgumentException(
          "The stake of " + holder + " in " + held + " is at least " + min + " and at most " + max);
    }
    if ((above || below) && min.equals(max)) {
      throw new IllegalArgumentException(
          "The stake of " + holder + " in " + held + " is more or less than exactly " + min);
    }
    if (holder.equals(held)) {
      throw new IllegalArgumentException("A party holds no stake in itself: " + holder);
    }
  }

  /**
   * One whose bounds may be reached.
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
  public Stake(
      String holder,
      String held,
      StakeKind kind,
      Share min,
      Share max,
      Validity validity,
      String under,
      Evidence evidence) {
    this(holder, held, kind, min, max, validity, under, evidence, false, false);
  }

  /**
   * The same on other days.
   *
   * @param days the days
   * @return the stake
   */
  public Stake during(Validity days) {
    return new Stake(holder, held, kind, min, max, days, under, evidence, above, below);
  }

  /**
   * The same between bounds that are not reached.
   *
   * @param more whether it is more than the lower bound
   * @param less whether it is less than the upper one
   * @return the stake
   */
  public Stake open(boolean more, boolean less) {
    return new Stake(holder, held, kind, min, max, validity, under, evidence, more, less);
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

  /**
   * The share in words.
   *
   * @return {@code 74 %}, {@code 50 % to 60 %}, or {@code over 25 % to under 50 %}
   */
  public String words() {
    return exact()
        ? min.toString()
        : (above ? "over " : "") + min + " to " + (below ? "under " : "") + max;
  }
}
