package org.araxes.io;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.LongStream;
import org.araxes.answer.Finding;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Whatever the bytes, the reader gives a network or names faults in files; it never just breaks.
 */
class FuzzedInputTest {
  private static final int ROUNDS = 40;
  private static final List<String> SNIPPETS =
      List.of(
          "",
          "\"",
          ",",
          "|",
          "\n",
          "{",
          "]",
          "null",
          "-1",
          "1e400",
          "NaN",
          "true",
          "../",
          "\u0000",
          "AZ",
          "0000",
          "9999-12-31",
          "2025-13",
          "1/0",
          "100.0001",
          "=",
          ";",
          "[[]]",
          "\\u0000",
          "é");

  @TempDir private Path folder;

  static LongStream seeds() {
    return LongStream.range(0, 25);
  }

  @ParameterizedTest(name = "seed {0}")
  @MethodSource("seeds")
  void itAnswersOrNamesFaults(long seed) throws IOException {
    Random random = new Random(seed);
    TinyDataset tiny = TinyDataset.valid();
    tiny.writtenTo(folder);
    for (int round = 0; round < ROUNDS; round++) {
      String file = Schema.FILES.get(random.nextInt(Schema.FILES.size()));
      Path path = folder.resolve(file);
      Files.write(path, mutated(tiny.text(file).getBytes(StandardCharsets.UTF_8), random));
      try {
        assertThat(NetworkReader.readDataset(folder).network()).isNotNull();
      } catch (InvalidDatasetException invalid) {
        assertThat(invalid.findings())
            .isNotEmpty()
            .allMatch(fault -> Schema.FILES.contains(fault.file()))
            .extracting(Finding::message)
            .doesNotContain("", "null");
      }
      if (random.nextInt(3) > 0) {
        Files.writeString(path, tiny.text(file));
      }
    }
  }

  private static byte[] mutated(byte[] bytes, Random random) {
    int at = random.nextInt(bytes.length);
    switch (random.nextInt(4)) {
      case 0 -> {
        bytes[at] = (byte) random.nextInt(256);
        return bytes;
      }
      case 1 -> {
        return Arrays.copyOf(bytes, at);
      }
      default -> {
        int end = Math.min(bytes.length, at + random.nextInt(12));
        byte[] snippet =
            SNIPPETS.get(random.nextInt(SNIPPETS.size())).getBytes(StandardCharsets.UTF_8);
        byte[] result = Arrays.copyOf(bytes, at + snippet.length + bytes.length - end);
        System.arraycopy(snippet, 0, result, at, snippet.length);
        System.arraycopy(bytes, end, result, at + snippet.length, bytes.length - end);
        return result;
      }
    }
  }
}
