package org.araxes.control;

import java.math.BigInteger;
import java.time.LocalDate;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Predicate;
import org.araxes.evidence.Basis;
import org.araxes.evidence.Evidence;
import org.araxes.party.Stake;
import org.araxes.party.StakeKind;
import org.araxes.quantity.Fraction;
import org.araxes.quantity.Share;

/**
 * Who decides for whom on one day: stakes and ways of deciding, followed up to the ultimate
 * parties.
 *
 * <p><b>Method.</b> A party without holders and without members decides for itself. Otherwise its
 * rule is its decision on the matter, with each holder or member replaced by the rule of that party
 * on ordinary matters. Without a stated decision: ordinary matters pass with over 1/2 of the
 * shares, special ones with at least 3/4, reserved ones with every holder, and a stake passes to
 * another holder without anybody's consent. Votes weigh the lower bound of a stake, or ever so
 * little more where it is surely more (<i>over 50 %</i> is a majority); the part of the shares that
 * nobody is known to hold votes as the party itself.
 *
 * <p><b>Which stakes vote.</b> Shares, and what is the holder's by law; but where a holder's votes
 * are stated, those in their place. On ordinary matters the board votes where it is known who
 * appoints part of it. Contracts, leases, concessions and the like do not vote.
 *
 * <p><b>Cost.</b> O(parties + stakes) for one party or for all of them: what is found is kept. The
 * chain may be of any length as long as the rules it makes stay within {@link
 * ControlRule#MAX_DEPTH} and {@link ControlRule#MAX_SIZE}. Safe to share between threads.
 */
public final class Ownership {
  private static final Share HALF = new Share(Fraction.of(1, 2));
  private static final Share THREE_QUARTERS = new Share(Fraction.of(3, 4));

  private final Map<String, List<Stake>> holdersOf;
  private final Map<String, Map<Matter, Decision>> decisions;

  /** What was found so far: always the same for a party, whoever finds it. */
  private final Map<String, ControlRule> ordinary = new ConcurrentHashMap<>();

  private final Set<String> consenting;

  private Ownership(
      Map<String, List<Stake>> holdersOf,
      Map<String, Map<Matter, Decision>> decisions,
      Set<String> consenting) {
    this.holdersOf = holdersOf;
    this.decisions = decisions;
    this.consenting = consenting;
  }

  /**
   * Looks at the stakes and decisions of one day.
   *
   * @param stakes all stakes
   * @param decisions all decisions
   * @param date the day
   * @param plans whether plans count
   * @param stands tells of an agreement id whether it stands that day
   * @return the ownership of that day
   */
  public static Ownership on(
      Collection<Stake> stakes,
      Collection<Decision> decisions,
      LocalDate date,
      boolean plans,
      Predicate<String> stands) {
    Map<String, List<Stake>> holders = new TreeMap<>();
    for (Stake stake : stakes) {
      if (stake.validity().contains(date)
          && counts(stake.evidence(), plans)
          && (stake.under().isEmpty() || stands.test(stake.under()))
          && stake.max().compareTo(Share.NONE) > 0) {
        holders.computeIfAbsent(stake.held(), held -> new ArrayList<>()).add(stake);
      }
    }
    holders.replaceAll(
        (held, list) -> {
          list.sort(
              Comparator.comparing(Stake::min)
                  .reversed()
                  .thenComparing(Stake::holder)
                  .thenComparing(Stake::kind));
          return List.copyOf(list);
        });
    Map<String, Map<Matter, Decision>> byParty = new TreeMap<>();
    for (Decision decision : decisions) {
      if (decision.validity().contains(date)
          && counts(decision.evidence(), plans)
          && (decision.under().isEmpty() || stands.test(decision.under()))) {
        byParty
            .computeIfAbsent(decision.party(), party -> new TreeMap<>())
            .merge(
                decision.matter(),
                decision,
                (one, two) -> two.validity().from().isAfter(one.validity().from()) ? two : one);
      }
    }
    return new Ownership(holders, byParty, Set.of());
  }

  private static boolean counts(Evidence evidence, boolean plans) {
    return plans || evidence.basis() == Basis.FACT;
  }

  /**
   * The same once some parties' consent is settled, whoever decides for them.
   *
   * @param parties ids of parties that consent whatever happens
   * @return the ownership in which their rule is free
   */
  public Ownership assuming(Collection<String> parties) {
    Set<String> settled = new TreeSet<>(consenting);
    settled.addAll(parties);
    return new Ownership(holdersOf, decisions, Collections.unmodifiableSet(settled));
  }

  /**
   * The stakes held in a party.
   *
   * @param party its id
   * @return largest first, then by holder; empty where none is known
   */
  public List<Stake> holders(String party) {
    return holdersOf.getOrDefault(party, List.of());
  }

