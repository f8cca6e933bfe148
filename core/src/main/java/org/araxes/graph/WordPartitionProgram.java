package org.araxes.graph;

/**
 * The frontier of an undirected graph with one source and one target, where it is narrow enough for
 * a {@link WordPartition}: the same states as those of {@link PartitionProgram}, in one word, and
 * one more for the causes that spared us.
 */
final class WordPartitionProgram extends FrontierProgram {
  private final boolean fallible;
  private final int firstPlace;
  private long state = WordPartition.SINGLES;

  WordPartitionProgram(FrontierNet net, int[] order) {
    super(net, order);
    boolean anyFalls = net.isFallible();
    for (Guard guard : net.vertexGuards) {
      anyFalls |= !guard.isFree();
    }
    fallible = anyFalls;
    firstPlace = WordPartition.firstPlace(fallible);
    ready(places() > 0 ? 2 : 1);
  }

  /** Whether the frontier has room in a word. */
  boolean isNarrow() {
    return fits() && slots() <= WordPartition.PLACES - firstPlace;
  }

  @Override
  void clear() {
    state = WordPartition.SINGLES;
  }

  @Override
  int meet(int slot, int ends, boolean stands) {
    if (ends != 0) {
      state = WordPartition.put(state, firstPlace + slot, block(ends));
      return stands ? GOES_ON : FAILURE;
    }
    if (!stands) {
      state = WordPartition.put(state, firstPlace + slot, WordPartition.FALLEN);
    }
    return GOES_ON;
  }

  private static int block(int ends) {
    return ends == SOURCE ? WordPartition.SOURCE : WordPartition.TARGET;
  }

  @Override
  int join(int tail, int head, boolean oneWay, boolean allMet) {
    int a = WordPartition.block(state, firstPlace + tail);
    int b = WordPartition.block(state, firstPlace + head);
    if (a == b || (fallible && (a == WordPartition.FALLEN || b == WordPartition.FALLEN))) {
      return GOES_ON;
    }
    if ((a | b) == WordPartition.TARGET) {
      return SUCCESS;
    }
    state = WordPartition.merge(state, a, b);
    return GOES_ON;
  }

  @Override
  int finish(int slot, boolean allMet) {
    state = WordPartition.cutOut(state, firstPlace + slot);
    return state == 0 ? FAILURE : GOES_ON;
  }

  @Override
  int settle(int layer) {
    return GOES_ON;
  }

  @Override
  void load(int layer, long[] states, int offset) {
    state = states[offset];
    spared = places() > 0 ? states[offset + 1] : 0;
  }

  @Override
  void store(int layer, long[] into) {
    into[0] = state;
    if (places() > 0) {
      into[1] = spared;
    }
  }
}
