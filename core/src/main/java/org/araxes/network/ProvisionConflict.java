package org.araxes.network;

import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import org.araxes.border.Mode;
import org.araxes.border.TrafficClass;
import org.araxes.evidence.Validity;

/**
 * Two provisions of different agreements that cannot both be kept.
 *
 * @param kind how they contradict each other
 * @param first {@code agreement/provision}: the one that binds or opens, or of two roles the one
 *     whose id comes first
 * @param second {@code agreement/provision}: the one that closes, or the other role
 * @param elements ids of the elements of which both speak, in order
 * @param classes the classes of which both speak; empty is every class
 * @param modes the modes of which both speak; empty is every mode
 * @param days the days on which both agreements stand, in order
 * @param prevails which of the two wins where the data say so
 */
public record ProvisionConflict(
    Kind kind,
    String first,
    String second,
    SortedSet<String> elements,
    Set<TrafficClass> classes,
    Set<Mode> modes,
    List<Validity> days,
    Optional<String> prevails) {
  /** How two provisions contradict each other. */
  public enum Kind {
    /** A party may not stop what another agreement lets it shut. */
    BINDS_AND_CLOSES,
    /** One opens or permits what the other closes. */
    OPENS_AND_CLOSES,
    /** Two parties are granted a role that only one can hold. */
    EXCLUSIVE_ROLE
  }

  // Copies.
  public ProvisionConflict {
    elements = Collections.unmodifiableSortedSet(new TreeSet<>(elements));
    classes = classes.isEmpty() ? Set.of() : Collections.unmodifiableSet(EnumSet.copyOf(classes));
    modes = modes.isEmpty() ? Set.of() : Collections.unmodifiableSet(EnumSet.copyOf(modes));
    days = List.copyOf(days);
  }
}
