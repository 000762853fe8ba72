"""Tests of the judge of certificates: a city small enough to work out by hand."""
import copy
import io
import json
import os
import tempfile
import unittest
from contextlib import redirect_stderr, redirect_stdout

import certificate_check as judge

ONE = 1 << 16


def city():
    """Two offices of three; everybody wants program 0, and half of them 1, which needs 0."""
    days = [{"date": "2027-01-%02d" % (4 + k), "weekday": k, "working": k < 5} for k in range(7)]
    program = {"duration_slots": 2, "prerequisites": [], "min_batch": 2, "max_batch": 4, "max_batches": 2, "batch_cost": 10,
               "seat_cost": 1, "needs": [], "max_one_office_permille": 500, "min_offices": 2, "deadline_day": None, "mandatory": False}
    office = {"site": 0, "headcount": 3, "max_away_permille": 1000, "release_person_days": 9, "blackout_days": []}
    return {"schema": "training-instance/1", "calendar": {"days": days, "slots_per_day": 2, "max_gap_days": 4}, "budget": 100,
            "programmes": [program, dict(program, prerequisites=[0], max_batches=1, mandatory=True)], "offices": [office, dict(office)],
            "rooms": [{"site": 0, "capacity": 3, "features": [], "slot_cost": 1, "unavailable_days": [0]}],
            "instructors": [{"programmes": [0, 1], "slot_cost": 2, "max_slots": 6, "unavailable_days": []}],
            "employees": [{"office": e // 3, "max_training_slots": 4, "unavailable_days": [], "completed": []} for e in range(6)],
            "demand": [[e, 0, 10 + e] for e in range(6)] + [[e, 1, 50] for e in (0, 1, 3, 4)]}


def certificate(bound, multipliers=(), batches=(), target=None):
    leaf = {"batches": list(batches), "multipliers": [{"row": r, "value": v} for r, v in multipliers]}
    return {"schema": "training-certificate/1", "target": target or {"value": {}}, "scale_bits": 16, "bound": bound, "leaves": [leaf]}


def most(program):
    return {"seats_at_most": {"program": program, "session": 1}}


class Bounds(unittest.TestCase):
    def proven(self, cert, d=None):
        return judge.judge(d or city(), cert)["computed"]

    def test_without_multipliers_everybody_has_all(self):
        self.assertEqual(self.proven(certificate(0)), 75 + 200)
        self.assertEqual(self.proven(certificate(0, target="mandatory_unseated")), 0)

    def test_a_price_of_seats(self):
        # At 30 a seat of program 1: four gains of 20, and 30 for each of the three seats of its one batch.
        self.assertEqual(self.proven(certificate(0, [(most("P00001"), 30 * ONE)])), 75 + 4 * 20 + 3 * 30)

    def test_prerequisites_come_along(self):
        # At 40 a seat of program 0 nobody wants it alone; with program 1 three gain 10+50-40, 11.., 13.., 14..; two batches of 3.
        self.assertEqual(self.proven(certificate(0, [(most("P00000"), 40 * ONE)])), (20 + 21 + 23 + 24) + 6 * 40)

    def test_limits_of_a_person(self):
        d = city()
        d["employees"][0]["max_training_slots"] = 2
        self.assertEqual(self.proven(certificate(0), d), 75 + 200 - 50)
        d["employees"][0]["unavailable_days"] = [0, 1, 2, 3, 4]
        self.assertEqual(self.proven(certificate(0), d), 75 + 200 - 60)

    def test_days_are_rounded_up(self):
        d = city()
        d["programmes"][0]["duration_slots"] = 1
        # One slot is a day, and with the two of program 1 two days; at 5 a day, 9 days are bought of each office.
        self.assertEqual(self.proven(certificate(0, [({"release": {"unit": "O00000"}}, 5 * ONE)]), d),
                         (10 + 50 - 10) + (11 + 50 - 10) + (12 - 5) + (13 + 50) + (14 + 50) + 15 + 9 * 5)

    def test_money_rooms_and_instructors(self):
        # A thousandth of a point a rupiah is a point a thousand: a batch costs 10 + 2, a seat 1, a slot taught 2.
        fund = [({"fund": {"fund": "BUDGET"}}, ONE // 1024)]
        one = ONE // 1024 * 1000
        seats = sum((v * ONE - one) for _, _, v in city()["demand"])
        self.assertEqual(self.proven(certificate(0, fund)), (seats + 100 * one) // ONE)
        # The room is open 8 slots; a batch of either pays 2 slots at 3 and is not opened; taught slots cost nothing.
        self.assertEqual(self.proven(certificate(0, [({"room": {"room": "R00000"}}, 3 * ONE)])), 275 + 8 * 3)
        # Teaching at 2 a slot: the instructor's 6 slots.
        self.assertEqual(self.proven(certificate(0, [({"teaching": {"program": "P00000"}}, 2 * ONE)])), 275 + 12)

    def test_shares(self):
        # Three at most of an office in two batches: m = min(3, 500 * 4 // 1000, 4 - 1) = 2 a batch.
        row = {"per_batch": {"program": "P00000", "unit": "O00000"}}
        self.assertEqual(self.proven(certificate(0, [(row, ONE)])), 275 - 3 + 2 * 2)
        row = {"share": {"program": "P00000", "unit": "O00000"}}
        self.assertEqual(self.proven(certificate(0, [(row, ONE // 1000)])), (275 * ONE - (ONE // 1000) * (3 * 1000 - 6 * 500)) // ONE)

    def test_least_batches(self):
        # A seat is worth 1 more, a batch takes 2; where a batch must run, it does.
        row = [({"seats_at_least": {"program": "P00000"}}, ONE)]
        self.assertEqual(self.proven(certificate(0, row)), 275 + 6)
        cert = certificate(0, row, [{"program": "P00000", "least": 1, "greatest": 2}])
        cert["leaves"].append({"batches": [{"program": "P00000", "least": 0, "greatest": 0}]})
        self.assertEqual(self.proven(cert), 275 + 6 - 2)

    def test_the_assumption_counts(self):
        # All four mandatory seats assumed, each 1 dearer and required: nothing changes; two assumed: 2 more.
        row = [({"mandatory": {}}, ONE)]
        for unseated in (0, 2):
            target = {"value": {"mandatory_unseated": unseated}}
            self.assertEqual(self.proven(certificate(0, row, target=target)), 275 + unseated)

    def test_the_least_number_without_a_seat(self):
        # At 1 a seat of program 1 nobody gains; three seats are left of four pairs.
        self.assertEqual(self.proven(certificate(0, [(most("P00001"), ONE)], target="mandatory_unseated")), 1)


class Forged(unittest.TestCase):
    def wrong(self, cert):
        return judge.judge(city(), cert)["wrong"]

    def test_sound(self):
        self.assertEqual(self.wrong(certificate(275)), [])

    def test_a_false_bound(self):
        self.assertEqual(len(self.wrong(certificate(274))), 1)
        self.assertEqual(len(self.wrong(certificate(276))), 1)

    def test_multipliers(self):
        for rows in ([(most("P00000"), -1)], [(most("P00009"), 1)], [(most("P00000"), 1)] * 2, [({"mandatory": {}}, 1)],
                     [({"seats_at_most": {"program": "P00000", "session": 2}}, 1)], [({"fund": {"fund": "OTHER"}}, 1)]):
            self.assertEqual(len(self.wrong(certificate(275, rows))), 1, rows)

    def test_intervals(self):
        for least, greatest in ((1, 0), (0, 3)):
            box = [{"program": "P00000", "least": least, "greatest": greatest}]
            self.assertEqual(len(self.wrong(certificate(275, batches=box))), 1)
        box = [{"program": "P00000", "least": 0, "greatest": 2}] * 2
        self.assertEqual(len(self.wrong(certificate(275, batches=box))), 1)

    def test_uncovered(self):
        cert = certificate(275, batches=[{"program": "P00000", "least": 1, "greatest": 2}])
        self.assertEqual(self.wrong(cert), ["the leaves leave numbers of batches out"])
        cert["leaves"] = []
        self.assertEqual(self.wrong(cert), ["the leaves leave numbers of batches out"])

    def test_many_leaves(self):
        box, leaves = [(0, 1499)], [[(n, n)] for n in range(1500)]
        self.assertTrue(judge.covered(box, leaves))
        self.assertFalse(judge.covered(box, leaves[:-1]))

    def test_scale(self):
        self.assertEqual(len(self.wrong(dict(certificate(275), scale_bits=41))), 1)


class Program(unittest.TestCase):
    def run_on(self, instance, cert):
        with tempfile.TemporaryDirectory() as folder:
            paths = [os.path.join(folder, name) for name in ("i.json", "c.json")]
            for path, text in zip(paths, (instance, cert)):
                with open(path, "w", encoding="utf-8") as f:
                    f.write(text)
            with redirect_stdout(io.StringIO()), redirect_stderr(io.StringIO()):
                return judge.main(["judge"] + paths)

    def test_exits(self):
        good, cert = json.dumps(city()), certificate(275)
        self.assertEqual(self.run_on(good, json.dumps(cert)), 0)
        self.assertEqual(self.run_on(good, json.dumps(dict(cert, bound=1))), 1)
        for bad in ("{", "[]", "{}", json.dumps(dict(cert, extra=1)), json.dumps(dict(cert, bound="275")), json.dumps(dict(cert, target="x")),
                    json.dumps(cert).replace('"bound"', '"bound": 1, "bound"')):
            self.assertEqual(self.run_on(good, bad), 2, bad)
        other = copy.deepcopy(city())
        other["schema"] = "other/1"
        self.assertEqual(self.run_on(json.dumps(other), json.dumps(cert)), 2)


if __name__ == "__main__":
    unittest.main()
