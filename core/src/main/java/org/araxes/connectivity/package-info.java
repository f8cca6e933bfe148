/**
 * <b>Connectivity: what hangs together, and the smallest cuts that part it.</b>
 *
 * <p>Questions answered here: which parts of the network hang together; which elements every way
 * has to use; which are the smallest sets of edges, nodes or crossings that part two places, in
 * order of cost, and who can shut them; how many ways share no edge, node, state, owner or post;
 * through which states does one come, and which of them part the places; which barred elements,
 * opened, would leave no single point of failure.
 *
 * <p>Start at {@link org.araxes.connectivity.Connectivity}; {@link
 * org.araxes.connectivity.NetworkParts} needs no two places.
 *
 * <p>Not here: which coalitions can sever a connection (room {@code leverage}), how much fits
 * through (room {@code capacity}), how likely it holds (room {@code reliability}), the best way
 * (room {@code routing}).
 */
@NullMarked
package org.araxes.connectivity;

import org.jspecify.annotations.NullMarked;
