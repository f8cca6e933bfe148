package org.araxes.network;

import java.lang.ref.SoftReference;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import org.araxes.border.Movement;

/**
 * What was last seen of a network, so that the next day is made from the changes alone.
 *
 * <p>A day made so is equal to one made from scratch, whichever day it was made from. So threads
 * that overtake each other cost time, never an answer. What is remembered gives way when memory
 * runs short, and refers to nothing that was remembered before it.
 *
 * <p><b>Cost.</b> The {@link ChangeIndex} pays for itself from the third day on, and is not made
 * before.
 */
final class RecentViews {
  /** The movements of a study take turns. */
  private static final int VIEWS = 4;

  private final AtomicReference<SoftReference<Memory>> memory = new AtomicReference<>();
  private final AtomicReference<ChangeIndex> facts = new AtomicReference<>();
  private final AtomicReference<ChangeIndex> factsAndPlans = new AtomicReference<>();
  private final Optional<Kin> kin;

  RecentViews() {
    kin = Optional.empty();
  }

  private RecentViews(Kin kin) {
    this.kin = Optional.of(kin);
  }

  /**
   * Those of a network that on one day differs from another only in what changes between that day
   * and an earlier one.
   */
  static RecentViews kinOf(
      TransitNetwork network, LocalDate earlier, LocalDate later, boolean plans) {
    return new RecentViews(new Kin(network, earlier, later, plans));
  }

  /** A network that looks the same on a day, but for what changes since an earlier one. */
  private record Kin(TransitNetwork network, LocalDate earlier, LocalDate later, boolean plans) {
    boolean knows(LocalDate date, Terms terms) {
      return date.equals(later) && terms.plans() == plans;
    }

    ChangeIndex.Touched touched() {
      return network.recent().index(network, plans).between(earlier, later);
    }
  }

  /** The last snapshot, how many were made before it, and the last views. */
  private record Memory(Optional<NetworkSnapshot> last, int before, List<NetworkView> views) {
    static final Memory NOTHING = new Memory(Optional.empty(), 0, List.of());
  }

  private Memory memory() {
    SoftReference<Memory> held = memory.get();
    Memory known = held == null ? null : held.get();
    return known == null ? Memory.NOTHING : known;
  }

  private ChangeIndex index(TransitNetwork network, boolean plans) {
    AtomicReference<ChangeIndex> place = plans ? factsAndPlans : facts;
    ChangeIndex known = place.get();
    if (known == null) {
      known = new ChangeIndex(network, plans);
      place.set(known);
    }
    return known;
  }

  NetworkSnapshot on(TransitNetwork network, LocalDate date, Terms terms) {
    Memory known = memory();
    Optional<NetworkSnapshot> base = known.last().filter(last -> last.terms().equals(terms));
    if (base.isPresent() && base.get().date().equals(date)) {
      return base.get();
    }
    NetworkSnapshot made;
    if (base.isPresent() && known.before() > 0) {
      ChangeIndex.Touched touched = index(network, terms.plans()).between(base.get().date(), date);
      made = base.get().movedTo(network, date, touched);
    } else if (kin.isPresent() && kin.get().knows(date, terms)) {
      NetworkSnapshot there = kin.get().network().on(date, terms);
      made = there.movedTo(network, date, kin.get().touched());
    } else {
      made = new NetworkSnapshot(network, date, terms);
    }
    memory.set(
        new SoftReference<>(
            new Memory(Optional.of(made), known.last().isEmpty() ? 0 : 1, known.views())));
    return made;
  }

  NetworkView moving(NetworkSnapshot snapshot, Movement movement) {
    Memory known = memory();
    Optional<NetworkView> base =
        known.views().stream()
            .filter(
                view -> view.movement().equals(movement) && view.terms().equals(snapshot.terms()))
            .findFirst();
    if (base.isPresent() && base.get().snapshot() == snapshot) {
      return base.get();
    }
    NetworkView made;
    if (base.isPresent() && known.before() > 0) {
      ChangeIndex.Touched touched =
          index(snapshot.network(), snapshot.terms().plans())
              .between(base.get().date(), snapshot.date());
      made = base.get().movedTo(snapshot, touched);
    } else if (kin.isPresent() && kin.get().knows(snapshot.date(), snapshot.terms())) {
      NetworkSnapshot there = kin.get().network().on(snapshot.date(), snapshot.terms());
      made = there.moving(movement).movedTo(snapshot, kin.get().touched());
    } else {
      made = new NetworkView(snapshot, movement);
    }
    List<NetworkView> views = new ArrayList<>();
    views.add(made);
    known.views().stream()
        .filter(view -> base.isEmpty() || view != base.get())
        .limit(VIEWS - 1)
        .forEach(views::add);
    memory.set(new SoftReference<>(new Memory(known.last(), known.before(), List.copyOf(views))));
    return made;
  }
}
