package org.araxes.io;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.araxes.agreement.Regimes;
import org.araxes.agreement.Selector;
import org.araxes.border.Conditions;
import org.araxes.border.CrossingFact;
import org.araxes.border.OpeningHours;
import org.araxes.border.Regime;
import org.araxes.control.DecisionKind;
import org.araxes.evidence.Names;
import org.araxes.evidence.Validity;
import org.araxes.quantity.Fraction;
import org.araxes.quantity.Money;
import org.araxes.quantity.Probability;
import org.araxes.quantity.Share;
import org.araxes.quantity.Throughput;
import org.araxes.scenario.Change;
import org.araxes.scenario.Scenario;
import org.araxes.scenario.Scenarios;

/**
 * Writes scenarios as {@link ScenarioReader} reads them, and tells by a hash whether two are the
 * same.
 *
 * <p><b>Canonical.</b> Fields stand in a fixed order, sets in the order of their values, and what
 * is empty is left out: equal scenarios give equal text. Scenarios are written as they are; those
 * put together with a base carry its changes and name no base.
 *
 * <p><b>Left out.</b> Parts of a second of a wait, which the format does not hold, and fees in
 * other currencies than US dollars, and regimes that are no template.
 */
public final class ScenarioWriter {
  private static final JsonFactory JSON = new JsonFactory();
  private static final BigDecimal SECONDS = BigDecimal.valueOf(3_600);

  private ScenarioWriter() {}

  /**
   * Writes scenarios to a file.
   *
   * @param scenarios the scenarios
   * @param file the file; what it held is lost
   * @throws UncheckedIOException when it cannot be written
   * @throws IllegalArgumentException when a fee is not in US dollars, or a regime is no template
   */
  public static void write(Scenarios scenarios, Path file) {
    try {
      Files.writeString(file, toJson(scenarios.asWritten()));
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    }
  }

  /**
   * Scenarios as text.
   *
   * @param scenarios the scenarios, in order
   * @return a JSON list
   * @throws IllegalArgumentException when a fee is not in US dollars, or a regime is no template
   */
  public static String toJson(Collection<Scenario> scenarios) {
    return json(scenarios, true) + "\n";
  }

