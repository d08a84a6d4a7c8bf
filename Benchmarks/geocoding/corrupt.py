"""Draws addresses from the real register and damages them the way municipal files are damaged, with the truth beside it.

corrupt.py --seed S --rows N --out DIR [--model base|grown] [--data FOLDER] [--cache FOLDER]

Writes DIR/rows.csv (what a geocoder gets), DIR/truth.csv (key, true point and buurt, what was done, whether it can be answered)
and DIR/summary.txt (count per kind of damage, the ceiling). The same seed gives the same bytes. `base`: independent errors at
fixed rates. `grown`: the same rates spread over clerks with habits of their own, and more kinds of damage; see README.md.
Seeds 1 and up to 41 are for fitting, 42 and up for reporting.
"""
import argparse
import csv
import random
import re
from collections import Counter, defaultdict

from answerable import Register
from common import COLUMNS, data_folder, fold, output_folder, place_name, plain, table_with_buurten

LETTERS = "abcdefghijklmnopqrstuvwxyz"
SHORTENED = [("straat", "str."), ("straat", "str"), ("laan", "ln"), ("plein", "pln."), ("weg", "wg"), ("burgemeester", "Burg."),
             ("dokter", "Dr."), ("doctor", "Dr."), ("professor", "Prof."), ("van der ", "v.d. "), ("van de ", "v/d "),
             ("van den ", "v.d. "), ("sint ", "St. "), ("koningin ", "Kon. "), ("prins ", "Pr. "), ("noord", "N."),
             ("singel", "sgl"), ("gracht", "gr."), ("plantsoen", "plnts.")]
SOUNDS = [("ij", "y"), ("ei", "ij"), ("ou", "au"), ("ck", "k"), ("ae", "aa"), ("sch", "s"), ("ph", "f"), ("th", "t"), ("c", "k"), ("z", "s")]
LOOKS = str.maketrans({"o": "0", "l": "1", "s": "5", "b": "8", "O": "0", "I": "1", "S": "5", "B": "8"})
SUFFIXES = [("plantsoen", "plnts"), ("straat", "str"), ("singel", "sngl"), ("gracht", "gr"), ("plein", "pln"), ("laan", "ln"),
            ("weg", "wg"), ("dijk", "dk"), ("kade", "kd"), ("park", "prk"), ("hof", "hf"), ("steeg", "stg"), ("markt", "mrkt")]
TITLES = {"burgemeester": ["Burg", "Bgm."], "dokter": ["Dr", "Dr."], "doctor": ["Dr", "Dr."], "professor": ["Prof", "Prof."],
          "sint": ["St", "St."], "koningin": ["Kon", "Kon."], "prins": ["Pr", "Pr."], "prinses": ["Prs", "Prs."],
          "meester": ["Mr", "Mr."], "ingenieur": ["Ir", "Ir."], "dominee": ["Ds", "Ds."], "pastoor": ["Past", "Past."],
          "graaf": ["Gr", "Gr."], "generaal": ["Gen", "Gen."], "kapitein": ["Kapt", "Kapt."], "kanunnik": ["Kan", "Kan."]}
PARTICLES = {"van": "v", "der": "d", "den": "d", "de": "d", "ten": "t", "ter": "t", "het": "'t", "en": "en"}
MONTHS = "jan feb mrt apr mei jun jul aug sep okt nov dec".split()
ROMAN = ["", "I", "II", "III", "IV"]
FOREIGN = [("Bahnhofstraße", "26721", "Emden"), ("Hauptstraße", "26789", "Leer"), ("Am Markt", "49808", "Lingen"),
           ("Marktstraße", "47533", "Kleve"), ("Schulstr.", "48529", "Nordhorn"), ("Lindenallee", "52062", "Aachen"),
           ("Rue de la Gare", "4000", "Liège"), ("Meir", "2000", "Antwerpen"), ("Veldstraat", "9000", "Gent"),
           ("Stationsstraat", "9100", "Sint-Niklaas"), ("Kerkstraat", "8300", "Knokke-Heist"), ("Markt", "8000", "Brugge"),
           ("Rue de Rivoli", "75001", "Paris"), ("High Street", "OX1 4AA", "Oxford"), ("Baker Street", "NW1 6XE", "London"),
           ("ul. Długa", "80-827", "Gdańsk"), ("Calle Mayor", "28013", "Madrid"), ("Strada Lungă", "500058", "Brașov")]
