package org.araxes.evidence;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * How one value changed over time: claims in order of their first day.
 *
 * <p><b>Which claim holds.</b> Of the claims that contain the day (facts, and plans where asked
 * for), the one that begins last; of two that begin together, the fact before the plan, then the
 * first given.
 *
 * @param <T> what kind of value
 * @param claims the claims, sorted by first day, then facts before plans, then as given
 */
public record History<T>(List<Claim<T>> claims) {
  // Sorts and copies.
  public History {
    List<Claim<T>> sorted = new ArrayList<>(claims);
    sorted.sort(
        Comparator.comparing((Claim<T> claim) -> claim.validity().from())
            .thenComparing(claim -> claim.evidence().basis()));
    claims = List.copyOf(sorted);
  }

  /**
   * Nothing known.
   *
   * @param <T> what kind of value
   * @return a history without claims
   */
  public static <T> History<T> empty() {
    return new History<>(List.of());
  }

  /**
   * One value at all times.
   *
   * @param value the value
   * @param <T> what kind of value
   * @return the history
   */
  public static <T> History<T> always(T value) {
    return new History<>(List.of(new Claim<>(value, Validity.ALWAYS, Evidence.NONE)));
  }

  /**
   * The claim that holds on a day.
   *
   * @param date the day
   * @param plans whether plans count
   * @return the claim, or empty when nothing is known
   */
  public Optional<Claim<T>> at(LocalDate date, boolean plans) {
    Claim<T> best = null;
    for (Claim<T> claim : claims) {
      if (!claim.validity().contains(date) || (!plans && claim.evidence().basis() == Basis.PLAN)) {
        continue;
      }
      if (best == null || claim.validity().from().isAfter(best.validity().from())) {
        best = claim;
      }
    }
    return Optional.ofNullable(best);
  }

  /**
   * The days on which the value may change.
   *
   * @param plans whether plans count
   * @return first days and days after the last, in order, open ends left out
   */
  public SortedSet<LocalDate> changeDates(boolean plans) {
    SortedSet<LocalDate> dates = new TreeSet<>();
    for (Claim<T> claim : claims) {
      if (plans || claim.evidence().basis() == Basis.FACT) {
        dates.add(claim.validity().from());
        dates.add(claim.validity().to());
      }
    }
    dates.remove(LocalDate.MIN);
    dates.remove(LocalDate.MAX);
    return dates;
  }

  /**
   * This history with another value on some days. On every other day it says what it said before.
   *
   * <p>What was claimed for those days alone is cut away. A claim that begins before and outlives
   * them stays whole: the replacement begins later, so it holds, and afterwards the order of first
   * days is what it was.
   *
   * <p><b>Left out.</b> A fact and a plan that both begin on those days and outlive them begin
   * together afterwards, so the fact holds, also where the plan began later.
   *
   * @param replacement the new claim, a fact
   * @return another history
   */
  public History<T> overriddenBy(Claim<T> replacement) {
    List<Claim<T>> result = new ArrayList<>();
    Validity hole = replacement.validity();
    result.add(replacement);
    List<Claim<T>> strongestFirst = new ArrayList<>(claims);
    strongestFirst.sort(
        Comparator.comparing((Claim<T> claim) -> claim.validity().from()).reversed());
    for (Claim<T> claim : strongestFirst) {
      LocalDate from = claim.validity().from();
      LocalDate to = claim.validity().to();
      boolean before = from.isBefore(hole.from());
      boolean after = hole.to().isBefore(to);
      if (!claim.validity().overlaps(hole) || (before && after)) {
        result.add(claim);
      } else if (before) {
        result.add(new Claim<>(claim.value(), new Validity(from, hole.from()), claim.evidence()));
      } else if (after) {
        result.add(new Claim<>(claim.value(), new Validity(hole.to(), to), claim.evidence()));
      }
    }
    return new History<>(result);
  }
}
