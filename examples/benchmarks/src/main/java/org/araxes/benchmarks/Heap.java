package org.araxes.benchmarks;

import java.lang.management.ManagementFactory;
import java.lang.management.MemoryMXBean;
import java.lang.ref.Reference;
import java.util.function.Supplier;
import org.openjdk.jmh.annotations.AuxCounters;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;

/**
 * Measures how much heap a thing holds, for rows on memory.
 *
 * <p>A benchmark in the mode of single shots takes this as an argument and calls {@link #measure}
 * once; the table then shows the bytes in the place of the time. Its class is marked
 * {@code @Fork(jvmArgsAppend = Benchmarks.EXACT_HEAP)}.
 */
@State(Scope.Thread)
@AuxCounters(AuxCounters.Type.EVENTS)
public class Heap {
  /** The name under which the bytes reach the table. */
  static final String BYTES = "bytes";

  /** Collections before each look; the second finds what the first one's finalisers let go. */
  private static final int COLLECTIONS = 3;

  /** Bytes for each unit. */
  public double bytes;

  /**
   * Makes a thing and measures the heap that it holds.
   *
   * <p>The heap in use after it was made less the heap in use before, each after full collections:
   * exact to some kilobytes, so the thing should be large.
   *
   * @param make makes the thing, holding on to nothing else
   * @param units by how much to divide, such as its number of edges
   */
  public void measure(Supplier<?> make, double units) {
    long before = used();
    Object thing = make.get();
    try {
      bytes = (used() - before) / units;
    } finally {
      Reference.reachabilityFence(thing);
    }
  }

  private static long used() {
    MemoryMXBean memory = ManagementFactory.getMemoryMXBean();
    for (int i = 0; i < COLLECTIONS; i++) {
      memory.gc();
    }
    return memory.getHeapMemoryUsage().getUsed();
  }
}
