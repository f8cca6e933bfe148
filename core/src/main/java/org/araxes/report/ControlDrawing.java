package org.araxes.report;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.araxes.answer.Wording;
import org.araxes.control.DecisionChain;
import org.araxes.network.ControlExplanation;
import org.araxes.network.TransitNetwork;
import org.araxes.party.Stake;

/**
 * Draws whose consent an element needs: from the element through its roles and their holders, the
 * shares by which others decide for these, and how, to the parties that ultimately decide.
 *
 * <p>Arrows point at what is held or decided. Roles with one holder share a box; a dashed one is
 * not asked. Ultimate parties stand last, with a strong border.
 *
 * <p><b>Limit.</b> 200 boxes; the drawing says how many more there are.
 */
public final class ControlDrawing implements Drawing {
  private static final String ELEMENT = "element";

  private final ControlExplanation why;
  private final Words words;

  private ControlDrawing(ControlExplanation why, Words words) {
    this.why = why;
    this.words = words;
  }

  /**
   * Draws an explanation.
   *
   * @param why the explanation, as {@code network.on(date).explain(element)} gives it
   * @param network where the names come from
   * @return the drawing
   */
  public static ControlDrawing of(ControlExplanation why, TransitNetwork network) {
    return new ControlDrawing(why, new Words(network));
  }

  @Override
  public String title() {
    return "Whose consent "
        + words.element(why.element())
        + (why.side().isEmpty() ? "" : ", on the side of " + words.territory(why.side()))
        + " needs on "
        + why.date();
  }

  /** The explanation in lines, and how sure it is. */
  @Override
  public String description() {
    return String.join(". ", why.lines().stream().map(String::strip).toList())
        + ". Weakest confidence: "
        + Wording.of(why.confidence())
        + ".";
  }

  @Override
  public String svg(int width, String prefix) {
    SvgCanvas canvas = Frame.begin(this, width, prefix);
    double[] used = graph().draw(canvas, width, Frame.top(this, width), true);
    return canvas.finish(used[0], used[1], title(), description());
  }

  private BoxGraph graph() {
    BoxGraph graph = new BoxGraph();
    graph.box(
        ELEMENT,
        new BoxGraph.Box(
            words.element(why.element()), "needs " + why.rule(), Tint.PLAIN, true, false));
    Map<String, List<ControlExplanation.RoleChain>> roles = new LinkedHashMap<>();
    for (ControlExplanation.RoleChain role : why.roles()) {
      roles.computeIfAbsent(key(role), key -> new ArrayList<>()).add(role);
    }
    roles.forEach((key, together) -> role(graph, key, together));
    return graph;
  }

  private static String key(ControlExplanation.RoleChain role) {
    return String.join(
        "/",
        role.role().holder(),
        role.role().side(),
        role.role().matter().name(),
        Boolean.toString(role.asked()),
        role.reason());
  }

  private void role(BoxGraph graph, String key, List<ControlExplanation.RoleChain> together) {
    ControlExplanation.RoleChain any = together.get(0);
    String kinds =
        together.stream()
            .map(role -> Wording.of(role.role().kind()))
            .distinct()
            .collect(Collectors.joining(", "));
    String more =
        any.asked() ? Wording.of(any.role().matter()) + " matters" : "not asked: " + any.reason();
    graph.box(key, new BoxGraph.Box(kinds, more, Tint.SAND, false, !any.asked()));
    graph.link(ELEMENT, key, "", true);
    List<DecisionChain.Link> chain = new ArrayList<>();
    for (DecisionChain.Link link : any.chain().links()) {
      while (chain.size() > link.depth()) {
        chain.remove(chain.size() - 1);
      }
      if (!link.above()) {
        graph.box(key(link), box(link));
      }
      graph.link(
          chain.isEmpty() ? key : key(chain.get(chain.size() - 1)), key(link), shares(link), true);
      chain.add(link);
    }
  }

  private static String key(DecisionChain.Link link) {
    return "party/" + link.party() + "/" + (link.ultimate() && !link.above() ? "" : link.matter());
  }

  private BoxGraph.Box box(DecisionChain.Link link) {
    Optional<String> sources =
        link.decision()
            .map(decision -> String.join(", ", decision.evidence().sources()))
            .filter(text -> !text.isEmpty());
    return new BoxGraph.Box(
        words.party(link.party()),
        link.ultimate()
            ? "decides for itself"
            : link.way() + sources.map(text -> " [" + text + "]").orElse(""),
        link.ultimate() ? Tint.GREEN : Tint.BLUE,
        link.ultimate(),
        false);
  }

  private static String shares(DecisionChain.Link link) {
    return link.by().stream().map(ControlDrawing::share).collect(Collectors.joining(", "));
  }

  private static String share(Stake stake) {
    return stake.exact() ? stake.min().toString() : stake.min() + " to " + stake.max();
  }
}