  /**
   * The stakes that vote in a party.
   *
   * @param party its id
   * @param matter on what
   * @return board seats on ordinary matters where there are some, otherwise votes and shares;
   *     largest first, then by holder
   */
  public List<Stake> voters(String party, Matter matter) {
    List<Stake> all = holders(party);
    if (matter == Matter.ORDINARY) {
      List<Stake> board = all.stream().filter(stake -> stake.kind() == StakeKind.BOARD).toList();
      if (!board.isEmpty()) {
        return board;
      }
    }
    Set<String> stated = new HashSet<>();
    for (Stake stake : all) {
      if (stake.kind() == StakeKind.VOTES) {
        stated.add(stake.holder());
      }
    }
    return all.stream()
        .filter(
            stake ->
                stake.kind() == StakeKind.VOTES
                    || (stake.kind().votes() && !stated.contains(stake.holder())))
        .toList();
  }

  /**
   * Whose consent it takes that a stake in a party passes to another holder, beside that of who
   * gives it away.
   *
   * @param party id of the party in which the stake is held
   * @return a rule over ultimate parties; {@link ControlRule#free} where no consent is asked for
   * @throws ControlCycleException when parties decide for each other in a circle
   */
  public ControlRule transferRule(String party) {
    return rule(party, Matter.TRANSFER);
  }

  /**
   * The chain from a party to those that ultimately decide for it.
   *
   * <p><b>Cost.</b> O(parties + stakes) above it: a party that decides in several places is
   * followed up once.
   *
   * @param party its id
   * @param matter on what
   * @return the chain, from the party upwards
   * @throws ControlCycleException when parties decide for each other in a circle
   */
  public DecisionChain chain(String party, Matter matter) {
    ControlRule rule = rule(party, matter);
    List<DecisionChain.Link> links = new ArrayList<>();
    Set<String> told = new HashSet<>();
    Deque<DecisionChain.Link> open = new ArrayDeque<>();
    open.push(link(0, party, matter, List.of()));
    while (!open.isEmpty()) {
      DecisionChain.Link link = open.pop();
      Set<String> deciders = deciders(link.party(), link.matter());
      if (!told.add(link.party() + " " + link.matter()) && !deciders.isEmpty()) {
        links.add(link.toldAbove());
        continue;
      }
      links.add(link);
      List<String> lastFirst = new ArrayList<>(deciders);
      Collections.reverse(lastFirst);
      List<Stake> voters = voters(link.party(), link.matter());
      List<Stake> all = holders(link.party());
      for (String decider : lastFirst) {
        List<Stake> behind = of(decider, voters);
        open.push(
            link(
                link.depth() + 1,
                decider,
                Matter.ORDINARY,
                behind.isEmpty() ? of(decider, all) : behind));
      }
    }
    return new DecisionChain(party, matter, rule, links);
  }

  private static List<Stake> of(String holder, List<Stake> stakes) {
    return stakes.stream().filter(stake -> stake.holder().equals(holder)).toList();
  }

  private DecisionChain.Link link(int depth, String party, Matter matter, List<Stake> by) {
    return new DecisionChain.Link(
        depth, party, matter, by, way(party, matter), decision(party, matter), false);
  }

  /** In words, how a party decides; empty where it decides for itself. */
  private String way(String party, Matter matter) {
    Optional<Decision> stated = decision(party, matter);
    if (stated.isPresent() && !stated.get().members().isEmpty()) {
      Decision decision = stated.get();
      String members = String.join(", ", decision.members());
      return switch (decision.kind()) {
        case ALL -> "all of " + members;
        case ANY -> "any of " + members;
        default -> decision.count() + " of " + members;
      };
    }
    if (stated.isEmpty() && matter == Matter.TRANSFER) {
      return "nobody's consent, by default";
    }
    List<Stake> voters = voters(party, matter);
    if (voters.isEmpty()) {
      return "";
    }
    if (stated.isEmpty() && matter == Matter.RESERVED) {
      return "every holder, by default";
    }
    String of = voters.get(0).kind() == StakeKind.BOARD ? " of the board" : " of the votes";
    return (strict(stated, matter) ? "over " : "at least ")
        + quota(stated, matter)
        + of
        + (stated.isEmpty() ? ", by default" : "");
  }

  private static Share quota(Optional<Decision> stated, Matter matter) {
    return stated.map(Decision::quota).orElse(matter == Matter.SPECIAL ? THREE_QUARTERS : HALF);
  }

  private static boolean strict(Optional<Decision> stated, Matter matter) {
    return stated
        .map(decision -> decision.kind() == DecisionKind.VOTES_OVER)
        .orElse(matter != Matter.SPECIAL);
  }

  /**
   * How a party decides a matter, where that is stated.
   *
   * @param party its id
   * @param matter the matter
   * @return the decision, or empty for the defaults
   */
  public Optional<Decision> decision(String party, Matter matter) {
    return Optional.ofNullable(decisions.getOrDefault(party, Map.of()).get(matter));
  }

