package org.araxes.passage;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import org.araxes.answer.Wording;
import org.araxes.border.Contact;
import org.araxes.border.ControlFunction;
import org.araxes.border.ControlPoint;
import org.araxes.border.Crossing;
import org.araxes.border.CrossingFact;
import org.araxes.border.Effect;
import org.araxes.border.Impediment;
import org.araxes.border.ImpedimentKind;
import org.araxes.border.TrafficClass;
import org.araxes.control.ControlRule;
import org.araxes.evidence.Evidence;
import org.araxes.network.NetworkView;
import org.araxes.network.NodeKind;
import org.araxes.network.Route;
import org.araxes.network.Step;
import org.araxes.network.TransitEdge;
import org.araxes.quantity.Money;
import org.araxes.quantity.Throughput;

/** Collects what a movement meets on a route. One run at a time. */
final class RouteFindings {
  private final NetworkView view;
  private final Mover mover;
  private final List<Impediment> found = new ArrayList<>();

  RouteFindings(NetworkView view, Mover mover) {
    this.view = view;
    this.mover = mover;
  }

  List<Impediment> on(Route route) {
    TreeSet<String> holding = new TreeSet<>();
    for (Step step : route.steps()) {
      SortedSet<String> now =
          step.fold(
              leg -> foreignVetoes(view.snapshot().controlOf(leg.edge())),
              passing ->
                  foreignVetoes(
                      view.controlAt(
                          view.network().crossing(passing.crossing()),
                          passing.fromSide(),
                          passing.toSide())),
              transfer ->
                  view.network().node(transfer.node()).isCrossing()
                      ? new TreeSet<String>(holding)
                      : foreignVetoes(view.snapshot().controlOf(transfer.node())));
      String element = step.fold(Step.Leg::edge, Step.BorderPassing::crossing, Step.Transfer::node);
      for (String party : now) {
        if (!holding.contains(party)) {
          add(
              ImpedimentKind.FOREIGN_CONTROL,
              Effect.EXPOSES,
              element,
              List.of(party),
              "",
              Duration.ZERO,
              party + " can stop it alone from here on",
              Evidence.NONE);
        }
      }
      holding.clear();
      holding.addAll(now);
      step.fold(
          leg -> leg(view.snapshot().asItIs(view.network().edge(leg.edge()))),
          passing -> border(view.network().crossing(passing.crossing()), passing),
          this::transfer);
    }
    return List.copyOf(found);
  }

  /** The parties of other states that can shut it alone. */
  private SortedSet<String> foreignVetoes(ControlRule rule) {
    TreeSet<String> vetoes = new TreeSet<>();
    for (String party : rule.vetoParties()) {
      if (mover.stateOf(party).map(mover::isForeign).orElse(true)) {
        vetoes.add(party);
      }
    }
    return vetoes;
  }

  private boolean leg(TransitEdge edge) {
    found.addAll(view.onEdge(edge));
    if (edge.capacity().isPresent()) {
      capacity(edge, edge.capacity().get());
    }
    return true;
  }

  private void capacity(TransitEdge edge, Throughput capacity) {
    boolean persons = view.movement().trafficClass() == TrafficClass.PERSONS;
    boolean counts =
        capacity.unit() == (persons ? Throughput.Unit.PERSONS : Throughput.Unit.TONNES);
    double amount = view.movement().tonnes();
    if (counts && amount > capacity.perDay()) {
      double days = capacity.perDay() == 0 ? 0 : amount / capacity.perDay() - 1;
      add(
          ImpedimentKind.CAPACITY,
          capacity.perDay() == 0 ? Effect.BARS : Effect.SLOWS,
          edge.id(),
          List.of(),
          "",
          Duration.ofSeconds(Math.round(Math.min(days, 1_000_000) * 86_400)),
          "Takes "
              + plain(capacity.perDay())
              + " "
              + capacity.unit().code()
              + " of "
              + plain(amount),
          edge.evidence());
    }
  }

  private boolean transfer(Step.Transfer transfer) {
    add(
        ImpedimentKind.BREAK_OF_GAUGE_OR_MODE,
        Effect.SLOWS,
        transfer.node(),
        List.of(),
        "",
        transfer.duration(),
        "From "
            + words(transfer.fromMode().name(), transfer.fromGauge())
            + " to "
            + words(transfer.toMode().name(), transfer.toGauge()),
        Evidence.NONE);
    return true;
  }

  private static String words(String mode, int gauge) {
    String name = mode.toLowerCase(Locale.ROOT);
    return gauge == 0 ? name : name + " of " + gauge + " mm";
  }

