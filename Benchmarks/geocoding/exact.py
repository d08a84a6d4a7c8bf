"""Times the exact tier: postcode and number of 1,000,000 rows in random order to key and areas, from CSV to CSV.

exact.py [--wijkzicht 'wijkzicht geocode {rows} --register R.wzr --jobs 1 --out {out}'] [--rows N] [--rounds 5] [--out FOLDER]
         [--keys pc6hnr.csv[.gz]] [--data FOLDER] [--json FILE]

DuckDB (two threads) and Polars (two threads) join with a table in the layout of CBS's pc6hnr file. Every run is a process of its
own, start included; the rounds go round the tools, after one round to warm up. Peak memory is that of the process (wait4).
`{rows}` and `{out}` in the command are replaced; other commands can be added with --also NAME=COMMAND.
The answers of the tools are compared row by row on the buurt.
"""
import argparse
import csv
import gzip
import json
import multiprocessing
import os
import pathlib
import random
import shlex
import shutil
import statistics
import subprocess
import sys
import time

from common import data_folder, output_folder

DUCKDB = """
import sys, duckdb
rows, keys, out = sys.argv[1:]
c = duckdb.connect()
c.execute("set threads=2")
text = "{'PC6':'VARCHAR','Huisnummer':'INTEGER','B':'VARCHAR','W':'VARCHAR','G':'VARCHAR'}"
c.execute(f"copy (select q.*, B buurtcode, W wijkcode, G gemeentecode from read_csv('{rows}', delim=';', header=true, columns={{'postcode':'VARCHAR','huisnummer':'INTEGER'}}) q "
          f"left join read_csv('{keys}', delim=';', header=true, columns={text}) k on q.postcode=k.PC6 and q.huisnummer=k.Huisnummer) to '{out}' (header, delimiter ';')")
"""
POLARS = """
import sys
import polars as pl
rows, keys, out = sys.argv[1:]
S = pl.String
names = open(keys).readline().strip().split(';')
k = pl.scan_csv(keys, separator=';', schema=dict(zip(names, [S, pl.Int32, S, S, S])))
k = k.rename(dict(zip(names, ['PC6', 'Huisnummer', 'buurtcode', 'wijkcode', 'gemeentecode'])))
q = pl.scan_csv(rows, separator=';', schema={'postcode': S, 'huisnummer': pl.Int32})
q.join(k, left_on=['postcode', 'huisnummer'], right_on=['PC6', 'Huisnummer'], how='left').collect().write_csv(out, separator=';')
"""


def prepare(given, keys, rows, count, seed):
    with (gzip.open if str(given).endswith(".gz") else open)(given, "rb") as source, open(keys, "wb") as target:
        shutil.copyfileobj(source, target)
    with open(keys, newline="") as file:
        reader = csv.reader(file, delimiter=";")
        next(reader)
        pairs = [(line[0], line[1]) for line in reader]
    R = random.Random(seed)
    chosen = R.sample(pairs, count) if count <= len(pairs) else R.choices(pairs, k=count)
    rows.write_text("postcode;huisnummer\n" + "".join(f"{p};{h}\n" for p, h in chosen))


def main():
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("--wijkzicht")
    parser.add_argument("--also", action="append", default=[], metavar="NAME=COMMAND")
    parser.add_argument("--rows", type=int, default=1_000_000)
    parser.add_argument("--rounds", type=int, default=5)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--keys")
    parser.add_argument("--data")
    parser.add_argument("--out")
    parser.add_argument("--json")
    arguments = parser.parse_args()
    out = output_folder(arguments.out)
    given = arguments.keys
    if not given:
        found = sorted((data_folder(arguments.data) / "addresses").glob("pc6hnr*.csv*"))
        if not found:
            sys.exit("no addresses/pc6hnr*.csv in the data folder; give --keys")
        given = found[-1]
    keys, rows = out / "pc6hnr.csv", out / "rows-exact.csv"
    # In a process of its own: a child's peak memory starts at what its parent holds, so this one stays small.
    maker = multiprocessing.get_context("spawn").Process(target=prepare, args=(given, keys, rows, arguments.rows, arguments.seed))
    maker.start()
    maker.join()
    if maker.exitcode:
        sys.exit("the rows could not be made")

    commands = {}
    if arguments.wijkzicht:
        commands["wijkzicht"] = arguments.wijkzicht
    for extra in arguments.also:
        name, command = extra.split("=", 1)
        commands[name] = command
    commands = {name: [part.replace("{rows}", str(rows)).replace("{out}", str(out / f"exact-{name}.csv")) for part in shlex.split(command)]
                for name, command in commands.items()}
    for name, text in (("duckdb", DUCKDB), ("polars", POLARS)):
        script = out / f"exact_{name}.py"
        script.write_text(text)
        commands[name] = [sys.executable, str(script), str(rows), str(keys), str(out / f"exact-{name}.csv")]
    environment = {**os.environ, "POLARS_MAX_THREADS": "2"}
    times, peak = {name: [] for name in commands}, {name: 0 for name in commands}
    processor = {name: [] for name in commands}
    for turn in range(arguments.rounds + 1):
        for name, command in commands.items():
            start = time.perf_counter()
            process = subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE, env=environment)
            errors = process.stderr.read()
            _, status, usage = os.wait4(process.pid, 0)
            passed = time.perf_counter() - start
            process.returncode = os.waitstatus_to_exitcode(status)
            if process.returncode:
                sys.exit(f"{name} ended with status {process.returncode}: {errors.decode(errors='replace')[-500:]}")
            if turn:
                times[name].append(passed)
                processor[name].append(usage.ru_utime + usage.ru_stime)
            peak[name] = max(peak[name], usage.ru_maxrss)
    middle = {name: statistics.median(values) for name, values in times.items()}
    print(f"{arguments.rows} rows, {arguments.rounds} rounds")
    print(f"{'':14}{'median s':>10}{'min':>8}{'max':>8}{'CPU s':>8}{'peak MB':>9}{'of DuckDB':>11}{'rows/s':>12}")
    for name in commands:
        print(f"{name:14}{middle[name]:10.3f}{min(times[name]):8.3f}{max(times[name]):8.3f}{statistics.median(processor[name]):8.2f}{peak[name] / 1024:9.0f}"
              f"{middle[name] / middle['duckdb']:11.3f}{arguments.rows / middle[name]:12.0f}")

    def buurten(name):
        """(postcode, number) -> buurt without BU; the tools may write in another order."""
        with open(out / f"exact-{name}.csv", encoding="utf-8-sig", newline="") as file:
            reader = csv.reader(file, delimiter=";")
            header = next(reader)
            if "buurtcode" not in header:
                return {}
            p, h, b = header.index("postcode"), header.index("huisnummer"), header.index("buurtcode")
            return {(line[p], line[h]): line[b].removeprefix("BU") for line in reader}

    reference, agree = buurten("duckdb"), {}
    for name in commands:
        if name != "duckdb":
            mine = buurten(name)
            agree[name] = sum(mine.get(key) == value for key, value in reference.items()) / len(reference)
            print(f"{name}: the buurt is DuckDB's in {agree[name]:.4%} of {len(reference)} keys, {sum(v == '' for v in mine.values())} empty")
    if arguments.json:
        pathlib.Path(arguments.json).write_text(json.dumps(
            {"rows": arguments.rows, "seconds": times, "median": middle, "peak_kB": peak, "same_buurt_as_duckdb": agree}, indent=1) + "\n")


if __name__ == "__main__":
    main()
