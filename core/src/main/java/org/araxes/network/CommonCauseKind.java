package org.araxes.network;

/** What sort of event takes several things out together. */
public enum CommonCauseKind {
  /** A closing that is answered with others. */
  RETALIATION,
  /** A party withholds its consent in several places. */
  REFUSAL,
  /** An agreement ends or rests, and with it what stood under it. */
  LAPSE,
  /** War, an attack, or the fear of one. */
  SECURITY,
  /** A disease, or measures against it. */
  EPIDEMIC,
  /** High water. */
  FLOOD,
  /** Snow, ice, storm, landslides. */
  WEATHER,
  /** An earthquake. */
  EARTHQUAKE,
  /** Building or repair works. */
  WORKS,
  /** An accident. */
  ACCIDENT,
  /** Power or a computer system fails. */
  OUTAGE,
  /** Anything else, told in the note. */
  OTHER
}
