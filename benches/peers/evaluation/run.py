"""Times every peer that is installed; one JSON line a peer and task."""

import importlib
import json
import warnings

import clock

warnings.simplefilter("ignore")
PEERS = ["numpy", "scipy", "pandas", "pingouin"]


def main():
    for peer in PEERS:
        try:
            module = importlib.import_module(f"{peer}_peer")
            version = importlib.import_module(peer).__version__
        except ImportError as error:
            print(json.dumps({"peer": peer, "absent": str(error)}), flush=True)
            continue
        for task, prepare in module.TASKS.items():
            run, share = prepare()
            seconds, check = clock.best(run)
            line = {"peer": peer, "version": version, "task": task, "seconds": seconds * share, "part": 1 / share}
            if task not in getattr(module, "RANDOM", ()):
                line["check"] = check
            print(json.dumps(line), flush=True)


if __name__ == "__main__":
    main()
