package org.araxes.leverage;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.Predicate;
import org.araxes.control.ControlRule;
import org.araxes.graph.IndexedGraph;
import org.araxes.graph.KeyQuotient;
import org.araxes.network.Topology;

/**
 * The game v(D) = 1 when the consent of D keeps a way open, over the parties that any rule names.
 *
 * <p><b>Method.</b> Each party's consent is a key, each rule a lock that the ways to satisfy it
 * open; the network shrinks to a {@link KeyQuotient}. Where some rule has too many ways to be
 * written out, the network itself is asked instead.
 *
 * <p><b>Cost.</b> Made in O(n + m) and some questions to each rule. Immutable.
 */
final class ConsentGame {
  /** So many vertices and arcs are gone over in a step. */
  private static final long ENDS_A_STEP = 256;

  private final List<String> players;
  private final SortedSet<String> named;
  private final Optional<KeyQuotient> quotient;
  private final Optional<RuleGame> rules;

  private ConsentGame(
      List<String> players,
      SortedSet<String> named,
      Optional<KeyQuotient> quotient,
      Optional<RuleGame> rules) {
    this.players = players;
    this.named = named;
    this.quotient = quotient;
    this.rules = rules;
  }

  /** The game on the arcs of a topology that nothing bars and that somebody's consent opens. */
  static ConsentGame on(Topology topology, int[] from, int[] to, Basis basis) {
    List<ControlRule> rules = rules(topology, basis);
    TreeSet<String> parties = new TreeSet<>();
    rules.forEach(rule -> rule.collectParties(parties));
    List<String> players = List.copyOf(parties);
    List<Optional<List<BitSet>>> ways = new ArrayList<>();
    BitSet tooMany = new BitSet();
    for (ControlRule rule : rules) {
      Optional<List<BitSet>> found = RuleWays.of(rule, players);
      tooMany.set(ways.size(), found.isEmpty());
      ways.add(found);
    }
    int[] lockOf = new int[topology.graph().arcCount()];
    Arrays.fill(lockOf, KeyQuotient.NEVER);
    BitSet open = topology.openArcs();
    for (int arc = open.nextSetBit(0); arc >= 0; arc = open.nextSetBit(arc + 1)) {
      lockOf[arc] = ruleOf(topology, basis, arc);
    }
    // One key more stands for what a rule with too many ways asks for: only to see what is used.
    BitSet unknown = new BitSet();
    unknown.set(players.size());
    KeyQuotient quotient =
        KeyQuotient.of(
            topology.graph(),
            players.size() + 1,
            ways.stream().map(known -> known.orElse(List.of(unknown))).toList(),
            lockOf,
            from,
            to);
    TreeSet<String> named = new TreeSet<>();
    quotient.locksInUse().stream().forEach(rule -> rules.get(rule).collectParties(named));
    boolean isKnown = !tooMany.intersects(quotient.locksInUse());
    return new ConsentGame(
        players,
        named,
        isKnown ? Optional.of(quotient) : Optional.empty(),
        isKnown ? Optional.empty() : Optional.of(new RuleGame(topology, from, to, basis, players)));
  }

  /** The arcs that are barred, or that no consent opens. */
  static BitSet unusable(Topology topology, Basis basis) {
    return shutBy(topology, basis, nobody -> false);
  }

  /** The same, and the arcs that some parties' refusal shuts. */
  static BitSet shutBy(Topology topology, Basis basis, Predicate<String> coalition) {
    List<ControlRule> rules = rules(topology, basis);
    BitSet shut = new BitSet(rules.size());
    for (int rule = 0; rule < rules.size(); rule++) {
      shut.set(rule, rules.get(rule).canBeShutBy(coalition));
    }
    BitSet unusable = topology.openArcs();
    unusable.flip(0, topology.graph().arcCount());
    for (int arc = 0; arc < topology.graph().arcCount(); arc++) {
      if (shut.get(ruleOf(topology, basis, arc))) {
        unusable.set(arc);
      }
    }
    return unusable;
  }

  static List<ControlRule> rules(Topology topology, Basis basis) {
    return basis == Basis.LAWFUL ? topology.lawfulRules() : topology.rules();
  }

  static int ruleOf(Topology topology, Basis basis, int arc) {
    return basis == Basis.LAWFUL ? topology.lawfulRuleOf(arc) : topology.ruleOf(arc);
  }

  /** The parties by number, in order of id. */
  List<String> players() {
    return players;
  }

  /** The parties that the rule of some usable arc names that lies on a way. */
  SortedSet<String> named() {
    return Collections.unmodifiableSortedSet(named);
  }

  /** The small network, unless some rule has too many ways to say yes. */
  Optional<KeyQuotient> quotient() {
    return quotient;
  }

  /** Starts to ask which players' consent keeps a way open; the questions of one thread. */
  Predicate<BitSet> oracle() {
    return quotient
        .<Predicate<BitSet>>map(small -> small.search()::opens)
        .orElseGet(() -> rules.orElseThrow().start());
  }

  /** For how many steps of a budget a question counts: each some tenths of a microsecond. */
  long weight() {
    IndexedGraph graph =
        quotient.map(KeyQuotient::graph).orElseGet(() -> rules.orElseThrow().graph());
    return 1 + (graph.vertexCount() + graph.arcCount()) / ENDS_A_STEP;
  }

  /** Whether there is a way with the consent of all. */
  boolean isEverOpen() {
    BitSet all = new BitSet();
    all.set(0, players.size());
    return oracle().test(all);
  }

  /** The players that block alone; none where there is no way even with the consent of all. */
  BitSet vetoPlayers() {
    if (quotient.isPresent()) {
      return quotient.get().mandatory();
    }
    BitSet vetoes = new BitSet();
    Predicate<BitSet> wins = oracle();
    BitSet all = new BitSet();
    all.set(0, players.size());
    if (wins.test(all)) {
      for (int player = 0; player < players.size(); player++) {
        all.clear(player);
        vetoes.set(player, !wins.test(all));
        all.set(player);
      }
    }
    return vetoes;
  }
}