COUNTRY = {5: "Duitsland", 4: "België", 7: "Groot-Brittannië"}
DUMMY_POSTCODES = ["9999XX", "9999ZZ", "9999ZA", "0000AA", "0000XX", "1234AB", "9999 XX", "0000", "9999", "XXXXXX", "onbekend"]
DUMMY_STREETS = ["Onbekend", "onbekend", "-", "n.v.t.", "nvt", "zvwp", "ZVWOVP", "Adres onbekend", "x", "?", "", "Geen vaste woonplaats"]
NOTES = ["t.a.v. balie", "achterom", "bel 2x", "c/o", "(nieuwbouw)", "naast de kerk", "open 09:00-17:00", "let op: hond"]


def edit(R, text):
    """One character inside the text dropped, added, replaced or swapped with its neighbour."""
    if len(text) < 4:
        return text
    at, kind = R.randrange(1, len(text) - 1), R.choice("drxs")
    if kind == "d":
        return text[:at] + text[at + 1:]
    if kind == "x":
        return text[:at] + text[at + 1] + text[at] + text[at + 2:]
    return text[:at] + R.choice(LETTERS) + text[at + (kind == "s"):]


def replace_first(text, old, new):
    at = text.lower().index(old)
    return text[:at] + new + text[at + len(old):]


def norm_name(name, room=24):
    """About what NEN 5825 does with a long name: the last word's ending, particles, titles, then initials from the left."""
    words = name.split()
    for long_form, short_form in SUFFIXES:
        if len(" ".join(words)) > room and words[-1].lower().endswith(long_form) and len(words[-1]) > len(long_form):
            words[-1] = words[-1][:-len(long_form)] + short_form
            break
    if len(" ".join(words)) > room:
        words = [PARTICLES.get(w.lower(), w) if 0 < i < len(words) - 1 else w for i, w in enumerate(words)]
        words = re.sub(r"\bv d\b", "vd", " ".join(words)).split()
    for i in range(len(words) - 1):
        if len(" ".join(words)) <= room:
            break
        title = TITLES.get(words[i].lower())
        words[i] = title[0] if title else words[i] if words[i] in ("v", "vd", "d", "t", "'t", "en") else words[i][0].upper()
    return " ".join(words)[:room].strip()


def other_name(R, name):
    """Abbreviations that follow no norm: titles with a dot, first names to initials, particles cut, endings cut."""
    words = name.split()
    for i, word in enumerate(words[:-1]):
        low = word.lower()
        if low in TITLES:
            words[i] = TITLES[low][1]
        elif low in PARTICLES:
            words[i] = R.choice([PARTICLES[low], PARTICLES[low] + ".", word])
        elif word[0].isupper() and R.random() < 0.6:
            words[i] = word[0] + R.choice([".", "", "."])
    for long_form, short_form in SUFFIXES:
        if words[-1].lower().endswith(long_form) and len(words[-1]) > len(long_form) and R.random() < 0.5:
            words[-1] = words[-1][:-len(long_form)] + short_form
            break
    return " ".join(words)


