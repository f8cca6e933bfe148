package org.araxes.graph;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.math.BigInteger;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.Stream;
import org.araxes.answer.Parallel;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

class FrontierReliabilityTest {
  private static final FrontierReliability.Limits LIMITS = FrontierReliability.Limits.DEFAULT;

  @Test
  void agreesWithLookingAtEveryOutcome() {
    RandomReliability.seeds()
        .forEach(
            seed -> {
              ReliabilityProblem problem = new RandomReliability(seed).problem;
              double expected = RandomReliability.byEveryOutcome(problem);
              FrontierReliability.Outcome found = FrontierReliability.solve(problem, LIMITS);
              assertThat(found.complete()).as("seed %d", seed).isTrue();
              assertThat(found.reliability())
                  .as("seed %d: %s", seed, problem)
                  .isCloseTo(expected, within(1e-13));
              assertThat(found.success() + found.failure())
                  .as("seed %d", seed)
                  .isCloseTo(1, within(1e-13));
            });
  }

  @Test
  void importanceIsWhatChangesWhenAnElementStandsOrFalls() {
    RandomReliability.seeds()
        .forEach(
            seed -> {
              ReliabilityProblem problem = new RandomReliability(seed).problem;
              double[] links = new double[problem.linkCount()];
              double[] vertices = new double[problem.vertexCount()];
              double[] causes = new double[problem.causeCount()];
              Arrays.setAll(links, problem::linkSurvival);
              Arrays.setAll(vertices, problem::vertexSurvival);
              Arrays.setAll(causes, problem::causeSurvival);
              BitSet everyLink = new BitSet();
              everyLink.set(0, links.length);
              BitSet everyVertex = new BitSet();
              everyVertex.set(0, vertices.length);
              FrontierReliability.Importance found =
                  FrontierReliability.importance(problem, everyLink, everyVertex, LIMITS);
              double[][] survival = {links, vertices, causes};
              double[][] slopes = {found.byLink(), found.byVertex(), found.byCause()};
              for (int kind = 0; kind < 3; kind++) {
                for (int i = 0; i < survival[kind].length; i++) {
                  double own = survival[kind][i];
                  survival[kind][i] = 1;
                  double with =
                      RandomReliability.byEveryOutcome(
                          problem.withSurvival(links, vertices, causes));
                  survival[kind][i] = 0;
                  double without =
                      RandomReliability.byEveryOutcome(
                          problem.withSurvival(links, vertices, causes));
                  survival[kind][i] = own;
                  assertThat(slopes[kind][i])
                      .as("seed %d, kind %d, element %d: %s", seed, kind, i, problem)
                      .isCloseTo(with - without, within(1e-12));
                }
              }
            });
  }

  @Test
  void causesSettledOneByOneGiveTheSame() {
    RandomReliability.seeds()
        .filter(seed -> new RandomReliability(seed).problem.causeCount() > 0)
        .forEach(
            seed -> {
              ReliabilityProblem problem = new RandomReliability(seed).problem;
              BitSet all = new BitSet();
              all.set(0, problem.linkCount() + problem.vertexCount());
              FrontierReliability.Importance whole =
                  FrontierReliability.importance(problem, all, all, LIMITS);
              CauseTree value = new CauseTree(problem, 0, LIMITS);
              CauseTree tree = new CauseTree(problem, all, all, 0, LIMITS);
              assertThat(value.run() && tree.run()).isTrue();
              assertThat(value.outcome().reliability())
                  .as("seed %d", seed)
                  .isCloseTo(whole.outcome().reliability(), within(1e-13));
              FrontierReliability.Importance parts = tree.importance();
              assertThat(parts.outcome().reliability())
                  .as("seed %d", seed)
                  .isCloseTo(whole.outcome().reliability(), within(1e-13));
              assertThat(parts.byLink()).containsExactly(whole.byLink(), within(1e-12));
              assertThat(parts.byVertex()).containsExactly(whole.byVertex(), within(1e-12));
              assertThat(parts.byCause()).containsExactly(whole.byCause(), within(1e-12));
            });
  }

