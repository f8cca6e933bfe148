/**
 * <b>Agreement: treaties and contracts as switches.</b>
 *
 * <p>Questions answered here: which legal status an instrument has on a day, whether it stands,
 * what each provision changes and whom it binds.
 *
 * <p>Start at {@link org.araxes.agreement.Agreement}.
 *
 * <p>Not here: what follows for a network, which is room {@code network}.
 */
@NullMarked
package org.araxes.agreement;

import org.jspecify.annotations.NullMarked;
