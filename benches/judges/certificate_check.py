#!/usr/bin/env python3
"""Checks a bound on city plans: reads the instance and a certificate, recomputes the bound in integers.

  python3 certificate_check.py INSTANCE.json CERT.json

INSTANCE is `training-instance/1`, CERT is `training-certificate/1` (docs/certificate.md). Standard library only; written from
that page, not from any other code. Prints one JSON line. Exit 0: the certificate proves its bound; 1: it does not, the line
says why; 2: a file is malformed. Codes of the certificate are a letter and five digits of the index (P program, O office,
R room), its fund is BUDGET, its money is in rupiah where the instance's is in thousands.
"""
import json
import sys

THOUSAND = 1000


class Malformed(Exception):
    pass


def unique(pairs):
    out = {}
    for key, value in pairs:
        if key in out:
            raise Malformed("key %r twice in an object" % key)
        out[key] = value
    return out


def load(path):
    try:
        with open(path, encoding="utf-8") as f:
            return json.load(f, object_pairs_hook=unique)
    except (OSError, UnicodeDecodeError, ValueError, RecursionError) as e:
        raise Malformed("%s: %s" % (path, e))


def whole(value, what):
    if type(value) is not int:
        raise Malformed("%s is no integer: %r" % (what, value))
    return value


def fields(value, needed, optional, what):
    if type(value) is not dict or not set(needed) <= set(value) <= set(needed) | set(optional):
        raise Malformed("%s needs the fields %s" % (what, ", ".join(needed)))
    return value


