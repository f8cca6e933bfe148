package org.araxes.network;

import java.time.Duration;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import org.araxes.border.CrossingFact;
import org.araxes.border.CrossingState;
import org.araxes.evidence.AlternativeClaim;
import org.araxes.evidence.Claim;
import org.araxes.evidence.Evidence;
import org.araxes.evidence.History;
import org.araxes.evidence.Validity;
import org.araxes.evidence.Worldview;
import org.araxes.quantity.Distance;
import org.araxes.quantity.Money;
import org.araxes.quantity.Throughput;

/**
 * Puts the claims that a worldview prefers in the place of the present ones.
 *
 * <p><b>Which fact a claim is about.</b> Its attribute may end with {@code @} and the status or
 * state of the rows meant ({@code from@operational}). Of several rows, for a date those whose date
 * lies nearest; for anything else there must be one. What touches a date that moves, moves along.
 */
final class ClaimChoice {
  private final Worldview worldview;
  private final TransitNetwork.Builder builder;
  private final Map<String, TransitEdge> edges = new LinkedHashMap<>();
  private final List<CrossingFact> facts = new ArrayList<>();
  private final List<Role> roles = new ArrayList<>();
  private final TransitNetwork network;

  /** Why a claim cannot be applied. */
  private static final class CannotApply extends RuntimeException {
    private static final long serialVersionUID = 1;

    CannotApply(String reason) {
      super(reason);
    }
  }

  private ClaimChoice(TransitNetwork network, Worldview worldview) {
    this.network = network;
    this.worldview = worldview;
    this.builder = network.toBuilder();
    network.edges().forEach(edge -> edges.put(edge.id(), edge));
    network.crossings().forEach(crossing -> facts.addAll(crossing.facts()));
    roles.addAll(network.roles());
  }

  static SeenNetwork of(TransitNetwork network, Worldview worldview) {
    return new ClaimChoice(network, worldview).choose();
  }

  private SeenNetwork choose() {
    Map<String, List<AlternativeClaim>> groups = new LinkedHashMap<>();
    for (AlternativeClaim claim : network.alternatives()) {
      if (worldview.prefers(claim.evidence(), Evidence.NONE)) {
        groups
            .computeIfAbsent(claim.subject() + " " + claim.attribute(), g -> new ArrayList<>())
            .add(claim);
      }
    }
    List<AlternativeClaim> applied = new ArrayList<>();
    List<SeenNetwork.Left> left = new ArrayList<>();
    for (List<AlternativeClaim> group : groups.values()) {
      List<AlternativeClaim> sorted = new ArrayList<>(group);
      sorted.sort((a, b) -> worldview.mostBelievedFirst().compare(a.evidence(), b.evidence()));
      AlternativeClaim best = sorted.get(0);
      try {
        if (sorted.size() > 1
            && !sorted.get(1).value().equals(best.value())
            && worldview.mostBelievedFirst().compare(best.evidence(), sorted.get(1).evidence())
                == 0) {
          throw new CannotApply(
              "It stands against \"" + sorted.get(1).value() + "\", which is believed as much");
        }
        if (apply(best)) {
          applied.add(best);
        }
      } catch (CannotApply cannot) {
        left.add(new SeenNetwork.Left(best, String.valueOf(cannot.getMessage())));
      }
    }
    edges.values().forEach(builder::withEdge);
    builder.withCrossingFacts(all -> facts).withRoles(all -> roles);
    return new SeenNetwork(worldview, builder.build(), applied, left);
  }

  /** True when it took the place of what was there; false when that is believed as much. */
  private boolean apply(AlternativeClaim claim) {
    TransitEdge edge = edges.get(claim.subject());
    if (edge != null && attribute(claim).equals("holder")) {
      return holder(claim);
    }
    if (edge != null) {
      return edge(claim, edge);
    }
    if (network.findCrossing(claim.subject()).isPresent()) {
      return crossing(claim);
    }
    throw new CannotApply("Claims about this sort of thing are kept, not applied");
  }

  private static String attribute(AlternativeClaim claim) {
    return claim.attribute().split("@", 2)[0];
  }

  private static Optional<String> meant(AlternativeClaim claim) {
    int at = claim.attribute().indexOf('@');
    return at < 0 ? Optional.empty() : Optional.of(claim.attribute().substring(at + 1));
  }

  private boolean edge(AlternativeClaim claim, TransitEdge edge) {
    return switch (attribute(claim)) {
      case "length_km" ->
          changed(
              claim, edge, b -> b.length(Distance.ofKilometres(number(claim)), LengthBasis.STATED));
      case "speed_kmh" -> changed(claim, edge, b -> b.speed(number(claim)));
      case "tracks" -> changed(claim, edge, b -> b.tracks((int) number(claim)));
      case "capacity" -> changed(claim, edge, b -> b.capacity(capacity(claim)));
      case "from", "to" -> status(claim, edge);
      default ->
          throw new CannotApply("\"" + claim.attribute() + "\" of an edge is kept, not applied");
    };
  }

