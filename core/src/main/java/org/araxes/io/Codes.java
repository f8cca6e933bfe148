package org.araxes.io;

import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.araxes.agreement.AgreementKind;
import org.araxes.agreement.LegalStatus;
import org.araxes.agreement.ProvisionEffect;
import org.araxes.border.Contact;
import org.araxes.border.ControlFunction;
import org.araxes.border.ControlPlace;
import org.araxes.border.CrossingState;
import org.araxes.border.ImpedimentKind;
import org.araxes.border.Mode;
import org.araxes.border.TrafficClass;
import org.araxes.control.DecisionKind;
import org.araxes.control.Matter;
import org.araxes.evidence.Basis;
import org.araxes.evidence.Confidence;
import org.araxes.network.Electrification;
import org.araxes.network.LengthBasis;
import org.araxes.network.NodeKind;
import org.araxes.network.Quality;
import org.araxes.network.RoleKind;
import org.araxes.network.Status;
import org.araxes.party.PartyKind;
import org.araxes.party.StakeKind;
import org.araxes.quantity.Throughput;

/**
 * A list of codes and what each stands for.
 *
 * @param what what they are codes of, for messages
 * @param byCode the values by code, in the order of the format
 * @param <T> what they stand for
 */
record Codes<T>(String what, Map<String, T> byCode) {
  static final Codes<NodeKind> NODE_KIND = of("kind of node", NodeKind.values());
  static final Codes<Quality> QUALITY = of("quality", Quality.values());
  static final Codes<Mode> MODE = of("mode", Mode.values());
  static final Codes<TrafficClass> CLASS = of("class", TrafficClass.values());
  static final Codes<Status> STATUS = of("status", Status.values());
  static final Codes<LengthBasis> LENGTH_BASIS = of("basis of a length", LengthBasis.values());
  static final Codes<Confidence> CONFIDENCE = of("confidence", Confidence.values());
  static final Codes<Basis> BASIS = of("basis", Basis.values());
  static final Codes<PartyKind> PARTY_KIND = of("kind of party", PartyKind.values());
  static final Codes<StakeKind> STAKE_KIND = of("kind of stake", StakeKind.values());
  static final Codes<Matter> MATTER = of("matter", Matter.values());
  static final Codes<DecisionKind> RULE = of("rule", DecisionKind.values());
  static final Codes<RoleKind> ROLE = of("role", RoleKind.values());
  static final Codes<CrossingState> CROSSING_STATE = of("state", CrossingState.values());
  static final Codes<ImpedimentKind> CLOSURE_KIND =
      of(
          "kind of closure",
          ImpedimentKind.CLOSURE,
          ImpedimentKind.MISSING_LINK,
          ImpedimentKind.PERMIT,
          ImpedimentKind.OPENING_HOURS,
          ImpedimentKind.CAPACITY,
          ImpedimentKind.SECURITY,
          ImpedimentKind.DISCRETIONARY);
  static final Codes<ControlFunction> FUNCTION = of("function", ControlFunction.values());
  static final Codes<Contact> CONTACT = of("contact", Contact.values());
  static final Codes<ControlPlace> PLACE = of("place", ControlPlace.values());
  static final Codes<AgreementKind> AGREEMENT_KIND =
      of("kind of agreement", AgreementKind.values());
  static final Codes<LegalStatus> LEGAL_STATUS = of("legal status", LegalStatus.values());
  static final Codes<ProvisionEffect> EFFECT = of("effect", ProvisionEffect.values());
  static final Codes<Boolean> ONE_WAY =
      new Codes<>("direction", ordered("both", false, "forward", true));
  static final Codes<Boolean> TRUTH =
      new Codes<>("truth value", ordered("true", true, "false", false));
  static final Codes<Electrification> ELECTRIFICATION = electrification();
  static final Codes<Throughput.Unit> UNIT =
      of("unit of capacity", Throughput.Unit::code, Throughput.Unit.values());

  /** Gauges in use, in millimetres: the two of the region first, then the rest of the world's. */
  static final Codes<Integer> GAUGE =
      of(
          "rail gauge in millimetres",
          gauge -> Integer.toString(gauge),
          1520,
          1435,
          600,
          610,
          750,
          760,
          762,
          900,
          914,
          950,
          1000,
          1050,
          1067,
          1372,
          1524,
          1600,
          1668,
          1676);

  private static Codes<Electrification> electrification() {
    Map<String, Electrification> codes = new LinkedHashMap<>();
    codes.put("none", Electrification.NONE);
    codes.put("3kV-DC", Electrification.DC_3KV);
    codes.put("25kV-AC", Electrification.AC_25KV);
    codes.put("yes", Electrification.YES);
    return new Codes<>("electrification", Collections.unmodifiableMap(codes));
  }

  private static <T> Map<String, T> ordered(String first, T one, String second, T other) {
    Map<String, T> codes = new LinkedHashMap<>();
    codes.put(first, one);
    codes.put(second, other);
    return Collections.unmodifiableMap(codes);
  }

  @SafeVarargs
  private static <E extends Enum<E>> Codes<E> of(String what, E... values) {
    return of(what, value -> value.name().toLowerCase(Locale.ROOT), values);
  }

  @SafeVarargs
  private static <T> Codes<T> of(String what, Function<T, String> code, T... values) {
    Map<String, T> codes = new LinkedHashMap<>();
    Arrays.stream(values).forEach(value -> codes.put(code.apply(value), value));
    return new Codes<>(what, Collections.unmodifiableMap(codes));
  }

  /** Any one value, to go on reading a row that already has a fault. */
  T any() {
    return byCode.values().iterator().next();
  }

  Set<String> codes() {
    return byCode.keySet();
  }
}
