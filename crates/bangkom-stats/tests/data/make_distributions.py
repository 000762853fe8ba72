"""Writes distributions.json: tails of the distributions to 50 digits.

Run: python3 make_distributions.py > distributions.json   (needs mpmath; gmpy2 makes it faster)

Every argument is a double and is taken as that exact binary number.
Tails come from positive series or from quadrature of the density as it is printed in textbooks,
at 70 digits, written with 50 (noncentral t 21, studentized range 14); none of the rearrangements that the library needs in double precision is used here.
"""

import json
import sys

from mpmath import (mp, mpf, erfc, sqrt, exp, log, loggamma, quad, inf, pi, nstr, gammainc, ncdf,
                    npdf)

mp.dps = 70
ROWS = []


def put(function, args, lower, upper, digits=50):
    if min(lower, upper) < mpf(10) ** -302:
        return
    ROWS.append([function, [float(a) for a in args], nstr(lower, digits), nstr(upper, digits)])


def both(small, small_is_lower):
    return (small, 1 - small) if small_is_lower else (1 - small, small)


def ladder(start, unit, count=60):
    """Break points from start outwards in steps that grow."""
    points, at, step = [start], start, unit / 2
    for i in range(count):
        at += step
        points.append(at)
        if i > 16:
            step *= mpf("1.3")
    return points


def tail_integral(log_density, start, unit):
    """Integral of exp(log_density) from start in the direction of unit until it is negligible."""
    total = mpf(0)
    points = ladder(start, unit)
    # The quadrature stops by an absolute error, so the integrand is brought to one first.
    level = log_density(start)
    for a, b in zip(points, points[1:]):
        piece = quad(lambda v: exp(log_density(v) - level), [a, b])
        total += piece
        if abs(piece) < abs(total) * mpf(10) ** -60:
            break
    return abs(total) * exp(level)


# Gamma -------------------------------------------------------------------------------------------

def gamma_tails(a, x):
    a, x = mpf(a), mpf(x)
    if a <= 2000:
        if x <= a:
            term = total = mpf(1)
            n = 0
            while term > total * mpf(10) ** -65:
                n += 1
                term *= x / (a + n)
                total += term
            return both(total * exp(a * log(x) - x - loggamma(a + 1)), True)
        return both(gammainc(a, x, inf, regularized=True), False)
    constant = loggamma(a)
    density = lambda v: (a - 1) * log(v) - v - constant
    reach = sqrt(a) / (1 + abs(x - a) / sqrt(a))
    return both(tail_integral(density, x, -reach if x <= a else reach), x <= a)


# Beta, by its odds -------------------------------------------------------------------------------

def beta_tails(a, b, x, y):
    """Both tails at x, where y = 1 - x is given with all its digits."""
    if a * y >= b * x:
        return both(beta_small(a, b, x, y), True)
    return both(beta_small(b, a, y, x), False)


def beta_small(a, b, x, y):
    constant = loggamma(a) + loggamma(b) - loggamma(a + b)
    slowness = max(sqrt(a * 300), mpf(150) / max(y, mpf(10) ** -30))
    if b > 100 * a and x < 0.5:
        slowness = sqrt(a * 300) + 300
    if slowness < 60000:
        term = total = mpf(1)
        n = 0
        while term > total * mpf(10) ** -62 or n < 10:
            term *= (a + b + n) / (a + 1 + n) * x
            total += term
            n += 1
        return total * exp(a * log(x) + b * log(y) - constant) / a
    # Integral over the log odds towards minus infinity.
    start = log(x) - log(y)

    def density(w):
        odds = exp(w)
        return a * (w - log(1 + odds)) - b * log(1 + odds) - constant

    spread = 1 / sqrt((a + b) * x * y)
    slope = a * y - b * x
    return tail_integral(density, start, -min(spread, 8 / (slope + mpf(10) ** -20)))


def grid_shift(z_values, mean, sd):
    return [float(mean + z * sd) for z in z_values]


Z = [-36.5, -20, -8, -3, -1, -0.1, 0, 0.1, 1, 3, 8, 20, 36.5]


def normal_rows():
    for z in [1e-300, 1e-8, 0.01, 0.1, 0.3, 0.46875, 0.5, 0.7, 0.84375, 1.0, 1.1, 1.3, 1.5, 1.7678,
              1.96, 2.0, 2.5758, 3.0, 3.5, 4.0, 4.7, 5.0, 5.657, 6.0, 7.1, 8.0, 8.2, 9.5, 12.0,
              14.3, 17.0, 20.0, 23.7, 27.1, 30.0, 33.3, 36.0, 36.9, 37.0]:
        upper = erfc(mpf(z) / sqrt(mpf(2))) / 2
        put("normal", [z], 1 - upper, upper)
        put("normal", [-z], upper, 1 - upper)


