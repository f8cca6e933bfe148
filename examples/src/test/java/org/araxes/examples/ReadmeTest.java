package org.araxes.examples;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.araxes.Araxes;
import org.araxes.Question;
import org.araxes.agreement.AgreementGraph;
import org.araxes.agreement.LegalStatus;
import org.araxes.answer.Finding;
import org.araxes.answer.Severity;
import org.araxes.audit.Audit;
import org.araxes.border.CrossingFact;
import org.araxes.border.Mode;
import org.araxes.border.Movement;
import org.araxes.connectivity.CutKind;
import org.araxes.connectivity.Separation;
import org.araxes.control.LookThrough;
import org.araxes.control.Matter;
import org.araxes.control.Ownership;
import org.araxes.evidence.Validity;
import org.araxes.evidence.Worldview;
import org.araxes.features.NetworkFeatures;
import org.araxes.geometry.Geodesy;
import org.araxes.io.Datasets;
import org.araxes.io.GraphViews;
import org.araxes.leverage.DependenceProfile;
import org.araxes.network.NodeKind;
import org.araxes.network.Route;
import org.araxes.network.Status;
import org.araxes.network.TransitEdge;
import org.araxes.network.TransitNetwork;
import org.araxes.network.TransitNode;
import org.araxes.quantity.Distance;
import org.araxes.quantity.Fraction;
import org.araxes.quantity.Probability;
import org.araxes.quantity.Share;
import org.araxes.quantity.Throughput;
import org.araxes.reliability.Measure;
import org.araxes.reliability.SubjectKind;
import org.araxes.report.ControlDrawing;
import org.araxes.report.DrawingPage;
import org.araxes.scenario.Scenario;
import org.junit.jupiter.api.Test;

/**
 * The snippets of the README, room by room: what stands between two marks here is what stands
 * there, and what a line prints is what the comment behind it says. The first snippet of the README
 * is run by a program of its own.
 */
class ReadmeTest {
  private static final Path README = Path.of("../README.md");
  private static final Path SELF = Path.of("src/test/java/org/araxes/examples/ReadmeTest.java");
  private static final Pattern BLOCK = Pattern.compile("(?ms)^```java\\R(.*?)^```$");
  private static final Pattern REGION =
      Pattern.compile("(?ms)^ *// README (\\w+)\\R(.*?)^ *// end$");
  private static final Pattern PRINTED = Pattern.compile("System\\.out\\.println\\(.*\\); // (.*)");

  private final TransitNetwork caucasus = Datasets.southCaucasus();
  private final Movement freight = Movement.freight().by(Mode.ROAD).flag("AZ").build();
  private final Question question =
      Araxes.on(caucasus)
          .from("baku")
          .to("nakhchivan")
          .moving(freight)
          .on(LocalDate.of(2025, 8, 7));

  /** A snippet; it may touch files. */
  private interface Snippet {
    void run() throws IOException;
  }

  private void quantity() {
    // README quantity
    Distance strip = Distance.ofKilometres(43);
    System.out.println(strip.metres()); // 43000.0
    System.out.println(Share.ofPercent(74)); // 74 %
    System.out.println(Fraction.of(5, 8).toPercent(1)); // 62.5
    // end
  }

  private void evidence() {
    // README evidence
    var seen = caucasus.seenBy(Worldview.believing("mine", "s48")).orThrow();
    String strip = "rail-nrnadzor--shvanidzor";
    System.out.println(caucasus.edge(strip).length().kilometres()); // 7.6
    System.out.println(seen.edge(strip).length().kilometres()); // 8.0
    // end
  }

  private void answer() {
    // README answer
    var grade = question.passage().grade();
    System.out.println(grade.of("lawful").truth()); // YES
    System.out.println(grade.of("uncontrolled").truth()); // NO
    System.out.println(grade.of("uncontrolled").cut().contains("bc-bilasuvar")); // true
    // end
  }

  private void geometry() {
    // README geometry
    var baku = caucasus.node("baku").position();
    var nakhchivan = caucasus.node("nakhchivan").position();
    System.out.println(Math.round(Geodesy.between(baku, nakhchivan).kilometres())); // 402
    // end
  }

  private void party() {
    // README party
    var stakes = caucasus.on(LocalDate.of(2026, 6, 28)).ownership().holders("btki");
    System.out.println(stakes.get(0).holder() + " " + stakes.get(0).min()); // ady 50 %
    // end
  }

  private void control() {
    // README control
    Ownership owners = caucasus.on(LocalDate.of(2026, 6, 28)).ownership();
    System.out.println(LookThrough.of(owners).ultimate("btki")); // {AZ=50 %, GE=50 %}
    System.out.println(owners.rule("btki", Matter.ORDINARY)); // (AZ and GE)
    // end
  }

