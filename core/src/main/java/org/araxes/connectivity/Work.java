package org.araxes.connectivity;

import java.util.function.BooleanSupplier;
import org.araxes.answer.Budget;
import org.araxes.answer.Completeness;
import org.araxes.answer.Progress;

/**
 * The steps of one long question: counted against its budget, told to whoever listens. Steps here
 * are searches, long enough that clock and signal are looked at on each.
 */
final class Work implements BooleanSupplier {
  private static final int TELL_EVERY = 64;

  private final Budget.Meter meter;
  private final Progress progress;
  private final String task;
  private boolean ended;

  Work(Budget budget, Progress progress, String task) {
    meter = budget.start();
    this.progress = progress;
    this.task = task;
  }

  /** Takes a step; false once the budget is spent. */
  @Override
  public boolean getAsBoolean() {
    ended |= !meter.step() || meter.spent();
    if (meter.steps() % TELL_EVERY == 0) {
      progress.report(task, meter.steps(), 0);
    }
    return !ended;
  }

  /** Whether a step was refused, so that something may be missing. */
  Completeness completeness() {
    return ended ? Completeness.TRUNCATED : Completeness.COMPLETE;
  }
}
