"""Made-up counts of households: nearly all of some buurten, and an indicator that says what share they are."""
import json

counts = {}
features = json.load(open("test_2024.geojson"))["features"]
for number, feature in enumerate(features):
    own = feature["properties"]
    counts[own.get("buurtcode")] = (own, number)
households = {code: 40 + 20 * number for code, (own, number) in counts.items() if code and code.startswith("BU99")}
left = dict(zip(sorted(households), [0, 9, 10, 25, 3, 30]))
with open("huishoudens.csv", "w") as file:
    file.write("buurtcode;huishoudens\n")
    for code in sorted(households):
        file.write(f"{code};{households[code]}\n")
with open("uitkeringen.csv", "w") as file:
    file.write("buurtcode\n")
    for code in sorted(households):
        file.write(f"{code}\n" * (households[code] - left.get(code, 30)))
open("aandeel.yaml", "w").write("""id: aandeel
theme: context
code: eigen
name: {nl: aandeel, en: share}
says: {nl: A., en: A.}
says_not: {nl: B., en: B.}
unit: {nl: '%', en: '%'}
decimals: 1
direction: neutral
minimum_denominator: 0
formula: {kind: share, numerator: {records: uitkeringen, measure: count}, denominator: {figure: huishoudens}}
caveats: {nl: [V.], en: [V.]}
references: [Tests]
""")
open("studie.yaml", "w").write("""study: aandeel
title: Bijna allen
purpose: Tests van het programma; alles is verzonnen.
author: Maker
peildatum: 2024-12-31
audience: openbaar
edition: 2024
level: buurt
gemeenten: [Teststad, Proefdorp]
areas: [test_2024.geojson, test_wijken_2024.geojson, test_gemeenten_2024.geojson]
records: [{id: uitkeringen, file: uitkeringen.csv, synthetic: true, columns: {buurtcode: buurtcode}}]
figures: [{id: h, file: huishoudens.csv, edition: 2024, key: buurtcode, columns: {huishoudens: huishoudens}, source: Verzonnen, synthetic: true}]
indicators: [{file: aandeel.yaml}]
exports: [csv]
""")
