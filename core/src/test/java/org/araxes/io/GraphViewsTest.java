package org.araxes.io;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.time.LocalDate;
import org.araxes.border.CrossingFact;
import org.araxes.border.CrossingState;
import org.araxes.border.Mode;
import org.araxes.border.Movement;
import org.araxes.evidence.Validity;
import org.araxes.geometry.Wgs84;
import org.araxes.network.LengthBasis;
import org.araxes.network.NetworkView;
import org.araxes.network.NodeKind;
import org.araxes.network.Quality;
import org.araxes.network.Status;
import org.araxes.network.Territory;
import org.araxes.network.TransitEdge;
import org.araxes.network.TransitNetwork;
import org.araxes.network.TransitNode;
import org.araxes.party.Party;
import org.araxes.quantity.Distance;
import org.jgrapht.Graph;
import org.jgrapht.GraphPath;
import org.jgrapht.alg.connectivity.ConnectivityInspector;
import org.jgrapht.alg.connectivity.KosarajuStrongConnectivityInspector;
import org.jgrapht.alg.shortestpath.DijkstraShortestPath;
import org.junit.jupiter.api.Test;

/** Algorithms of JGraphT run on the network, parallel edges, loops and one-way edges included. */
class GraphViewsTest {
  private static final LocalDate DAY = LocalDate.of(2026, 1, 1);
  private static final TransitNode A = TransitNode.of("a", NodeKind.CITY, 46, 39, "AZ");
  private static final TransitNode B = TransitNode.of("b", NodeKind.CITY, 46.5, 39, "AZ");
  private static final TransitNode C = TransitNode.of("c", NodeKind.CITY, 47, 39, "AZ");
  private static final TransitNode ALONE = TransitNode.of("z", NodeKind.CITY, 47.5, 39, "AZ");

  /** a = b (twice by road, once by rail, once planned), b -> c one way, a loop at b, z alone. */
  private static final TransitNetwork NETWORK =
      TransitNetwork.builder("graph")
          .addTerritory(Territory.of("AZ"))
          .addParty(Party.state("AZ"))
          .addNode(A)
          .addNode(B)
          .addNode(C)
          .addNode(ALONE)
          .addEdge(road("long", A, B, 60).build())
          .addEdge(road("short", A, B, 50).build())
          .addEdge(road("planned", A, B, 1).status(Status.PLANNED).build())
          .addEdge(
              TransitEdge.builder("rail", "a", "b", Mode.RAIL, "AZ")
                  .straight(A, B)
                  .gauge(1520)
                  .length(Distance.ofKilometres(40), LengthBasis.STATED)
                  .build())
          .addEdge(road("down", B, C, 50).oneWay().build())
          .addEdge(
              TransitEdge.builder("loop", "b", "b", Mode.ROAD, "AZ")
                  .geometry(Wgs84.line(46.5, 39, 46.6, 39.1, 46.5, 39), Quality.SCHEMATIC)
                  .build())
          .build();

  private static TransitEdge.Builder road(String id, TransitNode from, TransitNode to, int km) {
    return TransitEdge.builder(id, from.id(), to.id(), Mode.ROAD, "AZ")
        .straight(from, to)
        .length(Distance.ofKilometres(km), LengthBasis.STATED);
  }

  private static NetworkView view(Mode... modes) {
    return NETWORK.on(DAY).moving(Movement.freight().by(modes).build());
  }

  @Test
  void everythingIsThereWhenDirectionIsIgnored() {
    Graph<TransitNode, TransitEdge> graph = GraphViews.ignoringDirection(NETWORK);
    assertThat(graph.vertexSet()).containsExactly(A, B, C, ALONE);
    assertThat(graph.edgeSet().stream().map(TransitEdge::id))
        .containsExactly("down", "long", "loop", "planned", "rail", "short");
    assertThat(graph.getAllEdges(A, B)).hasSize(4);
    assertThat(graph.getEdgeWeight(NETWORK.edge("short"))).isEqualTo(50_000);
    assertThat(graph.getEdgeWeight(NETWORK.edge("loop")))
        .isEqualTo(NETWORK.edge("loop").geodesicLength().metres());
    assertThat(graph.getType().isAllowingMultipleEdges()).isTrue();
    assertThat(graph.getType().isAllowingSelfLoops()).isTrue();
  }

  @Test
  void connectivityIsInspected() {
    ConnectivityInspector<TransitNode, TransitEdge> inspector =
        new ConnectivityInspector<>(GraphViews.ignoringDirection(NETWORK));
    assertThat(inspector.connectedSets()).hasSize(2);
    assertThat(inspector.pathExists(C, A)).isTrue();
    assertThat(inspector.connectedSetOf(ALONE)).containsExactly(ALONE);
  }

