package org.araxes.scenario;

import java.time.LocalDate;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.araxes.answer.Finding;
import org.araxes.answer.Suggestions;

/**
 * The scenarios of a dataset, each put together with those it extends.
 *
 * <p>Immutable. The chain of extensions may be of any length.
 */
public final class Scenarios {
  private static final Scenarios NONE = new Scenarios(Map.of());

  private final Map<String, Scenario> written;

  private Scenarios(Map<String, Scenario> written) {
    this.written = written;
  }

  /**
   * No scenario at all.
   *
   * @return the empty collection
   */
  public static Scenarios none() {
    return NONE;
  }

  /**
   * Collects scenarios.
   *
   * @param scenarios as written, in any order
   * @return the collection
   * @throws InvalidScenarioException naming every fault at once: an id that is there twice, an
   *     unknown base, scenarios that extend each other in a circle
   */
  public static Scenarios of(Collection<Scenario> scenarios) {
    Map<String, Scenario> byId = new LinkedHashMap<>();
    List<Finding> faults = new ArrayList<>();
    for (Scenario scenario : scenarios) {
      if (byId.putIfAbsent(scenario.id(), scenario) != null) {
        faults.add(Finding.error("duplicate_id", scenario.id(), "There are two of this scenario"));
      }
    }
    for (Scenario scenario : byId.values()) {
      if (!scenario.base().isEmpty() && !byId.containsKey(scenario.base())) {
        faults.add(
            Finding.error(
                "unknown_scenario",
                scenario.id(),
                "It extends no scenario \""
                    + scenario.base()
                    + "\"."
                    + Suggestions.maybe(scenario.base(), byId.keySet())));
      }
    }
    addCircles(byId, faults);
    if (!faults.isEmpty()) {
      throw new InvalidScenarioException("The collection of scenarios", faults);
    }
    return new Scenarios(Collections.unmodifiableMap(byId));
  }

  /** Every scenario has at most one base, so each circle is met once by following bases. */
  private static void addCircles(Map<String, Scenario> byId, List<Finding> faults) {
    Set<String> done = new LinkedHashSet<>();
    for (String start : byId.keySet()) {
      LinkedHashSet<String> path = new LinkedHashSet<>();
      String at = start;
      while (byId.containsKey(at) && !done.contains(at) && path.add(at)) {
        at = byId.get(at).base();
      }
      if (path.contains(at)) {
        List<String> circle = new ArrayList<>(path);
        circle.subList(0, circle.indexOf(at)).clear();
        circle.add(at);
        faults.add(
            Finding.error(
                "scenario_cycle",
                at,
                "Scenarios extend each other in a circle: " + String.join(" -> ", circle)));
      }
      done.addAll(path);
    }
  }

  /**
   * All scenarios, put together with those they extend.
   *
   * @return in the order given
   */
  public List<Scenario> scenarios() {
    return written.values().stream().map(this::resolved).toList();
  }

  /**
   * All scenarios as written: each with its own changes and the id of the one it extends.
   *
   * @return in the order given
   */
  public List<Scenario> asWritten() {
    return List.copyOf(written.values());
  }

  /**
   * The ids of all scenarios.
   *
   * @return in the order given
   */
  public List<String> ids() {
    return List.copyOf(written.keySet());
  }

  /**
   * A scenario that must be there, put together with those it extends.
   *
   * @param id its id
   * @return the scenario, ready to be applied
   * @throws IllegalArgumentException when there is none
   */
  public Scenario scenario(String id) {
    return findScenario(id)
        .orElseThrow(
            () ->
                new IllegalArgumentException(
                    "No scenario \""
                        + id
                        + "\" among the "
                        + written.size()
                        + "."
                        + Suggestions.maybe(id, written.keySet())));
  }

  /**
   * A scenario that may be there, put together with those it extends.
   *
   * @param id its id
   * @return the scenario, ready to be applied, or empty
   */
  public Optional<Scenario> findScenario(String id) {
    return Optional.ofNullable(written.get(id)).map(this::resolved);
  }

  private Scenario resolved(Scenario scenario) {
    Deque<Scenario> chain = new ArrayDeque<>();
    Optional<Scenario> at = Optional.of(scenario);
    while (at.isPresent()) {
      chain.push(at.get());
      at = Optional.ofNullable(written.get(at.get().base()));
    }
    List<Change> changes = new ArrayList<>();
    Set<String> sources = new LinkedHashSet<>();
    Optional<LocalDate> date = Optional.empty();
    for (Scenario one : chain) {
      changes.addAll(one.changes());
      sources.addAll(one.sources());
      date = one.date().isPresent() ? one.date() : date;
    }
    return new Scenario(
        scenario.id(),
        scenario.names(),
        scenario.description(),
        date,
        "",
        changes,
        List.copyOf(sources),
        scenario.note());
  }
}
