package org.araxes.reliability;

import org.araxes.quantity.Probability;

/** Something that holds or fails by itself, whatever else does. */
record Chance(String subject, SubjectKind kind, Probability survival) {
  double middle() {
    return (survival.low() + survival.high()) / 2;
  }
}
