"""Times `wijkzicht link count` and DuckDB on the same registers in turn, three rounds after one to warm up, and
compares the numbers. Usage: race.py WIJKZICHT FOLDER"""
import csv
import json
import os
import shutil
import statistics
import subprocess
import sys
import time

program, folder = sys.argv[1], sys.argv[2]
periods = {"2019-2021": ("2019-01-01", "2021-12-31"), "2022-2024": ("2022-01-01", "2024-12-31")}


def measured(words):
    start = time.perf_counter()
    process = subprocess.Popen(words, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL)
    told = process.stdout.read().decode()
    _, status, usage = os.wait4(process.pid, 0)
    if status != 0:
        sys.exit(f"{words[0]}: {status}")
    return time.perf_counter() - start, usage.ru_utime + usage.ru_stime, usage.ru_maxrss // 1024, told


def counted():
    shutil.rmtree(f"{folder}/uit", ignore_errors=True)
    return measured([
        program, "link", "count", "--untraceable", f"{folder}/spoorloos.csv", "--scheme",
        f"bijstand={folder}/bijstand.csv", "--years", "2019-2024", "--pool", "3", "--purpose", "meten",
        "--legal-basis", "geen; alles is verzonnen", "--dpia", "geen", "--synthetic", "--out", f"{folder}/uit",
    ])[:3]


# Whoever is untraceable in a month of a payment within the period: both last to the end of a month.
query = """
import duckdb, json, sys
c = duckdb.connect()
c.execute("SET threads TO 2; SET enable_progress_bar = false")
folder = sys.argv[1]
types = "columns={{'token':'VARCHAR','begin':'DATE',{0}}}, delim=';', header=true"
c.execute(f"CREATE TEMP TABLE v AS SELECT token, date_trunc('month', begin) AS begin, gemeentecode FROM "
          f"read_csv('{folder}/spoorloos.csv', " + types.format("'gemeentecode':'VARCHAR'") + ")")
found = {}
periods = json.loads(sys.argv[2])
parts = ", ".join(
    f"count(DISTINCT CASE WHEN greatest(v.begin, s.begin, DATE '{a}') <= least(last_day(s.eind), DATE '{b}') "
    "THEN v.token END)" for a, b in periods.values())
rows = c.execute(
    f"SELECT v.gemeentecode, {parts} FROM v JOIN read_csv('{folder}/bijstand.csv', "
    + types.format("'eind':'DATE','gemeentecode':'VARCHAR','adres_type':'VARCHAR'")
    + ") s ON s.token = v.token GROUP BY 1 ORDER BY 1").fetchall()
print(json.dumps({f"{row[0]} {name}": n for row in rows for name, n in zip(periods, row[1:])}))
"""


def joined():
    seconds, processor, memory, told = measured([sys.executable, "-c", query, folder, json.dumps(periods)])
    return seconds, processor, memory, json.loads(told)


ours, peer = [], []
for turn in range(4):
    own, other = counted(), joined()
    if turn:
        ours.append(own)
        peer.append(other)

for name, runs in [("wijkzicht link count", ours), ("DuckDB", peer)]:
    seconds, processor = ([run[place] for run in runs] for place in (0, 1))
    print(f"{name}: {statistics.median(seconds):.2f} ({min(seconds):.2f} to {max(seconds):.2f}) s, "
          f"processor {statistics.median(processor):.2f} s, {max(run[2] for run in runs)} MB")
ratio = statistics.median(run[0] for run in peer) / statistics.median(run[0] for run in ours)
print(f"DuckDB takes {ratio:.2f} times as long")

with open(f"{folder}/uit/koppeling.csv", encoding="utf-8") as file:
    published = {
        f"{row['code']} {row['periode']}": int(row["waarde"])
        for row in csv.DictReader(file, delimiter=";")
        if row["niveau"] == "gemeente" and row["maat"] == "overlap" and row["waarde"]}
wrong = [name for name, value in published.items() if abs(peer[0][3][name] - value) > 5]
print(f"{len(published)} of {len(peer[0][3])} overlaps are published; {len(wrong)} differ by more than rounding")
sys.exit(1 if wrong or not published else 0)
