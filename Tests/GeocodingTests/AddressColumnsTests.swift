import CSV
import Geocoding
import Testing

/// Which columns hold an address.
@Suite struct AddressColumnsTests {
  private func detect(_ text: String) throws -> [AddressColumns.Role: Int] {
    let file = try opened(text)
    return try AddressColumns(
      header: file.header, sample: try firstChunk(file), dialect: file.dialect
    ).columns
  }

  @Test(
    arguments: [
      ("postcode;huisnummer", [.postcode: 0, .number: 1]),
      ("PC6;HNR", [.postcode: 0, .number: 1]),
      ("Post code;Huis-nr", [.postcode: 0, .number: 1]),
      (
        "id;Straatnaam;Huisnummer;Huisletter;Huisnummertoevoeging;Postcode;Woonplaats",
        [.street: 1, .number: 2, .letter: 3, .addition: 4, .postcode: 5, .place: 6]
      ),
      ("huisnummer_toevoeging;openbare_ruimte;stad", [.addition: 0, .street: 1, .place: 2]),
      ("street;house number;zip;city", [.street: 0, .number: 1, .postcode: 2, .place: 3]),
      ("adres;plaats", [.whole: 0, .place: 1]),
      ("volledig adres", [.whole: 0]),
      ("adres;huisnummer;plaats", [.street: 0, .number: 1, .place: 2]),
      ("adres;straat;huisnummer", [.street: 1, .number: 2]),
      ("nummeraanduiding_id;soort", [.identifier: 0]),
      ("BAG-id", [.identifier: 0]),
      ("nummer_id;nr", [.identifier: 0, .number: 1]),
      ("verblijfsobject", [.identifier: 0]),
    ] as [(String, [AddressColumns.Role: Int])])
  func byName(header: String, columns: [AddressColumns.Role: Int]) throws {
    #expect(try detect(header + "\n") == columns)
  }

  /// A column of which nine in ten values are postcodes is one, whatever its name.
  @Test func postcodesByContent() throws {
    #expect(
      try detect("veld;hnr\n1901AA;1\n1901 ab;2\n;3\n") == [.postcode: 0, .number: 1])
    // Not when two columns do, or too few values are.
    #expect(throws: AddressColumns.Problem.self) { try detect("a;b\n1901AA;1901AB\n") }
    #expect(throws: AddressColumns.Problem.self) { try detect("a;b\n1901AA;1\nx;2\ny;3\n") }
  }

  @Test func severalColumnsForOnePart() {
    #expect(
      throws: AddressColumns.Problem.several(.postcode, columns: ["postcode", "PC6"])
    ) { try detect("postcode;huisnummer;PC6\n") }
    #expect(throws: AddressColumns.Problem.several(.place, columns: ["Plaats", "Stad"])) {
      try detect("Plaats;Stad;straat\n")
    }
  }

  @Test func noColumns() {
    #expect(throws: AddressColumns.Problem.notFound(known: ColumnNames(["id", "soort"]))) {
      try detect("id;soort\n1;x\n")
    }
    // A number and a place are not enough.
    #expect(throws: AddressColumns.Problem.self) { try detect("huisnummer;plaats\n1;x\n") }
  }

  /// `nr` is the number of the record in one file and that of the house in another.
  @Test(
    arguments: [
      ("nr;postcode\n12;1901AA\n3;1901AA\n7;1902AB\n", [.postcode: 1, .number: 0]),
      ("nr;postcode\n1;1901AA\n2;1901AA\n3;1902AB\n", [.postcode: 1]),
      ("nr;postcode;huisnummer\n5;1901AA\n3;1901AA\n", [.postcode: 1, .number: 2]),
      ("nr;adres\n5;Proeflaan 3\n3;Horst 19 4\n", [.whole: 1]),
      ("nr;straat;plaats\n5;Proeflaan 3\n3;Proeflaan 7\n", [.street: 1, .place: 2]),
      ("adres;nr\nProeflaan;5\nHorst 19;3\nProeflaan;4\n", [.street: 0, .number: 1]),
      ("straat;nummer\nProeflaan;5\nProeflaan;3\n", [.street: 0, .number: 1]),
    ] as [(String, [AddressColumns.Role: Int])])
  func numbersOfRecords(text: String, columns: [AddressColumns.Role: Int]) throws {
    #expect(try detect(text) == columns)
  }

  @Test func needsNumbersOnly() throws {
    func needs(_ roles: [AddressColumns.Role: Int]) -> Bool {
      AddressColumns(columns: roles).needsNumbersOnly
    }
    #expect(needs([.postcode: 0, .number: 1]))
    #expect(needs([.postcode: 0, .number: 1, .addition: 2, .letter: 3]))
    for role in [AddressColumns.Role.street, .place, .whole, .identifier] {
      #expect(!needs([.postcode: 0, .number: 1, role: 2]))
    }
    #expect(!needs([.whole: 0]))
  }

  @Test func description() {
    let columns = AddressColumns(columns: [.number: 1, .postcode: 0])
    #expect(columns.description(header: ColumnNames(["pc", "nr"])) == "postcode=pc, number=nr")
  }

  @Test(arguments: [
    ("huisnummer", true), ("HUISNR", true), ("addr:housenumber", true), ("Huisletter", true),
    ("huisnummer_toevoeging", true), ("toev", true), ("bedrag", false), ("aantal", false),
    ("nummer", false), ("huishoudens", false),
  ])
  func houseNumbersByName(_ header: String, _ isHouseNumber: Bool) {
    #expect(AddressColumns.isHouseNumber(header: header) == isHouseNumber)
  }
}