  private static Throughput capacity(AlternativeClaim claim) {
    try {
      return new Throughput(number(claim), Throughput.Unit.ofCode(claim.unit()));
    } catch (IllegalArgumentException noUnit) {
      throw new CannotApply("\"" + claim.unit() + "\" is no unit of capacity");
    }
  }

  private boolean changed(
      AlternativeClaim claim, TransitEdge edge, UnaryOperator<TransitEdge.Builder> change) {
    if (!worldview.prefers(claim.evidence(), edge.evidence())) {
      return false;
    }
    edges.put(edge.id(), change.apply(edge.toBuilder()).build());
    return true;
  }

  private boolean status(AlternativeClaim claim, TransitEdge edge) {
    List<Claim<Status>> claims = edge.status().claims();
    String state = meant(claim).orElse("operational");
    List<Claim<Status>> moved =
        moved(
            claim,
            claims,
            one -> word(one.value()).equals(state),
            Claim::validity,
            Claim::evidence,
            (one, days) -> new Claim<>(one.value(), days, one.evidence()));
    if (moved.equals(claims)) {
      return false;
    }
    edges.put(edge.id(), edge.withStatus(new History<>(moved)));
    return true;
  }

  private boolean holder(AlternativeClaim claim) {
    String[] parts = claim.value().split(":", 2);
    Optional<RoleKind> kind =
        Arrays.stream(RoleKind.values()).filter(k -> word(k).equals(parts[0].strip())).findFirst();
    String holder = parts.length < 2 ? "" : parts[1].strip();
    if (kind.isEmpty() || network.findParty(holder).isEmpty()) {
      throw new CannotApply("\"" + claim.value() + "\" names no role and known party");
    }
    List<Role> present =
        roles.stream()
            .filter(r -> r.element().equals(claim.subject()) && r.kind() == kind.get())
            .toList();
    if (present.size() > 1) {
      throw new CannotApply("This role has " + present.size() + " rows; which one is not said");
    }
    if (present.isEmpty()) {
      Role plain = Role.of(claim.subject(), kind.get(), holder);
      roles.add(with(plain, holder, claim.evidence()));
      return true;
    }
    if (!worldview.prefers(claim.evidence(), present.get(0).evidence())) {
      return false;
    }
    roles.replaceAll(r -> r.equals(present.get(0)) ? with(r, holder, claim.evidence()) : r);
    return true;
  }

  private static Role with(Role role, String holder, Evidence evidence) {
    return new Role(
        role.element(),
        role.kind(),
        holder,
        role.side(),
        role.matter(),
        role.validity(),
        role.under(),
        evidence.withBasis(role.evidence().basis()));
  }

  private boolean crossing(AlternativeClaim claim) {
    return switch (attribute(claim)) {
      case "valid_from", "valid_to" -> crossingDate(claim);
      case "wait_hours" ->
          crossingValue(
              claim,
              "h",
              fact -> fact.waiting().isPresent(),
              fact ->
                  new Values(
                      fact.state(),
                      Optional.of(Duration.ofMinutes(Math.round(number(claim) * 60))),
                      fact.fee(),
                      fact.capacityPerDay()));
      case "fee_usd" ->
          crossingValue(
              claim,
              "USD",
              fact -> fact.fee().isPresent(),
              fact ->
                  new Values(
                      fact.state(),
                      fact.waiting(),
                      Optional.of(Money.usd(number(claim))),
                      fact.capacityPerDay()));
      case "capacity_per_day" ->
          crossingValue(
              claim,
              "vehicles",
              fact -> fact.capacityPerDay().isPresent(),
              fact ->
                  new Values(
                      fact.state(), fact.waiting(), fact.fee(), OptionalDouble.of(number(claim))));
      case "state" -> {
        CrossingState state = state(claim);
        yield crossingValue(
            claim,
            "",
            fact -> fact.state().isPresent(),
            fact ->
                new Values(Optional.of(state), fact.waiting(), fact.fee(), fact.capacityPerDay()));
      }
      default ->
          throw new CannotApply("\"" + claim.attribute() + "\" of a crossing is kept, not applied");
    };
  }

  private static CrossingState state(AlternativeClaim claim) {
    return Arrays.stream(CrossingState.values())
        .filter(state -> word(state).equals(claim.value()))
        .findFirst()
        .orElseThrow(() -> new CannotApply("\"" + claim.value() + "\" is a sentence, not a state"));
  }

