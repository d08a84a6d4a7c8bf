import Areas
import CSV
import Foundation
import Geocoding
import Geometry
import Matching
import Registers
import Testing

/// Records of a study that are placed by their address.
@Suite struct AddressPlacerTests {
  /// The areas of the sample register, without surfaces.
  private func layer(_ level: AreaLevel = .buurt) -> AreaLayer {
    let codes = ["BU00010000", "BU00010001", "BU00020000"]
    let own = codes.map { level.prefix + $0.dropFirst(2).prefix(level.codeLength - 2) }
    return AreaLayer(
      level: level,
      areas: Set(own).sorted().map { code in
        Area(
          code: code, name: code,
          wijkcode: level == .buurt ? "WK" + code.dropFirst(2).prefix(6) : nil,
          gemeentecode: "GM" + code.dropFirst(2).prefix(4), gemeentenaam: "",
          geometry: MultiPolygon([]))
      })
  }

  private func read(
    _ text: String, in layer: AreaLayer, threshold: Double = AddressFinder.standardThreshold,
    special: String? = nil, measuresDistances: Bool = false, tasks: Int = 2
  ) async throws -> LocatedRecords {
    let matcher = try SampleRegister.matcher()
    let file = try opened(text, delimiter: UInt8(ascii: ";"))
    let finder = AddressFinder(
      columns: try AddressColumns(header: file.header, sample: nil, dialect: file.dialect),
      matcher: matcher, threshold: threshold,
      specialPoints: try special.map {
        try SpecialAddresses(
          try opened($0, delimiter: UInt8(ascii: ";")), register: matcher.register)
      })
    var placer = AddressPlacer(finder: finder, layer: layer)
    placer.measuresDistances = measuresDistances
    return try await RecordReader(
      file: file, placing: .addresses(placer),
      columns: [RecordReader.Column(name: "soort", index: 0, kind: .category)]
    ).read(tasks: tasks)
  }

  private let text = """
    soort;straat;huisnummer;postcode;plaats
    a;Stationsplein;1;1011AB;Teststad
    a;Stationsplein;3;1011AB;Teststad
    b;Kerkstraat;2;1011AC;Teststad
    b;Dorpsweg;10;1011AD;Teststad
    c;Stationsplein;99;;Teststad
    c;Dorpsweg;77;;Teststad
    d;Postbus;12;1011AB;Teststad
    d;;;;
    e;Dorpsweg;14;1011AD;Teststad
    f

    """

  @Test func certainRecordsAloneGetAnArea() async throws {
    let records = try await read(text, in: layer())
    #expect(records.ordinals == [0, 0, 1, 2, -1, -1, -1, -1, -1, -1])
    #expect(records.countsOfAreas == [2, 1, 1])
    #expect(records.counts.placed == 4)
    #expect(records.counts[.doubtful] == 2)
    #expect(records.counts[.notFound] == 3)
    #expect(records.counts[.ragged] == 1)
    #expect(records.counts.total == 10)
    // Number 99 of Stationsplein is most likely where its other numbers are.
    #expect(records.quality.doubtful == [1, 0, 1])
    let counts = try #require(records.quality.addresses)
    #expect(counts.total == 10)
    #expect(counts.reasons(of: .none) == [.postBox: 1, .empty: 1, .withoutArea: 1])
    #expect(counts.reasons(of: .doubtful) == [.numberUnknown: 2])
    #expect(counts.reasons(of: .certain) == [:])
  }

  /// Numbers of the sample lie as many metres to the east as they say.
  @Test func distancesOfWhatRecordsMayMean() async throws {
    let more = """
      c;Stationsplein;;;Teststad
      c;Stationsplein;5;1011AB;Teststad

      """
    let records = try await read(text + more, in: layer(), measuresDistances: true)
    let distances = records.quality.distances
    #expect(distances[.address]?.count == 5)
    // Numbers 1, 3 and 5, and 10, 12 and 14: a third in the middle, the others two metres away.
    let street = try #require(distances[.street])
    #expect(street.count == 3)
    #expect(street.distance(within: 0.3) == 0)
    #expect(street.distance(within: 0.5) == 2)
    #expect(street.distance(within: 0.95) == 2)
    let error = abs((street.rootMeanSquare ?? 0) - (8.0 / 3).squareRoot())
    #expect(error < 1e-6)
    // 5A and 5B have one point.
    #expect(distances[.number]?.distance(within: 0.95) == 0)
    #expect(distances[.number]?.count == 1)
    let alone = try await read(text + more, in: layer(), measuresDistances: true, tasks: 1)
    #expect(alone.quality.distances[.street]?.rootMeanSquare == street.rootMeanSquare)
    #expect(try await read(text, in: layer()).quality.distances.isEmpty)
  }

