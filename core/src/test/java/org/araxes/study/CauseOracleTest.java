package org.araxes.study;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import org.araxes.answer.Completeness;
import org.araxes.border.CrossingFact;
import org.araxes.border.CrossingState;
import org.araxes.border.Mode;
import org.araxes.border.Movement;
import org.araxes.evidence.Basis;
import org.araxes.evidence.Claim;
import org.araxes.evidence.Evidence;
import org.araxes.evidence.History;
import org.araxes.evidence.Validity;
import org.araxes.leverage.Leverage;
import org.araxes.network.DatedChange;
import org.araxes.network.DrawnNetwork;
import org.araxes.network.NetworkSnapshot;
import org.araxes.network.Role;
import org.araxes.network.RoleKind;
import org.araxes.network.Status;
import org.araxes.network.Terms;
import org.araxes.network.TransitNetwork;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Causes on small random dated networks, against worlds put together by hand. */
class CauseOracleTest {
  private static final LocalDate START = LocalDate.of(2000, 1, 1);
  private static final int DAYS = 24;
  private static final Movement TRUCK = Movement.freight().by(Mode.ROAD).build();
  private static final String[] PLACES = {"a", "b", "c", "d", "e"};
  private static final String[] CROSSINGS = {"x", "y"};

  /** Which edge is in use, which crossing is open, who holds the concession, by day. */
  private static final class World {
    private final Map<String, boolean[]> inUse = new LinkedHashMap<>();
    private final Map<String, String[]> ends = new LinkedHashMap<>();
    private final Map<String, boolean[]> open = new LinkedHashMap<>();
    private final Map<String, int[]> holder = new LinkedHashMap<>();

    World(Random random) {
      int count = 5 + random.nextInt(4);
      for (int e = 0; e < count; e++) {
        boolean first = random.nextBoolean();
        List<String> side = new ArrayList<>();
        for (int p = 0; p < PLACES.length; p++) {
          if (p < 3 == first) {
            side.add(PLACES[p]);
          }
        }
        side.addAll(List.of(CROSSINGS));
        String from = side.get(random.nextInt(side.size()));
        String to = side.get(random.nextInt(side.size()));
        if (!from.equals(to)) {
          String id = "e" + e;
          ends.put(id, new String[] {from, to, first ? "AA" : "BB"});
          inUse.put(id, days(random));
        }
      }
      for (String crossing : CROSSINGS) {
        open.put(crossing, days(random));
      }
      ends.keySet()
          .forEach(
              edge -> {
                if (random.nextInt(3) == 0) {
                  int[] who = new int[DAYS];
                  int now = random.nextInt(2);
                  for (int day = 0; day < DAYS; day++) {
                    now = random.nextInt(4) == 0 ? 1 - now : now;
                    who[day] = now;
                  }
                  holder.put(edge, who);
                }
              });
    }

    private static boolean[] days(Random random) {
      boolean[] days = new boolean[DAYS];
      boolean now = random.nextBoolean();
      for (int day = 0; day < DAYS; day++) {
        now ^= random.nextInt(3) == 0;
        days[day] = now;
      }
      return days;
    }

    /** Where a truck gets from a, each thing as of its own day. */
    Set<String> reach(Map<String, Integer> dayOf) {
      TreeSet<String> at = new TreeSet<>(Set.of("a AA"));
      boolean grew = true;
      while (grew) {
        grew = false;
        for (Map.Entry<String, String[]> edge : ends.entrySet()) {
          String[] what = edge.getValue();
          if (days(inUse, edge.getKey())[day(dayOf, edge.getKey())]) {
            grew |= at.contains(what[0] + " " + what[2]) && at.add(what[1] + " " + what[2]);
            grew |= at.contains(what[1] + " " + what[2]) && at.add(what[0] + " " + what[2]);
          }
        }
        for (String crossing : CROSSINGS) {
          if (days(open, crossing)[day(dayOf, crossing)]) {
            grew |= at.contains(crossing + " AA") && at.add(crossing + " BB");
            grew |= at.contains(crossing + " BB") && at.add(crossing + " AA");
          }
        }
      }
      return at;
    }

    private static boolean[] days(Map<String, boolean[]> map, String id) {
      return map.getOrDefault(id, new boolean[DAYS]);
    }

    private static int day(Map<String, Integer> dayOf, String id) {
      return dayOf.getOrDefault(id, 0);
    }

    boolean connected(Map<String, Integer> dayOf) {
      Set<String> reached = reach(dayOf);
      return reached.contains("e BB");
    }

