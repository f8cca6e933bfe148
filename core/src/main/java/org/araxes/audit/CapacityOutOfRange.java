package org.araxes.audit;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.araxes.answer.Finding;
import org.araxes.border.Mode;
import org.araxes.network.TransitEdge;
import org.araxes.network.TransitNetwork;
import org.araxes.quantity.Throughput;

/**
 * A capacity is counted in what its mode carries, and is one that can be.
 *
 * <p>A warning for a unit that does not fit the mode (trains on a road), for a capacity of 0, and
 * above 1,000 trains, 300,000 vehicles, 2,000,000 tonnes, 3,000,000 persons, 600,000,000 m³ or
 * 10,000,000 barrels a day, or 20,000 MW. A warning for more than 12 tracks, lanes or circuits.
 */
final class CapacityOutOfRange implements Rule {
  @Override
  public String code() {
    return "capacity_out_of_range";
  }

  @Override
  public Stream<Finding> check(TransitNetwork network) {
    List<Finding> found = new ArrayList<>();
    for (TransitEdge edge : network.edges()) {
      edge.capacity()
          .ifPresent(
              capacity -> {
                if (!fits(edge.mode(), capacity.unit())) {
                  found.add(
                      Finding.warning(
                          code(),
                          edge.id(),
                          capacity.unit().code()
                              + " does not fit "
                              + Words.code(edge.mode())
                              + ". Maybe another unit?"));
                }
                if (capacity.perDay() == 0 || capacity.perDay() > most(capacity.unit())) {
                  found.add(
                      Finding.warning(
                          code(),
                          edge.id(),
                          "A capacity of "
                              + capacity.perDay()
                              + " "
                              + capacity.unit().code()
                              + " is odd. Maybe another unit?"));
                }
              });
      if (edge.tracks().orElse(1) < 1 || edge.tracks().orElse(1) > 12) {
        found.add(
            Finding.warning(
                code(), edge.id(), edge.tracks().orElse(0) + " tracks or lanes are odd"));
      }
    }
    return found.stream();
  }

  private static boolean fits(Mode mode, Throughput.Unit unit) {
    return switch (unit) {
      case TRAINS -> mode == Mode.RAIL;
      case VEHICLES -> mode == Mode.ROAD || mode == Mode.SEA || mode == Mode.AIR;
      case TONNES -> carries(mode) || mode == Mode.OIL;
      case CONTAINERS, PERSONS -> carries(mode);
      case CUBIC_METRES -> mode == Mode.GAS;
      case BARRELS -> mode == Mode.OIL;
      case MEGAWATTS -> mode == Mode.POWER;
    };
  }

  private static boolean carries(Mode mode) {
    return mode == Mode.ROAD || mode == Mode.RAIL || mode == Mode.AIR || mode == Mode.SEA;
  }

  private static double most(Throughput.Unit unit) {
    return switch (unit) {
      case TRAINS -> 1_000;
      case VEHICLES -> 300_000;
      case TONNES -> 2_000_000;
      case CONTAINERS -> 150_000; // the largest ports
      case PERSONS -> 3_000_000;
      case CUBIC_METRES -> 600_000_000;
      case BARRELS -> 10_000_000;
      case MEGAWATTS -> 20_000;
    };
  }
}