  /** A frontier of twenty is far too dear, but only nine parties decide. */
  @Test
  void aWideNetworkOfFewPartiesIsExact() {
    int side = 20;
    ReliabilityProblem.Builder builder = ReliabilityProblem.builder(side * side);
    for (int party = 0; party < 9; party++) {
      builder.cause(0.3 + 0.05 * party);
    }
    for (int place = 0; place < side * side; place++) {
      Guard own = Guard.allOf(partyAt(place, side));
      if (place % side + 1 < side) {
        builder.link(place, place + 1, true, 1, own.and(Guard.allOf(partyAt(place + 1, side))));
      }
      if (place + side < side * side) {
        builder.link(
            place, place + side, true, 1, own.and(Guard.allOf(partyAt(place + side, side))));
      }
    }
    ReliabilityProblem problem = builder.build(new int[] {0}, new int[] {side * side - 1});
    double expected = RandomReliability.byEveryOutcome(problem);
    FrontierReliability.Importance found = FrontierReliability.importance(problem, LIMITS);
    assertThat(found.complete()).isTrue();
    assertThat(found.outcome().reliability()).isCloseTo(expected, within(1e-13));
    assertThat(FrontierReliability.solve(problem, LIMITS).reliability())
        .isCloseTo(expected, within(1e-13));
    assertThat(found.byCause()[0] * problem.causeSurvival(0)).isCloseTo(expected, within(1e-13));
  }

  private static int partyAt(int place, int side) {
    return place / side * 3 / side * 3 + place % side * 3 / side;
  }

  /**
   * Frontiers wider than the reductions leave of small graphs, in all three ways to write a state.
   */
  @Test
  void partitionsInPlacePartitionsAndRelationsAgree() {
    for (long seed = 0; seed < 300; seed++) {
      ReliabilityProblem problem = tangle(seed, 0);
      FrontierReliability.Outcome word = FrontierReliability.solve(problem, LIMITS);
      FrontierReliability.Importance partitions = FrontierReliability.importance(problem, LIMITS);
      ReliabilityReduction reduced =
          new ReliabilityReduction(
              problem, ReliabilityReduction.Settled.NONE, false, new BitSet(0), new BitSet(0));
      if (reduced.isHopeless() || reduced.isJoined()) {
        continue;
      }
      FrontierNet net = reduced.net();
      int[] order = EliminationOrder.of(net.vertices(), net.tails, net.heads, 0, 0, 1).order();
      for (FrontierProgram program :
          List.of(
              new RelationProgram(net, order),
              new PartitionProgram(net, order),
              new WordPartitionProgram(net, order))) {
        FrontierWalk walk = walked(program, reduced);
        assertThat(walk.success()).as("seed %d", seed).isCloseTo(word.success(), within(1e-14));
        assertThat(walk.failure()).as("seed %d", seed).isCloseTo(word.failure(), within(1e-14));
      }
      assertThat(word.method())
          .as("seed %d", seed)
          .isEqualTo(FrontierReliability.Method.WORD_PARTITIONS);
      assertThat(partitions.outcome().reliability())
          .as("seed %d", seed)
          .isCloseTo(word.reliability(), within(1e-14));
    }
  }

  private static FrontierWalk walked(FrontierProgram program, ReliabilityReduction reduced) {
    FrontierWalk walk = new FrontierWalk(program, Long.MAX_VALUE, 0, LIMITS);
    double[] up = new double[program.layers()];
    double[] down = new double[program.layers()];
    for (int layer = 0; layer < up.length; layer++) {
      int id = program.variableId(layer);
      boolean link = program.variable(layer) == FrontierProgram.Variable.LINK;
      up[layer] = link ? reduced.up(id) : reduced.vertexUp(id);
      down[layer] = link ? reduced.down(id) : reduced.vertexDown(id);
    }
    walk.run(up, down);
    return walk;
  }

