package org.example;

import java.time.LocalDate;
import org.araxes.Araxes;
import org.araxes.border.Mode;
import org.araxes.border.Movement;
import org.araxes.io.Datasets;
import org.araxes.network.TransitNetwork;

/** Uses Araxes as a stranger would: from its artifact alone. */
public final class Main {
  private Main() {}

  /**
   * Runs the snippet of the README.
   *
   * @param args none
   */
  public static void main(String[] args) {
    TransitNetwork caucasus = Datasets.southCaucasus();
    Movement freight = Movement.freight().by(Mode.ROAD).flag("AZ").build();
    var question = Araxes.on(caucasus).from("baku").to("nakhchivan").moving(freight).on(LocalDate.of(2025, 8, 7));

    System.out.println(question.routes().fastest());                     // kilometres, hours, states, or why not
    System.out.println(question.passage().grade());                      // which standards of "unimpeded" are reached
    System.out.println(question.leverage().minimalBlockingCoalitions()); // [{AZ}, {GE, IR}, {IR, TR}]

    var tripp = Datasets.southCaucasusScenarios().scenario("tripp-road-open");
    System.out.println(question.under(tripp).on(LocalDate.of(2029, 1, 1)).leverage().minimalConsentCoalitions());
  }
}
