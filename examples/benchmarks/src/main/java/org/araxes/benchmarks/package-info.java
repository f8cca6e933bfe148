/**
 * <b>Benchmarks: how fast, how much memory, and against whom.</b>
 *
 * <p>Questions answered here: how long does Araxes take for a question, and how long another
 * library for the same question on the same input.
 *
 * <p>Start at {@link org.araxes.benchmarks.Benchmarks}, which runs all and prints the table; every
 * class with methods marked {@link org.araxes.benchmarks.Row} gives rows of it.
 *
 * <p>Not here: whether an answer is right, which the tests of each room see to. Still every class
 * compares its answers with the peer's before anything is timed.
 */
@NullMarked
package org.araxes.benchmarks;

import org.jspecify.annotations.NullMarked;
