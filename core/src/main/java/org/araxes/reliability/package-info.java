/**
 * <b>Reliability: how likely a connection holds.</b>
 *
 * <p>Questions answered here: with what probability some way stays open when nodes, edges, parties
 * and agreements fail at random, alone or together; between which bounds, where the inputs are
 * bounds; on what that probability hangs most; what samples say where it is too wide to be worked
 * out; and what the best way that is left takes.
 *
 * <p>Start at {@link org.araxes.reliability.Reliability}.
 *
 * <p>Not here: who could shut it on purpose (room {@code leverage}), which elements alone would cut
 * it (room {@code connectivity}), and what the numbers are founded on ({@link
 * org.araxes.network.SurvivalFact}).
 */
@NullMarked
package org.araxes.reliability;

import org.jspecify.annotations.NullMarked;
