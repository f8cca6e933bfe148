package org.araxes.network;

import java.time.Duration;
import java.util.Collections;
import java.util.EnumSet;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import org.araxes.border.Mode;
import org.araxes.border.TrafficClass;
import org.araxes.evidence.Evidence;
import org.araxes.evidence.Validity;
import org.araxes.quantity.Throughput;

/**
 * A place where a movement can change mode or gauge, both ways.
 *
 * @param node id of the node
 * @param fromMode one mode
 * @param fromGauge its gauge in millimetres, or 0 for any
 * @param toMode the other mode
 * @param toGauge its gauge in millimetres, or 0 for any
 * @param classes for what; empty is every class
 * @param handling how long it takes
 * @param usdPerTonne what it costs, where known
 * @param capacity how much is handled, both ways together, where known
 * @param validity on which days
 * @param evidence who says so
 */
public record Transhipment(
    String node,
    Mode fromMode,
    int fromGauge,
    Mode toMode,
    int toGauge,
    Set<TrafficClass> classes,
    Duration handling,
    OptionalDouble usdPerTonne,
    Optional<Throughput> capacity,
    Validity validity,
    Evidence evidence) {
  // Copies, and rejects a change of nothing.
  public Transhipment {
    classes = classes.isEmpty() ? Set.of() : Collections.unmodifiableSet(EnumSet.copyOf(classes));
    if (fromMode == toMode && fromGauge == toGauge) {
      throw new IllegalArgumentException("A transhipment at " + node + " changes nothing");
    }
    if (handling.isNegative() || usdPerTonne.orElse(0) < 0) {
      throw new IllegalArgumentException("A transhipment at " + node + " has a negative cost");
    }
  }

  /**
   * A transhipment of which nobody says how much it handles.
   *
   * @param node id of the node
   * @param fromMode one mode
   * @param fromGauge its gauge in millimetres, or 0 for any
   * @param toMode the other mode
   * @param toGauge its gauge in millimetres, or 0 for any
   * @param classes for what; empty is every class
   * @param handling how long it takes
   * @param usdPerTonne what it costs, where known
   * @param validity on which days
   * @param evidence who says so
   */
  public Transhipment(
      String node,
      Mode fromMode,
      int fromGauge,
      Mode toMode,
      int toGauge,
      Set<TrafficClass> classes,
      Duration handling,
      OptionalDouble usdPerTonne,
      Validity validity,
      Evidence evidence) {
    this(
        node,
        fromMode,
        fromGauge,
        toMode,
        toGauge,
        classes,
        handling,
        usdPerTonne,
        Optional.empty(),
        validity,
        evidence);
  }

  /**
   * The same place on other days.
   *
   * @param days the days
   * @return the place
   */
  public Transhipment during(Validity days) {
    return new Transhipment(
        node,
        fromMode,
        fromGauge,
        toMode,
        toGauge,
        classes,
        handling,
        usdPerTonne,
        capacity,
        days,
        evidence);
  }
}
