package org.araxes.network;

import java.util.Comparator;
import java.util.List;
import org.araxes.evidence.Basis;
import org.araxes.evidence.Evidence;

/**
 * One thing that differs between two days, with the facts that stopped holding and those that began
 * to. Facts about the same thing in the same respect belong together: the owner who goes and the
 * owner who comes are one change.
 *
 * @param kind what sort of fact
 * @param subject id of the edge, node, crossing, party, agreement, refusing party or common cause
 *     concerned
 * @param scope in which respect, or whom it concerns; may be empty
 * @param ended what held on the earlier day and no longer does, in words, in the order of the data
 * @param begun what holds on the later day and did not before, in words, in the order of the data
 * @param evidence who says so: of the facts begun, then of those ended
 */
public record DatedChange(
    Kind kind,
    String subject,
    String scope,
    List<String> ended,
    List<String> begun,
    List<Evidence> evidence)
    implements Comparable<DatedChange> {
  private static final Comparator<DatedChange> ORDER =
      Comparator.comparing(DatedChange::kind)
          .thenComparing(DatedChange::subject)
          .thenComparing(DatedChange::scope);

  /** What sort of fact. */
  public enum Kind {
    /** Whether an edge is there for use. */
    EDGE_STATUS,
    /** Facts about a crossing: state, wait, fee, hours, capacity. */
    CROSSING,
    /** An edge shut though built. */
    CLOSURE,
    /** A consent withheld. */
    REFUSAL,
    /** A place where mode or gauge can be changed. */
    TRANSHIPMENT,
    /** The legal status of an agreement. */
    AGREEMENT,
    /** A provision of an agreement. */
    PROVISION,
    /** Who holds a role on an element. */
    ROLE,
    /** Who holds how much of a party. */
    STAKES,
    /** How a party decides. */
    DECISION,
    /** What one meets at a post. */
    CONTROL,
    /** Another speed. */
    RETIMING,
    /** Another cost of carriage. */
    REPRICING,
    /** Other gauges, or another capacity. */
    REFIT,
    /** Whether a node is there for use. */
    NODE_STATUS,
    /** How likely something holds. */
    SURVIVAL,
    /** An event that may take several things out together. */
    COMMON_CAUSE,
    /** Permits that a state asks for. */
    QUOTA
  }

  /** Copies. */
  public DatedChange {
    ended = List.copyOf(ended);
    begun = List.copyOf(begun);
    evidence = List.copyOf(evidence);
  }

  /**
   * Whether it rests on something that somebody only announced.
   *
   * @return true if any of the facts is a plan
   */
  public boolean plan() {
    return evidence.stream().anyMatch(one -> one.basis() == Basis.PLAN);
  }

  /** By kind, subject and scope. */
  @Override
  public int compareTo(DatedChange other) {
    return ORDER.compare(this, other);
  }

  /** {@code bc-bilasuvar (goods, road): now closed by IR}. */
  @Override
  public String toString() {
    String before = String.join(", ", ended);
    String after = String.join(", ", begun);
    String what =
        ended.isEmpty()
            ? "now " + after
            : begun.isEmpty() ? "no longer " + before : before + " -> " + after;
    return subject
        + (scope.isEmpty() ? "" : " (" + scope + ")")
        + ": "
        + what
        + (plan() ? " (plan)" : "");
  }
}
