package org.araxes.capacity;

import java.util.Optional;
import org.araxes.quantity.Throughput;

/**
 * What one failure takes away.
 *
 * @param what id of the party, edge or node that fails
 * @param kind as what it fails
 * @param left how much still passes; empty where nothing known limits it
 * @param lost how much less that is; empty where nothing known limited it before
 */
public record Risk(
    String what, RiskKind kind, Optional<Throughput> left, Optional<Throughput> lost) {}
