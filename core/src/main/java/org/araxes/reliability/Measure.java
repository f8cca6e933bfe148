package org.araxes.reliability;

import org.araxes.network.Topology;

/** What a way takes. */
public enum Measure {
  /** Seconds, borders and changes of mode or gauge included. */
  TIME {
    @Override
    double[] of(Topology topology) {
      return topology.seconds();
    }
  },
  /** US dollars for the whole movement. */
  COST {
    @Override
    double[] of(Topology topology) {
      return topology.usd();
    }
  },
  /** Metres. */
  DISTANCE {
    @Override
    double[] of(Topology topology) {
      return topology.metres();
    }
  };

  /** By arc. */
  abstract double[] of(Topology topology);
}
