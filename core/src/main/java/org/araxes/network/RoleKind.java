package org.araxes.network;

/** What a party is to an element. Independent of each other, each with its days. */
public enum RoleKind {
  /** Has sovereignty. */
  SOVEREIGN(true),
  /** Runs the territory in fact, in place of the sovereign. */
  ADMINISTERING(true),
  /** Owns the land. */
  LAND_OWNER(false),
  /** Owns the track, road or pipe. */
  INFRASTRUCTURE_OWNER(true),
  /** Holds a concession. */
  CONCESSIONAIRE(true),
  /** Runs it day by day. */
  OPERATOR(true),
  /** Controls persons at the border. */
  BORDER_CONTROL(true),
  /** Controls goods at the border. */
  CUSTOMS(true),
  /** Guards it. */
  SECURITY(true),
  /** Makes rules for it. */
  REGULATOR(false);

  private final boolean gatekeeper;

  RoleKind(boolean gatekeeper) {
    this.gatekeeper = gatekeeper;
  }

  /**
   * Whether whoever holds this role can stop traffic on the spot. A land owner and a regulator act
   * through courts and rules, not through a gate.
   *
   * @return true if the holder's consent is needed
   */
  public boolean gatekeeper() {
    return gatekeeper;
  }

  /**
   * Whether only one party can hold it on an element at a time.
   *
   * @return true if so
   */
  public boolean exclusive() {
    return this == SOVEREIGN || this == ADMINISTERING || this == CONCESSIONAIRE;
  }
}
