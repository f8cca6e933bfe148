package org.araxes.network;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import java.util.TreeSet;
import org.araxes.answer.Wording;
import org.araxes.border.Crossing;
import org.araxes.border.Effect;
import org.araxes.border.Impediment;
import org.araxes.border.ImpedimentKind;
import org.araxes.border.Jurisdictions;
import org.araxes.border.Mode;
import org.araxes.border.Movement;
import org.araxes.border.Quota;
import org.araxes.border.QuotaState;
import org.araxes.evidence.Evidence;

/** What a vehicle needs of the permits of the state that it enters. */
final class Permits {
  private Permits() {}

  /** The quotas of a day that stand between a movement and a state, in order of id. */
  static List<Quota> between(NetworkSnapshot snapshot, Movement movement, Mode mode, String host) {
    return snapshot.quotas(movement.flag(), host).stream()
        .filter(quota -> quota.concerns(movement, mode))
        .toList();
  }

  /**
   * The finding at a crossing: none between parts of one state, without a flag, in the state of the
   * flag, or where no quota of the pair is known.
   */
  static List<Impediment> entering(
      NetworkView view, Crossing crossing, Mode mode, String from, String to) {
    String host = Jurisdictions.stateOf(to);
    if (view.network().quotas().isEmpty() || Jurisdictions.stateOf(from).equals(host)) {
      return List.of();
    }
    List<Quota> quotas = between(view.snapshot(), view.movement(), mode, host);
    if (quotas.isEmpty()) {
      return List.of();
    }
    boolean none = quotas.stream().allMatch(quota -> quota.state() == QuotaState.EXHAUSTED);
    Quota first = quotas.get(0);
    TreeSet<String> by = new TreeSet<>();
    view.network().findParty(host).ifPresent(party -> by.add(party.id()));
    TreeSet<String> instruments = new TreeSet<>(quotas.stream().map(Quota::under).toList());
    List<String> said = new ArrayList<>();
    quotas.forEach(quota -> said.add(words(quota)));
    return List.of(
        new Impediment(
            ImpedimentKind.PERMIT,
            none ? Effect.BARS : Effect.SLOWS,
            crossing.id(),
            by,
            instruments.size() == 1 ? instruments.first() : "",
            Duration.ZERO,
            (none ? "No permit of " : "Needs a permit of ")
                + host
                + " for vehicles of "
                + first.flag()
                + (none ? " is left: " : ": ")
                + String.join("; ", said),
            together(quotas)));
  }

  private static String words(Quota quota) {
    QuotaState state = quota.state();
    return amount(quota.amount())
        + (quota.amount().isPresent()
            ? Wording.of(quota.unit())
            : "a number of " + Wording.of(quota.unit()) + " not told")
        + " ("
        + Wording.of(quota.kind())
        + ")"
        + (state == QuotaState.AVAILABLE ? "" : ", " + Wording.of(state));
  }

  private static String amount(OptionalDouble amount) {
    return amount.isEmpty() ? "" : plain(amount.getAsDouble()) + " ";
  }

  /** A number without a fraction that says nothing. */
  static String plain(double value) {
    return value == Math.rint(value) && value < 1e15
        ? Long.toString((long) value)
        : Double.toString(value);
  }

  /** As sure as the weakest of them. */
  private static Evidence together(List<Quota> quotas) {
    Evidence first = quotas.get(0).evidence();
    return new Evidence(
        quotas.stream().flatMap(quota -> quota.evidence().sources().stream()).distinct().toList(),
        quotas.stream()
            .map(quota -> quota.evidence().confidence())
            .reduce((one, other) -> one.and(other))
            .orElse(first.confidence()),
        first.basis(),
        first.note());
  }
}
