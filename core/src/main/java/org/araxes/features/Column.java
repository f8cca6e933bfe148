package org.araxes.features;

import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.araxes.border.Effect;
import org.araxes.border.Impediment;
import org.araxes.border.Jurisdictions;
import org.araxes.control.ControlRule;
import org.araxes.evidence.Claim;
import org.araxes.evidence.Evidence;
import org.araxes.evidence.Names;
import org.araxes.evidence.Validity;
import org.araxes.network.Role;
import org.araxes.network.RoleKind;
import org.araxes.network.Status;
import org.jspecify.annotations.Nullable;

/**
 * One attribute: its name, its type, what it means, and how to find it.
 *
 * @param <T> of what kind of thing
 * @param name lower_snake_case
 * @param type a class that GeoTools knows
 * @param meaning one sentence
 * @param value finds it; null where it is not known or does not apply
 */
record Column<T>(String name, Class<?> type, String meaning, Function<T, @Nullable Object> value) {

  static <T> Column<T> text(String name, String meaning, Function<T, @Nullable Object> value) {
    return new Column<>(
        name,
        String.class,
        meaning,
        thing -> {
          Object found = value.apply(thing);
          return found == null || found.toString().isEmpty() ? null : found.toString();
        });
  }

  static <T> Column<T> list(String name, String meaning, Function<T, Collection<?>> value) {
    return text(name, meaning, thing -> joined(value.apply(thing)));
  }

  static <T> Column<T> number(String name, String meaning, Function<T, OptionalDouble> value) {
    return new Column<>(
        name,
        Double.class,
        meaning,
        thing -> {
          OptionalDouble found = value.apply(thing);
          return found.isPresent() ? found.getAsDouble() : null;
        });
  }

  static <T> Column<T> count(String name, String meaning, Function<T, OptionalInt> value) {
    return new Column<>(
        name,
        Integer.class,
        meaning,
        thing -> {
          OptionalInt found = value.apply(thing);
          return found.isPresent() ? found.getAsInt() : null;
        });
  }

  static <T> Column<T> flag(String name, String meaning, Function<T, Boolean> value) {
    return new Column<>(name, Boolean.class, meaning, value::apply);
  }

  static <T> List<Column<T>> named(Function<T, String> id, Function<T, Names> names) {
    return List.of(
        text(
            "element",
            "The id in the network, also the feature's own; ECQL keeps the word id for itself.",
            id::apply),
        text(
            "name",
            "The English name, or else the first by language.",
            thing -> names.apply(thing).in("en", "")),
        text("names", "All names as language=name;language=name.", names::apply));
  }

  static <T> List<Column<T>> standing(Function<T, @Nullable Claim<Status>> claim) {
    return List.of(
        text(
            "status",
            "OPERATIONAL, UNDER_CONSTRUCTION, PLANNED, PROPOSED, DISUSED or DISMANTLED on the day.",
            thing -> {
              Claim<Status> found = claim.apply(thing);
              return found == null ? null : found.value();
            }),
        text(
            "status_since",
            "The first day of that status as 2025-08-08, where there is one.",
            thing -> {
              Claim<Status> found = claim.apply(thing);
              return found == null || found.validity().from().equals(Validity.ALWAYS.from())
                  ? null
                  : found.validity().from();
            }),
        text(
            "status_basis",
            "FACT or PLAN.",
            thing -> {
              Claim<Status> found = claim.apply(thing);
              return found == null ? null : found.evidence().basis();
            }));
  }

  /** One attribute a role: {@code sovereign}, {@code land_owner} … */
  static <T> List<Column<T>> roles(Function<T, List<Role>> roles) {
    return java.util.Arrays.stream(RoleKind.values())
        .map(
            kind ->
                Column.<T>list(
                    kind.name().toLowerCase(Locale.ROOT),
                    "The holders of the role "
                        + kind
                        + " on the day, as stated, before ownership is followed.",
                    thing ->
                        roles.apply(thing).stream()
                            .filter(role -> role.kind() == kind)
                            .map(Role::holder)
                            .distinct()
                            .toList()))
        .toList();
  }

  static <T> List<Column<T>> control(Function<T, ControlRule> rule) {
    return List.of(
        list(
            "veto_parties",
            "The ultimate parties each of whom can shut it alone.",
            thing -> rule.apply(thing).vetoParties()),
        list(
            "parties",
            "All ultimate parties that have a say in it.",
            thing -> rule.apply(thing).parties()),
        text("control", "Whose consent it needs, as a rule.", rule::apply));
  }

  static <T> List<Column<T>> evidence(Function<T, Evidence> evidence) {
    return List.of(
        list("sources", "Ids of the sources.", thing -> evidence.apply(thing).sources()),
        text("confidence", "LOW, MEDIUM or HIGH.", thing -> evidence.apply(thing).confidence()),
        text("note", "What a reader must know.", thing -> evidence.apply(thing).note()));
  }

  /** What a movement meets, by the way in which it meets it. */
  static <T> List<Column<T>> passage(Function<T, Map<String, List<Impediment>>> met) {
    return List.of(
        text(
            "passes",
            "Whether the movement passes: yes, no, or partly (not in every direction or mode).",
            thing -> passes(met.apply(thing))),
        list(
            "impediments",
            "The kinds of what bars, slows or exposes the movement.",
            thing -> kinds(met.apply(thing))),
        list(
            "barred_by",
            "The parties by whose power it is barred, where one is known.",
            thing -> {
              TreeSet<String> by = new TreeSet<>();
              for (List<Impediment> list : met.apply(thing).values()) {
                for (Impediment impediment : list) {
                  if (impediment.effect() == Effect.BARS) {
                    by.addAll(impediment.by());
                  }
                }
              }
              return by;
            }),
        list(
            "barred_ways",
            "The ways that are barred, at a crossing as ROAD AM>AZ, on an edge its mode.",
            thing -> barred(met.apply(thing))));
  }

  private static TreeSet<String> kinds(Map<String, List<Impediment>> met) {
    TreeSet<String> kinds = new TreeSet<>();
    met.values().forEach(list -> list.forEach(found -> kinds.add(found.kind().name())));
    return kinds;
  }

  private static List<String> barred(Map<String, List<Impediment>> met) {
    return new TreeMap<>(met)
        .entrySet().stream()
            .filter(way -> way.getValue().stream().anyMatch(found -> found.effect() == Effect.BARS))
            .map(Map.Entry::getKey)
            .toList();
  }

  private static @Nullable String passes(Map<String, List<Impediment>> met) {
    if (met.isEmpty()) {
      return null;
    }
    int barred = barred(met).size();
    return barred == 0 ? "yes" : barred == met.size() ? "no" : "partly";
  }

  static String joined(Collection<?> values) {
    return values.stream().map(String::valueOf).collect(Collectors.joining("|"));
  }

  static TreeSet<String> statesOf(Collection<String> jurisdictions) {
    return jurisdictions.stream()
        .map(Jurisdictions::stateOf)
        .collect(Collectors.toCollection(TreeSet::new));
  }
}
