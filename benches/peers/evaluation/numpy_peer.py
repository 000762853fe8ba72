"""NumPy by hand: closed forms and counting, as a careful analyst would write them."""

import numpy as np

import workload


def paired_t():
    """t and d_z of all programs, without p-values or intervals."""
    before, after = workload.programs()

    def run():
        d = after - before
        mean, sd = d.mean(axis=1), d.std(axis=1, ddof=1)
        return (mean / (sd / np.sqrt(workload.LEARNERS))).mean()

    return run, 1.0


def signed_rank_ties():
    """Exact null of the midrank sum by counting sign patterns."""
    d = workload.tied_gains(50)

    def run():
        kept = d[d != 0]
        size = np.abs(kept)
        order = np.sort(size)
        doubled = np.searchsorted(order, size, "left") + np.searchsorted(order, size, "right") + 1
        counts = np.zeros(doubled.sum() + 1)
        counts[0] = 1.0
        for rank in doubled:
            counts[rank:] = counts[rank:] + counts[:-rank]
        seen = doubled[kept > 0].sum()
        total = counts.sum()
        tail = min(counts[: seen + 1].sum(), counts[seen:].sum())
        return min(1.0, 2.0 * tail / total)

    return run, 1.0


def grouped_summary():
    """Counts, means and standard deviations of the gains of each group."""
    group, before, after = workload.rows()

    def run():
        n = np.bincount(group, minlength=workload.GROUPS)
        d = after - before
        mean_before = np.bincount(group, before, workload.GROUPS) / n
        mean_after = np.bincount(group, after, workload.GROUPS) / n
        mean = np.bincount(group, d, workload.GROUPS) / n
        left = d - mean[group]
        sd = np.sqrt(np.bincount(group, left * left, workload.GROUPS) / (n - 1))
        return (mean_after - mean_before).mean() + sd.mean()

    return run, 1.0


TASKS = {
    "paired_t_exact_interval": paired_t,
    "signed_rank_ties": signed_rank_ties,
    "grouped_summary": grouped_summary,
}
