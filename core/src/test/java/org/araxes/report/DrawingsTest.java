package org.araxes.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.Stream;
import javax.xml.parsers.DocumentBuilderFactory;
import org.araxes.Araxes;
import org.araxes.agreement.AgreementGraph;
import org.araxes.agreement.LegalStatus;
import org.araxes.answer.Completeness;
import org.araxes.answer.Truth;
import org.araxes.border.Mode;
import org.araxes.border.Movement;
import org.araxes.evidence.Validity;
import org.araxes.io.Datasets;
import org.araxes.network.Terms;
import org.araxes.network.TransitNetwork;
import org.araxes.passage.Grade;
import org.araxes.passage.RegimeVerdict;
import org.araxes.passage.Verdict;
import org.araxes.scenario.Scenario;
import org.araxes.study.Case;
import org.araxes.study.Comparison;
import org.araxes.study.Period;
import org.araxes.study.Sweep;
import org.araxes.study.Timeline;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;

/** What every drawing keeps, and what each shows. */
class DrawingsTest {
  private static final TransitNetwork CAUCASUS = Datasets.southCaucasus();
  private static final LocalDate DAY = LocalDate.of(2025, 8, 7);
  private static final LocalDate LATER = LocalDate.of(2026, 6, 28);
  private static final String NASTY = "<b>&\"'\u0007 \u2028 ]]> </svg><script>x</script>";

  static Stream<Drawing> all() {
    return Stream.of(control(), agreement(), timeline(), grades(), bars());
  }

  private static ControlDrawing control() {
    return ControlDrawing.of(
        CAUCASUS
            .on(LocalDate.of(2027, 1, 1), Terms.DEFAULT.withPlans(true))
            .explain("rail-bc-agbend-nrnadzor--nrnadzor"),
        CAUCASUS);
  }

  private static AgreementDrawing agreement() {
    return AgreementDrawing.of(
        AgreementGraph.of(CAUCASUS.agreements())
            .outstanding("peace-treaty", LegalStatus.IN_FORCE, LATER),
        CAUCASUS);
  }

  private static Period<String> period(int from, int to, String answer) {
    return new Period<>(
        new Validity(LocalDate.of(from, 1, 1), LocalDate.of(to, 1, 1)), answer, new TreeSet<>());
  }

  private static TimelineDrawing timeline() {
    Timeline<String> lane =
        new Timeline<>(
            List.of(
                period(1990, 2000, "AZ IR"), period(2000, 2020, "none"), period(2020, 2031, NASTY)),
            Completeness.COMPLETE);
    return TimelineDrawing.of(
            NASTY, new Validity(LocalDate.of(1990, 1, 1), LocalDate.of(2031, 1, 1)))
        .absent("none")
        .plannedFrom(LocalDate.of(2027, 1, 1))
        .lane("Road " + NASTY, lane, answer -> answer)
        .build();
  }

  private static GradesDrawing grades() {
    return GradesDrawing.titled("Grades")
        .reached("before " + NASTY, grade(Truth.NO))
        .reached("after", grade(Truth.YES))
        .reached("perhaps", grade(Truth.UNKNOWN))
        .gate(
            "gate",
            "after",
            RegimeVerdict.of(org.araxes.agreement.Regimes.regime("tin-bigha-1992")))
        .build();
  }

  private static Grade grade(Truth truth) {
    return new Grade(
        List.of(
            new Verdict(
                "lawful",
                truth,
                "",
                List.of(),
                new TreeSet<>(),
                new TreeSet<>(),
                new TreeSet<>())));
  }

  private static BarsDrawing bars() {
    Scenario closed = Scenario.named("closed").refuse("IR").build();
    Case before = persons(Optional.empty());
    return BarsDrawing.titled("Bars")
        .compare(
            "Persons",
            Comparison.of(CAUCASUS, before, persons(Optional.of(closed))),
            "before",
            "after " + NASTY)
        .outages("Outages", Sweep.of(CAUCASUS, before).overParties().run(), 5, CAUCASUS)
        .bar("", "nothing", 0, "0 h", 0)
        .build();
  }