  /// Records at one address are a stack; those by street are at no point.
  @Test func stacksOfRecords() async throws {
    let row = "b;Kerkstraat;4;1011AC;Teststad\n"
    let records = try await read(
      text + String(repeating: row, count: 3), in: layer())
    #expect(records.quality.stacks(minimum: 3) == (3, 1, 3))
    #expect(records.quality.stacks(minimum: 1) == (7, 5, 3))
    #expect(records.quality.stacks(minimum: 4) == (0, 0, 0))
  }

  /// What geocode calls `zeker` is what a study counts, in the same buurt.
  @Test func sameAnswersAsGeocode() async throws {
    let records = try await read(text, in: layer())
    let rows = try await placed(text).rows()
    #expect(rows.count == records.count)
    let codes = layer().areas.map(\.code)
    for (row, ordinal) in zip(rows, records.ordinals) where row.count > 15 {
      let isCertain = row[row.count - 2] == "zeker"
      #expect(isCertain == (ordinal >= 0))
      if isCertain { #expect(row[5] == codes[Int(ordinal)]) }
    }
  }

  /// Rows of postcode and number alone are looked up together; the answers are those of each alone.
  @Test func numbersTogetherAndAlone() async throws {
    let text = """
      soort;postcode;huisnummer
      a;1011AB;1
      a;1011 ab;3
      b;1011AB;5
      b;1011AC;6
      b;1011AC;6-1
      c;1011AD;14
      c;1999ZX;1
      d;;
      e;1011AD;10

      """
    let models = try SampleRegister.matcher().model
    var answers: [LocatedRecords] = []
    for tier in [Register.Tier.numbers, .everything] {
      let file = try opened(text, delimiter: UInt8(ascii: ";"))
      let finder = AddressFinder(
        columns: try AddressColumns(header: file.header, sample: nil, dialect: file.dialect),
        matcher: AddressMatcher(register: try SampleRegister.register(tier: tier), model: models))
      answers.append(
        try await RecordReader(
          file: file, placing: .addresses(AddressPlacer(finder: finder, layer: layer())),
          columns: []
        ).read(tasks: 1))
    }
    #expect(answers[0].ordinals == [0, 0, -1, 1, 1, -1, -1, -1, 2])
    #expect(answers[0].ordinals == answers[1].ordinals)
    #expect(answers[0].counts == answers[1].counts)
    #expect(answers[0].quality.doubtful == answers[1].quality.doubtful)
    #expect(
      answers[0].quality.heaps(minimum: 1, share: 0)
        == answers[1].quality.heaps(minimum: 1, share: 0))
  }

  @Test func thresholdDecides() async throws {
    let all = try await read(text, in: layer(), threshold: 0.01)
    #expect(all.counts[.doubtful] == 0)
    #expect(all.countsOfAreas == [3, 1, 2])
    let none = try await read(text, in: layer(), threshold: 1)
    #expect(none.counts.placed == 0)
    #expect(none.quality.doubtful.reduce(0, +) == 6)
  }

  @Test func areasOfHigherLevels() async throws {
    let wijken = try await read(text, in: layer(.wijk))
    #expect(wijken.countsOfAreas == [3, 1])
    let buurten = try await read(text, in: layer())
    let gemeenten = try #require(buurten.lifted(from: layer(), to: layer(.gemeente)))
    #expect(gemeenten.countsOfAreas == [3, 1])
    #expect(gemeenten.quality.doubtful == [1, 1])
    let kept = layer().filtered { $0.gemeentecode == "GM0002" }
    let own = buurten.restricted(from: layer(), to: kept)
    #expect(own.countsOfAreas == [1])
    #expect(own.quality.doubtful == [1])
    #expect(own.quality.doubtfulElsewhere == 1)
    #expect(own.counts[.otherMunicipality] == 3)
    #expect(own.counts[.doubtful] == 2)
  }

