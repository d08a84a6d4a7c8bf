"""Made-up registers with tokens of nobody, for timing. Python alone, no packages.
Usage: make_registers.py OUT_FOLDER UNTRACEABLE PAYMENTS"""
import hashlib
import pathlib
import random
import sys

out, persons, payments = pathlib.Path(sys.argv[1]), int(sys.argv[2]), int(sys.argv[3])
gemeenten = ["GM0363", "GM0518", "GM0599", "GM0344", "GM0855"]


def token(number):
    return hashlib.sha256(f"niemand {number}".encode()).hexdigest()


random.seed(20261130)
with open(out / "spoorloos.csv", "w", encoding="ascii") as file:
    file.write("token;begin;gemeentecode\n")
    for person in range(persons):
        day = f"{random.randint(2015, 2024)}-{random.randint(1, 12):02}-01"
        file.write(f"{token(person)};{day};{random.choice(gemeenten)}\n")
with open(out / "bijstand.csv", "w", encoding="ascii") as file:
    file.write("token;begin;eind;gemeentecode;adres_type\n")
    for _ in range(payments):
        # One payment in ten is to somebody who is untraceable.
        number = random.randrange(persons * 10)
        year = random.randint(2019, 2023)
        end = f"{year + random.randint(0, 1)}-{random.randint(1, 12):02}-28"
        place, kind = random.choice(gemeenten), random.choice(["brp", "brp", "brp", "brief", "post"])
        file.write(f"{token(number)};{year}-01-01;{end};{place};{kind}\n")
