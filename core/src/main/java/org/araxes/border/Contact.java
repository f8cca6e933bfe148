package org.araxes.border;

/** Whom a traveller or a load meets, from the lightest. */
public enum Contact {
  /** Nobody. */
  NONE,
  /** A machine; somebody decides out of sight. */
  MACHINE,
  /** A private firm's staff; the state decides behind it. */
  PRIVATE_FRONT_OFFICE,
  /** An officer of the controlling party. */
  OFFICER
}
