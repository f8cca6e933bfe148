package org.araxes.scenario;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.stream.Stream;
import org.araxes.border.Contact;
import org.araxes.border.ControlFunction;
import org.araxes.border.ControlPlace;
import org.araxes.border.ControlPoint;
import org.araxes.border.Crossing;
import org.araxes.border.Jurisdictions;
import org.araxes.border.Mode;
import org.araxes.border.Regime;
import org.araxes.evidence.Validity;
import org.araxes.network.TransitNetwork;
import org.araxes.party.Party;

/**
 * Who controls at the posts of crossings, and who decides there: controls set one by one, and those
 * of a regime in the place of all that were there.
 */
final class ControlChanges {
  private final Draft draft;
  private final TransitNetwork network;
  private final Map<String, List<ControlPoint>> controls = new LinkedHashMap<>();

  ControlChanges(Draft draft) {
    this.draft = draft;
    network = draft.network();
  }

  /** What was changed comes at the end; the rest stays where it is. */
  void writeTo(TransitNetwork.Builder builder) {
    builder.withControlPoints(
        old ->
            Stream.concat(
                    old.stream().filter(point -> !controls.containsKey(point.crossing())),
                    controls.values().stream().flatMap(List::stream))
                .toList());
  }

  /** The controls at a crossing as this scenario left them so far. */
  private List<ControlPoint> at(Crossing crossing) {
    return Optional.ofNullable(controls.get(crossing.id())).orElseGet(crossing::controls);
  }

  void setControl(Change.SetControl change) {
    boolean controller = draft.knownParty(change.controller());
    boolean decider = draft.knownParty(change.decider());
    SortedSet<String> ids = draft.meant(change.where());
    int before = draft.told();
    boolean found = ids.isEmpty();
    for (Crossing crossing :
        draft.crossingsMeant(change.where(), ids, "Controls are at crossings.")) {
      Optional<String> post = Draft.side(crossing.sides(), change.post());
      if (post.isPresent()) {
        found = true;
        if (controller && decider) {
          control(crossing, post.get(), change);
        }
      } else if (change.where().elements().contains(crossing.id())) {
        draft.unknownSide(crossing.id(), change.post(), crossing.sides());
      }
    }
    if (!found && draft.told() == before) {
      draft.fault(
          "matches_nothing",
          "No crossing with a post of \""
              + change.post()
              + "\" matches "
              + Draft.words(change.where()));
    }
  }

  private void control(Crossing crossing, String post, Change.SetControl change) {
    List<ControlPoint> left = new ArrayList<>();
    EnumSet<ControlFunction> replaced = EnumSet.noneOf(ControlFunction.class);
    change.function().ifPresent(replaced::add);
    for (ControlPoint point : at(crossing)) {
      if (!point.post().equals(post)
          || !point.validity().overlaps(change.validity())
          || !change.function().map(function -> function == point.function()).orElse(true)) {
        left.add(point);
        continue;
      }
      replaced.add(point.function());
      for (Validity days : point.validity().minus(change.validity())) {
        left.add(point.during(days));
      }
    }
    if (replaced.isEmpty()) {
      replaced.add(ControlFunction.BORDER_POLICE);
      replaced.add(ControlFunction.CUSTOMS);
    }
    for (ControlFunction function : replaced) {
      left.add(
          new ControlPoint(
              crossing.id(),
              post,
              function,
              change.controller(),
              change.decider(),
              change.contact(),
              change.place(),
              Set.of(),
              Set.of(),
              change.validity(),
              "",
              draft.evidence()));
    }
    controls.put(crossing.id(), left);
  }

  /** The controls of a regime in the place of all at a post, for some modes. */
  void lay(
      Crossing crossing, String post, Set<Mode> modes, String sender, Change.SetRegime change) {
    Reach taken = new Reach(modes, change.classes(), change.validity());
    List<ControlPoint> old = at(crossing);
    List<ControlPoint> left = new ArrayList<>();
    for (ControlPoint point : old) {
      if (point.post().equals(post)) {
        Reach reach = new Reach(point.modes(), point.classes(), point.validity());
        reach.minus(taken).forEach(rest -> left.add(part(point, rest)));
      } else {
        left.add(point);
      }
    }
    List<Regime.Control> met = new ArrayList<>(change.regime().met());
    if (met.stream().allMatch(control -> control.function() == ControlFunction.TOLL)) {
      for (ControlFunction function :
          List.of(ControlFunction.BORDER_POLICE, ControlFunction.CUSTOMS)) {
        met.add(Regime.Control.by(function, Regime.Side.NOBODY, Contact.NONE, ControlPlace.LINE));
      }
    }
    for (Regime.Control control : met) {
      String body =
          old.stream()
              .filter(point -> point.post().equals(post) && point.function() == control.function())
              .map(ControlPoint::controller)
              .filter(party -> isOf(party, post))
              .findFirst()
              .orElse(Jurisdictions.stateOf(post));
      left.add(
          new ControlPoint(
              crossing.id(),
              post,
              control.function(),
              party(control.controller(), body, sender, change.third()),
              party(control.decider(), Jurisdictions.stateOf(post), sender, change.third()),
              control.contact(),
              control.place(),
              modes,
              change.classes(),
              change.validity(),
              "",
              draft.because(change.regime().title())));
    }
    controls.put(crossing.id(), left);
  }

  /** Whether a party is of the state whose post it is. */
  private boolean isOf(String party, String post) {
    return network
        .findParty(party)
        .map(Party::jurisdiction)
        .filter(code -> !code.isEmpty())
        .map(code -> Jurisdictions.stateOf(code).equals(Jurisdictions.stateOf(post)))
        .orElse(false);
  }

  private static String party(Regime.Side side, String host, String sender, String third) {
    return switch (side) {
      case HOST -> host;
      case SENDER -> sender;
      case THIRD -> third;
      case NOBODY, UNKNOWN -> "";
    };
  }

  private static ControlPoint part(ControlPoint point, Reach reach) {
    return new ControlPoint(
        point.crossing(),
        point.post(),
        point.function(),
        point.controller(),
        point.decider(),
        point.contact(),
        point.place(),
        reach.modes(),
        reach.classes(),
        reach.days(),
        point.under(),
        point.evidence());
  }
}
