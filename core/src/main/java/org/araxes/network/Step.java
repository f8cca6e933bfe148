package org.araxes.network;

import java.time.Duration;
import java.util.function.Function;
import org.araxes.border.Mode;
import org.araxes.quantity.Distance;

/** One step of a route: along an edge, over a border, or from one mode or gauge to another. */
public sealed interface Step {
  /**
   * How long it takes.
   *
   * @return the time
   */
  Duration duration();

  /**
   * What it costs the whole movement.
   *
   * @return US dollars
   */
  double usd();

  /**
   * Answers one question of every kind of step.
   *
   * @param leg for a way along an edge
   * @param passing for a border
   * @param transfer for a change of mode or gauge
   * @param <T> what kind of answer
   * @return the answer
   */
  <T> T fold(
      Function<Leg, T> leg, Function<BorderPassing, T> passing, Function<Transfer, T> transfer);

  /**
   * Along an edge.
   *
   * @param edge id of the edge
   * @param from id of the node where it starts
   * @param to id of the node where it ends
   * @param mode by what
   * @param jurisdiction in which
   * @param length how far
   * @param duration how long
   * @param usd at what cost
   */
  record Leg(
      String edge,
      String from,
      String to,
      Mode mode,
      String jurisdiction,
      Distance length,
      Duration duration,
      double usd)
      implements Step {
    @Override
    public <T> T fold(
        Function<Leg, T> leg, Function<BorderPassing, T> passing, Function<Transfer, T> transfer) {
      return leg.apply(this);
    }
  }

  /**
   * Over a border.
   *
   * @param crossing id of the crossing's node
   * @param fromSide jurisdiction it leaves
   * @param toSide jurisdiction it enters
   * @param mode by what
   * @param duration how long waiting for opening hours, in the mean, and clearing take
   * @param usd at what cost
   * @param assumed whether the time is an assumption because the data state none
   */
  record BorderPassing(
      String crossing,
      String fromSide,
      String toSide,
      Mode mode,
      Duration duration,
      double usd,
      boolean assumed)
      implements Step {
    @Override
    public <T> T fold(
        Function<Leg, T> leg, Function<BorderPassing, T> passing, Function<Transfer, T> transfer) {
      return passing.apply(this);
    }
  }

  /**
   * From one mode or gauge to another.
   *
   * @param node id of the node where
   * @param fromMode the mode before
   * @param fromGauge its gauge in millimetres, or 0
   * @param toMode the mode after
   * @param toGauge its gauge in millimetres, or 0
   * @param duration how long
   * @param usd at what cost
   */
  record Transfer(
      String node,
      Mode fromMode,
      int fromGauge,
      Mode toMode,
      int toGauge,
      Duration duration,
      double usd)
      implements Step {
    @Override
    public <T> T fold(
        Function<Leg, T> leg, Function<BorderPassing, T> passing, Function<Transfer, T> transfer) {
      return transfer.apply(this);
    }
  }
}
