"""Fits the match model on a dump of candidates and writes match-model.csv.

fit.py CANDIDATES.csv [MORE.csv ...] --out match-model.csv [--l2 1.0] [--folds 5] [--knots 24]
fit.py --self-test

One line per candidate, `;` between columns, the lines of a row together or not:
  qid         the row (numbered anew per file)
  truth       1 when the candidate is the true key, else 0; a row without a 1 is a row of which no candidate is true
  same_buurt  1 when the candidate lies in the true buurt, else 0
  c_...       one class name per field; every column that starts with c_ is a field. `c_base` with one class is the intercept
  buurt       (optional) the candidate's buurt: needed to add up candidates in one buurt when that buurt is not the true one
  w           (optional) weight of the row

Weights: conditional logit. W = sum of the weights of a candidate's classes, `none of these` has 0, and
P(candidate) = exp(W) / (1 + sum exp(W)); maximum likelihood with a quadratic penalty (L-BFGS).
Calibration: the candidate with the highest W is chosen (the first of equals); its buurt has the sum of the P in it, as log-odds;
isotonic regression of "the buurt is right" on that, brought to a few knots with straight lines between them.
The error on held-out rows comes from folds in which weights and knots are both fitted without the rows they are judged on.
Output: `weight;field;class;value` (field without c_) and `knot;;raw_logodds;probability`.
"""
import argparse
import sys
import time

import numpy as np
import pandas as pd
from scipy.optimize import minimize, nnls


class Candidates:
    """All lines in order of row; patterns are the different combinations of classes."""

    def __init__(self, frame):
        frame = frame.sort_values("qid", kind="stable")
        self.fields = [c for c in frame.columns if c.startswith("c_")]
        if not self.fields:
            raise SystemExit("no column starts with c_")
        qid = frame.qid.to_numpy()
        self.start = np.flatnonzero(np.r_[True, qid[1:] != qid[:-1]])
        self.row = np.repeat(np.arange(len(self.start)), np.diff(np.r_[self.start, len(qid)]))
        self.rows = len(self.start)
        self.truth = frame.truth.to_numpy() == 1
        self.same = frame.same_buurt.to_numpy() == 1
        if np.bincount(self.row, weights=self.truth).max() > 1:
            raise SystemExit("a row has two true candidates")
        self.weight = frame.w.to_numpy(float)[self.start] if "w" in frame else np.ones(self.rows)
        if "buurt" in frame:
            self.buurt = pd.factorize(frame.buurt, sort=True)[0]
        else:                                   # the true buurt is one; the others are taken to be all different
            self.buurt = np.where(self.same, -1, np.arange(len(qid)))
        self.names, parts = [], []
        for field in self.fields:
            code, classes = pd.factorize(frame[field].astype(str), sort=True)
            parts.append(code + len(self.names))
            self.names += [(field[2:], str(name)) for name in classes]
        columns = np.stack(parts, axis=1)
        code = np.zeros(len(columns), np.int64)
        for part in parts:
            code = pd.factorize(code * (len(self.names) + 1) + part)[0].astype(np.int64)
        _, first, self.pattern = np.unique(code, return_index=True, return_inverse=True)
        self.members = columns[first]           # pattern -> its classes

    def likelihood(self, keep):
        """Rows that show the same patterns with the same truth are counted once: (start, pattern, row, truth, weight of row)."""
        mix = np.arange(len(self.members), dtype=np.uint64)
        def scramble(v, add):
            with np.errstate(over="ignore"):
                v = (v + np.uint64(add)) * np.uint64(0x9E3779B97F4A7C15)
                v = (v ^ (v >> np.uint64(30))) * np.uint64(0xBF58476D1CE4E5B9)
                v = (v ^ (v >> np.uint64(27))) * np.uint64(0x94D049BB133111EB)
                return v ^ (v >> np.uint64(31))
        a, b = scramble(mix, 1), scramble(mix, 12345)
        with np.errstate(over="ignore"):
            line = a[self.pattern] + np.where(self.truth, b[self.pattern], np.uint64(0))
            signature = np.add.reduceat(line, self.start)
        chosen = np.flatnonzero(keep)
        _, first, inverse = np.unique(signature[chosen], return_index=True, return_inverse=True)
        weight = np.bincount(inverse, weights=self.weight[chosen])
        rows = chosen[first]
        lines = np.isin(self.row, rows)
        new = np.full(self.rows, -1)
        new[rows] = np.arange(len(rows))
        row = new[self.row[lines]]              # lines go in order of row, so the new numbers must as well
        order = np.argsort(row, kind="stable")
        row = row[order]
        start = np.flatnonzero(np.r_[True, row[1:] != row[:-1]])
        return start, self.pattern[lines][order], row, self.truth[lines][order], weight

    def fit(self, l2, keep=None, begin=None):
        keep = np.ones(self.rows, bool) if keep is None else keep
        start, pattern, row, truth, weight = self.likelihood(keep)
        patterns, classes, scale = len(self.members), len(self.names), weight.sum()

        def cost(theta):
            score = theta[self.members].sum(axis=1)[pattern]
            top = np.maximum(np.maximum.reduceat(score, start), 0)
            e = np.exp(score - top[row])
            total = np.exp(-top) + np.add.reduceat(e, start)
            value = weight @ (top + np.log(total)) - weight[row[truth]] @ score[truth] + 0.5 * l2 * (theta @ theta)
            residual = weight[row] * (e / total[row] - truth)
            by_pattern = np.bincount(pattern, weights=residual, minlength=patterns)
            gradient = np.bincount(self.members.ravel(), weights=np.repeat(by_pattern, self.members.shape[1]), minlength=classes)
            return value / scale, (gradient + l2 * theta) / scale

        found = minimize(cost, np.zeros(classes) if begin is None else begin, jac=True, method="L-BFGS-B",
                         options={"maxiter": 2000, "maxfun": 4000, "ftol": 1e-11, "gtol": 1e-7, "maxcor": 40})
        return found.x, found

    def answers(self, theta):
        """Per row: the log-odds of the chosen buurt, whether it is right, whether the key is right, the log likelihood."""
        score = theta[self.members].sum(axis=1)[self.pattern]
        top = np.maximum(np.maximum.reduceat(score, self.start), 0)
        e = np.exp(score - top[self.row])
        total = np.exp(-top) + np.add.reduceat(e, self.start)
        best = np.lexsort((np.arange(len(score)), -score, self.row))[self.start]
        inside = self.buurt == self.buurt[best][self.row]
        mine = np.add.reduceat(np.where(inside, e, 0), self.start)
        rest = np.exp(-top) + np.add.reduceat(np.where(inside, 0, e), self.start)
        true = np.add.reduceat(np.where(self.truth, score, 0), self.start)
        return np.log(mine) - np.log(rest), self.same[best], self.truth[best], true - top - np.log(total)


