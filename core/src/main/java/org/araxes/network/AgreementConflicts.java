package org.araxes.network;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import org.araxes.agreement.Agreement;
import org.araxes.agreement.Provision;
import org.araxes.agreement.ProvisionEffect;
import org.araxes.border.Jurisdictions;
import org.araxes.evidence.Validity;

/**
 * Finds provisions of different agreements that cannot both be kept.
 *
 * <p><b>Definition.</b> Two provisions whose agreements stand on a common day, that speak of a
 * common element and of common traffic, and of which one binds a party and the other lets it close,
 * or one opens or permits and the other closes, or both grant to different parties a role that only
 * one can hold.
 *
 * <p><b>Which wins.</b> The one that says so in {@link Provision#prevailsOver}; the later one does
 * not win by being later. Where the data say nothing a view keeps to the closure, since whoever may
 * close can, and leaves a party bound; of two roles both stand, so that both consents are needed.
 *
 * <p><b>Answer.</b> In order of the ids of the agreements and provisions, the same on every run.
 *
 * <p><b>Cost.</b> O(p² (n + m)) for p provisions, n nodes and m edges.
 *
 * <p><b>Left out.</b> Provisions of one agreement: there the narrower one is read as an exception.
 * Facts that contradict a provision without an instrument behind them.
 */
public final class AgreementConflicts {
  private AgreementConflicts() {}

  private record Said(Agreement agreement, Provision provision, List<Validity> days) {
    String key() {
      return agreement.id() + "/" + provision.id();
    }
  }

  /**
   * The conflicts in a network.
   *
   * @param network the network
   * @param plans whether planned statuses count
   * @return in a stated order; none where all agree
   */
  public static List<ProvisionConflict> in(TransitNetwork network, boolean plans) {
    List<Said> all = new ArrayList<>();
    for (Agreement agreement : network.agreements()) {
      List<Validity> standing = standing(agreement, plans);
      for (Provision provision : agreement.provisions()) {
        if (provision.effect() != ProvisionEffect.CONTEXT) {
          all.add(new Said(agreement, provision, within(standing, provision.validity())));
        }
      }
    }
    List<ProvisionConflict> found = new ArrayList<>();
    for (Said first : all) {
      for (Said second : all) {
        kind(first, second)
            .flatMap(kind -> conflict(network, kind, first, second))
            .ifPresent(found::add);
      }
    }
    return List.copyOf(found);
  }

  private static List<Validity> standing(Agreement agreement, boolean plans) {
    List<LocalDate> days = new ArrayList<>(agreement.changeDates(plans));
    days.add(0, LocalDate.MIN);
    days.add(LocalDate.MAX);
    List<Validity> standing = new ArrayList<>();
    for (int i = 0; i + 1 < days.size(); i++) {
      if (agreement.standsOn(days.get(i), plans)) {
        int last = standing.size() - 1;
        if (last >= 0 && standing.get(last).to().equals(days.get(i))) {
          standing.set(last, new Validity(standing.get(last).from(), days.get(i + 1)));
        } else {
          standing.add(new Validity(days.get(i), days.get(i + 1)));
        }
      }
    }
    return standing;
  }

  private static List<Validity> within(List<Validity> days, Validity limit) {
    return days.stream().flatMap(piece -> piece.intersection(limit).stream()).toList();
  }

  private static Optional<ProvisionConflict.Kind> kind(Said first, Said second) {
    if (first.agreement().id().equals(second.agreement().id())) {
      return Optional.empty();
    }
    Provision one = first.provision();
    Provision other = second.provision();
    boolean closes = other.effect() == ProvisionEffect.CLOSES;
    return switch (one.effect()) {
      case BINDS ->
          closes
                  && (other.party().isEmpty()
                      ? second.agreement().parties().contains(one.party())
                      : other.party().equals(one.party()))
              ? Optional.of(ProvisionConflict.Kind.BINDS_AND_CLOSES)
              : Optional.empty();
      case OPENS, PERMITS ->
          closes ? Optional.of(ProvisionConflict.Kind.OPENS_AND_CLOSES) : Optional.empty();
      case GRANTS_ROLE ->
          other.effect() == ProvisionEffect.GRANTS_ROLE
                  && first.key().compareTo(second.key()) < 0
                  && one.role().equals(other.role())
                  && !one.party().equals(other.party())
                  && exclusive(one.role())
              ? Optional.of(ProvisionConflict.Kind.EXCLUSIVE_ROLE)
              : Optional.empty();
      case CLOSES, WAIVES_CONTROL, CAPS, CONTEXT -> Optional.empty();
    };
  }

  private static boolean exclusive(String role) {
    return !role.isEmpty() && RoleKind.valueOf(role.toUpperCase(Locale.ROOT)).exclusive();
  }

  private static Optional<ProvisionConflict> conflict(
      TransitNetwork network, ProvisionConflict.Kind kind, Said first, Said second) {
    Provision one = first.provision();
    Provision other = second.provision();
    List<Validity> days =
        first.days().stream().flatMap(piece -> within(second.days(), piece).stream()).toList();
    if (days.isEmpty()
        || disjoint(one.classes(), other.classes())
        || disjoint(one.modes(), other.modes())
        || !Jurisdictions.meet(one.flags(), other.flags())) {
      return Optional.empty();
    }
    SortedSet<String> elements = common(network, one, other);
    if (elements.isEmpty()) {
      return Optional.empty();
    }
    Optional<String> prevails =
        one.prevailsOver(second.agreement().id(), other.id())
            ? Optional.of(first.key())
            : other.prevailsOver(first.agreement().id(), one.id())
                ? Optional.of(second.key())
                : Optional.empty();
    return Optional.of(
        new ProvisionConflict(
            kind,
            first.key(),
            second.key(),
            elements,
            shared(one.classes(), other.classes()),
            shared(one.modes(), other.modes()),
            days,
            prevails));
  }

  private static SortedSet<String> common(TransitNetwork network, Provision one, Provision other) {
    TreeSet<String> elements = new TreeSet<>();
    for (TransitNode node : network.nodes()) {
      if (network.matches(one.where(), node) && network.matches(other.where(), node)) {
        elements.add(node.id());
      }
    }
    for (TransitEdge edge : network.edges()) {
      if (network.matches(one.where(), edge) && network.matches(other.where(), edge)) {
        elements.add(edge.id());
      }
    }
    return elements;
  }

  private static <T> boolean disjoint(Set<T> one, Set<T> other) {
    return !one.isEmpty() && !other.isEmpty() && one.stream().noneMatch(other::contains);
  }

  private static <E extends Enum<E>> Set<E> shared(Set<E> one, Set<E> other) {
    if (one.isEmpty() || other.isEmpty()) {
      return one.isEmpty() ? other : one;
    }
    EnumSet<E> both = EnumSet.copyOf(one);
    both.retainAll(other);
    return both;
  }
}
