package org.araxes.report;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.araxes.agreement.Agreement;
import org.araxes.agreement.OpenStep;
import org.araxes.agreement.Outstanding;
import org.araxes.agreement.Provision;
import org.araxes.answer.Truth;
import org.araxes.answer.Wording;
import org.araxes.network.TransitNetwork;

/**
 * Draws what must still happen for an agreement to reach a status, and what it then switches.
 *
 * <p>Arrows run from what must come first. A step with a strong border waits for no other; a dashed
 * one may have happened, nobody says. Provisions of one kind and party share a box.
 *
 * <p><b>Limit.</b> 200 boxes; the drawing says how many more there are.
 */
public final class AgreementDrawing implements Drawing {
  /** Narrower, all that is switched shares a box. */
  private static final int TOGETHER = 700;

  private static final String REACHED = "reached";

  private final Outstanding open;
  private final Agreement agreement;
  private final Words words;

  private AgreementDrawing(Outstanding open, Agreement agreement, Words words) {
    this.open = open;
    this.agreement = agreement;
    this.words = words;
  }

  /**
   * Draws what is outstanding.
   *
   * @param open as {@code AgreementGraph.outstanding} gives it
   * @param network with the agreement and the names
   * @return the drawing
   * @throws IllegalArgumentException when the network has no such agreement
   */
  public static AgreementDrawing of(Outstanding open, TransitNetwork network) {
    return new AgreementDrawing(open, network.agreement(open.agreement()), new Words(network));
  }

  @Override
  public String title() {
    return agreement.names().in("en", agreement.id())
        + ": what must still happen to be "
        + Wording.of(open.target())
        + ", as of "
        + open.date();
  }

  /** The open steps in order, and what is switched. */
  @Override
  public String description() {
    String steps =
        open.isReached()
            ? "It is reached."
            : open.steps().stream()
                .map(step -> step.id() + by(step) + ": " + step.text())
                .collect(Collectors.joining(" "));
    return steps
        + provisions().entrySet().stream()
            .map(entry -> " Switches: " + entry.getKey() + ", " + entry.getValue())
            .collect(Collectors.joining("."));
  }

  @Override
  public String svg(int width, String prefix) {
    SvgCanvas canvas = Frame.begin(this, width, prefix);
    double[] used = graph(width >= TOGETHER).draw(canvas, width, Frame.top(this, width), false);
    return canvas.finish(used[0], used[1], title(), description());
  }

  private BoxGraph graph(boolean apart) {
    BoxGraph graph = new BoxGraph();
    for (OpenStep step : open.steps()) {
      graph.box(step.key(), box(step));
    }
    for (OpenStep step : open.steps()) {
      step.needs().forEach(need -> graph.link(need, step.key(), "", false));
    }
    String last = open.isReached() ? REACHED : open.steps().get(open.steps().size() - 1).key();
    if (open.isReached()) {
      String status =
          agreement.statusOn(open.date(), false).map(Wording::of).orElse("no status known");
      graph.box(REACHED, new BoxGraph.Box("Nothing", "It is " + status, Tint.GREEN, true, false));
    }
    Map<String, String> switches = apart ? provisions() : together();
    switches.forEach(
        (head, body) -> {
          graph.box("switch/" + head, new BoxGraph.Box(head, body, Tint.BLUE, false, false));
          graph.link(last, "switch/" + head, "", false);
        });
    return graph;
  }

  private BoxGraph.Box box(OpenStep step) {
    boolean goal =
        step.agreement().equals(open.agreement())
            && step.status().filter(status -> status == open.target()).isPresent();
    boolean other = !step.agreement().equals(open.agreement());
    return new BoxGraph.Box(
        (other ? step.agreement() + ": " : "") + step.id().replace('_', ' ').replace('-', ' '),
        (step.by().isEmpty() ? "" : String.join(", ", step.by()) + ". ") + step.text(),
        goal
            ? Tint.GREEN
            : step.needs().isEmpty()
                ? Tint.RED
                : step.status().isPresent() ? Tint.SAND : Tint.PLAIN,
        goal || step.needs().isEmpty(),
        step.done() == Truth.UNKNOWN && step.status().isEmpty() && !step.needs().isEmpty());
  }

  private static String by(OpenStep step) {
    return step.by().isEmpty() ? "" : " (" + String.join(", ", step.by()) + ")";
  }

  private Map<String, String> together() {
    Map<String, String> apart = provisions();
    return apart.size() < 2
        ? apart
        : Map.of(
            "switches",
            apart.entrySet().stream()
                .map(entry -> entry.getKey() + ". " + entry.getValue())
                .collect(Collectors.joining("\n")));
  }

  /** By what they do and whom they concern: on what. */
  private Map<String, String> provisions() {
    Map<String, List<Provision>> kinds = new LinkedHashMap<>();
    for (Provision provision : agreement.provisions()) {
      kinds
          .computeIfAbsent(
              Wording.of(provision.effect())
                  + (provision.party().isEmpty() ? "" : ": " + words.party(provision.party())),
              key -> new ArrayList<>())
          .add(provision);
    }
    Map<String, String> texts = new LinkedHashMap<>();
    kinds.forEach(
        (kind, all) ->
            texts.put(
                kind,
                all.stream()
                    .map(Provision::summary)
                    .filter(text -> !text.isEmpty())
                    .distinct()
                    .collect(Collectors.joining(" "))));
    return texts;
  }
}
