package org.araxes.party;

/**
 * What is held. Each kind has the interest type of the Beneficial Ownership Data Standard 0.4 that
 * says the same, or the nearest there is.
 */
public enum StakeKind {
  /** Shares of the capital, carrying votes alike unless the holder's votes are stated apart. */
  SHARES("shareholding", true, true),
  /** Votes. Where a holder has shares as well, these say how it votes. */
  VOTES("votingRights", false, true),
  /** The right to appoint so much of the board, which decides ordinary matters. */
  BOARD("appointmentOfBoard", false, false),
  /** A body of a state, or the like: by law all that it has and decides is the holder's. */
  BY_LAW("controlByLegalFramework", true, true),
  /** Rights under the company's own articles, beside shares and votes. */
  ARTICLES("controlViaCompanyRulesOrArticles", false, false),
  /** Rights under a contract. */
  CONTRACT("rightsGrantedByContract", false, false),
  /** Rights under a contract that stand only once a condition is met. */
  CONDITIONAL_CONTRACT("conditionalRightsGrantedByContract", false, false),
  /** The use of what the party owns, against rent. */
  LEASE("enjoymentAndUseOfAssets", false, false),
  /** The right to build or run what the party owns. */
  CONCESSION("rightsGrantedByContract", false, false),
  /** A part of the profit, without shares. */
  PROFIT("rightsToProfitOrIncome", false, false),
  /** A part of what is left when the party is wound up, without shares. */
  SURPLUS("rightsToSurplusAssetsOnDissolution", false, false),
  /** Influence of any other sort. */
  INFLUENCE("otherInfluenceOrControl", false, false);

  private final String bodsType;
  private final boolean capital;
  private final boolean votes;

  StakeKind(String bodsType, boolean capital, boolean votes) {
    this.bodsType = bodsType;
    this.capital = capital;
    this.votes = votes;
  }

  /**
   * The interest type of the Beneficial Ownership Data Standard 0.4. A contract and a concession
   * share one.
   *
   * @return its code, for instance {@code shareholding}
   */
  public String bodsType() {
    return bodsType;
  }

  /**
   * Whether the holder owns that part of the party, so that it counts in look-through shares.
   *
   * @return true for shares, and for what is the holder's by law
   */
  public boolean capital() {
    return capital;
  }

  /**
   * Whether the holder has that part of the votes in the meeting of holders.
   *
   * @return true for shares, votes, and what is the holder's by law
   */
  public boolean votes() {
    return votes;
  }
}
