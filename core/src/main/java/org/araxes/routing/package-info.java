/**
 * <b>Routing: the best ways, the next best, and why there is none.</b>
 *
 * <p>Questions answered here: which way is the fastest, the shortest, the cheapest, or passes the
 * fewest states; which are the next best; which avoid or pass given states, parties and elements;
 * and where there is no way, what is in it, who put it there and how far one gets.
 *
 * <p>Start at {@link org.araxes.routing.RoutePlanner}; its {@link org.araxes.routing.RouteSearch}
 * answers with a {@link org.araxes.routing.RouteAnswer}. A route itself belongs to the hall ({@link
 * org.araxes.network.Route}).
 *
 * <p>Not here: how freely a route may be used (room {@code passage}), who can stop all of them
 * (room {@code leverage}), and the algorithms (room {@code graph}).
 */
@NullMarked
package org.araxes.routing;

import org.jspecify.annotations.NullMarked;
