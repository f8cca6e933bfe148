package org.araxes.audit;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.araxes.answer.Finding;
import org.araxes.network.TransitNetwork;

/**
 * Everything that people read about has a name in English, beside its others.
 *
 * <p>A warning for a node, a territory, a region, a party or an agreement without one, and for an
 * edge that has names but none in English.
 */
final class MissingEnglishName implements Rule {
  @Override
  public String code() {
    return "missing_english_name";
  }

  @Override
  public Stream<Finding> check(TransitNetwork network) {
    List<Finding> found = new ArrayList<>();
    Words.names(network)
        .forEach(
            (subject, names) -> {
              boolean edge = network.findEdge(subject).isPresent();
              if (!names.byTag().containsKey("en") && !(edge && names.byTag().isEmpty())) {
                found.add(
                    Finding.warning(
                        code(),
                        subject,
                        "It has no name in English"
                            + (names.byTag().isEmpty() ? "" : ", only " + names)));
              }
            });
    return found.stream();
  }
}
