/**
 * <b>Evidence: who says so, how sure, and for which days.</b>
 *
 * <p>Questions answered here: where a fact comes from, when it holds, whether it is a fact or a
 * plan, which value holds on a date, what a thing is called and by whom, and whom to believe where
 * sources contradict each other, and how a side sees things.
 *
 * <p>Start at {@link org.araxes.evidence.Claim}, {@link org.araxes.evidence.History} and {@link
 * org.araxes.evidence.Worldview}.
 *
 * <p>Not here: flaws in data, which are findings of room {@code answer}.
 */
@NullMarked
package org.araxes.evidence;

import org.jspecify.annotations.NullMarked;
