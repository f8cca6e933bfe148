package org.araxes.agreement;

import java.time.LocalDate;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.araxes.answer.Finding;
import org.araxes.answer.InvalidDataException;
import org.araxes.answer.Suggestions;
import org.araxes.answer.Truth;
import org.araxes.evidence.Evidence;

/**
 * Which step of which agreement waits for which: what must still happen for one to be in force.
 *
 * <p><b>Definition.</b> The steps are the statuses of each agreement's life cycle and its
 * prerequisites. A status needs the status before it and every prerequisite that comes after that
 * one and not after itself. A prerequisite needs what it names, and the status of another
 * instrument where it asks for one. A step that is done needs nothing any more.
 *
 * <p><b>Answer.</b> Open steps, each after what it needs; what is told first in the data comes
 * first. The same on every run.
 *
 * <p><b>Cost.</b> O(steps + needs) for making the graph and for each question.
 *
 * <p><b>Left out.</b> Alternatives: every step named is needed.
 */
public final class AgreementGraph {
  private final Map<String, Agreement> agreements = new TreeMap<>();

  /** A step, done or not. A status has no prerequisite. */
  private record Node(Agreement agreement, String id, Optional<Prerequisite> step) {
    String key() {
      return agreement.id() + "/" + id;
    }

    Optional<LegalStatus> status() {
      return step.isPresent() ? Optional.empty() : Optional.of(LegalStatus.valueOf(upper(id)));
    }
  }

  private AgreementGraph(Collection<Agreement> given) {
    given.forEach(agreement -> agreements.put(agreement.id(), agreement));
  }

  /**
   * The graph of some agreements.
   *
   * @param agreements all that their prerequisites name among them
   * @return the graph
   * @throws InvalidDataException naming every fault at once, steps that wait for themselves among
   *     them
   */
  public static AgreementGraph of(Collection<Agreement> agreements) {
    List<Finding> faults = faults(agreements);
    if (!faults.isEmpty()) {
      throw new InvalidDataException("The graph of agreements", faults);
    }
    return new AgreementGraph(agreements);
  }

  /**
   * What is wrong with the steps of some agreements: two of one name, one that is not there, and
   * steps that wait for themselves.
   *
   * @param agreements the agreements
   * @return the faults, in order of agreement; none for a sound graph
   */
  public static List<Finding> faults(Collection<Agreement> agreements) {
    AgreementGraph graph = new AgreementGraph(agreements);
    List<Finding> faults = new ArrayList<>();
    for (Agreement agreement : graph.agreements.values()) {
      graph.checkNames(agreement, faults);
    }
    if (faults.isEmpty()) {
      graph.checkCircles(faults);
    }
    return List.copyOf(faults);
  }

  private void checkNames(Agreement agreement, List<Finding> faults) {
    Set<String> seen = new HashSet<>();
    for (int i = 0; i < agreement.prerequisites().size(); i++) {
      Prerequisite step = agreement.prerequisites().get(i);
      String id = idOf(step, i);
      boolean status = List.of(LegalStatus.values()).stream().anyMatch(s -> s.code().equals(id));
      if (!seen.add(id) || status) {
        faults.add(
            Finding.error(
                "duplicate_id",
                agreement.id(),
                status
                    ? "A step has the name of a status, \"" + id + "\""
                    : "Two steps \"" + id + "\""));
      }
      for (String need : step.needs()) {
        if (find(agreement, need).isEmpty()) {
          TreeSet<String> known = new TreeSet<>();
          agreement.prerequisites().forEach(other -> known.add(other.id()));
          faults.add(
              Finding.error(
                  "unknown_step",
                  agreement.id(),
                  "Step \""
                      + id
                      + "\" needs no step \""
                      + need
                      + "\"."
                      + Suggestions.maybe(need, known)));
        }
      }
      if (!step.agreement().isEmpty() && !agreements.containsKey(step.agreement())) {
        faults.add(
            Finding.error(
                "unknown_agreement",
                agreement.id(),
                "No agreement \""
                    + step.agreement()
                    + "\"."
                    + Suggestions.maybe(step.agreement(), agreements.keySet())));
      }
    }
  }