    TransitNetwork network() {
      DrawnNetwork drawn = new DrawnNetwork().party("one").party("two");
      for (int p = 0; p < PLACES.length; p++) {
        drawn.node(PLACES[p], p < 3 ? "AA" : "BB");
      }
      for (String crossing : CROSSINGS) {
        drawn.node(crossing, "AA").node(crossing, "BB");
        runs(days(open, crossing))
            .forEach(
                (days, state) ->
                    drawn.fact(
                        CrossingFact.state(
                            crossing,
                            state ? CrossingState.OPEN : CrossingState.CLOSED,
                            days,
                            "")));
      }
      ends.forEach(
          (id, what) -> {
            List<Claim<Status>> claims = new ArrayList<>();
            runs(days(inUse, id))
                .forEach(
                    (days, use) ->
                        claims.add(
                            new Claim<>(
                                use ? Status.OPERATIONAL : Status.DISUSED, days, Evidence.NONE)));
            drawn.edge(
                id, what[0], what[1], Mode.ROAD, what[2], e -> e.status(new History<>(claims)));
          });
      holder.forEach(
          (id, who) -> {
            boolean[] first = new boolean[DAYS];
            for (int day = 0; day < DAYS; day++) {
              first[day] = who[day] == 0;
            }
            runs(first)
                .forEach(
                    (days, one) ->
                        drawn.with(
                            builder -> {
                              Role plain =
                                  Role.of(id, RoleKind.CONCESSIONAIRE, one ? "one" : "two");
                              builder.addRole(
                                  new Role(
                                      id,
                                      plain.kind(),
                                      plain.holder(),
                                      "",
                                      plain.matter(),
                                      days,
                                      "",
                                      Evidence.NONE));
                            }));
          });
      return drawn.build();
    }

    private static Map<Validity, Boolean> runs(boolean[] days) {
      Map<Validity, Boolean> runs = new LinkedHashMap<>();
      int start = 0;
      for (int day = 1; day <= DAYS; day++) {
        if (day == DAYS || days[day] != days[start]) {
          runs.put(new Validity(START.plusDays(start), START.plusDays(day)), days[start]);
          start = day;
        }
      }
      return runs;
    }
  }

  static List<Long> seeds() {
    List<Long> seeds = new ArrayList<>();
    for (long seed = 0; seed < 250; seed++) {
      seeds.add(seed);
    }
    return seeds;
  }

  private static boolean connected(NetworkSnapshot snapshot) {
    return !Leverage.of(
            snapshot.moving(TRUCK), new TreeSet<>(Set.of("a")), new TreeSet<>(Set.of("e")))
        .connection()
        .state()
        .name()
        .equals("NOT_CONNECTED");
  }

  private static Map<String, Integer> days(
      World world, int earlier, int later, Iterable<DatedChange> happened) {
    Map<String, Integer> days = new LinkedHashMap<>();
    world.ends.keySet().forEach(id -> days.put(id, earlier));
    world.open.keySet().forEach(id -> days.put(id, earlier));
    happened.forEach(
        change -> {
          if (change.kind() != DatedChange.Kind.ROLE) {
            days.put(change.subject(), later);
          }
        });
    return days;
  }

  @ParameterizedTest(name = "seed {0}")
  @MethodSource("seeds")
  void whatIsNamedSufficesAndNothingOfItCanBeLeftOut(long seed) {
    World world = new World(new Random(seed));
    Timeline<Boolean> timeline =
        Timeline.explained(
            world.network(),
            new Validity(START, START.plusDays(DAYS)),
            Terms.DEFAULT,
            CauseOracleTest::connected);

    for (int day = 0; day < DAYS; day++) {
      assertThat(timeline.at(START.plusDays(day)).orElseThrow().answer())
          .isEqualTo(world.connected(days(world, day, day, List.of())));
    }
    for (Period<Boolean> period : timeline.periods().subList(1, timeline.periods().size())) {
      int later = (int) (period.validity().from().toEpochDay() - START.toEpochDay());
      check(world, later - 1, later, period.answer(), period.cause().orElseThrow());
      assertThat(period.changed())
          .containsAll(
              period.cause().orElseThrow().because().stream().map(DatedChange::subject).toList());
    }
  }

  @ParameterizedTest(name = "seed {0}")
  @MethodSource("seeds")
  void daysFarApartAreComparedAlike(long seed) {
    World world = new World(new Random(seed));
    int later = DAYS / 2 + new Random(seed).nextInt(DAYS / 2);
    DayComparison<Boolean> comparison =
        DayComparison.between(
            world.network(),
            START.plusDays(2),
            START.plusDays(later),
            Terms.DEFAULT,
            CauseOracleTest::connected);

    boolean after = world.connected(days(world, later, later, List.of()));
    assertThat(comparison.before()).isEqualTo(world.connected(days(world, 2, 2, List.of())));
    assertThat(comparison.after()).isEqualTo(after);
    assertThat(comparison.differs()).isEqualTo(comparison.before() != after);
    comparison.cause().ifPresent(cause -> check(world, 2, later, after, cause));
  }

