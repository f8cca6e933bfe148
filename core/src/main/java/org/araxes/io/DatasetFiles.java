package org.araxes.io;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * The files of one dataset as texts, from a folder or from the class path, within the limits of the
 * format: a line is never read further than its limit, and so is a file.
 */
final class DatasetFiles {
  /** Bytes in a line, its end left aside. */
  static final int LONGEST_LINE = 1 << 20;

  /** Bytes in a file. */
  static final int LONGEST_FILE = 64 << 20;

  private static final Pattern NAME = Pattern.compile("[a-z0-9][a-z0-9-]{0,99}");
  private static final int CHUNK = 1 << 16;

  private final Opener opener;
  private final List<String> present;
  private final Faults faults;

  /** Opens a file by its name, or tells why not. */
  @FunctionalInterface
  private interface Opener {
    Optional<InputStream> open(String file) throws IOException;
  }

  private DatasetFiles(Opener opener, List<String> present, Faults faults) {
    this.opener = opener;
    this.present = present;
    this.faults = faults;
  }

  /** The files in a folder; empty after a fault that is told. */
  static Optional<DatasetFiles> inFolder(Path folder, Faults faults) {
    if (Files.notExists(folder)) {
      faults.add("missing_folder", "", 0, "", "There is no folder " + folder);
      return Optional.empty();
    }
    if (!Files.isDirectory(folder)) {
      faults.add(
          "not_a_folder",
          "",
          0,
          "",
          folder + " is a file. A dataset is a folder. Maybe the folder that it lies in?");
      return Optional.empty();
    }
    try (Stream<Path> entries = Files.list(folder)) {
      Path real = folder.toRealPath();
      List<String> names =
          entries.limit(10_000).map(entry -> entry.getFileName().toString()).sorted().toList();
      tellForeign(names, faults);
      return Optional.of(new DatasetFiles(file -> open(real, file, faults), names, faults));
    } catch (IOException unreadable) {
      faults.add(
          "unreadable",
          "",
          0,
          "",
          "The folder " + folder + " cannot be read: " + words(unreadable));
      return Optional.empty();
    }
  }

  private static void tellForeign(List<String> names, Faults faults) {
    for (String name : names) {
      if (!Schema.FILES.contains(name)
          && (name.endsWith(".csv") || name.endsWith(".json") || name.endsWith(".geojson"))) {
        faults.warn(
            "unknown_file",
            name,
            0,
            "",
            "This file is not part of a dataset and was not read."
                + faults.maybe(name, Schema.FILES));
      }
    }
  }

  private static Optional<InputStream> open(Path folder, String name, Faults faults)
      throws IOException {
    Path file = folder.resolve(name);
    Path real;
    try {
      real = file.toRealPath();
    } catch (NoSuchFileException nothing) {
      if (Files.exists(file, LinkOption.NOFOLLOW_LINKS)) {
        faults.add("missing_file", name, 0, "", "The file is a link to nothing");
        return Optional.empty();
      }
      throw nothing;
    }
    if (!real.startsWith(folder)) {
      faults.add(
          "outside_folder",
          name,
          0,
          "",
          "The file is a link that leads out of the dataset's folder");
      return Optional.empty();
    }
    if (!Files.isRegularFile(real)) {
      faults.add(
          "not_a_file",
          name,
          0,
          "",
          Files.isDirectory(real) ? "This is a folder, not a file" : "This is not a plain file");
      return Optional.empty();
    }
    return Optional.of(Files.newInputStream(real));
  }

  /** The files packed with the library, or with another jar, under {@code org/araxes/data}. */
  static Optional<DatasetFiles> onClassPath(String name, Faults faults) {
    if (!NAME.matcher(name).matches()) {
      faults.add(
          "bad_name",
          "",
          0,
          "",
          "A dataset on the class path has a name of lower-case letters, digits and hyphens and no"
              + " path, but "
              + Faults.quoted(name));
      return Optional.empty();
    }
    String folder = "/org/araxes/data/" + name + "/";
    return Optional.of(
        new DatasetFiles(
            file -> {
              InputStream stream = DatasetFiles.class.getResourceAsStream(folder + file);
              if (stream == null) {
                throw new NoSuchFileException(file);
              }
              return Optional.of(stream);
            },
            List.of(),
            faults));
  }

  /** The text of a file; empty after a fault that is told. */
  Optional<String> text(String file) {
    try {
      return open(file);
    } catch (NoSuchFileException nothing) {
      TreeSet<String> others = new TreeSet<>(present);
      others.removeAll(Schema.FILES);
      faults.add("missing_file", file, 0, "", "The file is missing." + faults.maybe(file, others));
    } catch (IOException unreadable) {
      tellUnreadable(file, unreadable);
    }
    return Optional.empty();
  }