  private void checkCircles(List<Finding> faults) {
    Set<String> finished = new HashSet<>();
    for (Agreement agreement : agreements.values()) {
      for (LegalStatus status : LegalStatus.values()) {
        Walk walk = new Walk(node -> needs(node), finished);
        walk.from(statusNode(agreement, status));
        for (List<String> circle : walk.circles) {
          faults.add(
              Finding.error(
                  "circular_steps",
                  agreement.id(),
                  "Each of these waits for the next: " + String.join(", ", circle)));
        }
      }
    }
  }

  /** A walk through what is needed, depth first, with a stack of its own. */
  private static final class Walk {
    private final java.util.function.Function<Node, List<Node>> needs;
    private final Set<String> finished;
    private final List<List<String>> circles = new ArrayList<>();

    /** Every step met, after what it needs. */
    private final Map<String, Node> met = new LinkedHashMap<>();

    private record Visit(Node node, Deque<Node> left) {}

    Walk(java.util.function.Function<Node, List<Node>> needs, Set<String> finished) {
      this.needs = needs;
      this.finished = finished;
    }

    void from(Node start) {
      Deque<Visit> path = new ArrayDeque<>();
      Set<String> open = new HashSet<>();
      enter(start, path, open);
      while (!path.isEmpty()) {
        Visit visit = path.element();
        if (visit.left().isEmpty()) {
          path.remove();
          open.remove(visit.node().key());
          finished.add(visit.node().key());
          met.put(visit.node().key(), visit.node());
          continue;
        }
        Node next = visit.left().remove();
        if (open.contains(next.key())) {
          circles.add(circle(path, next));
        } else {
          enter(next, path, open);
        }
      }
    }

    private void enter(Node node, Deque<Visit> path, Set<String> open) {
      if (!finished.contains(node.key())) {
        open.add(node.key());
        path.push(new Visit(node, new ArrayDeque<>(needs.apply(node))));
      }
    }

    private static List<String> circle(Deque<Visit> path, Node again) {
      List<String> circle = new ArrayList<>();
      for (Visit visit : path) {
        circle.add(0, visit.node().key());
        if (visit.node().key().equals(again.key())) {
          break;
        }
      }
      return circle;
    }
  }

  /**
   * What must still happen for an agreement to reach a status, on the facts of a day.
   *
   * @param agreement its id
   * @param target the status to be reached
   * @param date the day
   * @return the open steps
   * @throws IllegalArgumentException when there is no such agreement
   */
  public Outstanding outstanding(String agreement, LegalStatus target, LocalDate date) {
    return outstanding(agreement, target, date, false);
  }

  /**
   * What must still happen for an agreement to reach a status.
   *
   * @param agreement its id
   * @param target the status to be reached
   * @param date the day
   * @param plans whether plans count as done from their day on
   * @return the open steps
   * @throws IllegalArgumentException when there is no such agreement
   */
  public Outstanding outstanding(
      String agreement, LegalStatus target, LocalDate date, boolean plans) {
    Agreement wanted = agreements.get(agreement);
    if (wanted == null) {
      throw new IllegalArgumentException(
          "No agreement \""
              + agreement
              + "\" among the "
              + agreements.size()
              + " of this graph."
              + Suggestions.maybe(agreement, agreements.keySet()));
    }
    Node goal = statusNode(wanted, target);
    if (done(goal, date, plans) == Truth.YES) {
      return new Outstanding(agreement, target, date, List.of());
    }
    Map<String, List<Node>> open = new HashMap<>();
    Walk walk =
        new Walk(
            node ->
                open.computeIfAbsent(
                    node.key(),
                    key ->
                        needs(node).stream()
                            .filter(need -> done(need, date, plans) != Truth.YES)
                            .toList()),
            new HashSet<>());
    walk.from(goal);
    List<OpenStep> steps = new ArrayList<>();
    for (Node node : walk.met.values()) {
      List<String> needs =
          open.getOrDefault(node.key(), List.of()).stream().map(Node::key).toList();
      steps.add(
          new OpenStep(
              node.agreement().id(),
              node.id(),
              node.status(),
              node.step().map(Prerequisite::text).orElseGet(() -> words(node)),
              done(node, date, plans),
              needs,
              node.step()
                  .map(Prerequisite::by)
                  .orElseGet(() -> new TreeSet<>(node.agreement().parties())),
              node.step().map(Prerequisite::evidence).orElse(Evidence.NONE)));
    }
    return new Outstanding(agreement, target, date, steps);
  }

