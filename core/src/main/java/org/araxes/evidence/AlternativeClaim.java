package org.araxes.evidence;

/**
 * Another value that some source gives for a fact: a contradiction that was recorded, not settled.
 *
 * @param subject the id of the thing
 * @param attribute which fact about it
 * @param value the other value, as written
 * @param unit its unit, or empty
 * @param evidence who says so
 */
public record AlternativeClaim(
    String subject, String attribute, String value, String unit, Evidence evidence) {}
