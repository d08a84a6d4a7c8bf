"""Compares what a geocoder wrote with the truth of corrupt.py.

evaluate.py --truth truth.csv --result OUT.csv [--json FILE] [--bins 20]

Key: (postcode, number) of the source row; the number is the leading digits of `gevonden_huisnummer`. *right* and *wrong*: a key
was given; *none*: no full key. Buurt: `buurtcode` against the buurt of the true point; rows whose true point has none are left
out of everything about buurten. `why` of the truth parts the rows: PO boxes, foreign addresses and dummies must be `geen`;
rows with an injected wrong number are reported apart; tie, beaten and unread rows are not answerable (see answerable.py).
Calibration: `match_kans` of every row that got a buurt and a chance (PO boxes, wrong numbers and ties among them);
rows without a buurt are left out.
"""
import argparse
import json

import numpy as np
import pandas as pd


def read(path):
    return pd.read_csv(path, sep=";", dtype=str, keep_default_na=False, encoding="utf-8-sig", encoding_errors="replace")


def decimal(column):
    return pd.to_numeric(column.str.replace(",", "."), errors="coerce").to_numpy()


def reliability(chance, right, bins):
    """(expected calibration error, [(n, mean chance, share right)]) over bins of equal count; equal chances are not parted by file order."""
    if not len(chance):
        return float("nan"), []
    order = np.lexsort((right, chance))
    # Within equal chances the right and the wrong are spread evenly, so that the order of the file does not matter.
    c, r = chance[order], right[order].astype(float)
    _, start, count = np.unique(c, return_index=True, return_counts=True)
    means = np.add.reduceat(r, start) / count
    r = np.repeat(means, count)
    rows, error = [], 0.0
    for part in np.array_split(np.arange(len(c)), min(bins, len(c))):
        rows.append((len(part), float(c[part].mean()), float(r[part].mean())))
        error += len(part) / len(c) * abs(rows[-1][1] - rows[-1][2])
    return error, rows


def share(a, b):
    return float(a) / float(b) if b else float("nan")


