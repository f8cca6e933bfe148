package org.araxes.io;

import java.util.concurrent.atomic.AtomicReference;
import org.araxes.network.TransitNetwork;
import org.araxes.scenario.Scenarios;

/**
 * The datasets that come with the library. Each is read once and shared, since nothing can change
 * it.
 */
public final class Datasets {
  private static final AtomicReference<Dataset> SOUTH_CAUCASUS = new AtomicReference<>();

  private Datasets() {}

  /**
   * Azerbaijan, its exclave Nakhchivan, and the lands around them.
   *
   * @return the network
   */
  public static TransitNetwork southCaucasus() {
    return southCaucasusDataset().network();
  }

  /**
   * What if, in the South Caucasus.
   *
   * @return the scenarios, for {@link #southCaucasus()}
   */
  public static Scenarios southCaucasusScenarios() {
    return southCaucasusDataset().scenarios();
  }

  /**
   * All that is shipped on the South Caucasus.
   *
   * @return the network and its scenarios
   */
  public static Dataset southCaucasusDataset() {
    Dataset known = SOUTH_CAUCASUS.get();
    if (known != null) {
      return known;
    }
    Dataset read = NetworkReader.readClassPathDataset("south-caucasus");
    // Two threads may read at once; whoever comes second takes what the first one read.
    Dataset first = SOUTH_CAUCASUS.compareAndExchange(null, read);
    return first == null ? read : first;
  }
}
