package org.araxes.network;

import java.time.Duration;
import java.time.ZonedDateTime;
import java.util.List;

/**
 * When a movement that sets out at a time is where on its route.
 *
 * @param departure when it sets out
 * @param entries the steps in order of travel
 */
public record Timetable(ZonedDateTime departure, List<Entry> entries) {
  // Copies.
  public Timetable {
    entries = List.copyOf(entries);
  }

  /**
   * One step.
   *
   * @param step the step
   * @param arrival when it gets there
   * @param gateWait how long it waits there for opening hours
   * @param leaving when it is done with the step: arrival, wait and the step's own time
   */
  public record Entry(Step step, ZonedDateTime arrival, Duration gateWait, ZonedDateTime leaving) {}

  /**
   * When it is at its end.
   *
   * @return the time; the departure for a route without steps
   */
  public ZonedDateTime arrival() {
    return entries.isEmpty() ? departure : entries.get(entries.size() - 1).leaving();
  }

  /**
   * How long it takes in all.
   *
   * @return from departure to arrival
   */
  public Duration duration() {
    return Duration.between(departure, arrival());
  }

  /**
   * How long it waits for opening hours.
   *
   * @return the sum of the waits at the gates
   */
  public Duration gateWait() {
    Duration sum = Duration.ZERO;
    for (Entry entry : entries) {
      sum = sum.plus(entry.gateWait());
    }
    return sum;
  }
}
