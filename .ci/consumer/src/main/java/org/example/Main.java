package org.example;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Objects;

/** Uses Araxes as a stranger would: from its artifact alone. */
public final class Main {
  private Main() {}

  /**
   * Prints the title of the description of the data that the artifact carries.
   *
   * @param args none
   * @throws IOException if the description cannot be read
   */
  public static void main(String[] args) throws IOException {
    try (InputStream text = Main.class.getResourceAsStream("/org/araxes/data/README.md")) {
      System.out.println(
          new String(Objects.requireNonNull(text).readAllBytes(), StandardCharsets.UTF_8)
              .lines()
              .findFirst()
              .orElseThrow());
    }
  }
}