  private static Case persons(Optional<Scenario> scenario) {
    Movement movement = Movement.persons().by(Mode.ROAD).flag("AZ").tonnes(1).build();
    return new Case("p", "", scenario, DAY, Terms.DEFAULT, "p", movement, "AZ-main", "AZ-NX");
  }

  private static Document parsed(String svg) throws Exception {
    return DocumentBuilderFactory.newInstance()
        .newDocumentBuilder()
        .parse(new ByteArrayInputStream(svg.getBytes(StandardCharsets.UTF_8)));
  }

  private static List<Element> elements(Document document, String tag) {
    List<Element> found = new ArrayList<>();
    NodeList nodes = document.getElementsByTagName(tag);
    for (int i = 0; i < nodes.getLength(); i++) {
      found.add((Element) nodes.item(i));
    }
    return found;
  }

  @ParameterizedTest
  @MethodSource("all")
  void isSoundXmlWithTitleAndDescriptionAndNoScript(Drawing drawing) throws Exception {
    for (int width : new int[] {320, Drawing.NARROW, Drawing.MIDDLE, Drawing.WIDE}) {
      String svg = drawing.svg(width, "a");
      Document document = parsed(svg);
      Element root = document.getDocumentElement();

      assertThat(root.getAttribute("role")).isEqualTo("img");
      assertThat(root.getAttribute("aria-labelledby")).isEqualTo("a-title a-desc");
      assertThat(elements(document, "title").get(0).getTextContent()).isNotBlank();
      assertThat(elements(document, "desc").get(0).getTextContent()).isNotBlank();
      assertThat(elements(document, "script")).isEmpty();
      assertThat(elements(document, "b")).isEmpty();
      assertThat(svg)
          .doesNotContain("http://www.w3.org/1999", "href=", "\u0007", "NaN", "Infinity");
      assertThat(drawing.svg(width, "a")).isEqualTo(svg);
    }
  }

  @ParameterizedTest
  @MethodSource("all")
  void textsAreLargeEnoughAndStayOnThePaper(Drawing drawing) throws Exception {
    for (int width : new int[] {320, Drawing.NARROW, Drawing.MIDDLE, 800, Drawing.WIDE}) {
      Document document = parsed(drawing.svg(width, "a"));
      double paper = Double.parseDouble(document.getDocumentElement().getAttribute("width"));
      double height = Double.parseDouble(document.getDocumentElement().getAttribute("height"));
      for (Element text : elements(document, "text")) {
        double size = Double.parseDouble(text.getAttribute("font-size"));
        double wide = Lettering.width(text.getTextContent(), size);
        double x = Double.parseDouble(text.getAttribute("x"));
        double left =
            switch (text.getAttribute("text-anchor")) {
              case "middle" -> x - wide / 2;
              case "end" -> x - wide;
              default -> x;
            };
        assertThat(size).isGreaterThanOrEqualTo(12);
        assertThat(left).as(text.getTextContent()).isGreaterThanOrEqualTo(0);
        assertThat(left + wide).as(text.getTextContent()).isLessThanOrEqualTo(paper);
        assertThat(Double.parseDouble(text.getAttribute("y"))).isBetween(0.0, height);
      }
    }
  }

  @ParameterizedTest
  @MethodSource("all")
  void everyTextureUsedIsThereUnderItsPrefix(Drawing drawing) throws Exception {
    Document document = parsed(drawing.svg(Drawing.WIDE, "q7"));
    TreeSet<String> ids = new TreeSet<>();
    elements(document, "pattern").forEach(pattern -> ids.add(pattern.getAttribute("id")));
    TreeSet<String> used = new TreeSet<>();
    elements(document, "rect").stream()
        .map(rect -> rect.getAttribute("fill"))
        .filter(fill -> fill.startsWith("url(#"))
        .forEach(fill -> used.add(fill.substring(5, fill.length() - 1)));

    assertThat(used).isEqualTo(ids).allMatch(id -> id.startsWith("q7-"));
  }