def isotonic(x, y, w):
    """Pool adjacent violators: blocks (x from, x to, value, weight) with rising values, for x in rising order."""
    blocks = []
    for a, b, c in zip(x, y, w):
        blocks.append([a, a, b, c])
        while len(blocks) > 1 and blocks[-2][2] >= blocks[-1][2]:
            _, to, value, weight = blocks.pop()
            last = blocks[-1]
            last[2] = (last[2] * last[3] + value * weight) / (last[3] + weight)
            last[1], last[3] = to, last[3] + weight
    return blocks


def calibrate(logodds, right, weight, most=24):
    """At most `most` knots (log-odds, probability): isotonic regression, then straight lines fitted to it."""
    order = np.argsort(logodds, kind="stable")
    x, first = np.unique(np.round(logodds[order], 6), return_index=True)
    n = np.add.reduceat(weight[order], first)
    y = np.add.reduceat(weight[order] * right[order], first)
    # Values close together with few rows are taken together, then pooled.
    least = max(40, n.sum() / 1500)
    bins, held = [], [0.0, 0.0, 0.0]
    for a, b, c in zip(x, y, n):
        held = [held[0] + a * c, held[1] + b, held[2] + c]
        if held[2] >= least:
            bins.append((held[0] / held[2], held[1], held[2]))
            held = [0.0, 0.0, 0.0]
    if held[2]:
        if bins:
            a, b, c = bins.pop()
            held = [held[0] + a * c, held[1] + b, held[2] + c]
        bins.append((held[0] / held[2], held[1], held[2]))
    bx, by, bn = (np.array(v) for v in zip(*bins))
    by = (by + 0.5 * by.sum() / bn.sum()) / (bn + 0.5)      # half a row of the overall share: never exactly 0 or 1
    blocks = isotonic(bx, by, bn)
    # Knots: the ends of the steps, dropped one by one where that costs least.
    knots = sorted({v for block in blocks for v in (block[0], block[1])})
    steps = np.interp(knots, [v for b in blocks for v in (b[0], b[1] + 1e-9)], [b[2] for b in blocks for _ in (0, 1)])
    knots, values = list(knots), list(steps)

    def loss(i):
        """Weighted squared difference when knot i goes, over the bins between its neighbours."""
        a, b = np.searchsorted(bx, knots[i - 1]), np.searchsorted(bx, knots[i + 1], side="right")
        now = np.interp(bx[a:b], knots[i - 1:i + 2], values[i - 1:i + 2])
        then = np.interp(bx[a:b], [knots[i - 1], knots[i + 1]], [values[i - 1], values[i + 1]])
        return float(bn[a:b] @ (((then - by[a:b]) ** 2 - (now - by[a:b]) ** 2) / np.maximum(1e-3, now * (1 - now))))

    losses = [0.0] + [loss(i) for i in range(1, len(knots) - 1)] + [0.0]
    while len(knots) > most:
        i = min(range(1, len(knots) - 1), key=lambda k: (losses[k], k))
        del knots[i], values[i], losses[i]
        for k in (i - 1, i):
            if 0 < k < len(knots) - 1:
                losses[k] = loss(k)
    if len(knots) > 1:
        # Least squares for the values at the knots, never falling: increments that are not negative.
        hats = np.stack([np.interp(bx, knots, np.eye(len(knots))[i]) for i in range(len(knots))], axis=1)
        rising = hats @ np.tril(np.ones((len(knots), len(knots))))
        pooled = np.repeat([b[2] for b in blocks], [int(((bx >= b[0]) & (bx <= b[1])).sum()) for b in blocks])
        scale = np.sqrt(bn / np.maximum(1e-3, pooled * (1 - pooled)))     # the spread by the pooled value, not by the noisy bin
        increments, _ = nnls(rising * scale[:, None], by * scale)
        values = np.cumsum(increments)
    return np.array(knots), np.clip(values, 1e-6, 1 - 1e-6)


