package org.araxes.control;

import org.araxes.quantity.Fraction;
import org.araxes.quantity.Share;

/**
 * By what rule a party counts as controlled by another.
 *
 * @param kind which rule
 * @param quota for majorities: the part of the votes; otherwise {@link Share#NONE}
 */
public record ControllingRule(Kind kind, Share quota) {
  /** The rules. */
  public enum Kind {
    /** More than the quota of the votes. */
    OVER,
    /** At least the quota of the votes. */
    AT_LEAST,
    /** More votes than any other holder, step by step upwards. */
    LARGEST_HOLDER,
    /** All ultimate parties together. */
    UNANIMITY
  }

  /** Rejects a majority that nobody or anybody has. */
  public ControllingRule {
    if ((kind == Kind.OVER && quota.equals(Share.WHOLE))
        || (kind == Kind.AT_LEAST && quota.equals(Share.NONE))) {
      throw new IllegalArgumentException("Nobody or everybody has such a majority: " + quota);
    }
  }

  /**
   * Over half of the votes.
   *
   * @return the rule
   */
  public static ControllingRule simpleMajority() {
    return new ControllingRule(Kind.OVER, new Share(Fraction.of(1, 2)));
  }

  /**
   * At least so much of the votes.
   *
   * @param quota the part, for instance 75 %
   * @return the rule
   */
  public static ControllingRule qualifiedMajority(Share quota) {
    return new ControllingRule(Kind.AT_LEAST, quota);
  }

  /**
   * More votes than any other holder.
   *
   * @return the rule
   */
  public static ControllingRule largestHolder() {
    return new ControllingRule(Kind.LARGEST_HOLDER, Share.NONE);
  }

  /**
   * All ultimate parties together.
   *
   * @return the rule
   */
  public static ControllingRule unanimity() {
    return new ControllingRule(Kind.UNANIMITY, Share.NONE);
  }

  /** {@code over 50 % of the votes}. */
  @Override
  public String toString() {
    return switch (kind) {
      case OVER -> "over " + quota + " of the votes";
      case AT_LEAST -> "at least " + quota + " of the votes";
      case LARGEST_HOLDER -> "the largest holder";
      case UNANIMITY -> "all ultimate parties together";
    };
  }
}
