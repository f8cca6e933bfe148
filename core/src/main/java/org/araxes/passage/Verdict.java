package org.araxes.passage;

import java.util.Collections;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import org.araxes.answer.Truth;
import org.araxes.network.Route;

/**
 * Whether a standard is reached, with its certificate.
 *
 * @param standard name of the standard
 * @param truth whether it is reached
 * @param why one sentence for people
 * @param ways for a yes the ways that prove it, the fastest first; for an unknown a way that would
 *     do if all that is not known on it turned out well; otherwise none
 * @param cut for a no, elements one of which every way on the map passes and none of which meets
 *     the standard, in order of id; none where the map has no way at all, or where parties decide
 * @param parties for a no by power, the parties each of which alone stands against it
 * @param unknown for an unknown, the elements on which it turns: every way that might do passes one
 *     of them; in order of id
 */
public record Verdict(
    String standard,
    Truth truth,
    String why,
    List<Route> ways,
    SortedSet<String> cut,
    SortedSet<String> parties,
    SortedSet<String> unknown) {
  // Copies.
  public Verdict {
    ways = List.copyOf(ways);
    cut = Collections.unmodifiableSortedSet(new TreeSet<>(cut));
    parties = Collections.unmodifiableSortedSet(new TreeSet<>(parties));
    unknown = Collections.unmodifiableSortedSet(new TreeSet<>(unknown));
  }

  /**
   * It is reached.
   *
   * @param why one sentence
   * @param ways the ways that prove it
   * @return the verdict
   */
  public static Verdict yes(String why, List<Route> ways) {
    return new Verdict("", Truth.YES, why, ways, new TreeSet<>(), new TreeSet<>(), new TreeSet<>());
  }

  /**
   * It is not reached.
   *
   * @param why one sentence
   * @param cut elements that no way avoids
   * @param parties parties that stand against it
   * @return the verdict
   */
  public static Verdict no(String why, SortedSet<String> cut, SortedSet<String> parties) {
    return new Verdict("", Truth.NO, why, List.of(), cut, parties, new TreeSet<>());
  }

  /**
   * Nobody can say.
   *
   * @param why one sentence
   * @param ways a way that would do
   * @param unknown the elements on which it turns
   * @return the verdict
   */
  public static Verdict unknown(String why, List<Route> ways, SortedSet<String> unknown) {
    return new Verdict("", Truth.UNKNOWN, why, ways, new TreeSet<>(), new TreeSet<>(), unknown);
  }

  /**
   * The same as the verdict of a standard.
   *
   * @param name its name
   * @return the verdict
   */
  public Verdict by(String name) {
    return new Verdict(name, truth, why, ways, cut, parties, unknown);
  }

  /** {@code lawful: YES (…)}. */
  @Override
  public String toString() {
    return standard + ": " + truth + " (" + why + ")";
  }
}
