package org.araxes.border;

/** What is controlled at a post. */
public enum ControlFunction {
  /** Persons and their papers. */
  BORDER_POLICE,
  /** Goods and duties. */
  CUSTOMS,
  /** Plants, animals, health. */
  SANITARY,
  /** Safety. */
  SECURITY,
  /** Road or track charges. */
  TOLL
}
