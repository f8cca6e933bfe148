package org.araxes.study;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.function.Predicate;
import org.araxes.answer.Budget;
import org.araxes.answer.Completeness;
import org.araxes.answer.Progress;
import org.araxes.evidence.Validity;
import org.araxes.network.DatedChanges;
import org.araxes.network.NetworkSnapshot;
import org.araxes.network.Terms;
import org.araxes.network.TransitNetwork;

/**
 * How an answer changes over time.
 *
 * <p><b>Method.</b> Everything in a network is piecewise constant in time, so the answer is: the
 * question is asked once for each piece between two {@linkplain TransitNetwork#changeDates change
 * dates}, and equal neighbours are merged.
 *
 * <p><b>Cost.</b> One snapshot and one question for each piece.
 *
 * @param <A> what kind of answer; compared with {@code equals}
 * @param periods the periods in order, one after another without a gap
 * @param completeness whether the budget sufficed; truncated ends early
 */
public record Timeline<A>(List<Period<A>> periods, Completeness completeness) {
  // Copies.
  public Timeline {
    periods = List.copyOf(periods);
  }

  /**
   * Asks a question over some days.
   *
   * @param network the network
   * @param span the days, both ends closed by dates
   * @param terms on which terms
   * @param question any function of a day's network
   * @param <A> what kind of answer
   * @return the timeline
   */
  public static <A> Timeline<A> of(
      TransitNetwork network, Validity span, Terms terms, Function<NetworkSnapshot, A> question) {
    return of(network, span, terms, question, Budget.unlimited(), Progress.NONE);
  }

  /**
   * Asks a question over some days within a budget.
   *
   * @param network the network
   * @param span the days; an open end begins at the first and ends after the last change
   * @param terms on which terms
   * @param question any function of a day's network
   * @param budget a step is one piece
   * @param progress told after each piece
   * @param <A> what kind of answer
   * @return the timeline
   */
  public static <A> Timeline<A> of(
      TransitNetwork network,
      Validity span,
      Terms terms,
      Function<NetworkSnapshot, A> question,
      Budget budget,
      Progress progress) {
    return asked(network, span, terms, question, budget, progress, false);
  }

  /**
   * Asks a question over some days, and looks for the cause of each change.
   *
   * @param network the network
   * @param span the days; an open end begins at the first and ends after the last change
   * @param terms on which terms
   * @param question any function of a day's network
   * @param <A> what kind of answer
   * @return the timeline, with a {@link Cause} for each period but the first
   */
  public static <A> Timeline<A> explained(
      TransitNetwork network, Validity span, Terms terms, Function<NetworkSnapshot, A> question) {
    return explained(network, span, terms, question, Budget.unlimited(), Progress.NONE);
  }

  /**
   * Asks a question over some days within a budget, and looks for the cause of each change.
   *
   * <p><b>Cost.</b> For each change once more as many questions as things differ that day, and a
   * few.
   *
   * @param network the network
   * @param span the days; an open end begins at the first and ends after the last change
   * @param terms on which terms
   * @param question any function of a day's network; it is asked of networks in which only some of
   *     a day's changes have happened, so it must look at the network that it is given
   * @param budget a step is one piece, or one such network
   * @param progress told after each piece
   * @param <A> what kind of answer
   * @return the timeline, with a {@link Cause} for each period but the first
   */
  public static <A> Timeline<A> explained(
      TransitNetwork network,
      Validity span,
      Terms terms,
      Function<NetworkSnapshot, A> question,
      Budget budget,
      Progress progress) {
    return asked(network, span, terms, question, budget, progress, true);
  }

  private static <A> Timeline<A> asked(
      TransitNetwork network,
      Validity span,
      Terms terms,
      Function<NetworkSnapshot, A> question,
      Budget budget,
      Progress progress,
      boolean why) {
    TreeSet<LocalDate> starts = new TreeSet<>();
    starts.add(span.from());
    for (LocalDate date : network.changeDates(terms.plans(), span)) {
      if (span.contains(date)) {
        starts.add(date);
      }
    }
    List<LocalDate> pieces = List.copyOf(starts);
    List<Period<A>> periods = new ArrayList<>();
    Budget.Meter meter = budget.start();
    NetworkSnapshot day = network.on(span.from(), terms);
    for (int i = 0; i < pieces.size(); i++) {
      if (meter.spent() || !meter.step()) {
        return new Timeline<>(periods, Completeness.TRUNCATED);
      }
      LocalDate from = pieces.get(i);
      LocalDate to = i + 1 < pieces.size() ? pieces.get(i + 1) : span.to();
      day = i == 0 ? day : day.on(from);
      A answer = question.apply(day);
      int last = periods.size() - 1;
      if (last >= 0 && periods.get(last).answer().equals(answer)) {
        Period<A> before = periods.get(last);
        periods.set(
            last,
            new Period<>(
                new Validity(before.validity().from(), to),
                before.answer(),
                before.changed(),
                before.cause()));
      } else {
        periods.add(
            last < 0
                ? new Period<>(new Validity(from, to), answer, new TreeSet<>())
                : new Period<>(
                    new Validity(from, to),
                    answer,
                    subjects(network, from, terms.plans()),
                    why
                        ? Optional.of(
                            CauseSearch.of(
                                network, from.minusDays(1), from, terms, question, answer, meter))
                        : Optional.empty()));
      }
      progress.report("dates", i + 1, pieces.size());
    }
    return new Timeline<>(periods, Completeness.COMPLETE);
  }

  /**
   * The answer on a day.
   *
   * @param date the day
   * @return the period that holds the day, or empty outside the timeline
   */
  public Optional<Period<A>> at(LocalDate date) {
    return periods.stream().filter(period -> period.validity().contains(date)).findFirst();
  }

  /**
   * The first day on which the answer is as wished.
   *
   * @param wish what the answer must be
   * @return the day, or empty when there is none
   */
  public Optional<LocalDate> earliest(Predicate<? super A> wish) {
    return periodsWhere(wish).stream().findFirst().map(period -> period.validity().from());
  }

  /**
   * The last day on which the answer is as wished.
   *
   * @param wish what the answer must be
   * @return the day, {@link LocalDate#MAX} when it stays so in a timeline without an end; empty
   *     when there is none
   */
  public Optional<LocalDate> latest(Predicate<? super A> wish) {
    List<Period<A>> found = periodsWhere(wish);
    if (found.isEmpty()) {
      return Optional.empty();
    }
    LocalDate end = found.get(found.size() - 1).validity().to();
    return Optional.of(end.equals(LocalDate.MAX) ? end : end.minusDays(1));
  }

  /**
   * The periods in which the answer is as wished.
   *
   * @param wish what the answer must be
   * @return in order
   */
  public List<Period<A>> periodsWhere(Predicate<? super A> wish) {
    return periods.stream().filter(period -> wish.test(period.answer())).toList();
  }

  /** What differs from the day before. */
  private static SortedSet<String> subjects(TransitNetwork network, LocalDate date, boolean plans) {
    TreeSet<String> changed = new TreeSet<>();
    DatedChanges.between(network, date.minusDays(1), date, plans)
        .all()
        .forEach(change -> changed.add(change.subject()));
    return changed;
  }
}