  private boolean crossingDate(AlternativeClaim claim) {
    List<CrossingFact> own =
        facts.stream()
            .filter(f -> f.crossing().equals(claim.subject()) && f.state().isPresent())
            .toList();
    List<CrossingFact> moved =
        moved(
            claim,
            own,
            fact ->
                meant(claim).isEmpty() || fact.state().map(ClaimChoice::word).equals(meant(claim)),
            CrossingFact::validity,
            CrossingFact::evidence,
            CrossingFact::during);
    for (int i = 0; i < own.size(); i++) {
      facts.set(facts.indexOf(own.get(i)), moved.get(i));
    }
    return !moved.equals(own);
  }

  /** What a claim may change of a fact. */
  private record Values(
      Optional<CrossingState> state,
      Optional<Duration> waiting,
      Optional<Money> fee,
      OptionalDouble capacity) {}

  private boolean crossingValue(
      AlternativeClaim claim,
      String unit,
      Predicate<CrossingFact> says,
      Function<CrossingFact, Values> change) {
    if (!claim.unit().isEmpty() && !claim.unit().equals(unit)) {
      throw new CannotApply("\"" + claim.unit() + "\" is not the unit " + unit);
    }
    List<CrossingFact> own =
        facts.stream()
            .filter(f -> f.crossing().equals(claim.subject()) && says.test(f))
            .filter(
                f ->
                    meant(claim).isEmpty() || f.state().map(ClaimChoice::word).equals(meant(claim)))
            .toList();
    if (own.size() != 1) {
      throw new CannotApply(
          own.isEmpty()
              ? "No row states this, so whom it concerns is not known"
              : own.size() + " rows state this; which one is not said");
    }
    CrossingFact fact = own.get(0);
    if (!worldview.prefers(claim.evidence(), fact.evidence())) {
      return false;
    }
    Values values = change.apply(fact);
    facts.set(
        facts.indexOf(fact),
        new CrossingFact(
            fact.crossing(),
            fact.modes(),
            fact.classes(),
            fact.fromSide(),
            fact.toSide(),
            fact.flags(),
            values.state(),
            fact.validity(),
            fact.by(),
            fact.kind(),
            values.waiting(),
            values.fee(),
            fact.openingHours(),
            values.capacity(),
            fact.under(),
            fact.priority(),
            claim.evidence().withBasis(fact.evidence().basis())));
    return true;
  }

  /** Moves one date of some rows, and what touches it; the rows as they are when they go before. */
  private <T> List<T> moved(
      AlternativeClaim claim,
      List<T> rows,
      Predicate<T> meant,
      Function<T, Validity> days,
      Function<T, Evidence> evidence,
      BiFunction<T, Validity, T> during) {
    LocalDate wanted = date(claim);
    boolean from = attribute(claim).endsWith("from");
    Function<T, LocalDate> end = row -> from ? days.apply(row).from() : days.apply(row).to();
    LocalDate open = from ? LocalDate.MIN : LocalDate.MAX;
    LocalDate old =
        rows.stream()
            .filter(meant)
            .map(end)
            .filter(day -> !day.equals(open))
            .min(
                Comparator.<LocalDate>comparingLong(
                        day -> Math.abs(day.toEpochDay() - wanted.toEpochDay()))
                    .thenComparing(Comparator.naturalOrder()))
            .orElseThrow(() -> new CannotApply("No row has such a date to move"));
    boolean better =
        rows.stream()
            .filter(row -> meant.test(row) && end.apply(row).equals(old))
            .allMatch(row -> worldview.prefers(claim.evidence(), evidence.apply(row)));
    if (!better || old.equals(wanted)) {
      return rows;
    }
    List<T> result = new ArrayList<>();
    for (T row : rows) {
      Validity now = days.apply(row);
      LocalDate first = now.from().equals(old) ? wanted : now.from();
      LocalDate last = now.to().equals(old) ? wanted : now.to();
      if (!first.isBefore(last)) {
        throw new CannotApply("Moved to " + wanted + ", a neighbouring row would have no days");
      }
      result.add(during.apply(row, new Validity(first, last)));
    }
    return result;
  }

  private static double number(AlternativeClaim claim) {
    try {
      double value = Double.parseDouble(claim.value());
      if (value >= 0 && value < Double.POSITIVE_INFINITY) {
        return value;
      }
    } catch (NumberFormatException text) {
      // told below
    }
    throw new CannotApply("\"" + claim.value() + "\" is not a number of 0 or more");
  }

  private static LocalDate date(AlternativeClaim claim) {
    String value = claim.value();
    String day =
        value.length() == 4 ? value + "-01-01" : value.length() == 7 ? value + "-01" : value;
    try {
      return LocalDate.parse(day);
    } catch (DateTimeParseException text) {
      throw new CannotApply("\"" + value + "\" is not a date");
    }
  }

  private static String word(Enum<?> constant) {
    return constant.name().toLowerCase(Locale.ROOT);
  }
}
