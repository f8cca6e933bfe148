package org.araxes.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.araxes.border.Movement;
import org.araxes.network.Status;
import org.araxes.network.TransitNetwork;
import org.junit.jupiter.api.Test;

class MapPageTest {
  private static MapPage page() {
    AnswerSheet sheet = Sheets.open();
    return MapPage.of(sheet.view().network())
        .title("Ways & <means>", "below")
        .view("Strip", 40, 39, 41, 40)
        .landmarks("nax")
        .add(sheet)
        .build();
  }

  private static String html(MapPage page) throws IOException {
    StringBuilder out = new StringBuilder();
    page.writeTo(out);
    return out.toString();
  }

  private static String json(MapPage page) throws IOException {
    StringBuilder out = new StringBuilder();
    page.writeDataTo(out);
    return out.toString();
  }

  @Test
  void noNameCanEndTheScriptOrBecomeMarkup() throws IOException {
    String html = html(page());

    assertThat(html.split("<script", -1)).hasSize(4);
    assertThat(html.split("</script", -1)).hasSize(4);
    assertThat(html)
        .contains("<title>Ways &amp; &lt;means&gt;</title>")
        .doesNotContain("<means>")
        .doesNotContain("alert('x')</script>")
        .doesNotContain("\u2028")
        .doesNotContain("\u0007")
        .doesNotContain("sourceMappingURL")
        .doesNotContain("{{");
  }

  @Test
  void theDataReadBackAsTheyWere() throws IOException {
    List<String> names = new ArrayList<>();
    try (JsonParser parser = new JsonFactory().createParser(json(page()))) {
      while (parser.nextToken() != null) {
        if (parser.currentToken() == JsonToken.VALUE_STRING
            && "name".equals(parser.currentName())) {
          names.add(parser.getText());
        }
      }
    }
    assertThat(names).contains(Sheets.NASTY, "Strip", "Azerbaijan", "Road freight", "Fastest");
  }

  @Test
  void theAnswerIsAllThere() throws IOException {
    assertThat(json(page()))
        .contains("\"id\":\"s0-road-freight-2025-08-07\"")
        .contains("\"edges\":[\"e1\",\"e2\",\"e3\"]")
        .contains("\"km\":1200.1,\"hours\":31.25,\"costUsd\":530")
        .contains("\"consents\":[\"AZ\",\"IR\"]")
        .contains("\"definition\":\"It is sovereign\",\"reached\":\"no\"")
        .contains("\"blocking\":[[\"AZ\"],[\"AM\",\"IR\"]]")
        .contains("\"banzhaf\":\"3/4\"")
        .contains(
            "\"crossings\":{\"agb\":\"open\",\"bil\":\"open\",\"jul\":\"open\",\"kar\":\"open\"}")
        .contains("\"polygons\":[[[[40,39],[41,39],[41,41],[40,39]]]]")
        .contains("\"alternatives\":[\"Naxçıvan\"]")
        .contains("\"fromNodes\":[\"bak\"],\"toNodes\":[\"nax\"]");
  }

  @Test
  void aScenarioSaysOnlyWhatIsDifferent() throws IOException {
    TransitNetwork base = Sheets.network();
    TransitNetwork changed =
        base.toBuilder()
            .withEdge(base.edge("e5").toBuilder().status(Status.PLANNED).build())
            .build();
    MapPage page =
        MapPage.of(base)
            .add(Sheets.about(base).build())
            .add(Sheets.about(changed).scenario("s1", "After", "").build())
            .build();

    assertThat(json(page))
        .contains(
            "\"id\":\"s0\",\"name\":\"Before\",\"description\":\"The day before.\","
                + "\"nodes\":[],\"edges\":[],\"crossings\":[]")
        .contains(
            "\"id\":\"s1\",\"name\":\"After\",\"description\":\"\",\"nodes\":[],"
                + "\"edges\":[{\"id\":\"e5\",\"statuses\":[{\"status\":\"planned\"}],"
                + "\"roles\":[],\"closures\":[]}],\"crossings\":[]");
  }

  @Test
  void theSameSheetsGiveTheSameBytes() throws IOException {
    assertThat(html(page())).isEqualTo(html(page()));
  }

  @Test
  void thePageLoadsNothing() throws IOException {
    String html = html(page());
    assertThat(html)
        .contains("default-src 'none'")
        .doesNotContainPattern("<(link|img|iframe)\\b")
        .doesNotContainPattern("<script[^>]*\\bsrc=");
  }

  @Test
  void aPageThatMeansTwoThingsByOneNameTellsAllOfThem() {
    AnswerSheet one = Sheets.open();
    TransitNetwork base = one.view().network();
    AnswerSheet otherNetwork =
        Sheets.about(
                base.toBuilder()
                    .withEdge(base.edge("e1").toBuilder().status(Status.DISUSED).build())
                    .build())
            .build();
    AnswerSheet otherMovement =
        AnswerSheet.about(
                one.view().network().on(Sheets.DAY).moving(Movement.persons().build()),
                "main",
                "nax")
            .scenario("s2", "Two", "")
            .movement("road-freight", "Road freight")
            .build();

    assertThatThrownBy(
            () ->
                MapPage.of(one.view().network())
                    .add(one)
                    .add(otherNetwork)
                    .add(otherMovement)
                    .build())
        .hasMessageContaining("the answer \"s0-road-freight-2025-08-07\" is there twice")
        .hasMessageContaining("the scenario \"s0\" means two networks")
        .hasMessageContaining("the movement \"road-freight\" means two movements");
  }

  @Test
  void oneScenarioMayBeAppliedTwice() throws IOException {
    MapPage.Builder builder = MapPage.of(Sheets.network()).add(Sheets.open());
    AnswerSheet again =
        AnswerSheet.about(
                Sheets.network().on(Sheets.DAY).moving(Movement.persons().build()), "main", "nax")
            .scenario("s0", "Before", "")
            .movement("persons", "Persons")
            .build();

    assertThat(json(builder.add(again).build())).contains("\"id\":\"s0-persons-2025-08-07\"");
  }

  @Test
  void viewsAndLandmarksAreChecked() {
    MapPage.Builder builder = MapPage.of(Sheets.network());

    assertThatThrownBy(() -> builder.view("back to front", 41, 39, 40, 40))
        .hasMessageContaining("south-west to north-east");
    assertThatThrownBy(() -> builder.view("nowhere", Double.NaN, 39, 40, 40))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> builder.landmarks("naxx")).hasMessageContaining("Maybe \"nax\"?");
  }

  @Test
  void openEndsOfPeriodsAreLeftOut() throws IOException {
    assertThat(json(page())).doesNotContain("999999999");
  }
}
