package org.araxes.network;

import java.util.Collection;
import java.util.Collections;
import java.util.SortedSet;
import java.util.TreeSet;
import org.araxes.agreement.LegalThreshold;

/**
 * On which terms a question is asked.
 *
 * @param plans whether plans count as facts from their day on
 * @param doubt what to do with what nobody knows
 * @param threshold from which legal status on an agreement binds
 * @param assumptions what to reckon with where the data say nothing
 * @param hopedFor ids of elements of which hope is taken whatever the doubt, in order
 */
public record Terms(
    boolean plans,
    Doubt doubt,
    LegalThreshold threshold,
    Assumptions assumptions,
    SortedSet<String> hopedFor) {
  /** Facts alone, cautiously, under agreements in force, with the default assumptions. */
  public static final Terms DEFAULT =
      new Terms(false, Doubt.CAUTIOUS, LegalThreshold.IN_FORCE, Assumptions.DEFAULT);

  /** Copies. */
  public Terms {
    hopedFor = Collections.unmodifiableSortedSet(new TreeSet<>(hopedFor));
  }

  /**
   * Terms that hope for no element in particular.
   *
   * @param plans whether plans count as facts from their day on
   * @param doubt what to do with what nobody knows
   * @param threshold from which legal status on an agreement binds
   * @param assumptions what to reckon with where the data say nothing
   */
  public Terms(boolean plans, Doubt doubt, LegalThreshold threshold, Assumptions assumptions) {
    this(plans, doubt, threshold, assumptions, new TreeSet<>());
  }

  /**
   * The same with plans counted or not.
   *
   * @param value whether plans count
   * @return the terms
   */
  public Terms withPlans(boolean value) {
    return new Terms(value, doubt, threshold, assumptions, hopedFor);
  }

  /**
   * The same with another treatment of the unknown.
   *
   * @param value what to do
   * @return the terms
   */
  public Terms withDoubt(Doubt value) {
    return new Terms(plans, value, threshold, assumptions, hopedFor);
  }

  /**
   * The same with another legal threshold.
   *
   * @param value from which status on
   * @return the terms
   */
  public Terms withThreshold(LegalThreshold value) {
    return new Terms(plans, doubt, value, assumptions, hopedFor);
  }

  /**
   * The same with other assumptions.
   *
   * @param value the assumptions
   * @return the terms
   */
  public Terms withAssumptions(Assumptions value) {
    return new Terms(plans, doubt, threshold, value, hopedFor);
  }

  /**
   * The same, taking as open what nobody knows of some elements.
   *
   * @param elements ids of edges and crossings
   * @return the terms
   */
  public Terms hopingFor(Collection<String> elements) {
    return new Terms(plans, doubt, threshold, assumptions, new TreeSet<>(elements));
  }

  /**
   * Whether what nobody knows of an element is taken as open.
   *
   * @param element id of an edge or crossing
   * @return true if so
   */
  public boolean hopes(String element) {
    return doubt == Doubt.HOPEFUL || hopedFor.contains(element);
  }
}
