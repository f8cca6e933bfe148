/**
 * <b>Study: one question in many worlds: dates, scenarios, outages, and what nobody knows.</b>
 *
 * <p>Questions answered here: on which days does an answer change, and which facts caused each
 * change; what differs between two days, or between two scenarios, and which of their changes does
 * it; which outage severs a connection, and which lengthens it most; what is the answer if all that
 * nobody knows is shut, or open, and which unknowns decide it; on which facts a route rests.
 *
 * <p>Start at {@link org.araxes.study.Timeline} for dates and {@link
 * org.araxes.study.DayComparison} for two of them, {@link org.araxes.study.CaseStudy} for all
 * answers to one case and {@link org.araxes.study.Comparison} for two, {@link
 * org.araxes.study.Sweep} for outages, {@link org.araxes.study.Bracketed} and {@link
 * org.araxes.study.Provenance} for how sure an answer is; {@link org.araxes.study.MaskedEvaluator}
 * asks millions of worlds.
 *
 * <p>Not here: the questions themselves; any function of a snapshot or view will do.
 */
@NullMarked
package org.araxes.study;

import org.jspecify.annotations.NullMarked;
