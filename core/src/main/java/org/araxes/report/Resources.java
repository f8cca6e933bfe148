package org.araxes.report;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/** The parts of a page that stand on the class path. The only class here that reads anything. */
final class Resources {
  private static final String LEAFLET = "/META-INF/resources/webjars/leaflet/1.9.4/dist/";

  private Resources() {}

  /** A file of this room. */
  static String own(String name) throws IOException {
    return text(MapPage.class.getResourceAsStream(name), name, "the jar of Araxes is not whole");
  }

  /** A file of Leaflet, without the mention of its source map, which the page does not have. */
  static String leaflet(String name) throws IOException {
    String text =
        text(
            MapPage.class.getResourceAsStream(LEAFLET + name),
            name,
            "org.webjars.npm:leaflet:1.9.4 is not on the class path");
    return text.replaceAll("(?m)^//# sourceMappingURL=.*$", "");
  }

  private static String text(@Nullable InputStream stream, String name, String guess)
      throws IOException {
    if (stream == null) {
      throw new IOException("The page needs \"" + name + "\". Maybe " + guess + "?");
    }
    try (InputStream open = stream) {
      return new String(open.readAllBytes(), StandardCharsets.UTF_8);
    }
  }
}
