package org.araxes.scenario;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.araxes.border.Mode;
import org.araxes.border.TrafficClass;
import org.araxes.evidence.Validity;

/**
 * Whom and when something concerns.
 *
 * @param modes which modes; empty is every mode
 * @param classes which classes; empty is every class
 * @param days on which days
 */
record Reach(Set<Mode> modes, Set<TrafficClass> classes, Validity days) {
  /** Whether there is somebody whom both concern on some day. */
  boolean meets(Reach other) {
    return !common(modes, other.modes, Mode.class).isEmpty()
        && !common(classes, other.classes, TrafficClass.class).isEmpty()
        && days.overlaps(other.days);
  }

  /**
   * What is left once another reach is taken out of it.
   *
   * @return parts that share nothing: of other modes, of other classes, of other days; itself where
   *     the two share nothing
   */
  List<Reach> minus(Reach other) {
    if (!meets(other)) {
      return List.of(this);
    }
    Set<Mode> takenModes = common(modes, other.modes, Mode.class);
    Set<TrafficClass> takenClasses = common(classes, other.classes, TrafficClass.class);
    List<Reach> left = new ArrayList<>();
    Set<Mode> otherModes = every(modes, Mode.class);
    otherModes.removeAll(takenModes);
    if (!otherModes.isEmpty()) {
      left.add(new Reach(otherModes, classes, days));
    }
    Set<TrafficClass> otherClasses = every(classes, TrafficClass.class);
    otherClasses.removeAll(takenClasses);
    if (!otherClasses.isEmpty()) {
      left.add(new Reach(takenModes, otherClasses, days));
    }
    for (Validity rest : days.minus(other.days)) {
      left.add(new Reach(takenModes, takenClasses, rest));
    }
    return left;
  }

  private static <E extends Enum<E>> Set<E> common(Set<E> one, Set<E> other, Class<E> type) {
    Set<E> common = every(one, type);
    common.retainAll(every(other, type));
    return common;
  }

  private static <E extends Enum<E>> Set<E> every(Set<E> values, Class<E> type) {
    return values.isEmpty() ? EnumSet.allOf(type) : EnumSet.copyOf(values);
  }
}
