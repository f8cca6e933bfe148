package org.araxes.capacity;

import java.util.ArrayList;
import java.util.List;
import org.araxes.graph.ArcPath;
import org.araxes.graph.SharedCapacityFlow;

/** What a set of paths carries. */
final class Packed {
  private final List<Paths.Piece> pieces;
  private final double[] amounts;

  Packed(List<Paths.Piece> pieces, double[] amounts) {
    this.pieces = pieces;
    this.amounts = amounts;
  }

  List<Paths.Piece> pieces() {
    return pieces;
  }

  double[] amounts() {
    return amounts;
  }

  /** Nothing at all. */
  static Packed nothing() {
    return new Packed(List.of(), new double[0]);
  }

  /** Of a flow in millionths. */
  static Packed of(List<Paths.Piece> pieces) {
    return new Packed(
        pieces,
        pieces.stream().mapToDouble(piece -> piece.amount() / (double) Ledger.PARTS).toArray());
  }

  /** Of a programme over paths. */
  static Packed of(SharedCapacityFlow.Found found) {
    List<Paths.Piece> pieces = new ArrayList<>();
    for (ArcPath path : found.paths()) {
      pieces.add(new Paths.Piece(path.start(), path.arcs().toArray(), 0));
    }
    return new Packed(pieces, found.amounts());
  }
}
