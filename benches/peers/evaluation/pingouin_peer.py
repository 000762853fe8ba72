"""pingouin: t test with effect size, and the Bayes factor."""

import numpy as np
import pingouin

import workload

# A call takes milliseconds: a part of the programs stands for all.
PART = 100


def paired_t():
    """`ttest` of pairs: t, interval of the mean, an effect size without an interval, a Bayes factor."""
    before, after = workload.programs()

    def run():
        return sum(float(pingouin.ttest(y, x, paired=True)["T"].iloc[0]) for x, y in zip(before[:PART], after[:PART])) / PART

    return run, workload.PROGRAMS / PART


def bayes_factor():
    """JZS Bayes factors of a hundred t statistics."""
    before, after = workload.programs()
    d = (after - before)[:100]
    t = d.mean(axis=1) / (d.std(axis=1, ddof=1) / np.sqrt(workload.LEARNERS))

    def run():
        return sum(np.log(float(pingouin.bayesfactor_ttest(v, workload.LEARNERS, paired=True))) for v in t) / len(t)

    return run, 1.0


TASKS = {"paired_t_exact_interval": paired_t, "bayes_factor": bayes_factor}
