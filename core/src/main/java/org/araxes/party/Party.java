package org.araxes.party;

import org.araxes.evidence.Evidence;
import org.araxes.evidence.Names;

/**
 * A state, company, authority or consortium that holds a role or a share.
 *
 * @param id its id
 * @param kind what sort
 * @param jurisdiction the state it belongs to or is registered in, or empty
 * @param names what it is called
 * @param evidence who says so
 */
public record Party(
    String id, PartyKind kind, String jurisdiction, Names names, Evidence evidence) {
  // Rejects a blank id.
  public Party {
    if (id.isBlank()) {
      throw new IllegalArgumentException("A party has an id");
    }
  }

  /**
   * A state with its code for a name.
   *
   * @param code ISO 3166-1 alpha-2
   * @return the party
   */
  public static Party state(String code) {
    return new Party(code, PartyKind.STATE, code, Names.of(code), Evidence.NONE);
  }

  /**
   * A company named like its id.
   *
   * @param id its id
   * @param jurisdiction where it is registered, or empty
   * @return the party
   */
  public static Party company(String id, String jurisdiction) {
    return new Party(id, PartyKind.COMPANY, jurisdiction, Names.of(id), Evidence.NONE);
  }
}
