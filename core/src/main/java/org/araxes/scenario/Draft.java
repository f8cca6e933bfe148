package org.araxes.scenario;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.Function;
import org.araxes.agreement.Selector;
import org.araxes.answer.Finding;
import org.araxes.answer.Suggestions;
import org.araxes.border.Crossing;
import org.araxes.border.Jurisdictions;
import org.araxes.evidence.Evidence;
import org.araxes.network.TransitEdge;
import org.araxes.network.TransitNetwork;
import org.araxes.party.Party;

/**
 * What the changes of one scenario have in common: the network as it is before them, the elements,
 * sides and parties that they speak of in it, and who says what they say. Where there is no such
 * thing, that is a fault of the change at hand; the faults of all changes are collected here.
 */
final class Draft {
  private final Scenario scenario;
  private final Additions additions;
  private final TransitNetwork network;
  private final Evidence evidence;
  private final List<Finding> faults;
  private String prefix = "";

  Draft(Scenario scenario, Additions additions) {
    this.scenario = scenario;
    this.additions = additions;
    network = additions.network();
    evidence = scenario.evidence();
    faults = new ArrayList<>(additions.faults());
  }

  /** The network before the changes, with what the scenario adds. */
  TransitNetwork network() {
    return network;
  }

  /** The id of the scenario. */
  String scenario() {
    return scenario.id();
  }

  /** Who says what the changes say: the scenario. */
  Evidence evidence() {
    return evidence;
  }

  /** The same with a reason, where one is given. */
  Evidence because(String reason) {
    return reason.isEmpty() ? evidence : evidence.withNote(reason);
  }

  /** What is wrong so far, in the order in which it was met. */
  List<Finding> faults() {
    return List.copyOf(faults);
  }

  /** How much is wrong so far. */
  int told() {
    return faults.size();
  }

  /** The faults that follow are those of this change. */
  void turnTo(int position, Change change) {
    prefix = "Change " + position + " (" + change.op() + "): ";
  }

  /** Something is wrong with the change at hand. */
  void fault(String code, String message) {
    faults.add(Finding.error(code, scenario.id(), prefix + message));
  }

  /** The elements meant, in order of id; a selector that means nothing is a fault. */
  SortedSet<String> meant(Selector where) {
    int before = faults.size();
    boolean told = where.elements().stream().anyMatch(additions::failed);
    for (String element : where.elements()) {
      if (network.findNode(element).isEmpty()
          && network.findEdge(element).isEmpty()
          && !additions.failed(element)) {
        TreeSet<String> known = new TreeSet<>();
        network.nodes().forEach(node -> known.add(node.id()));
        network.edges().forEach(edge -> known.add(edge.id()));
        fault(
            "unknown_element",
            "No node or edge \"" + element + "\"." + Suggestions.maybe(element, known));
      }
    }
    for (String code : where.jurisdictions()) {
      TreeSet<String> known = new TreeSet<>();
      network.territories().forEach(territory -> known.add(territory.id()));
      network.nodes().forEach(node -> known.addAll(node.jurisdictions()));
      if (known.stream().noneMatch(there -> Jurisdictions.within(there, code))) {
        fault(
            "unknown_jurisdiction",
            "No jurisdiction \"" + code + "\"." + Suggestions.maybe(code, known));
      }
    }
    for (String slug : where.corridors()) {
      TreeSet<String> known = new TreeSet<>();
      network.edges().forEach(edge -> known.addAll(edge.corridors()));
      network.nodes().forEach(node -> known.addAll(node.tags()));
      if (!known.contains(slug)) {
        fault("unknown_corridor", "No corridor \"" + slug + "\"." + Suggestions.maybe(slug, known));
      }
    }
    SortedSet<String> ids = selected(network, where);
    if (ids.isEmpty() && !told && faults.size() == before) {
      fault(
          "matches_nothing",
          "Nothing matches "
              + words(where)
              + ". Maybe one criterion too many? An element must match every one.");
    }
    return ids;
  }

  /** The elements that match, in order of id; there may be none. */
  static SortedSet<String> selected(TransitNetwork network, Selector where) {
    if (where.elements().isEmpty()) {
      return network.select(where);
    }
    TreeSet<String> ids = new TreeSet<>();
    for (String element : where.elements()) {
      boolean match =
          network
              .findEdge(element)
              .map(edge -> network.matches(where, edge))
              .orElseGet(
                  () ->
                      network
                          .findNode(element)
                          .map(node -> network.matches(where, node))
                          .orElse(false));
      if (match) {
        ids.add(element);
      }
    }
    return ids;
  }

