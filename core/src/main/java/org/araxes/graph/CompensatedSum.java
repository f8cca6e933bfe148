package org.araxes.graph;

/** A sum that carries what each addition rounds off: Neumaier (1974), ZAMM 54, 39–51. */
final class CompensatedSum {
  private double sum;
  private double rest;

  void add(double term) {
    double next = sum + term;
    rest += Math.abs(sum) >= Math.abs(term) ? (sum - next) + term : (term - next) + sum;
    sum = next;
  }

  double value() {
    return sum + rest;
  }
}
