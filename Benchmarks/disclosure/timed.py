"""Runs a study for everybody and for internal use in turn, three rounds after one to warm up: the difference is what
suppression and audit take. Prints medians, the least and the most.
Usage: timed.py WIJKZICHT STUDY_FOLDER NAME…"""
import os
import shutil
import statistics
import subprocess
import sys
import time

program, folder, names = sys.argv[1], sys.argv[2], sys.argv[3:]


def run(study):
    start = time.perf_counter()
    out = f"{folder}/uit-{study}"
    shutil.rmtree(out, ignore_errors=True)
    words = [program, "run", f"{folder}/{study}.yaml", "--out", out, "--jobs", "1"]
    process = subprocess.Popen(words, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE)
    told = process.stderr.read().decode()
    _, status, usage = os.wait4(process.pid, 0)
    if status != 0:
        sys.exit(f"{study}: {told}")
    return time.perf_counter() - start, usage.ru_utime + usage.ru_stime, usage.ru_maxrss // 1024


def text(numbers):
    return f"{statistics.median(numbers):.2f} ({min(numbers):.2f} to {max(numbers):.2f})"


for name in names:
    rounds = [(run(f"{name}-openbaar"), run(f"{name}-intern")) for _ in range(4)][1:]
    print(f"{name}: {text([a[0] - b[0] for a, b in rounds])} s of suppression and audit, processor "
          f"{text([a[1] - b[1] for a, b in rounds])} s; whole run {text([a[0] for a, _ in rounds])} s, "
          f"{max(a[2] for a, _ in rounds)} MB")
