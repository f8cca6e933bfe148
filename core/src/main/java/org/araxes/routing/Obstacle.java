package org.araxes.routing;

import java.util.Collections;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.araxes.border.Impediment;
import org.araxes.network.ArcKind;

/**
 * One thing that bars the way.
 *
 * @param at id of the node where one stands before it
 * @param element id of the edge, or of the node whose border or change of mode or gauge is barred
 * @param kind whether it is an edge, a border, or a change of mode or gauge
 * @param impediments what bars it, at least one, in the order of the view
 */
public record Obstacle(String at, String element, ArcKind kind, List<Impediment> impediments) {
  /** Copies, and rejects an obstacle without a cause. */
  public Obstacle {
    impediments = List.copyOf(impediments);
    if (impediments.isEmpty()) {
      throw new IllegalArgumentException("Nothing bars " + element + ", so it is no obstacle");
    }
  }

  /**
   * Tells who shuts it.
   *
   * @return ids of parties in order; none where nobody does, as with a line that is not built
   */
  public SortedSet<String> shutBy() {
    TreeSet<String> parties = new TreeSet<>();
    impediments.forEach(impediment -> parties.addAll(impediment.by()));
    return Collections.unmodifiableSortedSet(parties);
  }

  /**
   * Tells the obstacle in words.
   *
   * @return for instance {@code meghri-line at ordubad (Dismantled)}
   */
  @Override
  public String toString() {
    String reasons =
        impediments.stream().map(Impediment::text).distinct().collect(Collectors.joining("; "));
    String by = shutBy().isEmpty() ? "" : "; by " + String.join(", ", shutBy());
    String place = at.equals(element) ? element : element + " at " + at;
    return place + " (" + reasons + by + ")";
  }
}
