package org.araxes.network;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.BiFunction;
import java.util.function.BiPredicate;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.araxes.agreement.Agreement;
import org.araxes.agreement.LegalStatus;
import org.araxes.agreement.Provision;
import org.araxes.answer.Wording;
import org.araxes.border.ControlPoint;
import org.araxes.border.Crossing;
import org.araxes.border.CrossingFact;
import org.araxes.border.Quota;
import org.araxes.border.Season;
import org.araxes.control.Decision;
import org.araxes.evidence.Basis;
import org.araxes.evidence.Claim;
import org.araxes.evidence.Evidence;
import org.araxes.evidence.History;
import org.araxes.evidence.Validity;
import org.araxes.party.Stake;

/**
 * What differs between two days of a network, and the networks in between: those in which some of
 * the differing things are already as on the later day and the rest still as on the earlier.
 *
 * <p>That is what makes causes exact: a set of changes caused an answer when the network in which
 * they alone have happened gives it.
 *
 * <p><b>Method.</b> A mixture is to be asked on the later day. There, a fact that is held back is
 * left out when it would begin in between, and lives on when it would end; first days stay as they
 * are, so that of several facts the same one holds as on the earlier day.
 *
 * <p><b>Cost.</b> O(facts) to make, and for each mixture.
 */
public final class DatedChanges {
  private final TransitNetwork network;
  private final LocalDate earlier;
  private final LocalDate later;
  private final boolean plans;
  private final List<DatedChange> all;

  /** What a change is about, in which respect. */
  private record Key(DatedChange.Kind kind, String subject, String scope) {}

  /** How to read one sort of fact, and to move it to other days. */
  private record Sort<T>(
      DatedChange.Kind kind,
      Function<T, String> subject,
      Function<T, String> scope,
      Function<T, Validity> days,
      Function<T, Evidence> evidence,
      Function<T, String> words,
      BiPredicate<T, LocalDate> holds,
      BiFunction<T, Validity, T> during) {
    /** Of facts that hold on all of their days. */
    Sort(
        DatedChange.Kind kind,
        Function<T, String> subject,
        Function<T, String> scope,
        Function<T, Validity> days,
        Function<T, Evidence> evidence,
        Function<T, String> words,
        BiFunction<T, Validity, T> during) {
      this(
          kind,
          subject,
          scope,
          days,
          evidence,
          words,
          (fact, date) -> days.apply(fact).contains(date),
          during);
    }

    Key key(T fact) {
      return new Key(kind, subject.apply(fact), scope.apply(fact));
    }
  }

