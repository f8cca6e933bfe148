package org.araxes.audit;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.araxes.answer.Finding;
import org.araxes.answer.Suggestions;
import org.araxes.evidence.Source;
import org.araxes.network.TransitNetwork;

/**
 * A source that a fact names is on the list of sources.
 *
 * <p>Error for an id that is not there.
 */
final class UnknownSource implements Rule {
  @Override
  public String code() {
    return "unknown_source";
  }

  @Override
  public Stream<Finding> check(TransitNetwork network) {
    Set<String> known =
        network.sources().stream().map(Source::id).collect(Collectors.toCollection(TreeSet::new));
    List<Finding> found = new ArrayList<>();
    Set<String> told = new HashSet<>();
    for (Facts.Fact fact : Facts.of(network)) {
      for (String source : fact.evidence().sources()) {
        if (!known.contains(source) && told.add(fact.subject() + " " + source)) {
          found.add(
              Finding.error(
                  code(),
                  fact.subject(),
                  "Its "
                      + fact.what()
                      + " names no known source \""
                      + source
                      + "\"."
                      + Suggestions.maybe(source, known)));
        }
      }
    }
    return found.stream();
  }
}
