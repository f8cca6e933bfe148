package org.araxes.graph;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * A graph whose parts stand or fall at random: how likely is some target reached from some source?
 *
 * <p><b>Definition.</b> Links (two-way or one-way; parallel ones and loops are legal), vertices and
 * causes each survive with their own probability, all independently of each other. A link or vertex
 * <em>stands</em> when it survives and the causes spare it as its {@link Guard} demands. The system
 * works when some path of standing links and standing vertices, its ends included, leads from a
 * source to a target; a vertex that is both is such a path by itself.
 *
 * <p>A value: immutable and safe to share between threads. What answers it: {@link
 * FrontierReliability}.
 */
public final class ReliabilityProblem {
  private final int[] tails;
  private final int[] heads;
  private final boolean[] twoWay;
  private final double[] linkSurvival;
  private final Guard[] linkGuards;
  private final double[] vertexSurvival;
  private final Guard[] vertexGuards;
  private final double[] causeSurvival;
  private final int[] sources;
  private final int[] targets;

  private ReliabilityProblem(Builder builder, int[] sources, int[] targets) {
    int links = builder.links.size();
    tails = new int[links];
    heads = new int[links];
    twoWay = new boolean[links];
    linkSurvival = new double[links];
    linkGuards = new Guard[links];
    for (int link = 0; link < links; link++) {
      Link one = builder.links.get(link);
      tails[link] = one.tail();
      heads[link] = one.head();
      twoWay[link] = one.twoWay();
      linkSurvival[link] = one.survival();
      linkGuards[link] = one.guard();
    }
    vertexSurvival = builder.vertexSurvival.clone();
    vertexGuards = builder.vertexGuards.clone();
    causeSurvival = builder.causes.stream().mapToDouble(Double::doubleValue).toArray();
    this.sources = sources;
    this.targets = targets;
  }

  private ReliabilityProblem(
      ReliabilityProblem other, double[] links, double[] vertices, double[] causes) {
    tails = other.tails;
    heads = other.heads;
    twoWay = other.twoWay;
    linkGuards = other.linkGuards;
    vertexGuards = other.vertexGuards;
    sources = other.sources;
    targets = other.targets;
    linkSurvival = checked(links, other.linkSurvival.length, "links");
    vertexSurvival = checked(vertices, other.vertexSurvival.length, "vertices");
    causeSurvival = checked(causes, other.causeSurvival.length, "causes");
  }

  private static double[] checked(double[] survival, int count, String what) {
    if (survival.length != count) {
      throw new IllegalArgumentException(
          "There are "
              + count
              + " "
              + what
              + " but "
              + survival.length
              + " probabilities. Maybe of another graph?");
    }
    for (double one : survival) {
      checkProbability(one);
    }
    return survival.clone();
  }

  private static void checkProbability(double survival) {
    if (!(survival >= 0 && survival <= 1)) {
      throw new IllegalArgumentException(
          "A probability is between 0 and 1, but was " + survival + ". Maybe it was in per cent?");
    }
  }

  /**
   * Starts a problem.
   *
   * @param vertices the number of vertices, 0 or more
   * @return a builder whose vertices are certain, without links and causes
   * @throws IllegalArgumentException if the number is negative
   */
  public static Builder builder(int vertices) {
    if (vertices < 0) {
      throw new IllegalArgumentException("A graph has 0 vertices or more, but not " + vertices);
    }
    return new Builder(vertices);
  }

  /**
   * The same graph with other probabilities.
   *
   * @param links the probability that each link survives
   * @param vertices the probability that each vertex survives
   * @param causes the probability that each cause does not strike
   * @return another problem
   * @throws IllegalArgumentException if there are too many or too few, or one is not in [0, 1]
   */
  public ReliabilityProblem withSurvival(double[] links, double[] vertices, double[] causes) {
    return new ReliabilityProblem(this, links, vertices, causes);
  }

  /**
   * Tells the size.
   *
   * @return the number of vertices
   */
  public int vertexCount() {
    return vertexSurvival.length;
  }

  /**
   * Tells the size.
   *
   * @return the number of links
   */
  public int linkCount() {
    return tails.length;
  }

  /**
   * Tells the size.
   *
   * @return the number of causes
   */
  public int causeCount() {
    return causeSurvival.length;
  }

  /**
   * Where a link begins; for a two-way link, one of its ends.
   *
   * @param link a link
   * @return a vertex
   * @throws IndexOutOfBoundsException if there is no such link
   */
  public int tail(int link) {
    return tails[link];
  }

  /**
   * Where a link ends; for a two-way link, its other end.
   *
   * @param link a link
   * @return a vertex
   * @throws IndexOutOfBoundsException if there is no such link
   */
  public int head(int link) {
    return heads[link];
  }

  /**
   * Whether a link may be travelled from head to tail too.
   *
   * @param link a link
   * @return true if so
   * @throws IndexOutOfBoundsException if there is no such link
   */
  public boolean isTwoWay(int link) {
    return twoWay[link];
  }

  /**
   * How likely a link survives by itself.
   *
   * @param link a link
   * @return from 0 to 1
   * @throws IndexOutOfBoundsException if there is no such link
   */
  public double linkSurvival(int link) {
    return linkSurvival[link];
  }

  /**
   * Which causes must spare a link.
   *
   * @param link a link
   * @return its rule, free where none concerns it
   * @throws IndexOutOfBoundsException if there is no such link
   */
  public Guard linkGuard(int link) {
    return linkGuards[link];
  }