  /** Frontiers of more than twenty vertices, of which the order takes the worst care. */
  @Test
  void wideFrontiersOfOneWayLinksAreExactToo() {
    int widest = 0;
    for (long seed = 0; seed < 120; seed++) {
      Random random = new Random(seed);
      int vertices = 8 + random.nextInt(40);
      int links = 2 * vertices;
      ReliabilityProblem.Builder builder = ReliabilityProblem.builder(vertices);
      int flood = builder.cause(0.75);
      boolean[] unsure = new boolean[links];
      for (int link = 0; link < links; link++) {
        unsure[link] = random.nextInt(links) < 7;
        builder.link(
            random.nextInt(vertices),
            random.nextInt(vertices),
            random.nextInt(3) == 0,
            unsure[link] ? 0.1 + 0.8 * random.nextDouble() : 1,
            random.nextInt(5) == 0 ? Guard.allOf(flood) : Guard.FREE);
      }
      ReliabilityProblem problem = builder.build(new int[] {0}, new int[] {vertices - 1});
      List<Integer> order = new ArrayList<>();
      for (int vertex = 0; vertex < vertices; vertex++) {
        order.add(vertex);
      }
      Collections.shuffle(order, random);
      RelationProgram program = new RelationProgram(net(problem, unsure), ints(order));
      double[] up = new double[program.layers()];
      double[] down = new double[program.layers()];
      for (int layer = 0; layer < up.length; layer++) {
        boolean link = program.variable(layer) == FrontierProgram.Variable.LINK;
        up[layer] = link ? problem.linkSurvival(program.variableId(layer)) : 0.75;
        down[layer] = 1 - up[layer];
      }
      FrontierWalk walk = new FrontierWalk(program, Long.MAX_VALUE, 0, LIMITS);
      walk.run(up, down);
      widest = Math.max(widest, program.slots());
      assertThat(walk.success())
          .as("seed %d: %d wide", seed, program.slots())
          .isCloseTo(RandomReliability.byEveryOutcome(problem), within(1e-13));
      assertThat(walk.success() + walk.failure()).as("seed %d", seed).isCloseTo(1, within(1e-13));
    }
    assertThat(widest).isGreaterThan(24);
  }

  private static int[] ints(List<Integer> numbers) {
    return numbers.stream().mapToInt(Integer::intValue).toArray();
  }

  private static FrontierNet net(ReliabilityProblem problem, boolean[] unsure) {
    int links = problem.linkCount();
    int[] tails = new int[links];
    int[] heads = new int[links];
    boolean[] twoWay = new boolean[links];
    Guard[] guards = new Guard[links];
    for (int link = 0; link < links; link++) {
      tails[link] = problem.tail(link);
      heads[link] = problem.head(link);
      twoWay[link] = problem.isTwoWay(link);
      guards[link] = problem.linkGuard(link);
    }
    Guard[] free = new Guard[problem.vertexCount()];
    Arrays.fill(free, Guard.FREE);
    int[] ends = {problem.sources()[0], problem.targets()[0]};
    return new FrontierNet(
        tails, heads, twoWay, unsure, guards, new boolean[free.length], free, ends);
  }

  /** Who spreads from the source asks only one of the two. */
  @Test
  void oneWayLinksAgainstEachOtherAreAsGoodAsOneBothWays() {
    for (long seed = 0; seed < 2_000; seed++) {
      Random random = new Random(seed);
      int vertices = 3 + random.nextInt(3);
      ReliabilityProblem.Builder builder = ReliabilityProblem.builder(vertices);
      Guard[] guards = {Guard.FREE, Guard.allOf(builder.cause(random.nextDouble()))};
      for (int pair = 0; pair < 4; pair++) {
        int tail = random.nextInt(vertices);
        int head = random.nextInt(vertices);
        double there = random.nextInt(5) == 0 ? random.nextInt(2) : random.nextDouble();
        double back = random.nextInt(4) == 0 ? there : random.nextDouble();
        Guard guard = guards[random.nextInt(2)];
        builder.link(tail, head, false, there, guard);
        builder.link(head, tail, false, back, random.nextInt(5) == 0 ? Guard.FREE : guard);
      }
      if (seed % 4 == 0) {
        builder.vertex(1, random.nextDouble(), guards[random.nextInt(2)]);
      }
      ReliabilityProblem problem = builder.build(new int[] {0}, new int[] {vertices - 1});
      FrontierReliability.Outcome found = FrontierReliability.solve(problem, LIMITS);
      double expected = RandomReliability.byEveryOutcome(problem);
      assertThat(found.success()).as("seed %d", seed).isCloseTo(expected, within(1e-13));
      assertThat(found.failure()).as("seed %d", seed).isCloseTo(1 - expected, within(1e-13));
    }
    ReliabilityProblem.Builder apart = ReliabilityProblem.builder(36);
    ReliabilityProblem grid = grid(6, 0.9);
    for (int link = 0; link < grid.linkCount(); link++) {
      apart.oneWay(grid.tail(link), grid.head(link), 0.9);
      apart.oneWay(grid.head(link), grid.tail(link), 0.9);
    }
    FrontierReliability.Outcome found =
        FrontierReliability.solve(apart.build(grid.sources(), grid.targets()), LIMITS);
    assertThat(found.method()).isEqualTo(FrontierReliability.Method.WORD_PARTITIONS);
    assertThat(found.reliability())
        .isCloseTo(FrontierReliability.solve(grid, LIMITS).reliability(), within(1e-14));
  }