  /** The criteria of a selector, for a message. */
  static String words(Selector where) {
    List<String> criteria = new ArrayList<>();
    if (!where.elements().isEmpty()) {
      criteria.add("elements " + String.join(", ", where.elements()));
    }
    if (!where.jurisdictions().isEmpty()) {
      criteria.add("jurisdictions " + String.join(", ", where.jurisdictions()));
    }
    if (!where.corridors().isEmpty()) {
      criteria.add("corridors " + String.join(", ", where.corridors()));
    }
    if (!where.modes().isEmpty()) {
      criteria.add("modes " + where.modes());
    }
    return String.join(" and ", criteria);
  }

  /** The crossings among elements that were meant; others that were named are faults. */
  List<Crossing> crossingsMeant(Selector where, SortedSet<String> ids, String hint) {
    return only(where, ids, network::findCrossing, "a crossing", "crossing", hint);
  }

  /** The edges among elements that were meant; others that were named are faults. */
  List<TransitEdge> edgesMeant(Selector where, SortedSet<String> ids, String hint) {
    return only(where, ids, network::findEdge, "an edge", "edge", hint);
  }

  private <T> List<T> only(
      Selector where,
      SortedSet<String> ids,
      Function<String, Optional<T>> find,
      String one,
      String kind,
      String hint) {
    List<T> meant = new ArrayList<>();
    for (String id : ids) {
      Optional<T> found = find.apply(id);
      if (found.isPresent()) {
        meant.add(found.get());
      } else if (where.elements().contains(id)) {
        fault("wrong_element", "\"" + id + "\" is not " + one + ". " + hint);
      }
    }
    if (meant.isEmpty() && !ids.isEmpty() && where.elements().isEmpty()) {
      fault("matches_nothing", "No " + kind + " matches " + words(where) + ". " + hint);
    }
    return meant;
  }

  /** The side of a crossing that a code stands for: the code itself, or a part of it. */
  static Optional<String> side(List<String> sides, String asked) {
    return sides.contains(asked)
        ? Optional.of(asked)
        : sides.stream().filter(side -> Jurisdictions.within(side, asked)).findFirst();
  }

  /**
   * A direction over a crossing.
   *
   * @param from the side it comes from, or empty with {@code to} for both directions
   * @param to the side it goes to, or empty
   */
  record Direction(String from, String to) {
    static final Direction BOTH = new Direction("", "");

    /** The direction between the sides of a crossing that two codes stand for. */
    static Optional<Direction> at(Crossing crossing, String fromSide, String toSide) {
      if (fromSide.isEmpty()) {
        return Optional.of(BOTH);
      }
      Optional<String> from = side(crossing.sides(), fromSide);
      Optional<String> to = side(crossing.sides(), toSide);
      return from.isPresent() && to.isPresent() && !from.equals(to)
          ? Optional.of(new Direction(from.get(), to.get()))
          : Optional.empty();
    }
  }

  /** The direction at one crossing; a side that a crossing named lacks is a fault. */
  Optional<Direction> direction(Crossing crossing, Selector where, String fromSide, String toSide) {
    Optional<Direction> found = Direction.at(crossing, fromSide, toSide);
    if (found.isEmpty() && where.elements().contains(crossing.id())) {
      fault(
          "unknown_side",
          "The direction "
              + fromSide
              + " to "
              + toSide
              + " is none of "
              + crossing.id()
              + ". Maybe "
              + crossing.sides().get(0)
              + " to "
              + crossing.sides().get(1)
              + ", or the reverse?");
    }
    return found;
  }

  /** The crossings among elements that were meant, by id, that have such a direction. */
  Map<String, Direction> directed(
      Selector where, SortedSet<String> ids, String fromSide, String toSide, String hint) {
    int before = faults.size();
    Map<String, Direction> directed = new LinkedHashMap<>();
    for (Crossing crossing : crossingsMeant(where, ids, hint)) {
      direction(crossing, where, fromSide, toSide)
          .ifPresent(way -> directed.put(crossing.id(), way));
    }
    if (directed.isEmpty() && !ids.isEmpty() && faults.size() == before) {
      fault(
          "matches_nothing",
          "No crossing from " + fromSide + " to " + toSide + " matches " + words(where));
    }
    return directed;
  }

  /** An element has no such side. */
  void unknownSide(String element, String asked, List<String> sides) {
    fault(
        "unknown_side",
        "\""
            + element
            + "\" has no side \""
            + asked
            + "\". Maybe "
            + String.join(" or ", sides)
            + "?");
  }

  /** Whether a party is there, or none is named; an unknown one is a fault. */
  boolean knownParty(String party) {
    if (party.isEmpty() || network.findParty(party).isPresent()) {
      return true;
    }
    fault(
        "unknown_party",
        "No party \""
            + party
            + "\"."
            + Suggestions.maybe(party, network.parties().stream().map(Party::id).toList()));
    return false;
  }
}