  private void border() {
    // README border
    var julfa = caucasus.crossing("bc-julfa-road");
    LocalDate day = LocalDate.of(2013, 11, 8);
    var fact = julfa.stateFact(freight, Mode.ROAD, "IR", "AZ-NX", day, false);
    System.out.println(fact.flatMap(CrossingFact::state)); // Optional[CLOSED]
    // end
  }

  private void agreement() {
    // README agreement
    AgreementGraph graph = AgreementGraph.of(caucasus.agreements());
    var open = graph.outstanding("peace-treaty", LegalStatus.IN_FORCE, LocalDate.of(2026, 6, 28));
    System.out.println(open.steps().size() + " for " + open.actors()); // 9 for [AM]
    System.out.println(open.blocking().orElseThrow().id()); // assembly-majority
    // end
  }

  private void network() {
    // README network
    TransitNode here = TransitNode.of("here", NodeKind.CITY, 45.0, 40.0, "XA");
    TransitNode there = TransitNode.of("there", NodeKind.CITY, 45.5, 40.0, "XA");
    TransitEdge road =
        TransitEdge.builder("road", "here", "there", Mode.ROAD, "XA")
            .straight(here, there)
            .status(Status.OPERATIONAL)
            .build();
    var mine = TransitNetwork.builder("mine").addNode(here).addNode(there).addEdge(road).build();
    System.out.println(Math.round(mine.edge("road").length().kilometres())); // 43
    // end
  }

  private void audit() {
    // README audit
    List<Finding> findings = Audit.of(caucasus);
    System.out.println(findings.stream().noneMatch(f -> f.severity() == Severity.ERROR)); // true
    // end
  }

  private void scenario() {
    // README scenario
    Scenario closed = Scenario.named("iran-closes").refuse("IR").build();
    var after = question.under(closed);
    var way = after.routes().fastest().best();
    System.out.println(way.map(Route::states)); // Optional[[AZ, GE, TR]]
    System.out.println(after.leverage().vetoParties()); // [AZ, GE, TR]
    // end
  }

  private void routing() {
    // README routing
    var round = question.routes().avoidingState("IR").fastest();
    System.out.println(round.best().map(Route::states)); // Optional[[AZ, GE, TR]]
    var none = question.routes().avoidingState("IR").avoidingState("GE").fastest();
    String why = none.fold(way -> "a way", no -> no.sentence(), late -> "out of time");
    System.out.println(why.substring(0, why.indexOf(" ("))); // No route within the limits
    // end
  }

  private void passage() {
    // README passage
    Route route = question.routes().fastest().best().orElseThrow();
    System.out.println(question.passage().impediments(route).size()); // 13
    var regime = question.passage().regimeGrade(route);
    System.out.println(regime.deJure().grade() + ", " + regime.deFacto().grade()); // I1, I1
    // end
  }

  private void connectivity() {
    // README connectivity
    var mandatory = question.connectivity().mandatoryElements();
    System.out.println(mandatory.get(0).element()); // road-baku--alat
    System.out.println(question.connectivity().disjointWays(Separation.STATES, 9).count()); // 2
    var borders = question.connectivity().cuts(CutKind.CROSSINGS).cheapest().orElseThrow();
    System.out.println(borders.cost() + ", by " + borders.alone() + " alone"); // 3, by [AZ] alone
    // end
  }

  private void capacity() {
    // README capacity
    var flow = question.capacity().greatest();
    System.out.println(Math.round(flow.amount().orElseThrow().perDay()) + " t"); // 15219 t
    var jam = flow.jam().orElseThrow().parts();
    System.out.println(jam.get(0).limit()); // bc-julfa-road (road, IR to AZ-NX) 4000.0 t/day
    System.out.println(flow.unknowns().size()); // 33
    var left = question.capacity().without(List.of("TR")).amount();
    System.out.println(left.orElseThrow().perDay()); // 7000.0
    var trucks = question.capacity().counting(Throughput.Unit.VEHICLES).greatest().amount();
    System.out.println(Math.round(trucks.orElseThrow().perDay()) + " of 20 t"); // 761 of 20 t
    // end
  }

  private void leverage() {
    // README leverage
    System.out.println(question.leverage().vetoParties()); // [AZ]
    System.out.println(question.leverage().minimalConsentCoalitions()); // [{AZ, IR}, {AZ, GE, TR}]
    System.out.println(question.leverage().power().exact().of("IR").banzhaf()); // 3/8
    var dear = question.leverage().cheapestBlocking(party -> party.equals("AZ") ? 9 : 1);
    System.out.println(dear.cost()); // 2.0
    var held = question.leverage().holdUpValue("IR");
    System.out.println(held.detour().map(Route::states)); // Optional[[AZ, GE, TR]]
    System.out.println(DependenceProfile.of(question.leverage()).disjointWays()); // 2
    // end
  }

