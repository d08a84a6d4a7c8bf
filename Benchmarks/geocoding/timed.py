"""Runs a command and prints its time and peak memory: timed.py [--rows N] [--rounds N] NAME COMMAND ...
With several rounds the first is left out and the median given. What the command prints is shown only when it fails."""
import argparse
import os
import statistics
import subprocess
import sys
import time

parser = argparse.ArgumentParser()
parser.add_argument("--rows", type=int)
parser.add_argument("--rounds", type=int, default=0)
parser.add_argument("name")
parser.add_argument("command", nargs=argparse.REMAINDER)
arguments = parser.parse_args()
seconds, peak = [], 0
for turn in range(arguments.rounds + 1):
    start = time.perf_counter()
    process = subprocess.Popen(arguments.command, stdout=subprocess.PIPE, stderr=subprocess.STDOUT)
    text = process.stdout.read()
    _, status, usage = os.wait4(process.pid, 0)
    process.returncode = os.waitstatus_to_exitcode(status)
    passed = time.perf_counter() - start
    if process.returncode:
        sys.exit(f"{arguments.name} ended with status {process.returncode}\n{text.decode(errors='replace')[-2000:]}")
    peak = max(peak, usage.ru_maxrss)
    if turn or not arguments.rounds:
        seconds.append(passed)
middle = statistics.median(seconds)
rate = f", {arguments.rows / middle:.0f} rows/s" if arguments.rows else ""
print(f"{arguments.name}: {middle:.3f} s (from {min(seconds):.3f} to {max(seconds):.3f}, {len(seconds)} runs){rate}, peak {peak / 1024:.0f} MB", flush=True)
