#!/usr/bin/env python3
"""Seeded generator of the needs-scoring workload (see README.md beside it). Needs numpy; parquet also needs polars.

  python3 gen_needs.py --employees 20000 --seed 1 --out data/city [--no-parquet]

Writes little-endian raw columns and, unless told not to, the same rows as parquet.
"""
import argparse
import json
import os

import numpy as np

COMPETENCIES = 40
PER_POSITION = 9
PRESENT = [0.9, 0.8, 0.6, 0.5, 0.4, 0.3]
MAX_AGE = [730, 730, 730, 1825, 365, 365]


def main():
    a = argparse.ArgumentParser()
    a.add_argument("--employees", type=int, default=20000)
    a.add_argument("--seed", type=int, default=1)
    a.add_argument("--out", required=True)
    a.add_argument("--no-parquet", action="store_true")
    args = a.parse_args()
    n, out = args.employees, args.out
    rng = np.random.default_rng(args.seed)
    positions = 200 if n <= 20000 else 1000 if n <= 500000 else 4000
    offices = min(20000, max(40, n // 250))
    os.makedirs(f"{out}/grouped", exist_ok=True)
    os.makedirs(f"{out}/shuffled", exist_ok=True)

    wanted = np.sort(rng.random((positions, COMPETENCIES)).argpartition(PER_POSITION, axis=1)[:, :PER_POSITION], axis=1)
    required = np.zeros((positions, COMPETENCIES), np.float32)
    importance = np.zeros((positions, COMPETENCIES), np.float32)
    rows = np.repeat(np.arange(positions), PER_POSITION)
    required[rows, wanted.ravel()] = 2 + rng.integers(0, 4, rows.size)
    importance[rows, wanted.ravel()] = 1 + rng.integers(0, 5, rows.size)
    position = rng.integers(0, positions, n).astype(np.uint16)
    office = (rng.random(n) ** 2 * offices).astype(np.uint16)
    for name, v in (("position.u16", position), ("office.u16", office), ("required.f32", required), ("importance.f32", importance)):
        v.tofile(f"{out}/{name}")

    parts = []
    for lo in range(0, n, 250000):
        hi = min(n, lo + 250000)
        emp = np.repeat(np.arange(lo, hi, dtype=np.uint32), PER_POSITION)
        comp = wanted[position[lo:hi]].ravel().astype(np.uint16)
        base = 1.5 + 3.0 * rng.random(emp.size)
        cols = []
        for s in range(6):
            times = (rng.random(emp.size) < PRESENT[s]).astype(np.int64)
            if s == 2:
                times *= 1 + rng.integers(0, 3, emp.size)
            i = np.repeat(np.arange(emp.size), times)
            noise = (rng.random((3, i.size)).sum(axis=0) - 1.5) * 1.2
            raw = np.clip(base[i] + noise, 1.0, 5.0)
            level = np.round(raw) if s < 3 else np.round(raw * 100) / 100
            age = rng.integers(0, MAX_AGE[s], i.size)
            cols.append((i, np.full(i.size, s, np.uint8), level.astype(np.float32), age.astype(np.uint16)))
        i = np.concatenate([c[0] for c in cols])
        order = np.argsort(i, kind="stable")
        parts.append((emp[i][order], comp[i][order]) + tuple(np.concatenate([c[k] for c in cols])[order] for k in (1, 2, 3)))
    columns = [np.concatenate([p[k] for p in parts]) for k in range(5)]
    del parts
    names = ["employee.u32", "competency.u16", "source.u8", "level.f32", "age.u16"]
    mix = rng.permutation(columns[0].size)
    frames = {}
    for kind, cols in (("grouped", columns), ("shuffled", [c[mix] for c in columns])):
        for name, c in zip(names, cols):
            c.tofile(f"{out}/{kind}/{name}")
        frames[kind] = cols
    with open(f"{out}/meta.json", "w") as f:
        json.dump({"employees": n, "positions": positions, "offices": offices, "competencies": COMPETENCIES,
                   "rows": int(columns[0].size), "seed": args.seed}, f)
    if not args.no_parquet:
        import polars as pl
        for kind, cols in frames.items():
            pl.DataFrame({k.split(".")[0]: c for k, c in zip(names, cols)}).write_parquet(f"{out}/{kind}.parquet")
        pl.DataFrame({"employee": np.arange(n, dtype=np.uint32), "position": position, "office": office}).write_parquet(f"{out}/employees.parquet")
        p, c = np.nonzero(importance)
        pl.DataFrame({"position": p.astype(np.uint16), "competency": c.astype(np.uint16),
                      "required": required[p, c].astype(np.float64), "importance": importance[p, c].astype(np.float64)}).write_parquet(f"{out}/profile.parquet")
    print(json.dumps({"rows": int(columns[0].size)}))


if __name__ == "__main__":
    main()
