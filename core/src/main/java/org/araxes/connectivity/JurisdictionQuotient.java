package org.araxes.connectivity;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.araxes.answer.Budget;
import org.araxes.answer.Completeness;
import org.araxes.answer.Progress;
import org.araxes.border.Jurisdictions;
import org.araxes.graph.ArcPath;
import org.araxes.graph.Components;
import org.araxes.graph.IndexedGraph;
import org.araxes.graph.LabelCuts;
import org.araxes.graph.ShortestPaths;
import org.araxes.network.ArcKind;
import org.araxes.network.Route;
import org.araxes.network.Topology;

/**
 * The connection seen through jurisdictions alone.
 *
 * <p><b>Definition.</b> A piece is what hangs together within one jurisdiction, over what is open
 * without passing a border. Two pieces are joined where an open crossing leads from one to the
 * other. A way through pieces is a row of different ones from a piece of a source to a piece of a
 * target, and what it says is true of the network: where every stretch of a piece can be used both
 * ways, {@link #routeAlong} lifts each back to a route.
 *
 * <p><b>Order.</b> Pieces by jurisdiction, then by their first node. Ways with fewer pieces first,
 * then in order of pieces.
 */
public final class JurisdictionQuotient {
  private static final BitSet NOTHING = new BitSet(0);

  private final Topology topology;
  private final int[] sources;
  private final int[] targets;
  private final SortedSet<String> ends;
  private final Progress progress;
  private final BitSet shut;
  private final List<Piece> pieces;
  private final int[] pieceOf;
  private final IndexedGraph joins;
  private final List<SortedSet<String>> crossingsOf;
  private final int[] startPieces;
  private final int[] endPieces;

  /**
   * What hangs together within one jurisdiction.
   *
   * @param number its place among the pieces, from 0
   * @param jurisdiction its code
   * @param nodes ids in order; a crossing is in a piece on each side, and a station of two gauges
   *     without a transhipment in one on each gauge
   */
  public record Piece(int number, String jurisdiction, SortedSet<String> nodes) {
    /** Copies. */
    public Piece {
      nodes = Collections.unmodifiableSortedSet(new TreeSet<>(nodes));
    }

    @Override
    public String toString() {
      return jurisdiction + " around " + nodes.first() + " (" + nodes.size() + " nodes)";
    }
  }

  /**
   * A row of pieces.
   *
   * @param pieces in order of travel
   * @param crossings between each and the next, any of which may be taken: ids in order
   */
  public record Passage(List<Piece> pieces, List<SortedSet<String>> crossings) {
    /** Copies, and rejects a row without pieces. */
    public Passage {
      pieces = List.copyOf(pieces);
      crossings = List.copyOf(crossings);
      if (pieces.isEmpty()) {
        throw new IllegalArgumentException("A way through pieces has one piece at least");
      }
    }

    /**
     * The jurisdictions passed through.
     *
     * @return codes in order of travel
     */
    public List<String> jurisdictions() {
      return pieces.stream().map(Piece::jurisdiction).toList();
    }
  }

  /**
   * Ways through pieces.
   *
   * @param list in order
   * @param completeness truncated if the budget ended the list
   */
  public record Passages(List<Passage> list, Completeness completeness) {
    /** Copies. */
    public Passages {
      list = List.copyOf(list);
    }
  }

