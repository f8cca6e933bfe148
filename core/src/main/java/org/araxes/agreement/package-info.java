/**
 * <b>Agreement: treaties and contracts as switches.</b>
 *
 * <p>Questions answered here: which legal status an instrument has on a day, whether it stands,
 * what each provision changes and whom it binds; what must still happen for it to be in force; how
 * long it runs, who may leave or suspend it and how fast.
 *
 * <p>Start at {@link org.araxes.agreement.Agreement}; {@link org.araxes.agreement.AgreementGraph}
 * knows what waits for what, and {@link org.araxes.agreement.Regimes} holds known instruments as
 * templates.
 *
 * <p>Not here: what follows for a network, which is room {@code network}.
 */
@NullMarked
package org.araxes.agreement;

import org.jspecify.annotations.NullMarked;