  private static final Sort<CrossingFact> CROSSINGS =
      new Sort<>(
          DatedChange.Kind.CROSSING,
          CrossingFact::crossing,
          DatedChanges::concerned,
          CrossingFact::validity,
          CrossingFact::evidence,
          DatedChanges::words,
          CrossingFact::holdsOn,
          DatedChanges::lasting);
  private static final Sort<ControlPoint> CONTROLS =
      new Sort<>(
          DatedChange.Kind.CONTROL,
          ControlPoint::crossing,
          point ->
              "post of "
                  + point.post()
                  + ", "
                  + Wording.of(point.function())
                  + listed(point.classes())
                  + listed(point.modes()),
          ControlPoint::validity,
          ControlPoint::evidence,
          point ->
              (point.controller().isEmpty() ? "nobody" : point.controller())
                  + " by "
                  + Wording.of(point.contact()),
          ControlPoint::during);
  private static final Sort<Role> ROLES =
      new Sort<>(
          DatedChange.Kind.ROLE,
          Role::element,
          role -> Wording.of(role.kind()) + (role.side().isEmpty() ? "" : " " + role.side()),
          Role::validity,
          Role::evidence,
          Role::holder,
          Role::during);
  private static final Sort<Stake> STAKES =
      new Sort<>(
          DatedChange.Kind.STAKES,
          Stake::held,
          stake -> Wording.of(stake.kind()),
          Stake::validity,
          Stake::evidence,
          stake -> stake.holder() + " " + stake.words(),
          Stake::during);
  private static final Sort<Decision> DECISIONS =
      new Sort<>(
          DatedChange.Kind.DECISION,
          Decision::party,
          decision -> Wording.of(decision.matter()),
          Decision::validity,
          Decision::evidence,
          decision -> "decides by " + Wording.of(decision.kind()),
          Decision::during);
  private static final Sort<Transhipment> TRANSHIPMENTS =
      new Sort<>(
          DatedChange.Kind.TRANSHIPMENT,
          Transhipment::node,
          place ->
              Wording.of(place.fromMode())
                  + (place.fromGauge() == 0 ? "" : " " + place.fromGauge())
                  + " and "
                  + Wording.of(place.toMode())
                  + (place.toGauge() == 0 ? "" : " " + place.toGauge())
                  + listed(place.classes()),
          Transhipment::validity,
          Transhipment::evidence,
          place ->
              "handled in "
                  + place.handling().toMinutes()
                  + " min"
                  + place
                      .capacity()
                      .map(most -> ", " + most.perDay() + " " + most.unit().code())
                      .orElse(""),
          Transhipment::during);
  private static final Sort<EdgeClosure> CLOSURES =
      new Sort<>(
          DatedChange.Kind.CLOSURE,
          closure -> String.join("|", closure.where().elements()),
          EdgeClosure::reason,
          EdgeClosure::validity,
          EdgeClosure::evidence,
          closure -> "shut" + (closure.by().isEmpty() ? "" : " by " + closure.by()),
          EdgeClosure::during);
  private static final Sort<Refusal> REFUSALS =
      new Sort<>(
          DatedChange.Kind.REFUSAL,
          Refusal::party,
          refusal -> String.join("|", refusal.where().elements()),
          Refusal::validity,
          Refusal::evidence,
          refusal -> "refuses",
          (refusal, days) ->
              new Refusal(refusal.party(), refusal.where(), days, refusal.evidence()));
  private static final Sort<Retiming> RETIMINGS =
      new Sort<>(
          DatedChange.Kind.RETIMING,
          retiming -> String.join("|", retiming.where().elements()),
          retiming -> "speed",
          Retiming::validity,
          retiming -> Evidence.NONE,
          retiming -> retiming.kilometresPerHour() + " km/h",
          (retiming, days) -> new Retiming(retiming.where(), retiming.kilometresPerHour(), days));
  private static final Sort<Repricing> REPRICINGS =
      new Sort<>(
          DatedChange.Kind.REPRICING,
          repricing -> String.join("|", repricing.where().elements()),
          repricing -> "cost",
          Repricing::validity,
          repricing -> Evidence.NONE,
          repricing -> repricing.usdPerKm() + " USD/km",
          Repricing::during);
  private static final Sort<Refit> REFITS =
      new Sort<>(
          DatedChange.Kind.REFIT,
          refit -> String.join("|", refit.where().elements()),
          refit ->
              refit.capacity().isEmpty()
                  ? "gauge"
                  : refit.gauges().isEmpty() ? "capacity" : "gauge and capacity",
          Refit::validity,
          Refit::evidence,
          DatedChanges::words,
          Refit::during);

  private static final Sort<SurvivalFact> SURVIVALS =
      new Sort<>(
          DatedChange.Kind.SURVIVAL,
          SurvivalFact::subject,
          fact -> "",
          SurvivalFact::validity,
          SurvivalFact::evidence,
          fact -> "holds with probability " + fact.probability(),
          SurvivalFact::during);
  private static final Sort<CommonCause> CAUSES =
      new Sort<>(
          DatedChange.Kind.COMMON_CAUSE,
          CommonCause::id,
          cause -> "",
          CommonCause::validity,
          CommonCause::evidence,
          cause -> "may take out " + String.join(", ", cause.members()),
          CommonCause::during);

  private static final Sort<Quota> QUOTAS =
      new Sort<>(
          DatedChange.Kind.QUOTA,
          Quota::id,
          quota -> "vehicles of " + quota.flag() + " in " + quota.host(),
          Quota::validity,
          Quota::evidence,
          quota -> "permits " + Wording.of(quota.state()),
          Quota::during);

