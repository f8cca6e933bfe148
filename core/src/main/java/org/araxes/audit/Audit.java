package org.araxes.audit;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.araxes.answer.Finding;
import org.araxes.answer.Suggestions;
import org.araxes.network.TransitNetwork;

/**
 * Looks over a network for what is wrong, missing or odd.
 *
 * <p><b>Answer.</b> Findings in order of severity (errors first), code, subject and text, the same
 * on every run. What cannot even be built is not found here: the builder of a network refuses it.
 *
 * <p><b>Of what.</b> Of data as written. A network that came out of a scenario may keep a long
 * claim beneath the scenario's shorter one, which reads as an overlap.
 *
 * <p><b>Day.</b> Rules that speak of a day mean the one on which the facts were last checked,
 * {@link TransitNetwork#asOf}.
 */
public final class Audit {
  private static final Comparator<Finding> ORDER =
      Comparator.comparing(Finding::severity)
          .reversed()
          .thenComparing(Finding::code)
          .thenComparing(Finding::subject)
          .thenComparing(Finding::message);

  private static final Audit STANDARD =
      new Audit(
          List.of(
              new NodeOutsideJurisdiction(),
              new EdgeAcrossBorder(),
              new EdgeOutsideJurisdiction(),
              new LengthShorterThanLine(),
              new LengthFarBeyondLine(),
              new MissingOperator(),
              new MissingTerritory(),
              new MissingBorderControl(),
              new OverlappingStatus(),
              new IdleHours(),
              new TyingCrossingFacts(),
              new EndedAgreementStillSwitches(),
              new UnreachableIsland(),
              new IsolatedNode(),
              new GaugeBreakWithoutTranshipment(),
              new MissingGauge(),
              new UnsourcedFact(),
              new UnknownSource(),
              new UnusedSource(),
              new PlanInThePast(),
              new MissingStatus(),
              new OperationalEdgeAtUnusedNode(),
              new SpeedOutOfRange(),
              new CapacityOutOfRange(),
              new DuplicateEdge(),
              new StakesBelowWhole(),
              new UnusedParty(),
              new MemberWithoutStake(),
              new MissingWait(),
              new MissingEnglishName(),
              new PlaceholderName(),
              new UnknownCode(),
              new OneSidedCrossing(),
              new FactWithoutEdge(),
              new UnmetPrerequisite(),
              new AgreementWithoutStatus(),
              new ConflictingProvisions(),
              new FarDate()));

  private final List<Rule> rules;

  private Audit(List<Rule> rules) {
    this.rules = List.copyOf(rules);
  }

  /**
   * Runs all standard rules.
   *
   * @param network the network
   * @return the findings, errors first
   */
  public static List<Finding> of(TransitNetwork network) {
    return STANDARD.findings(network);
  }

  /**
   * The standard rules.
   *
   * @return an audit
   */
  public static Audit standard() {
    return STANDARD;
  }

  /**
   * These rules and one more.
   *
   * @param rule the rule
   * @return another audit
   * @throws IllegalArgumentException when there is a rule of that code already
   */
  public Audit with(Rule rule) {
    if (codes().contains(rule.code())) {
      throw new IllegalArgumentException(
          "There is a rule \""
              + rule.code()
              + "\" already. Maybe without(\""
              + rule.code()
              + "\")?");
    }
    List<Rule> more = new ArrayList<>(rules);
    more.add(rule);
    return new Audit(more);
  }

  /**
   * These rules but one.
   *
   * @param code the code of the rule
   * @return another audit
   * @throws IllegalArgumentException when there is no rule of that code
   */
  public Audit without(String code) {
    if (!codes().contains(code)) {
      throw new IllegalArgumentException(
          "No rule \""
              + code
              + "\" among the "
              + rules.size()
              + "."
              + Suggestions.maybe(code, codes()));
    }
    return new Audit(rules.stream().filter(rule -> !rule.code().equals(code)).toList());
  }

  /**
   * The codes of the rules.
   *
   * @return in order
   */
  public Set<String> codes() {
    Set<String> codes = new TreeSet<>();
    rules.forEach(rule -> codes.add(rule.code()));
    return codes;
  }

  /**
   * The rules.
   *
   * @return in the order in which they run
   */
  public List<Rule> rules() {
    return rules;
  }

  /**
   * Runs the rules.
   *
   * @param network the network
   * @return the findings, errors first
   */
  public List<Finding> findings(TransitNetwork network) {
    return rules.stream().flatMap(rule -> rule.check(network)).sorted(ORDER).toList();
  }
}
