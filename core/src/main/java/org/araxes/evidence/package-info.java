/**
 * <b>Evidence: who says so, how sure, and for which days.</b>
 *
 * <p>Questions answered here: where a fact comes from, when it holds, whether it is a fact or a
 * plan, which value holds on a date, what a thing is called and by whom.
 *
 * <p>Start at {@link org.araxes.evidence.Claim} and {@link org.araxes.evidence.History}.
 *
 * <p>Not here: flaws in data, which are findings of room {@code answer}.
 */
@NullMarked
package org.araxes.evidence;

import org.jspecify.annotations.NullMarked;
