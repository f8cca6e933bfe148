package org.araxes.agreement;

import java.util.Collections;
import java.util.EnumSet;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import org.araxes.border.Jurisdictions;
import org.araxes.border.Mode;
import org.araxes.border.Movement;
import org.araxes.border.TrafficClass;
import org.araxes.evidence.Validity;

/**
 * One thing that an agreement changes.
 *
 * @param id its id within the agreement
 * @param effect what it does
 * @param party id of the party bound or acting, or empty
 * @param where on which elements
 * @param classes for what; empty is every class
 * @param modes for which modes; empty is every mode
 * @param flags for whose vehicles or nationals; empty is all
 * @param summary one sentence
 * @param validity on which days, within those of the agreement
 */
public record Provision(
    String id,
    ProvisionEffect effect,
    String party,
    Selector where,
    Set<TrafficClass> classes,
    Set<Mode> modes,
    SortedSet<String> flags,
    String summary,
    Validity validity) {
  // Copies.
  public Provision {
    classes = classes.isEmpty() ? Set.of() : Collections.unmodifiableSet(EnumSet.copyOf(classes));
    modes = modes.isEmpty() ? Set.of() : Collections.unmodifiableSet(EnumSet.copyOf(modes));
    flags = Collections.unmodifiableSortedSet(new TreeSet<>(flags));
  }

  /**
   * Whether it speaks of a movement by a mode.
   *
   * @param movement what moves
   * @param mode by which mode
   * @return true if so
   */
  public boolean concerns(Movement movement, Mode mode) {
    return (classes.isEmpty() || classes.contains(movement.trafficClass()))
        && (modes.isEmpty() || modes.contains(mode))
        && (flags.isEmpty()
            || flags.stream().anyMatch(flag -> Jurisdictions.within(movement.flag(), flag)));
  }

  /**
   * The same provision on other elements.
   *
   * @param elements which elements
   * @return the provision
   */
  public Provision at(Selector elements) {
    return new Provision(id, effect, party, elements, classes, modes, flags, summary, validity);
  }
}
