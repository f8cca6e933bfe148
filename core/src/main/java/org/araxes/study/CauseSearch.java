package org.araxes.study;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.araxes.answer.Budget;
import org.araxes.answer.Completeness;
import org.araxes.control.ControlCycleException;
import org.araxes.network.DatedChange;
import org.araxes.network.DatedChanges;
import org.araxes.network.NetworkSnapshot;
import org.araxes.network.Terms;
import org.araxes.network.TransitNetwork;

/**
 * Looks for the changes that caused an answer.
 *
 * <p><b>Method.</b> From all changes, halves, quarters and so on down to single ones are left out
 * wherever the rest still gives the answer, until a round over single ones leaves nothing out
 * (Zeller and Hildebrandt, 2002, without its first half). Then each change is tried alone; if one
 * suffices, it is the cause. A mixture in which control runs in a circle gives no answer.
 *
 * <p><b>Cost.</b> One question for each of the n changes, and at least O(k log n) for a set of k.
 */
final class CauseSearch<A> {
  private final DatedChanges changes;
  private final LocalDate later;
  private final Terms terms;
  private final Function<NetworkSnapshot, A> question;
  private final A wanted;
  private final Budget.Meter meter;
  private final Map<Set<DatedChange>, Boolean> known = new HashMap<>();

  private CauseSearch(
      DatedChanges changes,
      LocalDate later,
      Terms terms,
      Function<NetworkSnapshot, A> question,
      A wanted,
      Budget.Meter meter) {
    this.changes = changes;
    this.later = later;
    this.terms = terms;
    this.question = question;
    this.wanted = wanted;
    this.meter = meter;
  }

  /** Why the network gives this answer on the later day and another on the earlier. */
  static <A> Cause of(
      TransitNetwork network,
      LocalDate earlier,
      LocalDate later,
      Terms terms,
      Function<NetworkSnapshot, A> question,
      A wanted,
      Budget.Meter meter) {
    DatedChanges changes = DatedChanges.between(network, earlier, later, terms.plans());
    return new CauseSearch<>(changes, later, terms, question, wanted, meter).search();
  }

  private Cause search() {
    List<DatedChange> all = changes.all();
    List<DatedChange> because = List.of();
    if (!all.isEmpty() && !suffices(List.of())) {
      because = shrunk(all);
    }
    List<DatedChange> alone = new ArrayList<>();
    for (DatedChange change : all) {
      if (meter.spent()) {
        break;
      }
      if (suffices(List.of(change))) {
        alone.add(change);
      }
    }
    if (because.size() > 1 && !alone.isEmpty()) {
      because = List.of(alone.get(0));
    }
    return new Cause(
        because, alone, all.size(), meter.spent() ? Completeness.TRUNCATED : Completeness.COMPLETE);
  }

  private List<DatedChange> shrunk(List<DatedChange> all) {
    List<DatedChange> kept = all;
    int size = Math.max(1, all.size() / 2);
    while (!meter.spent()) {
      List<DatedChange> before = kept;
      // From the end: what says that something is there or passable comes first, and stays.
      for (int end = kept.size(); end > 0; end -= size) {
        List<DatedChange> rest = new ArrayList<>(kept.subList(0, Math.max(0, end - size)));
        rest.addAll(kept.subList(Math.min(end, kept.size()), kept.size()));
        if (!rest.isEmpty() && suffices(rest)) {
          kept = List.copyOf(rest);
        }
      }
      if (size == 1 && kept.equals(before)) {
        return kept;
      }
      size = Math.max(1, size / 2);
    }
    return kept;
  }

  private boolean suffices(List<DatedChange> happened) {
    Set<DatedChange> set = new HashSet<>(happened);
    Boolean before = known.get(set);
    if (before != null) {
      return before;
    }
    if (!meter.step()) {
      return false;
    }
    boolean same;
    try {
      same = question.apply(changes.with(happened).on(later, terms)).equals(wanted);
    } catch (ControlCycleException circle) {
      same = false;
    }
    known.put(set, same);
    return same;
  }
}