def chi_squared_rows():
    dfs = [0.5, 1, 2, 3, 5, 10, 39, 100, 1000, 1999, 2001, 1e4, 1e5, 1e6, 1e8, 1e10]
    for df in dfs:
        xs = [1e-250, 1e-20, 1e-3, 0.1, 0.5, 1.0, 2.0, 3.84, 10.0, 30.0, 100.0, 500.0, 1300.0]
        if df > 20:
            xs = [x for x in grid_shift(Z, df, (2 * df) ** 0.5) if x > 0] + [0.5 * df, 1.5 * df]
        for x in xs:
            if df >= 1e5 and abs(x - df) > 60 * (2 * df) ** 0.5:
                continue
            put("chi_squared", [x, df], *gamma_tails(mpf(df) / 2, mpf(x) / 2))


def gamma_rows():
    for shape, scale in [(0.1, 1.0), (0.75, 3.0), (1.0, 1e-3), (2.5, 1e6), (40.0, 0.1), (700.0, 2.0)]:
        for z in [-3, -1, 0, 0.5, 2, 8]:
            x = (shape + z * shape ** 0.5) * scale
            if x > 0:
                put("gamma", [x, shape, scale], *gamma_tails(shape, mpf(x) / mpf(scale)))


def student_rows():
    dfs = [0.5, 1, 1.5, 2, 3, 5, 10, 29, 39, 100, 500, 1e3, 3e3, 1e4, 1e5, 1e6, 1e8, 1e10]
    ts = [1e-8, 1e-3, 0.1, 0.5, 0.9, 1.0, 1.1, 1.5, 2.0, 3.0, 5.0, 8.0, 12.0, 20.0, 36.0, 100.0,
          1e4, 1e10, 1e100, 1e200]
    for df in dfs:
        for t in ts:
            if df >= 1e4 and t > 40:
                continue
            n, square = mpf(df), mpf(t) ** 2
            lower, upper = beta_tails(n / 2, mpf(1) / 2, n / (n + square), square / (n + square))
            put("student_t", [t, df], 1 - lower / 2, lower / 2)


def fisher_rows():
    pairs = [(0.5, 0.5), (1, 1), (1, 2), (2, 1), (1, 10), (10, 1), (2, 2), (3, 7), (5, 100),
             (100, 5), (40, 60), (1000, 1000), (1, 1e4), (1e4, 1), (1e4, 1e4), (7, 1e4), (1e4, 3),
             (1e5, 0.5), (1, 1e6), (4, 1e8), (20, 1e10), (1, 1e10), (1e10, 2), (1e10, 1e10), (1e5, 1e10),
             (1e6, 1e6), (300, 1e7)]
    for d1, d2 in pairs:
        fs = [1e-200, 1e-20, 1e-4, 0.1, 0.5, 0.9, 1.0, 1.1, 2.0, 5.0, 20.0, 100.0, 1e5, 1e20, 1e200]
        sd = (2 / d1 + 2 / d2) ** 0.5
        if min(d1, d2) > 20:
            fs = [f for f in grid_shift(Z, 1.0, sd) if f > 0]
        for f in fs:
            if max(d1, d2) > 1e4 and min(d1, d2) <= 20:
                # Only where one tail has a chance to be in range.
                if d2 > d1 and f * d1 > 1600:
                    continue
                if d1 > d2 and d2 / f > 1600:
                    continue
            one, two, at = mpf(d1), mpf(d2), mpf(f)
            whole = one * at + two
            put("fisher_f", [f, d1, d2], *beta_tails(one / 2, two / 2, one * at / whole, two / whole))


def beta_rows():
    shapes = [(0.5, 0.5), (0.1, 3), (1, 1), (1, 5), (5, 1), (2, 3), (0.5, 50), (50, 0.5), (30, 70),
              (500, 500), (1e4, 1e4), (1e4, 1), (1, 1e4), (1e4, 0.5), (20, 1e4), (1e5, 1e5),
              (1e6, 10), (10, 1e6), (1e8, 1e8), (1e10, 1e10), (1e10, 2), (2, 1e10), (1e10, 1e5)]
    for a, b in shapes:
        mean, sd = a / (a + b), (a * b / (a + b + 1)) ** 0.5 / (a + b)
        if min(a, b) > 15:
            xs = grid_shift(Z, mean, sd)
        else:
            xs = [1e-300, 1e-30, 1e-8, 1e-4, 0.01, 0.1, 0.3, 0.5, 0.7, 0.9, 0.99, 1 - 1e-4, 1 - 1e-9]
            xs += [mean] + grid_shift([0.5, 2, 5], mean, sd) + grid_shift([-0.5, -2, -5, -9], mean, sd)
        for x in xs:
            if not 0 < x < 1:
                continue
            if max(a, b) >= 1e5 and abs(x - mean) > 60 * sd:
                continue
            put("beta", [x, a, b], *beta_tails(mpf(a), mpf(b), mpf(x), 1 - mpf(x)))


# Noncentral t ------------------------------------------------------------------------------------

