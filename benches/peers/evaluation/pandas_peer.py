"""pandas: a grouped aggregation."""

import pandas as pd

import workload


def grouped_summary():
    """Counts, means and standard deviations of the gains of each group."""
    group, before, after = workload.rows()
    frame = pd.DataFrame({"group": group, "before": before, "after": after})

    def run():
        frame["gain"] = frame["after"] - frame["before"]
        result = frame.groupby("group").agg(
            n=("gain", "size"),
            before=("before", "mean"),
            after=("after", "mean"),
            sd=("gain", "std"),
        )
        return (result["after"] - result["before"]).mean() + result["sd"].mean()

    return run, 1.0


TASKS = {"grouped_summary": grouped_summary}
