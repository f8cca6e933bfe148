/**
 * <b>Answer: yes, no, or not known, with the reason.</b>
 *
 * <p>Questions answered here: what an answer looks like when there is none, how long a question may
 * take and how it tells of its progress, how its pieces are shared out among threads, and what a
 * flaw in data looks like.
 *
 * <p>Start at {@link org.araxes.answer.Truth}, {@link org.araxes.answer.Budget} and {@link
 * org.araxes.answer.Finding}.
 *
 * <p>Not here: why a movement is barred, which is an impediment of room {@code border}.
 */
@NullMarked
package org.araxes.answer;

import org.jspecify.annotations.NullMarked;
