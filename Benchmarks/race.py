"""Runs commands in turn, five rounds after one to warm up, and prints medians and ratios.
Usage: race.py 'NAME=COMMAND' 'NAME=COMMAND' …   (ratios are against the first)"""
import os
import shlex
import statistics
import subprocess
import sys
import time

runners = [argument.split("=", 1) for argument in sys.argv[1:]]
seconds = {name: [] for name, _ in runners}
memory = {name: 0 for name, _ in runners}
processor = {name: [] for name, _ in runners}
for turn in range(6):
    for name, command in runners:
        start = time.perf_counter()
        process = subprocess.Popen(shlex.split(command), stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        _, status, usage = os.wait4(process.pid, 0)
        if status != 0:
            sys.exit(f"{name} ended with status {status}")
        if turn > 0:
            seconds[name].append(time.perf_counter() - start)
            processor[name].append(usage.ru_utime + usage.ru_stime)
        memory[name] = max(memory[name], usage.ru_maxrss)
first = statistics.median(seconds[runners[0][0]])
print(f"{'':16}{'median s':>10}{'min':>8}{'max':>8}{'CPU s':>8}{'MB':>8}{'ratio':>8}")
for name, _ in runners:
    s = seconds[name]
    middle = statistics.median(s)
    print(f"{name:16}{middle:10.2f}{min(s):8.2f}{max(s):8.2f}{statistics.median(processor[name]):8.2f}{memory[name] // 1024:8}{middle / first:8.1f}")
