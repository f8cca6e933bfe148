package org.araxes.report;

/**
 * A colour to fill with, always light enough for dark letters, and a texture that tells it apart
 * without colour. Letters have a contrast of at least 7 to 1 on every tint.
 */
record Tint(String fill, Texture texture) {
  static final String INK = "#1f272c";
  static final String SOFT = "#505b62";
  static final String PAPER = "#fdfcf9";
  static final String LINE = "#77828a";

  static final Tint PLAIN = new Tint("#ffffff", Texture.NONE);
  static final Tint BLUE = new Tint("#c6dff0", Texture.NONE);
  static final Tint SAND = new Tint("#f3e6c4", Texture.NONE);
  static final Tint GREEN = new Tint("#bfe3c9", Texture.NONE);
  static final Tint RED = new Tint("#f3c6bd", Texture.NONE);
  static final Tint GREY = new Tint("#e4e7e8", Texture.NONE);

  private static final String[] FILLS = {
    "#9fcbe8", "#f6cf8f", "#b5dfb1", "#d9c5ea", "#f3b9b0", "#d8d2a4"
  };
  private static final Texture[] TEXTURES = {
    Texture.NONE, Texture.RISING, Texture.DOTS, Texture.FALLING, Texture.LEVEL
  };

  enum Texture {
    NONE(""),
    RISING("M-2 10L10 -2M-2 2L2 -2M6 10L10 6"),
    FALLING("M-2 -2L10 10M6 -2L10 2M-2 6L2 10"),
    DOTS("M2 2h1.6v1.6h-1.6zM6 6h1.6v1.6h-1.6z"),
    LEVEL("M0 4H8"),
    PLAN("M-2 10L10 -2M-2 2L2 -2M6 10L10 6");

    private final String path;

    Texture(String path) {
      this.path = path;
    }

    String path() {
      return path;
    }
  }

  /** The tint of one of several kinds; the first thirty differ. */
  static Tint of(int kind) {
    return new Tint(
        FILLS[kind % FILLS.length],
        TEXTURES[(kind + kind / (FILLS.length * TEXTURES.length)) % TEXTURES.length]);
  }
}
