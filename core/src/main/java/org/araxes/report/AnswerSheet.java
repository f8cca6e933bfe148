package org.araxes.report;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import org.araxes.answer.Completeness;
import org.araxes.answer.Truth;
import org.araxes.border.Impediment;
import org.araxes.network.NetworkView;
import org.araxes.network.Route;
import org.araxes.quantity.Fraction;
import org.araxes.study.Case;
import org.araxes.study.CaseStudy;

/**
 * What was found out about one question, gathered for showing: a movement from one place to another
 * on a day in a scenario. Immutable; nothing is computed here.
 *
 * <p>Made by {@link #about}; what is not given is left out of the report. Everything stands in the
 * order given.
 */
public final class AnswerSheet {
  private final NetworkView view;
  private final String id;
  private final String from;
  private final String to;
  private final String scenario;
  private final String scenarioName;
  private final String scenarioText;
  private final String movement;
  private final String movementName;
  private final List<Way> ways;
  private final Optional<Blocked> blocked;
  private final List<Standard> standards;
  private final Optional<Influence> factual;
  private final Optional<Influence> lawful;
  private final Completeness completeness;

  private AnswerSheet(Builder builder) {
    view = builder.view;
    from = builder.from;
    to = builder.to;
    scenario = builder.scenario;
    scenarioName = builder.scenarioName;
    scenarioText = builder.scenarioText;
    movement = builder.movement;
    movementName = builder.movementName;
    id = scenario + "-" + movement + "-" + view.date();
    ways = List.copyOf(builder.ways);
    blocked = builder.blocked;
    standards = List.copyOf(builder.standards);
    factual = builder.factual;
    lawful = builder.lawful;
    completeness = builder.completeness;
  }

  /**
   * A way and what impedes it.
   *
   * @param name what this way is called, for instance {@code Fastest}
   * @param route the way
   * @param impediments what slows or exposes the movement on it, in order of travel
   */
  public record Way(String name, Route route, List<Impediment> impediments) {
    /** Copies. */
    public Way {
      impediments = List.copyOf(impediments);
    }
  }

  /**
   * Why there is no way.
   *
   * @param why a sentence or two
   * @param obstacles what bars, in order of travel
   */
  public record Blocked(String why, List<Impediment> obstacles) {
    /** Copies. */
    public Blocked {
      obstacles = List.copyOf(obstacles);
    }
  }

  /**
   * One standard of free passage.
   *
   * @param name what it is called
   * @param definition what it asks for, in one sentence
   * @param reached whether the connection reaches it
   * @param why one sentence
   * @param witness the way, cut or coalition that proves it, in words; or empty
   */
  public record Standard(
      String name, String definition, Truth reached, String why, String witness) {}

  /**
   * Who can, or may, stop the connection.
   *
   * @param vetoes ids of those that can do so alone, in order
   * @param blocking the smallest groups that can do so together, in the order given
   * @param consent the smallest groups whose yes keeps a way open, in the order given
   * @param power what that power is worth, in the order given
   * @param note anything a reader must know, or empty
   */
  public record Influence(
      SortedSet<String> vetoes,
      List<SortedSet<String>> blocking,
      List<SortedSet<String>> consent,
      List<Weight> power,
      String note) {
    /** Copies. */
    public Influence {
      vetoes = Collections.unmodifiableSortedSet(new TreeSet<>(vetoes));
      blocking = copied(blocking);
      consent = copied(consent);
      power = List.copyOf(power);
    }

    private static List<SortedSet<String>> copied(List<SortedSet<String>> groups) {
      List<SortedSet<String>> copies = new ArrayList<>();
      groups.forEach(group -> copies.add(Collections.unmodifiableSortedSet(new TreeSet<>(group))));
      return List.copyOf(copies);
    }
  }

  /**
   * What the power of one party is worth.
   *
   * @param party its id
   * @param banzhaf its absolute Banzhaf index
   * @param banzhafNormalised the same as a share of all parties' sum
   * @param shapleyShubik its Shapley-Shubik index
   */
  public record Weight(
      String party, Fraction banzhaf, Fraction banzhafNormalised, Fraction shapleyShubik) {}

  /**
   * Starts a sheet.
   *
   * @param view the network on the day for the movement
   * @param from id of the region or node where it starts
   * @param to id of the region or node where it ends
   * @return a builder; scenario and movement are named after the network and the traffic class
   * @throws IllegalArgumentException when there is no such region or node
   */
  public static Builder about(NetworkView view, String from, String to) {
    view.network().endpoint(from);
    view.network().endpoint(to);
    return new Builder(view, from, to);
  }

  /**
   * Starts a sheet that holds what a study of a case has found: every route under the names it
   * deserves with what impedes it, or why there is none, the standards shipped, and who can and may
   * stop it.
   *
   * @param study the case with its answers
   * @return a builder
   */
  public static Builder of(CaseStudy study) {
    Case question = study.question();
    return StudySheet.of(study, about(study.view(), question.from(), question.to()));
  }

  /**
   * The network on the day for the movement.
   *
   * @return the view
   */
  public NetworkView view() {
    return view;
  }

  /**
   * The id of the sheet: scenario, movement and day.
   *
   * @return for instance {@code s0-road-freight-2025-08-07}
   */
  public String id() {
    return id;
  }

