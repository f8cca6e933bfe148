/**
 * <b>Report: results for people.</b>
 *
 * <p>Questions answered here: how an answer reads as text on a console, how it looks as one map
 * page that needs no network, and how far a long question has come.
 *
 * <p>Start at {@link org.araxes.report.AnswerSheet}, which gathers what was found out about one
 * question; {@link org.araxes.report.Report} writes it as text and {@link
 * org.araxes.report.MapPage} draws many of them on one page.
 *
 * <p>Not here: computing anything. The windows show what the floors below have found.
 */
@NullMarked
package org.araxes.report;

import org.jspecify.annotations.NullMarked;
