package org.araxes.network;

import java.util.List;
import org.araxes.evidence.AlternativeClaim;
import org.araxes.evidence.Worldview;

/**
 * A network as a worldview has it: where a more believed source gives another value, that value.
 *
 * @param worldview whom it believes
 * @param network the network with those values
 * @param applied the claims that took the place of others, in the order of the data
 * @param left the claims that this worldview prefers and that could not be applied, each with the
 *     reason, in the order of the data: nothing is passed over in silence
 */
public record SeenNetwork(
    Worldview worldview, TransitNetwork network, List<AlternativeClaim> applied, List<Left> left) {
  /**
   * A claim that could not be applied.
   *
   * @param claim the claim
   * @param reason why not, one sentence
   */
  public record Left(AlternativeClaim claim, String reason) {}

  /** Copies. */
  public SeenNetwork {
    applied = List.copyOf(applied);
    left = List.copyOf(left);
  }

  /**
   * The network, if every claim that this worldview prefers could be applied.
   *
   * @return the network
   * @throws IllegalStateException naming the claims that could not
   */
  public TransitNetwork orThrow() {
    if (!left.isEmpty()) {
      StringBuilder text =
          new StringBuilder(
              left.size() + " claims of worldview " + worldview.id() + " not applied");
      left.forEach(
          one ->
              text.append("\n- ")
                  .append(one.claim().subject())
                  .append(' ')
                  .append(one.claim().attribute())
                  .append(" \"")
                  .append(one.claim().value())
                  .append("\": ")
                  .append(one.reason()));
      throw new IllegalStateException(text.toString());
    }
    return network;
  }
}
