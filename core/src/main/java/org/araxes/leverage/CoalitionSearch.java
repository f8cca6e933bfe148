package org.araxes.leverage;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.araxes.answer.Budget;
import org.araxes.answer.Completeness;
import org.araxes.answer.Progress;

/**
 * Finds all minimal consent sets and all minimal blocking sets of a game together.
 *
 * <p><b>Method.</b> Joint generation (after Gurvich and Khachiyan 1999). Of the blocking sets known
 * so far take a minimal transversal that was not yet looked at. Either its consent keeps a way
 * open: then it is a minimal consent set, because each of its members is alone in meeting some
 * blocking set. Or the rest blocks: then the rest shrinks, player by player, to a new minimal
 * blocking set. When every transversal has been looked at, both families are complete and dual to
 * each other.
 *
 * <p><b>Cost.</b> One search for each consent set and k + 1 for each blocking set, for k players;
 * and what {@link Transversals} takes. A step of the budget is a search or a transversal.
 */
final class CoalitionSearch {
  private static final int TELL_EVERY = 256;

  private final ConsentGame game;
  private final ConsentGame.Oracle oracle;
  private final Budget.Meter meter;
  private final Progress progress;
  private final int size;

  CoalitionSearch(ConsentGame game, Budget.Meter meter, Progress progress) {
    this.game = game;
    this.oracle = game.oracle();
    this.meter = meter;
    this.progress = progress;
    this.size = game.players().size();
  }

  /** Both families; what is in them is right even when the budget ended first. */
  record Families(List<BitSet> blocking, List<BitSet> consent, Completeness completeness) {}

  Families run() {
    Transversals transversals = new Transversals(size);
    List<BitSet> blocking = new ArrayList<>();
    List<BitSet> consent = new ArrayList<>();
    Set<BitSet> seen = new HashSet<>();
    for (BitSet veto : vetoes()) {
      blocking.add(veto);
      transversals.add(veto, meter);
    }
    int next = 0;
    while (next < transversals.minimal().size()) {
      BitSet candidate = transversals.minimal().get(next);
      if (seen.contains(candidate)) {
        next++;
        continue;
      }
      if (!step()) {
        return new Families(blocking, consent, Completeness.TRUNCATED);
      }
      if (oracle.wins(candidate)) {
        seen.add(candidate);
        consent.add(candidate);
        next++;
      } else {
        BitSet found = shrink(candidate);
        if (meter.spent()) {
          return new Families(blocking, consent, Completeness.TRUNCATED);
        }
        blocking.add(found);
        if (!transversals.add(found, meter)) {
          return new Families(blocking, consent, Completeness.TRUNCATED);
        }
        next = 0;
      }
    }
    return new Families(blocking, consent, Completeness.COMPLETE);
  }

  private boolean step() {
    if (meter.steps() % TELL_EVERY == 0) {
      progress.report("Coalitions", meter.steps(), 0);
    }
    return meter.step();
  }

  /**
   * The players that block alone, each as a set: all of them are in any one minimal consent set.
   */
  private List<BitSet> vetoes() {
    List<BitSet> found = new ArrayList<>();
    vetoPlayers(game, oracle).stream()
        .forEach(
            player -> {
              BitSet alone = new BitSet(size);
              alone.set(player);
              found.add(alone);
            });
    return found;
  }

  /** The players that block alone; none where there is no way even with the consent of all. */
  static BitSet vetoPlayers(ConsentGame game, ConsentGame.Oracle oracle) {
    int size = game.players().size();
    BitSet all = new BitSet(size);
    all.set(0, size);
    BitSet vetoes = new BitSet(size);
    if (!oracle.wins(all)) {
      return vetoes;
    }
    BitSet needed = (BitSet) all.clone();
    for (int player = 0; player < size; player++) {
      needed.clear(player);
      if (!oracle.wins(needed)) {
        needed.set(player);
      }
    }
    for (int player = needed.nextSetBit(0); player >= 0; player = needed.nextSetBit(player + 1)) {
      all.clear(player);
      vetoes.set(player, !oracle.wins(all));
      all.set(player);
    }
    return vetoes;
  }

  /** A minimal blocking set among those outside a set whose consent is not enough. */
  private BitSet shrink(BitSet losing) {
    BitSet consenting = (BitSet) losing.clone();
    for (int player = 0; player < size && !meter.spent(); player++) {
      if (!consenting.get(player)) {
        consenting.set(player);
        if (step() && oracle.wins(consenting)) {
          consenting.clear(player);
        }
      }
    }
    BitSet blocking = new BitSet(size);
    blocking.set(0, size);
    blocking.andNot(consenting);
    return blocking;
  }
}