  private DatedChanges(TransitNetwork network, LocalDate earlier, LocalDate later, boolean plans) {
    this.network = network;
    this.earlier = earlier;
    this.later = later;
    this.plans = plans;
    TreeSet<DatedChange> found = new TreeSet<>();
    for (TransitEdge edge : network.edges()) {
      add(found, DatedChange.Kind.EDGE_STATUS, edge.id(), edge.status());
    }
    for (TransitNode node : network.nodes()) {
      add(found, DatedChange.Kind.NODE_STATUS, node.id(), node.status());
    }
    for (Crossing crossing : network.crossings()) {
      add(found, CROSSINGS, crossing.facts());
      add(found, CONTROLS, crossing.controls());
    }
    for (Agreement agreement : network.agreements()) {
      addStatus(found, agreement);
      add(found, provisions(agreement), agreement.provisions());
    }
    add(found, ROLES, network.roles());
    add(found, STAKES, network.stakes());
    add(found, DECISIONS, network.decisions());
    add(found, TRANSHIPMENTS, network.transhipments());
    add(found, CLOSURES, network.closures());
    add(found, REFUSALS, network.refusals());
    add(found, RETIMINGS, network.retimings());
    add(found, SURVIVALS, network.survivals());
    add(found, CAUSES, List.copyOf(network.commonCauses()));
    add(found, QUOTAS, network.quotas());
    add(found, REPRICINGS, network.repricings());
    add(found, REFITS, network.refits());
    all = List.copyOf(found);
  }

  /**
   * Compares two days.
   *
   * @param network the network
   * @param earlier the earlier day
   * @param later the later day
   * @param plans whether plans count
   * @return what differs
   * @throws IllegalArgumentException when the days are not in this order
   */
  public static DatedChanges between(
      TransitNetwork network, LocalDate earlier, LocalDate later, boolean plans) {
    if (!earlier.isBefore(later) || later.equals(LocalDate.MAX)) {
      throw new IllegalArgumentException(
          earlier + " is not before " + later + ". Maybe the other way round?");
    }
    return new DatedChanges(network, earlier, later, plans);
  }

  /**
   * What differs.
   *
   * @return in order of kind, subject and scope
   */
  public List<DatedChange> all() {
    return all;
  }

  /**
   * The network in which only some of the changes have happened. To be asked on the later day.
   *
   * <p>It is not checked again as a whole: half of a change of hands can run in a circle, and then
   * the question throws what it throws.
   *
   * @param happened changes out of {@link #all}
   * @return another network; with all of them, the answers of the later day, with none, those of
   *     the earlier
   */
  public TransitNetwork with(Collection<DatedChange> happened) {
    Set<Key> held = new HashSet<>();
    all.forEach(change -> held.add(new Key(change.kind(), change.subject(), change.scope())));
    happened.forEach(
        change -> held.remove(new Key(change.kind(), change.subject(), change.scope())));
    if (held.isEmpty()) {
      return network;
    }
    Set<DatedChange.Kind> kinds = held.stream().map(Key::kind).collect(Collectors.toSet());
    TransitNetwork.Builder builder = network.toBuilder();
    for (Key key : held) {
      switch (key.kind()) {
        case EDGE_STATUS -> {
          TransitEdge edge = network.edge(key.subject());
          builder.withEdge(edge.withStatus(heldBack(edge.status())));
        }
        case NODE_STATUS -> {
          TransitNode node = network.node(key.subject());
          builder.withNode(node.withStatus(heldBack(node.status())));
        }
        default -> {}
      }
    }
    if (kinds.contains(DatedChange.Kind.AGREEMENT) || kinds.contains(DatedChange.Kind.PROVISION)) {
      network.agreements().forEach(agreement -> builder.withAgreement(heldBack(agreement, held)));
    }
    if (kinds.contains(DatedChange.Kind.CROSSING)) {
      builder.withCrossingFacts(facts -> heldBack(CROSSINGS, facts, held));
    }
    if (kinds.contains(DatedChange.Kind.CONTROL)) {
      builder.withControlPoints(points -> heldBack(CONTROLS, points, held));
    }
    if (kinds.contains(DatedChange.Kind.ROLE)) {
      builder.withRoles(roles -> heldBack(ROLES, roles, held));
    }
    if (kinds.contains(DatedChange.Kind.STAKES)) {
      builder.withStakes(stakes -> heldBack(STAKES, stakes, held));
    }
    if (kinds.contains(DatedChange.Kind.CLOSURE)) {
      builder.withClosures(closures -> heldBack(CLOSURES, closures, held));
    }
    if (kinds.contains(DatedChange.Kind.SURVIVAL)) {
      builder.withSurvivals(survivals -> heldBack(SURVIVALS, survivals, held));
    }
    if (kinds.contains(DatedChange.Kind.QUOTA)) {
      builder.withQuotas(quotas -> heldBack(QUOTAS, quotas, held));
    }
    if (kinds.contains(DatedChange.Kind.COMMON_CAUSE)) {
      builder.withCommonCauses(causes -> heldBack(CAUSES, causes, held));
    }
    builder.withRest(
        decisions -> heldBack(DECISIONS, decisions, held),
        transhipments -> heldBack(TRANSHIPMENTS, transhipments, held),
        refusals -> heldBack(REFUSALS, refusals, held),
        retimings -> heldBack(RETIMINGS, retimings, held),
        repricings -> heldBack(REPRICINGS, repricings, held),
        refits -> heldBack(REFITS, refits, held));
    if (!kinds.contains(DatedChange.Kind.NODE_STATUS)) { // a view shares its nodes
      builder.remembering(RecentViews.kinOf(network, earlier, later, plans));
    }
    return builder.buildPartOfValid();
  }