  /**
   * Whose yes makes a party say yes.
   *
   * @param party its id
   * @param matter on what
   * @return a rule over ultimate parties
   * @throws ControlCycleException when parties decide for each other in a circle
   * @throws IllegalArgumentException when the rule is too deep or too large
   */
  public ControlRule rule(String party, Matter matter) {
    deciders(party, matter).forEach(this::resolve);
    if (matter != Matter.ORDINARY) {
      return compose(party, matter);
    }
    resolve(party);
    return ruleOf(party);
  }

  /** Depth first without recursion: a party is composed once all who decide for it are. */
  private void resolve(String start) {
    Deque<String> path = new ArrayDeque<>();
    LinkedHashSet<String> onPath = new LinkedHashSet<>();
    path.push(start);
    while (!path.isEmpty()) {
      String party = path.peek();
      if (ordinary.containsKey(party)) {
        path.pop();
        onPath.remove(party);
        continue;
      }
      onPath.add(party);
      boolean ready = true;
      for (String needed : deciders(party, Matter.ORDINARY)) {
        if (!ordinary.containsKey(needed)) {
          if (onPath.contains(needed)) {
            throw cycle(onPath, needed);
          }
          path.push(needed);
          ready = false;
          break;
        }
      }
      if (ready) {
        ordinary.put(party, compose(party, Matter.ORDINARY));
      }
    }
  }

  private static ControlCycleException cycle(Set<String> onPath, String again) {
    List<String> circle = new ArrayList<>();
    for (String party : onPath) {
      if (!circle.isEmpty() || party.equals(again)) {
        circle.add(party);
      }
    }
    circle.add(again);
    return new ControlCycleException(circle);
  }

  private Set<String> deciders(String party, Matter matter) {
    LinkedHashSet<String> needed = new LinkedHashSet<>();
    if (consenting.contains(party)) {
      return needed;
    }
    Optional<Decision> stated = decision(party, matter);
    if (stated.isPresent() && !stated.get().members().isEmpty()) {
      needed.addAll(stated.get().members());
    } else if (stated.isPresent() || matter != Matter.TRANSFER) {
      voters(party, matter).forEach(stake -> needed.add(stake.holder()));
    }
    needed.remove(party);
    return needed;
  }

  private ControlRule compose(String party, Matter matter) {
    if (consenting.contains(party)) {
      return ControlRule.free();
    }
    Optional<Decision> stated = decision(party, matter);
    if (stated.isPresent() && !stated.get().members().isEmpty()) {
      Decision decision = stated.get();
      List<ControlRule> members =
          decision.members().stream()
              .map(member -> member.equals(party) ? ControlRule.consentOf(party) : ruleOf(member))
              .toList();
      return switch (decision.kind()) {
        case ALL -> ControlRule.allOf(members);
        case ANY -> ControlRule.anyOf(members);
        default -> ControlRule.atLeast(decision.count(), members);
      };
    }
    if (stated.isEmpty() && matter == Matter.TRANSFER) {
      return ControlRule.free();
    }
    List<Stake> holders = voters(party, matter);
    if (holders.isEmpty()) {
      return ControlRule.consentOf(party);
    }
    if (stated.isEmpty() && matter == Matter.RESERVED) {
      return ControlRule.allOf(holders.stream().map(stake -> ruleOf(stake.holder())).toList());
    }
    Map<String, Fraction> weights = new TreeMap<>();
    Fraction known = Fraction.ZERO;
    Fraction more = trifle(holders, quota(stated, matter));
    for (Stake stake : holders) {
      Fraction least = stake.above() ? stake.min().value().plus(more) : stake.min().value();
      weights.merge(stake.holder(), least, Fraction::plus);
      known = known.plus(least);
    }
    List<ControlRule.Ballot> ballots = new ArrayList<>();
    weights.forEach(
        (holder, weight) -> ballots.add(new ControlRule.Ballot(ruleOf(holder), weight)));
    if (known.compareTo(Fraction.ONE) < 0) {
      ballots.add(new ControlRule.Ballot(ControlRule.consentOf(party), Fraction.ONE.minus(known)));
    }
    return ControlRule.vote(ballots, quota(stated, matter).value(), strict(stated, matter));
  }

  /**
   * So little that sums of lower bounds stay on their side of the quota and of the whole, however
   * many holders have it on top: all are multiples of one part, and this is less than half of that
   * part for all of them together.
   */
  private static Fraction trifle(List<Stake> holders, Share quota) {
    BigInteger parts = quota.value().denominator();
    Fraction known = Fraction.ZERO;
    for (Stake stake : holders) {
      parts = parts.multiply(stake.min().value().denominator());
      known = known.plus(stake.min().value());
    }
    return known.compareTo(Fraction.ONE) >= 0
        ? Fraction.ZERO
        : new Fraction(BigInteger.ONE, parts.multiply(BigInteger.valueOf(2L * holders.size() + 1)));
  }

  private ControlRule ruleOf(String party) {
    ControlRule rule = ordinary.get(party);
    if (rule == null) {
      throw new IllegalStateException("Not resolved: " + party);
    }
    return rule;
  }
}
