package org.araxes.study;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.araxes.answer.Budget;
import org.araxes.answer.Completeness;
import org.araxes.answer.Progress;
import org.araxes.network.TransitNetwork;
import org.araxes.scenario.Scenario;

/**
 * Many cases over one network: dates, scenarios, movements, pairs.
 *
 * <p><b>Cost.</b> One application for each different scenario, one {@link CaseStudy} for each case.
 *
 * @param answers the answers in the order of the cases
 * @param completeness truncated when the budget ended before the last case
 */
public record Study(List<CaseStudy> answers, Completeness completeness) {
  /** Copies. */
  public Study {
    answers = List.copyOf(answers);
  }

  /**
   * Answers cases.
   *
   * @param network the network before any scenario
   * @param cases the cases
   * @return the study
   */
  public static Study of(TransitNetwork network, List<Case> cases) {
    return of(network, cases, Budget.unlimited(), Progress.NONE);
  }

  /**
   * Answers cases within a budget.
   *
   * @param network the network before any scenario
   * @param cases the cases
   * @param budget a step is one case
   * @param progress told before each case
   * @return the study
   */
  public static Study of(
      TransitNetwork network, List<Case> cases, Budget budget, Progress progress) {
    Budget.Meter meter = budget.start();
    Map<Scenario, TransitNetwork> changed = new HashMap<>();
    List<CaseStudy> answers = new ArrayList<>();
    for (Case question : cases) {
      if (meter.spent() || !meter.step()) {
        return new Study(answers, Completeness.TRUNCATED);
      }
      progress.report("answering", answers.size(), cases.size());
      TransitNetwork world =
          question
              .scenario()
              .map(scenario -> changed.computeIfAbsent(scenario, s -> s.applyTo(network)))
              .orElse(network);
      answers.add(CaseStudy.in(world, question));
    }
    return new Study(answers, Completeness.COMPLETE);
  }
}
