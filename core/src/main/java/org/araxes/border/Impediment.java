package org.araxes.border;

import java.time.Duration;
import java.util.Collections;
import java.util.SortedSet;
import java.util.TreeSet;
import org.araxes.evidence.Evidence;

/**
 * A typed finding: why a movement is barred, slowed or exposed at an element.
 *
 * @param kind of which kind
 * @param effect what it does
 * @param element id of the node or edge where
 * @param by ids of the parties by whose power, in order; may be empty
 * @param instrument id of the agreement or act under which, or empty
 * @param delay how long it takes, {@link Duration#ZERO} where that is not the point
 * @param text one sentence for people
 * @param evidence who says so
 */
public record Impediment(
    ImpedimentKind kind,
    Effect effect,
    String element,
    SortedSet<String> by,
    String instrument,
    Duration delay,
    String text,
    Evidence evidence) {
  // Copies.
  public Impediment {
    by = Collections.unmodifiableSortedSet(new TreeSet<>(by));
  }
}
