/**
 * <b>Study: one question over many dates.</b>
 *
 * <p>Questions answered here: on which days does an answer change, and which facts changed that
 * day.
 *
 * <p>Start at {@link org.araxes.study.Timeline}.
 *
 * <p>Not here: the questions themselves; any function of a snapshot will do.
 */
@NullMarked
package org.araxes.study;

import org.jspecify.annotations.NullMarked;