  /**
   * The day asked about.
   *
   * @return the day
   */
  public LocalDate date() {
    return view.date();
  }

  /**
   * Where it starts.
   *
   * @return id of a region or node
   */
  public String from() {
    return from;
  }

  /**
   * Where it ends.
   *
   * @return id of a region or node
   */
  public String to() {
    return to;
  }

  /**
   * The scenario.
   *
   * @return its id
   */
  public String scenario() {
    return scenario;
  }

  /**
   * The scenario in words.
   *
   * @return its name
   */
  public String scenarioName() {
    return scenarioName;
  }

  /**
   * What the scenario means.
   *
   * @return a sentence or two, or empty
   */
  public String scenarioText() {
    return scenarioText;
  }

  /**
   * The movement.
   *
   * @return its id
   */
  public String movement() {
    return movement;
  }

  /**
   * The movement in words.
   *
   * @return its name
   */
  public String movementName() {
    return movementName;
  }

  /**
   * The ways found.
   *
   * @return in the order given
   */
  public List<Way> ways() {
    return ways;
  }

  /**
   * Why there is no way.
   *
   * @return the reason, where there is no way
   */
  public Optional<Blocked> blocked() {
    return blocked;
  }

  /**
   * The standards applied.
   *
   * @return in the order given
   */
  public List<Standard> standards() {
    return standards;
  }

  /**
   * Who can stop it, lawfully or not.
   *
   * @return the influence, where it was asked for
   */
  public Optional<Influence> factual() {
    return factual;
  }

  /**
   * Who may stop it without breach.
   *
   * @return the influence, where it was asked for
   */
  public Optional<Influence> lawful() {
    return lawful;
  }

  /**
   * Whether the answers are all there is.
   *
   * @return truncated when a budget ended first
   */
  public Completeness completeness() {
    return completeness;
  }

  /** Its id. */
  @Override
  public String toString() {
    return id;
  }

  /** Gathers what was found out. */
  public static final class Builder {
    private final NetworkView view;
    private final String from;
    private final String to;
    private String scenario;
    private String scenarioName;
    private String scenarioText = "";
    private String movement;
    private String movementName;
    private final List<Way> ways = new ArrayList<>();
    private Optional<Blocked> blocked = Optional.empty();
    private final List<Standard> standards = new ArrayList<>();
    private Optional<Influence> factual = Optional.empty();
    private Optional<Influence> lawful = Optional.empty();
    private Completeness completeness = Completeness.COMPLETE;

    private Builder(NetworkView view, String from, String to) {
      this.view = view;
      this.from = from;
      this.to = to;
      scenario = view.network().id();
      scenarioName = view.network().names().in("en", scenario);
      movement = Words.slug(view.movement().trafficClass().name());
      movementName = Words.of(view.movement().trafficClass());
    }

    /**
     * Names the scenario.
     *
     * @param scenarioId its id
     * @param name its name
     * @param description a sentence or two, or empty
     * @return this builder
     */
    public Builder scenario(String scenarioId, String name, String description) {
      scenario = scenarioId;
      scenarioName = name;
      scenarioText = description;
      return this;
    }

    /**
     * Names the movement.
     *
     * @param movementId its id
     * @param name its name
     * @return this builder
     */
    public Builder movement(String movementId, String name) {
      movement = movementId;
      movementName = name;
      return this;
    }

    /**
     * Adds a way.
     *
     * @param name what this way is called
     * @param route the way
     * @param impediments what slows or exposes the movement on it, in order of travel
     * @return this builder
     */
    public Builder way(String name, Route route, List<Impediment> impediments) {
      ways.add(new Way(name, route, impediments));
      return this;
    }

    /**
     * Says why there is no way.
     *
     * @param why a sentence or two
     * @param obstacles what bars, in order of travel
     * @return this builder
     */
    public Builder blocked(String why, List<Impediment> obstacles) {
      blocked = Optional.of(new Blocked(why, obstacles));
      return this;
    }

    /**
     * Adds a standard.
     *
     * @param name what it is called
     * @param definition what it asks for, in one sentence
     * @param reached whether the connection reaches it
     * @param why one sentence
     * @param witness what proves it, in words; or empty
     * @return this builder
     */
    public Builder standard(
        String name, String definition, Truth reached, String why, String witness) {
      standards.add(new Standard(name, definition, reached, why, witness));
      return this;
    }

    /**
     * Says who can stop it.
     *
     * @param influence lawfully or not
     * @return this builder
     */
    public Builder factual(Influence influence) {
      factual = Optional.of(influence);
      return this;
    }

    /**
     * Says who may stop it.
     *
     * @param influence without breach
     * @return this builder
     */
    public Builder lawful(Influence influence) {
      lawful = Optional.of(influence);
      return this;
    }

    NetworkView view() {
      return view;
    }

    /**
     * Says whether the answers are all there is; complete unless told otherwise.
     *
     * @param value truncated when a budget ended first
     * @return this builder
     */
    public Builder completeness(Completeness value) {
      completeness = value;
      return this;
    }

    /**
     * Makes the sheet.
     *
     * @return the sheet
     */
    public AnswerSheet build() {
      return new AnswerSheet(this);
    }
  }
}
