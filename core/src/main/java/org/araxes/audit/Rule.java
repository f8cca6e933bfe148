package org.araxes.audit;

import java.util.stream.Stream;
import org.araxes.answer.Finding;
import org.araxes.network.TransitNetwork;

/**
 * One thing that data should be, and how to tell where they are not.
 *
 * <p>The comment on the class of a rule is its published text: what should be, from where on it is
 * a finding, and how bad that is. A rule keeps no state and may be asked by several threads at
 * once.
 */
public interface Rule {
  /**
   * The code of its findings.
   *
   * @return a stable name in lower_snake_case
   */
  String code();

  /**
   * Looks at a network.
   *
   * @param network the network
   * @return what is found, in any order
   */
  Stream<Finding> check(TransitNetwork network);
}
