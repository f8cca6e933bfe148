package org.araxes.border;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.Predicate;
import org.araxes.answer.Truth;
import org.araxes.evidence.Basis;

/**
 * A border node with two posts: what is known of it, by date, class, direction and flag.
 *
 * <p><b>Which fact holds.</b> For state, wait, fee, hours, capacity and regime separately: of the
 * facts that surely concern the movement and the day and state that attribute, the one with the
 * highest priority, then the one that begins last, then the one that names its subject more
 * narrowly (the number of {@linkplain Conditions conditions}, flags of parts of states, flags of
 * states, direction, classes, modes), then a fact before a plan, then the first given.
 *
 * @param id id of the node
 * @param sides the two jurisdictions that meet here, in order
 * @param facts all facts
 * @param controls all control points
 */
public record Crossing(
    String id, List<String> sides, List<CrossingFact> facts, List<ControlPoint> controls) {
  private static final Comparator<CrossingFact> STRONGEST_FIRST =
      Comparator.comparingInt(CrossingFact::priority)
          .thenComparing(fact -> fact.validity().from())
          .thenComparingInt(CrossingFact::narrowness)
          .reversed()
          .thenComparing(fact -> fact.evidence().basis());

  // Copies, sorts the facts by strength, and rejects what is not a crossing of two sides.
  public Crossing {
    sides = sides.stream().sorted().toList();
    if (sides.size() != 2 || sides.get(0).equals(sides.get(1))) {
      throw new IllegalArgumentException(
          "A crossing has two different sides, but " + id + " has " + sides);
    }
    List<CrossingFact> sorted = new ArrayList<>(facts);
    sorted.sort(STRONGEST_FIRST);
    facts = List.copyOf(sorted);
    controls = List.copyOf(controls);
    for (CrossingFact fact : facts) {
      if (!fact.fromSide().isEmpty()
          && (!sides.contains(fact.fromSide())
              || !sides.contains(fact.toSide())
              || fact.fromSide().equals(fact.toSide()))) {
        throw new IllegalArgumentException(
            "A fact about "
                + id
                + " names the direction "
                + fact.fromSide()
                + " to "
                + fact.toSide()
                + ", but its sides are "
                + sides);
      }
    }
  }

  /**
   * The fact that decides whether a movement passes.
   *
   * @param movement what moves
   * @param mode by which of its modes
   * @param from the side it comes from
   * @param to the side it goes to
   * @param date the day
   * @param plans whether plans count
   * @return a fact with a state, or empty where nothing is known
   */
  public Optional<CrossingFact> stateFact(
      Movement movement, Mode mode, String from, String to, LocalDate date, boolean plans) {
    return strongest(movement, mode, from, to, date, plans, fact -> fact.state().isPresent());
  }

  /**
   * The stronger facts that may decide whether a movement passes, if it were what it does not say:
   * of that commodity, weight, residence or vehicle.
   *
   * @param movement what moves
   * @param mode by which of its modes
   * @param from the side it comes from
   * @param to the side it goes to
   * @param date the day
   * @param plans whether plans count
   * @return facts with a state whose {@linkplain CrossingFact#bearing bearing} is unknown, before
   *     the {@linkplain #stateFact fact that decides}, strongest first
   */
  public List<CrossingFact> unsettledFacts(
      Movement movement, Mode mode, String from, String to, LocalDate date, boolean plans) {
    List<CrossingFact> unsettled = new ArrayList<>();
    for (CrossingFact fact : facts) {
      if (fact.state().isPresent()
          && fact.holdsOn(date)
          && (plans || fact.evidence().basis() == Basis.FACT)) {
        Truth bearing = fact.bearing(movement, mode, from, to);
        if (bearing == Truth.YES) {
          break;
        }
        if (bearing == Truth.UNKNOWN) {
          unsettled.add(fact);
        }
      }
    }
    return List.copyOf(unsettled);
  }

  /**
   * The fact that says how long clearing takes.
   *
   * @param movement what moves
   * @param mode by which of its modes
   * @param from the side it comes from
   * @param to the side it goes to
   * @param date the day
   * @param plans whether plans count
   * @return a fact with a wait, or empty where nothing is known
   */
  public Optional<CrossingFact> waitFact(
      Movement movement, Mode mode, String from, String to, LocalDate date, boolean plans) {
    return strongest(movement, mode, from, to, date, plans, fact -> fact.waiting().isPresent());
  }

  /**
   * The fact that says what clearing costs.
   *
   * @param movement what moves
   * @param mode by which of its modes
   * @param from the side it comes from
   * @param to the side it goes to
   * @param date the day
   * @param plans whether plans count
   * @return a fact with a fee, or empty where nothing is known
   */
  public Optional<CrossingFact> feeFact(
      Movement movement, Mode mode, String from, String to, LocalDate date, boolean plans) {
    return strongest(movement, mode, from, to, date, plans, fact -> fact.fee().isPresent());
  }

  /**
   * The fact that says at which hours the crossing is open.
   *
   * @param movement what moves
   * @param mode by which of its modes
   * @param from the side it comes from
   * @param to the side it goes to
   * @param date the day
   * @param plans whether plans count
   * @return a fact with opening hours, or empty where nothing is known
   */
  public Optional<CrossingFact> hoursFact(
      Movement movement, Mode mode, String from, String to, LocalDate date, boolean plans) {
    return strongest(movement, mode, from, to, date, plans, fact -> fact.hours().isPresent());
  }

  /**
   * The fact that says how much passes in a day.
   *
   * @param movement what moves
   * @param mode by which of its modes
   * @param from the side it comes from
   * @param to the side it goes to
   * @param date the day
   * @param plans whether plans count
   * @return a fact with a capacity, or empty where nothing is known
   */
  public Optional<CrossingFact> capacityFact(
      Movement movement, Mode mode, String from, String to, LocalDate date, boolean plans) {
    return strongest(
        movement, mode, from, to, date, plans, fact -> fact.capacityPerDay().isPresent());
  }

  /**
   * The fact that says under which regime one passes.
   *
   * @param movement what moves
   * @param mode by which of its modes
   * @param from the side it comes from
   * @param to the side it goes to
   * @param date the day
   * @param plans whether plans count
   * @return a fact with a regime, or empty where none is stated
   */
  public Optional<CrossingFact> regimeFact(
      Movement movement, Mode mode, String from, String to, LocalDate date, boolean plans) {
    return strongest(movement, mode, from, to, date, plans, fact -> fact.regime().isPresent());
  }

  /**
   * The controls that a movement meets.
   *
   * @param movement what moves
   * @param mode by which of its modes
   * @param date the day
   * @param plans whether plans count
   * @return in the order of the data
   */
  public List<ControlPoint> controls(Movement movement, Mode mode, LocalDate date, boolean plans) {
    return controls.stream()
        .filter(
            point ->
                point.validity().contains(date)
                    && (plans || point.evidence().basis() == Basis.FACT)
                    && point.concerns(movement, mode))
        .toList();
  }

  /**
   * The days on which anything here may change.
   *
   * @param plans whether plans count
   * @return in order
   */
  public SortedSet<LocalDate> changeDates(boolean plans) {
    TreeSet<LocalDate> dates = new TreeSet<>();
    for (CrossingFact fact : facts) {
      if (plans || fact.evidence().basis() == Basis.FACT) {
        dates.add(fact.validity().from());
        dates.add(fact.validity().to());
      }
    }
    for (ControlPoint point : controls) {
      if (plans || point.evidence().basis() == Basis.FACT) {
        dates.add(point.validity().from());
        dates.add(point.validity().to());
      }
    }
    dates.remove(LocalDate.MIN);
    dates.remove(LocalDate.MAX);
    return dates;
  }

  /**
   * The days on which a season of a fact begins or ends.
   *
   * @param plans whether plans count
   * @param first no day before this one
   * @param last no day after this one
   * @return in order
   */
  public SortedSet<LocalDate> seasonDates(boolean plans, LocalDate first, LocalDate last) {
    TreeSet<LocalDate> dates = new TreeSet<>();
    for (CrossingFact fact : facts) {
      if ((plans || fact.evidence().basis() == Basis.FACT)
          && fact.conditions().season().isPresent()) {
        for (LocalDate date : fact.conditions().season().get().boundaries(first, last)) {
          if (fact.validity().contains(date) || fact.validity().contains(date.minusDays(1))) {
            dates.add(date);
          }
        }
      }
    }
    return dates;
  }

  private Optional<CrossingFact> strongest(
      Movement movement,
      Mode mode,
      String from,
      String to,
      LocalDate date,
      boolean plans,
      Predicate<CrossingFact> says) {
    for (CrossingFact fact : facts) {
      if (says.test(fact)
          && fact.holdsOn(date)
          && (plans || fact.evidence().basis() == Basis.FACT)
          && fact.concerns(movement, mode, from, to)) {
        return Optional.of(fact);
      }
    }
    return Optional.empty();
  }
}
