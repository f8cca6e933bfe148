package org.araxes.benchmarks;

import java.time.LocalDate;
import java.util.Optional;
import org.araxes.Araxes;
import org.araxes.Question;
import org.araxes.border.Mode;
import org.araxes.border.Movement;
import org.araxes.io.Datasets;
import org.araxes.network.Terms;
import org.araxes.study.Case;

/** The questions that are asked of the shipped network. */
final class ShippedNetwork {
  static final String FROM = "AZ-main";
  static final String TO = "AZ-NX";
  static final Movement BY_ROAD = Movement.freight().by(Mode.ROAD).flag("AZ").build();
  static final Movement BY_RAIL = Movement.freight().by(Mode.RAIL).flag("AZ").build();
  static final LocalDate BEFORE_TRIPP = LocalDate.of(2025, 8, 7);

  private ShippedNetwork() {}

  static Question question(Movement movement) {
    return Araxes.on(Datasets.southCaucasus()).from(FROM).to(TO).moving(movement).on(BEFORE_TRIPP);
  }

  static Case roadCase() {
    return new Case(
        "road",
        "Before TRIPP",
        Optional.empty(),
        BEFORE_TRIPP,
        Terms.DEFAULT,
        "Road freight",
        BY_ROAD,
        FROM,
        TO);
  }
}
