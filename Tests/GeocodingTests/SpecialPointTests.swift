import Areas
import CSV
import Geocoding
import Matching
import TestSupport
import Testing

@Suite struct SpecialPointTests {
  // MARK: Addresses

  @Test func everyActionByAddress() async throws {
    let text = """
      postcode;huisnummer
      1011AB;1
      1011AB;3
      1011AC;6
      1011AC;6-1
      1011AD;10
      1011AD;12
      1011

      """
    let plain = try await placed(text)
    let outcome = try await placed(
      text,
      special: """
        gevonden_postcode;gevonden_huisnummer;wat;naam
        1011ab;1;weglaten;Politie
        1011AC;6;EIGEN_REGEL;"Balie; stad"
        1011 AD;10;alleen_gemeente;
        """)
    #expect(
      outcome.text.split(separator: "\n").first
        == "\(plain.text.split(separator: "\n")[0]);bijzonder_punt")
    let rows = try outcome.rows()
    func part(_ row: Int) -> [String] { Array(rows[row][2..<5]) + Array(rows[row][7...]) }
    #expect(
      part(0) == [
        "", "", "", "1011AB", "1", "geen", "", "", "geen", "bijzonder_punt_weggelaten", "",
      ])
    #expect(
      part(2) == [
        "", "", "", "1011AC", "6", "geen", "", "", "geen", "bijzonder_punt", "Balie; stad",
      ])
    #expect(
      part(4)
        == [
          "", "", "GM0002", "1011AD", "10", "gemeente", "=-=--", "", "geen", "bijzonder_punt", "",
        ])
    let others = try plain.rows()
    // An address with an addition is another point than the number; others stay as they were.
    for row in [1, 3, 5, 6] { #expect(rows[row] == others[row] + [""]) }
    #expect(outcome.counts.specialPoints == [.specialPoint: 2, .specialPointLeftOut: 1])
    #expect(outcome.counts.levels[.municipality] == 1)
    #expect(outcome.counts.verdicts[.none] == 3 + (plain.counts.verdicts[.none] ?? 0))
    // Records at special points are in no buurt, so in no count of one.
    let points = try #require(outcome.points)
    #expect(points.heaps(minimum: 1, share: 0).map(\.count).reduce(0, +) == 3)
  }

  @Test(
    arguments: [
      ("1011AB;1;weglaten;x", .repeats(row: 1)),
      ("1011 ab;01;weglaten;", .repeats(row: 1)),
      ("1011AB;2;weglaten;", .addressUnknown),
      ("1011AB;;weglaten;", .number),
      (";1;weglaten;", .postcode),
      ("1011AC;2;verplaatsen;", .action),
      ("1011AC;2;;", .action),
      ("1011AC;2;eigen_regel; ", .noName),
      ("1011AC;2;weglaten", .ragged),
    ] as [(String, UserListError.Fault)])
  func badRows(_ row: String, _ fault: UserListError.Fault) throws {
    let register = try SampleRegister.register()
    #expect(throws: UserListError.row(path: "proef.csv", row: 2, fault)) {
      let text = "postcode;huisnummer;wat;naam\n1011AB;1;weglaten;\n\(row)\n"
      _ = try SpecialAddresses(try opened(text, delimiter: UInt8(ascii: ";")), register: register)
    }
  }

  @Test func badLists() throws {
    let register = try SampleRegister.register()
    #expect(throws: UserListError.noRows(path: "proef.csv")) {
      _ = try SpecialAddresses(try opened("postcode;huisnummer;wat\n"), register: register)
    }
    #expect(throws: UserListError.noRows(path: "proef.csv")) {
      _ = try SpecialCoordinates(try opened("x;y;wat\n"))
    }
    for (header, wanted) in [
      ("postcode;huisnummer", ["wat"]), ("postcode;wat", ["huisnummer"]),
      ("x;y;wat", ["postcode", "huisnummer"]),
    ] {
      #expect(
        throws: UserListError.missingColumns(
          path: "proef.csv", wanted: wanted,
          known: ColumnNames(header.split(separator: ";").map(String.init)))
      ) { _ = try SpecialAddresses(try opened("\(header)\n;\n"), register: register) }
    }
    #expect(
      throws: UserListError.missingColumns(
        path: "proef.csv", wanted: ["x", "y"],
        known: ColumnNames(["postcode", "huisnummer", "wat"]))
    ) { _ = try SpecialCoordinates(try opened("postcode;huisnummer;wat\n;;\n")) }
  }

  // MARK: Coordinates

  private func run(
    _ text: String, special: String?, snap: Double = 0, tasks: Int = 2
  ) async throws -> (text: String, counts: PlacementCounts) {
    let file = try opened(text, delimiter: UInt8(ascii: ";"))
    let locator = AreaLocator(try sampleLayer())
    let list = try special.map {
      try SpecialCoordinates(try opened($0, delimiter: UInt8(ascii: ";")))
    }
    var bytes: [UInt8] = []
    let counts = try await GeocodeRun(
      file: file,
      reader: PlaceReader(columns: .rd(x: 0, y: 1), columnCount: file.header.count),
      snapDistance: snap, specialPoints: list, tasks: tasks
    ).run(in: { locator }) { bytes += $0 }
    return (String(decoding: bytes, as: UTF8.self), counts)
  }

  @Test func everyActionByCoordinate() async throws {
    let (text, counts) = try await run(
      """
      x;y
      155050;463050
      155050.0;463050,00
      155050.01;463050
      155160;463050
      155170;463050
      155171;463050
      155010;463010
      155201;463050
      155300;463050
      155400;463050
      ;
      155050

      """,
      special: """
        x;y;straal;wat;naam
        155050;463050;;weglaten;Politie
        155160;463050;10;eigen_regel;"Balie ""1"" hal"
        155010,0;463010;0,5;alleen_gemeente;
        155201;463050;;alleen_gemeente;
        155300;463050;1;alleen_gemeente;
        155400;463050;1;weglaten;
        """, snap: 2)
    #expect(
      text == """
        x;y;buurtcode;wijkcode;gemeentecode;match_niveau;match_reden;bijzonder_punt
        155050;463050;;;;geen;bijzonder_punt_weggelaten;
        155050.0;463050,00;;;;geen;bijzonder_punt_weggelaten;
        155050.01;463050;BU03070101;WK030701;GM0307;coordinaat;;
        155160;463050;;;;geen;bijzonder_punt;"Balie ""1"" hal"
        155170;463050;;;;geen;bijzonder_punt;"Balie ""1"" hal"
        155171;463050;BU03070102;WK030701;GM0307;coordinaat;;
        155010;463010;;;GM0307;gemeente;bijzonder_punt;
        155201;463050;;;GM0307;gemeente;bijzonder_punt;
        155300;463050;;;;geen;buiten_de_gebieden 100 m;
        155400;463050;;;;geen;bijzonder_punt_weggelaten;
        ;;;;;geen;leeg;
        155050;;;;;geen;aantal_velden_wijkt_af;

        """)
    #expect(counts.total == 12)
    #expect(counts.placed == 2)
    #expect(counts[.specialPoint] == 4)
    #expect(counts[.specialPointLeftOut] == 3)
  }

  /// The nearest of circles that overlap, against looking at all of them; the squares by which they
  /// are found end at whole kilometres, so the points lie around one.
  @Test(arguments: [1, 2, 3]) func circlesAsCountedByHand(seed: UInt64) async throws {
    var generator = RepeatableGenerator(seed: seed)
    func random() -> (Double, Double) {
      (
        Double(Int.random(in: 1_549_000...1_553_000, using: &generator)) / 10,
        Double(Int.random(in: 4_628_500...4_631_500, using: &generator)) / 10
      )
    }
    let circles = (0..<12).map { index in
      (
        middle: random(), radius: Double(Int.random(in: 0...80, using: &generator)),
        name: "punt \(index)"
      )
    }
    let list =
      "x;y;straal;wat;naam\n"
      + circles.map {
        "\($0.middle.0);\($0.middle.1);\($0.radius);eigen_regel;\($0.name)\n"
      }.joined()
    let places = (0..<500).map { _ in random() } + circles.map(\.middle)
    let (text, _) = try await run(
      "x;y\n" + places.map { "\($0.0);\($0.1)\n" }.joined(), special: list)
    let lines = text.split(separator: "\n").dropFirst()
    for (line, place) in zip(lines, places) {
      func distance(_ middle: (Double, Double)) -> Double {
        let (east, north) = (place.0 - middle.0, place.1 - middle.1)
        return (east * east + north * north).squareRoot()
      }
      let nearest = circles.filter { distance($0.middle) <= $0.radius }
        .min { distance($0.middle) < distance($1.middle) }
      let name = line.split(separator: ";", omittingEmptySubsequences: false).last
      #expect(name.map(String.init) == nearest?.name ?? "")
    }
    #expect(lines.contains { $0.hasSuffix(";") } && lines.contains { $0.contains("punt") })
  }

  @Test(
    arguments: [
      ("155050.0;463050;;weglaten;", .repeats(row: 1)),
      ("een;463050;;weglaten;", .coordinate),
      (";;;weglaten;", .coordinate),
      ("463050;155050;;weglaten;", .outsideNetherlands),
      ("5.387;52.155;;weglaten;", .outsideNetherlands),
      ("155051;463050;ver;weglaten;", .radius),
      ("155051;463050;-1;weglaten;", .radius),
      ("155051;463050;1001;weglaten;", .radius),
      ("155051;463050;;weg;", .action),
      ("155051;463050;;eigen_regel;", .noName),
      ("155051;463050;;weglaten", .ragged),
    ] as [(String, UserListError.Fault)])
  func badCoordinates(_ row: String, _ fault: UserListError.Fault) throws {
    #expect(throws: UserListError.row(path: "proef.csv", row: 2, fault)) {
      let text = "x;y;straal;wat;naam\n155050;463050;;weglaten;\n\(row)\n"
      _ = try SpecialCoordinates(try opened(text, delimiter: UInt8(ascii: ";")))
    }
  }

  @Test func withoutAListNothingChanges() async throws {
    let (text, _) = try await run("x;y\n155050;463050\n", special: nil)
    #expect(
      text == """
        x;y;buurtcode;wijkcode;gemeentecode;match_niveau;match_reden
        155050;463050;BU03070101;WK030701;GM0307;coordinaat;

        """)
  }

  @Test func aColumnThatIsAppendedMayBeThere() async throws {
    let (text, _) = try await run(
      "x;y;Bijzonder_punt\n155050;463050;a\n", special: "x;y;wat\n155050;463050;weglaten\n")
    #expect(
      text == """
        x;y;Bijzonder_punt;buurtcode;wijkcode;gemeentecode;match_niveau;match_reden;bijzonder_punt_2
        155050;463050;a;;;;geen;bijzonder_punt_weggelaten;

        """)
  }

  @Test func namesThatAreTakenGetANumber() {
    let names = AppendedNames(["a", "b", "c"], behind: ["B", "b_2", "x", ""])
    #expect(names.names == ["a", "b_3", "c"])
    #expect(names.renamed.map(\.usual) == ["b"])
    #expect(names.renamed.map(\.name) == ["b_3"])
  }
}
