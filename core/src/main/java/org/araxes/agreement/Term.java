package org.araxes.agreement;

import java.time.LocalDate;
import java.time.Period;
import java.util.List;
import java.util.Optional;

/**
 * For how long an agreement is made, how it is prolonged, and who may end or suspend it.
 *
 * @param from the day from which the term counts; empty is the first day in force
 * @param length how long; empty is without end
 * @param extensions how it may be prolonged, in order
 * @param exits who may end it
 * @param suspensions who may suspend it
 */
public record Term(
    Optional<LocalDate> from,
    Optional<Period> length,
    List<Extension> extensions,
    List<Leave> exits,
    List<Leave> suspensions) {
  /** Nothing said: without end, and nobody may leave. */
  public static final Term NONE =
      new Term(Optional.empty(), Optional.empty(), List.of(), List.of(), List.of());

  // Copies and checks.
  public Term {
    extensions = List.copyOf(extensions);
    exits = List.copyOf(exits);
    suspensions = List.copyOf(suspensions);
    length.ifPresent(Term::checkLength);
    if (length.isEmpty() && !extensions.isEmpty()) {
      throw new IllegalArgumentException(
          "A term without end cannot be prolonged. Maybe its length is missing?");
    }
  }

  static void checkNotNegative(Period period) {
    if (period.isNegative()) {
      throw new IllegalArgumentException("A period is not negative, but was " + period);
    }
  }

  static void checkLength(Period period) {
    checkNotNegative(period);
    if (period.isZero()) {
      throw new IllegalArgumentException("A term has a length, but was " + period);
    }
  }

  /**
   * The first day on which it has run out, extensions that count included.
   *
   * <p>An extension counts when it was agreed before the term so far ran out.
   *
   * @param start the day from which it counts
   * @param plans whether expected extensions count
   * @return the day, or empty where it has no end
   */
  public Optional<LocalDate> expiry(LocalDate start, boolean plans) {
    if (length.isEmpty()) {
      return Optional.empty();
    }
    LocalDate end = start.plus(length.get());
    for (Extension extension : extensions) {
      LocalDate before = end;
      if (extension.counts(plans)
          && extension.agreed().map(day -> !day.isAfter(before)).orElse(true)) {
        end = end.plus(extension.length());
      }
    }
    return Optional.of(end);
  }

  /**
   * The first day on which it has run out when every extension is agreed.
   *
   * @param start the day from which it counts
   * @return the day, or empty where it has no end
   */
  public Optional<LocalDate> latestExpiry(LocalDate start) {
    return length.map(
        first -> {
          LocalDate end = start.plus(first);
          for (Extension extension : extensions) {
            end = end.plus(extension.length());
          }
          return end;
        });
  }
}
