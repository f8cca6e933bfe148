package org.araxes.control;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.araxes.evidence.Confidence;
import org.araxes.evidence.Evidence;
import org.araxes.party.Stake;

/**
 * The chain from a party to those that ultimately decide for it: a tree, written from the top down
 * as links that know their depth, so that no length of chain can hurt.
 *
 * @param party id of the party at the foot
 * @param matter on what it decides
 * @param rule whose yes makes it say yes
 * @param links the party first, each followed by those that decide for it, one deeper
 */
public record DecisionChain(String party, Matter matter, ControlRule rule, List<Link> links) {
  /** Copies. */
  public DecisionChain {
    links = List.copyOf(links);
  }

  /**
   * One party of a chain.
   *
   * @param depth how many steps from the foot, which has 0
   * @param party its id
   * @param matter on what it decides here
   * @param by the stakes by which it decides one step below; none where it is only named there
   * @param way in words, how it decides itself; empty where it decides for itself
   * @param decision the stated way of deciding, or empty for the default
   * @param above whether who decides for it was told already, further up in the list
   */
  public record Link(
      int depth,
      String party,
      Matter matter,
      List<Stake> by,
      String way,
      Optional<Decision> decision,
      boolean above) {
    /** Copies. */
    public Link {
      by = List.copyOf(by);
    }

    Link toldAbove() {
      return new Link(depth, party, matter, by, way, decision, true);
    }

    /**
     * Whether nobody decides for this party.
     *
     * @return true if it is an ultimate party
     */
    public boolean ultimate() {
      return way.isEmpty();
    }

    /**
     * What stands behind this link.
     *
     * @return the evidence of its stakes, then of its way of deciding
     */
    public List<Evidence> evidence() {
      List<Evidence> all = new ArrayList<>();
      by.forEach(stake -> all.add(stake.evidence()));
      decision.ifPresent(stated -> all.add(stated.evidence()));
      return List.copyOf(all);
    }

    /** {@code dfc-tripp, 74 % shares [s03, s14; medium]: over 50 % of the votes, by default}. */
    @Override
    public String toString() {
      StringBuilder text = new StringBuilder(party);
      for (Stake stake : by) {
        text.append(", ").append(words(stake)).append(cited(stake.evidence()));
      }
      if (above) {
        return text.append(": as told above").toString();
      }
      if (ultimate()) {
        return text.append(": decides for itself").toString();
      }
      text.append(": ").append(way);
      decision.ifPresent(stated -> text.append(cited(stated.evidence())));
      return text.toString();
    }
  }

  private static String words(Stake stake) {
    String kind = stake.kind().name().toLowerCase(java.util.Locale.ROOT).replace('_', ' ');
    return stake.words() + " " + kind;
  }

  private static String cited(Evidence evidence) {
    return evidence.sources().isEmpty()
        ? ""
        : " ["
            + String.join(", ", evidence.sources())
            + "; "
            + evidence.confidence().name().toLowerCase(java.util.Locale.ROOT)
            + "]";
  }

  /**
   * The ultimate parties of the chain.
   *
   * @return their ids in the order of the links, each once
   */
  public List<String> ultimateParties() {
    return links.stream().filter(Link::ultimate).map(Link::party).distinct().toList();
  }

  /**
   * The weakest confidence of all that the chain rests on.
   *
   * @return the weakest, or {@link Confidence#HIGH} where it rests on nothing
   */
  public Confidence confidence() {
    return links.stream()
        .flatMap(link -> link.evidence().stream())
        .map(Evidence::confidence)
        .reduce(Confidence.HIGH, Confidence::and);
  }

  /**
   * The chain as text, two blanks a step.
   *
   * @return one line a link
   */
  public List<String> lines() {
    return links.stream().map(link -> "  ".repeat(link.depth()) + link).toList();
  }

  /** The lines, one below the other. */
  @Override
  public String toString() {
    return lines().stream().collect(Collectors.joining("\n"));
  }
}
