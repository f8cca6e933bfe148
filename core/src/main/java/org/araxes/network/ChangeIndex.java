package org.araxes.network;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.araxes.agreement.Agreement;
import org.araxes.agreement.Provision;
import org.araxes.agreement.Selector;
import org.araxes.border.Crossing;
import org.araxes.border.CrossingFact;
import org.araxes.evidence.Basis;
import org.araxes.evidence.Evidence;
import org.araxes.evidence.Validity;

/**
 * Which elements look different on which side of a day.
 *
 * <p><b>Definition.</b> Every dated fact has at most two days on which it begins or ceases to hold;
 * on each, it touches the elements whose control, impediments or costs may depend on it. Between
 * two days an element looks the same unless a day after the earlier one and up to the later one
 * touches it, or it has seasons or opening hours, which any day may change.
 *
 * <p><b>Cautious.</b> A day of change that none of the facts known here explains touches
 * everything.
 *
 * <p><b>Cost.</b> Made in O(facts + agreements × elements); two days are compared in O(log facts +
 * touched). Immutable.
 */
final class ChangeIndex {
  private final TransitNetwork network;
  private final boolean plans;
  private final TreeMap<LocalDate, Touch> days = new TreeMap<>();
  private final Set<String> everyDay = new HashSet<>();
  private final Map<Selector, Collection<String>> meant = new HashMap<>();

  /** What one day touches. */
  private static final class Touch {
    private final Set<String> elements = new HashSet<>();
    private boolean agreements;
    private boolean everything;
    private boolean structure;
  }

  /**
   * What differs between two days.
   *
   * @param elements ids of the elements that may look different
   * @param agreements whether other agreements or provisions may stand
   * @param everything whether every element may look different: somebody else decides
   * @param structure whether there may be other states to be in: another gauge
   */
  record Touched(Set<String> elements, boolean agreements, boolean everything, boolean structure) {}

  ChangeIndex(TransitNetwork network, boolean plans) {
    this.network = network;
    this.plans = plans;
    Set<String> none = Set.of();
    for (TransitEdge edge : network.edges()) {
      edge.status().changeDates(plans).forEach(day -> touch(day, Set.of(edge.id())));
    }
    for (TransitNode node : network.nodes()) {
      Set<String> around = new HashSet<>(Set.of(node.id()));
      network.edgesAt(node.id()).forEach(edge -> around.add(edge.id()));
      node.status().changeDates(plans).forEach(day -> touch(day, around));
    }
    for (Crossing crossing : network.crossings()) {
      crossing.changeDates(plans).forEach(day -> touch(day, Set.of(crossing.id())));
      for (CrossingFact fact : crossing.facts()) {
        if (fact.conditions().season().isPresent() || fact.hours().isPresent()) {
          everyDay.add(crossing.id());
        }
      }
    }
    network.roles().forEach(r -> touch(r.validity(), r.evidence(), Set.of(r.element())));
    network
        .transhipments()
        .forEach(place -> touch(place.validity(), place.evidence(), Set.of(place.node())));
    network.closures().forEach(c -> touch(c.validity(), c.evidence(), meant(c.where())));
    network.refusals().forEach(r -> touch(r.validity(), r.evidence(), meant(r.where())));
    network.retimings().forEach(r -> touch(r.validity(), Evidence.NONE, meant(r.where())));
    network.repricings().forEach(r -> touch(r.validity(), Evidence.NONE, meant(r.where())));
    // Nobody's way depends on a probability; who asks for one looks it up by date.
    network.survivals().forEach(s -> touch(s.validity(), s.evidence(), none));
    network.commonCauses().forEach(c -> touch(c.validity(), c.evidence(), none));
    Set<String> crossings = new HashSet<>();
    network.crossings().forEach(crossing -> crossings.add(crossing.id()));
    network.quotas().forEach(quota -> touch(quota.validity(), quota.evidence(), crossings));
    network
        .stakes()
        .forEach(s -> touch(s.validity(), s.evidence(), none).forEach(t -> t.everything = true));
    network
        .decisions()
        .forEach(d -> touch(d.validity(), d.evidence(), none).forEach(t -> t.everything = true));
    network
        .refits()
        .forEach(r -> touch(r.validity(), r.evidence(), none).forEach(t -> t.structure = true));
    network.agreements().forEach(this::addAgreement);
    for (LocalDate day : network.datedChanges(plans)) {
      if (!days.containsKey(day)) {
        touch(day, none).everything = true;
      }
    }
    meant.clear();
  }

  private void addAgreement(Agreement agreement) {
    Set<String> elements = new HashSet<>();
    List<Touch> touches = new ArrayList<>();
    for (LocalDate day : agreement.changeDates(plans)) {
      touches.add(touch(day, Set.of()));
    }
    for (Provision provision : agreement.provisions()) {
      elements.addAll(meant(provision.where()));
      touches.addAll(touch(provision.validity(), Evidence.NONE, Set.of()));
    }
    for (Role role : network.roles()) {
      if (role.under().equals(agreement.id())) {
        elements.add(role.element());
      }
    }
    for (Crossing crossing : network.crossings()) {
      if (crossing.facts().stream().anyMatch(fact -> fact.under().equals(agreement.id()))
          || crossing.controls().stream().anyMatch(one -> one.under().equals(agreement.id()))
          || !network.quotas().isEmpty()) { // a quota may rest on an agreement
        elements.add(crossing.id());
      }
    }
    boolean deciding =
        network.stakes().stream().anyMatch(stake -> stake.under().equals(agreement.id()))
            || network.decisions().stream().anyMatch(one -> one.under().equals(agreement.id()));
    for (Touch touch : touches) {
      touch.elements.addAll(elements);
      touch.agreements = true;
      touch.everything |= deciding;
    }
  }

  private Touch touch(LocalDate day, Collection<String> elements) {
    Touch touch = days.computeIfAbsent(day, d -> new Touch());
    touch.elements.addAll(elements);
    return touch;
  }

  private List<Touch> touch(Validity validity, Evidence evidence, Collection<String> elements) {
    return plans || evidence.basis() == Basis.FACT
        ? List.of(touch(validity.from(), elements), touch(validity.to(), elements))
        : List.of();
  }

  private Collection<String> meant(Selector selector) {
    return meant.computeIfAbsent(selector, network::select);
  }

  /** What may look different on two days, in whichever order. */
  Touched between(LocalDate one, LocalDate other) {
    LocalDate earlier = one.isBefore(other) ? one : other;
    LocalDate later = one.isBefore(other) ? other : one;
    Set<String> elements = new HashSet<>(everyDay);
    boolean agreements = false;
    boolean everything = false;
    boolean structure = false;
    for (Touch touch : days.subMap(earlier, false, later, true).values()) {
      elements.addAll(touch.elements);
      agreements |= touch.agreements;
      everything |= touch.everything;
      structure |= touch.structure;
    }
    return new Touched(elements, agreements, everything, structure);
  }
}
