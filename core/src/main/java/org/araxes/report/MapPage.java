package org.araxes.report;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.araxes.network.TransitNetwork;

/**
 * Draws a network and the answers about it as one HTML page.
 *
 * <p><b>The page.</b> One file that needs no network and no server: style, script, Leaflet and data
 * are inside, and its content security policy forbids loading anything. Land is drawn from the
 * territories. Movement, scenario and day are chosen in the page; answers are those given here,
 * while the state of lines and crossings follows any day. The address keeps the choice: {@code
 * #answer=ID&date=2025-08-07&color=status&route=1&layers=rail,road&view=38.9,46.2,10&show=ID}; a
 * {@code view} may also be the name of one.
 *
 * <p><b>The data.</b> A JSON object in the element {@code data}, with times as days, lengths in
 * kilometres and durations in hours:
 *
 * <pre>
 * title, subtitle, asOf?, attribution[]
 * views[]       name, bounds [west, south, east, north]
 * territories[] id, name, polygons[][][] of [lon, lat], outer ring first
 * nodes[]       id, name, alternatives[], kind, lon, lat, jurisdictions[], position, rank?,
 *               statuses[], roles[], sources[]
 * edges[]       id, name?, from, to, mode, jurisdiction, oneWay?, coords[], geometry, lengthKm?,
 *               geodesicKm, gaugeMm?, tracks?, speedKmh?, statuses[], roles[], closures[], sources[]
 *   statuses[]  status, from?, to?, plan?        roles[]  role, holder, side?, from?, to?, plan?
 *   closures[]  from?, to?, classes[], modes[], by?, text, plan?
 * crossings[]   id, states[]: state, from?, to?, classes[], modes[], flags[], fromSide?, toSide?,
 *               by?, kind?, note?, priority?, plan?, sources[]
 * sources[]     id, title, publisher?, date?, url?
 * parties[]     id, name, kind
 * movements[]   id, name, modes[], classes[], flag?
 * scenarios[]   id, name, description, and what differs from the network: nodes[] and edges[] with
 *               id, statuses[], roles[], closures[]; crossings[] with id, states[]
 * answers[]     id, scenario, movement, date, plans, from, to, fromNodes[], toNodes[], truncated?,
 *               routes[], noRoute? {why, blockers[]}, grade[], leverage {factual?, lawful?},
 *               crossings {id: state}
 *   routes[]    name, edges[], nodes[], km, hours, costUsd, states[] {id, km, hours}, crossings[],
 *               consents[], impediments[] {at, kind, effect, by[], text, hours?}
 *   grade[]     standard, definition?, reached (yes, no, unknown), why, witness?
 *   factual     vetoes[], blocking[][], consent[][], power[] {party, banzhaf, banzhafNormalised,
 *               shapley}, note?
 * </pre>
 *
 * <p><b>Safety.</b> Every text of the data is escaped in the file and set as text in the page, so a
 * name cannot become markup or script.
 *
 * <p><b>Order.</b> The same sheets give the same bytes. <b>Cost.</b> O(size of the page), about 1
 * MB for a region of 300 edges and 12 answers.
 */
public final class MapPage {
  private static final Pattern SLOT = Pattern.compile("\\{\\{([a-z.]+)}}");

  private final TransitNetwork network;
  private final String title;
  private final String subtitle;
  private final Map<String, double[]> views;
  private final SortedSet<String> landmarks;
  private final List<AnswerSheet> sheets;

  private MapPage(Builder builder) {
    network = builder.network;
    title = builder.title;
    subtitle = builder.subtitle;
    views = Collections.unmodifiableMap(new LinkedHashMap<>(builder.views));
    landmarks = Collections.unmodifiableSortedSet(new TreeSet<>(builder.landmarks));
    sheets = List.copyOf(builder.sheets);
  }

  /**
   * Starts a page.
   *
   * @param network the network that the scenarios start from
   * @return a builder
   */
  public static Builder of(TransitNetwork network) {
    return new Builder(network);
  }

  /**
   * Writes the page, to be stored as UTF-8.
   *
   * @param out where to
   * @throws IOException when writing fails, or a part of the page is not on the class path
   */
  public void writeTo(Appendable out) throws IOException {
    String form = Resources.own("map.html");
    Matcher slot = SLOT.matcher(form);
    int done = 0;
    while (slot.find()) {
      out.append(form, done, slot.start());
      switch (slot.group(1)) {
        case "title" -> out.append(Markup.escaped(title));
        case "leaflet.css" -> out.append(style(Resources.leaflet("leaflet.css")));
        case "map.css" -> out.append(style(Resources.own("map.css")));
        case "leaflet.js" -> out.append(script(Resources.leaflet("leaflet.js")));
        case "map.js" -> out.append(script(Resources.own("map.js")));
        case "data" -> writeDataTo(out);
        default -> throw new IllegalStateException("The page has no " + slot.group());
      }
      done = slot.end();
    }
    out.append(form, done, form.length());
  }

