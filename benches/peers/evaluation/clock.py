"""CPU seconds of the fastest of several runs."""

import time


def best(run, samples=11, least=0.05):
    """Fastest mean CPU time of a call, and what the call returns."""
    start = time.process_time()
    value = run()
    once = time.process_time() - start
    calls = max(1, int(least / max(once, 1e-7)))
    fastest = once
    for _ in range(samples if once < 2.0 else 3):
        start = time.process_time()
        for _ in range(calls):
            value = run()
        fastest = min(fastest, (time.process_time() - start) / calls)
    return fastest, float(value)
