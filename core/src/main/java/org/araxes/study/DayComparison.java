package org.araxes.study;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.araxes.answer.Budget;
import org.araxes.network.DatedChange;
import org.araxes.network.DatedChanges;
import org.araxes.network.NetworkSnapshot;
import org.araxes.network.Terms;
import org.araxes.network.TransitNetwork;

/**
 * One question on two days.
 *
 * @param <A> what kind of answer; compared with {@code equals}
 * @param earlier the earlier day
 * @param later the later day
 * @param before the answer on the earlier day
 * @param after the answer on the later day
 * @param changes everything that differs between the days, in order of kind, subject and scope
 * @param cause what of that made the answer another; empty where the answers are equal
 */
public record DayComparison<A>(
    LocalDate earlier,
    LocalDate later,
    A before,
    A after,
    List<DatedChange> changes,
    Optional<Cause> cause) {
  /** Copies. */
  public DayComparison {
    changes = List.copyOf(changes);
  }

  /**
   * Asks on two days.
   *
   * @param network the network
   * @param earlier the earlier day
   * @param later the later day
   * @param terms on which terms
   * @param question any function of a day's network
   * @param <A> what kind of answer
   * @return the comparison
   * @throws IllegalArgumentException when the days are not in this order
   */
  public static <A> DayComparison<A> between(
      TransitNetwork network,
      LocalDate earlier,
      LocalDate later,
      Terms terms,
      Function<NetworkSnapshot, A> question) {
    return between(network, earlier, later, terms, question, Budget.unlimited());
  }

  /**
   * Asks on two days within a budget.
   *
   * @param network the network
   * @param earlier the earlier day
   * @param later the later day
   * @param terms on which terms
   * @param question any function of a day's network; for the cause it is asked of networks in which
   *     only some of the changes have happened
   * @param budget of the search for the cause; a step is one such network
   * @param <A> what kind of answer
   * @return the comparison
   * @throws IllegalArgumentException when the days are not in this order
   */
  public static <A> DayComparison<A> between(
      TransitNetwork network,
      LocalDate earlier,
      LocalDate later,
      Terms terms,
      Function<NetworkSnapshot, A> question,
      Budget budget) {
    DatedChanges changes = DatedChanges.between(network, earlier, later, terms.plans());
    A before = question.apply(network.on(earlier, terms));
    A after = question.apply(network.on(later, terms));
    Optional<Cause> cause =
        before.equals(after)
            ? Optional.empty()
            : Optional.of(
                CauseSearch.of(network, earlier, later, terms, question, after, budget.start()));
    return new DayComparison<>(earlier, later, before, after, changes.all(), cause);
  }

  /**
   * Whether the answers differ.
   *
   * @return true if so
   */
  public boolean differs() {
    return cause.isPresent();
  }
}
