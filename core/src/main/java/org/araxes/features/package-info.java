/**
 * <b>Features: the network as GeoTools features, queried by ECQL, reprojected.</b>
 *
 * <p>Questions answered here: which nodes or edges meet a condition written by hand, where they lie
 * in another coordinate reference system, and how to hand them to any tool that takes a feature
 * collection.
 *
 * <p>Start at {@link org.araxes.features.NetworkFeatures}; what it returns is a {@link
 * org.araxes.features.TransitFeatures}, which GeoTools takes as its own.
 *
 * <p>GeoTools is met in this room alone. Coordinates are longitude before latitude, easting before
 * northing, everywhere and always.
 *
 * <p><b>Cost.</b> The first schema of a run takes under a second. The first reprojection to a code
 * takes about 2 seconds more and unpacks 33 MB of EPSG tables into the folder for temporary files
 * ({@code -DEPSG-HSQL.directory} moves them); the next ones take none of that.
 *
 * <p>Not here: files of any format (room {@code io}), what is near what (room {@code geography}).
 */
@NullMarked
package org.araxes.features;

import org.jspecify.annotations.NullMarked;