  @Test
  void theAnswerIsTheSameToTheLastBitOnAnyNumberOfThreads() {
    for (long bytes : new long[] {LIMITS.bytes(), 4_000_000}) {
      FrontierReliability.Limits limits = LIMITS.withBytes(bytes);
      FrontierReliability.Outcome alone = FrontierReliability.solve(grid(10, 0.9), limits);
      assertThat(alone.complete()).isEqualTo(bytes == LIMITS.bytes());
      for (int threads : new int[] {1, 2, 5}) {
        ExecutorService pool = Executors.newFixedThreadPool(threads);
        Parallel parallel = new Parallel(Optional.of(pool), () -> false, begun -> {});
        try {
          assertThat(FrontierReliability.solve(grid(10, 0.9), limits.on(parallel::run)))
              .as("%d threads", threads)
              .isEqualTo(alone);
        } finally {
          pool.shutdown();
        }
      }
    }
  }

  @Test
  void whoStopsWithinALayerIsHeardBeforeItsEnd() {
    for (boolean oneWay : new boolean[] {false, true}) {
      int side = oneWay ? 9 : 10;
      ReliabilityProblem.Builder builder = ReliabilityProblem.builder(side * side);
      ReliabilityProblem grid = grid(side, 0.9);
      for (int link = 0; link < grid.linkCount(); link++) {
        boolean twoWay = !oneWay || link % 4 != 1;
        builder.link(grid.tail(link), grid.head(link), twoWay, 0.9, Guard.FREE);
      }
      ReliabilityProblem problem = builder.build(grid.sources(), grid.targets());
      int[] asked = {0};
      FrontierReliability.Outcome found =
          FrontierReliability.solve(problem, LIMITS.stoppedBy(() -> ++asked[0] > 1));
      assertThat(found.complete()).isFalse();
      assertThat(asked[0]).isEqualTo(2);
      assertThat(found.lower()).isBetween(0.0, 0.9756);
      assertThat(found.upper()).isBetween(found.lower(), 1.0);
    }
  }

  @Test
  void oneWayTanglesAgreeWithLookingAtEveryOutcome() {
    for (long seed = 0; seed < 60; seed++) {
      ReliabilityProblem problem = tangle(seed, 1 + (int) (seed % 2));
      FrontierReliability.Outcome found = FrontierReliability.solve(problem, LIMITS);
      assertThat(found.reliability())
          .as("seed %d", seed)
          .isCloseTo(RandomReliability.byEveryOutcome(problem), within(1e-13));
    }
  }

  /** Eight vertices and 14 links without loops; sometimes two of the vertices may fall. */
  private static ReliabilityProblem tangle(long seed, int oneWay) {
    Random random = new Random(seed);
    ReliabilityProblem.Builder builder = ReliabilityProblem.builder(8);
    for (int link = 0; link < 14; link++) {
      int tail = random.nextInt(8);
      int head = (tail + 1 + random.nextInt(7)) % 8;
      boolean twoWay = oneWay == 0 || (oneWay == 1 && random.nextBoolean());
      builder.link(tail, head, twoWay, random.nextDouble(), Guard.FREE);
    }
    if (seed % 3 == 0) {
      builder.vertex(1, random.nextDouble(), Guard.FREE);
      builder.vertex(2, random.nextDouble(), Guard.FREE);
    }
    return builder.build(new int[] {0}, new int[] {7});
  }

