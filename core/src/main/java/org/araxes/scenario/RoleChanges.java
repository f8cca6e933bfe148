package org.araxes.scenario;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;
import java.util.stream.Stream;
import org.araxes.border.Crossing;
import org.araxes.evidence.Validity;
import org.araxes.network.Role;
import org.araxes.network.TransitNetwork;

/**
 * Who owns, operates and controls elements: roles given on some days and sides, in the place of
 * their holders or beside them.
 */
final class RoleChanges {
  private final Draft draft;
  private final TransitNetwork network;
  private final Map<String, List<Role>> roles = new LinkedHashMap<>();

  RoleChanges(Draft draft) {
    this.draft = draft;
    network = draft.network();
  }

  /** What was changed comes at the end; the rest stays where it is. */
  void writeTo(TransitNetwork.Builder builder) {
    builder.withRoles(
        old ->
            Stream.concat(
                    old.stream().filter(role -> !roles.containsKey(role.element())),
                    roles.values().stream().flatMap(List::stream))
                .toList());
  }

  void setRole(Change.SetRole change) {
    boolean known = draft.knownParty(change.holder());
    SortedSet<String> ids = draft.meant(change.where());
    boolean found = ids.isEmpty();
    for (String id : ids) {
      List<String> sides = network.findCrossing(id).map(Crossing::sides).orElse(List.of());
      Optional<String> side =
          change.side().isEmpty() ? Optional.of("") : Draft.side(sides, change.side());
      if (side.isEmpty()) {
        if (change.where().elements().contains(id)) {
          found = true;
          if (sides.isEmpty()) {
            draft.fault(
                "wrong_element",
                "\"" + id + "\" is not a crossing and has no side \"" + change.side() + "\"");
          } else {
            draft.unknownSide(id, change.side(), sides);
          }
        }
        continue;
      }
      found = true;
      if (known) {
        giveRole(id, sides, side.get(), change);
      }
    }
    if (!found) {
      draft.fault(
          "matches_nothing",
          "No crossing with a side \""
              + change.side()
              + "\" matches "
              + Draft.words(change.where()));
    }
  }

  private void giveRole(String id, List<String> sides, String side, Change.SetRole change) {
    List<Role> held = new ArrayList<>();
    for (Role role : Optional.ofNullable(roles.get(id)).orElseGet(() -> network.roles(id))) {
      boolean gone =
          change.replaces()
              && role.kind() == change.role()
              && role.validity().overlaps(change.validity())
              && (side.isEmpty() || role.side().isEmpty() || role.side().equals(side));
      if (!gone) {
        held.add(role);
        continue;
      }
      for (Validity days : role.validity().minus(change.validity())) {
        held.add(role.during(days));
      }
      if (!side.isEmpty() && role.side().isEmpty()) {
        // It was held on both sides: the other side's holder stays.
        Optional<Validity> common = role.validity().intersection(change.validity());
        for (String other : sides) {
          if (!other.equals(side) && common.isPresent()) {
            held.add(with(role, other, common.get()));
          }
        }
      }
    }
    held.add(
        new Role(
            id,
            change.role(),
            change.holder(),
            side,
            change.matter(),
            change.validity(),
            "",
            draft.evidence()));
    roles.put(id, List.copyOf(held));
  }

  private static Role with(Role role, String side, Validity days) {
    return new Role(
        role.element(),
        role.kind(),
        role.holder(),
        side,
        role.matter(),
        days,
        role.under(),
        role.evidence());
  }
}