class Facts:
    """What the instance allows, its dates forgotten."""

    def __init__(self, d):
        self.d, cal = d, d["calendar"]
        self.per_day = cal["slots_per_day"]
        self.working = [k for k, x in enumerate(cal["days"]) if x["working"]]
        self.set = set(self.working)
        P, E = d["programmes"], d["employees"]
        self.rooms = [self.free(r) for r in d["rooms"]]
        self.instructors = [min(i["max_slots"], self.free(i)) for i in d["instructors"]]
        self.fit = []
        for p in P:
            needs, slots = set(p["needs"]), p["duration_slots"]
            self.fit.append([k for k, r in enumerate(d["rooms"]) if needs <= set(r["features"])
                             and r["capacity"] >= max(1, p["min_batch"]) and self.rooms[k] >= slots])
        self.possible = [p["max_batches"] if self.fit[k] and p["max_batch"] >= max(1, p["min_batch"])
                         and p["max_batch"] * p["max_one_office_permille"] >= 1000 else 0 for k, p in enumerate(P)]
        self.mandatory = sum(1 for _, p, _ in d["demand"] if P[p]["mandatory"])
        claims = {}
        done = [set(e["completed"]) for e in E]
        for e, p, v in d["demand"]:
            if p not in done[e] and not self.set <= set(E[e]["unavailable_days"]):
                claims.setdefault(e, {})[p] = v
        while True:
            self.people = {}
            for e, wants in claims.items():
                wants = {p: v for p, v in wants.items() if self.possible[p] > 0}
                while True:
                    kept = {p: v for p, v in wants.items() if all(q in done[e] or q in wants for q in P[p]["prerequisites"])}
                    if len(kept) == len(wants):
                        break
                    wants = kept
                if wants:
                    self.people[e] = wants
            count = [0] * len(P)
            for wants in self.people.values():
                for p in wants:
                    count[p] += 1
            before = sum(1 for n in self.possible if n > 0)
            self.possible = [min(n, count[k] // max(1, P[k]["min_batch"])) for k, n in enumerate(self.possible)]
            if sum(1 for n in self.possible if n > 0) == before:
                break
        self.done = done
        self.offices()

    def free(self, x):
        return self.per_day * len(self.set.difference(x["unavailable_days"]))

    def offices(self):
        d = self.d
        here = [[0] * len(d["calendar"]["days"]) for _ in d["offices"]]
        size = [0] * len(d["offices"])
        for e in self.people:
            o = d["employees"][e]["office"]
            size[o] += 1
            for k in set(d["employees"][e]["unavailable_days"]):
                here[o][k] -= 1
        staff = [0] * len(d["offices"])
        for e in d["employees"]:
            staff[e["office"]] += 1
        self.release, self.away = [], []
        for o, x in enumerate(d["offices"]):
            cap = min(staff[o], max(1, staff[o] * x["max_away_permille"] // 1000))
            blackout = set(x["blackout_days"])
            open_days = [k for k in self.working if k not in blackout]
            total = sum(min(cap, size[o] + here[o][k]) for k in open_days)
            self.release.append(min(x["release_person_days"], total))
            self.away.append(cap if open_days else 0)

    def per_batch(self, p, o):
        x = self.d["programmes"][p]
        return min(self.away[o], x["max_one_office_permille"] * x["max_batch"] // 1000, x["max_batch"] - max(0, x["min_offices"] - 1))


ROWS = {"seats_at_most": ("program", "session"), "seats_at_least": ("program",), "share": ("program", "unit"),
        "per_batch": ("program", "unit"), "release": ("unit",), "room": ("room",), "teaching": ("program",),
        "experts": ("program",), "fund": ("fund",), "mandatory": ()}


def index(code, letter, count):
    """The index in a code such as P00003; None if there is no such thing."""
    if type(code) is str and len(code) == 6 and code[0] == letter and code[1:].isascii() and code[1:].isdigit():
        number = int(code[1:])
        return number if number < count else None
    return None


class Leaf:
    def __init__(self, facts, number, leaf, assumes, wrong):
        d = facts.d
        fields(leaf, (), ("batches", "multipliers"), "leaf %d" % number)
        self.box, self.price = [(0, n) for n in facts.possible], {}
        seen = set()
        for x in leaf.get("batches", []):
            fields(x, ("program", "least", "greatest"), (), "an interval of leaf %d" % number)
            least, greatest = whole(x["least"], "least"), whole(x["greatest"], "greatest")
            p = index(x["program"], "P", len(d["programmes"]))
            if p is None:
                wrong.append("leaf %d: unknown program %s" % (number, x["program"]))
                continue
            if p in seen:
                wrong.append("leaf %d: program %s limited twice" % (number, x["program"]))
            if not 0 <= least <= greatest <= facts.possible[p]:
                wrong.append("leaf %d: program %s cannot have %d to %d batches" % (number, x["program"], least, greatest))
            seen.add(p)
            self.box[p] = (least, greatest)
        for x in leaf.get("multipliers", []):
            fields(x, ("row", "value"), (), "a multiplier of leaf %d" % number)
            key, name, value = self.row(facts, x["row"], assumes), json.dumps(x["row"]), whole(x["value"], "a multiplier")
            if value < 0:
                wrong.append("leaf %d: negative multiplier of %s" % (number, name))
            elif key is None:
                wrong.append("leaf %d: unknown row %s" % (number, name))
            elif key in self.price:
                wrong.append("leaf %d: row %s twice" % (number, name))
            self.price[key] = value

    @staticmethod
    def row(facts, row, assumes):
        if type(row) is not dict or len(row) != 1:
            raise Malformed("a row is an object of one name: %r" % (row,))
        kind, inner = next(iter(row.items()))
        if kind not in ROWS:
            raise Malformed("there is no row %r" % kind)
        fields(inner, ROWS[kind], (), "row " + kind)
        d, key = facts.d, [kind]
        for name in ROWS[kind]:
            if name == "session":
                key.append(1 if inner[name] == 1 else None)
            elif name == "fund":
                key.append(0 if inner[name] == "BUDGET" else None)
            else:
                letter, all_of = {"program": ("P", "programmes"), "unit": ("O", "offices"), "room": ("R", "rooms")}[name]
                key.append(index(inner[name], letter, len(d[all_of])))
        if None in key or kind == "mandatory" and not assumes:
            return None
        return tuple(key)

    def get(self, *key):
        return self.price.get(key, 0)

    def bound(self, facts, one, points, required):
        """The greatest sum of points of any plan of this part, in units of 1 / one."""
        d, get, money = facts.d, self.get, self.get("fund", 0)
        total = money * d["budget"] * THOUSAND - get("mandatory") * required
        total += sum(get("release", o) * r for o, r in enumerate(facts.release))
        total += sum(get("room", k) * s for k, s in enumerate(facts.rooms))
        share, local = {}, {}
        for key, value in self.price.items():
            if key[0] == "share":
                share[key[1]] = share.get(key[1], 0) + value
                local[key[2], key[1]] = local.get((key[2], key[1]), 0) + 1000 * value
            elif key[0] == "per_batch":
                local[key[2], key[1]] = local.get((key[2], key[1]), 0) + value
        for p in range(len(d["programmes"])):
            least, greatest = self.box[p]
            if greatest > 0:
                each = self.batch(facts, p, money)
                total += each * (greatest if each > 0 else least)
        for k, x in enumerate(d["instructors"]):
            best = max([get("teaching", p) - money * x["slot_cost"] * THOUSAND for p in set(x["programmes"])], default=0)
            total += max(0, best) * facts.instructors[k]
        seat = [get("seats_at_most", p, 1) - get("seats_at_least", p) + money * x["seat_cost"] * THOUSAND
                - x["max_one_office_permille"] * share.get(p, 0) for p, x in enumerate(d["programmes"])]
        return total + self.everybody(facts, seat, local, one, points)

    def batch(self, facts, p, money):
        get, x = self.get, facts.d["programmes"][p]
        slots, most, rooms = x["duration_slots"], get("seats_at_most", p, 1), facts.d["rooms"]
        best = max(min(x["max_batch"], rooms[k]["capacity"]) * most - get("room", k) * slots
                   - money * rooms[k]["slot_cost"] * THOUSAND * slots for k in facts.fit[p])
        best += sum(facts.per_batch(p, key[2]) * v for key, v in self.price.items() if key[0] == "per_batch" and key[1] == p)
        return best - max(1, x["min_batch"]) * get("seats_at_least", p) - money * x["batch_cost"] * THOUSAND - slots * get("teaching", p)

    def everybody(self, facts, seat, local, one, points):
        d, total = facts.d, 0
        P, E = d["programmes"], d["employees"]
        length, before = [p["duration_slots"] for p in P], [p["prerequisites"] for p in P]
        extra = [self.get("mandatory") if p["mandatory"] else 0 for p in P]
        must = [one if p["mandatory"] else 0 for p in P]
        dear = [[seat[p] - extra[p] + local.get((o, p), 0) for p in range(len(P))] for o in range(len(d["offices"]))]
        day = [self.get("release", o) for o in range(len(d["offices"]))]
        for e, wants in facts.people.items():
            x = E[e]
            o, done = x["office"], facts.done[e]
            cost = dear[o]
            gains = {p: (v * one if points == "value" else must[p]) - cost[p] for p, v in wants.items()}
            limit = x["max_training_slots"]
            if limit > facts.per_day * len(facts.working) - facts.per_day * len(x["unavailable_days"]):
                limit = min(limit, facts.free(x))
            total += best_set(gains, limit, day[o], facts.per_day, length, before, done)
        return total


def best_set(gains, limit, day, per_day, length, before, done):
    """The greatest sum of gains less person-days of a set with its prerequisites within the limit of slots; at least 0."""
    if len(gains) > 20:
        return sum(g for g in gains.values() if g > 0)
    tied, plain = set(), []
    for p in gains:
        for q in before[p]:
            if q not in done:
                tied.add(p), tied.add(q)
    states = {0: 0}
    if tied:
        tied = {p for p in tied if gains[p] > 0 or any(p in before[q] for q in tied)}
        states = closed_sets(sorted(tied), gains, limit, length, before, done)
    for p, g in gains.items():
        if g > 0 and p not in tied:
            plain.append((length[p], g))
    for n, g in plain:
        for used, value in list(states.items()):
            more = used + n
            if more <= limit and states.get(more, -1 << 200) < value + g:
                states[more] = value + g
    return max(0, max(value - day * -(-used // per_day) for used, value in states.items()))


def closed_sets(items, gains, limit, length, before, done):
    """Slots used -> the greatest gain, over the sets of these programs that hold their prerequisites."""
    states = {}

    def go(at, chosen, used, gain):
        if at == len(items):
            if all(q in done or q in chosen for p in chosen for q in before[p]):
                if states.get(used, -1 << 200) < gain:
                    states[used] = gain
            return
        go(at + 1, chosen, used, gain)
        p = items[at]
        if used + length[p] <= limit:
            go(at + 1, chosen | {p}, used + length[p], gain + gains[p])
    go(0, frozenset(), 0, 0)
    return states


def covered(box, leaves):
    """Whether the leaves, got by splitting, hold every number of batches of the box."""
    stack = [(box, leaves)]
    while stack:
        box, leaves = stack.pop()
        if any(all(l <= a and b <= h for (a, b), (l, h) in zip(box, leaf)) for leaf in leaves):
            continue
        split = cut_between(box, leaves)
        if split is None:
            return False
        p, cut = split
        for half in (box[p][0], cut), (cut + 1, box[p][1]):
            inside = [f for f in leaves if f[p][0] <= half[1] and f[p][1] >= half[0]]
            stack.append((box[:p] + [half] + box[p + 1:], inside))
    return True


def cut_between(box, leaves):
    """A programme and a number that no leaf straddles."""
    for p, (a, b) in enumerate(box):
        for cut in sorted({leaf[p][1] for leaf in leaves}):
            if a <= cut < b and all(leaf[p][1] <= cut or leaf[p][0] > cut for leaf in leaves):
                return p, cut
    return None


def judge(instance, cert):
    if instance.get("schema") != "training-instance/1":
        raise Malformed("the instance is no training-instance/1")
    if type(cert) is not dict or cert.get("schema") != "training-certificate/1":
        raise Malformed("the certificate is no training-certificate/1")
    fields(cert, ("schema", "target", "scale_bits", "bound", "leaves"), (), "the certificate")
    target, assumed = cert["target"], None
    if type(target) is dict and list(target) == ["value"]:
        assumed = fields(target["value"], (), ("mandatory_unseated",), "the target").get("mandatory_unseated")
        if assumed is not None and whole(assumed, "mandatory_unseated") < 0:
            raise Malformed("mandatory_unseated is negative")
        points = "value"
    elif target == "mandatory_unseated":
        points = "mandatory"
    else:
        raise Malformed("there is no target %r" % (target,))
    bits, stated = whole(cert["scale_bits"], "scale_bits"), whole(cert["bound"], "bound")
    facts, wrong = Facts(instance), []
    if not 0 <= bits <= 40:
        wrong.append("scale_bits is not 0 to 40")
    if type(cert["leaves"]) is not list:
        raise Malformed("leaves is no list")
    leaves = [Leaf(facts, k + 1, x, assumed is not None, wrong) for k, x in enumerate(cert["leaves"])]
    if not wrong and not covered([(0, n) for n in facts.possible], [leaf.box for leaf in leaves]):
        wrong.append("the leaves leave numbers of batches out")
    computed = None
    if not wrong:
        one = 1 << bits
        required = 0 if assumed is None else facts.mandatory - assumed
        computed = max(leaf.bound(facts, one, points, required) for leaf in leaves) // one
        if points == "mandatory":
            computed = max(0, facts.mandatory - computed)
        if computed != stated:
            wrong.append("states %d, proves %d" % (stated, computed))
    return {"schema": "training-certificate-check/1", "target": points, "holds_for_L1_at_most": assumed, "valid": not wrong,
            "stated": stated, "computed": computed, "leaves": len(leaves), "mandatory": facts.mandatory, "wrong": wrong}


def main(argv):
    if len(argv) != 3:
        print("usage: certificate_check.py INSTANCE.json CERT.json", file=sys.stderr)
        return 2
    try:
        line = judge(load(argv[1]), load(argv[2]))
    except Malformed as e:
        print(e, file=sys.stderr)
        return 2
    except (KeyError, TypeError, IndexError, AttributeError) as e:
        print("malformed: %s: %s" % (type(e).__name__, e), file=sys.stderr)
        return 2
    print(json.dumps(line))
    return 0 if line["valid"] else 1


if __name__ == "__main__":
    sys.exit(main(sys.argv))
