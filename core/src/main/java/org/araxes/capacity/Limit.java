package org.araxes.capacity;

import java.util.Optional;
import org.araxes.evidence.Evidence;
import org.araxes.quantity.Throughput;

/**
 * Something that holds an amount back, or might.
 *
 * @param element id of the edge or node; of the state that asks for them, for permits
 * @param kind what it is
 * @param detail by which mode and in which direction for a crossing, between what for a yard, which
 *     agreement or permits; or empty
 * @param capacity how much may pass it in a day, in the unit of the question, or in its own where
 *     modes share it whose vehicles carry different amounts; empty where nothing limits it
 * @param known whether the data or the caller say so; otherwise it is what the caller wants taken
 *     for what nobody knows
 * @param reason where the figure comes from, or why there is none
 * @param evidence who says so
 */
public record Limit(
    String element,
    LimitKind kind,
    String detail,
    Optional<Throughput> capacity,
    boolean known,
    String reason,
    Evidence evidence) {
  @Override
  public String toString() {
    return element
        + (detail.isEmpty() ? "" : " (" + detail + ")")
        + capacity.map(most -> " " + most.perDay() + " " + most.unit().code()).orElse("");
  }
}
