/**
 * <b>Capacity: how much fits through, and where it jams.</b>
 *
 * <p>Questions answered here: how much of a movement passes in a day; which edges, crossings,
 * yards, places or permits hold it back, and who could shut them; along which single route most
 * passes; how a wanted amount passes at least cost or in the least time; how much each party,
 * crossing, edge, yard and place takes away when it fails; and which capacities nobody knows.
 *
 * <p>Start at {@link org.araxes.capacity.Capacity}.
 *
 * <p>Not here: whether there is a way at all and what parts it (room {@code connectivity}), how
 * likely it holds (room {@code reliability}), the best way for one load (room {@code routing}).
 */
@NullMarked
package org.araxes.capacity;

import org.jspecify.annotations.NullMarked;
