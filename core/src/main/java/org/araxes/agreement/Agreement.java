package org.araxes.agreement;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
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
 * @param status its legal status over time
 * @param prerequisites what must happen first
 * @param provisions what it changes
 * @param evidence who says so
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
    Evidence evidence) {
  // Copies.
  public Agreement {
    parties = List.copyOf(parties);
    prerequisites = List.copyOf(prerequisites);
    provisions = List.copyOf(provisions);
  }

  /**
   * The legal status on a day.
   *
   * @param date the day
   * @param plans whether plans count
   * @return the status, or empty before its first
   */
  public Optional<LegalStatus> statusOn(LocalDate date, boolean plans) {
    return status.at(date, plans).map(Claim::value);
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
    return new Agreement(
        id, names, kind, parties, binding, status, prerequisites, others, evidence);
  }
}
