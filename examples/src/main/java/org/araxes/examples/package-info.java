/**
 * <b>Examples: one program a question.</b>
 *
 * <p>Start at {@link org.araxes.examples.CorridorStudy}, which {@code mvn -q compile exec:java -pl
 * examples -am} runs.
 */
@NullMarked
package org.araxes.examples;

import org.jspecify.annotations.NullMarked;