  JurisdictionQuotient(Between between, Progress progress) {
    topology = between.topology;
    sources = between.sources;
    targets = between.targets;
    ends = between.ends;
    this.progress = progress;
    shut = between.shut();
    IndexedGraph graph = topology.graph();
    BitSet within = (BitSet) shut.clone();
    for (int arc = 0; arc < graph.arcCount(); arc++) {
      if (topology.kind(arc) == ArcKind.CROSSING) {
        within.set(arc);
      }
    }
    int[] component = Components.weak(graph, within);
    Map<Integer, TreeSet<String>> nodes = new TreeMap<>();
    Map<Integer, String> codes = new TreeMap<>();
    for (int vertex = 0; vertex < component.length; vertex++) {
      nodes
          .computeIfAbsent(component[vertex], c -> new TreeSet<>())
          .add(topology.node(vertex).id());
      codes.putIfAbsent(component[vertex], codeOf(vertex));
    }
    List<Integer> order = new ArrayList<>(nodes.keySet());
    order.sort(
        (a, b) -> {
          int byCode = codes.getOrDefault(a, "").compareTo(codes.getOrDefault(b, ""));
          return byCode != 0 ? byCode : Integer.compare(a, b); // components are by lowest vertex
        });
    List<Piece> named = new ArrayList<>();
    int[] rank = new int[order.size()];
    for (int component0 : order) {
      rank[component0] = named.size();
      named.add(
          new Piece(
              named.size(),
              codes.getOrDefault(component0, ""),
              nodes.getOrDefault(component0, new TreeSet<>())));
    }
    pieces = List.copyOf(named);
    pieceOf = Arrays.stream(component).map(c -> rank[c]).toArray();
    Map<Long, TreeSet<String>> passings = new TreeMap<>();
    for (int arc = shut.nextClearBit(0); arc < graph.arcCount(); arc = shut.nextClearBit(arc + 1)) {
      int tail = pieceOf[graph.tail(arc)];
      int head = pieceOf[graph.head(arc)];
      if (tail != head) {
        passings
            .computeIfAbsent((long) tail * pieces.size() + head, k -> new TreeSet<>())
            .add(topology.element(arc));
      }
    }
    IndexedGraph.Builder builder = IndexedGraph.builder(pieces.size());
    List<SortedSet<String>> crossings = new ArrayList<>();
    passings.forEach(
        (key, ids) -> {
          builder.arc((int) (key / pieces.size()), (int) (key % pieces.size()));
          crossings.add(Collections.unmodifiableSortedSet(ids));
        });
    joins = builder.build();
    crossingsOf = List.copyOf(crossings);
    startPieces = Arrays.stream(sources).map(v -> pieceOf[v]).distinct().sorted().toArray();
    endPieces = Arrays.stream(targets).map(v -> pieceOf[v]).distinct().sorted().toArray();
  }

  private String codeOf(int vertex) {
    return topology.side(vertex).isEmpty()
        ? topology.node(vertex).jurisdictions().get(0)
        : topology.side(vertex);
  }

  /**
   * The pieces.
   *
   * @return all of them, also those that are on no way
   */
  public List<Piece> pieces() {
    return pieces;
  }

  /**
   * The ways through pieces.
   *
   * <p><b>Cost.</b> One step a row begun; there may be exponentially many.
   *
   * @param budget ends the list
   * @return those that come to a piece of a target for the first time at their end
   */
  public Passages passages(Budget budget) {
    Work work = new Work(budget, progress, "ways through states");
    List<Passage> found = new ArrayList<>();
    BitSet starts = set(startPieces);
    BitSet goals = set(endPieces);
    List<int[]> rows = new ArrayList<>();
    for (int start : startPieces) {
      rows.add(new int[] {start});
    }
    for (int next = 0; next < rows.size(); next++) {
      if (!work.getAsBoolean()) {
        return new Passages(found, Completeness.TRUNCATED);
      }
      int[] row = rows.get(next);
      int last = row[row.length - 1];
      if (goals.get(last)) {
        found.add(passage(row));
        continue;
      }
      joins
          .outArcs(last)
          .map(joins::head)
          .filter(piece -> !starts.get(piece) && Arrays.stream(row).noneMatch(p -> p == piece))
          .sorted()
          .forEach(
              piece -> {
                int[] longer = Arrays.copyOf(row, row.length + 1);
                longer[row.length] = piece;
                rows.add(longer);
              });
    }
    return new Passages(found, Completeness.COMPLETE);
  }

  private static BitSet set(int[] numbers) {
    BitSet set = new BitSet();
    Arrays.stream(numbers).forEach(set::set);
    return set;
  }

  private Passage passage(int[] row) {
    List<Piece> through = new ArrayList<>();
    List<SortedSet<String>> between = new ArrayList<>();
    for (int i = 0; i < row.length; i++) {
      through.add(pieces.get(row[i]));
      if (i > 0) {
        int before = row[i - 1];
        int here = row[i];
        joins
            .outArcs(before)
            .filter(arc -> joins.head(arc) == here)
            .forEach(arc -> between.add(crossingsOf.get(arc)));
      }
    }
    return new Passage(through, between);
  }

