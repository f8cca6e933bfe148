package org.araxes.audit;

import java.util.List;
import java.util.Optional;
import java.util.SortedSet;
import java.util.stream.Stream;
import org.araxes.answer.Finding;
import org.araxes.network.TransitNetwork;

/**
 * A network hangs together.
 *
 * <p>A warning for every piece of two or more nodes that no edge of any mode or status ties to the
 * largest piece. A piece is named by its first node in order of id.
 */
final class UnreachableIsland implements Rule {
  @Override
  public String code() {
    return "unreachable_island";
  }

  @Override
  public Stream<Finding> check(TransitNetwork network) {
    List<SortedSet<String>> pieces = Words.pieces(network);
    Optional<SortedSet<String>> largest =
        pieces.stream().reduce((one, two) -> two.size() > one.size() ? two : one);
    return pieces.stream()
        .filter(piece -> piece.size() > 1 && piece != largest.orElse(piece))
        .map(
            piece ->
                Finding.warning(
                    code(),
                    piece.first(),
                    "This piece of "
                        + piece.size()
                        + " nodes is tied to nothing else. Maybe an edge is missing?"));
  }
}
