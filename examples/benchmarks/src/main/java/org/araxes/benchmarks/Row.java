package org.araxes.benchmarks;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Marks a benchmark method as ours: one row of the table for each value of the parameters, set
 * against every method of its class that is marked {@link Peer}.
 */
@Target(ElementType.METHOD)
@Retention(RetentionPolicy.RUNTIME)
public @interface Row {
  /**
   * What is asked.
   *
   * @return a few words
   */
  String question();

  /**
   * Of which input; the values of the parameters are added.
   *
   * @return a few words, or nothing
   */
  String input() default "";

  /**
   * What was aimed at.
   *
   * @return a time, a size or a ratio in words, or nothing
   */
  String goal() default "";
}