  /** The text of a file that a dataset may do without, or of one that says nothing. */
  Optional<String> text(String file, String instead) {
    try {
      return open(file);
    } catch (NoSuchFileException nothing) {
      return Optional.of(instead);
    } catch (IOException unreadable) {
      tellUnreadable(file, unreadable);
    }
    return Optional.empty();
  }

  private Optional<String> open(String file) throws IOException {
    Optional<InputStream> opened = opener.open(file);
    if (opened.isEmpty()) {
      return Optional.empty();
    }
    try (InputStream stream = opened.get()) {
      return bytes(file, stream).flatMap(bytes -> decoded(file, bytes));
    }
  }

  private void tellUnreadable(String file, IOException why) {
    faults.add("unreadable", file, 0, "", "The file cannot be read: " + words(why));
  }

  private static String words(IOException unreadable) {
    return unreadable.getClass().getSimpleName() + ", " + unreadable.getMessage();
  }

  private Optional<byte[]> bytes(String file, InputStream stream) throws IOException {
    ByteArrayOutputStream read = new ByteArrayOutputStream(CHUNK);
    byte[] chunk = new byte[CHUNK];
    int line = 1;
    int inLine = 0;
    byte before = 0;
    for (int got = stream.read(chunk); got >= 0; got = stream.read(chunk)) {
      if (read.size() + got > LONGEST_FILE) {
        faults.add(
            "file_too_long",
            file,
            line,
            "",
            "The file is over " + (LONGEST_FILE >> 20) + " MiB. Maybe split the dataset?");
        return Optional.empty();
      }
      for (int i = 0; i < got; i++) {
        if (chunk[i] == '\n' || chunk[i] == '\r') {
          line += chunk[i] == '\n' && before == '\r' ? 0 : 1;
          inLine = 0;
        } else if (++inLine > LONGEST_LINE) {
          faults.add(
              "line_too_long",
              file,
              line,
              "",
              "The line is over 1 MiB. Maybe write one feature or row a line?");
          return Optional.empty();
        }
        before = chunk[i];
      }
      read.write(chunk, 0, got);
    }
    return Optional.of(read.toByteArray());
  }

  private Optional<String> decoded(String file, byte[] bytes) {
    if (startsWith(bytes, 0xEF, 0xBB, 0xBF)) {
      faults.add(
          "byte_order_mark",
          file,
          1,
          "",
          "The file begins with a byte order mark. Maybe save it as UTF-8 without one?");
      return Optional.empty();
    }
    if (startsWith(bytes, 0xFE, 0xFF) || startsWith(bytes, 0xFF, 0xFE)) {
      return wrong(file, 1, "Maybe it is UTF-16?");
    }
    CharsetDecoder decoder =
        StandardCharsets.UTF_8
            .newDecoder()
            .onMalformedInput(CodingErrorAction.REPORT)
            .onUnmappableCharacter(CodingErrorAction.REPORT);
    ByteBuffer from = ByteBuffer.wrap(bytes);
    CharBuffer to = CharBuffer.allocate(bytes.length);
    CoderResult result = decoder.decode(from, to, true);
    if (result.isError()) {
      return wrong(
          file,
          lineAt(bytes, from.position()),
          hasZero(bytes) ? "Maybe it is UTF-16?" : "Maybe it is ISO 8859-1 or Windows-1252?");
    }
    if (hasZero(bytes)) {
      return wrong(
          file, lineAt(bytes, firstZero(bytes)), "It holds zero bytes. Maybe it is UTF-16?");
    }
    decoder.flush(to);
    return Optional.of(to.flip().toString());
  }

  private Optional<String> wrong(String file, int line, String maybe) {
    faults.add("wrong_encoding", file, line, "", "The file is not UTF-8. " + maybe);
    return Optional.empty();
  }

  private static boolean startsWith(byte[] bytes, int... mark) {
    return bytes.length >= mark.length
        && IntStream.range(0, mark.length).allMatch(i -> (bytes[i] & 0xFF) == mark[i]);
  }

  private static boolean hasZero(byte[] bytes) {
    return firstZero(bytes) < bytes.length;
  }

  private static int firstZero(byte[] bytes) {
    int i = 0;
    while (i < bytes.length && bytes[i] != 0) {
      i++;
    }
    return i;
  }

  private static int lineAt(byte[] bytes, int position) {
    int line = 1;
    for (int i = 0; i < Math.min(position, bytes.length); i++) {
      if (bytes[i] == '\n'
          || (bytes[i] == '\r' && (i + 1 == bytes.length || bytes[i + 1] != '\n'))) {
        line++;
      }
    }
    return line;
  }
}
