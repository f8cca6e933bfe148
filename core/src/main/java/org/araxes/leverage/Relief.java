package org.araxes.leverage;

import java.util.Optional;
import org.araxes.network.Route;

/**
 * What the movement gains when one party, by whose power alone something is barred now, lets it
 * pass: best now, less best with that open.
 *
 * @param party id of the party
 * @param savedSeconds how much less time the fastest way takes; infinite where there is no way now
 *     and there is one then; 0 where nothing changes
 * @param savedUsd how many US dollars less the cheapest way costs; infinite likewise
 * @param now the fastest way now; empty where there is none
 * @param then the fastest way then; empty where there is none
 */
public record Relief(
    String party, double savedSeconds, double savedUsd, Optional<Route> now, Optional<Route> then) {
  // Rejects what is no gain.
  public Relief {
    if (!(savedSeconds >= 0) || !(savedUsd >= 0)) {
      throw new IllegalArgumentException(
          "More consent never hurts: " + savedSeconds + " s, " + savedUsd + " USD");
    }
  }

  /**
   * Whether the party alone opens the connection.
   *
   * @return true if there is no way now, and there is one then
   */
  public boolean opens() {
    return now.isEmpty() && then.isPresent();
  }
}
