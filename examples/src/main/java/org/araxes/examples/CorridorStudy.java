package org.araxes.examples;

/** The corridor study: how the two parts of Azerbaijan hang together. */
public final class CorridorStudy {
  private CorridorStudy() {}

  /**
   * Runs the study.
   *
   * @param args none
   */
  public static void main(String[] args) {
    System.out.println(
        "Nakhchivan lies behind Armenia, Iran and Türkiye; this study asks how it can be reached.");
  }
}