def evaluate(truth, result, bins=20):
    missing = [c for c in "qid buurtcode gevonden_postcode gevonden_huisnummer".split() if c not in result]
    if missing:
        raise SystemExit(f"the result has no column {', '.join(missing)}")
    if result.qid.duplicated().any():
        raise SystemExit("the result has a qid twice")
    lost = len(truth) - int(truth.qid.isin(result.qid).sum())
    for name in "x y match_oordeel match_kans match_niveau".split():
        if name not in result:
            result[name] = ""
    t = truth.merge(result[["qid", "buurtcode", "x", "y", "gevonden_postcode", "gevonden_huisnummer", "match_oordeel", "match_kans",
                            "match_niveau"]], on="qid", how="left", suffixes=("", "_found")).fillna("")
    n = len(t)
    answerable = (t.answerable == "1").to_numpy()
    strict = answerable | t.why.isin(["beaten", "unread"]).to_numpy()
    outside = t.why.isin(["pobox", "foreign", "dummy"]).to_numpy()
    wrong_number = (t.why == "hnrerr").to_numpy()
    clean = (t["flags"] == "clean").to_numpy()
    postcode = t.gevonden_postcode.str.replace(" ", "").str.upper()
    number = t.gevonden_huisnummer.str.extract(r"^\s*(\d+)", expand=False).fillna("")
    given = ((postcode.str.len() == 6) & (number != "")).to_numpy()
    right = given & (postcode == t.postcode).to_numpy() & (number == t.huisnummer).to_numpy() & ~outside
    wrong = given & ~right
    buurt = t.buurtcode_found.where(t.buurtcode_found.eq("") | t.buurtcode_found.str.startswith("BU"), "BU" + t.buurtcode_found)
    known = ((t.buurtcode != "") | outside).to_numpy()
    has_buurt = (buurt != "").to_numpy() & known
    right_buurt = has_buurt & (buurt == t.buurtcode).to_numpy() & ~outside
    wrong_buurt = has_buurt & ~right_buurt
    sure = (t.match_oordeel == "zeker").to_numpy()
    sure_wrong = sure & wrong_buurt
    chance = decimal(t.match_kans)
    scored = has_buurt & ~np.isnan(chance)
    ece, table = reliability(chance[scored], right_buurt[scored], bins)
    ece_number, _ = reliability(chance[scored & ~wrong_number], right_buurt[scored & ~wrong_number], bins)
    ece_answerable, _ = reliability(chance[scored & answerable], right_buurt[scored & answerable], bins)
    distance = np.hypot(decimal(t.x_found) - decimal(t.x), decimal(t.y_found) - decimal(t.y))

    def where(mask):
        d = distance[mask & ~np.isnan(distance)]
        if not len(d):
            return {"n": 0}
        return {"n": len(d), "p50": float(np.quantile(d, 0.5)), "p90": float(np.quantile(d, 0.9)), "p99": float(np.quantile(d, 0.99)),
                "over_100_m": float((d > 100).mean()), "over_100_m_of_all": share((d > 100).sum(), mask.sum())}

    def group(mask):
        m = int(mask.sum())
        s = mask & scored
        gap = float((chance[s] - right_buurt[s]).mean()) if s.any() else float("nan")
        return {"n": m, "right": share(right[mask].sum(), m), "wrong": share(wrong[mask].sum(), m),
                "none": share((mask & ~given).sum(), m), "buurt_right": share(right_buurt[mask].sum(), m),
                "buurt_wrong": share(wrong_buurt[mask].sum(), m), "zeker": share(sure[mask].sum(), m),
                "zeker_wrong_buurt": int(sure_wrong[mask].sum()), "zeker_wrong_buurt_share": share(sure_wrong[mask].sum(), m),
                "kans_minus_right": gap, "share_of_ece": gap * int(s.sum()) / max(1, int(scored.sum()))}

    flags = t["flags"].str.get_dummies("|").astype(bool)
    in_scope = ~outside
    report = {
        "rows": n, "rows_not_in_the_result": lost, "ceiling": share(answerable.sum(), n),
        "answerable": group(answerable), "answerable_counting_beaten": group(strict), "all": group(np.ones(n, bool)),
        "precision": share(right.sum(), given.sum()), "recall_of_answerable": share(right[answerable].sum(), answerable.sum()),
        "recall_of_rows_with_an_address": share(right.sum(), in_scope.sum()),
        "precision_buurt": share(right_buurt.sum(), has_buurt.sum()),
        "zeker": {"n": int(sure.sum()), "share": share(sure.sum(), n), "wrong_buurt": int(sure_wrong.sum()),
                  "wrong_buurt_share": share(sure_wrong.sum(), sure.sum()), "wrong_key_share": share((sure & wrong).sum(), sure.sum())},
        "verdicts": {v or "(none)": int(c) for v, c in t.match_oordeel.value_counts().sort_index().items()},
        "levels": {v or "(none)": int(c) for v, c in t.match_niveau.value_counts().sort_index().items()},
        "outside_scope": {why: {"n": int((t.why == why).sum()),
                                "not_geen": int(((t.why == why).to_numpy() & (t.match_oordeel != "geen").to_numpy()).sum()),
                                "got_a_buurt": int(((t.why == why).to_numpy() & has_buurt).sum())}
                          for why in ("pobox", "foreign", "dummy")},
        "clean": {"n": int(clean.sum()), "right": int((clean & right).sum()), "wrong": int((clean & wrong).sum()),
                  "none": int((clean & ~given).sum()), "zeker": int((clean & sure).sum())},
        "position_m": {"rows_with_an_address": where(in_scope), "without_wrong_numbers": where(in_scope & ~wrong_number),
                       "answerable": where(answerable)},
        "calibration": {"rows": int(scored.sum()), "left_out_without_buurt": int((~scored).sum()), "ece": ece,
                        "ece_without_wrong_numbers": ece_number, "ece_answerable": ece_answerable,
                        "brier": float(((chance[scored] - right_buurt[scored]) ** 2).mean()) if scored.any() else float("nan"),
                        "bins": table},
        "why": {w or "answerable": group((t.why == w).to_numpy()) for w in sorted(t.why.unique())},
        "flags_answerable": {f: group(flags[f].to_numpy() & answerable) for f in flags if (flags[f].to_numpy() & answerable).any()},
        "flags_all": {f: group(flags[f].to_numpy()) for f in flags},
    }
    return report


def percent(value, digits=2):
    return f"{100 * value:.{digits}f}" if value == value else "-"


def groups(title, entries):
    print(f"\n{title}\n  {'':20}{'n':>8}{'right':>8}{'wrong':>8}{'none':>8}{'buurt ok':>10}{'b.wrong':>8}{'zeker':>8}{'z.wrong':>8}{'z.w. %':>8}{'kans-ok':>9}{'of ECE':>9}")
    for name, g in sorted(entries.items(), key=lambda e: (-e[1]["n"], e[0])):
        print(f"  {name:20}{g['n']:8}{percent(g['right']):>8}{percent(g['wrong']):>8}{percent(g['none']):>8}{percent(g['buurt_right']):>10}"
              f"{percent(g['buurt_wrong']):>8}{percent(g['zeker'], 1):>8}{g['zeker_wrong_buurt']:8}{percent(g['zeker_wrong_buurt_share'], 3):>8}"
              f"{g['kans_minus_right']:9.4f}{g['share_of_ece']:9.5f}")