  private void reliability() {
    // README reliability
    var found = question.reliability().ask();
    System.out.println(found.importance().get(0).subject()); // AZ
    System.out.println(found.probability().high() < 0.99); // true
    var toss = Probability.of(0.5);
    var even = question.reliability().withoutFacts().otherwise(SubjectKind.PARTY, toss).ask();
    System.out.println(even.probability()); // 0.3125
    System.out.println(even.findImportance("IR").orElseThrow().birnbaum()); // 0.375
    var time = question.reliability().expected(Measure.TIME);
    System.out.println(time.cases().get(0).route().states()); // [AZ, IR]
    // end
  }

  private void io() {
    // README io
    var graph = GraphViews.ignoringDirection(caucasus);
    System.out.println(graph.edgeSet().size() == caucasus.edges().size()); // true
    // end
  }

  private void features() {
    // README features
    var edges = NetworkFeatures.of(caucasus, LocalDate.of(2026, 6, 28)).edges();
    System.out.println(edges.select("mode = 'GAS' AND jurisdiction = 'AZ'").ids().size()); // 3
    System.out.println(edges.reprojected("EPSG:32638").crs()); // EPSG:32638
    // end
  }

  private void study() {
    // README study
    Validity year = new Validity(LocalDate.of(2013, 1, 1), LocalDate.of(2014, 1, 1));
    var times = question.explainedTimeline(year, q -> q.leverage().vetoParties());
    var change = times.periods().get(1);
    System.out.println(change.validity().from() + " " + change.answer()); // 2013-11-07 [AZ, TR]
    System.out.println(change.cause().orElseThrow().because().get(0).subject()); // bc-julfa-road
    // end
  }

  private void report() throws IOException {
    // README report
    var why = caucasus.on(LocalDate.of(2026, 6, 28)).explain("rail-nrnadzor--shvanidzor");
    DrawingPage page =
        DrawingPage.titled("Who decides", "").drawing(ControlDrawing.of(why, caucasus)).build();
    try (var file = Files.newBufferedWriter(Path.of("target/who-decides.html"))) {
      page.writeTo(file);
    }
    // end
  }

  private Map<String, Snippet> snippets() {
    Map<String, Snippet> all = new LinkedHashMap<>();
    all.put("quantity", this::quantity);
    all.put("evidence", this::evidence);
    all.put("answer", this::answer);
    all.put("geometry", this::geometry);
    all.put("party", this::party);
    all.put("control", this::control);
    all.put("border", this::border);
    all.put("agreement", this::agreement);
    all.put("network", this::network);
    all.put("audit", this::audit);
    all.put("scenario", this::scenario);
    all.put("routing", this::routing);
    all.put("passage", this::passage);
    all.put("connectivity", this::connectivity);
    all.put("capacity", this::capacity);
    all.put("leverage", this::leverage);
    all.put("reliability", this::reliability);
    all.put("io", this::io);
    all.put("features", this::features);
    all.put("study", this::study);
    all.put("report", this::report);
    return all;
  }

  @Test
  void everySnippetOfTheReadmeStandsHereLineForLine() throws IOException {
    List<List<String>> shown = new ArrayList<>();
    Matcher blocks = BLOCK.matcher(Files.readString(README));
    while (blocks.find()) {
      shown.add(lines(blocks.group(1)));
    }

    assertThat(shown.subList(1, shown.size())).containsExactlyElementsOf(regions().values());
    assertThat(regions()).containsOnlyKeys(snippets().keySet());
  }

  @Test
  void everySnippetPrintsWhatItSays() throws IOException {
    for (Map.Entry<String, Snippet> snippet : snippets().entrySet()) {
      List<String> said =
          regions().get(snippet.getKey()).stream()
              .map(PRINTED::matcher)
              .filter(Matcher::find)
              .map(found -> found.group(1))
              .toList();
      assertThat(printed(snippet.getValue())).as(snippet.getKey()).isEqualTo(said);
    }
  }

  private static Map<String, List<String>> regions() throws IOException {
    Map<String, List<String>> regions = new LinkedHashMap<>();
    Matcher marks = REGION.matcher(Files.readString(SELF));
    while (marks.find()) {
      regions.put(marks.group(1), lines(marks.group(2)));
    }
    return regions;
  }

  private static List<String> lines(String text) {
    return text.lines().map(String::strip).filter(line -> !line.isEmpty()).toList();
  }

  private static List<String> printed(Snippet snippet) throws IOException {
    PrintStream screen = System.out;
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    System.setOut(new PrintStream(bytes, true, StandardCharsets.UTF_8));
    try {
      snippet.run();
    } finally {
      System.setOut(screen);
    }
    return bytes.toString(StandardCharsets.UTF_8).lines().toList();
  }
}
