package org.araxes.evidence;

import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;

/**
 * Whom one believes where sources contradict each other: an order over sources.
 *
 * <p><b>Who is believed.</b> Of two claims the one with the better best source; then the one with
 * the better worst source, so that a source alone goes before the same source watered down by
 * others; then the one of higher confidence. A source that is not named comes after all that are.
 *
 * @param id what it is called
 * @param order ids of sources, the most believed first, each once
 * @param side the side whose names for things are used ({@code AM}), or empty
 */
public record Worldview(String id, List<String> order, String side) {
  /** Copies, and rejects a source named twice. */
  public Worldview {
    order = List.copyOf(order);
    if (new TreeSet<>(order).size() < order.size()) {
      throw new IllegalArgumentException(
          "Worldview " + id + " names a source twice: " + String.join(", ", order));
    }
  }

  /**
   * Believes some sources, in order.
   *
   * @param id what it is called
   * @param order ids of sources, the most believed first
   * @return the worldview
   */
  public static Worldview believing(String id, String... order) {
    return new Worldview(id, List.of(order), "");
  }

  /**
   * The same with the names that a side uses.
   *
   * @param other the side, as in the tags of names
   * @return the worldview
   */
  public Worldview calling(String other) {
    return new Worldview(id, order, other);
  }

  /**
   * What this worldview calls a thing.
   *
   * @param names its names
   * @param language a language tag
   * @param otherwise what to say where there is no name at all
   * @return the name that its side uses in the language, else the usual one
   */
  public String name(Names names, String language, String otherwise) {
    return Optional.ofNullable(side.isEmpty() ? null : names.byTag().get(language + "@" + side))
        .orElseGet(() -> names.in(language, otherwise));
  }

  /**
   * Compares two claims by who says so.
   *
   * @return more believed first
   */
  public Comparator<Evidence> mostBelievedFirst() {
    return Comparator.<Evidence>comparingInt(one -> best(one.sources()))
        .thenComparingInt(one -> worst(one.sources()))
        .thenComparing(Comparator.comparing(Evidence::confidence).reversed());
  }

  /**
   * Whether a claim goes before another.
   *
   * @param one the claim
   * @param other the other
   * @return true if a source of this order says it, and it is the more believed
   */
  public boolean prefers(Evidence one, Evidence other) {
    return best(one.sources()) < order.size()
        && Comparator.<Evidence>comparingInt(e -> best(e.sources()))
                .thenComparingInt(e -> worst(e.sources()))
                .compare(one, other)
            < 0;
  }

  private int best(Collection<String> sources) {
    return sources.stream().mapToInt(this::rank).min().orElse(order.size());
  }

  private int worst(Collection<String> sources) {
    return sources.stream().mapToInt(this::rank).max().orElse(order.size());
  }

  private int rank(String source) {
    int place = order.indexOf(source);
    return place < 0 ? order.size() : place;
  }
}