  /**
   * Writes the data of the page alone, as JSON.
   *
   * @param out where to
   * @throws IOException when writing fails
   */
  public void writeDataTo(Appendable out) throws IOException {
    MapData.of(this).writeTo(out);
  }

  TransitNetwork network() {
    return network;
  }

  String title() {
    return title;
  }

  String subtitle() {
    return subtitle;
  }

  Map<String, double[]> views() {
    return views;
  }

  SortedSet<String> landmarks() {
    return landmarks;
  }

  List<AnswerSheet> sheets() {
    return sheets;
  }

  /** Nothing in a style may end its element. */
  private static String style(String text) {
    return text.replace("</", "<\\/");
  }

  /** Nothing in a script may end its element or begin a comment of HTML. */
  private static String script(String text) {
    return text.replace("</", "<\\/").replace("<!--", "<\\!--");
  }

  /** Gathers what a page shows. */
  public static final class Builder {
    private final TransitNetwork network;
    private String title;
    private String subtitle = "";
    private final Map<String, double[]> views = new LinkedHashMap<>();
    private final TreeSet<String> landmarks = new TreeSet<>();
    private final List<AnswerSheet> sheets = new ArrayList<>();

    private Builder(TransitNetwork network) {
      this.network = network;
      title = network.names().in("en", network.id());
    }

    /**
     * Names the page; after the network unless told otherwise.
     *
     * @param head its title
     * @param below a sentence below it, or empty
     * @return this builder
     */
    public Builder title(String head, String below) {
      title = head;
      subtitle = below;
      return this;
    }

    /**
     * Adds a button that shows a part of the map.
     *
     * @param name what it is called
     * @param west degrees east
     * @param south degrees north
     * @param east degrees east, more than west
     * @param north degrees north, more than south
     * @return this builder
     */
    public Builder view(String name, double west, double south, double east, double north) {
      double[] bounds = {west, south, east, north};
      if (!(west < east && south < north)
          || Arrays.stream(bounds).anyMatch(bound -> Math.abs(bound) > 180)) {
        throw new IllegalArgumentException(
            "A view runs from south-west to north-east in degrees, but \""
                + name
                + "\" is "
                + Arrays.toString(bounds));
      }
      views.put(name, bounds);
      return this;
    }

    /**
     * Names places that are labelled at every scale.
     *
     * @param nodes ids of nodes
     * @return this builder
     * @throws IllegalArgumentException when there is no such node
     */
    public Builder landmarks(String... nodes) {
      for (String node : nodes) {
        landmarks.add(network.node(node).id());
      }
      return this;
    }

    /**
     * Adds an answer; the first one is shown first.
     *
     * @param sheet the answer
     * @return this builder
     */
    public Builder add(AnswerSheet sheet) {
      sheets.add(sheet);
      return this;
    }

    /**
     * Adds answers.
     *
     * @param more in order
     * @return this builder
     */
    public Builder addAll(List<AnswerSheet> more) {
      more.forEach(this::add);
      return this;
    }

    /**
     * Makes the page.
     *
     * @return the page
     * @throws IllegalArgumentException naming every sheet whose id is there twice, and every
     *     scenario or movement that means two things under one id
     */
    public MapPage build() {
      List<String> faults = new ArrayList<>();
      TreeSet<String> ids = new TreeSet<>();
      Map<String, AnswerSheet> scenarios = new LinkedHashMap<>();
      Map<String, AnswerSheet> movements = new LinkedHashMap<>();
      for (AnswerSheet sheet : sheets) {
        if (!ids.add(sheet.id())) {
          faults.add("the answer \"" + sheet.id() + "\" is there twice");
        }
        AnswerSheet same = scenarios.putIfAbsent(sheet.scenario(), sheet);
        if (same != null
            && same.view().network() != sheet.view().network()
            && !MapData.differences(network, same).equals(MapData.differences(network, sheet))) {
          faults.add("the scenario \"" + sheet.scenario() + "\" means two networks");
        }
        AnswerSheet other = movements.putIfAbsent(sheet.movement(), sheet);
        if (other != null && !other.view().movement().equals(sheet.view().movement())) {
          faults.add("the movement \"" + sheet.movement() + "\" means two movements");
        }
      }
      if (!faults.isEmpty()) {
        throw new IllegalArgumentException(
            "The page cannot be drawn: " + String.join("; ", new TreeSet<>(faults)));
      }
      return new MapPage(this);
    }
  }
}
