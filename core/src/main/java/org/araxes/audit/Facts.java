package org.araxes.audit;

import java.util.ArrayList;
import java.util.List;
import org.araxes.agreement.Agreement;
import org.araxes.agreement.Prerequisite;
import org.araxes.border.Crossing;
import org.araxes.evidence.Evidence;
import org.araxes.evidence.History;
import org.araxes.evidence.Validity;
import org.araxes.network.TransitEdge;
import org.araxes.network.TransitNetwork;
import org.araxes.network.TransitNode;

/** Everything that a network claims, thing by thing, in a fixed order. */
final class Facts {
  private Facts() {}

  /** One thing that is claimed: of what, which, on whose word, for which days. */
  record Fact(String subject, String what, Evidence evidence, Validity validity) {}

  static List<Fact> of(TransitNetwork network) {
    List<Fact> all = new ArrayList<>();
    for (TransitNode node : network.nodes()) {
      all.add(new Fact(node.id(), "node", node.evidence(), Validity.ALWAYS));
      addStatus(node.id(), node.status(), all);
    }
    for (TransitEdge edge : network.edges()) {
      all.add(new Fact(edge.id(), "edge", edge.evidence(), Validity.ALWAYS));
      addStatus(edge.id(), edge.status(), all);
    }
    network
        .territories()
        .forEach(one -> all.add(new Fact(one.id(), "territory", one.evidence(), Validity.ALWAYS)));
    network
        .parties()
        .forEach(one -> all.add(new Fact(one.id(), "party", one.evidence(), Validity.ALWAYS)));
    for (Agreement agreement : network.agreements()) {
      all.add(new Fact(agreement.id(), "agreement", agreement.evidence(), Validity.ALWAYS));
      addStatus(agreement.id(), agreement.status(), all);
      for (Prerequisite first : agreement.prerequisites()) {
        all.add(new Fact(agreement.id(), "prerequisite", first.evidence(), Validity.ALWAYS));
        addStatus(agreement.id(), first.done(), all);
      }
    }
    for (Crossing crossing : network.crossings()) {
      crossing
          .facts()
          .forEach(
              one ->
                  all.add(
                      new Fact(
                          crossing.id(), "state at the border", one.evidence(), one.validity())));
      crossing
          .controls()
          .forEach(
              one -> all.add(new Fact(crossing.id(), "control", one.evidence(), one.validity())));
    }
    Words.roles(network)
        .forEach(one -> all.add(new Fact(one.element(), "role", one.evidence(), one.validity())));
    network
        .stakes()
        .forEach(one -> all.add(new Fact(one.held(), "stake", one.evidence(), one.validity())));
    network
        .decisions()
        .forEach(
            one ->
                all.add(new Fact(one.party(), "way of deciding", one.evidence(), one.validity())));
    network
        .transhipments()
        .forEach(
            one -> all.add(new Fact(one.node(), "transhipment", one.evidence(), one.validity())));
    network
        .quotas()
        .forEach(one -> all.add(new Fact(one.id(), "quota", one.evidence(), one.validity())));
    network
        .commonCauses()
        .forEach(one -> all.add(new Fact(one.id(), "cause", one.evidence(), one.validity())));
    network
        .survivals()
        .forEach(
            one -> all.add(new Fact(one.subject(), "probability", one.evidence(), one.validity())));
    network
        .alternatives()
        .forEach(
            one ->
                all.add(new Fact(one.subject(), "contradiction", one.evidence(), Validity.ALWAYS)));
    return all;
  }

  private static <T> void addStatus(String subject, History<T> history, List<Fact> all) {
    history
        .claims()
        .forEach(claim -> all.add(new Fact(subject, "status", claim.evidence(), claim.validity())));
  }
}
