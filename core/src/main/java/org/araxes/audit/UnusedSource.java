package org.araxes.audit;

import java.util.HashSet;
import java.util.Set;
import java.util.stream.Stream;
import org.araxes.answer.Finding;
import org.araxes.network.TransitNetwork;

/**
 * A source on the list stands behind something.
 *
 * <p>A remark for a source that no fact of the network names; a scenario may still name it.
 */
final class UnusedSource implements Rule {
  @Override
  public String code() {
    return "unused_source";
  }

  @Override
  public Stream<Finding> check(TransitNetwork network) {
    Set<String> used = new HashSet<>();
    Facts.of(network).forEach(fact -> used.addAll(fact.evidence().sources()));
    return network.sources().stream()
        .filter(source -> !used.contains(source.id()))
        .map(source -> Finding.info(code(), source.id(), "No fact of the network names it"));
  }
}
