package org.araxes.audit;

import java.util.stream.Stream;
import org.araxes.answer.Finding;
import org.araxes.network.TransitNetwork;

/**
 * A node has an edge. One without may be a place that is only named, and is legal.
 *
 * <p>A warning for each node without any edge.
 */
final class IsolatedNode implements Rule {
  @Override
  public String code() {
    return "isolated_node";
  }

  @Override
  public Stream<Finding> check(TransitNetwork network) {
    return network.nodes().stream()
        .filter(node -> network.edgesAt(node.id()).isEmpty())
        .map(
            node ->
                Finding.warning(
                    code(), node.id(), "No edge begins or ends here. Maybe one is missing?"));
  }
}
