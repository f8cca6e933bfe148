package org.araxes.border;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.araxes.answer.Truth;
import org.araxes.answer.Wording;

/**
 * On which conditions a fact about a crossing holds, beside its days, modes, classes, direction and
 * flags.
 *
 * <p><b>What a movement leaves unsaid</b> is not known: a fact for one commodity only may or may
 * not concern a load of which nobody says what it is. Three things are known without being said:
 * freight on a road goes by truck; persons carry no commodity, and residence is theirs alone; and a
 * flag of a part of a state ({@code AZ-NX}) tells the residence, as nationality knows no parts.
 *
 * @param season in which part of the year, or empty for all of it
 * @param commodities for loads of any of these; empty is all
 * @param overTonnes for vehicles of more gross weight than this, or empty
 * @param upToTonnes for vehicles of at most this gross weight, or empty
 * @param residents for persons who live in any of these jurisdictions; empty is all
 * @param vehicles for these on a road; empty is all
 */
public record Conditions(
    Optional<Season> season,
    Set<Commodity> commodities,
    OptionalDouble overTonnes,
    OptionalDouble upToTonnes,
    SortedSet<String> residents,
    Set<Vehicle> vehicles) {
  /** None: it holds for all. */
  public static final Conditions NONE =
      new Conditions(
          Optional.empty(),
          Set.of(),
          OptionalDouble.empty(),
          OptionalDouble.empty(),
          new TreeSet<>(),
          Set.of());

  // Copies and checks.
  public Conditions {
    commodities =
        commodities.isEmpty() ? Set.of() : Collections.unmodifiableSet(EnumSet.copyOf(commodities));
    vehicles =
        vehicles.isEmpty() ? Set.of() : Collections.unmodifiableSet(EnumSet.copyOf(vehicles));
    residents = Collections.unmodifiableSortedSet(new TreeSet<>(residents));
    checkTonnes(overTonnes);
    checkTonnes(upToTonnes);
    if (overTonnes.isPresent()
        && upToTonnes.isPresent()
        && overTonnes.getAsDouble() >= upToTonnes.getAsDouble()) {
      throw new IllegalArgumentException(
          "No vehicle weighs over "
              + tonnes(overTonnes.getAsDouble())
              + " and up to "
              + tonnes(upToTonnes.getAsDouble())
              + ". Maybe the other way round?");
    }
  }

  private static void checkTonnes(OptionalDouble tonnes) {
    if (tonnes.isPresent()
        && !(tonnes.getAsDouble() >= 0 && tonnes.getAsDouble() < Double.POSITIVE_INFINITY)) {
      throw new IllegalArgumentException(
          "A weight is finite and not negative: " + tonnes.getAsDouble());
    }
  }

  /**
   * Whether a day is one of those on which it holds.
   *
   * @param date the day
   * @return true without a season, or in it
   */
  public boolean inSeason(LocalDate date) {
    return season.isEmpty() || season.get().contains(date);
  }

  /**
   * Whether a movement meets them, the season left aside.
   *
   * @param movement what moves
   * @param mode by which mode
   * @return unknown where the movement does not say what a condition asks
   */
  public Truth metBy(Movement movement, Mode mode) {
    return ofCommodity(movement)
        .and(ofWeight(movement))
        .and(ofResidence(movement))
        .and(ofVehicle(movement, mode));
  }

  private Truth ofCommodity(Movement movement) {
    if (commodities.isEmpty()) {
      return Truth.YES;
    }
    if (movement.trafficClass() != TrafficClass.GOODS) {
      return Truth.NO;
    }
    return movement.commodities().isEmpty()
        ? Truth.UNKNOWN
        : Truth.of(!Collections.disjoint(commodities, movement.commodities()));
  }

  private Truth ofWeight(Movement movement) {
    if (overTonnes.isEmpty() && upToTonnes.isEmpty()) {
      return Truth.YES;
    }
    if (movement.trafficClass() == TrafficClass.ENERGY
        || movement.trafficClass() == TrafficClass.DATA) {
      return Truth.NO;
    }
    if (movement.grossTonnes().isEmpty()) {
      return Truth.UNKNOWN;
    }
    double gross = movement.grossTonnes().getAsDouble();
    return Truth.of(
        gross > overTonnes.orElse(-1) && gross <= upToTonnes.orElse(Double.POSITIVE_INFINITY));
  }

  private Truth ofResidence(Movement movement) {
    if (residents.isEmpty()) {
      return Truth.YES;
    }
    if (movement.trafficClass() != TrafficClass.PERSONS) {
      return Truth.NO;
    }
    String home = movement.residenceOrPart();
    return home.isEmpty()
        ? Truth.UNKNOWN
        : Truth.of(residents.stream().anyMatch(place -> Jurisdictions.within(home, place)));
  }

  private Truth ofVehicle(Movement movement, Mode mode) {
    if (vehicles.isEmpty()) {
      return Truth.YES;
    }
    if (mode != Mode.ROAD) {
      return Truth.NO;
    }
    return movement
        .vehicleOrTruck()
        .map(vehicle -> Truth.of(vehicles.contains(vehicle)))
        .orElse(Truth.UNKNOWN);
  }

  /**
   * What these conditions ask and a movement does not say.
   *
   * @param movement what moves
   * @param mode by which mode
   * @return {@code commodity}, {@code gross weight}, {@code residence}, {@code vehicle}, in this
   *     order; none unless they {@linkplain #metBy hang} on it
   */
  public List<String> unsaidBy(Movement movement, Mode mode) {
    List<String> unsaid = new ArrayList<>();
    if (metBy(movement, mode) == Truth.UNKNOWN) {
      addUnknown(unsaid, ofCommodity(movement), "commodity");
      addUnknown(unsaid, ofWeight(movement), "gross weight");
      addUnknown(unsaid, ofResidence(movement), "residence");
      addUnknown(unsaid, ofVehicle(movement, mode), "vehicle");
    }
    return List.copyOf(unsaid);
  }

  private static void addUnknown(List<String> unsaid, Truth truth, String what) {
    if (truth == Truth.UNKNOWN) {
      unsaid.add(what);
    }
  }

  /**
   * How many conditions there are.
   *
   * @return 0 to 5: season, commodities, weight, residents, vehicles
   */
  public int count() {
    return (season.isPresent() ? 1 : 0)
        + (commodities.isEmpty() ? 0 : 1)
        + (overTonnes.isPresent() || upToTonnes.isPresent() ? 1 : 0)
        + (residents.isEmpty() ? 0 : 1)
        + (vehicles.isEmpty() ? 0 : 1);
  }

  /**
   * Whether something may meet both.
   *
   * @param other the other conditions
   * @return false only where nothing can
   */
  public boolean overlaps(Conditions other) {
    boolean seasons =
        season.isEmpty() || other.season.isEmpty() || season.get().overlaps(other.season.get());
    boolean weights =
        overTonnes.orElse(-1) < other.upToTonnes.orElse(Double.POSITIVE_INFINITY)
            && other.overTonnes.orElse(-1) < upToTonnes.orElse(Double.POSITIVE_INFINITY);
    return seasons
        && weights
        && Jurisdictions.meet(residents, other.residents)
        // A load may be of several commodities, a road vehicle is of one kind.
        && (vehicles.isEmpty()
            || other.vehicles.isEmpty()
            || !Collections.disjoint(vehicles, other.vehicles));
  }

  /**
   * The same conditions in another part of the year.
   *
   * @param part the season
   * @return the conditions
   */
  public Conditions in(Season part) {
    return new Conditions(
        Optional.of(part), commodities, overTonnes, upToTonnes, residents, vehicles);
  }

  /** {@code Nov-Mar, food or aid, over 30 t, residents of AZ-NX, car}; empty for none. */
  @Override
  public String toString() {
    List<String> words = new ArrayList<>();
    season.ifPresent(part -> words.add(part.toString()));
    addAny(words, commodities);
    overTonnes.ifPresent(weight -> words.add("over " + tonnes(weight)));
    upToTonnes.ifPresent(weight -> words.add("up to " + tonnes(weight)));
    if (!residents.isEmpty()) {
      words.add("residents of " + String.join(" or ", residents));
    }
    addAny(words, vehicles);
    return String.join(", ", words);
  }

  private static void addAny(List<String> words, Set<? extends Enum<?>> any) {
    if (!any.isEmpty()) {
      words.add(any.stream().map(Wording::of).collect(Collectors.joining(" or ")));
    }
  }

  private static String tonnes(double weight) {
    return (weight == Math.rint(weight) && weight < 1e15
            ? Long.toString((long) weight)
            : Double.toString(weight))
        + " t";
  }
}
