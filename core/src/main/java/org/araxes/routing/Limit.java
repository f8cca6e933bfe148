package org.araxes.routing;

/**
 * What a route must keep off, or must pass.
 *
 * @param demand whether to keep off or to pass
 * @param subject of which kind the thing is
 * @param id the code of a state or a part of one, or the id of a party, an edge or a node
 */
public record Limit(Demand demand, Subject subject, String id) {
  /** Whether to keep off or to pass. */
  public enum Demand {
    /** The route keeps off. */
    AVOID,
    /** The route passes at least once. */
    REQUIRE
  }

  /** Of which kind a thing is, and what it means to pass it. */
  public enum Subject {
    /** A state or a part of one: a route passes it when it goes along an edge there. */
    STATE,
    /** A party: a route passes it where that party alone can shut the edge or border it uses. */
    PARTY,
    /** An edge or a node: a route passes an edge that it uses and a node that it comes to. */
    ELEMENT
  }

  /**
   * Tells the limit in words.
   *
   * @return for instance {@code avoid the party RU}
   */
  @Override
  public String toString() {
    String verb = demand == Demand.AVOID ? "avoid" : "pass";
    return switch (subject) {
      case STATE -> verb + " the state " + id;
      case PARTY -> verb + " the party " + id;
      case ELEMENT -> verb + " " + id;
    };
  }
}
