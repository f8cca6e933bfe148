package org.araxes.io;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.json.JsonReadFeature;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;

/** Reads JSON into a tree with line numbers: with a stack of its own, so that no depth can hurt. */
final class JsonTree {
  private static final int DEEPEST = 32;
  private static final int LONGEST_NUMBER = 100;
  private static final int LONGEST_NAME = 1_000;

  private static final JsonFactory FACTORY =
      JsonFactory.builder()
          .streamReadConstraints(
              StreamReadConstraints.builder()
                  .maxNestingDepth(DEEPEST + 2)
                  .maxNumberLength(LONGEST_NUMBER)
                  .maxStringLength(DatasetFiles.LONGEST_LINE)
                  .maxNameLength(LONGEST_NAME)
                  .build())
          // Read, so that it is told as a bad number together with all other faults.
          .enable(JsonReadFeature.ALLOW_NON_NUMERIC_NUMBERS)
          .build();

  private final String file;
  private final Faults faults;
  private final Deque<Frame> open = new ArrayDeque<>();
  private Optional<JsonValue> root = Optional.empty();

  /** An object or array that has begun and not ended. */
  private static final class Frame {
    private final boolean object;
    private final int line;
    private final LinkedHashMap<String, JsonValue> members = new LinkedHashMap<>();
    private final List<JsonValue> items = new ArrayList<>();
    private final LinkedHashMap<String, Integer> twice = new LinkedHashMap<>();
    private double[] numbers = new double[4];
    private int count;
    private boolean onlyNumbers = true;
    private String name = "";

    Frame(boolean object, int line) {
      this.object = object;
      this.line = line;
    }

    void add(JsonValue value) {
      if (object) {
        if (members.putIfAbsent(name, value) != null) {
          twice.putIfAbsent(name, value.line());
        }
        return;
      }
      if (onlyNumbers && count > 0) {
        for (int i = 0; i < count; i++) {
          items.add(JsonValue.scalar(JsonValue.Kind.NUMBER, line, Double.toString(numbers[i])));
        }
      }
      onlyNumbers = false;
      items.add(value);
    }

    void add(double number) {
      if (count == numbers.length) {
        numbers = Arrays.copyOf(numbers, 2 * count);
      }
      numbers[count++] = number;
    }

    boolean takesNumbers() {
      return !object && onlyNumbers;
    }

    JsonValue closed() {
      if (object) {
        return JsonValue.object(line, members);
      }
      return onlyNumbers && count > 0
          ? JsonValue.numbers(line, Arrays.copyOf(numbers, count))
          : JsonValue.array(line, items);
    }
  }

  private JsonTree(String file, Faults faults) {
    this.file = file;
    this.faults = faults;
  }

  /** The tree, or empty after a fault that is told. */
  static Optional<JsonValue> read(String file, String text, Faults faults) {
    return new JsonTree(file, faults).read(text);
  }

  private Optional<JsonValue> read(String text) {
    try (JsonParser parser = FACTORY.createParser(text)) {
      try {
        return readAll(parser);
      } catch (JsonProcessingException broken) {
        int line =
            broken.getLocation() == null
                ? parser.currentLocation().getLineNr()
                : broken.getLocation().getLineNr();
        return fault("invalid_json", line, words(broken));
      }
    } catch (IOException impossible) {
      throw new UncheckedIOException(impossible);
    }
  }

  private static String words(JsonProcessingException broken) {
    String message = String.valueOf(broken.getOriginalMessage());
    int aside = message.indexOf(" (from `");
    int aside2 = message.indexOf(", from `");
    String cut = aside > 0 ? message.substring(0, aside) : message;
    cut = aside2 > 0 ? message.substring(0, aside2) + ")" : cut;
    return "Not JSON: " + cut.replace(" (or 'NaN'/'+INF'/'-INF')", "").replaceAll("\\s+", " ");
  }

  private Optional<JsonValue> readAll(JsonParser parser) throws IOException {
    for (JsonToken token = parser.nextToken(); token != null; token = parser.nextToken()) {
      if (root.isPresent()) {
        return fault(
            "invalid_json",
            parser.currentTokenLocation().getLineNr(),
            "Something follows the end of the JSON value");
      }
      switch (token) {
        case START_OBJECT, START_ARRAY -> {
          int line = parser.currentTokenLocation().getLineNr();
          if (open.size() == DEEPEST) {
            return fault("too_deep", line, "Nested more than " + DEEPEST + " deep");
          }
          open.push(new Frame(token == JsonToken.START_OBJECT, line));
        }
        case FIELD_NAME -> open.element().name = parser.currentName();
        case END_OBJECT, END_ARRAY -> {
          Frame ended = open.pop();
          tellTwice(ended);
          place(ended.closed());
        }
        case VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT -> {
          if (!open.isEmpty() && open.element().takesNumbers()) {
            open.element().add(parser.getDoubleValue());
          } else {
            place(scalar(JsonValue.Kind.NUMBER, parser));
          }
        }
        case VALUE_STRING -> place(scalar(JsonValue.Kind.TEXT, parser));
        case VALUE_TRUE, VALUE_FALSE -> place(scalar(JsonValue.Kind.BOOLEAN, parser));
        default ->
            place(
                JsonValue.scalar(
                    JsonValue.Kind.NULL, parser.currentTokenLocation().getLineNr(), ""));
      }
    }
    return root.isPresent() ? root : fault("invalid_json", 1, "Not JSON: the file is empty");
  }

  private static JsonValue scalar(JsonValue.Kind kind, JsonParser parser) throws IOException {
    return JsonValue.scalar(kind, parser.currentTokenLocation().getLineNr(), parser.getText());
  }

  private void place(JsonValue value) {
    if (open.isEmpty()) {
      root = Optional.of(value);
    } else {
      open.element().add(value);
    }
  }

  private void tellTwice(Frame ended) {
    JsonValue id = ended.members.get("id");
    ended.twice.forEach(
        (name, line) ->
            faults.add(
                "duplicate_key",
                file,
                line,
                id == null ? "" : id.text(),
                "The key " + Faults.quoted(name) + " is there twice in one object"));
  }

  private Optional<JsonValue> fault(String code, int line, String message) {
    faults.add(code, file, line, "", message);
    return Optional.empty();
  }
}
