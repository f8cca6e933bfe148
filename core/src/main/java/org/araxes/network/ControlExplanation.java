package org.araxes.network;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.araxes.answer.Wording;
import org.araxes.control.ControlRule;
import org.araxes.control.DecisionChain;
import org.araxes.evidence.Confidence;
import org.araxes.evidence.Evidence;

/**
 * Why an element needs whose consent: every role held on it that day, and the chain from each
 * holder to the parties that ultimately decide, with what stands behind each step.
 *
 * @param element id of the node or edge
 * @param side at a crossing, the jurisdiction whose post it is; otherwise empty
 * @param date the day
 * @param rule whose consent it needs: every {@link RoleChain#asked} rule together
 * @param roles the roles in the order of {@link NetworkSnapshot#roles}
 */
public record ControlExplanation(
    String element, String side, LocalDate date, ControlRule rule, List<RoleChain> roles) {
  /** Copies. */
  public ControlExplanation {
    roles = List.copyOf(roles);
  }

  /**
   * One role and who decides for its holder.
   *
   * @param role the role
   * @param asked whether its holder's consent is needed
   * @param reason why not, in words; empty where it is
   * @param chain from the holder to the ultimate parties
   */
  public record RoleChain(Role role, boolean asked, String reason, DecisionChain chain) {
    /**
     * The weakest confidence of the role and of its holder's chain.
     *
     * @return the weakest
     */
    public Confidence confidence() {
      return role.evidence().confidence().and(chain.confidence());
    }

    private String title() {
      StringBuilder text = new StringBuilder();
      text.append(Wording.of(role.kind())).append(": ").append(role.holder());
      if (!role.side().isEmpty()) {
        text.append(" on the side of ").append(role.side());
      }
      text.append(", ").append(Wording.of(role.matter())).append(" matters");
      if (!role.under().isEmpty()) {
        text.append(", under ").append(role.under());
      }
      Evidence evidence = role.evidence();
      if (!evidence.sources().isEmpty()) {
        text.append(" [")
            .append(String.join(", ", evidence.sources()))
            .append("; ")
            .append(Wording.of(evidence.confidence()))
            .append(']');
      }
      if (!asked) {
        text.append(" (not asked: ").append(reason).append(')');
      }
      return text.toString();
    }
  }

  /**
   * The weakest confidence of all that the rule rests on.
   *
   * @return the weakest over the roles that are asked, or {@link Confidence#HIGH} where none is
   */
  public Confidence confidence() {
    return roles.stream()
        .filter(RoleChain::asked)
        .map(RoleChain::confidence)
        .reduce(Confidence.HIGH, Confidence::and);
  }

  /**
   * The explanation as text: the element, below it the roles, below each the chain of its holder.
   *
   * @return the lines, indented by two blanks a step
   */
  public List<String> lines() {
    List<String> lines = new ArrayList<>();
    lines.add(
        element
            + (side.isEmpty() ? "" : " on the side of " + side)
            + " on "
            + date
            + " needs: "
            + rule);
    for (RoleChain one : roles) {
      lines.add("  " + one.title());
      if (one.asked()) {
        one.chain().lines().forEach(line -> lines.add("    " + line));
      }
    }
    return List.copyOf(lines);
  }

  /** The lines, one below the other. */
  @Override
  public String toString() {
    return String.join("\n", lines());
  }
}
