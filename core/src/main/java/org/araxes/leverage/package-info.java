/**
 * <b>Leverage: on whom a connection hangs: vetoes, coalitions, what that power is worth.</b>
 *
 * <p>Questions answered here: who can sever it alone; which groups can sever it together; whose yes
 * is enough to keep it open; which of them costs least; what that power is worth, in indices, time
 * and money; in fact, and without breach of law; and how dependent all that makes an exclave.
 *
 * <p>Start at {@link org.araxes.leverage.Leverage}; {@link org.araxes.leverage.LeverageCheck}
 * verifies its answers by other means, and {@link org.araxes.leverage.DependenceProfile} compares
 * connections.
 *
 * <p>Not here: why an element is shut today (room {@code border}), which elements alone would cut
 * the network (room {@code connectivity}), and how likely a refusal is (room {@code reliability}).
 */
@NullMarked
package org.araxes.leverage;

import org.jspecify.annotations.NullMarked;
