package org.araxes.passage;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Predicate;
import org.araxes.agreement.Agreement;
import org.araxes.agreement.Provision;
import org.araxes.agreement.ProvisionEffect;
import org.araxes.border.Contact;
import org.araxes.border.ControlFunction;
import org.araxes.border.ControlPoint;
import org.araxes.border.Crossing;
import org.araxes.border.CrossingFact;
import org.araxes.border.CrossingState;
import org.araxes.border.Effect;
import org.araxes.border.ImpedimentKind;
import org.araxes.border.Jurisdictions;
import org.araxes.border.Mode;
import org.araxes.border.Movement;
import org.araxes.border.Regime;
import org.araxes.network.ArcKind;
import org.araxes.party.Party;
import org.araxes.party.PartyKind;

/** Puts together the regime on one stretch of a view, from what the network states. */
final class StretchRegime {
  /** By the grade that a right allows, then by what it rests on. */
  private static final Comparator<Regime.Right> FIRMEST_FIRST =
      Comparator.comparing(RegimeItems::best).thenComparing(Regime.Right::basis);

  private final Stretch stretch;
  private final List<String> hosts;

  private StretchRegime(Stretch stretch) {
    this.stretch = stretch;
    this.hosts =
        List.of(stretch.fromSide(), stretch.toSide()).stream()
            .filter(side -> !side.isEmpty() && stretch.mover().isForeign(side))
            .distinct()
            .toList();
  }

  static Regime of(Stretch stretch) {
    return stretch.kind() == ArcKind.CROSSING
        ? new StretchRegime(stretch).border()
        : new StretchRegime(stretch).inland();
  }