  @Test
  void lettersHaveContrastOnEveryTint() {
    List<String> fills = new ArrayList<>();
    Stream.of(Tint.PLAIN, Tint.BLUE, Tint.SAND, Tint.GREEN, Tint.RED, Tint.GREY)
        .forEach(tint -> fills.add(tint.fill()));
    for (int kind = 0; kind < 30; kind++) {
      fills.add(Tint.of(kind).fill());
    }

    assertThat(fills).allSatisfy(fill -> assertThat(contrast(Tint.INK, fill)).isGreaterThan(7));
    assertThat(contrast(Tint.SOFT, Tint.PAPER)).isGreaterThan(4.5);
    assertThat(Stream.iterate(0, kind -> kind + 1).limit(30).map(Tint::of).distinct()).hasSize(30);
  }

  /** WCAG 2.2, relative luminance and contrast ratio. */
  private static double contrast(String one, String other) {
    double a = luminance(one);
    double b = luminance(other);
    return (Math.max(a, b) + 0.05) / (Math.min(a, b) + 0.05);
  }

  private static double luminance(String colour) {
    double[] weights = {0.2126, 0.7152, 0.0722};
    double sum = 0;
    for (int i = 0; i < 3; i++) {
      double part = Integer.parseInt(colour.substring(1 + 2 * i, 3 + 2 * i), 16) / 255.0;
      sum += weights[i] * (part <= 0.04045 ? part / 12.92 : Math.pow((part + 0.055) / 1.055, 2.4));
    }
    return sum;
  }

  @Test
  void theChainShowsSharesWaysOfDecidingAndWhoDecidesInTheEnd() {
    assertThat(control().svg(Drawing.WIDE, "a"))
        .contains(">74 %<", ">26 %<", ">100 %<", ">Armenia<", ">United States<", ">operator<")
        .contains("over 50 % of the votes", "decides for itself", "needs (AM and US)");
    assertThat(control().description()).contains("Weakest confidence: low");
  }

  @Test
  void anAgreementShowsWhatComesFirstAndWhatItSwitches() {
    assertThat(agreement().svg(Drawing.WIDE, "a"))
        .contains(">assembly majority<", ">referendum<", ">in force<", ">context<");
    AgreementDrawing done =
        AgreementDrawing.of(
            AgreementGraph.of(CAUCASUS.agreements())
                .outstanding("scr-concession-2008", LegalStatus.IN_FORCE, LATER),
            CAUCASUS);
    assertThat(done.description()).startsWith("It is reached.");
    assertThat(done.svg(Drawing.NARROW, "a")).contains(">Nothing<", ">It is in force<");
  }

  @Test
  void aTimelineHatchesPlansNumbersChangesAndTellsTheirCause() {
    var question =
        Araxes.on(CAUCASUS)
            .from("baku")
            .to("nakhchivan")
            .moving(Movement.freight().by(Mode.ROAD).flag("AZ").build())
            .onTerms(Terms.DEFAULT.withPlans(true));
    Validity span = new Validity(LocalDate.of(2013, 1, 1), LocalDate.of(2014, 1, 1));
    Timeline<String> lane =
        question.explainedTimeline(
            span,
            asked ->
                asked.routes().fastest().best().map(r -> String.join(" ", r.states())).orElse("-"));

    assertThat(
            TimelineDrawing.of("t", span)
                .named(CAUCASUS)
                .lane("road", lane, answer -> answer)
                .build()
                .svg(Drawing.WIDE, "a"))
        .contains("2013-11-07 AZ IR TR \u2013 Julfa - Jolfa (road)", "now closed by IR")
        .doesNotContain("-plan");
    assertThat(timeline().svg(Drawing.WIDE, "a")).contains("a-plan", "after 2027-01-01: by plans");
    assertThatThrownBy(() -> TimelineDrawing.of("t", Validity.ALWAYS))
        .hasMessageContaining("between two dates");
  }

