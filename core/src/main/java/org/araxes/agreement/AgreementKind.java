package org.araxes.agreement;

/** What sort of instrument it is. */
public enum AgreementKind {
  /** A treaty. */
  TREATY,
  /** An agreement between governments or parties. */
  AGREEMENT,
  /** A declaration. */
  DECLARATION,
  /** A statement. */
  STATEMENT,
  /** A memorandum of understanding. */
  MEMORANDUM,
  /** A framework. */
  FRAMEWORK,
  /** A contract, for instance a concession. */
  CONTRACT,
  /** A convention open to many. */
  CONVENTION,
  /** One party's act: a law, a decree, a waiver. */
  UNILATERAL_ACT
}
