"""Made-up records of six buurten in two gemeenten, and studies of which much is hidden."""
CODES = ["BU99010000", "BU99010001", "BU99010100", "BU99010101", "BU99020002", "BU99020102"]


def records(name, header, rows):
    open(name, "w").write("\n".join([header] + rows) + "\n")


def counts(name, kinds, numbers):
    records(name, "buurtcode;soort;datum", [
        f"{code};{kind};2024-0{1 + 3 * (i % 3)}-01"
        for code, own in zip(CODES, numbers) for kind, n in zip(kinds, own) for i in range(n)])


def study(name, file, columns, own, data="synthetic: true", more=""):
    open(name + ".yaml", "w").write(
        f"study: {name}\ntitle: Verlies\npurpose: Tests\nauthor: Maker\npeildatum: 2024-12-31\naudience: openbaar\n"
        "edition: 2024\nlevel: buurt\ngemeenten: [Teststad, Proefdorp]\n"
        "areas: [test_2024.geojson, test_wijken_2024.geojson, test_gemeenten_2024.geojson]\n"
        f"records: [{{id: r, file: {file}, {data}, columns: {{{columns}}}}}]\n{own}exports: [csv]\n{more}")


def indicator(id, formula):
    open(id + ".yaml", "w").write(
        f"id: {id}\ntheme: context\ncode: eigen\nname: {{nl: {id}, en: {id}}}\nsays: {{nl: A., en: A.}}\n"
        "says_not: {nl: B., en: B.}\nunit: {nl: aantal, en: number}\ndecimals: 1\ndirection: neutral\n"
        f"minimum_denominator: 0\nformula: {formula}\ncaveats: {{nl: [V.], en: [V.]}}\nreferences: [Tests]\n")


numerator = "numerator: {records: r, measure: count}"
indicator("alles", f"{{kind: value, {numerator}}}")
indicator("glad", f"{{kind: rate, {numerator}, denominator: {{figure: winkels}}, per: 100, smoothing: empirical_bayes}}")

# Maps alone: small in both gemeenten, and large enough per wijk in one.
counts("kaart.csv", "a", [(30,), (4,), (25,), (6,), (12,), (3,)])
study("kaart", "kaart.csv", "buurtcode: buurtcode", "indicators: [{file: alles.yaml}]\n")
# Compared with the whole gemeente, of which the denominator is not given; then with it.
records("winkels.csv", "code;winkels", [f"{code};100" for code in CODES])
records("winkels_gemeente.csv", "code;winkels", ["GM9901;400", "GM9902;200"])
figures = "{id: %s, file: %s.csv, edition: 2024, key: code, columns: {winkels: winkels}}"
glad = "indicators: [{file: glad.yaml}]\nfigures: [%s]\n"
study("zonder", "kaart.csv", "buurtcode: buurtcode", glad % (figures % ("w", "winkels")))
study("met", "kaart.csv", "buurtcode: buurtcode",
      glad % (figures % ("w", "winkels") + ", " + figures % ("g", "winkels_gemeente")))
# A table alone, with totals.
table = "tables: [{id: t, records: r, category: soort, totals: true%s}]\nindicators: [%s]\n"
counts("tabel.csv", "ab", [(30, 4), (40, 22), (25, 25), (40, 40), (20, 3), (30, 30)])
study("tabel", "tabel.csv", "buurtcode: buurtcode, soort: soort", table % ("", ""))
# Per period, with totals: most is hidden for others.
counts("perioden.csv", "ab", [(36, 30), (33, 4), (39, 36), (33, 33), (30, 6), (36, 30)])
study("perioden", "perioden.csv", "buurtcode: buurtcode, soort: soort, datum: datum",
      table % (", period: quarter", "{file: alles.yaml}"))
# Sums: one record makes up most, one could be estimated by the second, one has nine records.
sums = [[5] * 20, [400] + [5] * 20, [150, 140] + [2] * 4 + [1] * 5, [30] * 9, [5] * 20, [6] * 20]
records("som.csv", "buurtcode;bedrag", [f"{code};{n}" for code, own in zip(CODES, sums) for n in own])
study("som", "som.csv", "buurtcode: buurtcode, bedrag: bedrag",
      "tables: [{id: t, records: r, count: {sum: bedrag}}]\nindicators: []\n")
# First per wijk, then per buurt, with what the first told.
level = "tables: [{id: t, records: r, level: %s}]\nindicators: []\n"
counts("boek.csv", "a", [(12,), (3,), (6,), (8,), (40,), (7,)])
for name in ("wijk", "buurt"):
    study(name, "boek.csv", "buurtcode: buurtcode", level % name, more="ledger: boek.jsonl\n")
# A claim that cannot be read.
claim = ("data: {class: politie, controller: C, legal_basis: L, purposes: [p], retention: R, dpia: D}")
study("klasse", "kaart.csv", "buurtcode: buurtcode", "indicators: [{file: alles.yaml}]\n", data=claim)
