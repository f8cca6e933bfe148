/**
 * <b>Network: the transit network, its nodes, edges and routes; immutable, dated, checked as a
 * whole.</b>
 *
 * <p>Questions answered here: what there is on a day, who can shut it, what a movement may use and
 * what bars it, how long and dear that is, how likely what holds, and what fails together.
 *
 * <p>Start at {@link org.araxes.network.TransitNetwork}: a builder makes it, {@link
 * org.araxes.network.TransitNetwork#on} looks at a day, {@link
 * org.araxes.network.NetworkSnapshot#moving} at a movement, and every question upstairs starts from
 * that {@link org.araxes.network.NetworkView}.
 *
 * <p>What changes from day to day, closures, roles, speeds, costs, gauges and capacities too,
 * carries its days; {@link org.araxes.network.DatedChanges} says what differs between two of them.
 * Where sources contradict each other, {@link org.araxes.network.TransitNetwork#seenBy} gives the
 * network as one of them, or one side, sees it.
 *
 * <p>Not here: the questions themselves (floor 6), files (room {@code io}).
 */
@NullMarked
package org.araxes.network;

import org.jspecify.annotations.NullMarked;