  private boolean border(Crossing crossing, Step.BorderPassing passing) {
    found.addAll(view.atCrossing(crossing, passing.mode(), passing.fromSide(), passing.toSide()));
    Optional<CrossingFact> wait =
        view.waitFact(crossing, passing.mode(), passing.fromSide(), passing.toSide());
    Duration gate = view.gateWait(crossing, passing.mode(), passing.fromSide(), passing.toSide());
    Duration left = passing.duration().minus(gate);
    Duration clearing = left;
    if (view.network().node(crossing.id()).kind() != NodeKind.AIRSPACE_BOUNDARY) {
      List<ControlPoint> points = view.controls(crossing, passing.mode());
      for (String post : List.of(passing.fromSide(), passing.toSide())) {
        left = post(crossing, post, points, left, wait);
      }
    }
    if (passing.assumed()) {
      add(
          ImpedimentKind.UNKNOWN,
          Effect.EXPOSES,
          crossing.id(),
          List.of(),
          "",
          left,
          words(clearing) + " assumed, as nobody says how long clearing takes",
          Evidence.NONE);
    } else if (!left.isZero()) {
      add(
          ImpedimentKind.CONTROL_STOP,
          Effect.SLOWS,
          crossing.id(),
          List.of(),
          "",
          left,
          "Clearing takes " + words(left) + "; nobody says by whom",
          wait.map(CrossingFact::evidence).orElse(Evidence.NONE));
    }
    terms(crossing, passing);
    return true;
  }

  /** Adds what is met at one post; gives the time that is not yet told. */
  private Duration post(
      Crossing crossing,
      String post,
      List<ControlPoint> points,
      Duration time,
      Optional<CrossingFact> wait) {
    Duration left = time;
    boolean known = false;
    for (ControlPoint point : points) {
      if (!point.post().equals(post)) {
        continue;
      }
      known |= point.function() != ControlFunction.TOLL;
      if (point.contact() == Contact.NONE) {
        continue;
      }
      boolean toll = point.function() == ControlFunction.TOLL;
      boolean told = !toll && wait.isPresent();
      TreeSet<String> by = new TreeSet<>(List.of(point.controller(), point.decider()));
      by.remove("");
      add(
          toll ? ImpedimentKind.FEE : ImpedimentKind.CONTROL_STOP,
          Effect.SLOWS,
          crossing.id(),
          by,
          point.under(),
          told ? left : Duration.ZERO,
          words(point),
          point.evidence());
      if (told) {
        left = Duration.ZERO;
      }
    }
    if (!known) {
      add(
          ImpedimentKind.UNKNOWN,
          Effect.EXPOSES,
          crossing.id(),
          List.of(),
          "",
          Duration.ZERO,
          "Nobody says who controls at the post of " + post,
          Evidence.NONE);
    }
    return left;
  }

  private static String words(ControlPoint point) {
    String what = Wording.of(point.function());
    String who =
        switch (point.contact()) {
          case NONE -> "nobody";
          case MACHINE -> "a machine";
          case PRIVATE_FRONT_OFFICE -> "a private front office";
          case OFFICER -> "an officer";
        };
    return "At the post of "
        + point.post()
        + ": "
        + what
        + " by "
        + who
        + (point.decider().isEmpty() ? "" : "; " + point.decider() + " decides");
  }

  /** Charges and limits of a border. */
  private void terms(Crossing crossing, Step.BorderPassing passing) {
    String from = passing.fromSide();
    String to = passing.toSide();
    view.feeFact(crossing, passing.mode(), from, to)
        .filter(fact -> fact.fee().orElseThrow().amount().signum() > 0)
        .ifPresent(
            fact ->
                addFact(
                    ImpedimentKind.FEE,
                    Effect.SLOWS,
                    fact,
                    "Clearing costs " + words(fact.fee().orElseThrow())));
    view.capacityFact(crossing, passing.mode(), from, to)
        .filter(fact -> view.daysToPass(fact) <= 1)
        .ifPresent(
            fact ->
                addFact(
                    ImpedimentKind.CAPACITY,
                    Effect.EXPOSES,
                    fact,
                    "At most "
                        + plain(fact.capacityPerDay().orElseThrow())
                        + " vehicles a day pass"));
  }

  private static String words(Duration duration) {
    long hours = duration.toHours();
    int minutes = duration.toMinutesPart();
    String rest = minutes == 0 && hours > 0 ? "" : minutes + " min";
    return ((hours > 0 ? hours + " h " : "") + rest).strip();
  }

  private static String words(Money money) {
    return money.amount().stripTrailingZeros().toPlainString()
        + " "
        + money.currency().getCurrencyCode();
  }

  private void addFact(ImpedimentKind kind, Effect effect, CrossingFact fact, String text) {
    add(
        kind,
        effect,
        fact.crossing(),
        fact.by().isEmpty() ? List.of() : List.of(fact.by()),
        fact.under(),
        Duration.ZERO,
        text,
        fact.evidence());
  }

  private static String plain(double number) {
    return number == Math.rint(number) && Math.abs(number) < 1e15
        ? Long.toString((long) number)
        : Double.toString(number);
  }

  private void add(
      ImpedimentKind kind,
      Effect effect,
      String element,
      Collection<String> by,
      String instrument,
      Duration delay,
      String text,
      Evidence evidence) {
    found.add(
        new Impediment(
            kind, effect, element, new TreeSet<>(by), instrument, delay, text, evidence));
  }
}