class Clerk:
    """Errors come in clusters: a clerk makes some kinds far more often than others and has one way of writing."""

    KINDS = "diacr abbr typo phon ocr place pc hnr add layout style".split()

    def __init__(self, R, grown):
        self.grown = grown
        # Gamma with mean 1: the overall rates stay what they are.
        self.habit = {kind: R.gammavariate(0.8, 1 / 0.8) if grown else 1.0 for kind in self.KINDS}
        case = R.random()
        self.case = "upper" if case < 0.25 else "lower" if case < 0.35 else ""
        self.spaced, self.low = R.random() < 0.4, R.random() < 0.1
        self.glue = R.choice(["", "-", " "])
        self.excel = R.random() < 0.3
        self.number_in_street = R.random() < 0.02
        self.gemeente_always = R.random() < 0.015

    def rate(self, kind, rate):
        return min(0.95, rate * self.habit[kind])


def damage(R, source, clerk, pools):
    """(cells, flags, judged): the five cells as written, what was done, and the cells as they were before the layout was damaged."""
    straat, number, letter, addition, postcode, woonplaats, gemeente = source
    grown, r, flags = clerk.grown, R.random, []

    def happens(kind, rate):
        return r() < clerk.rate(kind, rate)

    street, cell, pc, place = straat, str(number), postcode, woonplaats
    add = letter + addition
    if letter and addition:
        add = letter + R.choice(["", "-", " "]) + addition
    hidden = None                               # the street as judged, when its abbreviation hides it

    if plain(street) != street and happens("diacr", 0.6):
        street = plain(street)
        flags.append("diacr")
    if grown and len(straat) > 24 and happens("abbr", 0.3):
        street, hidden = norm_name(straat), straat
        flags.append("nen24")
    elif grown and " " in straat and happens("abbr", 0.03):
        street = other_name(R, straat)
        if street != straat:
            hidden = straat
            flags.append("initials")
    elif grown and len(straat) > 20 and happens("style", 0.02):
        street, hidden = straat[:20].rstrip(), straat
        flags.append("cut20")
    if not hidden:
        if happens("abbr", 0.15):
            fitting = [pair for pair in SHORTENED if pair[0] in street.lower()]
            if fitting:
                old, new = R.choice(fitting)
                first = street.lower().startswith(old)
                street = replace_first(street, old, new if first else new.lower())
                flags.append("abbr")
        if happens("typo", 0.08):
            street = edit(R, street)
            flags.append("typo1")
        if happens("typo", 0.015):
            street = edit(R, edit(R, street))
            flags.append("typo2")
        if happens("phon", 0.01):
            fitting = [pair for pair in SOUNDS if pair[0] in street.lower()]
            if fitting:
                street = replace_first(street, *R.choice(fitting))
                flags.append("phon")
        if happens("ocr", 0.01):
            at = R.randrange(len(street))
            street = street[:at] + street[at].translate(LOOKS) + street[at + 1:]
            flags.append("ocr")

    former = pools["former"].get(postcode[:4]) if grown else None
    if former and fold(former) != fold(woonplaats) and happens("place", 0.05):
        place = former
        flags.append("former_gemeente")
    elif gemeente != woonplaats and (happens("place", 0.06) or (grown and clerk.gemeente_always)):
        place = gemeente
        flags.append("gemeente_for_place")
    elif grown and postcode[:4] in pools["alias"] and happens("place", 0.03):
        place = R.choice(pools["alias"][postcode[:4]])
        flags.append("place_alias")
    if happens("place", 0.02):
        place = edit(R, place)
        flags.append("placetypo")
    if happens("place", 0.05):
        place = ""
        flags.append("noplace")

    factor = clerk.habit["pc"] if grown else 1.0
    draw = r() / max(factor, 1e-9)
    if draw < 0.10:
        pc = ""
        flags.append("nopc")
    elif draw < 0.14:
        pc = pc[:4]
        flags.append("pc4")
    elif draw < 0.155:
        others = [p for p in pools["pc4"][postcode[:4]] if p != postcode]
        if others:
            pc = R.choice(others)
            flags.append("stalepc")
    elif draw < 0.175:
        at = R.choice([4, 5])
        pc = pc[:at] + R.choice("ABCDEGHJKLMNPRSTVWXZ") + pc[at + 1:]
        flags.append("pcletter")
    elif draw < 0.185:
        at = R.choice([0, 1, 2])
        pc = pc[:at] + pc[at + 1] + pc[at] + pc[at + 2:]
        flags.append("pcdigit")
    if len(pc) == 6 and (clerk.spaced if grown else r() < 0.4):
        pc = pc[:4] + " " + pc[4:]
    if clerk.low if grown else r() < 0.1:
        pc = pc.lower()
    judged_pc = pc
    if grown and re.search(r"[01]", pc) and r() < 0.004:
        pc = pc.replace("0", "O").replace("1", "I")
        flags.append("pclook")

    if happens("hnr", 0.01):
        cell = str(max(1, number + R.choice([-2, 2, 10, 1])))
        flags.append("hnrerr")
    judged_add = None
    if grown and add:
        style = None
        if add in ("1", "2", "3", "4") and happens("add", 0.12):
            n = int(add)
            style = R.choice([ROMAN[n], f"{n}hoog", f"{n} hoog", f"{n}e verd.", f"{n}-hoog", f"{n}e"])
        elif add.upper() == "H" and happens("add", 0.5):
            style = R.choice(["hs", "HS", "huis"])
        elif add.upper() == "A" and happens("add", 0.02):
            style = R.choice(["A-hoog", "bis", "1hoog"])
        if style:
            judged_add, add = add, style
            flags.append("floor")
    elif grown and not add and happens("add", 0.004):
        add = R.choice(["hs", "huis", "bg", "bis", "boven", "zwart", "rood", "I", "to"])
        flags.append("floor_added")
    if add and happens("add", 0.10):
        add, judged_add = "", None
        flags.append("noadd")
    judged_cell = cell
    if add and happens("add", 0.30):
        glue = clerk.glue if grown and r() < 0.8 else R.choice(["", "-", " "])
        judged_cell = cell + glue + (judged_add or add)
        cell, add, judged_add = cell + glue + add, "", None
        flags.append("glued")
    if happens("hnr", 0.01):
        cell += f"-{number + 2}"
        judged_cell += f"-{number + 2}"
        flags.append("range")
    if grown and clerk.excel:
        m = re.fullmatch(r"(\d{1,2})-(\d{1,2})", cell)
        if m and 1 <= int(m[1]) <= 31 and 1 <= int(m[2]) <= 12 and r() < 0.7:
            day, month = int(m[1]), int(m[2])
            cell = R.choice([f"{day}-{MONTHS[month - 1]}", f"{day}-{MONTHS[month - 1]}", f"{day:02}-{month:02}-2024"])
            flags.append("excel_date")
        elif re.fullmatch(r"\d+", cell) and r() < 0.02:
            cell += R.choice([",0", ".0"])
            flags.append("excel_decimal")
    if happens("layout", 0.01):
        street, place = place, street
        if hidden:
            hidden = None
        flags.append("swap")
    kept = (hidden or street, judged_cell, add if judged_add is None else judged_add, judged_pc, place)
    if r() < 0.03 if not grown else (clerk.number_in_street or happens("layout", 0.012)):
        kept = ((hidden or street) + " " + judged_cell + (" " + kept[2] if kept[2] else ""), "", "", judged_pc, place)
        street, cell, add = street + " " + cell + (" " + add if add else ""), "", ""
        flags.append("hnr_in_street")

    if grown:
        layout = r()
        if happens("style", 0.25) and street.encode("ascii", "ignore").decode() != street:
            street = R.choice([lambda s: s.encode("utf-8").decode("cp1252", "replace"), lambda s: re.sub(r"[^\x00-\x7f]", "?", s),
                               lambda s: re.sub(r"[^\x00-\x7f]", "\ufffd", s)])(street)
            flags.append("mojibake")
        if add == "" and happens("style", 0.003):
            add = R.choice(NOTES)
            flags.append("note")
        if layout < 0.004 and not add and pc:
            street, cell, add, pc, place = street, cell, pc, place, ""
            flags.append("shifted")
        elif layout < 0.006 and not add:
            street, cell, add, pc, place = "", street, cell, pc, place
            flags.append("shifted")
        elif layout < 0.009:
            second = R.choice(pools["table"])
            street = f"{street} {cell}{' ' + add if add else ''} {R.choice(['/', 'en', '+', ';'])} {second[0]} {second[1]}"
            cell, add = "", ""
            flags.append("twoaddr")
        elif layout < 0.021:
            parts = [f"{street} {cell}{' ' + add if add else ''}".strip(), f"{pc}{'  ' if r() < .3 else ' '}{place}".strip()]
            street, cell, add, pc, place = R.choice([", ", " ", ",", " - "]).join(p for p in parts if p), "", "", "", ""
            flags.append("onecell")
        elif layout < 0.031 and pc:
            place, pc = f"{pc} {place}".strip(), ""
            flags.append("pc_in_place")

    case = clerk.case if grown else None
    if case is None:
        y = r()
        case = "upper" if y < 0.25 else "lower" if y < 0.35 else ""
    if case == "upper":
        street, place = street.upper(), place.upper()
    elif case == "lower":
        street, place = street.lower(), place.lower()

    if r() < 0.005:
        street, cell, add, flags = "Postbus", str(R.randrange(1, 9999)), "", ["pobox"]
        if grown:
            form = r()
            if form < 0.3:
                street, cell = f"{R.choice(['Postbus', 'postbus', 'Postb.', 'P.O. Box', 'POSTBUS'])} {cell}", ""
            elif form < 0.4:
                street = "Antwoordnummer"
            pc, place = postcode, woonplaats
    if grown and r() < 0.004:
        name, code, city = R.choice(FOREIGN)
        number = R.randrange(1, 200)
        street, cell, add, pc, place, flags = name, str(number), "", code, city, ["foreign"]
        form = r()
        if form < 0.2:
            street, cell = f"{name} {number}", ""
        elif form < 0.4:
            place = f"{city}, {COUNTRY.get(len(code), 'buitenland')}"
        elif form < 0.5:
            pc, place = {5: "D-", 4: "B-"}.get(len(code), "") + code, city
    elif grown and r() < 0.004:
        street, cell, add, pc, flags = R.choice(DUMMY_STREETS), R.choice(["", "0", "1", "999", "99"]), "", R.choice(DUMMY_POSTCODES), ["dummy"]
        place = R.choice(["Onbekend", "", "onbekend", woonplaats, woonplaats])
    return [street, cell, add, pc, place], flags or ["clean"], kept