  @Test func codesThatTheAreasLack() async throws {
    let kept = layer().filtered { $0.code != "BU00010001" }
    let records = try await read(text, in: kept)
    #expect(records.counts[.unknownCode] == 1)
    #expect(records.counts.placed == 3)
  }

  @Test func specialPoints() async throws {
    let list = """
      postcode;huisnummer;wat;naam
      1011AB;1;alleen_gemeente;
      1011AC;2;eigen_regel;Stadhuis
      1011AD;10;weglaten;

      """
    let records = try await read(text, in: layer(), special: list)
    #expect(records.countsOfAreas == [1, 0, 0])
    #expect(records.counts[.specialPoint] == 2)
    #expect(records.counts[.specialPointLeftOut] == 1)
    #expect(records.quality.ownRows == ["Stadhuis": 1])
    #expect(records.countsOfMunicipalityOnly == ["GM0001": 1])
    // On a map of gemeenten the record counts, on one of wijken it does not.
    #expect(try #require(records.lifted(from: layer(), to: layer(.gemeente))).ordinals[0] == 0)
    #expect(try #require(records.lifted(from: layer(), to: layer(.wijk))).ordinals[0] == -1)
    let kept = layer().filtered { $0.gemeentecode == "GM0002" }
    #expect(records.restricted(from: layer(), to: kept).countsOfMunicipalityOnly == [:])
  }

  @Test func heapsOfCertainRecords() async throws {
    let rows =
      Array(repeating: "a;Stationsplein;1;1011AB;Teststad", count: 6)
      + Array(repeating: "a;Stationsplein;3;1011AB;Teststad", count: 2)
      + Array(repeating: "a;Kerkstraat;2;1011AC;Teststad", count: 4)
      + Array(repeating: "a;Dorpsweg;77;;Teststad", count: 9)
    let text = "soort;straat;huisnummer;postcode;plaats\n" + rows.joined(separator: "\n")
    let records = try await read(text, in: layer())
    let heaps = records.quality.heaps(minimum: 4, share: 0.5)
    #expect(heaps.map(\.area) == [1, 0])
    #expect(heaps.map(\.count) == [4, 6])
    #expect(heaps.map(\.areaCount) == [4, 8])
    // Of a gemeente each is less.
    let lifted = try #require(records.lifted(from: layer(), to: layer(.gemeente)))
    #expect(lifted.quality.heaps(minimum: 4, share: 0.5).map(\.count) == [6])
    #expect(lifted.quality.heaps(minimum: 4, share: 0.5).first?.share == 0.5)
    let kept = layer().filtered { $0.gemeentecode == "GM0002" }
    #expect(records.restricted(from: layer(), to: kept).quality.heaps(minimum: 1, share: 0) == [])
  }

  @Test func anyNumberOfTasksGivesTheSame() async throws {
    let lines = text.split(separator: "\n").dropFirst()
    let many =
      "soort;straat;huisnummer;postcode;plaats\n"
      + (0..<60_000).map { lines[lines.startIndex + $0 % 9] }.joined(separator: "\n")
    let list = "postcode;huisnummer;wat\n1011AB;1;alleen_gemeente\n"
    let one = try await read(many, in: layer(), special: list, tasks: 1)
    let four = try await read(many, in: layer(), special: list, tasks: 4)
    #expect(one.ordinals == four.ordinals)
    #expect(one.counts == four.counts)
    #expect(one.quality.addresses == four.quality.addresses)
    #expect(one.quality.doubtful == four.quality.doubtful)
    #expect(
      one.quality.heaps(minimum: 1, share: 0) == four.quality.heaps(minimum: 1, share: 0))
    let gemeenten = [one, four].map { $0.lifted(from: layer(), to: layer(.gemeente))?.ordinals }
    #expect(gemeenten[0] == gemeenten[1])
  }
}
