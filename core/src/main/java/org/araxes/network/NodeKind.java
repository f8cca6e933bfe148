package org.araxes.network;

/** What sort of place a node is. */
public enum NodeKind {
  /** A city, town or village. */
  CITY,
  /** A railway station. */
  STATION,
  /** A junction of lines or roads. */
  JUNCTION,
  /** A sea or river port. */
  PORT,
  /** An airport. */
  AIRPORT,
  /** A freight terminal. */
  LOGISTICS_TERMINAL,
  /** An electric substation. */
  SUBSTATION,
  /** A compressor, pump or metering station. */
  PIPELINE_STATION,
  /** A place on a border with two posts. */
  BORDER_CROSSING,
  /** A place where a flight passes from one airspace into another. */
  AIRSPACE_BOUNDARY
}
