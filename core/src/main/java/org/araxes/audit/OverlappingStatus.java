package org.araxes.audit;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.araxes.answer.Finding;
import org.araxes.evidence.Basis;
import org.araxes.evidence.Claim;
import org.araxes.evidence.History;
import org.araxes.network.TransitNetwork;

/**
 * On one day an element has one status, and an agreement one legal status.
 *
 * <p>Error where two claims of one history that are facts share a day. Plans may overlap facts:
 * they count only where asked for.
 */
final class OverlappingStatus implements Rule {
  @Override
  public String code() {
    return "overlapping_status";
  }

  @Override
  public Stream<Finding> check(TransitNetwork network) {
    List<Finding> found = new ArrayList<>();
    network.nodes().forEach(node -> look(node.id(), node.status(), found));
    network.edges().forEach(edge -> look(edge.id(), edge.status(), found));
    network.agreements().forEach(agreement -> look(agreement.id(), agreement.status(), found));
    return found.stream();
  }

  private <T> void look(String subject, History<T> history, List<Finding> found) {
    List<Claim<T>> facts =
        history.claims().stream().filter(claim -> claim.evidence().basis() == Basis.FACT).toList();
    // Sorted by first day: a claim overlaps one before it if it begins before the latest end so
    // far.
    Optional<Claim<T>> longest = Optional.empty();
    for (Claim<T> claim : facts) {
      if (longest.isPresent() && longest.get().validity().overlaps(claim.validity())) {
        found.add(
            Finding.error(
                code(),
                subject,
                Words.code(longest.get().value())
                    + " on "
                    + longest.get().validity()
                    + " and "
                    + Words.code(claim.value())
                    + " on "
                    + claim.validity()
                    + " share days. Maybe the first ends where the second begins?"));
      }
      if (longest.isEmpty() || claim.validity().to().isAfter(longest.get().validity().to())) {
        longest = Optional.of(claim);
      }
    }
  }
}
