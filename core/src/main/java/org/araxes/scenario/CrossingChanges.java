package org.araxes.scenario;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import org.araxes.border.Crossing;
import org.araxes.border.CrossingFact;
import org.araxes.network.TransitNetwork;

/**
 * What is stated about crossings: facts of any kind, waits and fees. Facts of all changes end up
 * here, since each must come before those that were stated before it.
 */
final class CrossingChanges {
  private final Draft draft;
  private final AgreementChanges agreements;
  private final int priority;
  private final List<CrossingFact> facts = new ArrayList<>();

  CrossingChanges(Draft draft, AgreementChanges agreements) {
    this.draft = draft;
    this.agreements = agreements;
    int highest = 0;
    for (Crossing crossing : draft.network().crossings()) {
      for (CrossingFact fact : crossing.facts()) {
        highest = Math.max(highest, fact.priority());
      }
    }
    priority = highest + 1;
  }

  void writeTo(TransitNetwork.Builder builder) {
    facts.forEach(builder::addCrossingFact);
  }

  /** One more fact, which comes before all that were stated so far. */
  void state(CrossingFact.Builder fact) {
    facts.add(fact.priority(priority + facts.size()).build());
  }

  void stateFact(Change.StateFact change) {
    CrossingFact stated = change.fact();
    boolean by = draft.knownParty(stated.by());
    boolean under = stated.under().isEmpty() || agreements.known(stated.under());
    SortedSet<String> ids = draft.meant(change.where());
    Map<String, Draft.Direction> meant =
        draft.directed(
            change.where(),
            ids,
            stated.fromSide(),
            stated.toSide(),
            "Such facts are about crossings.");
    if (by && under) {
      meant.forEach(
          (crossing, way) ->
              state(
                  stated.at(crossing).toBuilder()
                      .direction(way.from(), way.to())
                      .evidence(draft.because(change.reason()))));
    }
  }

  void setDelay(Change.SetDelay change) {
    SortedSet<String> ids = draft.meant(change.where());
    draft
        .directed(
            change.where(),
            ids,
            change.fromSide(),
            change.toSide(),
            "Waits are at crossings. Maybe a speed?")
        .forEach(
            (crossing, way) ->
                state(
                    CrossingFact.builder(crossing)
                        .classes(change.classes())
                        .direction(way.from(), way.to())
                        .validity(change.validity())
                        .waiting(change.waiting())
                        .fee(change.fee())
                        .evidence(draft.evidence())));
  }
}