  /** One of the classic graphs, with exact counts that do not come from here. */
  private static final class Classic {
    final String name;
    final int[] terminals;
    final List<String> counts;
    final double[] failures;
    private final int vertices;
    private final List<int[]> links;

    Classic(String line) {
      String[] cells = line.split("\t", -1);
      name = cells[0];
      vertices = Integer.parseInt(cells[1]);
      links = Arrays.stream(cells[2].split(" ", -1)).map(pair -> numbers(pair, "-")).toList();
      terminals = numbers(cells[3], " ");
      counts = List.of(cells[4].split(" ", -1));
      failures = Arrays.stream(cells[5].split(" ", -1)).mapToDouble(Double::parseDouble).toArray();
    }

    private static int[] numbers(String text, String between) {
      return Arrays.stream(text.split(between, -1)).mapToInt(Integer::parseInt).toArray();
    }

    ReliabilityProblem problem(double survival) {
      ReliabilityProblem.Builder builder = ReliabilityProblem.builder(vertices);
      links.forEach(link -> builder.twoWay(link[0], link[1], survival));
      return builder.build(new int[] {terminals[0]}, new int[] {terminals[1]});
    }
  }

  @TestFactory
  Stream<DynamicTest> countsTheConnectingSetsOfClassicGraphs() throws IOException {
    Path file = Path.of("src/test/resources/org/araxes/graph/classic-graphs.tsv");
    List<String> lines = Files.readAllLines(file);
    assertThat(lines).hasSize(3 + 31);
    return lines.stream()
        .skip(3)
        .map(Classic::new)
        .map(graph -> DynamicTest.dynamicTest(graph.name, () -> check(graph)));
  }

  private static void check(Classic graph) {
    assertThat(FrontierReliability.connectingSubsets(graph.problem(0.5), graph.terminals))
        .extracting(BigInteger::toString)
        .containsExactlyElementsOf(graph.counts);
    if (graph.terminals.length > 2) {
      return;
    }
    double[] survivals = {0.5, 0.9, 0.95, 0.99, 0.999};
    for (int i = 0; i < survivals.length; i++) {
      FrontierReliability.Outcome found =
          FrontierReliability.solve(graph.problem(survivals[i]), LIMITS);
      double expected = graph.failures[i];
      assertThat(found.failure() / expected).as("p = %s", survivals[i]).isCloseTo(1, within(1e-12));
      assertThat(found.reliability())
          .as("p = %s", survivals[i])
          .isCloseTo(1 - expected, within(1e-12));
    }
  }

  @Test
  void knowsTheGridsFromCornerToCorner() {
    assertThat(FrontierReliability.solve(grid(8, 0.9), LIMITS).reliability())
        .isCloseTo(0.975661264482, within(5e-13));
    assertThat(FrontierReliability.solve(grid(9, 0.9), LIMITS).reliability())
        .isCloseTo(0.975661578356, within(5e-13));
    FrontierReliability.Outcome ten = FrontierReliability.solve(grid(10, 0.9), LIMITS);
    assertThat(ten.reliability()).isCloseTo(0.975661623142, within(5e-13));
    assertThat(ten.peakStates()).isLessThan(50_000);
    assertThat(ten.success() + ten.failure()).isCloseTo(1, within(1e-14));
  }

  @Test
  void countsSmallFailuresToTheLastDigits() {
    // Two links a side, each failing one time in 10⁹: cut at a corner, to the first order.
    double tiny = 1e-9;
    FrontierReliability.Outcome found = FrontierReliability.solve(grid(6, 1 - tiny), LIMITS);
    double q = 1 - (1 - tiny);
    assertThat(found.failure() / (2 * q * q)).isCloseTo(1, within(1e-8));
    assertThat(found.reliability()).isEqualTo(1 - found.failure());
  }

