package org.araxes.answer;

import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BooleanSupplier;
import java.util.function.IntConsumer;

/**
 * Does numbered pieces of work on the asking thread and on an executor's.
 *
 * <p>The asking thread works too and waits only for pieces that somebody has begun, so an executor
 * that is busy or takes no more tasks slows the work down and never stops it.
 */
public final class Parallel {
  private final Optional<Executor> executor;
  private final BooleanSupplier stop;
  private final IntConsumer told;

  /**
   * Makes one.
   *
   * @param executor who helps, or empty
   * @param stop asked before each piece, on any thread; true ends the work
   * @param told hears on the asking thread how many pieces have been begun
   */
  public Parallel(Optional<Executor> executor, BooleanSupplier stop, IntConsumer told) {
    this.executor = executor;
    this.stop = stop;
    this.told = told;
  }

  /**
   * Does the work.
   *
   * @param pieces how many
   * @param work does one piece, on any thread
   * @return how many pieces were done, all those before the first that was not
   */
  public int run(int pieces, IntConsumer work) {
    Job job = new Job(pieces, work);
    if (executor.isPresent() && pieces > 1) {
      int helpers = Math.max(1, Math.min(pieces, Runtime.getRuntime().availableProcessors()) - 1);
      try {
        for (int i = 0; i < helpers; i++) {
          executor.get().execute(job);
        }
      } catch (RejectedExecutionException full) {
        told.accept(0); // the asking thread does what nobody else takes
      }
    }
    job.run();
    return job.end();
  }

  private final class Job implements Runnable {
    private final int pieces;
    private final IntConsumer work;
    private final boolean[] done;
    private final AtomicInteger next = new AtomicInteger();
    private final Semaphore finished = new Semaphore(0);
    private final Queue<RuntimeException> failures = new ConcurrentLinkedQueue<>();
    private final Thread asking = Thread.currentThread();

    Job(int pieces, IntConsumer work) {
      this.pieces = pieces;
      this.work = work;
      done = new boolean[pieces];
    }

    @Override
    public void run() {
      while (failures.isEmpty() && !stop.getAsBoolean()) {
        int piece = next.getAndIncrement();
        if (piece >= pieces) {
          return;
        }
        try {
          if (Thread.currentThread() == asking) {
            told.accept(piece);
          }
          work.accept(piece);
          done[piece] = true;
        } catch (RuntimeException wrong) {
          failures.add(wrong);
        } finally {
          finished.release();
        }
      }
    }

    /** Lets nobody begin another piece, and waits for those that are begun. */
    int end() {
      int begun = Math.min(pieces, next.getAndSet(Integer.MAX_VALUE / 2));
      finished.acquireUninterruptibly(begun);
      for (RuntimeException wrong : failures) {
        throw wrong;
      }
      int all = 0;
      while (all < pieces && done[all]) {
        all++;
      }
      return all;
    }
  }
}
