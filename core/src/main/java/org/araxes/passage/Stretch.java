package org.araxes.passage;

import java.util.List;
import java.util.Optional;
import java.util.SortedSet;
import org.araxes.answer.Wording;
import org.araxes.border.ControlFunction;
import org.araxes.border.ControlPoint;
import org.araxes.border.Crossing;
import org.araxes.border.CrossingFact;
import org.araxes.border.CrossingState;
import org.araxes.border.Effect;
import org.araxes.border.Impediment;
import org.araxes.border.ImpedimentKind;
import org.araxes.border.Mode;
import org.araxes.control.ControlRule;
import org.araxes.evidence.Claim;
import org.araxes.network.ArcKind;
import org.araxes.network.NetworkView;
import org.araxes.network.NodeKind;
import org.araxes.network.Status;
import org.araxes.network.Topology;
import org.araxes.network.TransitEdge;

/**
 * One piece of a way with what is known of it: an edge, a border, or a change of mode or gauge, in
 * one direction.
 */
public final class Stretch {
  private final Passage passage;
  private final Topology topology;
  private final int arc;
  private final SortedSet<String> foreignVetoes;
  private final CrossingState state;
  private final Ruling open;

  Stretch(Passage passage, int arc, SortedSet<String> foreignVetoes) {
    this.passage = passage;
    this.topology = passage.view().topology();
    this.arc = arc;
    this.foreignVetoes = foreignVetoes;
    this.state = findState();
    this.open = findOpen();
  }

  /**
   * What it is.
   *
   * @return its kind
   */
  public ArcKind kind() {
    return topology.kind(arc);
  }

  /**
   * Which element it is.
   *
   * @return id of the edge, or of the node of a border or change
   */
  public String element() {
    return topology.element(arc);
  }

  /**
   * By what one comes.
   *
   * @return the mode at its start
   */
  public Mode mode() {
    return topology.mode(topology.graph().tail(arc));
  }

  /**
   * The side of a border on which one comes.
   *
   * @return a jurisdiction for a border; at its start otherwise, which may be empty
   */
  public String fromSide() {
    return topology.side(topology.graph().tail(arc));
  }

  /**
   * The side of a border on which one leaves.
   *
   * @return a jurisdiction for a border; at its end otherwise, which may be empty
   */
  public String toSide() {
    return topology.side(topology.graph().head(arc));
  }

  /**
   * What bars or exposes the movement here, as the view sees it.
   *
   * @return the impediments
   */
  public List<Impediment> impediments() {
    return topology.impediments(arc);
  }

  /**
   * Whose consent it needs.
   *
   * @return a rule over ultimate parties
   */
  public ControlRule control() {
    return topology.rules().get(topology.ruleOf(arc));
  }

  /**
   * The parties that can shut it alone and are not of the mover's state.
   *
   * @return ids in order
   */
  public SortedSet<String> foreignVetoes() {
    return foreignVetoes;
  }

  /**
   * The view that all this is seen in.
   *
   * @return the network on a day for a movement
   */
  public NetworkView view() {
    return passage.view();
  }

  /**
   * On whose side the movement is.
   *
   * @return the mover
   */
  public Mover mover() {
    return passage.mover();
  }

  /**
   * The edge.
   *
   * @return the edge, or empty for a border or change
   */
  public Optional<TransitEdge> edge() {
    return kind() == ArcKind.EDGE
        ? Optional.of(view().network().edge(element()))
        : Optional.empty();
  }

  /**
   * The crossing.
   *
   * @return the crossing for a border, otherwise empty
   */
  public Optional<Crossing> crossing() {
    return kind() == ArcKind.CROSSING
        ? Optional.of(view().network().crossing(element()))
        : Optional.empty();
  }

  /**
   * Whether there are posts here: at a border, unless one passes it in the air.
   *
   * @return true if so
   */
  public boolean hasPosts() {
    return kind() == ArcKind.CROSSING
        && view().network().node(element()).kind() != NodeKind.AIRSPACE_BOUNDARY;
  }

  /**
   * The state of a border for this movement in this direction.
   *
   * @return the state; unknown where no fact says it, open for anything but a border
   */
  public CrossingState state() {
    return state;
  }

  private CrossingState findState() {
    return crossing()
        .map(
            crossing ->
                view()
                    .stateFact(crossing, mode(), fromSide(), toSide())
                    .flatMap(CrossingFact::state)
                    .orElse(CrossingState.UNKNOWN))
        .orElse(CrossingState.OPEN);
  }

  /**
   * The controls at one post that this movement meets, tolls left aside: to take a charge is no
   * control.
   *
   * @param post a side of the border
   * @return in the order of the data; none where nothing is known
   */
  public List<ControlPoint> controls(String post) {
    return crossing()
        .map(
            crossing ->
                view().controls(crossing, mode()).stream()
                    .filter(point -> point.post().equals(post))
                    .filter(point -> point.function() != ControlFunction.TOLL)
                    .toList())
        .orElse(List.of());
  }

  /**
   * Whether the movement may pass: nothing bars it and some consent opens it. What is not known
   * stays unknown whatever the view does with doubts.
   *
   * @return the ruling
   */
  public Ruling open() {
    return open;
  }

  private Ruling findOpen() {
    if (!control().permits(anybody -> true)) {
      return Ruling.no("nobody's consent opens it");
    }
    boolean known = isKnown();
    for (Impediment found : impediments()) {
      if (found.effect() == Effect.BARS && (known || found.kind() != ImpedimentKind.UNKNOWN)) {
        return Ruling.no(brief(found));
      }
    }
    if (!known) {
      return Ruling.unknown(
          kind() == ArcKind.CROSSING
              ? "nobody says whether it is open"
              : "nobody says whether it is in use");
    }
    return gauge();
  }

  /** Without the notes that follow a colon. */
  private static String brief(Impediment found) {
    int colon = found.text().indexOf(": ");
    return colon < 0 ? found.text() : found.text().substring(0, colon);
  }

  private boolean isKnown() {
    return switch (kind()) {
      case EDGE -> status().isPresent();
      case CROSSING -> state != CrossingState.UNKNOWN;
      case TRANSFER -> true;
    };
  }

  private Optional<Status> status() {
    return edge().flatMap(edge -> view().snapshot().status(edge)).map(Claim::value);
  }

  private Ruling gauge() {
    boolean missing =
        edge().map(one -> one.mode() == Mode.RAIL && one.gauges().isEmpty()).orElse(false);
    return missing ? Ruling.unknown("its gauge is not known") : Ruling.yes();
  }

  /**
   * Whether it is built, in working order, and joined in mode and gauge. A border is, unless it is
   * shut because something there is not built.
   *
   * @return the ruling
   */
  public Ruling built() {
    return switch (kind()) {
      case EDGE ->
          status()
              .map(status -> status == Status.OPERATIONAL ? gauge() : Ruling.no(Wording.of(status)))
              .orElse(Ruling.unknown("nobody says whether it is in use"));
      case CROSSING, TRANSFER ->
          impediments().stream()
              .filter(
                  found ->
                      found.effect() == Effect.BARS
                          && (found.kind() == ImpedimentKind.MISSING_LINK
                              || found.kind() == ImpedimentKind.BREAK_OF_GAUGE_OR_MODE))
              .findFirst()
              .map(found -> Ruling.no(brief(found)))
              .orElse(Ruling.yes());
    };
  }

  /** {@code bc-astara CROSSING AZ to IR}. */
  @Override
  public String toString() {
    return element()
        + " "
        + kind()
        + (kind() == ArcKind.CROSSING ? " " + fromSide() + " to " + toSide() : "");
  }
}
