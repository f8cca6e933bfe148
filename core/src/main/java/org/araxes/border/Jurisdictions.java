package org.araxes.border;

import java.util.Collection;

/**
 * Codes of jurisdictions: ISO 3166-1 alpha-2 for a state ({@code AZ}), ISO 3166-2 for a part of it
 * ({@code AZ-NX}).
 */
public final class Jurisdictions {
  private Jurisdictions() {}

  /**
   * The state that a jurisdiction is or belongs to.
   *
   * @param code a state or a part
   * @return the code before the first hyphen
   */
  public static String stateOf(String code) {
    int hyphen = code.indexOf('-');
    return hyphen < 0 ? code : code.substring(0, hyphen);
  }

  /**
   * Whether one code is another or a part of it.
   *
   * @param part for instance {@code AZ-NX}
   * @param whole for instance {@code AZ}
   * @return true if equal or within
   */
  public static boolean within(String part, String whole) {
    return part.equals(whole) || part.startsWith(whole + "-");
  }

  /**
   * Whether there is a code that two lists both mean.
   *
   * @param one codes; none is every code
   * @param other codes; none is every code
   * @return true if one of them names or includes what the other names, or either is empty
   */
  public static boolean meet(Collection<String> one, Collection<String> other) {
    return one.isEmpty()
        || other.isEmpty()
        || one.stream().anyMatch(a -> other.stream().anyMatch(b -> within(a, b) || within(b, a)));
  }
}