def calibration_error(chance, right, bins=20):
    order = np.argsort(chance, kind="stable")
    c, r = chance[order], right[order].astype(float)
    _, start, count = np.unique(c, return_index=True, return_counts=True)
    r = np.repeat(np.add.reduceat(r, start) / count, count)
    parts = [p for p in np.array_split(np.arange(len(c)), bins) if len(p)]
    return sum(len(p) * abs(c[p].mean() - r[p].mean()) for p in parts) / len(c)


def write(path, names, theta, knots, values):
    with open(path, "w", encoding="utf-8", newline="\n") as file:
        for (field, name), value in sorted(zip(names, theta)):
            file.write(f"weight;{field};{name};{value + 0.0:.6f}\n")
        for x, p in zip(knots, values):
            file.write(f"knot;;{x:.6f};{p:.6f}\n")


def run(frame, out, l2, folds, most):
    start = time.perf_counter()
    data = Candidates(frame)
    theta, found = data.fit(l2)
    logodds, right, key, loglik = data.answers(theta)
    knots, values = calibrate(logodds, right, data.weight, most)
    print(f"{len(frame)} candidates, {data.rows} rows ({int(np.bincount(data.row, weights=data.truth).sum())} with the true key among them), "
          f"{len(data.names)} classes, {len(data.members)} combinations")
    print(f"fitted in {time.perf_counter() - start:.1f} s, {found.nit} steps, {found.message.lower()}, largest slope {np.abs(found.jac).max():.1e}; mean log likelihood {np.average(loglik, weights=data.weight):.5f}")
    print(f"on the same rows: chosen key true {key.mean():.4%}, buurt right {right.mean():.4%}, ECE raw {calibration_error(1 / (1 + np.exp(-logodds)), right):.5f}, "
          f"calibrated {calibration_error(np.interp(logodds, knots, values), right):.5f}")
    held = None
    if folds > 1:
        fold = np.random.default_rng(7).integers(0, folds, data.rows)
        chance, raw, hit, good = np.zeros(data.rows), np.zeros(data.rows), np.zeros(data.rows, bool), np.zeros(data.rows)
        for i in range(folds):
            part, _ = data.fit(l2, fold != i, theta)
            odds, ok, true, ll = data.answers(part)
            k, v = calibrate(odds[fold != i], ok[fold != i], data.weight[fold != i], most)
            mine = fold == i
            chance[mine], raw[mine] = np.interp(odds[mine], k, v), odds[mine]
            hit[mine], good[mine] = ok[mine], ll[mine]
        held = calibration_error(chance, hit)
        each = [calibration_error(chance[fold == i], hit[fold == i]) for i in range(folds)]
        print(f"held out, {folds} folds: buurt right {hit.mean():.4%}, ECE raw {calibration_error(1 / (1 + np.exp(-raw)), hit):.5f}, calibrated {held:.5f} "
              f"(per fold {', '.join(f'{e:.5f}' for e in each)}), mean log likelihood {np.average(good, weights=data.weight):.5f}, "
              f"Brier {((chance - hit) ** 2).mean():.5f}")
        print(f"  {'at least':>10}{'rows':>10}{'share':>10}{'wrong':>8}{'of these':>10}{'of all':>10}")
        for threshold in (0.5, 0.8, 0.9, 0.95, 0.97, 0.98, 0.99, 0.995, 0.998):
            some = chance >= threshold
            bad = int((some & ~hit).sum())
            print(f"  {threshold:10}{int(some.sum()):10}{some.mean():10.3%}{bad:8}{bad / max(1, int(some.sum())):10.4%}{bad / data.rows:10.4%}")
    if out:
        write(out, data.names, theta, knots, values)
    return data, theta, knots, values, held