  @Test
  void withoutRoomTheBoundsStillHold() {
    ReliabilityProblem grid = grid(7, 0.9);
    double exact = FrontierReliability.solve(grid, LIMITS).reliability();
    double narrower = 1;
    for (long bytes : new long[] {0, 4_000, 20_000, 100_000}) {
      FrontierReliability.Outcome found = FrontierReliability.solve(grid, LIMITS.withBytes(bytes));
      assertThat(found.complete()).as("%d bytes", bytes).isFalse();
      assertThat(found.lower()).as("%d bytes", bytes).isLessThanOrEqualTo(exact);
      assertThat(found.upper()).as("%d bytes", bytes).isGreaterThanOrEqualTo(exact);
      double gap = found.upper() - found.lower();
      assertThat(gap).as("%d bytes", bytes).isLessThanOrEqualTo(narrower);
      narrower = gap;
    }
    assertThat(narrower).isLessThan(0.01);
  }

  @Test
  void withoutRoomTheBoundsStillHoldForOneWayLinksAndCauses() {
    for (long seed = 0; seed < 200; seed++) {
      ReliabilityProblem problem = tangle(seed, 1);
      double exact = FrontierReliability.solve(problem, LIMITS).reliability();
      FrontierReliability.Outcome found =
          FrontierReliability.solve(problem, LIMITS.withBytes(1_000));
      assertThat(found.lower()).as("seed %d", seed).isLessThanOrEqualTo(exact + 1e-15);
      assertThat(found.upper()).as("seed %d", seed).isGreaterThanOrEqualTo(exact - 1e-15);
    }
  }

  @Test
  void importanceWithoutRoomForTheStepsIsFoundOneByOne() {
    ReliabilityProblem grid = grid(5, 0.9);
    FrontierReliability.Importance whole = FrontierReliability.importance(grid, LIMITS);
    FrontierReliability.Importance single =
        FrontierReliability.importance(grid, LIMITS.withBytes(40_000));
    assertThat(single.outcome().complete()).isTrue();
    for (int link = 0; link < grid.linkCount(); link++) {
      assertThat(single.byLink()[link]).isCloseTo(whole.byLink()[link], within(1e-13));
    }
  }

  @Test
  void whoStopsAtOnceKnowsNothingButTheBounds() {
    FrontierReliability.Outcome found =
        FrontierReliability.solve(
            grid(6, 0.9),
            new FrontierReliability.Limits(
                1 << 20, 1, () -> false, () -> false, (done, total) -> {}, Optional.empty()));
    assertThat(found.complete()).isFalse();
    assertThat(found.lower()).isZero();
    assertThat(found.upper()).isEqualTo(1);
  }

  @Test
  void aVertexThatIsBothEndsHoldsAsLongAsItStands() {
    ReliabilityProblem.Builder builder = ReliabilityProblem.builder(2);
    int flood = builder.cause(0.5);
    builder.twoWay(0, 1, 0.5);
    int[] ends = {0};
    assertThat(FrontierReliability.solve(builder.build(ends, ends), LIMITS).reliability())
        .isEqualTo(1);
    builder.vertex(0, 0.75, Guard.FREE);
    assertThat(FrontierReliability.solve(builder.build(ends, ends), LIMITS).reliability())
        .isEqualTo(0.75);
    builder.vertex(0, 0.75, Guard.allOf(flood));
    assertThat(FrontierReliability.solve(builder.build(ends, ends), LIMITS).reliability())
        .isEqualTo(0.375);
  }

  @Test
  void railBesideRoadCountsAsTwoLinks() {
    ReliabilityProblem.Builder builder = ReliabilityProblem.builder(2);
    builder.twoWay(0, 1, 0.5);
    builder.twoWay(1, 0, 0.5);
    builder.oneWay(0, 1, 0.5);
    builder.oneWay(1, 0, 0.5);
    assertThat(
            FrontierReliability.solve(builder.build(new int[] {0}, new int[] {1}), LIMITS)
                .reliability())
        .isEqualTo(0.875);
  }

