import Areas
import CSV
import Geocoding
import Geometry
import Testing

@Suite struct RecordReaderTests {
  private func read(_ text: String, tasks: Int = 2) async throws -> LocatedRecords {
    let file = try opened(text)
    let placer = RecordPlacer(
      locator: AreaLocator(try sampleLayer()), columns: .code(0, .buurt),
      columnCount: file.header.count)
    return try await RecordReader(
      file: file, placer: placer,
      columns: [
        RecordReader.Column(name: "soort", index: 1, kind: .category),
        RecordReader.Column(name: "datum", index: 2, kind: .date),
        RecordReader.Column(name: "bedrag", index: 3, kind: .number),
      ]
    ).read(tasks: tasks)
  }

  private let text = """
    plek;soort;datum;bedrag
    BU03070102;a;2024-01-31;1,5
    BU03070101; b ;31-01-2024;2.5
    BU03079999;a;gisteren;veel
    BU03070101;;;
    BU03070101

    """

  @Test(arguments: [
    ("1000000000000", true), ("-1e12", true), ("1000000000001", false), ("1e308", false),
    ("-1e13", false),
  ])
  func largeNumbersAreNotRead(cell: String, isRead: Bool) async throws {
    let records = try await read("plek;soort;datum;bedrag\nBU03070101;a;;\(cell)\n")
    let column = try #require(records.columns["bedrag"])
    guard case .number(let numbers) = column.cells else {
      Issue.record("no column of numbers")
      return
    }
    #expect(numbers[0].isNaN != isRead)
    #expect(column.unreadable == (isRead ? 0 : 1))
  }

  @Test func recordsOfOtherGemeentenAreNamed() async throws {
    let layer = try sampleLayer()
    let gemeente = try #require(layer.areas.first?.gemeentecode)
    let file = try opened("c\n" + layer.areas.map(\.code).joined(separator: "\n") + "\nelders\n")
    let placer = RecordPlacer(
      locator: AreaLocator(layer), columns: .code(0, .buurt), columnCount: 1)
    let records = try await RecordReader(file: file, placer: placer, columns: []).read(tasks: 1)
    let kept = layer.filtered { $0.gemeentecode == gemeente }
    let own = records.restricted(from: layer, to: kept)
    #expect(own.count == records.count)
    #expect(own.counts.placed == kept.areas.count)
    #expect(own.counts[.otherMunicipality] == layer.areas.count - kept.areas.count)
    #expect(own.ordinals.filter { $0 >= 0 } == kept.areas.indices.map { Int32($0) })
  }

  @Test func columnsAndPlaces() async throws {
    let records = try await read(text)
    #expect(records.count == 5)
    #expect(records.areaCount == 2)
    #expect(records.level == .buurt)
    #expect(records.ordinals == [1, 0, -1, 0, -1])
    #expect(records.counts.placed == 3)
    #expect(records.counts[.unknownCode] == 1)
    #expect(records.counts[.ragged] == 1)
    guard case .category(let codes, let words)? = records.columns["soort"]?.cells,
      case .date(let days)? = records.columns["datum"]?.cells,
      case .number(let numbers)? = records.columns["bedrag"]?.cells
    else {
      Issue.record("columns of another kind")
      return
    }
    #expect(codes.map { words[Int($0)] } == ["a", "b", "a", "", ""])
    let day = try #require(RecordDate("2024-01-31")).day
    #expect(
      days == [day, day, RecordColumn.unreadableDay, RecordColumn.noDay, RecordColumn.noDay])
    #expect(numbers.map { $0.isNaN ? -1 : $0 } == [1.5, 2.5, -1, -1, -1])
    #expect(records.columns["datum"]?.unreadable == 1)
    #expect(records.columns["bedrag"]?.unreadable == 1)
    #expect(records.columns["soort"]?.unreadable == 0)
  }

  /// `-` and `.` stand where nothing is, as in figures.
  @Test func signsOfNothingAreEmpty() async throws {
    let records = try await read(
      "plek;soort;datum;bedrag\n-;a;-;-\nBU03070101;b;.;.\nBU03070101;c;--;-3\n")
    guard case .date(let days)? = records.columns["datum"]?.cells,
      case .number(let numbers)? = records.columns["bedrag"]?.cells
    else {
      Issue.record("columns of another kind")
      return
    }
    #expect(records.counts[.empty] == 1)
    #expect(days == [RecordColumn.noDay, RecordColumn.noDay, RecordColumn.unreadableDay])
    #expect(records.columns["datum"]?.unreadable == 1)
    #expect(numbers.map(\.isNaN) == [true, true, false])
    #expect(records.columns["bedrag"]?.unreadable == 0)
  }

  @Test func anyNumberOfTasksGivesTheSame() async throws {
    let head = "plek;soort;datum;bedrag\n"
    let rows = (0..<60_000).map {
      "BU0307010\($0 % 3);soort \($0 % 97);\(2000 + $0 % 20)-01-0\($0 % 9 + 1);\($0)"
    }
    let all = head + rows.joined(separator: "\n")
    let one = try await read(all, tasks: 1)
    let many = try await read(all, tasks: 7)
    #expect(one.ordinals == many.ordinals)
    #expect(one.counts == many.counts)
    guard case .category(let codes, let words)? = one.columns["soort"]?.cells,
      case .category(let otherCodes, let otherWords)? = many.columns["soort"]?.cells
    else {
      Issue.record("columns of another kind")
      return
    }
    #expect(codes == otherCodes)
    #expect(words == otherWords)
  }

  @Test func recordsMoveToHigherLevels() async throws {
    let layer = try sampleLayer()
    let gemeenten = AreaLayer(
      level: .gemeente,
      areas: ["GM0001", "GM0307"].map {
        Area(
          code: $0, name: $0, wijkcode: nil, gemeentecode: $0, gemeentenaam: $0,
          geometry: layer.areas[0].geometry)
      })
    let areas = AreaSet(edition: Edition(year: 2024), layers: [layer, gemeenten])
    let records = try await read(text)
    #expect(records.lifted(from: layer, to: layer, in: areas)?.ordinals == records.ordinals)
    let lifted = try #require(records.lifted(from: layer, to: gemeenten, in: areas))
    #expect(lifted.ordinals == [1, 1, -1, 1, -1])
    #expect(lifted.level == .gemeente)
    #expect(lifted.areaCount == 2)
    #expect(lifted.lifted(from: gemeenten, to: layer, in: areas) == nil)
  }
}
