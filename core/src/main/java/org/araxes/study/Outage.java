package org.araxes.study;

import java.util.Collections;
import java.util.Iterator;
import java.util.Locale;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.araxes.network.Route;

/**
 * What comes of it when some things fail together.
 *
 * @param question the question asked
 * @param failures what fails, in order
 * @param effect what comes of it
 * @param extraSeconds by how much the fastest way takes longer, below 0 where it takes less;
 *     infinite where none is left, negative infinity where there was none
 * @param extraUsd by how much that way costs more, likewise
 * @param detour the fastest way that is left
 */
public record Outage(
    Case question,
    SortedSet<Failure> failures,
    Effect effect,
    double extraSeconds,
    double extraUsd,
    Optional<Route> detour)
    implements Comparable<Outage> {
  /** What comes of an outage. */
  public enum Effect {
    /** No way is left. */
    SEVERED,
    /** The fastest way takes longer or costs more. */
    LENGTHENED,
    /** The fastest way is another, as fast and as dear. */
    REROUTED,
    /** The fastest way takes less time: what lapsed had stood in the way. */
    SHORTENED,
    /** There is a way where there was none: what lapsed had stood in the way. */
    OPENED
  }

  /** Copies. */
  public Outage {
    failures = Collections.unmodifiableSortedSet(new TreeSet<>(failures));
  }

  /** Most severe first: by effect, fewest failures, most time, most cost, then by name. */
  @Override
  public int compareTo(Outage other) {
    int order = effect.compareTo(other.effect);
    if (order == 0) {
      order = Integer.compare(failures.size(), other.failures.size());
    }
    if (order == 0) {
      order = Double.compare(other.extraSeconds, extraSeconds);
    }
    if (order == 0) {
      order = Double.compare(other.extraUsd, extraUsd);
    }
    if (order == 0) {
      order = question.id().compareTo(other.question.id());
    }
    Iterator<Failure> theirs = other.failures.iterator();
    for (Failure mine : failures) {
      if (order == 0 && theirs.hasNext()) {
        order = mine.compareTo(theirs.next());
      }
    }
    return order;
  }

  /**
   * What fails, in words.
   *
   * @return for instance {@code party GE + party IR}
   */
  public String what() {
    return failures.stream().map(Failure::toString).collect(Collectors.joining(" + "));
  }

  /** {@code party IR: lengthened by 10.4 h}. */
  @Override
  public String toString() {
    return what()
        + ": "
        + effect.name().toLowerCase(Locale.ROOT)
        + (Double.isInfinite(extraSeconds)
            ? ""
            : String.format(Locale.ROOT, " by %.1f h", extraSeconds / 3_600));
  }
}
