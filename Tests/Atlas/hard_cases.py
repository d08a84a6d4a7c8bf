"""Makes hard cases of an atlas: the same page with other data.

Usage: hard_cases.py ATLAS.html FOLDER
"""

import copy
import json
import re
import sys
from pathlib import Path

BLOCK = re.compile(r'(<script type="application/json" id="data">)(.*?)(</script>)', re.S)
HOSTILE = ["</script><script>alert(1)</script>", "<img src=x onerror=alert(1)>", "A & B", "'t \"Zand\"",
           "🏙️ Café d’Oude Gracht", "{{data}}", "=1+1", "W" * 90, "\u202eomgekeerd", "${alert(1)}"]


def only_states(data, letter):
    for indicator in data["indicators"]:
        for shown in indicator["maps"]:
            shown["states"] = letter * len(shown["states"])
            shown["values"] = [None] * len(shown["values"])
            shown["classes"], shown["edges"] = [], []
            shown.pop("above", None)
            shown.pop("below", None)


def hostile(data):
    for level in data["levels"]:
        level["names"] = [HOSTILE[place % len(HOSTILE)] for place in range(len(level["names"]))]
    for place, city in enumerate(data["gemeenten"]):
        city["name"] = HOSTILE[place % len(HOSTILE)]
    for place, indicator in enumerate(data["indicators"]):
        for part in ("name", "unit", "says", "saysNot"):
            indicator[part] = {"nl": HOSTILE[place % len(HOSTILE)], "en": HOSTILE[(place + 1) % len(HOSTILE)]}
    for parts in data["parts"]:
        for place, member in enumerate(parts["members"]):
            member["name"] = {"nl": HOSTILE[place % len(HOSTILE)], "en": HOSTILE[0]}
    for table in data["periods"]:
        table["title"] = {"nl": HOSTILE[0], "en": HOSTILE[1]}
        table["categories"] = [HOSTILE[place % len(HOSTILE)] for place in range(len(table["categories"]))]
    data["interpretations"] = {data["levels"][0]["codes"][0]: "\n\n".join(HOSTILE)}
    data["study"]["stamps"].append("CONCEPT")
    data["study"]["title"] = {"nl": HOSTILE[0], "en": HOSTILE[1]}


def one_city(data):
    for level in data["levels"]:
        level["gemeente"] = [0] * len(level["gemeente"])
    data["gemeenten"] = data["gemeenten"][:1]


def sixty(data):
    own = data["indicators"]
    data["indicators"] = []
    for number in range(60):
        indicator = copy.deepcopy(own[number % len(own)])
        indicator["id"] = f"{indicator['id']}_{number}"
        data["indicators"].append(indicator)


def country(data):
    # As many gemeenten as there are areas of the lowest level, up to forty.
    level = data["levels"][0]
    count = min(40, len(level["codes"]))
    data["gemeenten"] = [{"code": f"GM{place:04}", "name": f"{'abcdefghij'[place % 10]}plaats {place}"} for place in range(count)]
    for level in data["levels"]:
        level["gemeente"] = [place % count for place in range(len(level["codes"]))]
    data["heatmaps"] = []


def one_value(data):
    for indicator in data["indicators"]:
        for shown in indicator["maps"]:
            known = [place for place, state in enumerate(shown["states"]) if state.isdigit()]
            keep = known[0] if known else -1
            shown["states"] = "".join(state if place == keep else "n" for place, state in enumerate(shown["states"]))
            shown["values"] = [value if place == keep else None for place, value in enumerate(shown["values"])]


CASES = {
    "zonder-kaarten": lambda data: data["indicators"].clear(),
    "alles-onderdrukt": lambda data: only_states(data, "s"),
    "geen-gegevens": lambda data: only_states(data, "n"),
    "een-waarde": one_value,
    "vijandige-namen": hostile,
    "een-gemeente": one_city,
    "zestig": sixty,
    "veel-gemeenten": country,
}


def main():
    page, folder = Path(sys.argv[1]).read_text(), Path(sys.argv[2])
    folder.mkdir(parents=True, exist_ok=True)
    whole = json.loads(BLOCK.search(page).group(2))
    for name, change in CASES.items():
        data = copy.deepcopy(whole)
        change(data)
        text = json.dumps(data, ensure_ascii=False, separators=(",", ":")).replace("<", "\\u003c")
        (folder / f"{name}.html").write_text(BLOCK.sub(lambda m: m.group(1) + text + m.group(3), page, count=1))


if __name__ == "__main__":
    main()
