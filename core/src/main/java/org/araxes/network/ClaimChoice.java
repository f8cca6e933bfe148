package org.araxes.network;

import static org.araxes.network.ClaimText.word;

import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import org.araxes.agreement.Agreement;
import org.araxes.agreement.LegalStatus;
import org.araxes.border.Contact;
import org.araxes.border.ControlFunction;
import org.araxes.border.ControlPlace;
import org.araxes.border.ControlPoint;
import org.araxes.border.Crossing;
import org.araxes.border.CrossingFact;
import org.araxes.border.CrossingState;
import org.araxes.border.Jurisdictions;
import org.araxes.border.Mode;
import org.araxes.evidence.AlternativeClaim;
import org.araxes.evidence.Basis;
import org.araxes.evidence.Claim;
import org.araxes.evidence.Evidence;
import org.araxes.evidence.History;
import org.araxes.evidence.Validity;
import org.araxes.evidence.Worldview;
import org.araxes.network.ClaimText.CannotApply;
import org.araxes.party.Stake;
import org.araxes.quantity.Distance;
import org.araxes.quantity.Money;
import org.araxes.quantity.Share;

/**
 * Puts the claims that a worldview prefers in the place of the present ones.
 *
 * <p><b>Which fact a claim is about.</b> Its attribute may end with {@code @} and the status or
 * state of the rows meant ({@code from@operational}). Of several rows, for a date those whose date
 * lies nearest; for anything else there must be one. What touches a date that moves, moves along.
 *
 * <p>Controls are told by post and function ({@code contact@AM+customs}); without a function every
 * one but the toll is meant. Roles are told by side or present holder, stakes by holder, kind and
 * basis, statuses of agreements by status ({@code status@signed}); without it the last fact. A
 * claim about a note is words, no value, and stays what it is.
 */
final class ClaimChoice {
  private static final Set<String> CONTROL = Set.of("contact", "place", "controller", "decider");
  private static final Set<String> TERRITORY = Set.of("sovereign", "administering");
  private static final Set<String> STAKE = Set.of("share", "share_min", "share_max", "from", "to");

  private final Worldview worldview;
  private final TransitNetwork.Builder builder;
  private final Map<String, TransitEdge> edges = new LinkedHashMap<>();
  private final List<CrossingFact> facts = new ArrayList<>();
  private final List<Role> roles = new ArrayList<>();
  private final List<ControlPoint> controls = new ArrayList<>();
  private final List<Stake> stakes = new ArrayList<>();
  private final Set<AlternativeClaim> changedStakes = new LinkedHashSet<>();
  private final Map<String, Agreement> agreements = new LinkedHashMap<>();
  private final Map<String, Territory> territories = new LinkedHashMap<>();
  private final TransitNetwork network;

  private ClaimChoice(TransitNetwork network, Worldview worldview) {
    this.network = network;
    this.worldview = worldview;
    this.builder = network.toBuilder();
    network.edges().forEach(edge -> edges.put(edge.id(), edge));
    for (Crossing crossing : network.crossings()) {
      facts.addAll(crossing.facts());
      controls.addAll(crossing.controls());
    }
    roles.addAll(network.roles());
    stakes.addAll(network.stakes());
    network.agreements().forEach(agreement -> agreements.put(agreement.id(), agreement));
    network.territories().forEach(territory -> territories.put(territory.id(), territory));
  }

  static SeenNetwork of(TransitNetwork network, Worldview worldview) {
    return new ClaimChoice(network, worldview).choose();
  }

