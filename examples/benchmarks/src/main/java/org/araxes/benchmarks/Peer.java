package org.araxes.benchmarks;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Marks a benchmark method as another library's answer to the question that the {@link Row} of the
 * same class asks.
 */
@Target(ElementType.METHOD)
@Retention(RetentionPolicy.RUNTIME)
public @interface Peer {
  /**
   * Who answers.
   *
   * @return the library and its method
   */
  String value();
}
