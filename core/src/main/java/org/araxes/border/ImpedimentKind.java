package org.araxes.border;

/** Why a movement is barred or slowed: exactly these kinds. */
public enum ImpedimentKind {
  /** Not built, or no longer. */
  MISSING_LINK,
  /** Shut by somebody. */
  CLOSURE,
  /** Stopped and checked. */
  CONTROL_STOP,
  /** Needs a permit, or a quota may be used up. */
  PERMIT,
  /** Open at some hours only. */
  OPENING_HOURS,
  /** Costs a fee. */
  FEE,
  /** The gauge or the mode changes. */
  BREAK_OF_GAUGE_OR_MODE,
  /** Cannot take as much. */
  CAPACITY,
  /** Unsafe. */
  SECURITY,
  /** Somebody decides at will. */
  DISCRETIONARY,
  /** Under the control of another state than the mover's. */
  FOREIGN_CONTROL,
  /** Nobody can say whether it is impeded. */
  UNKNOWN
}
