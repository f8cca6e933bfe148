package org.araxes.agreement;

import java.util.Collection;
import java.util.Collections;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import org.araxes.border.Jurisdictions;
import org.araxes.border.Mode;

/**
 * Which elements are meant: those that match every criterion given.
 *
 * @param elements ids of nodes and edges; empty is any
 * @param jurisdictions codes, a state includes its parts; empty is any
 * @param corridors slugs of corridors; empty is any
 * @param modes modes; empty is any
 */
public record Selector(
    SortedSet<String> elements,
    SortedSet<String> jurisdictions,
    SortedSet<String> corridors,
    Set<Mode> modes) {
  /** Everything. */
  public static final Selector ALL =
      new Selector(new TreeSet<>(), new TreeSet<>(), new TreeSet<>(), Set.of());

  /** Copies. */
  public Selector {
    elements = Collections.unmodifiableSortedSet(new TreeSet<>(elements));
    jurisdictions = Collections.unmodifiableSortedSet(new TreeSet<>(jurisdictions));
    corridors = Collections.unmodifiableSortedSet(new TreeSet<>(corridors));
    modes = modes.isEmpty() ? Set.of() : Collections.unmodifiableSet(EnumSet.copyOf(modes));
  }

  /**
   * These elements and no others.
   *
   * @param ids their ids
   * @return the selector
   */
  public static Selector of(Collection<String> ids) {
    return new Selector(new TreeSet<>(ids), new TreeSet<>(), new TreeSet<>(), Set.of());
  }

  /**
   * Everything in a corridor.
   *
   * @param corridor its slug
   * @return the selector
   */
  public static Selector corridor(String corridor) {
    return new Selector(
        new TreeSet<>(), new TreeSet<>(), new TreeSet<>(Set.of(corridor)), Set.of());
  }

  /**
   * Everything in a jurisdiction.
   *
   * @param code a state or a part
   * @return the selector
   */
  public static Selector jurisdiction(String code) {
    return new Selector(new TreeSet<>(), new TreeSet<>(Set.of(code)), new TreeSet<>(), Set.of());
  }

  /**
   * Whether nothing is asked, so that everything matches.
   *
   * @return true if so
   */
  public boolean isAll() {
    return elements.isEmpty() && jurisdictions.isEmpty() && corridors.isEmpty() && modes.isEmpty();
  }

  /**
   * Whether an element is meant.
   *
   * @param id its id
   * @param where its jurisdictions, any of which may match
   * @param tags its corridors, any of which may match
   * @param by its modes, any of which may match
   * @return true if every criterion is met
   */
  public boolean matches(
      String id, Collection<String> where, Collection<String> tags, Collection<Mode> by) {
    return (elements.isEmpty() || elements.contains(id))
        && (jurisdictions.isEmpty()
            || where.stream()
                .anyMatch(
                    code ->
                        jurisdictions.stream()
                            .anyMatch(wanted -> Jurisdictions.within(code, wanted))))
        && (corridors.isEmpty() || !Collections.disjoint(tags, corridors))
        && (modes.isEmpty() || !Collections.disjoint(by, modes));
  }

  /**
   * What is left when an element is no longer there.
   *
   * @param element its id
   * @return these criteria without it; empty where it was the only one named, since no name at all
   *     would mean everything
   */
  public Optional<Selector> without(String element) {
    if (!elements.contains(element)) {
      return Optional.of(this);
    }
    TreeSet<String> rest = new TreeSet<>(elements);
    rest.remove(element);
    return rest.isEmpty()
        ? Optional.empty()
        : Optional.of(new Selector(rest, jurisdictions, corridors, modes));
  }
}
