package org.araxes.border;

/** Whether permits are left. */
public enum QuotaState {
  /** Nobody says that they ran short. */
  AVAILABLE,
  /** Some ran out: one waits. */
  SCARCE,
  /** None is left. */
  EXHAUSTED
}
