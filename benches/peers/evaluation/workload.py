"""The workload, number for number as `benches/src/evaluation/data.rs` makes it."""

import numpy as np

PROGRAMS, LEARNERS = 1_000, 40
ROWS, GROUPS = 1_000_000, 1_000


def mix(x):
    """SplitMix64 of Steele, Lea and Flood (2014)."""
    with np.errstate(over="ignore"):
        x = x + np.uint64(0x9E3779B97F4A7C15)
        x = (x ^ (x >> np.uint64(30))) * np.uint64(0xBF58476D1CE4E5B9)
        x = (x ^ (x >> np.uint64(27))) * np.uint64(0x94D049BB133111EB)
        return x ^ (x >> np.uint64(31))


def unit(stream, n):
    """`n` values in 0..1 of a stream."""
    index = np.arange(n, dtype=np.uint64) + np.uint64(stream << 32)
    return (mix(index) >> np.uint64(11)).astype(float) * 2.0**-53


def gains(n):
    """Gains of `n` learners, mean 5, triangular between -7 and 17."""
    return 5.0 + 12.0 * (unit(2, n) + unit(3, n) - 1.0)


def programs():
    """Scores before and after of all programs, one row a program."""
    before = 40.0 + 40.0 * unit(1, PROGRAMS * LEARNERS)
    after = before + gains(PROGRAMS * LEARNERS)
    return before.reshape(PROGRAMS, LEARNERS), after.reshape(PROGRAMS, LEARNERS)


def tied_gains(n):
    """Whole gains between -3 and 5, so with zeros and many ties."""
    return np.floor(9.0 * unit(4, n)) - 3.0


def rows():
    """Group, score before and score after of a million rows."""
    index = np.arange(ROWS, dtype=np.uint64) + np.uint64(5 << 32)
    group = (mix(index) % np.uint64(GROUPS)).astype(np.uint32)
    before = 40.0 + 40.0 * unit(1, ROWS)
    return group, before, before + gains(ROWS)
