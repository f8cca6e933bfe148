package org.araxes.report;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Boxes with words, and arrows between them, in layers: from left to right where the width allows,
 * otherwise from top to bottom, or from bottom to top.
 *
 * <p><b>Limit.</b> {@link #MOST} boxes are drawn, those given first; the drawing says how many are
 * left out.
 */
final class BoxGraph {
  static final int MOST = 200;

  private static final double[] WIDTHS_ACROSS = {210, 190, 170, 150, 132};
  private static final double[] WIDTHS_DOWN = {440, 330, 250, 200, 170, 150, 132, 120, 108};

  /** Narrower boxes have smaller names and less room around them. */
  private static final double SLIM = 132;

  private static final double MARGIN = 10;
  private static final double BOX_GAP = 12;
  private static final double GAP_ACROSS = 64;
  private static final double GAP_DOWN = 34;
  private static final int LINES = 24;
  private static final double ARROW = 7;

  /**
   * A box.
   *
   * @param head its name
   * @param body more words, or empty
   * @param tint its ground
   * @param thick whether its border is strong
   * @param dashed whether its border is dashed
   */
  record Box(String head, String body, Tint tint, boolean thick, boolean dashed) {}

  /** From a box to the next; the arrow points at {@code to}, or backward at {@code from}. */
  private record Link(int from, int to, String label, boolean backward) {}

  private final Map<String, Integer> index = new LinkedHashMap<>();
  private final List<Box> boxes = new ArrayList<>();
  private final List<Link> links = new ArrayList<>();
  private int leftOut;

  /** Adds a box unless the key is there; beyond the limit it is left out. */
  void box(String key, Box box) {
    if (index.containsKey(key)) {
      return;
    }
    if (boxes.size() == MOST) {
      leftOut++;
      return;
    }
    index.put(key, boxes.size());
    boxes.add(box);
  }

  /** Adds a link between boxes that are there, each once. */
  void link(String from, String to, String label, boolean backward) {
    Integer near = index.get(from);
    Integer far = index.get(to);
    if (near != null && far != null) {
      Link link = new Link(near, far, label, backward);
      if (!links.contains(link)) {
        links.add(link);
      }
    }
  }

  /** How it is laid out: sizes and directions. */
  private record Plan(LayeredLayout layout, double boxWidth, boolean across) {
    double width() {
      return across ? layout.mainExtent() : layout.crossExtent();
    }

    double height() {
      return across ? layout.crossExtent() : layout.mainExtent();
    }
  }

  private Plan plan(double room) {
    for (double width : WIDTHS_ACROSS) {
      Plan plan = plan(width, true);
      if (plan.width() <= room && plan.height() <= plan.width()) {
        return plan;
      }
    }
    for (double width : WIDTHS_DOWN) {
      Plan plan = plan(width, false);
      if (plan.width() <= room) {
        return plan;
      }
    }
    return plan(WIDTHS_DOWN[WIDTHS_DOWN.length - 1], false);
  }

  private Plan plan(double width, boolean across) {
    double[] widths = new double[boxes.size()];
    double[] heights = new double[boxes.size()];
    for (int box = 0; box < widths.length; box++) {
      widths[box] = width;
      heights[box] = height(boxes.get(box), width);
    }
    int[][] pairs = new int[links.size()][];
    for (int link = 0; link < pairs.length; link++) {
      pairs[link] = new int[] {links.get(link).from(), links.get(link).to()};
    }
    boolean labelled = links.stream().anyMatch(link -> !link.label().isEmpty());
    return new Plan(
        across
            ? new LayeredLayout(widths, heights, pairs, GAP_ACROSS, BOX_GAP)
            : new LayeredLayout(
                heights, widths, pairs, labelled ? GAP_DOWN + 12 : GAP_DOWN, BOX_GAP),
        width,
        across);
  }

  private static double pad(double width) {
    return width < SLIM ? 5 : 8;
  }

  private static double headSize(double width) {
    return width < SLIM ? SvgCanvas.SMALL : SvgCanvas.TEXT;
  }

  private static List<String> head(Box box, double width) {
    return Lettering.wrap(box.head(), headSize(width) * 1.08, width - 2 * pad(width), 9);
  }

  private static List<String> body(Box box, double width) {
    return box.body().isEmpty()
        ? List.of()
        : Lettering.wrap(box.body(), SvgCanvas.SMALL, width - 2 * pad(width), LINES);
  }

  private static double height(Box box, double width) {
    return 2 * pad(width)
        + (head(box, width).size() * headSize(width) + body(box, width).size() * SvgCanvas.SMALL)
            * SvgCanvas.LEADING;
  }

  /**
   * Draws.
   *
   * @param canvas where
   * @param room how wide it may be
   * @param top where it begins
   * @param upward whether the first layer is the lowest where layers run down the page
   * @return width and height used, margins included
   */
  double[] draw(SvgCanvas canvas, double room, double top, boolean upward) {
    Plan plan = plan(room - 2 * MARGIN);
    double left = Math.max(MARGIN, (room - plan.width()) / 2);
    for (int link = 0; link < links.size(); link++) {
      List<double[]> points = points(plan, link, left, top, upward);
      arrow(canvas, plan.across(), links.get(link).backward(), points);
    }
    for (int link = 0; link < links.size(); link++) {
      if (!links.get(link).label().isEmpty()) {
        label(canvas, plan, links.get(link), points(plan, link, left, top, upward));
      }
    }
    for (int box = 0; box < boxes.size(); box++) {
      double[] at = place(plan, plan.layout().middle(box), left, top, upward);
      words(canvas, boxes.get(box), at[0], at[1], plan.boxWidth());
    }
    double bottom = top + plan.height() + MARGIN;
    if (leftOut > 0) {
      canvas.text(
          left,
          bottom + SvgCanvas.SMALL,
          leftOut + " more are not drawn.",
          SvgCanvas.SMALL,
          SvgCanvas.Anchor.START,
          Tint.SOFT);
      bottom += 2 * SvgCanvas.SMALL;
    }
    return new double[] {Math.max(room, plan.width() + 2 * MARGIN), bottom};
  }

  private static double[] place(
      Plan plan, LayeredLayout.Spot spot, double left, double top, boolean upward) {
    if (plan.across()) {
      return new double[] {left + spot.main(), top + spot.cross()};
    }
    double main = upward ? plan.layout().mainExtent() - spot.main() : spot.main();
    return new double[] {left + spot.cross(), top + main};
  }

  private static void words(SvgCanvas canvas, Box box, double x, double y, double width) {
    double height = height(box, width);
    canvas.begin(box.body().isEmpty() ? box.head() : box.head() + ": " + box.body());
    canvas.box(
        x - width / 2,
        y - height / 2,
        width,
        height,
        5,
        box.tint(),
        box.thick() ? Tint.INK : Tint.LINE,
        box.thick() ? 2 : 1,
        box.dashed() ? "5 3" : "");
    double size = headSize(width);
    double at = y - height / 2 + pad(width) + size * 0.92;
    for (String line : head(box, width)) {
      canvas.bold(x, at, line, size, SvgCanvas.Anchor.MIDDLE);
      at += size * SvgCanvas.LEADING;
    }
    canvas.lines(x, at - 1, body(box, width), SvgCanvas.SMALL, SvgCanvas.Anchor.MIDDLE, Tint.INK);
    canvas.end();
  }

  /** The course of a link, from box to box. */
  private List<double[]> points(Plan plan, int number, double left, double top, boolean upward) {
    Link link = links.get(number);
    LayeredLayout layout = plan.layout();
    boolean forward = layout.middle(link.from()).main() <= layout.middle(link.to()).main();
    List<LayeredLayout.Spot> spots = new ArrayList<>();
    spots.add(side(plan, link.from(), forward));
    List<LayeredLayout.Spot> passing = layout.passing(number);
    if (!forward) {
      for (int i = 0; i + 1 < passing.size(); i += 2) {
        spots.add(passing.get(i + 1));
        spots.add(passing.get(i));
      }
    } else {
      spots.addAll(passing);
    }
    spots.add(side(plan, link.to(), !forward));
    return spots.stream().map(spot -> place(plan, spot, left, top, upward)).toList();
  }

  private static void arrow(
      SvgCanvas canvas, boolean across, boolean backward, List<double[]> points) {
    double[] tip = points.get(backward ? 0 : points.size() - 1);
    double[] tail = points.get(backward ? 1 : points.size() - 2);
    head(canvas, across, tip, tail);
    canvas.line(curve(points, across), Tint.SOFT, 1.3, "");
  }

  /** Where an arrow leaves or enters a box. */
  private LayeredLayout.Spot side(Plan plan, int box, boolean far) {
    LayeredLayout.Spot middle = plan.layout().middle(box);
    double half = (plan.across() ? plan.boxWidth() : height(boxes.get(box), plan.boxWidth())) / 2;
    return new LayeredLayout.Spot(middle.main() + (far ? half : -half), middle.cross());
  }

  /** Curves between layers, straight lines through them. */
  private static String curve(List<double[]> points, boolean across) {
    StringBuilder path = new StringBuilder(SvgCanvas.step('M', points.get(0)[0], points.get(0)[1]));
    for (int i = 1; i < points.size(); i++) {
      double[] from = points.get(i - 1);
      double[] to = points.get(i);
      double half = (across ? from[0] + to[0] : from[1] + to[1]) / 2;
      path.append(
          i % 2 == 0
              ? SvgCanvas.step('L', to)
              : across
                  ? SvgCanvas.step('C', half, from[1], half, to[1], to[0], to[1])
                  : SvgCanvas.step('C', from[0], half, to[0], half, to[0], to[1]));
    }
    return path.toString();
  }

  private static void head(SvgCanvas canvas, boolean across, double[] tip, double[] tail) {
    double back = Math.signum(across ? tail[0] - tip[0] : tail[1] - tip[1]) * ARROW;
    double half = ARROW * 0.55;
    String path =
        SvgCanvas.step('M', tip)
            + (across
                ? SvgCanvas.step('L', tip[0] + back, tip[1] - half)
                    + SvgCanvas.step('L', tip[0] + back, tip[1] + half)
                : SvgCanvas.step('L', tip[0] - half, tip[1] + back)
                    + SvgCanvas.step('L', tip[0] + half, tip[1] + back));
    canvas.area(path + "Z", Tint.SOFT, Tint.SOFT);
  }

  /** Beside the end where fewer arrows meet. */
  private void label(SvgCanvas canvas, Plan plan, Link link, List<double[]> points) {
    long near = links.stream().filter(other -> other.from() == link.from()).count();
    long far = links.stream().filter(other -> other.to() == link.to()).count();
    int at = near > far ? points.size() - 2 : 0;
    double[] from = points.get(at);
    double[] to = points.get(at + 1);
    double part = near == far ? 0.5 : near > far ? 0.62 : 0.38;
    double bend = part * part * (3 - 2 * part);
    boolean across = plan.across();
    double x = from[0] + (to[0] - from[0]) * (across ? part : bend);
    double y = from[1] + (to[1] - from[1]) * (across ? bend : part);
    double half = Lettering.width(link.label(), SvgCanvas.SMALL) / 2;
    Tint paper = new Tint(Tint.PAPER, Tint.Texture.NONE);
    canvas.box(x - half, y - 8, 2 * half, 16, 3, paper, Tint.PAPER, 0, "");
    canvas.text(
        x,
        y + SvgCanvas.SMALL * 0.35,
        link.label(),
        SvgCanvas.SMALL,
        SvgCanvas.Anchor.MIDDLE,
        Tint.INK);
  }
}
