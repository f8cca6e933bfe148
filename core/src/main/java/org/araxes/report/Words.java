package org.araxes.report;

import java.util.Collection;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.araxes.answer.Wording;
import org.araxes.network.TransitEdge;
import org.araxes.network.TransitNetwork;
import org.araxes.party.PartyKind;
import org.araxes.study.Failure;

/** English words for codes and ids. */
final class Words {
  private static final String LANGUAGE = "en";
  private static final Pattern ID = Pattern.compile("[\\p{L}\\p{N}]+(?:-+[\\p{L}\\p{N}]+)*");

  private final TransitNetwork network;

  Words(TransitNetwork network) {
    this.network = network;
  }

  /** {@code Missing link} for MISSING_LINK. */
  static String of(Enum<?> code) {
    String text = Wording.of(code);
    return Character.toUpperCase(text.charAt(0)) + text.substring(1);
  }

  /** {@code missing_link} for MISSING_LINK: the code in a file. */
  static String code(Enum<?> code) {
    return code.name().toLowerCase(Locale.ROOT);
  }

  /** {@code missing-link}: the code as part of an id. */
  static String slug(String code) {
    return code.toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /** {@code Veto free} for veto-free. */
  static String title(String slug) {
    String text = slug.replace('-', ' ').replace("gatt", "GATT");
    return text.isEmpty() ? text : Character.toUpperCase(text.charAt(0)) + text.substring(1);
  }

  String node(String id) {
    return network.findNode(id).map(node -> node.names().in(LANGUAGE, id)).orElse(id);
  }

  String edge(TransitEdge edge) {
    return node(edge.from()) + " \u2013 " + node(edge.to());
  }

  /** A node by its name, an edge by its ends. */
  String element(String id) {
    return network.findEdge(id).map(this::edge).orElseGet(() -> node(id));
  }

  String territory(String code) {
    return network
        .findTerritory(code)
        .map(territory -> territory.names().in(LANGUAGE, code))
        .orElse(code);
  }

  String party(String id) {
    return network.findParty(id).map(party -> party.names().in(LANGUAGE, id)).orElse(id);
  }

  /** A sentence with the ids in it told by name. */
  String sentence(String text) {
    return ID.matcher(text)
        .replaceAll(
            id -> {
              boolean explained = text.startsWith(" (", id.end());
              return Matcher.quoteReplacement(named(id.group(), explained));
            });
  }

  /** A word may look like the id of a place, but not with a hyphen or a reason in brackets. */
  private String named(String id, boolean explained) {
    if (network.findParty(id).isPresent()) {
      return party(id);
    }
    if (network.findTerritory(id).isPresent()) {
      return territory(id);
    }
    return explained || id.indexOf('-') > 0 ? element(id) : id;
  }

  /**
   * {@code Iran refuses}, {@code without Bilasuvar}, {@code the treaty lapses}, {@code a flood}.
   */
  String failure(Failure failure) {
    return switch (failure.kind()) {
      case ELEMENT -> "without " + element(failure.id());
      case PARTY -> party(failure.id()) + " refuses";
      case AGREEMENT ->
          network.agreement(failure.id()).names().in(LANGUAGE, failure.id()) + " lapses";
      case CAUSE -> network.commonCause(failure.id()).names().in(LANGUAGE, failure.id());
    };
  }

  boolean isState(String party) {
    return network.findParty(party).filter(known -> known.kind() == PartyKind.STATE).isPresent();
  }

  String place(String regionOrNode) {
    return network
        .findRegion(regionOrNode)
        .map(region -> region.names().in(LANGUAGE, regionOrNode))
        .orElseGet(() -> node(regionOrNode));
  }

  /** {@code {AZ, IR}}. */
  static String group(Collection<String> parties) {
    return parties.stream().collect(Collectors.joining(", ", "{", "}"));
  }

  /** {@code {AZ}, {GE, IR}}, or a word for none. */
  static String groups(Collection<? extends Collection<String>> groups, String none) {
    return groups.isEmpty()
        ? none
        : groups.stream().map(Words::group).collect(Collectors.joining(", "));
  }
}
