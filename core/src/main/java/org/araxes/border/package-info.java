/**
 * <b>Border: jurisdictions, crossings, movements, and what impedes a movement there.</b>
 *
 * <p>Questions answered here: what wants to pass, whether a crossing lets it pass on a day in that
 * direction, for which loads, weights, residents, vehicles and seasons, at which hours, how long
 * that takes, whom one meets there, under which regime, which permits two states ask of each
 * other's vehicles, and which kinds of impediment there are.
 *
 * <p>Start at {@link org.araxes.border.Movement} and {@link org.araxes.border.Crossing}; {@link
 * org.araxes.border.OpeningHours} reads hours, {@link org.araxes.border.Regime} describes transit
 * in general.
 *
 * <p>Not here: what treaties change (room {@code agreement}) and how freely a whole route passes
 * (room {@code passage}).
 */
@NullMarked
package org.araxes.border;

import org.jspecify.annotations.NullMarked;
