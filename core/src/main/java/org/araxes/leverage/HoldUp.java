package org.araxes.leverage;

import java.util.Optional;
import org.araxes.network.Route;

/**
 * What it costs the movement when one party blocks: best without the party's elements, less best
 * with them.
 *
 * @param party id of the party
 * @param extraSeconds how much longer the fastest way takes; infinite for a veto, 0 where nothing
 *     changes or no way existed before
 * @param extraUsd how many US dollars more the cheapest way costs; infinite for a veto
 * @param fastest the fastest way while it consents; empty where there is none
 * @param detour the fastest way while it blocks; empty where there is none
 */
public record HoldUp(
    String party,
    double extraSeconds,
    double extraUsd,
    Optional<Route> fastest,
    Optional<Route> detour) {
  // Rejects what is no cost.
  public HoldUp {
    if (!(extraSeconds >= 0) || !(extraUsd >= 0)) {
      throw new IllegalArgumentException(
          "To be held up never helps: " + extraSeconds + " s, " + extraUsd + " USD");
    }
  }

  /**
   * Whether the party severs the connection alone.
   *
   * @return true for a veto
   */
  public boolean severs() {
    return fastest.isPresent() && detour.isEmpty();
  }
}
