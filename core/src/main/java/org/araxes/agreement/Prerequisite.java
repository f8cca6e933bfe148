package org.araxes.agreement;

import java.time.LocalDate;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import org.araxes.answer.Truth;
import org.araxes.evidence.Basis;
import org.araxes.evidence.Claim;
import org.araxes.evidence.Confidence;
import org.araxes.evidence.Evidence;
import org.araxes.evidence.History;

/**
 * A step that must be taken before an agreement can go on: a vote, a review, the status of another
 * instrument.
 *
 * @param id its id within the agreement, or empty for one that is not named by others
 * @param text one sentence
 * @param agreement id of another instrument, or empty
 * @param status the status which that instrument must reach, where one is named
 * @param before which status of its own agreement waits for it
 * @param needs what must happen before it: ids of steps or codes of statuses of the same agreement,
 *     or {@code agreement/step}
 * @param by ids of the parties that must act; may be empty
 * @param done whether it has happened, over time; without a claim the status of the other
 *     instrument tells, and where there is none nobody can say
 * @param evidence who says so
 */
public record Prerequisite(
    String id,
    String text,
    String agreement,
    Optional<LegalStatus> status,
    LegalStatus before,
    List<String> needs,
    SortedSet<String> by,
    History<Boolean> done,
    Evidence evidence) {
  // Copies and checks.
  public Prerequisite {
    needs = List.copyOf(needs);
    by = Collections.unmodifiableSortedSet(new TreeSet<>(by));
    if (before.compareTo(LegalStatus.IN_FORCE) > 0) {
      throw new IllegalArgumentException(
          "A step comes before an agreement is in force, but this before it is " + before.code());
    }
  }

  /**
   * One that comes before the agreement is in force and that nothing else is known of.
   *
   * @param text one sentence
   * @param agreement id of another instrument, or empty
   * @param status the status which that instrument must reach, where one is named
   * @param sources ids of sources
   */
  public Prerequisite(
      String text, String agreement, Optional<LegalStatus> status, List<String> sources) {
    this(
        "",
        text,
        agreement,
        status,
        LegalStatus.IN_FORCE,
        List.of(),
        new TreeSet<>(),
        History.empty(),
        new Evidence(sources, Confidence.MEDIUM, Basis.FACT, ""));
  }

  /**
   * A named step.
   *
   * @param id its id within the agreement
   * @param text one sentence
   * @param before which status of its agreement waits for it
   * @param needs what must happen before it
   * @return the step, with nobody named who must act and nothing known of whether it is done
   */
  public static Prerequisite step(String id, String text, LegalStatus before, List<String> needs) {
    return new Prerequisite(
        id,
        text,
        "",
        Optional.empty(),
        before,
        needs,
        new TreeSet<>(),
        History.empty(),
        Evidence.NONE);
  }

  /**
   * The same with another history.
   *
   * @param history whether it has happened, over time
   * @return the step
   */
  public Prerequisite withDone(History<Boolean> history) {
    return new Prerequisite(id, text, agreement, status, before, needs, by, history, evidence);
  }

  /**
   * The same with other parties that must act.
   *
   * @param parties their ids
   * @return the step
   */
  public Prerequisite withBy(SortedSet<String> parties) {
    return new Prerequisite(id, text, agreement, status, before, needs, parties, done, evidence);
  }

  /**
   * The ids of its sources.
   *
   * @return in the order given
   */
  public List<String> sources() {
    return evidence.sources();
  }

  /**
   * What is claimed of whether it has happened.
   *
   * @param date the day
   * @param plans whether plans count
   * @return unknown where no claim speaks of the day
   */
  public Truth claimedOn(LocalDate date, boolean plans) {
    return done.at(date, plans).map(Claim::value).map(Truth::of).orElse(Truth.UNKNOWN);
  }
}
