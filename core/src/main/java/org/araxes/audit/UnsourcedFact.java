package org.araxes.audit;

import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.araxes.answer.Finding;
import org.araxes.network.TransitNetwork;

/**
 * Every fact says where it comes from.
 *
 * <p>Error for whatever names no source at all: nodes, edges, periods of status, territories,
 * parties, stakes, ways of deciding, roles, facts about crossings, control points, transhipments,
 * agreements and contradictions. One finding a subject, with the number of its facts.
 */
final class UnsourcedFact implements Rule {
  @Override
  public String code() {
    return "unsourced_fact";
  }

  @Override
  public Stream<Finding> check(TransitNetwork network) {
    SortedMap<String, List<Facts.Fact>> bare = new TreeMap<>();
    for (Facts.Fact fact : Facts.of(network)) {
      if (fact.evidence().sources().isEmpty()) {
        bare.computeIfAbsent(fact.subject(), subject -> new ArrayList<>()).add(fact);
      }
    }
    return bare.entrySet().stream()
        .map(
            entry ->
                Finding.error(
                    code(),
                    entry.getKey(),
                    "No source stands behind "
                        + entry.getValue().stream()
                            .map(Facts.Fact::what)
                            .distinct()
                            .collect(Collectors.joining(", "))));
  }
}