  /**
   * How likely a vertex survives by itself.
   *
   * @param vertex a vertex
   * @return from 0 to 1
   * @throws IndexOutOfBoundsException if there is no such vertex
   */
  public double vertexSurvival(int vertex) {
    return vertexSurvival[vertex];
  }

  /**
   * Which causes must spare a vertex.
   *
   * @param vertex a vertex
   * @return its rule, free where none concerns it
   * @throws IndexOutOfBoundsException if there is no such vertex
   */
  public Guard vertexGuard(int vertex) {
    return vertexGuards[vertex];
  }

  /**
   * How likely a cause does not strike.
   *
   * @param cause a cause
   * @return from 0 to 1
   * @throws IndexOutOfBoundsException if there is no such cause
   */
  public double causeSurvival(int cause) {
    return causeSurvival[cause];
  }

  /**
   * Where paths may begin.
   *
   * @return vertices, ascending, a copy
   */
  public int[] sources() {
    return sources.clone();
  }

  /**
   * Where paths may end.
   *
   * @return vertices, ascending, a copy
   */
  public int[] targets() {
    return targets.clone();
  }

  @Override
  public String toString() {
    return vertexCount()
        + " vertices, "
        + linkCount()
        + " links, "
        + causeCount()
        + " causes, from "
        + Arrays.toString(sources)
        + " to "
        + Arrays.toString(targets);
  }

  private record Link(int tail, int head, boolean twoWay, double survival, Guard guard) {}

  /** Collects links and causes, and makes the problem. */
  public static final class Builder {
    private final List<Link> links = new ArrayList<>();
    private final List<Double> causes = new ArrayList<>();
    private final double[] vertexSurvival;
    private final Guard[] vertexGuards;

    private Builder(int vertices) {
      vertexSurvival = new double[vertices];
      vertexGuards = new Guard[vertices];
      Arrays.fill(vertexSurvival, 1);
      Arrays.fill(vertexGuards, Guard.FREE);
    }

    /**
     * Adds a cause that strikes everything it guards at once.
     *
     * @param survival the probability that it does not strike
     * @return its number: how many there were before
     * @throws IllegalArgumentException if the probability is not in [0, 1]
     */
    public int cause(double survival) {
      checkProbability(survival);
      causes.add(survival);
      return causes.size() - 1;
    }

    /**
     * Adds a link that may be travelled both ways.
     *
     * @param a one end
     * @param b the other end
     * @param survival the probability that it survives by itself
     * @return its number: how many there were before
     * @throws IllegalArgumentException if an end is no vertex or the probability not in [0, 1]
     */
    public int twoWay(int a, int b, double survival) {
      return link(a, b, true, survival, Guard.FREE);
    }

    /**
     * Adds a link that may be travelled one way.
     *
     * @param tail where it begins
     * @param head where it ends
     * @param survival the probability that it survives by itself
     * @return its number: how many there were before
     * @throws IllegalArgumentException if an end is no vertex or the probability not in [0, 1]
     */
    public int oneWay(int tail, int head, double survival) {
      return link(tail, head, false, survival, Guard.FREE);
    }

    /**
     * Adds a link that causes may strike.
     *
     * @param tail where it begins
     * @param head where it ends
     * @param twoWay whether it may be travelled from head to tail too
     * @param survival the probability that it survives by itself
     * @param guard which causes must spare it
     * @return its number: how many there were before
     * @throws IllegalArgumentException if an end is no vertex, the probability not in [0, 1], or a
     *     cause not there yet
     */
    public int link(int tail, int head, boolean twoWay, double survival, Guard guard) {
      check(tail);
      check(head);
      checkProbability(survival);
      check(guard);
      links.add(new Link(tail, head, twoWay, survival, guard));
      return links.size() - 1;
    }

    /**
     * Says how likely a vertex stands.
     *
     * @param vertex a vertex
     * @param survival the probability that it survives by itself
     * @param guard which causes must spare it
     * @return this builder
     * @throws IllegalArgumentException if it is no vertex, the probability not in [0, 1], or a
     *     cause not there yet
     */
    public Builder vertex(int vertex, double survival, Guard guard) {
      check(vertex);
      checkProbability(survival);
      check(guard);
      vertexSurvival[vertex] = survival;
      vertexGuards[vertex] = guard;
      return this;
    }

    /**
     * Makes the problem; the builder may go on afterwards.
     *
     * @param sources where paths may begin, at least one, repeats allowed
     * @param targets where paths may end, at least one, repeats allowed
     * @return the problem
     * @throws IllegalArgumentException if there is no source or target, or one is no vertex
     */
    public ReliabilityProblem build(int[] sources, int[] targets) {
      return new ReliabilityProblem(this, ends(sources, "source"), ends(targets, "target"));
    }

    private int[] ends(int[] vertices, String what) {
      if (vertices.length == 0) {
        throw new IllegalArgumentException("There is no " + what + ". Maybe the region is empty?");
      }
      for (int vertex : vertices) {
        check(vertex);
      }
      return Arrays.stream(vertices).sorted().distinct().toArray();
    }

    private void check(int vertex) {
      if (vertex < 0 || vertex >= vertexSurvival.length) {
        throw new IllegalArgumentException(
            "There is no vertex "
                + vertex
                + " among "
                + vertexSurvival.length
                + ". Maybe it was counted from one, or belongs to another graph?");
      }
    }

    private void check(Guard guard) {
      int most = guard.causes().length();
      if (most > causes.size()) {
        throw new IllegalArgumentException(
            "There is no cause "
                + (most - 1)
                + " among "
                + causes.size()
                + ". Maybe it must be added first?");
      }
    }
  }
}