  private SeenNetwork choose() {
    Map<String, List<AlternativeClaim>> groups = new LinkedHashMap<>();
    for (AlternativeClaim claim : network.alternatives()) {
      boolean words = claim.attribute().equals("note");
      if (!words && worldview.prefers(voice(claim), voice(Evidence.NONE))) {
        groups
            .computeIfAbsent(claim.subject() + " " + claim.attribute(), g -> new ArrayList<>())
            .add(claim);
      }
    }
    List<AlternativeClaim> applied = new ArrayList<>();
    List<SeenNetwork.Left> left = new ArrayList<>();
    Comparator<AlternativeClaim> mostBelievedFirst =
        Comparator.comparing(this::voice, worldview.voicesFirst());
    for (List<AlternativeClaim> group : groups.values()) {
      List<AlternativeClaim> sorted = new ArrayList<>(group);
      sorted.sort(mostBelievedFirst);
      AlternativeClaim best = sorted.get(0);
      try {
        if (sorted.size() > 1
            && !sorted.get(1).value().equals(best.value())
            && mostBelievedFirst.compare(best, sorted.get(1)) == 0) {
          throw new CannotApply(
              "It stands against \"" + sorted.get(1).value() + "\", which is believed as much");
        }
        if (apply(best, new ClaimText(best))) {
          applied.add(best);
        }
      } catch (CannotApply cannot) {
        left.add(new SeenNetwork.Left(best, String.valueOf(cannot.getMessage())));
      }
    }
    edges.values().forEach(builder::withEdge);
    agreements.values().forEach(builder::withAgreement);
    territories.values().forEach(builder::withTerritory);
    builder
        .withCrossingFacts(all -> facts)
        .withControlPoints(all -> controls)
        .withStakes(all -> stakes)
        .withRoles(all -> roles);
    return new SeenNetwork(worldview, built(applied, left), applied, left);
  }

  /** Shares that a worldview mixes from several sources may not stand together. */
  private TransitNetwork built(List<AlternativeClaim> applied, List<SeenNetwork.Left> left) {
    try {
      return builder.build();
    } catch (InvalidNetworkException impossible) {
      String reason = impossible.findings().get(0).message();
      for (AlternativeClaim claim : List.copyOf(applied)) {
        if (changedStakes.contains(claim)) {
          applied.remove(claim);
          left.add(new SeenNetwork.Left(claim, "The shares would not stand together: " + reason));
        }
      }
      if (changedStakes.isEmpty()) {
        throw impossible;
      }
      return builder.withStakes(all -> network.stakes()).build();
    }
  }

  private Worldview.Voice voice(AlternativeClaim claim) {
    return claim.sides().isEmpty()
        ? voice(claim.evidence())
        : new Worldview.Voice(claim.evidence(), claim.sides());
  }

  /** What nobody is named for speaks for the sides whose own statements it rests on. */
  private Worldview.Voice voice(Evidence evidence) {
    TreeSet<String> sides = new TreeSet<>();
    for (String source : evidence.sources()) {
      network.findSource(source).ifPresent(known -> sides.addAll(known.sides()));
    }
    return new Worldview.Voice(evidence, sides);
  }

  private boolean prefers(AlternativeClaim claim, Evidence present) {
    return worldview.prefers(voice(claim), voice(present));
  }

  /** True when it took the place of what was there; false when that is believed as much. */
  private boolean apply(AlternativeClaim claim, ClaimText text) {
    String subject = claim.subject();
    String attribute = text.attribute();
    TransitEdge edge = edges.get(subject);
    Agreement agreement = agreements.get(subject);
    Territory territory = territories.get(subject);
    if (attribute.equals("holder") && (edge != null || network.findNode(subject).isPresent())) {
      return holder(claim, text);
    }
    if (edge != null) {
      return edge(claim, text, edge);
    }
    if (network.findCrossing(subject).isPresent()) {
      return CONTROL.contains(attribute) ? control(claim, text) : crossing(claim, text);
    }
    if (agreement != null) {
      return agreement(claim, text, agreement);
    }
    if (territory != null && TERRITORY.contains(attribute)) {
      return territory(claim, text, territory);
    }
    if (network.findParty(subject).isPresent() && STAKE.contains(attribute)) {
      return stake(claim, text);
    }
    throw new CannotApply("Claims about this sort of thing are kept, not applied");
  }

  private boolean edge(AlternativeClaim claim, ClaimText text, TransitEdge edge) {
    return switch (text.attribute()) {
      case "length_km" ->
          changed(
              claim, edge, b -> b.length(Distance.ofKilometres(text.number()), LengthBasis.STATED));
      case "speed_kmh" -> changed(claim, edge, b -> b.speed(text.number()));
      case "tracks" -> changed(claim, edge, b -> b.tracks((int) text.number()));
      case "capacity" -> changed(claim, edge, b -> b.capacity(text.capacity()));
      case "gauge_mm" -> {
        if (edge.mode() != Mode.RAIL) {
          throw new CannotApply("Only a railway has a gauge");
        }
        yield changed(claim, edge, b -> b.regauge(text.gauges()));
      }
      case "from", "to" -> status(claim, text, edge);
      default ->
          throw new CannotApply("\"" + claim.attribute() + "\" of an edge is kept, not applied");
    };
  }

