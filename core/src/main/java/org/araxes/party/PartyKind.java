package org.araxes.party;

/** What sort of party it is. */
public enum PartyKind {
  /** A state; its id is its ISO 3166-1 alpha-2 code. */
  STATE,
  /** A body of a state. */
  AUTHORITY,
  /** A company. */
  COMPANY,
  /** Several parties acting together under a contract. */
  CONSORTIUM,
  /** An international or other organisation. */
  ORGANISATION,
  /** A natural person. */
  PERSON
}
