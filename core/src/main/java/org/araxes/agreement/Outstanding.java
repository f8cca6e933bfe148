package org.araxes.agreement;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * What must still happen for an agreement to reach a status, as seen on a day.
 *
 * @param agreement its id
 * @param target the status to be reached
 * @param date the day
 * @param steps what is open, each after what it needs; the last is the status itself
 */
public record Outstanding(
    String agreement, LegalStatus target, LocalDate date, List<OpenStep> steps) {
  // Copies.
  public Outstanding {
    steps = List.copyOf(steps);
  }

  /**
   * Whether nothing is open: the status is reached.
   *
   * @return true if so
   */
  public boolean isReached() {
    return steps.isEmpty();
  }

  /**
   * The steps that wait for no other: what can be done now.
   *
   * @return in the order of all steps
   */
  public List<OpenStep> next() {
    return steps.stream().filter(step -> step.needs().isEmpty()).toList();
  }

  /**
   * The step that blocks everything: the only one that can be done now.
   *
   * @return the step, or empty where several can be done now, or nothing is open
   */
  public Optional<OpenStep> blocking() {
    List<OpenStep> now = next();
    return now.size() == 1 ? Optional.of(now.get(0)) : Optional.empty();
  }

  /**
   * The steps that wait for one, directly or through others.
   *
   * @param key the key of the step
   * @return in the order of all steps
   */
  public List<OpenStep> waitingFor(String key) {
    Set<String> late = new HashSet<>(Set.of(key));
    List<OpenStep> waiting = new ArrayList<>();
    for (OpenStep step : steps) {
      if (!Collections.disjoint(step.needs(), late)) {
        late.add(step.key());
        waiting.add(step);
      }
    }
    return List.copyOf(waiting);
  }

  /**
   * Who must act now: the parties to the steps that wait for no other.
   *
   * @return ids in order
   */
  public SortedSet<String> actors() {
    TreeSet<String> parties = new TreeSet<>();
    next().forEach(step -> parties.addAll(step.by()));
    return Collections.unmodifiableSortedSet(parties);
  }
}
