package org.araxes.connectivity;

import org.araxes.network.Topology;

/** By what one way is better than another. */
public enum Weight {
  /** Time, borders and changes of mode or gauge included. */
  TIME {
    @Override
    double[] of(Topology topology) {
      return topology.seconds();
    }
  },
  /** Distance. */
  DISTANCE {
    @Override
    double[] of(Topology topology) {
      return topology.metres();
    }
  },
  /** Money, for the whole movement. */
  MONEY {
    @Override
    double[] of(Topology topology) {
      return topology.usd();
    }
  };

  /** Seconds, metres or US dollars by arc. */
  abstract double[] of(Topology topology);
}
