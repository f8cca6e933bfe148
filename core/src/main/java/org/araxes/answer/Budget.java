package org.araxes.answer;

import java.time.Duration;
import java.util.function.BooleanSupplier;

/**
 * How much a question may cost before it must answer with what it has.
 *
 * @param time the longest time, {@link #FOREVER} for no limit
 * @param steps the most steps (each question says what a step is), {@link Long#MAX_VALUE} for no
 *     limit
 * @param cancelled asked now and then; true ends the work
 */
public record Budget(Duration time, long steps, BooleanSupplier cancelled) {
  /** No limit of time. */
  public static final Duration FOREVER = Duration.ofSeconds(Long.MAX_VALUE / 2_000_000_000);

  /** Rejects negative limits; a time longer than {@link #FOREVER} is that. */
  public Budget {
    if (time.compareTo(FOREVER) > 0) {
      time = FOREVER;
    }
    if (time.isNegative() || steps < 0) {
      throw new IllegalArgumentException("A budget is not negative: " + time + ", " + steps);
    }
  }

  /**
   * As long as it takes.
   *
   * @return a budget without limits
   */
  public static Budget unlimited() {
    return new Budget(FOREVER, Long.MAX_VALUE, () -> false);
  }

  /**
   * A limit of time.
   *
   * @param time the longest time
   * @return the budget
   */
  public static Budget of(Duration time) {
    return new Budget(time, Long.MAX_VALUE, () -> false);
  }

  /**
   * A limit of steps.
   *
   * @param steps the most steps
   * @return the budget
   */
  public static Budget ofSteps(long steps) {
    return new Budget(FOREVER, steps, () -> false);
  }

  /**
   * The same limits, and a way to stop early.
   *
   * @param signal true ends the work
   * @return the budget
   */
  public Budget cancelledBy(BooleanSupplier signal) {
    return new Budget(time, steps, signal);
  }

  /**
   * Starts to count.
   *
   * @return a meter for one thread and one question
   */
  public Meter start() {
    return new Meter(this);
  }

  /** Counts the steps and the time of one running question. Not shared between threads. */
  public static final class Meter {
    private static final int LOOK_EVERY = 256;
    private final Budget budget;
    private final long started = System.nanoTime();
    private long steps;
    private boolean spent;

    private Meter(Budget budget) {
      this.budget = budget;
      look();
    }

    /**
     * Takes one step. The clock and the signal are looked at on every 256th step only.
     *
     * @return true while there is budget left
     */
    public boolean step() {
      steps++;
      if (steps > budget.steps) {
        spent = true;
      } else if (steps % LOOK_EVERY == 0) {
        look();
      }
      return !spent;
    }

    /**
     * Takes a step that is as heavy as several. The clock and the signal are looked at whenever 256
     * of them went by, so that heavy steps are not late to hear that they are to end.
     *
     * @param weight how many steps it counts for, 1 or more
     * @return true while there is budget left
     * @throws IllegalArgumentException if the weight is less than 1
     */
    public boolean step(long weight) {
      if (weight < 1) {
        throw new IllegalArgumentException("A step counts for 1 or more, not " + weight);
      }
      long before = steps;
      steps = weight > Long.MAX_VALUE - steps ? Long.MAX_VALUE : steps + weight;
      if (steps > budget.steps) {
        spent = true;
      } else if (steps / LOOK_EVERY != before / LOOK_EVERY) {
        look();
      }
      return !spent;
    }

    /**
     * Whether the budget is spent, looking at clock and signal now.
     *
     * @return true when the work must end
     */
    public boolean spent() {
      look();
      return spent;
    }

    /**
     * Steps taken so far.
     *
     * @return the count
     */
    public long steps() {
      return steps;
    }

    private void look() {
      if (budget.cancelled.getAsBoolean()
          || System.nanoTime() - started >= Math.max(0, budget.time.toNanos())) {
        spent = true;
      }
    }
  }
}
