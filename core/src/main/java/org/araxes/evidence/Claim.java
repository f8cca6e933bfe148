package org.araxes.evidence;

/**
 * A value, the days for which it is claimed, and what stands behind it.
 *
 * @param <T> what kind of value
 * @param value the value
 * @param validity the days
 * @param evidence who says so
 */
public record Claim<T>(T value, Validity validity, Evidence evidence) {}
