"""Made-up records of six buurten, and studies that tell what of them leaves a few."""
CODES = ["BU99010000", "BU99010001", "BU99010100", "BU99010101", "BU99020002", "BU99020102"]


def records(name, counts):
    rows = [f"{code};{kind}" for code, own in zip(CODES, counts) for kind, n in zip("abcd", own) for _ in range(n)]
    open(name, "w").write("buurtcode;soort\n" + "\n".join(rows) + "\n")


def indicator(id, kinds):
    where = f", where: {{soort: [{', '.join(kinds)}]}}" if kinds else ""
    open(id + ".yaml", "w").write(
        f"id: {id}\ntheme: context\ncode: eigen\nname: {{nl: {id}, en: {id}}}\nsays: {{nl: A., en: A.}}\n"
        "says_not: {nl: B., en: B.}\nunit: {nl: aantal, en: number}\ndecimals: 0\ndirection: neutral\n"
        f"minimum_denominator: 0\nformula: {{kind: value, numerator: {{records: r, measure: count{where}}}}}\n"
        "caveats: {nl: [V.], en: [V.]}\nreferences: [Tests]\n")


def study(name, file, indicators, own=""):
    open(name + ".yaml", "w").write(
        f"study: {name}\ntitle: Rest\npurpose: Tests\nauthor: Maker\npeildatum: 2024-12-31\naudience: openbaar\n"
        "edition: 2024\nlevel: buurt\ngemeenten: [Teststad, Proefdorp]\nareas:\n"
        f"  files: [test_2024.geojson, test_wijken_2024.geojson, test_gemeenten_2024.geojson]\n{own}"
        f"records: [{{id: r, file: {file}, synthetic: true, columns: {{buurtcode: buurtcode, soort: soort}}}}]\n"
        f"indicators: [{indicators}]\nexports: [csv]\n")


for id, kinds in {"alles": "", "a": "a", "b": "b", "ab": "ab", "bc": "bc", "abc": "abc"}.items():
    indicator(id, kinds)
# 52 less 30 and 20 leaves 2 in the first buurt.
records("drie.csv", [(30, 20, 2), (30, 40, 22), (25, 25, 25), (40, 40, 40), (20, 20, 20), (30, 30, 30)])
study("drie", "drie.csv", "{file: alles.yaml}, {file: a.yaml}, {file: b.yaml}")
# What both of two hold: 31 and 41 less 71 is 1.
records("samen.csv", [(30, 1, 40, 40)] + [(30, 20, 40, 40)] * 5)
study("samen", "samen.csv", "{file: ab.yaml}, {file: bc.yaml}, {file: abc.yaml}")
# Areas that overlap: 32 in the wijk, 30 in the gebied, which is one of its two buurten.
records("overlap.csv", [(30,), (2,), (25,), (40,), (20,), (30,)])
open("gebieden.csv", "w").write("buurtcode;gebied\n" + "".join(
    f"{code};{own}\n" for code, own in zip(CODES, ["X1", "X2", "X2", "X2", "X3", "X3"])))
study("overlap", "overlap.csv", "{file: alles.yaml, level: [gebied, wijk]}",
      "  own:\n    - {level: gebied, plural: gebieden, mapping: gebieden.csv, key: buurtcode, code: gebied}\n")
# All but two are abc in every buurt: one of the two counts is hidden everywhere.
records("meest.csv", [(30, 10 + n, 20, 2) for n in range(6)])
study("meest", "meest.csv", "{file: alles.yaml, level: [buurt, wijk]}, {file: abc.yaml, level: [buurt, wijk]}")
