package org.araxes.passage;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.araxes.border.Regime;

/**
 * How a regime grades, in law and in fact, and what decided.
 *
 * <p><b>Definition.</b> Each attribute that is stated allows a best grade; the grade is the worst
 * of these. <em>De jure</em> counts what is written: right, controls, formalities, limits, hours,
 * charges, who may suspend it, reciprocity, and whether an act bars the class. <em>De facto</em>
 * counts what is met: the same without right, suspension clause, reciprocity and act, with the
 * controls of practice where they differ, and whether it is practised at all. So one passes de
 * facto where no right is, and a right may stand that nobody can use.
 *
 * <table>
 * <caption>The best grade that an attribute allows</caption>
 * <tr><td>right</td><td>binding in force U0; not binding U2; of the host's own law I1; tolerated I2;
 * none, or not in force, I4</td></tr>
 * <tr><td>control</td><td>own or nobody's U0, own with contact U1; another's without contact U1;
 * machine or private front office U2; officer at the line or inland I1, elsewhere U2; where search
 * needs a reasoned suspicion U1 whoever is met; if a third state decides at best U2, with contact I1;
 * tolls do not count here</td></tr>
 * <tr><td>persons</td><td>nothing U0; list, identity card, transit document U1; visa, stamp I1</td>
 * </tr>
 * <tr><td>goods</td><td>nothing U0; document, seal, guarantee U1; by risk U2; full inspection I1</td>
 * </tr>
 * <tr><td>search</td><td>none U0; on suspicion U1; on any ground U2</td></tr>
 * <tr><td>conduct</td><td>fixed route, no stop, locked, tag, declared exit, time limit U1; convoy,
 * escort I1</td></tr>
 * <tr><td>quantity</td><td>weight I1; any other limit I2</td></tr>
 * <tr><td>time</td><td>all day U0; season I1; hours, alternate hours I2</td></tr>
 * <tr><td>charge</td><td>free U0; cost, or paid by the state, U1; commercial U2; political I2</td>
 * </tr>
 * <tr><td>suspension</td><td>none U0; emergency, war U1; own security U2; reciprocity, coupling, any
 * ground with notice I1; any ground without I2</td></tr>
 * <tr><td>reciprocity</td><td>none, simultaneous U0; conditional U2</td></tr>
 * <tr><td>act, practice</td><td>class barred I3; at pleasure I2; nothing built I4</td></tr>
 * </table>
 *
 * <p>Between two values of one attribute the heavier never gives the better grade. A charge
 * measured by the market still allows U2, because the framework from which that grade is drawn has
 * an operator that collects tolls.
 *
 * @param element id of the crossing or edge, or of the regime where it was graded by itself
 * @param regime what was graded
 * @param deJure the grade in law
 * @param deFacto the grade in fact
 */
public record RegimeVerdict(String element, Regime regime, Side deJure, Side deFacto) {
  /**
   * Grades a regime by itself.
   *
   * @param regime the regime
   * @return the verdict
   */
  public static RegimeVerdict of(Regime regime) {
    return of(regime.id(), regime);
  }

  static RegimeVerdict of(String element, Regime regime) {
    return new RegimeVerdict(
        element,
        regime,
        Side.of(element, RegimeItems.deJure(regime), regime.unknown()),
        Side.of(element, RegimeItems.deFacto(regime), regime.unknown()));
  }

  /**
   * One side of a verdict, law or fact.
   *
   * @param grade the worst that is known; it can only get worse by what is unknown
   * @param reasons what decided: all that allows no better grade; none for U0
   * @param unknown what nobody can say and what could make it worse
   */
  public record Side(RegimeGrade grade, List<Reason> reasons, List<String> unknown) {
    // Copies.
    public Side {
      reasons = List.copyOf(reasons);
      unknown = List.copyOf(unknown);
    }

    static Side of(String element, List<RegimeItems.Item> items, List<String> unknown) {
      return of(
          items.stream()
              .map(item -> new Reason(element, item.aspect(), item.grade(), item.why()))
              .toList(),
          unknown);
    }

    private static Side of(Collection<Reason> all, Collection<String> unknown) {
      RegimeGrade worst =
          all.stream().map(Reason::grade).reduce(RegimeGrade.U0, RegimeGrade::worse);
      List<Reason> deciding =
          worst == RegimeGrade.U0
              ? List.of()
              : all.stream().filter(reason -> reason.grade() == worst).distinct().toList();
      return new Side(worst, deciding, worst == RegimeGrade.I4 ? List.of() : List.copyOf(unknown));
    }

    /**
     * Whether nothing is unknown that could make it worse.
     *
     * @return true if the grade is final
     */
    public boolean isCertain() {
      return unknown.isEmpty();
    }

    /**
     * The worse of several, element by element.
     *
     * @param sides of crossings and edges, in order of travel
     * @return the worst grade with the reasons of all that have it; U0 for none
     */
    public static Side worst(List<Side> sides) {
      return of(
          sides.stream().flatMap(side -> side.reasons().stream()).toList(),
          new TreeSet<>(
              sides.stream()
                  .flatMap(side -> side.unknown().stream())
                  .collect(Collectors.toList())));
    }

    /** {@code I2: tin-bigha TIME open at alternate hours}; a question mark where not certain. */
    @Override
    public String toString() {
      return grade
          + (isCertain() ? "" : "?")
          + reasons.stream().map(Reason::toString).collect(Collectors.joining("; ", ": ", ""));
    }
  }

  /**
   * Why a grade is no better.
   *
   * @param element id of the crossing, edge or regime
   * @param aspect what of the regime
   * @param grade the best grade it allows
   * @param why a few words
   */
  public record Reason(String element, RegimeAspect aspect, RegimeGrade grade, String why) {
    /** {@code bc-astara-road: an officer of the host at the line}. */
    @Override
    public String toString() {
      return element + ": " + why;
    }
  }

  /**
   * The grade of a way: the worst of its crossings and edges, in law and in fact apart.
   *
   * @param parts verdicts on crossings and edges, in order of travel
   */
  public record OfRoute(List<RegimeVerdict> parts) {
    // Copies.
    public OfRoute {
      parts = List.copyOf(parts);
    }

    /**
     * The grade in law.
     *
     * @return the worst of the parts
     */
    public Side deJure() {
      return Side.worst(stream().map(RegimeVerdict::deJure).toList());
    }

    /**
     * The grade in fact.
     *
     * @return the worst of the parts
     */
    public Side deFacto() {
      return Side.worst(stream().map(RegimeVerdict::deFacto).toList());
    }

    private Stream<RegimeVerdict> stream() {
      return parts.stream();
    }

    /** {@code de jure I1: …, de facto I1: …}. */
    @Override
    public String toString() {
      return "de jure " + deJure() + ", de facto " + deFacto();
    }
  }

  /** The two grades with their reasons. */
  @Override
  public String toString() {
    List<String> words = new ArrayList<>();
    words.add("de jure " + deJure);
    words.add("de facto " + deFacto);
    return String.join(", ", words);
  }
}