  /**
   * A hash of all that a scenario says. Equal scenarios have equal hashes; others, but for chance
   * beyond reckoning, have not.
   *
   * @param scenario the scenario
   * @return SHA-256 of its canonical text, 64 hexadecimal digits
   * @throws IllegalArgumentException when a fee is not in US dollars, or a regime is no template
   */
  public static String contentHash(Scenario scenario) {
    try {
      byte[] text = json(List.of(scenario), false).getBytes(StandardCharsets.UTF_8);
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(text));
    } catch (NoSuchAlgorithmException missing) {
      throw new IllegalStateException("Every Java has SHA-256", missing);
    }
  }

  private static String json(Collection<Scenario> scenarios, boolean pretty) {
    StringWriter text = new StringWriter();
    try (JsonGenerator json = JSON.createGenerator(text)) {
      if (pretty) {
        json.setPrettyPrinter(
            new DefaultPrettyPrinter()
                .withArrayIndenter(new com.fasterxml.jackson.core.util.DefaultIndenter("  ", "\n"))
                .withObjectIndenter(
                    new com.fasterxml.jackson.core.util.DefaultIndenter("  ", "\n")));
      }
      json.writeStartArray();
      for (Scenario scenario : scenarios) {
        new Writing(json).scenario(scenario);
      }
      json.writeEndArray();
    } catch (IOException impossible) {
      throw new UncheckedIOException(impossible);
    }
    return text.toString();
  }

  /** One scenario being written; a change knows its fields. */
  private record Writing(JsonGenerator json) implements Change.Cases<Writing> {
    void scenario(Scenario scenario) throws IOException {
      json.writeStartObject();
      text("id", scenario.id());
      names(scenario.names());
      text("description", scenario.description());
      text("date", scenario.date().map(LocalDate::toString).orElse(""));
      text("extends", scenario.base());
      json.writeArrayFieldStart("changes");
      for (Change change : scenario.changes()) {
        json.writeStartObject();
        text("op", change.op());
        change.fold(this);
        days(change.validity());
        json.writeEndObject();
      }
      json.writeEndArray();
      texts("sources", scenario.sources());
      text("note", scenario.note());
      json.writeEndObject();
    }

    private Writing text(String name, String value) {
      if (value.isEmpty()) {
        return this;
      }
      try {
        json.writeStringField(name, value);
      } catch (IOException failed) {
        throw new UncheckedIOException(failed);
      }
      return this;
    }

    private Writing number(String name, double value) {
      try {
        json.writeFieldName(name);
        json.writeNumber(new BigDecimal(Double.toString(value)).toPlainString());
      } catch (IOException failed) {
        throw new UncheckedIOException(failed);
      }
      return this;
    }

    private Writing texts(String name, Collection<String> values) {
      if (values.isEmpty()) {
        return this;
      }
      try {
        json.writeArrayFieldStart(name);
        for (String value : values) {
          json.writeString(value);
        }
        json.writeEndArray();
      } catch (IOException failed) {
        throw new UncheckedIOException(failed);
      }
      return this;
    }

    private Writing names(Names names) {
      try {
        json.writeObjectFieldStart("names");
        for (var name : names.byTag().entrySet()) {
          json.writeStringField(name.getKey(), name.getValue());
        }
        json.writeEndObject();
      } catch (IOException failed) {
        throw new UncheckedIOException(failed);
      }
      return this;
    }

    private Writing where(Selector where) {
      if (where.isAll()) {
        return this;
      }
      try {
        json.writeObjectFieldStart("where");
        texts("elements", where.elements());
        texts("jurisdictions", where.jurisdictions());
        texts("corridors", where.corridors());
        codes("modes", where.modes());
        json.writeEndObject();
      } catch (IOException failed) {
        throw new UncheckedIOException(failed);
      }
      return this;
    }

    private static String code(Enum<?> value) {
      return value.name().toLowerCase(Locale.ROOT);
    }

    private Writing code(String name, Enum<?> value) {
      return text(name, code(value));
    }

    private Writing codes(String name, Set<? extends Enum<?>> values) {
      return texts(name, values.stream().map(Writing::code).toList());
    }

    private Writing days(Validity days) {
      text("from", days.from().equals(LocalDate.MIN) ? "" : days.from().toString());
      return text("to", days.to().equals(LocalDate.MAX) ? "" : days.to().toString());
    }

    private Writing share(String name, Share share) {
      Fraction value = share.value();
      return text(
          name,
          value.denominator().equals(BigInteger.ONE)
              ? value.numerator().multiply(BigInteger.valueOf(100)).toString()
              : value.numerator() + "/" + value.denominator());
    }

    private Writing throughput(Throughput capacity) {
      return number("capacity", capacity.perDay()).text("capacity_unit", capacity.unit().code());
    }

    private static double hours(Duration time) {
      return BigDecimal.valueOf(time.toSeconds())
          .divide(SECONDS, 12, RoundingMode.HALF_UP)
          .doubleValue();
    }

    private static double usd(Money fee) {
      if (!fee.currency().getCurrencyCode().equals("USD")) {
        throw new IllegalArgumentException("A fee is written in US dollars, but is " + fee);
      }
      return fee.amount().doubleValue();
    }

    @Override
    public Writing setStatus(Change.SetStatus change) {
      return where(change.where()).code("status", change.status());
    }

    @Override
    public Writing open(Change.Open change) {
      return where(change.where())
          .codes("classes", change.classes())
          .codes("modes", change.modes())
          .text("from_side", change.fromSide())
          .text("to_side", change.toSide())
          .texts("flags", change.flags())
          .text("by", change.by())
          .text("reason", change.reason());
    }

    @Override
    public Writing close(Change.Close change) {
      return where(change.where())
          .codes("classes", change.classes())
          .codes("modes", change.modes())
          .text("from_side", change.fromSide())
          .text("to_side", change.toSide())
          .texts("flags", change.flags())
          .text("by", change.by())
          .text("reason", change.reason());
    }

    @Override
    public Writing refuse(Change.Refuse change) {
      return text("party", change.party()).where(change.where());
    }

    @Override
    public Writing lapse(Change.Lapse change) {
      return text("agreement", change.agreement());
    }

    @Override
    public Writing enter(Change.Enter change) {
      return text("agreement", change.agreement());
    }

    @Override
    public Writing suspend(Change.Suspend change) {
      return text("agreement", change.agreement());
    }

    @Override
    public Writing happen(Change.Happen change) {
      return text("cause", change.cause());
    }

    @Override
    public Writing setProbability(Change.SetProbability change) {
      text("subject", change.subject());
      Probability likely = change.probability();
      return likely.exact()
          ? number("value", likely.low())
          : number("low", likely.low()).number("high", likely.high());
    }

    @Override
    public Writing setRole(Change.SetRole change) {
      return where(change.where())
          .code("role", change.role())
          .text("holder", change.holder())
          .text("side", change.side())
          .code("matter", change.matter())
          .text("replaces", Boolean.toString(change.replaces()));
    }

    @Override
    public Writing setStake(Change.SetStake change) {
      text("holder", change.holder())
          .text("held", change.held())
          .text("kind", change.kind().map(Writing::code).orElse(""));
      return change.min().equals(change.max())
          ? share("share", change.min())
          : share("share_min", change.min()).share("share_max", change.max());
    }

    @Override
    public Writing transferStake(Change.TransferStake change) {
      text("holder", change.from())
          .text("to_holder", change.to())
          .text("held", change.held())
          .code("kind", change.kind());
      change.share().ifPresent(share -> share("share", share));
      return this;
    }

    @Override
    public Writing setControl(Change.SetControl change) {
      return where(change.where())
          .text("post", change.post())
          .text("function", change.function().map(Writing::code).orElse(""))
          .text("controller", change.controller())
          .text("decider", change.decider())
          .code("contact", change.contact())
          .code("place", change.place());
    }

    private Writing zone(OpeningHours hours) {
      if (hours.isAllDay() && hours.zone().equals(ZoneOffset.UTC)) {
        return this;
      }
      String zone = hours.zone().equals(ZoneOffset.UTC) ? "UTC" : hours.zone().getId();
      if (!ZoneId.getAvailableZoneIds().contains(zone)) {
        throw new IllegalArgumentException(
            "The format names zones of the tz database, and \"" + zone + "\" is none");
      }
      return text("time_zone", zone);
    }

    @Override
    public Writing stateFact(Change.StateFact change) {
      CrossingFact fact = change.fact();
      where(change.where())
          .codes("classes", fact.classes())
          .codes("modes", fact.modes())
          .text("from_side", fact.fromSide())
          .text("to_side", fact.toSide())
          .texts("flags", fact.flags())
          .text("state", fact.state().map(Writing::code).orElse(""))
          .text("kind", fact.kind().map(Writing::code).orElse(""))
          .text("by", fact.by());
      fact.waiting().ifPresent(time -> number("wait_hours", hours(time)));
      fact.fee().ifPresent(fee -> number("fee_usd", usd(fee)));
      fact.hours().ifPresent(hours -> text("opening_hours", hours.toString()).zone(hours));
      fact.capacityPerDay().ifPresent(vehicles -> number("capacity_per_day", vehicles));
      Conditions conditions = fact.conditions();
      conditions.season().ifPresent(season -> text("season", season.toString()));
      codes("commodities", conditions.commodities());
      conditions.overTonnes().ifPresent(tonnes -> number("over_tonnes", tonnes));
      conditions.upToTonnes().ifPresent(tonnes -> number("up_to_tonnes", tonnes));
      return texts("residents", conditions.residents())
          .codes("vehicles", conditions.vehicles())
          .text("regime", fact.regime().map(Writing::template).orElse(""))
          .text("under", fact.under())
          .text("reason", change.reason());
    }

    private static String template(Regime regime) {
      if (!Regimes.find(regime.id()).equals(Optional.of(regime))) {
        throw new IllegalArgumentException(
            "The format names templates of regimes, and \""
                + regime.id()
                + "\" is none of them as it stands");
      }
      return regime.id();
    }

    @Override
    public Writing setDelay(Change.SetDelay change) {
      where(change.where())
          .text("from_side", change.fromSide())
          .text("to_side", change.toSide())
          .codes("classes", change.classes());
      change.waiting().ifPresent(time -> number("wait_hours", hours(time)));
      change.fee().ifPresent(fee -> number("fee_usd", usd(fee)));
      return this;
    }

    @Override
    public Writing setSpeed(Change.SetSpeed change) {
      return where(change.where()).number("speed_kmh", change.kilometresPerHour());
    }

    @Override
    public Writing addNode(Change.AddNode change) {
      return text("id", change.id())
          .names(change.names())
          .code("kind", change.kind())
          .number("lon", change.longitude())
          .number("lat", change.latitude())
          .texts("jurisdictions", change.jurisdictions());
    }

    @Override
    public Writing addEdge(Change.AddEdge change) {
      text("id", change.id())
          .text("from_node", change.fromNode())
          .text("to_node", change.toNode())
          .code("mode", change.mode())
          .text("jurisdiction", change.jurisdiction())
          .text("direction", change.oneWay() ? "forward" : "");
      change.length().ifPresent(length -> number("length_km", length.kilometres()));
      gauges(change.gauges());
      change.speedKmh().ifPresent(speed -> number("speed_kmh", speed));
      change.capacity().ifPresent(this::throughput);
      return this;
    }

    private Writing gauges(Collection<Integer> gauges) {
      return texts("gauge_mm", gauges.stream().map(String::valueOf).toList());
    }

    @Override
    public Writing remove(Change.Remove change) {
      return where(change.where());
    }

    @Override
    public Writing setCost(Change.SetCost change) {
      return where(change.where()).number("usd_per_km", change.usdPerKm());
    }

    @Override
    public Writing setCapacity(Change.SetCapacity change) {
      return where(change.where()).throughput(change.capacity());
    }

    @Override
    public Writing setGauge(Change.SetGauge change) {
      return where(change.where()).gauges(change.gauges());
    }

    @Override
    public Writing setDecision(Change.SetDecision change) {
      text("party", change.party()).code("matter", change.matter()).code("rule", change.kind());
      if (change.kind() == DecisionKind.VOTES_OVER
          || change.kind() == DecisionKind.VOTES_AT_LEAST) {
        share("quota", change.quota());
      } else if (change.kind() == DecisionKind.AT_LEAST) {
        text("quota", Integer.toString(change.count()));
      }
      return texts("members", change.members());
    }

    @Override
    public Writing setRegime(Change.SetRegime change) {
      return where(change.where())
          .text("regime", template(change.regime()))
          .text("host", change.host())
          .text("sender", change.sender())
          .text("third", change.third())
          .codes("classes", change.classes())
          .codes("modes", change.modes());
    }
  }
}
