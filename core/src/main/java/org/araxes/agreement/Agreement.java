package org.araxes.agreement;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import org.araxes.evidence.Basis;
import org.araxes.evidence.Claim;
import org.araxes.evidence.Evidence;
import org.araxes.evidence.History;
import org.araxes.evidence.Names;

/**
 * An instrument with parties, legal status over time, prerequisites, and provisions that switch
 * things.
 *
 * @param id its id
 * @param names what it is called
 * @param kind what sort
 * @param parties ids of its parties
 * @param binding whether it means to bind in law
 * @param status its legal status over time, as stated
 * @param prerequisites what must happen first
 * @param provisions what it changes
 * @param evidence who says so
 * @param lifeCycle the statuses it goes through until it is in force, in order; given empty, those
 *     of its kind
 * @param term for how long it is made and who may leave it
 */
public record Agreement(
    String id,
    Names names,
    AgreementKind kind,
    List<String> parties,
    boolean binding,
    History<LegalStatus> status,
    List<Prerequisite> prerequisites,
    List<Provision> provisions,
    Evidence evidence,
    List<LegalStatus> lifeCycle,
    Term term) {
  // Copies and checks.
  public Agreement {
    parties = List.copyOf(parties);
    prerequisites = List.copyOf(prerequisites);
    provisions = List.copyOf(provisions);
    lifeCycle = lifeCycle.isEmpty() ? kind.lifeCycle() : List.copyOf(lifeCycle);
    for (int i = 0; i < lifeCycle.size(); i++) {
      if (lifeCycle.get(i).compareTo(LegalStatus.IN_FORCE) > 0
          || (i > 0 && lifeCycle.get(i).compareTo(lifeCycle.get(i - 1)) <= 0)) {
        throw new IllegalArgumentException(
            "A life cycle goes forward and ends in force, but is " + lifeCycle);
      }
    }
  }

  /**
   * One with the life cycle of its kind and without a term.
   *
   * @param id its id
   * @param names what it is called
   * @param kind what sort
   * @param parties ids of its parties
   * @param binding whether it means to bind in law
   * @param status its legal status over time
   * @param prerequisites what must happen first
   * @param provisions what it changes
   * @param evidence who says so
   */
  public Agreement(
      String id,
      Names names,
      AgreementKind kind,
      List<String> parties,
      boolean binding,
      History<LegalStatus> status,
      List<Prerequisite> prerequisites,
      List<Provision> provisions,
      Evidence evidence) {
    this(
        id,
        names,
        kind,
        parties,
        binding,
        status,
        prerequisites,
        provisions,
        evidence,
        List.of(),
        Term.NONE);
  }

  private Agreement with(
      boolean newBinding,
      History<LegalStatus> newStatus,
      List<Prerequisite> newPrerequisites,
      List<Provision> newProvisions,
      Term newTerm) {
    return new Agreement(
        id,
        names,
        kind,
        parties,
        newBinding,
        newStatus,
        newPrerequisites,
        newProvisions,
        evidence,
        lifeCycle,
        newTerm);
  }

  /**
   * The same with another status over time.
   *
   * @param history the status
   * @return the agreement
   */
  public Agreement withStatus(History<LegalStatus> history) {
    return with(binding, history, prerequisites, provisions, term);
  }

  /**
   * The same meaning to bind or not.
   *
   * @param binds whether it means to bind in law
   * @return the agreement
   */
  public Agreement withBinding(boolean binds) {
    return with(binds, status, prerequisites, provisions, term);
  }

  /**
   * The same with other steps on the way.
   *
   * @param steps what must happen first
   * @return the agreement
   */
  public Agreement withPrerequisites(List<Prerequisite> steps) {
    return with(binding, status, steps, provisions, term);
  }

  /**
   * The same with another term.
   *
   * @param other the term
   * @return the agreement
   */
  public Agreement withTerm(Term other) {
    return with(binding, status, prerequisites, provisions, other);
  }

  /**
   * The legal status on a day: as stated, and expired once its term has run out.
   *
   * <p>The term ends what was claimed to stand without end from a day before it ran out. A claim
   * that names its own last day, or that begins later, speaks for itself.
   *
   * @param date the day
   * @param plans whether plans count
   * @return the status, or empty before its first
   */
  public Optional<LegalStatus> statusOn(LocalDate date, boolean plans) {
    Optional<Claim<LegalStatus>> claim = status.at(date, plans);
    Optional<LocalDate> end = expiry(plans);
    if (end.isEmpty() || date.isBefore(end.get())) {
      return claim.map(Claim::value);
    }
    if (claim.isEmpty()) {
      return wasInForce(end.get(), plans) ? Optional.of(LegalStatus.EXPIRED) : Optional.empty();
    }
    boolean runsOut =
        claim.get().value().stands()
            && claim.get().validity().to().equals(LocalDate.MAX)
            && claim.get().validity().from().isBefore(end.get());
    return Optional.of(runsOut ? LegalStatus.EXPIRED : claim.get().value());
  }

  private boolean wasInForce(LocalDate before, boolean plans) {
    return status.claims().stream()
        .anyMatch(
            claim ->
                (plans || claim.evidence().basis() == Basis.FACT)
                    && claim.value().stands()
                    && claim.validity().from().isBefore(before));
  }

  /**
   * The day from which its term counts.
   *
   * @param plans whether a planned entry into force counts
   * @return the day its term names, or else its first day in force; empty where neither is known
   */
  public Optional<LocalDate> start(boolean plans) {
    if (term.from().isPresent()) {
      return term.from();
    }
    return status.claims().stream()
        .filter(claim -> plans || claim.evidence().basis() == Basis.FACT)
        .filter(claim -> claim.value() == LegalStatus.IN_FORCE)
        .map(claim -> claim.validity().from())
        .filter(from -> !from.equals(LocalDate.MIN))
        .findFirst();
  }

  /**
   * The first day on which its term has run out.
   *
   * @param plans whether expected extensions count
   * @return the day, or empty where it has no term or nobody knows since when
   */
  public Optional<LocalDate> expiry(boolean plans) {
    return term.length().isEmpty()
        ? Optional.empty()
        : start(plans).flatMap(from -> term.expiry(from, plans));
  }

  /**
   * The extensions that may be agreed on a day and were not yet.
   *
   * @param date the day
   * @return in the order given; none where nobody knows since when it runs
   */
  public List<Extension> extensionsOpenOn(LocalDate date) {
    return start(false).stream()
        .flatMap(
            from ->
                term.extensions().stream()
                    .filter(extension -> !extension.counts(false))
                    .filter(extension -> !date.isBefore(from.plus(extension.after()))))
        .toList();
  }

  /**
   * The first day on which a party can be out of it: by notice, or when the term runs out.
   *
   * @param party id of the party
   * @param notice the day on which it says so at the earliest
   * @return the day, or empty where it can leave neither way
   */
  public Optional<LocalDate> earliestExit(String party, LocalDate notice) {
    Optional<LocalDate> byNotice = earliest(term.exits(), party, notice);
    Optional<LocalDate> byTerm = expiry(false).map(end -> end.isBefore(notice) ? notice : end);
    if (byNotice.isPresent() && byTerm.isPresent()) {
      return byNotice.get().isBefore(byTerm.get()) ? byNotice : byTerm;
    }
    return byNotice.or(() -> byTerm);
  }

  /**
   * The first day on which a party can have it suspended.
   *
   * @param party id of the party
   * @param notice the day on which it says so at the earliest
   * @return the day, or empty where it may not
   */
  public Optional<LocalDate> earliestSuspension(String party, LocalDate notice) {
    return earliest(term.suspensions(), party, notice);
  }

  /**
   * On what grounds, and with how much notice, a party may have it suspended.
   *
   * @param party id of the party
   * @return in the order given; none where it may not
   */
  public List<Leave> suspensionsOf(String party) {
    return term.suspensions().stream().filter(way -> open(way, party)).toList();
  }

  private boolean open(Leave way, String party) {
    return way.by().isEmpty() ? parties.contains(party) : way.by().contains(party);
  }

  private Optional<LocalDate> earliest(List<Leave> ways, String party, LocalDate notice) {
    Optional<LocalDate> best = Optional.empty();
    for (Leave way : ways) {
      if (!open(way, party)) {
        continue;
      }
      Optional<LocalDate> from =
          way.after().isZero()
              ? Optional.of(notice)
              : start(false)
                  .map(start -> start.plus(way.after()))
                  .map(first -> first.isAfter(notice) ? first : notice);
      Optional<LocalDate> out = from.map(day -> day.plus(way.notice()));
      if (out.isPresent() && (best.isEmpty() || out.get().isBefore(best.get()))) {
        best = out;
      }
    }
    return best;
  }

  /**
   * The days on which its status may change.
   *
   * @param plans whether plans count
   * @return in order, open ends left out
   */
  public SortedSet<LocalDate> changeDates(boolean plans) {
    TreeSet<LocalDate> dates = new TreeSet<>(status.changeDates(plans));
    expiry(plans).ifPresent(dates::add);
    return dates;
  }

  /**
   * Whether it stands on a day: signed, ratified or in force.
   *
   * @param date the day
   * @param plans whether plans count
   * @return true if so
   */
  public boolean standsOn(LocalDate date, boolean plans) {
    return statusOn(date, plans).map(LegalStatus::stands).orElse(false);
  }

  /**
   * Whether its provisions bind in law on a day.
   *
   * @param date the day
   * @param plans whether plans count
   * @param threshold from which status on
   * @return true if the instrument means to bind and its status reaches the threshold
   */
  public boolean bindsOn(LocalDate date, boolean plans, LegalThreshold threshold) {
    return binding && statusOn(date, plans).map(threshold::admits).orElse(false);
  }

  /**
   * The same agreement with other provisions.
   *
   * @param others the provisions
   * @return the agreement
   */
  public Agreement withProvisions(List<Provision> others) {
    return with(binding, status, prerequisites, others, term);
  }
}