  /**
   * Lifts a way through pieces back to the network.
   *
   * @param passage one of {@link #passages}
   * @param weight by what one route is better than another
   * @return the lightest route through exactly these pieces in this order; empty where one-way
   *     stretches within a piece forbid it
   * @throws IllegalArgumentException if the passage has a piece that is not of this quotient
   */
  public Optional<Route> routeAlong(Passage passage, Weight weight) {
    Map<Integer, Integer> place = new LinkedHashMap<>();
    for (Piece piece : passage.pieces()) {
      int number = piece.number();
      if (number < 0 || number >= pieces.size() || !pieces.get(number).equals(piece)) {
        throw new IllegalArgumentException(
            "There is no piece " + piece + ". Maybe it is of another day or movement?");
      }
      place.put(number, place.size());
    }
    IndexedGraph graph = topology.graph();
    BitSet barred = (BitSet) shut.clone();
    for (int arc = barred.nextClearBit(0);
        arc < graph.arcCount();
        arc = barred.nextClearBit(arc + 1)) {
      int tail = place.getOrDefault(pieceOf[graph.tail(arc)], -2);
      int head = place.getOrDefault(pieceOf[graph.head(arc)], -2);
      if (tail < 0 || head < 0 || (head != tail && head != tail + 1)) {
        barred.set(arc);
      }
    }
    int first = passage.pieces().get(0).number();
    int last = passage.pieces().get(passage.pieces().size() - 1).number();
    int[] from = Arrays.stream(sources).filter(v -> pieceOf[v] == first).toArray();
    int[] to = Arrays.stream(targets).filter(v -> pieceOf[v] == last).toArray();
    Optional<ArcPath> path =
        ShortestPaths.in(graph, weight.of(topology)).between(from, to, barred, NOTHING);
    return path.map(way -> topology.route(way.arcs().toArray(), way.start()));
  }

  /**
   * The minimal sets of states without which there is no way; those of the places asked about stay.
   *
   * @param budget a step is a search
   * @return cuts whose elements are states, by number, then codes; the costs are their sizes. Who
   *     could shut a state is not said
   */
  public Cuts stateCuts(Budget budget) {
    Map<String, Integer> numbers = new TreeMap<>();
    TreeSet<String> spared = new TreeSet<>();
    for (String end : ends) {
      topology
          .view()
          .network()
          .node(end)
          .jurisdictions()
          .forEach(code -> spared.add(Jurisdictions.stateOf(code)));
    }
    for (Piece piece : pieces) {
      String state = Jurisdictions.stateOf(piece.jurisdiction());
      if (!spared.contains(state)) {
        numbers.put(state, -1);
      }
    }
    List<String> names = new ArrayList<>(numbers.keySet());
    for (int i = 0; i < names.size(); i++) {
      numbers.put(names.get(i), i);
    }
    int[][] labels = new int[joins.arcCount()][];
    for (int arc = 0; arc < labels.length; arc++) {
      TreeSet<Integer> own = new TreeSet<>();
      for (int piece : new int[] {joins.tail(arc), joins.head(arc)}) {
        Integer state = numbers.get(Jurisdictions.stateOf(pieces.get(piece).jurisdiction()));
        if (state != null) {
          own.add(state);
        }
      }
      labels[arc] = own.stream().mapToInt(label -> label).toArray();
    }
    long[] ones = new long[names.size()];
    Arrays.fill(ones, 1);
    LabelCuts search =
        new LabelCuts(
            joins,
            startPieces,
            endPieces,
            new BitSet(),
            labels,
            ones,
            new Work(budget, progress, "cuts of states"));
    List<Cut> cuts = new ArrayList<>();
    while (search.hasNext()) {
      LabelCuts.Cut cut = search.next();
      TreeSet<String> states = new TreeSet<>(cut.labels().stream().map(names::get).toList());
      cuts.add(new Cut(states, cut.cost(), new TreeSet<>(), new TreeSet<>()));
    }
    Collections.sort(cuts);
    String reason = "";
    if (cuts.isEmpty() && search.isComplete()) {
      reason = "Some way stays within the states of the places asked about";
    } else if (!cuts.isEmpty() && cuts.get(0).elements().isEmpty()) {
      reason = "There is no way to cut on " + topology.view().date();
    }
    return new Cuts(
        cuts, search.isComplete() ? Completeness.COMPLETE : Completeness.TRUNCATED, reason);
  }
}
