package org.araxes.io;

import java.util.List;
import org.araxes.answer.Finding;
import org.araxes.network.TransitNetwork;

/**
 * All that a dataset holds.
 *
 * @param network the network
 * @param warnings what looked odd while reading and did no harm, for instance a file that is not
 *     part of the format
 */
public record Dataset(TransitNetwork network, List<Finding> warnings) {
  /** Copies. */
  public Dataset {
    warnings = List.copyOf(warnings);
  }
}
