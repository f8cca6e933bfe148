/**
 * <b>Audit: what looks wrong or missing in the data; one class a rule.</b>
 *
 * <p>Questions answered here: what in a network contradicts itself, what is missing, what is odd,
 * and how bad each of these is.
 *
 * <p>Start at {@link org.araxes.audit.Audit}; a rule of your own is a {@link
 * org.araxes.audit.Rule}.
 *
 * <p>Not here: what makes a network impossible (its builder refuses it) and flaws of files (room
 * {@code io}).
 */
@NullMarked
package org.araxes.audit;

import org.jspecify.annotations.NullMarked;
