package org.araxes.passage;

/** What every stretch of a way must be for the way to count. */
@FunctionalInterface
public interface Requirement {
  /**
   * Judges one stretch. Depends on nothing but the stretch.
   *
   * @param stretch an edge, a border or a change of mode or gauge, in one direction
   * @return whether it may be used
   */
  Ruling of(Stretch stretch);

  /**
   * This requirement and another.
   *
   * @param other the other
   * @return both
   */
  default Requirement and(Requirement other) {
    return stretch -> of(stretch).and(other.of(stretch));
  }
}