  @Test
  void aLaneWithVeryManyChangesSaysHowManyAreNotTold() {
    List<Period<String>> periods = new ArrayList<>();
    for (int year = 1000; year < 1200; year++) {
      periods.add(period(year, year + 1, "answer " + year % 40));
    }
    Validity span = new Validity(LocalDate.of(1000, 1, 1), LocalDate.of(1200, 1, 1));
    assertThat(
            TimelineDrawing.of("t", span)
                .lane("x", new Timeline<>(periods, Completeness.COMPLETE), answer -> answer)
                .build()
                .svg(Drawing.WIDE, "a"))
        .contains("139 more changes are not told.");
  }

  @Test
  void truthsDifferInShapeAndNotOnlyInColour() throws Exception {
    String svg = grades().svg(Drawing.WIDE, "a");
    assertThat(svg)
        .contains("<title>Yes</title>", "<title>No</title>", "<title>Unknown</title>")
        .contains(">I2<", ">in law<", ">in fact<", ">Lawful<");
  }

  @Test
  void gradesRefuseWhatTheyCannotShow() {
    assertThatThrownBy(
            () ->
                GradesDrawing.titled("x")
                    .gate(
                        "g",
                        "nowhere",
                        RegimeVerdict.of(org.araxes.agreement.Regimes.regime("tin-bigha-1992")))
                    .build())
        .hasMessageContaining("there is no case")
        .hasMessageContaining("\"nowhere\"");
  }

  @Test
  void barsSayWhereNoWayIsLeft() {
    assertThat(bars().svg(Drawing.WIDE, "a"))
        .contains(">before: AZ IR<", ">no way is left<", ">Iran refuses<", "a-falling");
    assertThatThrownBy(() -> BarsDrawing.titled("x").bar("", "n", Double.NaN, "", 0))
        .hasMessageContaining("finite");
    BarsDrawing.Builder many = BarsDrawing.titled("x");
    for (int i = 0; i < BarsDrawing.MOST + 7; i++) {
      many.bar("", "bar " + i, i, "", i);
    }
    assertThat(many.build().svg(Drawing.NARROW, "a")).contains(">7 more are not drawn.<");
  }

  @Test
  void aWidthOrPrefixThatIsNoneIsRefused() {
    assertThatThrownBy(() -> bars().svg(100, "a")).hasMessageContaining("not 100");
    assertThatThrownBy(() -> bars().svg(500, "a\"b")).hasMessageContaining("prefix");
  }

  @Test
  void aPageIsOneFileThatLoadsNothing() throws Exception {
    DrawingPage page =
        DrawingPage.titled(NASTY, NASTY)
            .paragraph(NASTY)
            .drawing(grades())
            .drawing(timeline())
            .build();
    StringBuilder html = new StringBuilder();
    page.writeTo(html);

    assertThat(html.toString())
        .startsWith("<!DOCTYPE html>")
        .contains("default-src 'none'", "w1-title", "n1-title", "w2-title", "n2-title")
        .contains("m1-title", "m2-title", "<div class=\"middle fits\">")
        .doesNotContain("<script", "<link", "src=", "@import", "<b>", "\u0007");
    StringBuilder again = new StringBuilder();
    page.writeTo(again);
    assertThat(again.toString()).isEqualTo(html.toString());
  }

  @Test
  void aDrawingIsAFileOfItsOwn() throws Exception {
    StringBuilder out = new StringBuilder();
    grades().writeTo(out);
    assertThat(parsed(out.toString()).getDocumentElement().getAttribute("xmlns"))
        .isEqualTo("http://www.w3.org/2000/svg");
  }
}
