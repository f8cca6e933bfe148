package org.araxes.leverage;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import org.araxes.graph.KeyDiagram;

/**
 * Counts, from a decision diagram, for how many coalitions of each size a player makes the
 * difference: exactly, however large the numbers.
 *
 * <p><b>Method.</b> When each other player consents with probability q, a player with w(s)
 * coalitions of s others to turn makes the difference with probability Σ w(s) qˢ (1 − q)ⁿ⁻¹⁻ˢ: one
 * pass up and one down the diagram give it for all players (Owen 1972). That is done in the
 * integers modulo a prime for n + 1 values of q; interpolation gives w modulo the prime, and enough
 * primes give w (Chinese remainders).
 *
 * <p><b>Cost.</b> O(n² / 60 · m) steps for n players and m nodes, and O(n³).
 */
final class DiagramSwings {
  private static final int BITS = 61;

  /** The first primes after 2 to the power of {@value #BITS}; others are sought. */
  private static final long[] PRIMES = {
    2_305_843_009_213_693_967L,
    2_305_843_009_213_693_973L,
    2_305_843_009_213_694_009L,
    2_305_843_009_213_694_017L
  };

  private final KeyDiagram diagram;
  private final int players;
  private final BigInteger[][] swings;
  private final BigInteger[] wins;

  DiagramSwings(KeyDiagram diagram) {
    this.diagram = diagram;
    this.players = diagram.levelCount();
    List<long[][]> residues = new ArrayList<>();
    List<BigInteger> primes = new ArrayList<>();
    BigInteger prime = BigInteger.ONE.shiftLeft(BITS);
    for (int bits = 0; bits <= players + 1; bits += BITS) {
      prime =
          primes.size() < PRIMES.length
              ? BigInteger.valueOf(PRIMES[primes.size()])
              : prime.nextProbablePrime();
      primes.add(prime);
      residues.add(modulo(new Residues(prime.longValueExact())));
    }
    BigInteger product = primes.stream().reduce(BigInteger.ONE, BigInteger::multiply);
    List<BigInteger> parts = new ArrayList<>();
    for (BigInteger one : primes) {
      BigInteger others = product.divide(one);
      parts.add(others.multiply(others.modInverse(one)));
    }
    swings = new BigInteger[players][];
    for (int level = 0; level < players; level++) {
      swings[level] = together(level, players, residues, parts, product);
    }
    wins = together(players, players + 1, residues, parts, product);
  }

  /** How many steps the counting would take. */
  static double effort(KeyDiagram diagram) {
    double players = diagram.levelCount();
    return (players + 1) * (players / BITS + 1) * diagram.size() + players * players * players;
  }

  private static BigInteger[] together(
      int row, int length, List<long[][]> residues, List<BigInteger> parts, BigInteger product) {
    BigInteger[] counts = new BigInteger[length];
    for (int s = 0; s < length; s++) {
      BigInteger sum = BigInteger.ZERO;
      for (int p = 0; p < parts.size(); p++) {
        sum = sum.add(parts.get(p).multiply(BigInteger.valueOf(residues.get(p)[row][s])));
      }
      counts[s] = sum.mod(product);
    }
    return counts;
  }

  /** By number of others who consent: how many coalitions the player of a level turns. */
  BigInteger[] swings(int level) {
    return swings[level];
  }

  /** By size: how many coalitions win. */
  BigInteger[] wins() {
    return wins;
  }

  /** The counts modulo a prime, by level and size; the last row is of all that win. */
  private long[][] modulo(Residues field) {
    int points = players + 1;
    long[] ratios = new long[points];
    long[][] values = new long[players + 1][points];
    for (int point = 0; point < points; point++) {
      // q = 0 and q = 1 are left out: nothing can be divided by 1 − q there.
      long q = field.of(point + 2);
      long without = field.minus(field.one(), q);
      long scale = field.inverse(without);
      ratios[point] = field.times(q, scale);
      long[] turns = pass(field, q);
      long toPlayers = field.power(scale, players);
      long toOthers = players == 0 ? field.one() : field.power(scale, players - 1);
      for (int level = 0; level < players; level++) {
        values[level][point] = field.times(turns[level], toOthers);
      }
      values[players][point] = field.times(turns[players], toPlayers);
    }
    long[][] basis = basis(field, ratios);
    long[][] counts = new long[players + 1][points];
    for (int row = 0; row <= players; row++) {
      for (int s = 0; s < points; s++) {
        long sum = 0;
        for (int point = 0; point < points; point++) {
          sum = field.plus(sum, field.times(values[row][point], basis[point][s]));
        }
        counts[row][s] = field.plain(sum);
      }
    }
    return counts;
  }