def noncentral_rows():
    mp.dps = 40
    for df in [1, 2.5, 5, 19, 39, 99, 1000, 1e4, 1e6]:
        for ncp in [-37, -10, -2, 0, 0.5, 3, 10, 25, 37]:
            for shift in [-12, -4, -1, 0, 0.3, 2, 6, 15]:
                t = float(ncp + shift * (1 + ncp * ncp / (2 * df)) ** 0.5)
                lower, upper = (noncentral_tail(mpf(t), mpf(df), mpf(ncp), side) for side in (-1, 1))
                if abs(lower + upper - 1) > mpf(10) ** -30:
                    print("noncentral", t, df, ncp, lower + upper - 1, file=sys.stderr)
                if min(lower, upper) > mpf(10) ** -290:
                    put("noncentral_t", [t, df, ncp], lower, upper, 21)
    mp.dps = 70


def noncentral_tail(t, df, ncp, side):
    constant = log(2) + df / 2 * log(df / 2) - loggamma(df / 2)

    def log_integrand(u):
        s = exp(u)
        z = side * (t * s - ncp)
        return constant + df * u - df * s * s / 2 + log(erfc(z / sqrt(mpf(2))) / 2)

    lo, hi = -6 * (1 + 3 / df), mpf(5)
    for _ in range(120):
        m1, m2 = lo + (hi - lo) / 3, hi - (hi - lo) / 3
        if log_integrand(m1) < log_integrand(m2):
            lo = m1
        else:
            hi = m2
        if hi - lo < mpf(10) ** -4 / sqrt(df):
            break
    mode = (lo + hi) / 2
    unit = exp(-mode) / sqrt(2 * df + t * t)
    total = mpf(0)
    # The trapezoidal rule over the whole line, with a step far finer than it needs.
    step, level = min(unit / 5, mpf("0.04")), log_integrand(mode)
    for direction in (1, -1):
        i = 0 if direction == 1 else 1
        while True:
            value = log_integrand(mode + direction * i * step) - level
            if value < -75:
                break
            total += exp(value)
            i += 1
    return total * step * exp(level)


# Studentized range -------------------------------------------------------------------------------

def range_rows():
    mp.dps = 30
    cases = [(k, df, q) for k, df in [(2, 2), (3, 5), (2, 10), (4, 20), (10, 12), (3, 120), (5, 1),
                                      (20, 30)] for q in [0.1, 1.0, 3.5, 8.0]]
    cases += [(3, inf, 0.5), (3, inf, 3.3), (10, inf, 5.0), (2, inf, 12.0), (50, inf, 6.0),
              (2, inf, 8.0), (2, 120, 8.0)]
    for k, df, q in cases:
        lower, upper = (range_tail(mpf(q), k, df, side) for side in (range_lower, range_upper))
        if abs(lower + upper - 1) > mpf(10) ** -16:
            print("range", q, k, df, lower + upper - 1, file=sys.stderr)
        put("studentized_range", [q, k, df], lower, upper, 14)
    mp.dps = 70


PHI = {}


def phi(z):
    if z not in PHI:
        PHI[z] = (ncdf(z), npdf(z))
    return PHI[z]


def range_upper(below, between, k):
    return below ** (k - 1) - between ** (k - 1)


def range_lower(below, between, k):
    return between ** (k - 1)


def range_normal(w, k, side):
    """Sum of k phi(z) side(Phi(z), Phi(z) - Phi(z - w)) on a fine grid."""
    step = mpf("0.125") if k < 12 else mpf("0.0625")
    total = mpf(0)
    i = -int(11 / step)
    while i * step < w + 11:
        z = i * step
        c, d = phi(z)
        total += d * side(c, c - ncdf(z - w), k)
        i += 1
    return k * total * step


def range_tail(q, k, df, side):
    if df == inf:
        return range_normal(q, k, side)
    df = mpf(df)
    constant = log(2) + df / 2 * log(df / 2) - loggamma(df / 2)
    step = min(1 / sqrt(2 * df) / 3, mpf("0.1"))
    total, i = mpf(0), int(2.5 / step)
    while True:
        u = i * step
        weight = exp(constant + df * u - df * exp(2 * u) / 2)
        if i < 0 and weight < mpf(10) ** -20:
            break
        if weight > mpf(10) ** -30:
            total += weight * range_normal(q * exp(u), k, side)
        i -= 1
    return total * step


if __name__ == "__main__":
    for part in sys.argv[1:] or ["normal", "chi_squared", "gamma", "student", "fisher", "beta",
                                 "noncentral", "range"]:
        before = len(ROWS)
        globals()[part + "_rows"]()
        print(part, len(ROWS) - before, file=sys.stderr)
    print("[")
    for i, row in enumerate(ROWS):
        text = json.dumps(row).replace("Infinity", '"inf"')
        print(text + ("," if i + 1 < len(ROWS) else ""))
    print("]")
