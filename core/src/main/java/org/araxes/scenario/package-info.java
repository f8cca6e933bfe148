/**
 * <b>Scenario: what if; a network and some changes make another network.</b>
 *
 * <p>Questions answered here: what the network would be if a border shut, an agreement lapsed, a
 * railway opened, a share were sold, a regime of transit were laid on a gate, one event shut
 * several things; for good or for some days; whose consent a sale needs; and where two scenarios
 * contradict each other.
 *
 * <p>Start at {@link org.araxes.scenario.Scenario}: write one with its builder, or look one up
 * among {@link org.araxes.scenario.Scenarios}, and apply it. Each kind of change is a record of
 * {@link org.araxes.scenario.Change}.
 *
 * <p>Not here: what follows from the changes, which is asked of the network that comes out, and
 * reading scenarios from files (room {@code io}).
 */
@NullMarked
package org.araxes.scenario;

import org.jspecify.annotations.NullMarked;
