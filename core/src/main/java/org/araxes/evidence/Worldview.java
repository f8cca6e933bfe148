package org.araxes.evidence;

import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.IntStream;

/**
 * Whom one believes where sources contradict each other: an order over sources, and after them an
 * order over sides.
 *
 * <p><b>Who is believed.</b> Of two claims the one with the better best source; then the one with
 * the better worst source, so that a source alone goes before the same source watered down by
 * others; then the one of higher confidence. A source that is not named comes after all that are.
 * Where no source of a claim is named, the side whose view it states counts likewise, after all
 * sources named.
 *
 * @param id what it is called
 * @param order ids of sources, the most believed first, each once
 * @param side the side whose names for things are used ({@code AM}), or empty
 * @param sides ids of parties whose own view is believed, the most believed first, each once
 */
public record Worldview(String id, List<String> order, String side, List<String> sides) {
  /** Copies, and rejects a source or a side named twice. */
  public Worldview {
    order = List.copyOf(order);
    sides = List.copyOf(sides);
    if (new TreeSet<>(order).size() < order.size()) {
      throw new IllegalArgumentException(
          "Worldview " + id + " names a source twice: " + String.join(", ", order));
    }
    if (new TreeSet<>(sides).size() < sides.size()) {
      throw new IllegalArgumentException(
          "Worldview " + id + " names a side twice: " + String.join(", ", sides));
    }
  }

  /**
   * An order over sources alone.
   *
   * @param id what it is called
   * @param order ids of sources, the most believed first, each once
   * @param side the side whose names for things are used, or empty
   */
  public Worldview(String id, List<String> order, String side) {
    this(id, order, side, List.of());
  }

  /**
   * Who says something.
   *
   * @param evidence the sources, and how sure
   * @param sides ids of the parties whose view it states
   */
  public record Voice(Evidence evidence, SortedSet<String> sides) {
    // Copies.
    public Voice {
      sides = Collections.unmodifiableSortedSet(new TreeSet<>(sides));
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
   * Sees things as a party does: believes what it says itself, and uses its names for things.
   *
   * @param party id of the party
   * @return the worldview, called like the party
   */
  public static Worldview of(String party) {
    return new Worldview(party, List.of(), party, List.of(party));
  }

  /**
   * The same, and of claims none of whose sources is named believes those of some sides.
   *
   * @param parties ids of the parties, the most believed first
   * @return the worldview
   */
  public Worldview siding(String... parties) {
    return new Worldview(id, order, side, List.of(parties));
  }

  /**
   * The same with the names that a side uses.
   *
   * @param other the side, as in the tags of names
   * @return the worldview
   */
  public Worldview calling(String other) {
    return new Worldview(id, order, other, sides);
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
   * Compares two claims by their sources.
   *
   * @return more believed first
   */
  public Comparator<Evidence> mostBelievedFirst() {
    return Comparator.comparing(Worldview::unsided, voicesFirst());
  }

  /**
   * Compares two claims by who says so.
   *
   * @return more believed first
   */
  public Comparator<Voice> voicesFirst() {
    return ranked()
        .thenComparing(
            Comparator.comparing((Voice voice) -> voice.evidence().confidence()).reversed());
  }

  /**
   * Whether a claim goes before another by its sources.
   *
   * @param one the claim
   * @param other the other
   * @return true if a source of this order says it, and it is the more believed
   */
  public boolean prefers(Evidence one, Evidence other) {
    return prefers(unsided(one), unsided(other));
  }

  /**
   * Whether a claim goes before another.
   *
   * @param one the claim
   * @param other the other
   * @return true if a source or a side of this worldview says it, and it is the more believed
   */
  public boolean prefers(Voice one, Voice other) {
    return best(one) < unnamed() && ranked().compare(one, other) < 0;
  }

  private static Voice unsided(Evidence evidence) {
    return new Voice(evidence, new TreeSet<>());
  }

  private Comparator<Voice> ranked() {
    return Comparator.<Voice>comparingInt(this::best).thenComparingInt(this::worst);
  }

  private int unnamed() {
    return order.size() + sides.size();
  }

  private int best(Voice voice) {
    int source = voice.evidence().sources().stream().mapToInt(this::rank).min().orElse(unnamed());
    return source < unnamed() ? source : sided(voice.sides(), true);
  }

  private int worst(Voice voice) {
    return best(voice) < order.size()
        ? voice.evidence().sources().stream().mapToInt(this::rank).max().orElse(unnamed())
        : sided(voice.sides(), false);
  }

  private int sided(Collection<String> of, boolean best) {
    IntStream ranks =
        of.stream().mapToInt(sides::indexOf).map(at -> at < 0 ? unnamed() : order.size() + at);
    return (best ? ranks.min() : ranks.max()).orElse(unnamed());
  }

  private int rank(String source) {
    int place = order.indexOf(source);
    return place < 0 ? unnamed() : place;
  }
}