  private static String slug(String element) {
    return element.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9.-]", "-");
  }

  private Regime inland() {
    Regime.Builder made = Regime.named(slug(stretch.element())).title(stretch.element());
    practice(made);
    return made.build();
  }

  private Regime border() {
    Optional<Regime> stated = fact(Crossing::regimeFact).flatMap(CrossingFact::regime);
    Regime.Builder made =
        stated
            .map(Regime::toBuilder)
            .orElseGet(() -> Regime.named(slug(stretch.element())).title(stretch.element()));
    if (hosts.isEmpty()) {
      made = Regime.named(slug(stretch.element())).title(stretch.element());
    } else if (stated.isEmpty()) {
      made.sovereignty(Regime.Sovereignty.HOST).right(right());
    }
    List<Regime.Control> met = controls(made, stated);
    rations(made, stated);
    opening(made, stated);
    if (stated.isEmpty()) {
      charge(made);
    }
    made.suspendedInLaw(isShutByAct());
    practice(made);
    if (!met.isEmpty() || isAtPleasure(stated)) {
      Regime.Practice now = made.build().practice();
      boolean pleasure = now.state() == Regime.PracticeState.AS_WRITTEN && isAtPleasure(stated);
      made.practice(
          new Regime.Practice(
              pleasure ? Regime.PracticeState.DISCRETIONARY : now.state(),
              met,
              pleasure ? stated.orElseThrow().practice().why() : now.why()));
    }
    return made.build();
  }

  /** One of the crossing's facts for this movement in this direction. */
  private Optional<CrossingFact> fact(Lookup lookup) {
    return stretch
        .crossing()
        .flatMap(
            crossing ->
                lookup.of(
                    crossing,
                    stretch.view().movement(),
                    stretch.mode(),
                    stretch.fromSide(),
                    stretch.toSide(),
                    stretch.view().date(),
                    stretch.view().terms().plans()));
  }

  private interface Lookup {
    Optional<CrossingFact> of(
        Crossing crossing,
        Movement movement,
        Mode mode,
        String from,
        String to,
        LocalDate date,
        boolean plans);
  }

  private Optional<CrossingFact> stateFact() {
    return stretch
        .crossing()
        .flatMap(
            crossing ->
                stretch
                    .view()
                    .stateFact(crossing, stretch.mode(), stretch.fromSide(), stretch.toSide()));
  }

  // By what right.

  /** The weakest of what each host grants. */
  private Regime.Right right() {
    Regime.Right weakest = right(hosts.get(0));
    for (String host : hosts.subList(1, hosts.size())) {
      Regime.Right other = right(host);
      if (FIRMEST_FIRST.compare(other, weakest) > 0) {
        weakest = other;
      }
    }
    return weakest;
  }

  /**
   * The firmest instrument in force by which a host is to let pass; otherwise its own law, if it
   * does.
   */
  private Regime.Right right(String host) {
    Optional<Regime.Right> best = Optional.empty();
    for (Agreement agreement : stretch.view().network().agreements()) {
      if (agreement.standsOn(stretch.view().date(), stretch.view().terms().plans())
          && agreement.provisions().stream().anyMatch(grants(host))) {
        Regime.Right right = right(agreement);
        if (best.isEmpty() || FIRMEST_FIRST.compare(right, best.get()) < 0) {
          best = Optional.of(right);
        }
      }
    }
    if (best.isPresent() && best.get().inForce()) {
      return best.get();
    }
    boolean shut = stretch.state() == CrossingState.CLOSED && !isShutByAct();
    return shut ? best.orElse(Regime.Right.NONE) : Regime.Right.of(Regime.RightBasis.UNILATERAL);
  }

  private Predicate<Provision> grants(String host) {
    return provision ->
        (provision.effect() == ProvisionEffect.BINDS
                || provision.effect() == ProvisionEffect.OPENS
                || provision.effect() == ProvisionEffect.PERMITS)
            && provision.validity().contains(stretch.view().date())
            && provision.concerns(stretch.view().movement(), stretch.mode())
            && !provision.party().isEmpty()
            && stretch
                .mover()
                .stateOf(provision.party())
                .map(Jurisdictions.stateOf(host)::equals)
                .orElse(false)
            && stretch
                .view()
                .network()
                .matches(provision.where(), stretch.view().network().node(stretch.element()));
  }

  private Regime.Right right(Agreement agreement) {
    boolean binds =
        agreement.bindsOn(
            stretch.view().date(),
            stretch.view().terms().plans(),
            stretch.view().terms().threshold());
    Regime.RightBasis basis =
        switch (agreement.kind()) {
          case CONVENTION -> Regime.RightBasis.CONVENTION;
          case TREATY, AGREEMENT -> Regime.RightBasis.TREATY;
          case CONTRACT -> Regime.RightBasis.CONTRACT;
          case MEMORANDUM, FRAMEWORK -> Regime.RightBasis.MEMORANDUM;
          case DECLARATION, STATEMENT -> Regime.RightBasis.DECLARATION;
          case UNILATERAL_ACT -> Regime.RightBasis.UNILATERAL;
        };
    if (binds) {
      return Regime.Right.binding(basis);
    }
    return agreement.binding() ? Regime.Right.of(basis).notInForce() : Regime.Right.of(basis);
  }

  // What is met.

  /** Sets the controls; gives those met in fact, where they are not the ones written. */
  private List<Regime.Control> controls(Regime.Builder made, Optional<Regime> stated) {
    List<Regime.Control> met = new ArrayList<>();
    boolean limited = false;
    if (stretch.hasPosts()) {
      for (String post : hosts) {
        List<ControlPoint> points = stretch.controls(post);
        if (points.isEmpty()) {
          made.addUnknown("nobody says who controls at the post of " + post);
        }
        for (ControlPoint point : points) {
          met.add(
              new Regime.Control(
                  point.function(),
                  side(point.controller(), post),
                  side(point.decider(), post),
                  point.contact(),
                  point.place()));
          limited |= point.contact() != Contact.NONE;
        }
      }
    }
    if (stated.map(regime -> !regime.practice().controls().isEmpty()).orElse(false)) {
      return met;
    }
    made.withControls(met);
    if (limited && made.build().inspection() == Regime.InspectionGround.UNSTATED) {
      made.inspection(Regime.InspectionGround.ANY);
    }
    return List.of();
  }

  /** Restricted, and so because a regime laid on it is practised at somebody's pleasure. */
  private boolean isAtPleasure(Optional<Regime> stated) {
    return stretch.state() == CrossingState.RESTRICTED
        && stated
            .filter(regime -> regime.rations().isEmpty())
            .filter(regime -> regime.practice().state() == Regime.PracticeState.DISCRETIONARY)
            .isPresent();
  }

  private Regime.Side side(String party, String post) {
    if (party.isEmpty()) {
      return Regime.Side.NOBODY;
    }
    Optional<String> state = stretch.mover().stateOf(party);
    if (state.isEmpty()) {
      return Regime.Side.UNKNOWN;
    }
    if (!stretch.mover().isForeign(state.get())) {
      return Regime.Side.SENDER;
    }
    return state.get().equals(Jurisdictions.stateOf(post)) ? Regime.Side.HOST : Regime.Side.THIRD;
  }

  private void rations(Regime.Builder made, Optional<Regime> stated) {
    if (stretch.state() != CrossingState.RESTRICTED || isAtPleasure(stated)) {
      made.withRations(List.of());
      return;
    }
    if (stated.isPresent() && !stated.get().rations().isEmpty()) {
      return;
    }
    EnumSet<Regime.Ration> rations = EnumSet.noneOf(Regime.Ration.class);
    stateFact()
        .ifPresent(
            fact -> {
              if (!fact.flags().isEmpty()) {
                rations.add(Regime.Ration.FLAG);
              }
              fact.kind().flatMap(StretchRegime::ration).ifPresent(rations::add);
            });
    if (rations.isEmpty()) {
      rations.add(Regime.Ration.CONDITIONS);
    }
    made.withRations(rations);
  }

  private static Optional<Regime.Ration> ration(ImpedimentKind kind) {
    return switch (kind) {
      case PERMIT -> Optional.of(Regime.Ration.PERMIT);
      case CAPACITY -> Optional.of(Regime.Ration.CAP);
      case DISCRETIONARY, SECURITY -> Optional.of(Regime.Ration.DISCRETION);
      case MISSING_LINK,
          CLOSURE,
          CONTROL_STOP,
          OPENING_HOURS,
          FEE,
          BREAK_OF_GAUGE_OR_MODE,
          FOREIGN_CONTROL,
          UNKNOWN ->
          Optional.empty();
    };
  }

  private void opening(Regime.Builder made, Optional<Regime> stated) {
    Optional<CrossingFact> hours = fact(Crossing::hoursFact);
    if (hours.isEmpty()) {
      return;
    }
    if (Standards.isAllDay(hours.get())) {
      made.opening(Regime.Opening.ALL_DAY);
    } else if (stated.map(Regime::hours).equals(hours.map(CrossingFact::openingHours))) {
      return;
    } else {
      made.opening(Regime.Opening.HOURS);
    }
  }

  /** A toll to a company is the market's, any other charge is taken to be for cost. */
  private void charge(Regime.Builder made) {
    boolean commercial = stretch.crossing().map(this::isTolledByCompany).orElse(false);
    boolean costs =
        fact(Crossing::feeFact)
            .flatMap(CrossingFact::fee)
            .map(money -> money.amount().signum() > 0)
            .orElse(false);
    if (commercial) {
      made.charge(Regime.ChargeBasis.COMMERCIAL, Regime.Payer.USER);
    } else if (costs) {
      made.charge(Regime.ChargeBasis.COST, Regime.Payer.USER);
    }
  }

  private boolean isTolledByCompany(Crossing crossing) {
    return crossing
        .controls(
            stretch.view().movement(),
            stretch.mode(),
            stretch.view().date(),
            stretch.view().terms().plans())
        .stream()
        .filter(point -> point.function() == ControlFunction.TOLL && hosts.contains(point.post()))
        .map(point -> stretch.view().network().findParty(point.controller()))
        .anyMatch(party -> party.map(Party::kind).equals(Optional.of(PartyKind.COMPANY)));
  }

  // Whether it passes.

  /** Shut, and the fact names an act or the party whose act it is. */
  private boolean isShutByAct() {
    return stretch.state() == CrossingState.CLOSED
        && stateFact().map(fact -> !fact.by().isEmpty() || !fact.under().isEmpty()).orElse(false);
  }

  private void practice(Regime.Builder made) {
    Ruling open = stretch.open();
    switch (open.truth()) {
      case YES -> made.practice(Regime.Practice.AS_WRITTEN);
      case UNKNOWN -> {
        made.practice(Regime.Practice.AS_WRITTEN);
        made.addUnknown(open.reason());
      }
      case NO -> {
        boolean missing =
            stretch.impediments().stream()
                .anyMatch(
                    found ->
                        found.effect() == Effect.BARS
                            && found.kind() == ImpedimentKind.MISSING_LINK);
        made.practice(
            Regime.Practice.of(
                missing ? Regime.PracticeState.NOT_BUILT : Regime.PracticeState.SUSPENDED,
                open.reason()));
      }
    }
  }
}
