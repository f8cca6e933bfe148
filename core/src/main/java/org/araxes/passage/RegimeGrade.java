package org.araxes.passage;

/**
 * How freely one passes under a regime, from the freest. A way has the grade of its worst part.
 *
 * <p>Own scale of this library, drawn from real instruments. Unlike a {@link Standard} it is one
 * ladder, so it compares; what it leaves out is said by the {@linkplain RegimeVerdict.Reason
 * reasons} that come with it.
 */
public enum RegimeGrade {
  /** Domestic-like: no formality, no foreign control. */
  U0("domestic-like"),
  /**
   * Sealed or privileged: a binding right; no check on site but on reasoned suspicion; no quota, no
   * hours, no charge to the user beyond cost.
   */
  U1("privileged"),
  /**
   * Facilitated: there is a right; one meets a machine or a private front office, or an officer
   * without a stop, and the host decides; open at all hours.
   */
  U2("facilitated"),
  /** Formal: border police and customs as at any border, without discrimination. */
  I1("formal"),
  /** Rationed: quota, permit, hours, limits by flag or residency, refusal at will. */
  I2("rationed"),
  /** Suspended for the class: there may be a right, there is no passage. */
  I3("suspended"),
  /** None: no right, or nothing built. */
  I4("none");

  private final String title;

  RegimeGrade(String title) {
    this.title = title;
  }

  /**
   * What it is called.
   *
   * @return one word or two
   */
  public String title() {
    return title;
  }

  /**
   * Whether it is one of those that can be called unimpeded: U0, U1 and U2.
   *
   * @return true if so
   */
  public boolean isUnimpeded() {
    return compareTo(U2) <= 0;
  }

  /**
   * The worse of two.
   *
   * @param other the other
   * @return this or the other
   */
  public RegimeGrade worse(RegimeGrade other) {
    return compareTo(other) >= 0 ? this : other;
  }
}