def old_places(data, table):
    """From the list of four-digit postcodes of 2014: the gemeente of then where it is none now, and other spellings of places."""
    now = {fold(place_name(g)) for g in table.gemeente.unique()}
    mine = set(table.postcode.str[:4].unique())
    former, alias = {}, {}
    path = data / "addresses" / "4pp.csv"
    if path.exists():
        for row in csv.DictReader(open(path, encoding="utf-8", newline="")):
            if row["postcode"] not in mine:
                continue
            if row["gemeente"] and fold(place_name(row["gemeente"])) not in now:
                former[row["postcode"]] = row["gemeente"]
            spellings = [s.strip() for s in re.split(r"[,;|]", row["alternatieve_schrijfwijzen"] or "") if s.strip()]
            if spellings:
                alias[row["postcode"]] = spellings
    return former, alias


def main():
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("--seed", type=int, required=True)
    parser.add_argument("--rows", type=int, default=100_000)
    parser.add_argument("--model", choices=["base", "grown"], default="grown")
    parser.add_argument("--out")
    parser.add_argument("--data")
    parser.add_argument("--cache", help="where the register with buurten is kept (default: the folder above --out)")
    parser.add_argument("--areas", help="GeoPackage with the layer buurten (default: the national one of 2024 in the data folder)")
    arguments = parser.parse_args()
    data, out = data_folder(arguments.data), output_folder(arguments.out)
    table = table_with_buurten(data, output_folder(arguments.cache or out.parent), arguments.areas)
    grown = arguments.model == "grown"
    former, alias = old_places(data, table)

    # The addresses depend on the seed only, so that both models damage the same ones.
    picked = random.Random(f"rows {arguments.seed}").sample(range(len(table)), arguments.rows)
    R = random.Random(f"{arguments.model} {arguments.seed}")
    drawn = table.iloc[picked]
    sources = list(zip(*(drawn[c].tolist() for c in "straat huisnummer letter toevoeging postcode woonplaats gemeente".split())))
    places = list(zip(*(drawn[c].tolist() for c in "buurtcode x y".split())))
    pc4 = defaultdict(list)
    for postcode in sorted(table.postcode.unique()):
        pc4[postcode[:4]].append(postcode)
    pools = {"former": former, "alias": alias, "pc4": pc4, "table": sources}
    clerks = [Clerk(R, grown) for _ in range(max(1, arguments.rows // 500) if grown else 1)]
    sizes = [1 / (i + 5) for i in range(len(clerks))]       # a few clerks enter most of it

    register = Register(table, former if grown else None)
    counts, verdicts = Counter(), Counter()
    with open(out / "rows.csv", "w", encoding="utf-8", newline="") as rows_file, \
            open(out / "truth.csv", "w", encoding="utf-8", newline="") as truth_file:
        rows, truth = csv.writer(rows_file, delimiter=";", lineterminator="\n"), csv.writer(truth_file, delimiter=";", lineterminator="\n")
        rows.writerow(COLUMNS)
        truth.writerow("qid;postcode;huisnummer;letter;toevoeging;straat;woonplaats;gemeente;buurtcode;x;y;flags;answerable;why;clerk".split(";"))
        for qid, (source, (buurt, x, y)) in enumerate(zip(sources, places)):
            who = R.choices(range(len(clerks)), sizes)[0] if grown else 0
            cells, flags, judged = damage(R, source, clerks[who], pools)
            straat, number, letter, addition, postcode, woonplaats, gemeente = source
            out_of_scope = [f for f in ("pobox", "foreign", "dummy", "hnrerr") if f in flags]
            if out_of_scope:
                why = out_of_scope[0]
            else:
                why = register.judge((straat, woonplaats, gemeente, number, postcode), judged)
                if "twoaddr" in flags and len(judged[3].replace(" ", "")) != 6:
                    why = "tie"                 # nothing says which of the two is meant
            counts.update(flags)
            verdicts[why or "answerable"] += 1
            rows.writerow([qid] + cells)
            truth.writerow([qid, postcode, number, letter, addition, straat, woonplaats, gemeente, buurt, f"{x:.2f}", f"{y:.2f}",
                            "|".join(flags), 0 if why else 1, why, who])
    n = arguments.rows
    with open(out / "summary.txt", "w") as file:
        print(f"model {arguments.model}, seed {arguments.seed}, {n} rows", file=file)
        print(f"ceiling: {verdicts['answerable'] / n:.4%} of the rows can be answered", file=file)
        for why, count in sorted(verdicts.items(), key=lambda v: (-v[1], v[0])):
            print(f"  {why:20}{count:8}{count / n:10.3%}", file=file)
        print("what was done (a row can have several)", file=file)
        for flag, count in sorted(counts.items(), key=lambda v: (-v[1], v[0])):
            print(f"  {flag:20}{count:8}{count / n:10.3%}", file=file)
    print((out / "summary.txt").read_text(), end="")


if __name__ == "__main__":
    main()