  private static void check(World world, int earlier, int later, boolean answer, Cause cause) {
    assertThat(cause.completeness()).isEqualTo(Completeness.COMPLETE);
    assertThat(cause.because()).isNotEmpty();
    assertThat(world.connected(days(world, earlier, later, cause.because()))).isEqualTo(answer);
    for (DatedChange change : cause.because()) {
      List<DatedChange> rest = new ArrayList<>(cause.because());
      rest.remove(change);
      assertThat(world.connected(days(world, earlier, later, rest))).isNotEqualTo(answer);
    }
    TreeSet<String> alone = new TreeSet<>();
    TreeSet<String> all = new TreeSet<>(world.ends.keySet());
    all.addAll(world.open.keySet());
    for (String id : all) {
      Map<String, Integer> days = days(world, earlier, later, List.of());
      days.put(id, later);
      if (world.connected(days) == answer) {
        alone.add(id);
      }
    }
    assertThat(cause.alone())
        .extracting(DatedChange::subject)
        .containsExactlyInAnyOrderElementsOf(alone);
    if (!alone.isEmpty()) {
      assertThat(cause.because()).hasSize(1);
    }
  }

  @ParameterizedTest(name = "seed {0}")
  @MethodSource("seeds")
  void whoHoldsAConcessionIsNamedWhenThatIsAsked(long seed) {
    World world = new World(new Random(seed));
    TransitNetwork network = world.network();
    Timeline<String> timeline =
        Timeline.explained(
            network,
            new Validity(START, START.plusDays(DAYS)),
            Terms.DEFAULT,
            day ->
                network.edges().stream()
                    .map(edge -> day.controlOf(edge.id()).toString())
                    .toList()
                    .toString());

    for (Period<String> period : timeline.periods().subList(1, timeline.periods().size())) {
      int later = (int) (period.validity().from().toEpochDay() - START.toEpochDay());
      TreeSet<String> expected = new TreeSet<>();
      world.holder.forEach(
          (id, who) -> {
            if (who[later] != who[later - 1]) {
              expected.add(id);
            }
          });
      assertThat(period.cause().orElseThrow().because())
          .allMatch(change -> change.kind() == DatedChange.Kind.ROLE)
          .extracting(DatedChange::subject)
          .containsExactlyElementsOf(expected);
    }
  }

  @ParameterizedTest(name = "seed {0}")
  @MethodSource("seeds")
  void aDayReachedFromAnotherIsTheDayLookedAtAfresh(long seed) {
    Random random = new Random(seed);
    TransitNetwork network = new World(random).network();
    NetworkSnapshot walked = network.on(START);
    for (int step = 0; step < 12; step++) {
      LocalDate day = START.plusDays(random.nextInt(DAYS));
      walked = walked.on(day);
      NetworkSnapshot fresh = network.on(day);
      assertThat(walked.date()).isEqualTo(day);
      for (var edge : network.edges()) {
        assertThat(walked.controlOf(edge.id())).isEqualTo(fresh.controlOf(edge.id()));
        assertThat(walked.status(edge)).isEqualTo(fresh.status(edge));
      }
    }
  }

  @Test
  void aPlanIsNamedAsAPlan() {
    TransitNetwork network =
        new DrawnNetwork()
            .edge(
                "road",
                "a",
                "b",
                Mode.ROAD,
                "AA",
                e ->
                    e.status(
                        new History<>(
                            List.of(
                                new Claim<>(
                                    Status.OPERATIONAL,
                                    Validity.since(START.plusDays(5)),
                                    Evidence.NONE.withBasis(Basis.PLAN))))))
            .build();
    Timeline<Boolean> timeline =
        Timeline.explained(
            network,
            new Validity(START, START.plusDays(DAYS)),
            Terms.DEFAULT.withPlans(true),
            day -> day.status(day.network().edge("road")).isPresent());

    assertThat(timeline.earliest(inUse -> inUse)).contains(START.plusDays(5));
    assertThat(timeline.latest(inUse -> inUse)).contains(START.plusDays(DAYS - 1));
    assertThat(timeline.latest(inUse -> !inUse)).contains(START.plusDays(4));
    assertThat(timeline.periodsWhere(inUse -> !inUse)).hasSize(1);
    Cause cause = timeline.periods().get(1).cause().orElseThrow();
    assertThat(cause).hasToString("road: now operational (plan)");
    assertThat(cause.alone()).isEqualTo(cause.because());
    assertThat(timeline.periods().get(0).cause()).isEmpty();
  }

  @Test
  void anAnswerThatChangesWithTheCalendarHasNoCauseInTheNetwork() {
    TransitNetwork network = new World(new Random(1)).network();
    DayComparison<LocalDate> comparison =
        DayComparison.between(
            network, START, START.plusDays(1), Terms.DEFAULT, NetworkSnapshot::date);
    assertThat(comparison.cause().orElseThrow().because()).isEmpty();
  }
}
