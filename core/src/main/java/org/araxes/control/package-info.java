/**
 * <b>Control: whose yes is needed to open or shut something.</b>
 *
 * <p>Questions answered here: does this coalition's consent suffice; which parties ultimately
 * decide for a company, by votes, joint consent and reserved matters; who owns which part of whom
 * in the end, through every holding between; who controls by which rule.
 *
 * <p>Start at {@link org.araxes.control.ControlRule}; {@link org.araxes.control.Ownership} makes
 * rules out of stakes and ways of deciding, {@link org.araxes.control.LookThrough} sums up shares,
 * {@link org.araxes.control.Controllers} finds who controls.
 *
 * <p>Not here: which roles are held on which element, which is room {@code network}.
 */
@NullMarked
package org.araxes.control;

import org.jspecify.annotations.NullMarked;
