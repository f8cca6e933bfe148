/**
 * <b>Study: one question over many dates, and how sure its answer is.</b>
 *
 * <p>Questions answered here: on which days does an answer change, and which facts caused each
 * change; what differs between two days; what is the answer if all that nobody knows is shut, or
 * open, and which unknowns decide it; on which facts a route rests and which of them is least sure.
 *
 * <p>Start at {@link org.araxes.study.Timeline}, {@link org.araxes.study.Comparison}, {@link
 * org.araxes.study.Bracketed} and {@link org.araxes.study.Provenance}.
 *
 * <p>Not here: the questions themselves; any function of a snapshot or view will do.
 */
@NullMarked
package org.araxes.study;

import org.jspecify.annotations.NullMarked;
