package org.araxes.passage;

/** What of a regime decides a grade. */
public enum RegimeAspect {
  /** The right. */
  RIGHT,
  /** A control: who, whom one meets, where. */
  CONTROL,
  /** What a person shows. */
  PERSONS,
  /** What a load goes through. */
  GOODS,
  /** On what ground somebody searches. */
  INSPECTION,
  /** How one has to travel. */
  CONDUCT,
  /** Limits to who or how much. */
  QUANTITY,
  /** Hours and season. */
  TIME,
  /** Charges. */
  MONEY,
  /** Who may suspend it. */
  SUSPENSION,
  /** Whether it hangs on the other side. */
  RECIPROCITY,
  /** That an act bars the class. */
  LAW,
  /** That it is not practised. */
  PRACTICE
}