  private boolean changed(
      AlternativeClaim claim, TransitEdge edge, UnaryOperator<TransitEdge.Builder> change) {
    if (!prefers(claim, edge.evidence())) {
      return false;
    }
    edges.put(edge.id(), change.apply(edge.toBuilder()).build());
    return true;
  }

  private boolean status(AlternativeClaim claim, ClaimText text, TransitEdge edge) {
    List<Claim<Status>> claims = edge.status().claims();
    String state = text.meant().orElse("operational");
    List<Claim<Status>> moved =
        moved(
            claim,
            text,
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

  private boolean holder(AlternativeClaim claim, ClaimText text) {
    String[] parts = claim.value().split(":", 3);
    Optional<RoleKind> kind =
        Arrays.stream(RoleKind.values()).filter(k -> word(k).equals(text.head())).findFirst();
    String holder = parts.length < 2 ? "" : parts[1].strip();
    if (kind.isEmpty() || network.findParty(holder).isEmpty()) {
      throw new CannotApply("\"" + claim.value() + "\" names no role and known party");
    }
    String under = parts.length < 3 ? "" : parts[2].strip();
    if (!under.isEmpty() && !agreements.containsKey(under)) {
      throw new CannotApply("\"" + under + "\" is no known agreement");
    }
    List<Role> present =
        roles.stream()
            .filter(r -> r.element().equals(claim.subject()) && r.kind() == kind.get())
            .filter(
                r ->
                    text.allMeant().stream()
                        .allMatch(w -> List.of(r.side(), r.holder()).contains(w)))
            .toList();
    if (present.size() > 1) {
      throw new CannotApply("This role has " + present.size() + " rows; which one is not said");
    }
    Evidence there =
        present.isEmpty() ? ofTerritory(claim.subject(), kind.get()) : present.get(0).evidence();
    if (!prefers(claim, there)) {
      return false;
    }
    if (present.isEmpty()) {
      Role plain = Role.of(claim.subject(), kind.get(), holder);
      roles.add(with(plain, holder, claim.evidence(), side(claim, text), under));
    } else {
      Role old = present.get(0);
      roles.replaceAll(
          r ->
              r.equals(old)
                  ? with(r, holder, claim.evidence(), r.side(), under.isEmpty() ? r.under() : under)
                  : r);
    }
    return true;
  }

  private String side(AlternativeClaim claim, ClaimText text) {
    List<String> sides =
        network.findNode(claim.subject()).map(TransitNode::jurisdictions).orElse(List.of());
    for (String word : text.allMeant()) {
      if (!sides.contains(word)) {
        throw new CannotApply("No row has \"" + word + "\", and it is no side");
      }
    }
    return text.allMeant().stream().findFirst().orElse("");
  }

  /** What the sovereignty over an element rests on where no row of its own tells it. */
  private Evidence ofTerritory(String element, RoleKind kind) {
    if (kind != RoleKind.SOVEREIGN && kind != RoleKind.ADMINISTERING) {
      return Evidence.NONE;
    }
    TransitEdge edge = edges.get(element);
    String code = edge != null ? edge.jurisdiction() : network.node(element).jurisdictions().get(0);
    Territory territory = territories.get(code);
    return territory == null ? Evidence.NONE : territory.evidence();
  }

  private static Role with(Role role, String holder, Evidence evidence, String side, String under) {
    return new Role(
        role.element(),
        role.kind(),
        holder,
        side,
        role.matter(),
        role.validity(),
        under,
        evidence.withBasis(role.evidence().basis()));
  }

  private boolean crossing(AlternativeClaim claim, ClaimText text) {
    return switch (text.attribute()) {
      case "valid_from", "valid_to" -> crossingDate(claim, text);
      case "wait_hours" ->
          crossingValue(
              claim,
              text,
              "h",
              fact -> fact.waiting().isPresent(),
              fact ->
                  new Values(
                      fact.state(),
                      Optional.of(Duration.ofMinutes(Math.round(text.number() * 60))),
                      fact.fee(),
                      fact.capacityPerDay()));
      case "fee_usd" ->
          crossingValue(
              claim,
              text,
              "USD",
              fact -> fact.fee().isPresent(),
              fact ->
                  new Values(
                      fact.state(),
                      fact.waiting(),
                      Optional.of(Money.usd(text.number())),
                      fact.capacityPerDay()));
      case "capacity_per_day" ->
          crossingValue(
              claim,
              text,
              "vehicles",
              fact -> fact.capacityPerDay().isPresent(),
              fact ->
                  new Values(
                      fact.state(), fact.waiting(), fact.fee(), OptionalDouble.of(text.number())));
      case "state" -> {
        CrossingState state = text.code(CrossingState.class, "a state");
        yield crossingValue(
            claim,
            text,
            "",
            fact -> fact.state().isPresent(),
            fact ->
                new Values(Optional.of(state), fact.waiting(), fact.fee(), fact.capacityPerDay()));
      }
      default ->
          throw new CannotApply("\"" + claim.attribute() + "\" of a crossing is kept, not applied");
    };
  }

  private boolean crossingDate(AlternativeClaim claim, ClaimText text) {
    List<CrossingFact> own =
        facts.stream()
            .filter(f -> f.crossing().equals(claim.subject()) && f.state().isPresent())
            .toList();
    List<CrossingFact> moved =
        moved(
            claim,
            text,
            own,
            fact ->
                text.meant().isEmpty() || fact.state().map(ClaimText::word).equals(text.meant()),
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
      ClaimText text,
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
                f -> text.meant().isEmpty() || f.state().map(ClaimText::word).equals(text.meant()))
            .toList();
    if (own.size() != 1) {
      throw new CannotApply(
          own.isEmpty()
              ? "No row states this, so whom it concerns is not known"
              : own.size() + " rows state this; which one is not said");
    }
    CrossingFact fact = own.get(0);
    if (!prefers(claim, fact.evidence())) {
      return false;
    }
    Values values = change.apply(fact);
    facts.set(
        facts.indexOf(fact),
        fact.toBuilder()
            .state(values.state())
            .waiting(values.waiting())
            .fee(values.fee())
            .capacityPerDay(values.capacity())
            .evidence(claim.evidence().withBasis(fact.evidence().basis()))
            .build());
    return true;
  }

  /** Moves one date of some rows, and what touches it; the rows as they are when they go before. */
  private <T> List<T> moved(
      AlternativeClaim claim,
      ClaimText text,
      List<T> rows,
      Predicate<T> meant,
      Function<T, Validity> days,
      Function<T, Evidence> evidence,
      BiFunction<T, Validity, T> during) {
    LocalDate wanted = text.date();
    boolean from = text.attribute().endsWith("from");
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
            .allMatch(row -> prefers(claim, evidence.apply(row)));
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

  private boolean control(AlternativeClaim claim, ClaimText text) {
    boolean changed = false;
    boolean any = false;
    for (int i = 0; i < controls.size(); i++) {
      ControlPoint point = controls.get(i);
      if (point.crossing().equals(claim.subject()) && means(text, point)) {
        any = true;
        if (prefers(claim, point.evidence())) {
          controls.set(i, controlled(claim, text, point));
          changed = true;
        }
      }
    }
    if (!any) {
      throw new CannotApply("No row tells of such a control, so what else it is is not known");
    }
    return changed;
  }

  private static boolean means(ClaimText text, ControlPoint point) {
    boolean function = false;
    for (String word : text.allMeant()) {
      boolean known =
          Arrays.stream(ControlFunction.values()).anyMatch(one -> word(one).equals(word));
      function |= known;
      if (known
          ? !word(point.function()).equals(word)
          : !Jurisdictions.within(point.post(), word)) {
        return false;
      }
    }
    return function || point.function() != ControlFunction.TOLL;
  }

  private ControlPoint controlled(AlternativeClaim claim, ClaimText text, ControlPoint point) {
    String attribute = text.attribute();
    boolean party = attribute.equals("controller") || attribute.equals("decider");
    String who = party ? party(text) : "";
    return new ControlPoint(
        point.crossing(),
        point.post(),
        point.function(),
        attribute.equals("controller") ? who : point.controller(),
        attribute.equals("decider") ? who : point.decider(),
        attribute.equals("contact") ? text.code(Contact.class, "a contact") : point.contact(),
        attribute.equals("place") ? text.code(ControlPlace.class, "a place") : point.place(),
        point.modes(),
        point.classes(),
        point.validity(),
        point.under(),
        claim.evidence().withBasis(point.evidence().basis()));
  }

  private String party(ClaimText text) {
    if (network.findParty(text.head()).isEmpty()) {
      throw new CannotApply("\"" + text.head() + "\" is no known party");
    }
    return text.head();
  }

  private boolean agreement(AlternativeClaim claim, ClaimText text, Agreement agreement) {
    List<Claim<LegalStatus>> claims = agreement.status().claims();
    switch (text.attribute()) {
      case "binding" -> {
        if (!prefers(claim, agreement.evidence())) {
          return false;
        }
        agreements.put(agreement.id(), agreement.withBinding(text.truth()));
        return true;
      }
      case "from", "to" -> {
        List<Claim<LegalStatus>> moved =
            moved(
                claim,
                text,
                claims,
                one -> text.meant().isEmpty() || text.meant().get().equals(word(one.value())),
                Claim::validity,
                Claim::evidence,
                (one, days) -> new Claim<>(one.value(), days, one.evidence()));
        agreements.put(agreement.id(), agreement.withStatus(new History<>(moved)));
        return !moved.equals(claims);
      }
      case "status" -> {
        return legalStatus(claim, text, agreement, claims);
      }
      default ->
          throw new CannotApply(
              "\"" + claim.attribute() + "\" of an agreement is kept, not applied");
    }
  }

  private boolean legalStatus(
      AlternativeClaim claim,
      ClaimText text,
      Agreement agreement,
      List<Claim<LegalStatus>> claims) {
    LegalStatus status = text.legalStatus();
    List<Claim<LegalStatus>> rows =
        claims.stream()
            .filter(one -> one.evidence().basis() == Basis.FACT)
            .filter(one -> text.meant().isEmpty() || text.meant().get().equals(word(one.value())))
            .toList();
    if (rows.isEmpty()) {
      throw new CannotApply("No row states such a status");
    }
    Claim<LegalStatus> old = rows.get(rows.size() - 1);
    if (!prefers(claim, old.evidence()) || old.value() == status) {
      return false;
    }
    List<Claim<LegalStatus>> changed = new ArrayList<>(claims);
    changed.set(claims.indexOf(old), new Claim<>(status, old.validity(), claim.evidence()));
    agreements.put(agreement.id(), agreement.withStatus(new History<>(changed)));
    return true;
  }

  private boolean territory(AlternativeClaim claim, ClaimText text, Territory territory) {
    String who = party(text);
    if (!prefers(claim, territory.evidence())) {
      return false;
    }
    boolean sovereign = text.attribute().equals("sovereign");
    String state = sovereign ? who : territory.sovereign();
    String runs = sovereign ? territory.administering() : who;
    territories.put(
        territory.id(),
        new Territory(
            territory.id(),
            territory.names(),
            state,
            runs.equals(state) ? "" : runs,
            territory.area(),
            claim.evidence()));
    return true;
  }

  private boolean stake(AlternativeClaim claim, ClaimText text) {
    List<Stake> own =
        stakes.stream()
            .filter(stake -> stake.held().equals(claim.subject()))
            .filter(
                stake ->
                    List.of(stake.holder(), word(stake.kind()), word(stake.evidence().basis()))
                        .containsAll(text.allMeant()))
            .toList();
    if (own.size() != 1) {
      throw new CannotApply(
          own.isEmpty()
              ? "No row states such a stake"
              : own.size() + " rows state a stake; which one is not said");
    }
    Stake old = own.get(0);
    if (!prefers(claim, old.evidence())) {
      return false;
    }
    try {
      stakes.set(stakes.indexOf(old), staked(claim, text, old));
      changedStakes.add(claim);
    } catch (IllegalArgumentException impossible) {
      throw new CannotApply(String.valueOf(impossible.getMessage()));
    }
    return true;
  }

  private static Stake staked(AlternativeClaim claim, ClaimText text, Stake old) {
    String attribute = text.attribute();
    boolean date = attribute.equals("from") || attribute.equals("to");
    Share[] said = date ? new Share[] {old.min(), old.max()} : text.shares();
    Validity days = old.validity();
    if (date) {
      days =
          attribute.equals("from")
              ? new Validity(text.date(), days.to())
              : new Validity(days.from(), text.date());
    }
    return new Stake(
        old.holder(),
        old.held(),
        old.kind(),
        attribute.equals("share_max") ? old.min() : said[0],
        attribute.equals("share_min") ? old.max() : said[1],
        days,
        old.under(),
        claim.evidence().withBasis(old.evidence().basis()));
  }
}
