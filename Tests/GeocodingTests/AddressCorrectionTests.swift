import CSV
import Geocoding
import Matching
import Testing

@Suite struct AddressCorrectionTests {
  private static let target = "juiste_postcode with juist_huisnummer, or juiste_buurtcode"
  private static let header = "zaak;straat;huisnummer;postcode"

  @Test func whatTheUserSaysGoesFirst() async throws {
    let outcome = try await placed(
      """
      zaak;straat;huisnummer;postcode
      a;Stationsplein;1;1011AB
      b; STATIONSPLEIN ;1 ;1011ab
      c;Stationsplein;1;1011 AB
      d;Café Zürich;;
      e;"CAFÉ ZÜRICH";;
      f;Onder de brug;;
      g;Cafe Zurich;;
      h;Stationsplein

      """,
      corrections: """
        opmerking;postcode;straat;huisnummer;juiste_postcode;juist_huisnummer;juiste_buurtcode
        x;1011AB;Stationsplein;1;1011 ac;6 hs;
        ;;café zürich;;1011AD;12-DK;
        ;;Onder De Brug;;;;00020000
        """)
    let rows = try outcome.rows()
    func part(_ row: Int) -> [String] {
      [rows[row][4], rows[row][9], rows[row][10], rows[row][11]]
    }
    #expect(part(0) == ["BU00010001", "1011AC", "6-HS", "correctie"])
    #expect(part(1) == part(0))
    #expect(part(2) == ["BU00010000", "1011AB", "1", "adres"])
    #expect(part(3) == ["BU00020000", "1011AD", "12D-K", "correctie"])
    #expect(part(4) == part(3))
    #expect(part(5) == ["BU00020000", "", "", "correctie"])
    #expect(part(6)[3] != "correctie")
    #expect(rows[7].last == "aantal_velden_wijkt_af")
    for row in [0, 1, 3, 4, 5] {
      #expect(Array(rows[row].suffix(3)) == ["1.0000", "zeker", ""])
    }
    #expect(outcome.counts.levels[.correction] == 5)
    #expect(outcome.counts.total == 8)
    #expect(outcome.counts.ragged == 1)
  }

  @Test func columnsOfTheRecordsAreFoundByName() throws {
    let matcher = try SampleRegister.matcher()
    // The postcode of the target is not taken for the postcode of the address.
    let found = try corrections(
      "adres;juiste_postcode;juist_huisnummer\nergens;1011AB;1\n", records: "adres", matcher)
    #expect(found.count == 1)
    // Another spelling of the same part.
    let spelled = try corrections(
      "straatnaam;huisnr;pc;Juiste Buurtcode\nergens;1;;BU00010000\n", records: Self.header,
      matcher)
    #expect(spelled.count == 1)
  }

  @Test func theSameCorrectionTwiceIsOne() throws {
    let found = try corrections(
      "\(Self.header);juiste_postcode;juist_huisnummer\n;ergens;;;1011AB;1\n;ERGENS;;;1011ab;01\n",
      records: Self.header, try SampleRegister.matcher())
    #expect(found.count == 1)
  }

  @Test(
    arguments: [
      (";ergens;;;;;", .noTarget),
      (";ergens;;;1011AB;1;BU00010000", .twoTargets),
      (";ergens;;;1011AB;;BU00010000", .twoTargets),
      (";ergens;;;1011AB;;", .number),
      (";ergens;;;;1;", .postcode),
      (";ergens;;;1O11AB;1;", .postcode),
      (";ergens;;;1011;1;", .postcode),
      (";ergens;;;1011AB;een;", .number),
      (";ergens;;;1011AB;-;", .number),
      (";ergens;;;1011AB;2;", .addressUnknown),
      (";ergens;;;1099ZZ;1;", .addressUnknown),
      (";ergens;;;1011AB;1A;", .addressUnknown),
      (";ergens;;;1011AB;5C;", .addressUnknown),
      (";ergens;;;1011AB;5;", .severalAreas),
      (";ergens;;;1011AD;14;", .addressWithoutArea),
      (";ergens;;;;;WK000100", .code),
      (";ergens;;;;;Centrum", .code),
      (";ergens;;;;;BU99999999", .buurtUnknown),
      (";;; ;1011AB;1;", .noAddress),
      (";ergens;;;1011AB;1", .ragged),
      (";ergens;;;1011AB;1;;", .ragged),
      (";eerst;;;1011AB;3;", .contradicts(row: 1)),
      (";EERST;;;;;BU00010000", .contradicts(row: 1)),
    ] as [(String, UserListError.Fault)])
  func badRows(_ row: String, _ fault: UserListError.Fault) throws {
    let matcher = try SampleRegister.matcher()
    #expect(throws: UserListError.row(path: "proef.csv", row: 2, fault)) {
      _ = try corrections(
        """
        \(Self.header);juiste_postcode;juist_huisnummer;juiste_buurtcode
        ;eerst;;;1011AB;1;
        \(row)

        """, records: Self.header, matcher)
    }
  }

  @Test func badLists() throws {
    let matcher = try SampleRegister.matcher()
    #expect(throws: UserListError.noRows(path: "proef.csv")) {
      _ = try corrections(
        "\(Self.header);juiste_buurtcode\n", records: Self.header, matcher)
    }
    for (header, wanted) in [
      ("straat;huisnummer;juiste_buurtcode", ["postcode"]),
      (Self.header, [Self.target]),
      ("\(Self.header);juiste_postcode", [Self.target]),
    ] {
      let known = header.split(separator: ";").map(String.init)
      #expect(
        throws: UserListError.missingColumns(
          path: "proef.csv", wanted: wanted, known: ColumnNames(known))
      ) {
        let row = String(repeating: ";", count: known.count - 1)
        _ = try corrections("\(header)\nx\(row)\n", records: Self.header, matcher)
      }
    }
  }
}
