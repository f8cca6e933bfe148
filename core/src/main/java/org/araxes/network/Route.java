package org.araxes.network;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.Function;
import org.araxes.border.Jurisdictions;
import org.araxes.control.ControlRule;
import org.araxes.quantity.Distance;

/**
 * A way for a movement from one node to another: its own certificate, step by step.
 *
 * @param from id of the node where it starts
 * @param to id of the node where it ends
 * @param steps the steps in order of travel; none where both ends are the same node
 * @param control whose consent the whole way needs
 */
public record Route(String from, String to, List<Step> steps, ControlRule control) {
  // Copies, and rejects steps that do not join.
  public Route {
    steps = List.copyOf(steps);
    String here = from;
    for (Step step : steps) {
      String start = step.fold(Step.Leg::from, Step.BorderPassing::crossing, Step.Transfer::node);
      if (!start.equals(here)) {
        throw new IllegalArgumentException(
            "The route is at " + here + " but its next step starts at " + start);
      }
      here = step.fold(Step.Leg::to, Step.BorderPassing::crossing, Step.Transfer::node);
    }
    if (!here.equals(to)) {
      throw new IllegalArgumentException("The route ends at " + here + ", not at " + to);
    }
  }

  private <T> List<T> only(
      Function<Step.Leg, Optional<T>> leg,
      Function<Step.BorderPassing, Optional<T>> passing,
      Function<Step.Transfer, Optional<T>> transfer) {
    List<T> found = new ArrayList<>();
    for (Step step : steps) {
      step.fold(leg, passing, transfer).ifPresent(found::add);
    }
    return List.copyOf(found);
  }

  /**
   * The ways along edges.
   *
   * @return in order of travel
   */
  public List<Step.Leg> legs() {
    return only(Optional::of, passing -> Optional.empty(), transfer -> Optional.empty());
  }

  /**
   * The borders.
   *
   * @return in order of travel
   */
  public List<Step.BorderPassing> crossings() {
    return only(leg -> Optional.empty(), Optional::of, transfer -> Optional.empty());
  }

  /**
   * The changes of mode or gauge.
   *
   * @return in order of travel
   */
  public List<Step.Transfer> transfers() {
    return only(leg -> Optional.empty(), passing -> Optional.empty(), Optional::of);
  }

  /**
   * The nodes on the way.
   *
   * @return ids in order of travel, the ends included
   */
  public List<String> nodes() {
    List<String> all = new ArrayList<>();
    all.add(from);
    legs().forEach(leg -> all.add(leg.to()));
    return List.copyOf(all);
  }

  /**
   * The edges on the way.
   *
   * @return ids in order of travel
   */
  public List<String> edges() {
    return legs().stream().map(Step.Leg::edge).toList();
  }

  /**
   * How far.
   *
   * @return the sum of the legs
   */
  public Distance length() {
    double metres = 0;
    for (Step.Leg leg : legs()) {
      metres += leg.length().metres();
    }
    return new Distance(metres);
  }

  /**
   * How long, borders and changes included.
   *
   * @return the sum of the steps
   */
  public Duration duration() {
    Duration sum = Duration.ZERO;
    for (Step step : steps) {
      sum = sum.plus(step.duration());
    }
    return sum;
  }

  /**
   * At what cost for the whole movement.
   *
   * @return US dollars
   */
  public double usd() {
    double sum = 0;
    for (Step step : steps) {
      sum += step.usd();
    }
    return sum;
  }

  /**
   * The jurisdictions passed.
   *
   * @return in order of travel, one after another never the same, coming back counts again
   */
  public List<String> jurisdictions() {
    List<String> passed = new ArrayList<>();
    for (Step.Leg leg : legs()) {
      if (passed.isEmpty() || !passed.get(passed.size() - 1).equals(leg.jurisdiction())) {
        passed.add(leg.jurisdiction());
      }
    }
    return List.copyOf(passed);
  }

  /**
   * The states passed.
   *
   * @return codes in order of first entry
   */
  public List<String> states() {
    return jurisdictions().stream().map(Jurisdictions::stateOf).distinct().toList();
  }

  /**
   * How far in each jurisdiction.
   *
   * @return by jurisdiction in order of first entry
   */
  public Map<String, Distance> lengthByJurisdiction() {
    Map<String, Distance> sums = new LinkedHashMap<>();
    legs().forEach(leg -> sums.merge(leg.jurisdiction(), leg.length(), Distance::plus));
    return Collections.unmodifiableMap(sums);
  }

  /**
   * How long under way in each jurisdiction, borders left aside.
   *
   * @return by jurisdiction in order of first entry
   */
  public Map<String, Duration> durationByJurisdiction() {
    Map<String, Duration> sums = new LinkedHashMap<>();
    legs().forEach(leg -> sums.merge(leg.jurisdiction(), leg.duration(), Duration::plus));
    return Collections.unmodifiableMap(sums);
  }

  /**
   * The parties without whose consent this way is shut.
   *
   * @return ids in order
   */
  public SortedSet<String> consents() {
    return Collections.unmodifiableSortedSet(new TreeSet<>(control.vetoParties()));
  }

  /** {@code baku to nakhchivan through AZ, IR, AZ-NX: 614 km, 20 h 59 min, 2 borders}. */
  @Override
  public String toString() {
    Duration time = duration();
    int borders = crossings().size();
    return from
        + " to "
        + to
        + (jurisdictions().isEmpty() ? "" : " through " + String.join(", ", jurisdictions()))
        + ": "
        + Math.round(length().kilometres())
        + " km, "
        + time.toHours()
        + " h "
        + time.toMinutesPart()
        + " min, "
        + borders
        + (borders == 1 ? " border" : " borders");
  }
}
