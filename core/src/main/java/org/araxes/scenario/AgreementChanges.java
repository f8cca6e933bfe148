package org.araxes.scenario;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.araxes.agreement.Agreement;
import org.araxes.agreement.LegalStatus;
import org.araxes.answer.Suggestions;
import org.araxes.evidence.Claim;
import org.araxes.evidence.History;
import org.araxes.evidence.Validity;
import org.araxes.network.TransitNetwork;

/**
 * Which agreements stand: statuses claimed on some days, and agreements that a scenario makes. What
 * an agreement does at crossings ends with it.
 */
final class AgreementChanges {
  private final Draft draft;
  private final TransitNetwork network;
  private final Map<String, Agreement> agreements = new LinkedHashMap<>();

  AgreementChanges(Draft draft) {
    this.draft = draft;
    network = draft.network();
  }

  void writeTo(TransitNetwork.Builder builder) {
    agreements.values().forEach(builder::withAgreement);
    agreements.values().forEach(agreement -> endWith(agreement, builder));
  }

  /** An agreement as this scenario left it so far. */
  Optional<Agreement> find(String id) {
    return Optional.ofNullable(agreements.get(id)).or(() -> network.findAgreement(id));
  }

  /** Whether an agreement is there; otherwise that is a fault. */
  boolean known(String id) {
    if (find(id).isPresent()) {
      return true;
    }
    unknown(id);
    return false;
  }

  private void unknown(String id) {
    draft.fault(
        "unknown_agreement",
        "No agreement \""
            + id
            + "\"."
            + Suggestions.maybe(id, network.agreements().stream().map(Agreement::id).toList()));
  }

  /** All agreements as this scenario left them so far, those that it changed first. */
  List<Agreement> all() {
    List<Agreement> all = new ArrayList<>(agreements.values());
    network.agreements().stream()
        .filter(agreement -> !agreements.containsKey(agreement.id()))
        .forEach(all::add);
    return all;
  }

  /** An agreement is this from now on. */
  void put(Agreement agreement) {
    agreements.put(agreement.id(), agreement);
  }

  /** An agreement has a status on some days. */
  void stand(String id, LegalStatus status, Validity days) {
    Claim<LegalStatus> claim = new Claim<>(status, days, draft.evidence());
    find(id)
        .ifPresentOrElse(
            old -> put(old.withStatus(old.status().overriddenBy(claim))), () -> unknown(id));
  }

  /** What an agreement does at crossings ends on the days on which this scenario ends it. */
  private void endWith(Agreement agreement, TransitNetwork.Builder builder) {
    for (Validity ended : daysEnded(agreement.status())) {
      builder.withCrossingFacts(
          old ->
              without(
                  old,
                  fact -> fact.under().equals(agreement.id()),
                  fact -> fact.validity().minus(ended).stream().map(fact::during)));
      builder.withControlPoints(
          old ->
              without(
                  old,
                  point -> point.under().equals(agreement.id()),
                  point -> point.validity().minus(ended).stream().map(point::during)));
    }
  }

  /**
   * The days on which a claim of this scenario holds and says that the agreement does not stand.
   */
  private List<Validity> daysEnded(History<LegalStatus> status) {
    List<LocalDate> starts = new ArrayList<>(status.changeDates(false));
    starts.add(0, LocalDate.MIN);
    starts.add(LocalDate.MAX);
    List<Validity> days = new ArrayList<>();
    for (int i = 0; i + 1 < starts.size(); i++) {
      boolean ended =
          status
              .at(starts.get(i), false)
              .filter(claim -> claim.evidence().equals(draft.evidence()) && !claim.value().stands())
              .isPresent();
      if (ended) {
        days.add(new Validity(starts.get(i), starts.get(i + 1)));
      }
    }
    return days;
  }

  private static <T> List<T> without(
      List<T> old, Predicate<T> concerned, Function<T, Stream<T>> left) {
    return old.stream()
        .flatMap(item -> concerned.test(item) ? left.apply(item) : Stream.of(item))
        .toList();
  }
}
