package org.araxes.study;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.Function;
import org.araxes.agreement.Agreement;
import org.araxes.agreement.Provision;
import org.araxes.answer.Budget;
import org.araxes.answer.Completeness;
import org.araxes.answer.Progress;
import org.araxes.border.ControlPoint;
import org.araxes.border.Crossing;
import org.araxes.border.CrossingFact;
import org.araxes.evidence.Basis;
import org.araxes.evidence.Evidence;
import org.araxes.evidence.Validity;
import org.araxes.network.EdgeClosure;
import org.araxes.network.NetworkSnapshot;
import org.araxes.network.Retiming;
import org.araxes.network.Role;
import org.araxes.network.Terms;
import org.araxes.network.TransitEdge;
import org.araxes.network.TransitNetwork;
import org.araxes.network.TransitNode;

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
    TreeSet<LocalDate> starts = new TreeSet<>();
    starts.add(span.from());
    for (LocalDate date : network.changeDates(terms.plans())) {
      if (span.contains(date)) {
        starts.add(date);
      }
    }
    List<LocalDate> pieces = List.copyOf(starts);
    List<Period<A>> periods = new ArrayList<>();
    Budget.Meter meter = budget.start();
    for (int i = 0; i < pieces.size(); i++) {
      if (meter.spent() || !meter.step()) {
        return new Timeline<>(periods, Completeness.TRUNCATED);
      }
      LocalDate from = pieces.get(i);
      LocalDate to = i + 1 < pieces.size() ? pieces.get(i + 1) : span.to();
      A answer = question.apply(network.on(from, terms));
      int last = periods.size() - 1;
      if (last >= 0 && periods.get(last).answer().equals(answer)) {
        Period<A> before = periods.get(last);
        periods.set(
            last,
            new Period<>(
                new Validity(before.validity().from(), to), before.answer(), before.changed()));
      } else {
        periods.add(
            new Period<>(
                new Validity(from, to),
                answer,
                last < 0 ? new TreeSet<>() : changedOn(network, from, terms.plans())));
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

  /** What has a fact that begins or ends on a day. */
  private static SortedSet<String> changedOn(
      TransitNetwork network, LocalDate date, boolean plans) {
    TreeSet<String> changed = new TreeSet<>();
    for (TransitEdge edge : network.edges()) {
      if (edge.status().changeDates(plans).contains(date)) {
        changed.add(edge.id());
      }
      for (Role role : network.roles(edge.id())) {
        addIfChanged(changed, edge.id(), role.validity(), role.evidence(), date, plans);
      }
    }
    for (TransitNode node : network.nodes()) {
      if (node.status().changeDates(plans).contains(date)) {
        changed.add(node.id());
      }
      for (Role role : network.roles(node.id())) {
        addIfChanged(changed, node.id(), role.validity(), role.evidence(), date, plans);
      }
    }
    for (Crossing crossing : network.crossings()) {
      for (CrossingFact fact : crossing.facts()) {
        addIfChanged(changed, crossing.id(), fact.validity(), fact.evidence(), date, plans);
      }
      for (ControlPoint point : crossing.controls()) {
        addIfChanged(changed, crossing.id(), point.validity(), point.evidence(), date, plans);
      }
    }
    for (Agreement agreement : network.agreements()) {
      if (agreement.changeDates(plans).contains(date)) {
        changed.add(agreement.id());
      }
      for (Provision provision : agreement.provisions()) {
        addIfChanged(changed, agreement.id(), provision.validity(), Evidence.NONE, date, plans);
      }
    }
    network
        .stakes()
        .forEach(s -> addIfChanged(changed, s.held(), s.validity(), s.evidence(), date, plans));
    network
        .decisions()
        .forEach(d -> addIfChanged(changed, d.party(), d.validity(), d.evidence(), date, plans));
    network
        .transhipments()
        .forEach(t -> addIfChanged(changed, t.node(), t.validity(), t.evidence(), date, plans));
    for (EdgeClosure closure : network.closures()) {
      for (TransitEdge edge : network.edges()) {
        if (network.matches(closure.where(), edge)) {
          addIfChanged(changed, edge.id(), closure.validity(), closure.evidence(), date, plans);
        }
      }
    }
    for (Retiming retiming : network.retimings()) {
      for (TransitEdge edge : network.edges()) {
        if (network.matches(retiming.where(), edge)) {
          addIfChanged(changed, edge.id(), retiming.validity(), Evidence.NONE, date, plans);
        }
      }
    }
    network
        .refusals()
        .forEach(r -> addIfChanged(changed, r.party(), r.validity(), r.evidence(), date, plans));
    return changed;
  }

  private static void addIfChanged(
      TreeSet<String> changed,
      String id,
      Validity validity,
      Evidence evidence,
      LocalDate date,
      boolean plans) {
    if ((plans || evidence.basis() == Basis.FACT)
        && (validity.from().equals(date) || validity.to().equals(date))) {
      changed.add(id);
    }
  }
}
