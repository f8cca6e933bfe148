package org.araxes.capacity;

import org.araxes.network.Route;
import org.araxes.quantity.Throughput;

/**
 * A route and what goes along it.
 *
 * @param route the way
 * @param amount how much in a day, above 0
 */
public record Carried(Route route, Throughput amount) {}