  private static String words(Node node) {
    return node.agreement().names().in("en", node.agreement().id())
        + " is "
        + node.id().replace('_', ' ');
  }

  private Truth done(Node node, LocalDate date, boolean plans) {
    if (node.step().isEmpty()) {
      LegalStatus wanted = node.status().orElseThrow();
      return Truth.of(
          node.agreement().statusOn(date, plans).map(has -> has.reaches(wanted)).orElse(false));
    }
    Prerequisite step = node.step().get();
    Truth claimed = step.claimedOn(date, plans);
    if (claimed == Truth.UNKNOWN && !step.agreement().isEmpty() && step.status().isPresent()) {
      return done(
          statusNode(other(step), step.status().get()), date, plans); // a status: one step deep
    }
    return claimed;
  }

  private List<Node> needs(Node node) {
    return node.step().isPresent()
        ? needs(node.agreement(), node.step().get())
        : needs(node.agreement(), node.status().orElseThrow());
  }

  private List<Node> needs(Agreement agreement, Prerequisite step) {
    List<Node> needs = new ArrayList<>();
    step.needs().forEach(need -> find(agreement, need).ifPresent(needs::add));
    if (!step.agreement().isEmpty() && step.status().isPresent()) {
      needs.add(statusNode(other(step), step.status().get()));
    }
    return needs;
  }

  private List<Node> needs(Agreement agreement, LegalStatus status) {
    List<Node> needs = new ArrayList<>();
    if (status.compareTo(LegalStatus.IN_FORCE) > 0) {
      return needs;
    }
    Optional<LegalStatus> earlier =
        agreement.lifeCycle().stream()
            .filter(one -> one.compareTo(status) < 0)
            .reduce((first, second) -> second);
    earlier.ifPresent(before -> needs.add(statusNode(agreement, before)));
    for (int i = 0; i < agreement.prerequisites().size(); i++) {
      Prerequisite step = agreement.prerequisites().get(i);
      boolean after = earlier.map(one -> step.before().compareTo(one) > 0).orElse(true);
      if (after && step.before().compareTo(status) <= 0) {
        needs.add(new Node(agreement, idOf(step, i), Optional.of(step)));
      }
    }
    return needs;
  }

  private Agreement other(Prerequisite step) {
    Agreement other = agreements.get(step.agreement());
    if (other == null) {
      throw new IllegalArgumentException("No agreement \"" + step.agreement() + "\"");
    }
    return other;
  }

  private static Node statusNode(Agreement agreement, LegalStatus status) {
    return new Node(agreement, status.code(), Optional.empty());
  }

  private Optional<Node> find(Agreement agreement, String need) {
    int slash = need.indexOf('/');
    Agreement whose = slash < 0 ? agreement : agreements.get(need.substring(0, slash));
    if (whose == null) {
      return Optional.empty();
    }
    String id = need.substring(slash + 1);
    for (LegalStatus status : LegalStatus.values()) {
      if (status.code().equals(id)) {
        return Optional.of(statusNode(whose, status));
      }
    }
    for (int i = 0; i < whose.prerequisites().size(); i++) {
      if (idOf(whose.prerequisites().get(i), i).equals(id)) {
        return Optional.of(new Node(whose, id, Optional.of(whose.prerequisites().get(i))));
      }
    }
    return Optional.empty();
  }

  private static String idOf(Prerequisite step, int position) {
    return step.id().isEmpty() ? "step-" + (position + 1) : step.id();
  }

  private static String upper(String code) {
    return code.toUpperCase(java.util.Locale.ROOT);
  }
}
