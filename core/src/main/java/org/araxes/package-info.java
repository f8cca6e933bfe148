/**
 * <b>Araxes: the front door.</b>
 *
 * <p>Three lines to a first answer:
 *
 * <pre>{@code
 * TransitNetwork caucasus = Datasets.southCaucasus();
 * var question = Araxes.on(caucasus).from("AZ-main").to("AZ-NX").moving(freight).on(day);
 * question.leverage().vetoParties();
 * }</pre>
 *
 * <p>Start at {@link org.araxes.Araxes}. It only puts the rooms below together; each of them can be
 * used without it.
 */
@NullMarked
package org.araxes;

import org.jspecify.annotations.NullMarked;