def show(r):
    a, z, c = r["answerable"], r["zeker"], r["calibration"]
    if r["rows_not_in_the_result"]:
        print(f"WARNING: {r['rows_not_in_the_result']} rows of the truth are not in the result")
    print(f"rows {r['rows']}; answerable (the ceiling) {percent(r['ceiling'], 3)} %")
    print(f"answerable rows with the right key        {percent(a['right'], 3)} %   (wrong {percent(a['wrong'], 3)}, none {percent(a['none'], 3)}, n {a['n']})")
    s = r["answerable_counting_beaten"]
    print(f"  the same, beaten and unread rows counted {percent(s['right'], 3)} %   (n {s['n']}; zeker in a wrong buurt {percent(s['zeker_wrong_buurt_share'], 3)} %)")
    print(f"answerable rows zeker in a wrong buurt    {percent(a['zeker_wrong_buurt_share'], 3)} %   ({a['zeker_wrong_buurt']} rows; zeker {percent(a['zeker'])} %)")
    print(f"answerable rows in the right buurt        {percent(a['buurt_right'], 3)} %   (wrong buurt {percent(a['buurt_wrong'], 3)})")
    g = r["all"]
    print(f"all rows: right {percent(g['right'])}  wrong {percent(g['wrong'])}  none {percent(g['none'])};  precision {percent(r['precision'])}  "
          f"recall of answerable {percent(r['recall_of_answerable'])}, of rows with an address {percent(r['recall_of_rows_with_an_address'])};  buurt right {percent(g['buurt_right'])}, precision {percent(r['precision_buurt'])}")
    print(f"zeker: {z['n']} rows ({percent(z['share'])} %), wrong buurt {z['wrong_buurt']} ({percent(z['wrong_buurt_share'], 3)} %), wrong key {percent(z['wrong_key_share'], 3)} %")
    print("verdicts: " + ", ".join(f"{k} {v}" for k, v in r["verdicts"].items()))
    print("levels: " + ", ".join(f"{k} {v}" for k, v in r["levels"].items()))
    print("not geen: " + ", ".join(f"{k} {v['not_geen']} of {v['n']} (with a buurt {v['got_a_buurt']})" for k, v in r["outside_scope"].items()))
    k = r["clean"]
    print(f"clean rows: {k['n']}, right {k['right']}, wrong {k['wrong']}, none {k['none']}, zeker {k['zeker']}")
    for name, p in r["position_m"].items():
        if p["n"]:
            print(f"metres from the true point, {name.replace('_', ' ')} (n {p['n']}): p50 {p['p50']:.1f}  p90 {p['p90']:.1f}  p99 {p['p99']:.1f}  over 100 m {percent(p['over_100_m'], 3)} %")
    if c["rows"]:
        print(f"calibration of match_kans over {c['rows']} rows with a buurt ({c['left_out_without_buurt']} without are left out): ECE {c['ece']:.5f}  "
              f"(without wrong numbers {c['ece_without_wrong_numbers']:.5f}, answerable {c['ece_answerable']:.5f}), Brier {c['brier']:.5f}")
        print(f"  {'n':>8}{'kans':>10}{'right':>10}")
        for n, p, q in c["bins"]:
            print(f"  {n:8}{p:10.5f}{q:10.5f}")
    groups("by what the row is", r["why"])
    groups("answerable rows, by kind of damage", r["flags_answerable"])
    groups("all rows, by kind of damage", r["flags_all"])


def plain_json(value):
    if isinstance(value, dict):
        return {k: plain_json(v) for k, v in value.items()}
    if isinstance(value, (list, tuple)):
        return [plain_json(v) for v in value]
    return None if isinstance(value, float) and value != value else value


if __name__ == "__main__":
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("--truth", required=True)
    parser.add_argument("--result", required=True)
    parser.add_argument("--json")
    parser.add_argument("--bins", type=int, default=20)
    arguments = parser.parse_args()
    report = evaluate(read(arguments.truth), read(arguments.result), arguments.bins)
    show(report)
    if arguments.json:
        with open(arguments.json, "w") as file:
            json.dump(plain_json(report), file, indent=1, allow_nan=False)
            file.write("\n")
