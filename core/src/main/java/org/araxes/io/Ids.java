package org.araxes.io;

import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.araxes.agreement.Agreement;
import org.araxes.border.Crossing;
import org.araxes.evidence.Source;
import org.araxes.network.CommonCause;
import org.araxes.network.Region;
import org.araxes.network.Territory;
import org.araxes.network.TransitEdge;
import org.araxes.network.TransitNetwork;
import org.araxes.network.TransitNode;
import org.araxes.party.Party;

/**
 * Every id of a dataset, to check references against.
 *
 * @param sources sources
 * @param territories territories
 * @param nodes nodes
 * @param edges edges
 * @param crossings nodes on borders
 * @param corridors slugs of corridors on edges, and tags of nodes
 * @param parties parties
 * @param agreements agreements
 * @param scenarios scenarios
 * @param regions regions
 * @param causes common causes
 */
record Ids(
    Known sources,
    Known territories,
    Known nodes,
    Known edges,
    Known crossings,
    Known corridors,
    Known parties,
    Known agreements,
    Known scenarios,
    Known regions,
    Known causes) {
  private static final String DANGLING = "dangling_reference";

  static Ids of(Map<String, Table> tables) {
    Table nodeTable = table(tables, Schema.NODES);
    Table edgeTable = table(tables, Schema.EDGES);
    Known nodes = Known.of("node", DANGLING, nodeTable);
    Known edges = Known.of("edge", DANGLING, edgeTable);
    Known crossings = new Known("crossing", "unknown_crossing");
    Known corridors = new Known("corridor", "unknown_corridor");
    if (!nodes.complete()) {
      crossings.incomplete();
    }
    if (!nodes.complete() || !edges.complete()) {
      corridors.incomplete();
    }
    for (Row row : nodeTable.rows()) {
      String kind = row.text("kind");
      if (ElementFiles.onBorder(kind) || !Codes.NODE_KIND.codes().contains(kind)) {
        crossings.addShared(row.subject(), row);
      }
      for (String tag : row.text("tags").split("\\|", -1)) {
        corridors.addShared(tag, row);
      }
    }
    for (Row row : edgeTable.rows()) {
      nodes
          .find(row.subject())
          .ifPresent(
              node ->
                  row.fault(
                      "duplicate_id",
                      "id",
                      "An edge and a node share this id; the node is in "
                          + node.file()
                          + ", line "
                          + node.line()));
      for (String corridor : row.text("corridors").split("\\|", -1)) {
        corridors.addShared(corridor, row);
      }
    }
    return new Ids(
        Known.of("source", "unknown_source", table(tables, Schema.SOURCES)),
        Known.of("territory", "unknown_jurisdiction", table(tables, Schema.TERRITORIES)),
        nodes,
        edges,
        crossings,
        corridors,
        Known.of("party", "unknown_party", table(tables, Schema.PARTIES)),
        Known.of("agreement", "unknown_agreement", table(tables, Schema.AGREEMENTS)),
        Known.of("scenario", "unknown_scenario", table(tables, Schema.SCENARIOS)),
        Known.of("region", DANGLING, table(tables, Schema.REGION)),
        Known.of("common cause", DANGLING, table(tables, Schema.CAUSES)));
  }

  /** What a network knows, and the scenarios of a file. */
  static Ids of(TransitNetwork network, Table scenarios) {
    Set<String> corridors = new LinkedHashSet<>();
    network.nodes().forEach(node -> corridors.addAll(node.tags()));
    network.edges().forEach(edge -> corridors.addAll(edge.corridors()));
    return new Ids(
        known("source", "unknown_source", network.sources(), Source::id),
        known("territory", "unknown_jurisdiction", network.territories(), Territory::id),
        known("node", DANGLING, network.nodes(), TransitNode::id),
        known("edge", DANGLING, network.edges(), TransitEdge::id),
        known("crossing", "unknown_crossing", network.crossings(), Crossing::id),
        Known.of("corridor", "unknown_corridor", corridors),
        known("party", "unknown_party", network.parties(), Party::id),
        known("agreement", "unknown_agreement", network.agreements(), Agreement::id),
        Known.of("scenario", "unknown_scenario", scenarios),
        known("region", DANGLING, network.regions(), Region::id),
        known("common cause", DANGLING, network.commonCauses(), CommonCause::id));
  }

  private static <T> Known known(
      String what, String code, Collection<T> things, Function<T, String> id) {
    return Known.of(what, code, things.stream().map(id).toList());
  }

  private static Table table(Map<String, Table> tables, Schema schema) {
    return tables.getOrDefault(schema.what(), Table.unreadable(schema));
  }

  /** Whether this is the id of anything that a claim may be about. */
  boolean anything(String id) {
    return sources.contains(id)
        || territories.contains(id)
        || nodes.contains(id)
        || edges.contains(id)
        || parties.contains(id)
        || agreements.contains(id)
        || scenarios.contains(id)
        || regions.contains(id)
        || causes.contains(id);
  }

  /** Whether every file that names things could be read. */
  boolean complete() {
    return sources.complete()
        && territories.complete()
        && nodes.complete()
        && edges.complete()
        && parties.complete()
        && agreements.complete()
        && scenarios.complete()
        && regions.complete()
        && causes.complete();
  }
}
