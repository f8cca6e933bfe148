package org.araxes.passage;

import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import org.araxes.border.Jurisdictions;
import org.araxes.control.Matter;
import org.araxes.network.NetworkView;
import org.araxes.party.Party;
import org.araxes.party.PartyKind;

/**
 * The state on whose side a movement is.
 *
 * <p><b>Definition.</b> The state of the movement's flag; without a flag the one state in which all
 * nodes of the origin lie; otherwise none, and then every state is another's.
 */
public final class Mover {
  private final NetworkView view;
  private final Optional<String> state;

  Mover(NetworkView view, SortedSet<String> from) {
    this.view = view;
    String flag = view.movement().flag();
    if (!flag.isEmpty()) {
      state = Optional.of(Jurisdictions.stateOf(flag));
      return;
    }
    TreeSet<String> states = new TreeSet<>();
    for (String node : from) {
      view.network().node(node).jurisdictions().stream()
          .map(Jurisdictions::stateOf)
          .forEach(states::add);
    }
    state = states.size() == 1 ? Optional.of(states.first()) : Optional.empty();
  }

  /**
   * The state.
   *
   * @return its code, or empty where there is no single one
   */
  public Optional<String> state() {
    return state;
  }

  /**
   * Whether a jurisdiction is not of the mover's state.
   *
   * @param jurisdiction a state or a part of one
   * @return true if so
   */
  public boolean isForeign(String jurisdiction) {
    return !state.equals(Optional.of(Jurisdictions.stateOf(jurisdiction)));
  }

  /**
   * Whether a party is the mover's state or is decided by it alone.
   *
   * @param party its id
   * @return true if the state's consent is enough for the party's
   */
  public boolean owns(String party) {
    return state.isPresent()
        && (party.equals(state.get())
            || view.snapshot()
                .ownership()
                .rule(party, Matter.ORDINARY)
                .permits(state.get()::equals));
  }

  /**
   * The state that a party is or belongs to.
   *
   * @param party its id
   * @return a code, or empty where the party names none
   */
  public Optional<String> stateOf(String party) {
    Optional<Party> known = view.network().findParty(party);
    if (known.isEmpty() || known.get().kind() == PartyKind.STATE) {
      return Optional.of(Jurisdictions.stateOf(party));
    }
    String jurisdiction = known.get().jurisdiction();
    return jurisdiction.isEmpty()
        ? Optional.empty()
        : Optional.of(Jurisdictions.stateOf(jurisdiction));
  }
}
