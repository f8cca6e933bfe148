package org.araxes.graph;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;

/**
 * Paths, the best first, each worked out when it is asked for.
 *
 * <p>It ends when there are no more, or when the question was told to stop; {@link #isTruncated}
 * tells the two apart.
 */
public interface PathIterator extends Iterator<ArcPath> {
  /**
   * Tells whether the search was stopped before it knew all paths.
   *
   * @return true once {@link #hasNext} has said no only because there was no more time or patience
   */
  boolean isTruncated();

  /**
   * Takes the next few.
   *
   * @param count how many at most
   * @return the next paths in their order, fewer if there are no more
   */
  default List<ArcPath> take(int count) {
    List<ArcPath> paths = new ArrayList<>();
    while (paths.size() < count && hasNext()) {
      paths.add(next());
    }
    return List.copyOf(paths);
  }
}
