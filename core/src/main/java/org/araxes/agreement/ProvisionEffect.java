package org.araxes.agreement;

/** What a provision does. */
public enum ProvisionEffect {
  /** The party may not stop such movements there. */
  BINDS,
  /** Opens crossings. */
  OPENS,
  /** Closes crossings. */
  CLOSES,
  /** Lets pass on conditions. */
  PERMITS,
  /** Gives somebody a role. */
  GRANTS_ROLE,
  /** Does away with a control. */
  WAIVES_CONTROL,
  /** Sets a limit to how much. */
  CAPS,
  /** Says something that changes nothing in a network. */
  CONTEXT
}
