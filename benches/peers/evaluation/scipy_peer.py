"""SciPy: one call a program, and vectorised where SciPy is."""

import numpy as np
from scipy import optimize, stats

import workload

# Root finding takes long: a part of the programs stands for all.
PART = 20


def paired_t():
    """`ttest_rel` with its interval, one call a program, without the interval of d_z."""
    before, after = workload.programs()

    def run():
        total = 0.0
        for x, y in zip(before, after):
            result = stats.ttest_rel(y, x)
            result.confidence_interval()
            total += result.statistic
        return total / workload.PROGRAMS

    return run, 1.0


def exact_interval():
    """Interval of d_z from the roots of the noncentral t distribution."""
    before, after = workload.programs()
    d = (after - before)[:PART]
    root = np.sqrt(workload.LEARNERS)
    t = d.mean(axis=1) / (d.std(axis=1, ddof=1) / root)
    df = workload.LEARNERS - 1

    def end(value, p):
        return optimize.brentq(lambda ncp: stats.nct.cdf(value, df, ncp) - p, value - 6, value + 6)

    def run():
        return sum(end(v, 0.975) + end(v, 0.025) for v in t) / root / PART

    return run, workload.PROGRAMS / PART


def bca(n, batch):
    """BCa interval of a mean, 9,999 resamples."""
    sample = workload.gains(n)

    def run():
        result = stats.bootstrap(
            (sample,), np.mean, n_resamples=9_999, method="BCa", batch=batch, rng=np.random.default_rng(1)
        )
        return sum(result.confidence_interval)

    return run, 1.0


def signed_rank_ties():
    """9,999 random sign patterns, because the exact method takes no ties."""
    d = workload.tied_gains(50)
    method = stats.PermutationMethod(n_resamples=9_999, rng=np.random.default_rng(1))
    return (lambda: stats.wilcoxon(d, method=method).pvalue), 1.0


TASKS = {
    "paired_t_exact_interval": paired_t,
    "exact_interval": exact_interval,
    "bca_mean_40": lambda: bca(40, None),
    "bca_mean_10000": lambda: bca(10_000, 500),
    "signed_rank_ties": signed_rank_ties,
}

# These draw random numbers of their own: their values are near ours, never the same.
RANDOM = {"bca_mean_40", "bca_mean_10000", "signed_rank_ties"}
