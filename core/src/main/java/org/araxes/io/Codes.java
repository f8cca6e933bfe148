package org.araxes.io;

import java.util.Collections;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.araxes.agreement.AgreementKind;
import org.araxes.agreement.LegalStatus;
import org.araxes.agreement.ProvisionEffect;
import org.araxes.border.Commodity;
import org.araxes.border.Contact;
import org.araxes.border.ControlFunction;
import org.araxes.border.ControlPlace;
import org.araxes.border.CrossingState;
import org.araxes.border.ImpedimentKind;
import org.araxes.border.Mode;
import org.araxes.border.QuotaKind;
import org.araxes.border.QuotaState;
import org.araxes.border.QuotaUnit;
import org.araxes.border.TrafficClass;
import org.araxes.border.Vehicle;
import org.araxes.control.DecisionKind;
import org.araxes.control.Matter;
import org.araxes.evidence.Basis;
import org.araxes.evidence.Confidence;
import org.araxes.network.CommonCauseKind;
import org.araxes.network.Electrification;
import org.araxes.network.LengthBasis;
import org.araxes.network.NodeKind;
import org.araxes.network.Quality;
import org.araxes.network.RoleKind;
import org.araxes.network.Status;
import org.araxes.network.SurvivalBasis;
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
  static final Codes<NodeKind> NODE_KIND = of("kind of node", NodeKind.class);
  static final Codes<Quality> QUALITY = of("quality", Quality.class);
  static final Codes<Mode> MODE = of("mode", Mode.class);
  static final Codes<TrafficClass> CLASS = of("class", TrafficClass.class);
  static final Codes<Commodity> COMMODITY = of("commodity", Commodity.class);
  static final Codes<Vehicle> VEHICLE = of("kind of vehicle", Vehicle.class);
  static final Codes<Status> STATUS = of("status", Status.class);
  static final Codes<LengthBasis> LENGTH_BASIS = of("basis of a length", LengthBasis.class);
  static final Codes<Confidence> CONFIDENCE = of("confidence", Confidence.class);
  static final Codes<Basis> BASIS = of("basis", Basis.class);
  static final Codes<PartyKind> PARTY_KIND = of("kind of party", PartyKind.class);
  static final Codes<StakeKind> STAKE_KIND = of("kind of stake", StakeKind.class);
  static final Codes<Matter> MATTER = of("matter", Matter.class);

  /** What a role can be held on: passing on a stake is no matter of letting traffic pass. */
  static final Codes<Matter> ROLE_MATTER =
      of("matter", List.of(Matter.ORDINARY, Matter.SPECIAL, Matter.RESERVED));

  static final Codes<DecisionKind> RULE = of("rule", DecisionKind.class);
  static final Codes<RoleKind> ROLE = of("role", RoleKind.class);
  static final Codes<CrossingState> CROSSING_STATE = of("state", CrossingState.class);
  static final Codes<ImpedimentKind> CLOSURE_KIND =
      of(
          "kind of closure",
          List.of(
              ImpedimentKind.CLOSURE,
              ImpedimentKind.MISSING_LINK,
              ImpedimentKind.PERMIT,
              ImpedimentKind.OPENING_HOURS,
              ImpedimentKind.CAPACITY,
              ImpedimentKind.SECURITY,
              ImpedimentKind.DISCRETIONARY));
  static final Codes<ControlFunction> FUNCTION = of("function", ControlFunction.class);
  static final Codes<Contact> CONTACT = of("contact", Contact.class);
  static final Codes<ControlPlace> PLACE = of("place", ControlPlace.class);
  static final Codes<AgreementKind> AGREEMENT_KIND = of("kind of agreement", AgreementKind.class);
  static final Codes<LegalStatus> LEGAL_STATUS = of("legal status", LegalStatus.class);
  static final Codes<ProvisionEffect> EFFECT = of("effect", ProvisionEffect.class);
  static final Codes<QuotaKind> QUOTA_KIND = of("kind of quota", QuotaKind.class);
  static final Codes<QuotaUnit> QUOTA_UNIT = of("unit of a quota", QuotaUnit.class);
  static final Codes<QuotaState> QUOTA_STATE = of("state of a quota", QuotaState.class);
  static final Codes<CommonCauseKind> CAUSE_KIND =
      of("kind of common cause", CommonCauseKind.class);
  static final Codes<SurvivalBasis> SURVIVAL_BASIS =
      of("basis of a probability", SurvivalBasis.class);
  static final Codes<Boolean> ONE_WAY =
      new Codes<>("direction", ordered("both", false, "forward", true));
  static final Codes<Boolean> TRUTH =
      new Codes<>("truth value", ordered("true", true, "false", false));
  static final Codes<Electrification> ELECTRIFICATION = electrification();
  static final Codes<Throughput.Unit> UNIT =
      coded("unit of capacity", Throughput.Unit::code, List.of(Throughput.Unit.values()));

  /** Gauges in use, in millimetres: the two of the region first, then the rest of the world's. */
  static final Codes<Integer> GAUGE =
      coded(
          "rail gauge in millimetres",
          gauge -> Integer.toString(gauge),
          List.of(
              1520, 1435, 600, 610, 750, 760, 762, 900, 914, 950, 1000, 1050, 1067, 1372, 1524,
              1600, 1668, 1676));

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

  private static <E extends Enum<E>> Codes<E> of(String what, Class<E> type) {
    return of(what, List.copyOf(EnumSet.allOf(type)));
  }

  private static <E extends Enum<E>> Codes<E> of(String what, List<E> values) {
    return coded(what, value -> value.name().toLowerCase(Locale.ROOT), values);
  }

  private static <T> Codes<T> coded(String what, Function<T, String> code, List<T> values) {
    Map<String, T> codes = new LinkedHashMap<>();
    values.forEach(value -> codes.put(code.apply(value), value));
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
