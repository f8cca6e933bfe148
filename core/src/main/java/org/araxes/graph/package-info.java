/**
 * <b>Graph: graphs as arrays, and the algorithms on them; knows no borders. Not public API.</b>
 *
 * <p>Questions answered here: what is reachable from where; which path costs least; which are the
 * next best ones; which path meets the fewest different labels; which keys open a path; how likely
 * a graph whose parts fall at random still leads from here to there.
 *
 * <p>Start at {@link org.araxes.graph.IndexedGraph}: vertices and arcs are numbers from zero,
 * parallel arcs and loops are ordinary, and a two-way edge is two arcs. {@link
 * org.araxes.graph.Reachability}, {@link org.araxes.graph.ShortestPaths}, {@link
 * org.araxes.graph.KShortestPaths} and {@link org.araxes.graph.FewestLabels} ask it questions. What
 * is barred is said with bit sets of arcs and vertices, so one graph serves every date, movement
 * and scenario. {@link org.araxes.graph.KeyQuotient} shrinks a graph whose arcs need keys without
 * changing who gets through, and {@link org.araxes.graph.KeyDiagram} holds the answers for all sets
 * of keys at once. A {@link org.araxes.graph.ReliabilityProblem} knows chances besides; {@link
 * org.araxes.graph.FrontierReliability} answers it exactly, {@link
 * org.araxes.graph.SampledReliability} and {@link org.araxes.graph.RareFailure} by samples, {@link
 * org.araxes.graph.ReliabilityBounds} between bounds.
 *
 * <p>Not here: what a vertex or an arc stands for, and units. These types may change in any
 * release.
 */
@NullMarked
package org.araxes.graph;

import org.jspecify.annotations.NullMarked;
