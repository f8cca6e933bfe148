/**
 * <b>Quantity: numbers with their unit.</b>
 *
 * <p>Questions answered here: how far, how much money, which share, how much a day, how likely; and
 * exact fractions for votes and power indices.
 *
 * <p>Start at {@link org.araxes.quantity.Distance}. Every value checks itself at the door, so
 * nobody checks again inside.
 *
 * <p>Not here: durations and dates, which are {@link java.time.Duration} and {@link
 * java.time.LocalDate}.
 */
@NullMarked
package org.araxes.quantity;

import org.jspecify.annotations.NullMarked;
