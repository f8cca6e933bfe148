package org.araxes.leverage;

/** Whether power is measured by what a party can do, or by what it may do. */
public enum Basis {
  /** What a party can stop, lawfully or not. */
  FACTUAL,
  /**
   * What a party may stop without breach: where an agreement binds it under the legal threshold of
   * the view, its consent is taken as given.
   */
  LAWFUL
}