  @Test
  void whatHangsAsideAtOneVertexIsNotWalked() {
    ReliabilityProblem.Builder builder = ReliabilityProblem.builder(10);
    int[] block = {0, 1, 2, 3};
    int[] aside = {2, 4, 5, 6};
    int[] behind = {3, 7, 8, 9};
    for (int[] four : List.of(block, aside, behind)) {
      for (int i = 0; i < 4; i++) {
        for (int j = i + 1; j < 4; j++) {
          builder.twoWay(four[i], four[j], 0.5);
        }
      }
    }
    FrontierReliability.Outcome found =
        FrontierReliability.solve(builder.build(new int[] {0}, new int[] {3}), LIMITS);
    assertThat(found.links()).isEqualTo(6);
    assertThat(found.reliability()).isEqualTo(48 / 64.0);
  }

  @Test
  void aVeryLongChainNeedsNoStack() {
    int vertices = 100_001;
    ReliabilityProblem.Builder builder = ReliabilityProblem.builder(vertices);
    for (int v = 1; v < vertices; v++) {
      builder.twoWay(v - 1, v, 1 - 1e-7);
      builder.oneWay(v - 1, v, 0.5);
    }
    double expected = Math.exp((vertices - 1) * Math.log1p(-0.5e-7));
    assertThat(
            FrontierReliability.solve(
                    builder.build(new int[] {0}, new int[] {vertices - 1}), LIMITS)
                .reliability())
        .isCloseTo(expected, within(1e-10));
  }

  @Test
  void whatIsNoProbabilityIsRefused() {
    for (double wrong : new double[] {-0.1, 1.1, Double.NaN, Double.POSITIVE_INFINITY}) {
      ReliabilityProblem.Builder builder = ReliabilityProblem.builder(2);
      assertThatIllegalArgumentException()
          .isThrownBy(() -> builder.twoWay(0, 1, wrong))
          .withMessageContaining("between 0 and 1");
      assertThatIllegalArgumentException().isThrownBy(() -> builder.vertex(0, wrong, Guard.FREE));
      assertThatIllegalArgumentException().isThrownBy(() -> builder.cause(wrong));
      builder.twoWay(0, 1, 0.5);
      ReliabilityProblem problem = builder.build(new int[] {0}, new int[] {1});
      assertThatIllegalArgumentException()
          .isThrownBy(
              () -> problem.withSurvival(new double[] {wrong}, new double[] {1, 1}, new double[0]));
      assertThatIllegalArgumentException()
          .isThrownBy(() -> problem.withSurvival(new double[0], new double[] {1, 1}, new double[0]))
          .withMessageContaining("Maybe");
    }
  }

  @Test
  void strangersAreRefused() {
    ReliabilityProblem.Builder builder = ReliabilityProblem.builder(2);
    assertThatIllegalArgumentException().isThrownBy(() -> builder.twoWay(0, 2, 0.5));
    assertThatIllegalArgumentException().isThrownBy(() -> builder.oneWay(-1, 0, 0.5));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> builder.link(0, 1, true, 0.5, Guard.allOf(0)));
    assertThatIllegalArgumentException().isThrownBy(() -> builder.build(new int[0], new int[] {1}));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> builder.build(new int[] {0}, new int[] {2}));
    assertThatIllegalArgumentException().isThrownBy(() -> ReliabilityProblem.builder(-1));
    assertThatIllegalArgumentException().isThrownBy(() -> LIMITS.withBytes(-1));
    builder.oneWay(0, 1, 0.5);
    ReliabilityProblem oneWay = builder.build(new int[] {0}, new int[] {1});
    assertThatIllegalArgumentException()
        .isThrownBy(() -> FrontierReliability.connectingSubsets(oneWay, 0, 1));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> FrontierReliability.connectingSubsets(oneWay, 0, 2));
  }

  private static ReliabilityProblem grid(int side, double survival) {
    ReliabilityProblem.Builder builder = ReliabilityProblem.builder(side * side);
    for (int row = 0; row < side; row++) {
      for (int column = 0; column < side; column++) {
        int here = row * side + column;
        if (row + 1 < side) {
          builder.twoWay(here, here + side, survival);
        }
        if (column + 1 < side) {
          builder.twoWay(here, here + 1, survival);
        }
      }
    }
    return builder.build(new int[] {0}, new int[] {side * side - 1});
  }
}
