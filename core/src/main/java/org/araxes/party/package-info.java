/**
 * <b>Party: states, companies, and who holds which share of whom.</b>
 *
 * <p>Questions answered here: which parties there are, and what one holds in another on which days.
 *
 * <p>Start at {@link org.araxes.party.Party} and {@link org.araxes.party.Stake}.
 *
 * <p>Not here: who decides, which is room {@code control}.
 */
@NullMarked
package org.araxes.party;

import org.jspecify.annotations.NullMarked;
