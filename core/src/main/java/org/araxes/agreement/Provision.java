package org.araxes.agreement;

import java.util.Collections;
import java.util.EnumSet;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import org.araxes.border.ControlFunction;
import org.araxes.border.Jurisdictions;
import org.araxes.border.Mode;
import org.araxes.border.Movement;
import org.araxes.border.TrafficClass;
import org.araxes.control.Matter;
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
 * @param role code of the role granted to the party, or empty where the roles under the agreement
 *     are told one by one
 * @param matter by which kind of decision the holder of the role lets pass or stops
 * @param functions which controls are waived; empty is every control but tolls
 * @param perDay so many vehicles a day may pass at most
 * @param prevailsOver ids of agreements, or {@code agreement/provision}, over which this one wins
 *     where they contradict each other
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
    Validity validity,
    String role,
    Matter matter,
    Set<ControlFunction> functions,
    OptionalDouble perDay,
    SortedSet<String> prevailsOver) {
  // Copies and checks.
  public Provision {
    classes = classes.isEmpty() ? Set.of() : Collections.unmodifiableSet(EnumSet.copyOf(classes));
    modes = modes.isEmpty() ? Set.of() : Collections.unmodifiableSet(EnumSet.copyOf(modes));
    flags = Collections.unmodifiableSortedSet(new TreeSet<>(flags));
    functions =
        functions.isEmpty() ? Set.of() : Collections.unmodifiableSet(EnumSet.copyOf(functions));
    prevailsOver = Collections.unmodifiableSortedSet(new TreeSet<>(prevailsOver));
    if (perDay.isPresent()
        && !(perDay.getAsDouble() >= 0 && perDay.getAsDouble() < Double.POSITIVE_INFINITY)) {
      throw new IllegalArgumentException(
          "A cap is finite and not negative, but was " + perDay.getAsDouble());
    }
  }

  /**
   * One that says no more than whom and what it concerns.
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
  public Provision(
      String id,
      ProvisionEffect effect,
      String party,
      Selector where,
      Set<TrafficClass> classes,
      Set<Mode> modes,
      SortedSet<String> flags,
      String summary,
      Validity validity) {
    this(
        id,
        effect,
        party,
        where,
        classes,
        modes,
        flags,
        summary,
        validity,
        "",
        Matter.ORDINARY,
        Set.of(),
        OptionalDouble.empty(),
        new TreeSet<>());
  }

  /**
   * One for everybody at all times.
   *
   * @param id its id within the agreement
   * @param effect what it does
   * @param party id of the party bound or acting, or empty
   * @param where on which elements
   * @return the provision
   */
  public static Provision of(String id, ProvisionEffect effect, String party, Selector where) {
    return new Provision(
        id, effect, party, where, Set.of(), Set.of(), new TreeSet<>(), "", Validity.ALWAYS);
  }

  private Provision with(
      String newRole,
      Matter newMatter,
      Set<ControlFunction> newFunctions,
      OptionalDouble newPerDay,
      SortedSet<String> newPrevailsOver) {
    return new Provision(
        id,
        effect,
        party,
        where,
        classes,
        modes,
        flags,
        summary,
        validity,
        newRole,
        newMatter,
        newFunctions,
        newPerDay,
        newPrevailsOver);
  }

  private Provision with(
      String newId,
      Selector newWhere,
      Set<TrafficClass> newClasses,
      Set<Mode> newModes,
      Validity newValidity) {
    return new Provision(
        newId,
        effect,
        party,
        newWhere,
        newClasses,
        newModes,
        flags,
        summary,
        newValidity,
        role,
        matter,
        functions,
        perDay,
        prevailsOver);
  }

  /**
   * The same by another id.
   *
   * @param other the id within the agreement
   * @return the provision
   */
  public Provision withId(String other) {
    return with(other, where, classes, modes, validity);
  }

  /**
   * The same for some classes and modes.
   *
   * @param onlyClasses for what; empty is every class
   * @param onlyModes for which modes; empty is every mode
   * @return the provision
   */
  public Provision concerning(Set<TrafficClass> onlyClasses, Set<Mode> onlyModes) {
    return with(id, where, onlyClasses, onlyModes, validity);
  }

  /**
   * The same with the role that it grants.
   *
   * @param code for instance {@code operator}
   * @param decision by which kind of decision the holder lets pass or stops
   * @return the provision
   */
  public Provision granting(String code, Matter decision) {
    return with(code, decision, functions, perDay, prevailsOver);
  }

  /**
   * The same with the controls that it waives.
   *
   * @param waived which; empty is every control but tolls
   * @return the provision
   */
  public Provision waiving(Set<ControlFunction> waived) {
    return with(role, matter, waived, perDay, prevailsOver);
  }

  /**
   * The same with a limit.
   *
   * @param vehicles so many a day
   * @return the provision
   */
  public Provision capping(double vehicles) {
    return with(role, matter, functions, OptionalDouble.of(vehicles), prevailsOver);
  }

  /**
   * The same, winning over others.
   *
   * @param others ids of agreements, or {@code agreement/provision}
   * @return the provision
   */
  public Provision prevailingOver(SortedSet<String> others) {
    return with(role, matter, functions, perDay, others);
  }

  /**
   * Whether it says that it wins over a provision.
   *
   * @param agreement id of the other's agreement
   * @param provision id of the other within it
   * @return true if so
   */
  public boolean prevailsOver(String agreement, String provision) {
    return prevailsOver.contains(agreement) || prevailsOver.contains(agreement + "/" + provision);
  }

  /**
   * Whether it does away with a function where it waives controls.
   *
   * @param function the function
   * @return true if so
   */
  public boolean waives(ControlFunction function) {
    return functions.isEmpty() ? function != ControlFunction.TOLL : functions.contains(function);
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
    return with(id, elements, classes, modes, validity);
  }

  /**
   * The same provision on other days.
   *
   * @param days which days
   * @return the provision
   */
  public Provision during(Validity days) {
    return with(id, where, classes, modes, days);
  }
}
