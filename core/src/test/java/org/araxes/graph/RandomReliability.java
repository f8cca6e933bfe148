package org.araxes.graph;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Random;
import java.util.stream.LongStream;

/** A small random problem, and the slow and obvious way to answer it. */
final class RandomReliability {
  final ReliabilityProblem problem;

  RandomReliability(long seed) {
    Random random = new Random(seed);
    int vertices = 1 + random.nextInt(6);
    ReliabilityProblem.Builder builder = ReliabilityProblem.builder(vertices);
    int causes = random.nextInt(3) == 0 ? 1 + random.nextInt(4) : 0;
    for (int cause = 0; cause < causes; cause++) {
      builder.cause(probability(random));
    }
    int oneWayIn = random.nextInt(3); // none, some, all
    int links = random.nextInt(10);
    for (int link = 0; link < links; link++) {
      boolean twoWay = oneWayIn == 0 || (oneWayIn == 1 && random.nextBoolean());
      builder.link(
          random.nextInt(vertices),
          random.nextInt(vertices),
          twoWay,
          probability(random),
          guard(random, causes));
    }
    if (random.nextInt(3) == 0) {
      for (int vertex = 0; vertex < vertices; vertex++) {
        if (random.nextBoolean()) {
          builder.vertex(vertex, probability(random), guard(random, causes));
        }
      }
    }
    problem = builder.build(some(random, vertices), some(random, vertices));
  }

  static LongStream seeds() {
    return LongStream.range(0, 3_000);
  }

  private static int[] some(Random random, int vertices) {
    int[] ends = new int[random.nextInt(4) == 0 ? 2 : 1];
    for (int i = 0; i < ends.length; i++) {
      ends[i] = random.nextInt(vertices);
    }
    return ends;
  }

  private static double probability(Random random) {
    return switch (random.nextInt(8)) {
      case 0 -> 0;
      case 1 -> 1;
      default -> random.nextDouble();
    };
  }

  private static Guard guard(Random random, int causes) {
    if (causes == 0 || random.nextInt(3) == 0) {
      return Guard.FREE;
    }
    if (random.nextInt(20) == 0) {
      return Guard.SHUT;
    }
    List<BitSet> patterns = new ArrayList<>();
    for (int i = 1 + random.nextInt(2); i > 0; i--) {
      BitSet pattern = new BitSet();
      for (int j = 1 + random.nextInt(2); j > 0; j--) {
        pattern.set(random.nextInt(causes));
      }
      patterns.add(pattern);
    }
    return Guard.anyOf(patterns);
  }

  /** Looks at every outcome of every link, vertex and cause that is not sure. */
  static double byEveryOutcome(ReliabilityProblem problem) {
    int links = problem.linkCount();
    int vertices = problem.vertexCount();
    int all = links + vertices + problem.causeCount();
    List<Integer> unsure = new ArrayList<>();
    BitSet outcome = new BitSet(all);
    for (int i = 0; i < all; i++) {
      double survival = survival(problem, i);
      outcome.set(i, survival == 1);
      if (survival > 0 && survival < 1) {
        unsure.add(i);
      }
    }
    double sum = 0;
    for (long bits = 0; bits < 1L << unsure.size(); bits++) {
      double weight = 1;
      for (int i = 0; i < unsure.size(); i++) {
        boolean up = (bits >>> i & 1) != 0;
        outcome.set(unsure.get(i), up);
        double survival = survival(problem, unsure.get(i));
        weight *= up ? survival : 1 - survival;
      }
      if (works(problem, outcome)) {
        sum += weight;
      }
    }
    return sum;
  }

  private static double survival(ReliabilityProblem problem, int i) {
    int links = problem.linkCount();
    int vertices = problem.vertexCount();
    return i < links
        ? problem.linkSurvival(i)
        : i < links + vertices
            ? problem.vertexSurvival(i - links)
            : problem.causeSurvival(i - links - vertices);
  }

  /** Spreads from the sources until nothing changes. Bits: links, then vertices, then causes. */
  static boolean works(ReliabilityProblem problem, BitSet outcome) {
    int links = problem.linkCount();
    int vertices = problem.vertexCount();
    BitSet spared = outcome.get(links + vertices, links + vertices + problem.causeCount());
    BitSet reached = new BitSet();
    for (int source : problem.sources()) {
      if (outcome.get(links + source) && problem.vertexGuard(source).stands(spared)) {
        reached.set(source);
      }
    }
    boolean grows = true;
    while (grows) {
      int before = reached.cardinality();
      for (int link = 0; link < links; link++) {
        if (outcome.get(link) && problem.linkGuard(link).stands(spared)) {
          int tail = problem.tail(link);
          int head = problem.head(link);
          for (int turn = 0; turn < (problem.isTwoWay(link) ? 2 : 1); turn++) {
            int from = turn == 0 ? tail : head;
            int to = turn == 0 ? head : tail;
            if (reached.get(from)
                && outcome.get(links + to)
                && problem.vertexGuard(to).stands(spared)) {
              reached.set(to);
            }
          }
        }
      }
      grows = reached.cardinality() > before;
    }
    for (int target : problem.targets()) {
      if (reached.get(target)) {
        return true;
      }
    }
    return false;
  }
}
