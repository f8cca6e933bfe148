/**
 * <b>Geometry: points and lines on the ellipsoid.</b>
 *
 * <p>Questions answered here: how long is a line, how far apart are two points, is this a
 * coordinate at all.
 *
 * <p>Start at {@link org.araxes.geometry.Geodesy}. Coordinates are WGS 84, longitude first, in
 * degrees; lengths are geodesic, never degrees.
 *
 * <p>Not here: which country a point lies in (room {@code geography}) and projections (room {@code
 * features}).
 */
@NullMarked
package org.araxes.geometry;

import org.jspecify.annotations.NullMarked;