def self_test():
    """Rows made with known weights: the fit must find them back, and the calibration must hold."""
    R = np.random.default_rng(11)
    fields = {"c_base": {"all": -2.0}, "c_postcode": {"equal": 4.0, "repaired": 1.0, "absent": 0.0, "other": -3.0},
              "c_street": {"equal": 3.0, "close": 1.0, "other": -4.0}, "c_place": {"equal": 1.5, "absent": 0.0, "other": -2.0}}
    rows, each = 100_000, R.integers(1, 8, 100_000)
    qid = np.repeat(np.arange(rows), each)
    frame, score = {"qid": qid}, np.zeros(len(qid))
    for field, classes in fields.items():
        names, weights = list(classes), np.array(list(classes.values()))
        code = R.integers(0, len(names), len(qid))
        frame[field], score = np.array(names)[code], score + weights[code]
    start = np.r_[0, np.cumsum(each)[:-1]]
    noise = R.gumbel(size=len(qid))
    none = R.gumbel(size=rows)
    utility = score + noise
    best = np.maximum.reduceat(utility, start)
    truth = (utility == best[qid]) & (best[qid] > none[qid])
    buurt = R.integers(0, 3, len(qid))
    true_buurt = np.full(rows, -1)
    true_buurt[qid[truth]] = buurt[truth]
    frame |= {"truth": truth.astype(int), "buurt": buurt, "same_buurt": (buurt == true_buurt[qid]).astype(int)}
    data, theta, knots, values, held = run(pd.DataFrame(frame), None, 0.01, 4, 24)
    found, worst = {name: value for name, value in zip(data.names, theta)}, 0.0
    shift = 0.0
    for field, classes in fields.items():
        if field == "c_base":
            continue
        first = next(iter(classes))
        shift += found[field[2:], first] - classes[first]
        for name, value in classes.items():     # a constant can move between a field and the intercept: compare differences
            worst = max(worst, abs((found[field[2:], name] - found[field[2:], first]) - (value - classes[first])))
    worst = max(worst, abs(found["base", "all"] + shift - fields["c_base"]["all"]))
    rising = bool((np.diff(values) >= 0).all() and (np.diff(knots) > 0).all() and len(knots) <= 24)
    print(f"largest difference from the known weights {worst:.4f}; held-out ECE {held:.5f}; {len(knots)} rising knots: {rising}")
    ok = worst < 0.1 and held < 0.005 and rising
    print("self-test", "passed" if ok else "FAILED")
    sys.exit(not ok)


if __name__ == "__main__":
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("candidates", nargs="*")
    parser.add_argument("--out", default="match-model.csv")
    parser.add_argument("--l2", type=float, default=1.0)
    parser.add_argument("--folds", type=int, default=5)
    parser.add_argument("--knots", type=int, default=24)
    parser.add_argument("--self-test", action="store_true")
    arguments = parser.parse_args()
    if arguments.self_test:
        self_test()
    if not arguments.candidates:
        parser.error("give a dump of candidates, or --self-test")
    frames, offset = [], 0
    for path in arguments.candidates:
        frame = pd.read_csv(path, sep=";", keep_default_na=False, encoding="utf-8",
                            converters={}, dtype={"truth": np.int8, "same_buurt": np.int8, "buurt": str})
        lacking = [c for c in ("qid", "truth", "same_buurt") if c not in frame]
        if lacking:
            sys.exit(f"{path} has no column {', '.join(lacking)}")
        frame["qid"] = pd.factorize(frame.qid)[0] + offset
        offset = int(frame.qid.max()) + 1
        frames.append(frame)
    run(pd.concat(frames, ignore_index=True), arguments.out, arguments.l2, arguments.folds, arguments.knots)
