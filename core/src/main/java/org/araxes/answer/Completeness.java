package org.araxes.answer;

/** Whether an answer is all there is. */
public enum Completeness {
  /** Nothing is missing. */
  COMPLETE,
  /** The budget ended first: what is given is right, more may exist. */
  TRUNCATED
}
