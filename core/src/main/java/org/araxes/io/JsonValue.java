package org.araxes.io;

import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A JSON value and the line where it begins. Arrays of numbers alone are kept as plain numbers. */
final class JsonValue {
  /** What sort of value. */
  enum Kind {
    OBJECT("an object"),
    ARRAY("a list"),
    NUMBERS("a list of numbers"),
    TEXT("a text"),
    NUMBER("a number"),
    BOOLEAN("true or false"),
    NULL("null");

    private final String words;

    Kind(String words) {
      this.words = words;
    }

    String words() {
      return words;
    }
  }

  private final Kind kind;
  private final int line;
  private final String text;
  private final List<JsonValue> items;
  private final Map<String, JsonValue> members;
  private final double[] numbers;

  private JsonValue(
      Kind kind,
      int line,
      String text,
      List<JsonValue> items,
      Map<String, JsonValue> members,
      double[] numbers) {
    this.kind = kind;
    this.line = line;
    this.text = text;
    this.items = items;
    this.members = members;
    this.numbers = numbers;
  }

  static JsonValue scalar(Kind kind, int line, String text) {
    return new JsonValue(kind, line, text, List.of(), Map.of(), new double[0]);
  }

  static JsonValue array(int line, List<JsonValue> items) {
    return new JsonValue(Kind.ARRAY, line, "", items, Map.of(), new double[0]);
  }

  static JsonValue numbers(int line, double[] numbers) {
    return new JsonValue(Kind.NUMBERS, line, "", List.of(), Map.of(), numbers);
  }

  /** Keeps the order of the members. */
  static JsonValue object(int line, Map<String, JsonValue> members) {
    return new JsonValue(
        Kind.OBJECT, line, "", List.of(), Collections.unmodifiableMap(members), new double[0]);
  }

  Kind kind() {
    return kind;
  }

  int line() {
    return line;
  }

  /** The text, the digits of a number, {@code true} or {@code false}; otherwise empty. */
  String text() {
    return text;
  }

  /** The values of an array; empty for one of numbers alone. */
  List<JsonValue> items() {
    return items;
  }

  /** The members of an object in the order of the file. */
  Map<String, JsonValue> members() {
    return members;
  }

  /** The numbers of an array of numbers alone. */
  double[] numbers() {
    return numbers;
  }

  Optional<JsonValue> member(String name) {
    return Optional.ofNullable(members.get(name));
  }

  /** The text of a member, or empty. */
  String memberText(String name) {
    return member(name).map(JsonValue::text).orElse("");
  }
}
