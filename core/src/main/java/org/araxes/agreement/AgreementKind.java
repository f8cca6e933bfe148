package org.araxes.agreement;

import java.util.List;

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
  UNILATERAL_ACT;

  /**
   * The statuses that an instrument of this kind goes through before it is in force, unless it says
   * otherwise: a treaty or a convention is signed and ratified, an act of one party needs neither,
   * everything else is signed.
   *
   * @return in order
   */
  public List<LegalStatus> lifeCycle() {
    return switch (this) {
      case TREATY, CONVENTION ->
          List.of(LegalStatus.SIGNED, LegalStatus.RATIFIED, LegalStatus.IN_FORCE);
      case AGREEMENT, DECLARATION, STATEMENT, MEMORANDUM, FRAMEWORK, CONTRACT ->
          List.of(LegalStatus.SIGNED, LegalStatus.IN_FORCE);
      case UNILATERAL_ACT -> List.of(LegalStatus.IN_FORCE);
    };
  }
}
