package org.araxes.evidence;

import java.util.Collections;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * Another value that some source gives for a fact: a contradiction that was recorded, not settled.
 *
 * @param subject the id of the thing
 * @param attribute which fact about it
 * @param value the other value, as written
 * @param unit its unit, or empty
 * @param evidence who says so
 * @param sides ids of the parties whose view it states, where its sources tell of several; empty
 *     where the sources themselves tell
 */
public record AlternativeClaim(
    String subject,
    String attribute,
    String value,
    String unit,
    Evidence evidence,
    SortedSet<String> sides) {
  // Copies.
  public AlternativeClaim {
    sides = Collections.unmodifiableSortedSet(new TreeSet<>(sides));
  }

  /**
   * One whose sources tell by themselves whose view it is.
   *
   * @param subject the id of the thing
   * @param attribute which fact about it
   * @param value the other value, as written
   * @param unit its unit, or empty
   * @param evidence who says so
   */
  public AlternativeClaim(
      String subject, String attribute, String value, String unit, Evidence evidence) {
    this(subject, attribute, value, unit, evidence, new TreeSet<>());
  }
}
