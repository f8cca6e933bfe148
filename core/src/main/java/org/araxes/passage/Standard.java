package org.araxes.passage;

/**
 * A named predicate over the facts of a passage: what counts as unimpeded. Open to everybody: make
 * one of a {@linkplain #everyStretch requirement on every stretch}, or judge the passage as a
 * whole.
 */
public interface Standard {
  /**
   * What it is called.
   *
   * @return a short name in kebab-case
   */
  String name();

  /**
   * What it asks for.
   *
   * @return one sentence
   */
  String definition();

  /**
   * Judges a passage.
   *
   * @param passage the ends, the movement, the day and the facts
   * @return the verdict
   */
  Verdict judge(Passage passage);

  /**
   * The standard that is reached when there is a way all of whose stretches meet a requirement. It
   * is not known when that hangs on stretches of which it is not known.
   *
   * @param name a short name
   * @param definition one sentence
   * @param requirement what every stretch must be
   * @return the standard
   */
  static Standard everyStretch(String name, String definition, Requirement requirement) {
    return of(name, definition, passage -> passage.ways(requirement));
  }

  /**
   * A standard that judges in its own way.
   *
   * @param name a short name
   * @param definition one sentence
   * @param judgement gives the verdict on a passage
   * @return the standard
   */
  static Standard of(String name, String definition, Judgement judgement) {
    return new Standard() {
      @Override
      public String name() {
        return name;
      }

      @Override
      public String definition() {
        return definition;
      }

      @Override
      public Verdict judge(Passage passage) {
        return judgement.on(passage).by(name);
      }

      @Override
      public String toString() {
        return name + ": " + definition;
      }
    };
  }

  /** Gives the verdict on a passage. */
  @FunctionalInterface
  interface Judgement {
    /**
     * Judges.
     *
     * @param passage the passage
     * @return the verdict
     */
    Verdict on(Passage passage);
  }
}
