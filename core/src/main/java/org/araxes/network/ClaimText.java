package org.araxes.network;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.TreeSet;
import org.araxes.agreement.LegalStatus;
import org.araxes.evidence.AlternativeClaim;
import org.araxes.quantity.Share;
import org.araxes.quantity.Throughput;

/**
 * Reads what an alternative claim says, as data are written.
 *
 * <p>An attribute may be followed by {@code @} and, joined by {@code +}, words that say which rows
 * are meant. A value may be followed by a colon and the words of who says so.
 */
final class ClaimText {
  private final AlternativeClaim claim;

  /** Why a claim cannot be applied. */
  static final class CannotApply extends RuntimeException {
    private static final long serialVersionUID = 1;

    CannotApply(String reason) {
      super(reason);
    }
  }

  ClaimText(AlternativeClaim claim) {
    this.claim = claim;
  }

  static String word(Enum<?> constant) {
    return constant.name().toLowerCase(Locale.ROOT);
  }

  String attribute() {
    return claim.attribute().split("@", 2)[0];
  }

  /** The one word that says which rows are meant. */
  Optional<String> meant() {
    int at = claim.attribute().indexOf('@');
    return at < 0 ? Optional.empty() : Optional.of(claim.attribute().substring(at + 1));
  }

  /** The words that say which rows are meant. */
  List<String> allMeant() {
    return meant().map(words -> List.of(words.split("\\+"))).orElse(List.of());
  }

  /** What is before the colon. */
  String head() {
    return claim.value().split(":", 2)[0].strip();
  }

  double number() {
    try {
      double value = Double.parseDouble(claim.value());
      if (value >= 0 && value < Double.POSITIVE_INFINITY) {
        return value;
      }
    } catch (NumberFormatException text) {
      // told below
    }
    throw new CannotApply("\"" + claim.value() + "\" is not a number of 0 or more");
  }

  Throughput capacity() {
    try {
      return new Throughput(number(), Throughput.Unit.ofCode(claim.unit()));
    } catch (IllegalArgumentException noUnit) {
      throw new CannotApply("\"" + claim.unit() + "\" is no unit of capacity");
    }
  }

  LocalDate date() {
    String value = claim.value();
    String day =
        value.length() == 4 ? value + "-01-01" : value.length() == 7 ? value + "-01" : value;
    try {
      return LocalDate.parse(day);
    } catch (DateTimeParseException text) {
      throw new CannotApply("\"" + value + "\" is not a date");
    }
  }

  <E extends Enum<E>> E code(Class<E> type, String what) {
    return Arrays.stream(type.getEnumConstants())
        .filter(constant -> word(constant).equals(head()))
        .findFirst()
        .orElseThrow(() -> new CannotApply("\"" + claim.value() + "\" is a sentence, not " + what));
  }

  LegalStatus legalStatus() {
    return code(LegalStatus.class, "a legal status");
  }

  boolean truth() {
    if (!head().equals("true") && !head().equals("false")) {
      throw new CannotApply("\"" + claim.value() + "\" is neither true nor false");
    }
    return head().equals("true");
  }

  /** {@code 1520}, or {@code 1520|1435} for dual gauge. */
  int[] gauges() {
    TreeSet<Integer> gauges = new TreeSet<>();
    for (String gauge : head().split("\\|", -1)) {
      try {
        gauges.add(Integer.parseInt(gauge.strip()));
      } catch (NumberFormatException text) {
        throw new CannotApply("\"" + claim.value() + "\" is no gauge in millimetres");
      }
    }
    if (gauges.first() <= 0) {
      throw new CannotApply("\"" + claim.value() + "\" is no gauge in millimetres");
    }
    return gauges.stream().mapToInt(Integer::intValue).toArray();
  }

  /** {@code 74}, or {@code 50 to 60}: from which share to which. */
  Share[] shares() {
    String[] ends = head().split(" to ", 2);
    try {
      return new Share[] {Share.parse(ends[0].strip()), Share.parse(ends[ends.length - 1].strip())};
    } catch (IllegalArgumentException | ArithmeticException text) {
      throw new CannotApply("\"" + claim.value() + "\" is no share");
    }
  }
}
