package org.araxes.leverage;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.araxes.border.Effect;
import org.araxes.border.Impediment;
import org.araxes.border.ImpedimentKind;
import org.araxes.graph.IndexedGraph;
import org.araxes.graph.Reachability;
import org.araxes.network.Topology;

/** Says whether there is anything to sever, and what bars the ways where there is not. */
final class BarredWays {
  private static final BitSet NOTHING = new BitSet(0);

  private BarredWays() {}

  /** Why an element bars, the surest reason first. */
  private enum Reason {
    MISSING("missing"),
    SHUT("shut"),
    UNKNOWN("of unknown state");

    private final String words;

    Reason(String words) {
      this.words = words;
    }

    static Reason of(Impediment found) {
      if (found.kind() == ImpedimentKind.MISSING_LINK) {
        return MISSING;
      }
      return found.kind() == ImpedimentKind.UNKNOWN ? UNKNOWN : SHUT;
    }
  }

  /** The state of a connection; of no game where the ends meet. */
  static Connection connection(
      Optional<ConsentGame> game, Topology topology, int[] sources, int[] targets, Basis basis) {
    if (game.isEmpty()) {
      return new Connection(
          Connection.State.ENDS_MEET,
          "Source and target share a node: nobody can part them",
          List.of());
    }
    if (game.get().isEverOpen()) {
      return new Connection(Connection.State.CONNECTED, "There is a way", List.of());
    }
    List<Impediment> obstacles =
        obstacles(topology, sources, targets, ConsentGame.unusable(topology, basis));
    return new Connection(
        Connection.State.NOT_CONNECTED, text(topology.view().date(), obstacles), obstacles);
  }

  private static String text(LocalDate date, List<Impediment> obstacles) {
    String start = "There is no way to sever on " + date + ": ";
    Map<String, Reason> reasons = new LinkedHashMap<>();
    obstacles.forEach(
        found ->
            reasons.merge(
                found.element(),
                Reason.of(found),
                (one, other) -> one.compareTo(other) < 0 ? one : other));
    if (reasons.isEmpty()) {
      return start + "the network leads nowhere from where the movement can get";
    }
    List<String> parts = new ArrayList<>();
    for (Reason reason : Reason.values()) {
      long count = reasons.values().stream().filter(one -> one == reason).count();
      if (count == reasons.size()) {
        return start
            + count
            + (count == 1 ? " element" : " elements")
            + " ahead "
            + is(count)
            + reason.words;
      }
      if (count > 0) {
        parts.add(count + " " + (parts.isEmpty() ? is(count) : "") + reason.words);
      }
    }
    return start + "of " + reasons.size() + " elements ahead " + String.join(", ", parts);
  }

  private static String is(long count) {
    return count == 1 ? "is " : "are ";
  }

  /** What bars the ways on from where the movement can get; those towards the target if any do. */
  private static List<Impediment> obstacles(
      Topology topology, int[] sources, int[] targets, BitSet unusable) {
    IndexedGraph graph = topology.graph();
    Reachability reachability = new Reachability(graph);
    BitSet near = reachability.from(sources, unusable, NOTHING);
    BitSet ahead = reachability.to(targets, NOTHING, near);
    List<Impediment> towards = new ArrayList<>();
    List<Impediment> anywhere = new ArrayList<>();
    for (int arc = unusable.nextSetBit(0); arc >= 0; arc = unusable.nextSetBit(arc + 1)) {
      if (near.get(graph.tail(arc)) && !near.get(graph.head(arc))) {
        for (Impediment found : topology.impediments(arc)) {
          if (found.effect() == Effect.BARS) {
            anywhere.add(found);
            if (ahead.get(graph.head(arc))) {
              towards.add(found);
            }
          }
        }
      }
    }
    return (towards.isEmpty() ? anywhere : towards).stream().distinct().toList();
  }
}