  private static <T extends Enum<T>> Sort<Claim<T>> status(DatedChange.Kind kind, String id) {
    return new Sort<>(
        kind,
        claim -> id,
        claim -> "",
        Claim::validity,
        Claim::evidence,
        claim -> Wording.of(claim.value()),
        (claim, days) -> new Claim<>(claim.value(), days, claim.evidence()));
  }

  private static Sort<Provision> provisions(Agreement agreement) {
    return new Sort<>(
        DatedChange.Kind.PROVISION,
        provision -> agreement.id(),
        provision -> "provision " + provision.id(),
        Provision::validity,
        provision -> agreement.evidence(),
        provision -> Wording.of(provision.effect()),
        Provision::during);
  }

  private boolean counts(Evidence evidence) {
    return plans || evidence.basis() == Basis.FACT;
  }

  private <T> boolean ends(Sort<T> sort, T fact) {
    return counts(sort.evidence().apply(fact))
        && sort.holds().test(fact, earlier)
        && !sort.holds().test(fact, later);
  }

  private <T> boolean begins(Sort<T> sort, T fact) {
    return counts(sort.evidence().apply(fact))
        && !sort.holds().test(fact, earlier)
        && sort.holds().test(fact, later);
  }

  private <T extends Enum<T>> void add(
      Set<DatedChange> found, DatedChange.Kind kind, String id, History<T> history) {
    Optional<Claim<T>> before = history.at(earlier, plans);
    Optional<Claim<T>> after = history.at(later, plans);
    if (!before.equals(after)) {
      found.add(
          change(
              status(kind, id),
              new Key(kind, id, ""),
              before.stream().toList(),
              after.stream().toList()));
    }
  }

  private <T> void add(Set<DatedChange> found, Sort<T> sort, List<T> facts) {
    TreeMap<String, List<T>> ended = new TreeMap<>();
    TreeMap<String, List<T>> begun = new TreeMap<>();
    TreeMap<String, Key> keys = new TreeMap<>();
    for (T fact : facts) {
      boolean ends = ends(sort, fact);
      if (ends || begins(sort, fact)) {
        Key key = sort.key(fact);
        String name = key.subject() + "\n" + key.scope();
        keys.put(name, key);
        (ends ? ended : begun).computeIfAbsent(name, n -> new ArrayList<>()).add(fact);
      }
    }
    keys.forEach(
        (name, key) ->
            found.add(
                change(
                    sort,
                    key,
                    ended.getOrDefault(name, List.of()),
                    begun.getOrDefault(name, List.of()))));
  }

  private static <T> DatedChange change(Sort<T> sort, Key key, List<T> ended, List<T> begun) {
    List<Evidence> evidence = new ArrayList<>();
    begun.forEach(fact -> evidence.add(sort.evidence().apply(fact)));
    ended.forEach(fact -> evidence.add(sort.evidence().apply(fact)));
    return new DatedChange(
        key.kind(),
        key.subject(),
        key.scope(),
        ended.stream().map(sort.words()).toList(),
        begun.stream().map(sort.words()).toList(),
        evidence);
  }

  private <T extends Enum<T>> History<T> heldBack(History<T> history) {
    return new History<>(
        moved(status(DatedChange.Kind.EDGE_STATUS, ""), history.claims(), claim -> true));
  }