  /** For each level the chance that its player makes the difference; last that the rest wins. */
  private long[] pass(Residues field, long q) {
    int size = diagram.size();
    long[] up = new long[size];
    up[KeyDiagram.YES] = field.one();
    for (int node = 2; node < size; node++) {
      long low = up[diagram.low(node)];
      up[node] = field.plus(low, field.times(q, field.minus(up[diagram.high(node)], low)));
    }
    long[] down = new long[size];
    down[diagram.root()] = field.one();
    long[] turns = new long[players + 1];
    turns[players] = up[diagram.root()];
    for (int node = size - 1; node >= 2; node--) {
      int low = diagram.low(node);
      int high = diagram.high(node);
      int level = diagram.level(node);
      turns[level] =
          field.plus(turns[level], field.times(down[node], field.minus(up[high], up[low])));
      long on = field.times(down[node], q);
      down[low] = field.plus(down[low], field.minus(down[node], on));
      down[high] = field.plus(down[high], on);
    }
    return turns;
  }

  /** The coefficients of the polynomials that are 1 at one point and 0 at all others. */
  private static long[][] basis(Residues field, long[] points) {
    int count = points.length;
    long[] master = new long[count + 1];
    master[0] = field.one();
    for (int i = 0; i < count; i++) {
      for (int s = i + 1; s > 0; s--) {
        master[s] = field.minus(master[s - 1], field.times(points[i], master[s]));
      }
      master[0] = field.minus(0, field.times(points[i], master[0]));
    }
    long[][] basis = new long[count][count];
    for (int i = 0; i < count; i++) {
      long carry = 0;
      long slope = 0;
      for (int s = count - 1; s >= 0; s--) {
        carry = field.plus(master[s + 1], field.times(points[i], carry));
        basis[i][s] = carry;
      }
      for (int s = count - 1; s >= 0; s--) {
        slope = field.plus(basis[i][s], field.times(points[i], slope));
      }
      long scale = field.inverse(slope);
      for (int s = 0; s < count; s++) {
        basis[i][s] = field.times(basis[i][s], scale);
      }
    }
    return basis;
  }

  /** Whole numbers modulo a prime of 62 bits, in the form of Montgomery (1985). */
  private static final class Residues {
    private final long prime;
    private final long inverse;
    private final long square;
    private final long one;

    Residues(long prime) {
      this.prime = prime;
      long guess = prime;
      for (int i = 0; i < 6; i++) {
        guess *= 2 - prime * guess; // doubles the digits that are right
      }
      inverse = -guess;
      BigInteger modulus = BigInteger.valueOf(prime);
      square = BigInteger.ONE.shiftLeft(2 * Long.SIZE).mod(modulus).longValueExact();
      one = BigInteger.ONE.shiftLeft(Long.SIZE).mod(modulus).longValueExact();
    }

    long one() {
      return one;
    }

    long of(long number) {
      return times(number, square);
    }

    long plain(long residue) {
      return times(residue, 1);
    }

    long plus(long a, long b) {
      long sum = a + b;
      return sum >= prime ? sum - prime : sum;
    }

    long minus(long a, long b) {
      long rest = a - b;
      return rest < 0 ? rest + prime : rest;
    }

    long times(long a, long b) {
      long low = a * b;
      long factor = low * inverse;
      long carried = Math.multiplyHigh(factor, prime) + ((factor >> (Long.SIZE - 1)) & prime);
      long high = Math.multiplyHigh(a, b) + carried + (low == 0 ? 0 : 1);
      return high >= prime ? high - prime : high;
    }

    long power(long base, long exponent) {
      long result = one;
      long power = base;
      for (long left = exponent; left > 0; left >>= 1) {
        if ((left & 1) != 0) {
          result = times(result, power);
        }
        power = times(power, power);
      }
      return result;
    }

    long inverse(long residue) {
      return power(residue, prime - 2);
    }
  }
}
