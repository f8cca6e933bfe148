/**
 * <b>Report: results for people.</b>
 *
 * <p>Questions answered here: how an answer reads as text on a console, how it looks as one map
 * page that needs no network or as a drawing, and how far a long question has come.
 *
 * <p>Start at {@link org.araxes.report.AnswerSheet}, which gathers what was found out about one
 * question; {@link org.araxes.report.Report} writes it as text and {@link
 * org.araxes.report.MapPage} draws many of them on one page. Other answers are drawn by the kinds
 * of {@link org.araxes.report.Drawing}: who decides, what waits for what, what holds when, what is
 * reached, what an outage costs; {@link org.araxes.report.DrawingPage} gathers drawings.
 *
 * <p>Not here: computing anything. The windows show what the floors below have found.
 */
@NullMarked
package org.araxes.report;

import org.jspecify.annotations.NullMarked;
