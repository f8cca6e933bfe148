package org.araxes.scenario;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import org.araxes.agreement.Selector;
import org.araxes.answer.Wording;
import org.araxes.border.CrossingFact;
import org.araxes.quantity.Share;

/** Each kind of change in a few words. */
final class ChangeWords implements Change.Cases<String> {
  private static final int NAMED = 2;

  private static String where(Selector where) {
    List<String> words = new ArrayList<>();
    if (!where.elements().isEmpty()) {
      words.add(some(where.elements()));
    }
    if (!where.corridors().isEmpty()) {
      words.add("corridor " + some(where.corridors()));
    }
    if (!where.modes().isEmpty()) {
      words.add(String.join(", ", where.modes().stream().map(Wording::of).toList()));
    }
    if (!where.jurisdictions().isEmpty()) {
      words.add("in " + some(where.jurisdictions()));
    }
    return String.join(" ", words);
  }

  private static String some(Collection<String> ids) {
    String first = String.join(", ", ids.stream().limit(NAMED).toList());
    return ids.size() <= NAMED ? first : first + " and " + (ids.size() - NAMED) + " more";
  }

  private static String whom(
      Collection<? extends Enum<?>> classes,
      Collection<? extends Enum<?>> modes,
      String from,
      String to,
      Collection<String> flags) {
    List<String> words = new ArrayList<>();
    modes.forEach(mode -> words.add(Wording.of(mode)));
    classes.forEach(one -> words.add(Wording.of(one)));
    if (!from.isEmpty()) {
      words.add(from + " to " + to);
    }
    flags.forEach(flag -> words.add("of " + flag));
    return words.isEmpty() ? "" : " for " + String.join(", ", words);
  }

  private static String days(Change change) {
    LocalDate from = change.validity().from();
    LocalDate to = change.validity().to();
    return (from.equals(LocalDate.MIN) ? "" : " from " + from)
        + (to.equals(LocalDate.MAX) ? "" : " until " + to);
  }

  @Override
  public String setStatus(Change.SetStatus change) {
    return where(change.where()) + " becomes " + Wording.of(change.status()) + days(change);
  }

  @Override
  public String open(Change.Open change) {
    return "open "
        + where(change.where())
        + whom(change.classes(), change.modes(), change.fromSide(), change.toSide(), change.flags())
        + days(change);
  }

  @Override
  public String close(Change.Close change) {
    return "close "
        + where(change.where())
        + whom(change.classes(), change.modes(), change.fromSide(), change.toSide(), change.flags())
        + days(change);
  }

  @Override
  public String refuse(Change.Refuse change) {
    return change.party()
        + " refuses"
        + (change.where().isAll() ? "" : " on " + where(change.where()))
        + days(change);
  }

  @Override
  public String lapse(Change.Lapse change) {
    return change.agreement() + " lapses" + days(change);
  }

  @Override
  public String enter(Change.Enter change) {
    return change.agreement() + " is in force" + days(change);
  }

  @Override
  public String suspend(Change.Suspend change) {
    return change.agreement() + " is suspended" + days(change);
  }

  @Override
  public String happen(Change.Happen change) {
    return change.cause() + " happens" + days(change);
  }

  @Override
  public String setProbability(Change.SetProbability change) {
    return change.subject() + " holds with probability " + change.probability() + days(change);
  }

  @Override
  public String setRole(Change.SetRole change) {
    return change.holder()
        + " is "
        + Wording.of(change.role())
        + " of "
        + where(change.where())
        + days(change);
  }

  @Override
  public String setStake(Change.SetStake change) {
    boolean exact = change.min().equals(change.max());
    return change.holder()
        + " holds "
        + (exact ? change.min() : change.min() + " to " + change.max())
        + " of "
        + change.held()
        + change.kind().map(kind -> " (" + Wording.of(kind) + ")").orElse("")
        + days(change);
  }

  @Override
  public String transferStake(Change.TransferStake change) {
    return change.from()
        + " passes "
        + change.share().map(Share::toString).orElse("all")
        + " of "
        + change.held()
        + " on to "
        + change.to()
        + " ("
        + Wording.of(change.kind())
        + ")"
        + days(change);
  }

  @Override
  public String setControl(Change.SetControl change) {
    return "control by "
        + (change.decider().isEmpty() ? "nobody" : change.decider())
        + " at the "
        + change.post()
        + " post of "
        + where(change.where())
        + days(change);
  }

  @Override
  public String stateFact(Change.StateFact change) {
    CrossingFact fact = change.fact();
    List<String> said = new ArrayList<>();
    fact.state().ifPresent(state -> said.add(Wording.of(state)));
    fact.waiting().ifPresent(wait -> said.add("a wait of " + wait.toMinutes() + " min"));
    fact.fee().ifPresent(fee -> said.add("a fee of " + fee));
    fact.hours().ifPresent(hours -> said.add("hours " + hours));
    fact.capacityPerDay()
        .ifPresent(vehicles -> said.add(String.format(Locale.ROOT, "%.0f a day", vehicles)));
    return where(change.where())
        + ": "
        + String.join(" and ", said)
        + whom(fact.classes(), fact.modes(), fact.fromSide(), fact.toSide(), fact.flags())
        + days(change);
  }

  @Override
  public String setDelay(Change.SetDelay change) {
    return "wait or fee at " + where(change.where()) + days(change);
  }

  @Override
  public String setSpeed(Change.SetSpeed change) {
    return String.format(
            Locale.ROOT, "%.0f km/h on %s", change.kilometresPerHour(), where(change.where()))
        + days(change);
  }

  @Override
  public String addNode(Change.AddNode change) {
    return "add the place " + change.id() + days(change);
  }

  @Override
  public String addEdge(Change.AddEdge change) {
    return "add the edge "
        + change.id()
        + " from "
        + change.fromNode()
        + " to "
        + change.toNode()
        + days(change);
  }

  @Override
  public String remove(Change.Remove change) {
    return "remove " + where(change.where()) + days(change);
  }

  @Override
  public String setCost(Change.SetCost change) {
    return String.format(Locale.ROOT, "%.3f USD/km on %s", change.usdPerKm(), where(change.where()))
        + days(change);
  }

  @Override
  public String setCapacity(Change.SetCapacity change) {
    return String.format(
            Locale.ROOT,
            "%.0f %s on %s",
            change.capacity().perDay(),
            change.capacity().unit().code(),
            where(change.where()))
        + days(change);
  }

  @Override
  public String setGauge(Change.SetGauge change) {
    return "gauge " + change.gauges() + " on " + where(change.where()) + days(change);
  }

  @Override
  public String setDecision(Change.SetDecision change) {
    return change.party()
        + " decides "
        + Wording.of(change.matter())
        + " matters by another rule"
        + days(change);
  }

  @Override
  public String setRegime(Change.SetRegime change) {
    return "regime "
        + change.regime().id()
        + " of "
        + change.host()
        + " at "
        + where(change.where())
        + whom(change.classes(), change.modes(), "", "", List.of())
        + days(change);
  }
}
