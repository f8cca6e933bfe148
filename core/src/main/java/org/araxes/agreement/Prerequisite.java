package org.araxes.agreement;

import java.util.List;
import java.util.Optional;

/**
 * What must happen before an agreement can go on.
 *
 * @param text one sentence
 * @param agreement id of another instrument, or empty
 * @param status the status which that instrument must reach, where one is named
 * @param sources ids of sources
 */
public record Prerequisite(
    String text, String agreement, Optional<LegalStatus> status, List<String> sources) {
  // Copies.
  public Prerequisite {
    sources = List.copyOf(sources);
  }
}