  private Agreement heldBack(Agreement agreement, Set<Key> held) {
    boolean status = held.contains(new Key(DatedChange.Kind.AGREEMENT, agreement.id(), ""));
    return agreement
        .withStatus(status ? statusHeldBack(agreement) : agreement.status())
        .withProvisions(heldBack(provisions(agreement), agreement.provisions(), held));
  }

  /** The status of the earlier day up to the later, whatever the term says. */
  private History<LegalStatus> statusHeldBack(Agreement agreement) {
    Optional<Claim<LegalStatus>> claim = agreement.status().at(earlier, plans);
    LocalDate since = claim.map(c -> c.validity().from()).orElse(earlier);
    Evidence evidence = claim.map(Claim::evidence).orElse(agreement.evidence());
    return new History<>(
        agreement
            .statusOn(earlier, plans)
            .map(s -> new Claim<>(s, new Validity(since, later.plusDays(1)), evidence))
            .stream()
            .toList());
  }

  private void addStatus(Set<DatedChange> found, Agreement agreement) {
    Optional<LegalStatus> before = agreement.statusOn(earlier, plans);
    Optional<LegalStatus> after = agreement.statusOn(later, plans);
    Optional<Claim<LegalStatus>> stated = agreement.status().at(later, plans);
    if (!before.equals(after) || !agreement.status().at(earlier, plans).equals(stated)) {
      found.add(
          new DatedChange(
              DatedChange.Kind.AGREEMENT,
              agreement.id(),
              "",
              before.map(Wording::of).stream().toList(),
              after.map(Wording::of).stream().toList(),
              List.of(stated.map(Claim::evidence).orElse(agreement.evidence()))));
    }
  }

  private <T> List<T> heldBack(Sort<T> sort, List<T> facts, Set<Key> held) {
    return moved(sort, facts, fact -> held.contains(sort.key(fact)));
  }

  private <T> List<T> moved(Sort<T> sort, List<T> facts, Predicate<T> concerned) {
    List<T> result = new ArrayList<>(facts.size());
    for (T fact : facts) {
      if (begins(sort, fact) && concerned.test(fact)) {
        continue;
      }
      if (ends(sort, fact) && concerned.test(fact)) {
        LocalDate from = sort.days().apply(fact).from();
        result.add(sort.during().apply(fact, new Validity(from, later.plusDays(1))));
      } else {
        result.add(fact);
      }
    }
    return Collections.unmodifiableList(result);
  }

  private static String listed(Collection<? extends Enum<?>> some) {
    return some.stream().map(Wording::of).sorted().map(w -> ", " + w).collect(Collectors.joining());
  }

  /** On other days, and out of season too: as narrow as before, so that it stays as strong. */
  private static CrossingFact lasting(CrossingFact fact, Validity days) {
    CrossingFact moved = fact.during(days);
    return fact.conditions().season().isEmpty()
        ? moved
        : moved.toBuilder().conditions(fact.conditions().in(Season.ALL_YEAR)).build();
  }

  private static String concerned(CrossingFact fact) {
    String whom =
        listed(fact.classes())
            + listed(fact.modes())
            + (fact.fromSide().isEmpty() ? "" : ", " + fact.fromSide() + " to " + fact.toSide())
            + (fact.flags().isEmpty() ? "" : ", of " + String.join(" or ", fact.flags()))
            + (fact.conditions().count() == 0 ? "" : ", " + fact.conditions());
    return whom.isEmpty() ? "" : whom.substring(2);
  }

  private static String words(Refit refit) {
    List<String> said = new ArrayList<>();
    if (!refit.gauges().isEmpty()) {
      said.add("gauge " + refit.gauges());
    }
    refit
        .capacity()
        .ifPresent(fits -> said.add(Math.round(fits.perDay()) + " " + fits.unit().code()));
    return String.join(" and ", said);
  }

  private static String words(CrossingFact fact) {
    List<String> said = new ArrayList<>();
    fact.state()
        .ifPresent(
            state -> said.add(Wording.of(state) + (fact.by().isEmpty() ? "" : " by " + fact.by())));
    fact.waiting().ifPresent(wait -> said.add("wait of " + wait.toMinutes() + " min"));
    fact.fee().ifPresent(fee -> said.add("fee of " + fee));
    if (!fact.openingHours().isEmpty()) {
      said.add("hours " + fact.openingHours());
    }
    fact.capacityPerDay().ifPresent(capacity -> said.add(Math.round(capacity) + " a day"));
    return String.join(" and ", said);
  }
}
