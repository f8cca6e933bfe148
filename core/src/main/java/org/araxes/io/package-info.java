/**
 * <b>Io: reads datasets, reads and writes scenarios, and hands the network to other libraries.</b>
 *
 * <p>Questions answered here: which network a folder of files holds, what is wrong with the files
 * and where, and how any algorithm of JGraphT runs on a network.
 *
 * <p>Start at {@link org.araxes.io.NetworkReader} for a dataset of one's own, at {@link
 * org.araxes.io.Datasets} for those that come with the library, and at {@link
 * org.araxes.io.GraphViews} for JGraphT, at {@link org.araxes.io.OwnershipStatements} for
 * statements of the Beneficial Ownership Data Standard, at {@link org.araxes.io.ScenarioReader} and
 * {@link org.araxes.io.ScenarioWriter} for scenarios. This is the only room that opens files.
 *
 * <p>Not here: what looks odd in data that can be read, which is room {@code audit}, and how
 * results are written, which is room {@code report}.
 */
@NullMarked
package org.araxes.io;

import org.jspecify.annotations.NullMarked;
