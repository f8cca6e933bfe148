/**
 * <b>Passage: how freely one may pass: impediments met, standard applied, grade given.</b>
 *
 * <p>Questions answered here: what a movement meets on a route, in order of travel; whether a
 * connection is unimpeded, by which standard; which way proves it, or what stands against it.
 *
 * <p>Start at {@link org.araxes.passage.Passage}; {@link org.araxes.passage.Standards} holds the
 * standards shipped, {@link org.araxes.passage.Standard} says how to add one; {@link
 * org.araxes.passage.RegimeVerdict} grades a regime in law and in fact.
 *
 * <p>Not here: which way is best (room {@code routing}) and which groups could shut it (room {@code
 * leverage}).
 */
@NullMarked
package org.araxes.passage;

import org.jspecify.annotations.NullMarked;
