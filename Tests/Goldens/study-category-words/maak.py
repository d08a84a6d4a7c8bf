"""Made-up reports: two kinds of many, and words that one or a few have."""
CODES = ["BU99010000", "BU99010001", "BU99010100", "BU99010101", "BU99020002", "BU99020102"]
rows = [(code, kind) for code in CODES for kind in ["drugs", "geluid"] for _ in range(30)]
rows += [(CODES[0], "overlast door Geheim op nr 12")] + [(CODES[1], "zeldzaam")] * 9 + [(CODES[2], "tien")] * 10
with open("meldingen.csv", "w") as file:
    file.write("buurtcode;soort;adres\n")
    for number, (code, kind) in enumerate(rows):
        file.write(f"{code};{kind};Teststraat t{number}\n")
