package org.araxes.io;

import java.util.List;
import org.araxes.answer.Finding;
import org.araxes.network.TransitNetwork;
import org.araxes.scenario.Scenarios;

/**
 * All that a dataset holds.
 *
 * @param network the network
 * @param scenarios what if: changes over the network
 * @param warnings what looked odd while reading and did no harm, for instance a file that is not
 *     part of the format
 */
public record Dataset(TransitNetwork network, Scenarios scenarios, List<Finding> warnings) {
  /** Copies. */
  public Dataset {
    warnings = List.copyOf(warnings);
  }
}
