package org.araxes.audit;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;
import org.araxes.answer.Finding;
import org.araxes.network.TransitNetwork;

/**
 * A name is a name.
 *
 * <p>A warning for a text such as "unknown", "tbd", "n/a", "???" or "unnamed" in any language, and
 * for a node or an agreement whose English name is its id with a hyphen in it.
 */
final class PlaceholderName implements Rule {
  private static final Set<String> EMPTY_WORDS =
      Set.of(
          "unknown",
          "unnamed",
          "tbd",
          "tba",
          "n/a",
          "na",
          "none",
          "null",
          "placeholder",
          "name",
          "test",
          "xxx",
          "?",
          "??",
          "???",
          "-",
          ".");

  @Override
  public String code() {
    return "placeholder_name";
  }

  @Override
  public Stream<Finding> check(TransitNetwork network) {
    List<Finding> found = new ArrayList<>();
    Words.names(network)
        .forEach(
            (subject, names) ->
                names
                    .byTag()
                    .forEach(
                        (tag, text) -> {
                          boolean id =
                              tag.equals("en") && text.equals(subject) && text.contains("-");
                          if (id || EMPTY_WORDS.contains(text.strip().toLowerCase(Locale.ROOT))) {
                            found.add(
                                Finding.warning(
                                    code(),
                                    subject,
                                    "Its name \"" + text + "\" (" + tag + ") is no name"));
                          }
                        }));
    return found.stream();
  }
}