  @Test
  void theShortestWayTakesTheShorterOfParallelEdges() {
    GraphPath<TransitNode, DirectedEdge> path =
        new DijkstraShortestPath<>(GraphViews.directed(view(Mode.ROAD), GraphViews.Weight.METRES))
            .getPath(A, C);
    assertThat(path.getEdgeList()).map(arc -> arc.edge().id()).containsExactly("short", "down");
    assertThat(path.getWeight()).isEqualTo(100_000);
  }

  @Test
  void aOneWayEdgeIsNotGoneBackwards() {
    Graph<TransitNode, DirectedEdge> graph =
        GraphViews.directed(view(Mode.ROAD), GraphViews.Weight.METRES);
    assertThat(new DijkstraShortestPath<>(graph).getPath(C, A)).isNull();
    assertThat(graph.getAllEdges(B, A)).hasSize(2).allMatch(arc -> !arc.forward());
    assertThat(graph.getAllEdges(B, B)).hasSize(2);
    assertThat(new KosarajuStrongConnectivityInspector<>(graph).stronglyConnectedSets()).hasSize(3);
  }

  @Test
  void onlyWhatTheMovementMayUseIsThere() {
    assertThat(GraphViews.directed(view(Mode.RAIL), GraphViews.Weight.METRES).edgeSet())
        .map(arc -> arc.edge().id() + arc.forward())
        .containsExactly("railtrue", "railfalse");
    assertThat(GraphViews.directed(view(Mode.ROAD), GraphViews.Weight.METRES).edgeSet())
        .noneMatch(arc -> arc.edge().id().equals("planned"));
    NetworkView narrow =
        NETWORK.on(DAY).moving(Movement.freight().by(Mode.RAIL).gauge(1435).build());
    assertThat(GraphViews.directed(narrow, GraphViews.Weight.METRES).edgeSet()).isEmpty();
  }

  @Test
  void secondsAreThoseOfTheMovement() {
    NetworkView view = view(Mode.ROAD);
    Graph<TransitNode, DirectedEdge> graph = GraphViews.directed(view, GraphViews.Weight.SECONDS);
    DirectedEdge arc = graph.getAllEdges(B, C).iterator().next();
    double kmh = view.terms().assumptions().speedKmh(view.movement(), NETWORK.edge("down"));
    assertThat(graph.getEdgeWeight(arc)).isCloseTo(50 / kmh * 3_600, within(1e-6));
    assertThat(arc).hasToString("b -> c by down");
  }

  @Test
  void aShutCrossingStopsNothingByItself() {
    TransitNode gate = TransitNode.of("gate", NodeKind.BORDER_CROSSING, 46.25, 39, "AZ", "GE");
    TransitNode far = TransitNode.of("far", NodeKind.CITY, 46, 39.5, "GE");
    TransitNetwork two =
        TransitNetwork.builder("two")
            .addNode(A)
            .addNode(gate)
            .addNode(far)
            .addEdge(road("here", A, gate, 20).build())
            .addEdge(
                TransitEdge.builder("there", "gate", "far", Mode.ROAD, "GE")
                    .straight(gate, far)
                    .build())
            .addCrossingFact(CrossingFact.state("gate", CrossingState.CLOSED, Validity.ALWAYS, ""))
            .build();
    NetworkView view = two.on(DAY).moving(Movement.freight().build());
    assertThat(
            new DijkstraShortestPath<>(GraphViews.directed(view, GraphViews.Weight.METRES))
                .getPath(A, far))
        .isNotNull();
  }

  @Test
  void nobodyCanChangeTheViews() {
    Graph<TransitNode, TransitEdge> graph = GraphViews.ignoringDirection(NETWORK);
    assertThatThrownBy(() -> graph.removeVertex(A))
        .isInstanceOf(UnsupportedOperationException.class);
    assertThatThrownBy(() -> graph.setEdgeWeight(NETWORK.edge("short"), 1))
        .isInstanceOf(UnsupportedOperationException.class);
  }

  @Test
  void theShippedNetworkIsAGraphToo() {
    Graph<TransitNode, TransitEdge> graph = GraphViews.ignoringDirection(Datasets.southCaucasus());
    assertThat(graph.vertexSet()).hasSameSizeAs(Datasets.southCaucasus().nodes());
    assertThat(graph.edgeSet()).hasSameSizeAs(Datasets.southCaucasus().edges());
  }
}
