import Areas
import CSV
import Geocoding
import Geometry
import TestSupport
import Testing

/// Heaps against plain counting.
@Suite struct DefaultPointTests {
  /// Records on a small grid in two buurten of 100 by 100 metres, some outside, and what is expected
  /// of them by looking at all pairs.
  private struct Sample {
    var text = "x;y\n"
    var places: [(point: CoordinatePoint, area: Int)] = []

    init(seed: UInt64, count: Int) {
      var generator = RepeatableGenerator(seed: seed)
      for _ in 0..<count {
        // Products of small numbers are not spread evenly, so that heaps arise.
        let column =
          Int.random(in: 0...6, using: &generator) * Int.random(in: 0...6, using: &generator)
        let row =
          Int.random(in: 1...3, using: &generator) * Int.random(in: 1...3, using: &generator)
        let x = 155_002.5 + Double(column) * 6
        let y = 463_001.25 + Double(row) * 10
        text += "\(x);\(y)\n"
        guard x <= 155_200 else { continue }
        places.append((CoordinatePoint(x: x, y: y), x <= 155_100 ? 0 : 1))
      }
    }

    func heaps(minimum: Int, share: Double) -> [DefaultPoints<CoordinatePoint>.Heap.Facts] {
      var seen: Set<CoordinatePoint> = []
      var facts: [DefaultPoints<CoordinatePoint>.Heap.Facts] = []
      for place in places where seen.insert(place.point).inserted {
        let count = places.count { $0.point == place.point }
        let areaCount = places.count { $0.area == place.area }
        guard count >= minimum, Double(count) / Double(areaCount) >= share else { continue }
        facts.append(.init(place: place.point, area: place.area, count: count, of: areaCount))
      }
      return facts.sorted {
        let shares = (Double($0.count) / Double($0.of), Double($1.count) / Double($1.of))
        if shares.0 != shares.1 { return shares.0 > shares.1 }
        return $0.count != $1.count ? $0.count > $1.count : $0.place < $1.place
      }
    }
  }

  private func points(
    _ text: String, tasks: Int = 2, limit: Int = 300_000
  ) async throws -> DefaultPoints<CoordinatePoint> {
    let file = try opened(text)
    let locator = AreaLocator(try sampleLayer())
    var points: DefaultPoints<CoordinatePoint>? = DefaultPoints(limit: limit)
    _ = try await GeocodeRun(
      file: file, reader: PlaceReader(columns: .rd(x: 0, y: 1), columnCount: 2), tasks: tasks
    ).run(in: { locator }, points: &points) { _ in }
    return try #require(points)
  }

  @Test(arguments: [1, 2, 3, 4, 5]) func coordinatesAsCountedByHand(seed: UInt64) async throws {
    for count in [0, 1, 7, 60, 400] {
      let sample = Sample(seed: seed, count: count)
      let points = try await points(sample.text)
      #expect(!points.mayMiss)
      for (minimum, share) in [(1, 0.0), (2, 0.05), (10, 0.2), (3, 0.5), (1, 1)] {
        let heaps = points.heaps(minimum: minimum, share: share)
        #expect(heaps.map(\.facts) == sample.heaps(minimum: minimum, share: share))
        #expect(heaps.allSatisfy { $0.share == Double($0.count) / Double($0.areaCount) })
      }
    }
  }

  /// Studies count all points, in any number of tasks.
  @Test(arguments: [1, 2, 3]) func studiesCountAsByHand(seed: UInt64) async throws {
    for (count, tasks) in [(0, 1), (1, 2), (60, 1), (400, 3)] {
      let sample = Sample(seed: seed, count: count)
      let placer = RecordPlacer(
        locator: AreaLocator(try sampleLayer()), columns: .rd(x: 0, y: 1), columnCount: 2)
      let records = try await RecordReader(
        file: try opened(sample.text), placer: placer, columns: []
      ).read(tasks: tasks)
      for (minimum, share) in [(1, 0.0), (2, 0.05), (10, 0.2), (3, 0.5), (1, 1)] {
        let expected = sample.heaps(minimum: minimum, share: share).map {
          [$0.area, $0.count, $0.of]
        }
        let heaps = records.quality.heaps(minimum: minimum, share: share)
        let found = heaps.map { [$0.area, $0.count, $0.areaCount] }
        // Points with the same share and count may come in another order.
        #expect(found.sorted(by: Self.isBefore) == expected.sorted(by: Self.isBefore))
        #expect(heaps.map(\.share) == heaps.map(\.share).sorted(by: >))
      }
    }
  }

  /// More points than are kept apart elsewhere, and a heap that is found among them.
  @Test func studiesForgetNoPoint() async throws {
    var text = "x;y\n"
    for index in 0..<350_000 {
      text += "\(155_001 + Double(index % 90_000) / 1_000);\(463_001 + index / 90_000)\n"
      if index % 3 == 0 { text += "155050.0004;463050\n" }
    }
    let placer = RecordPlacer(
      locator: AreaLocator(try sampleLayer()), columns: .rd(x: 0, y: 1), columnCount: 2)
    for tasks in [1, 3] {
      let records = try await RecordReader(
        file: try opened(text), placer: placer, columns: []
      ).read(tasks: tasks)
      let heaps = records.quality.heaps(minimum: 10, share: 0.2)
      #expect(heaps.map { [$0.area, $0.count, $0.areaCount] } == [[0, 116_667, 466_667]])
    }
  }

  private static func isBefore(_ left: [Int], _ right: [Int]) -> Bool {
    left.lexicographicallyPrecedes(right)
  }

  @Test func anyNumberOfTasks() async throws {
    let text = Sample(seed: 6, count: 200_000).text
    #expect(text.utf8.count > 2 << 20)
    let layer = try sampleLayer()
    var tables: Set<[UInt8]> = []
    for tasks in [1, 2, 7] {
      let heaps = try await points(text, tasks: tasks).heaps(minimum: 1, share: 0)
      tables.insert(DefaultPoints.table(heaps, layer: layer))
    }
    #expect(tables.count == 1)
  }

  /// With little memory a heap among many single points is still found, in any number of tasks.
  @Test func heapsStayWhenOthersAreForgotten() async throws {
    var text = "x;y\n"
    for index in 0..<20_000 {
      text += "\(155_001 + Double(index) / 300);463001\n"
      if index % 3 == 0 { text += "155050;463050\n" }
    }
    for tasks in [1, 3] {
      let points = try await points(text, tasks: tasks, limit: 50)
      #expect(points.mayMiss)
      let heaps = points.heaps(minimum: 10, share: 0.2)
      #expect(heaps.map(\.count) == [6_667])
      #expect(heaps.map(\.areaCount) == [26_667])
    }
  }

  @Test func sharesThatAreEqualGoByCountAndPlace() async throws {
    let text =
      "x;y\n" + String(repeating: "155150;463050\n", count: 2) + "155151;463050\n"
      + "155152;463049\n" + "155010;463010\n155010;463010\n155010;463010\n155010;463010\n"
      + "155020;463009\n155020;463009\n155020;463008\n155020;463008\n"
    let heaps = try await points(text).heaps(minimum: 1, share: 0)
    #expect(
      String(decoding: DefaultPoints.table(heaps, layer: try sampleLayer()), as: UTF8.self) == """
        x;y;buurtcode;aantal;aantal_buurt;aandeel
        155010;463010;BU03070101;4;8;0.5000
        155150;463050;BU03070102;2;4;0.5000
        155020;463008;BU03070101;2;8;0.2500
        155020;463009;BU03070101;2;8;0.2500
        155151;463050;BU03070102;1;4;0.2500
        155152;463049;BU03070102;1;4;0.2500

        """)
  }

  @Test(arguments: [1, 2, 3]) func addressesAsCountedByHand(seed: UInt64) async throws {
    var generator = RepeatableGenerator(seed: seed)
    let numbers = [
      "AB;1", "AB;3", "AB;5A", "AB;5B", "AC;2", "AC;6", "AC;6-1", "AC;6hs", "AC;99", ";",
    ]
    var text = "postcode;huisnummer\n"
    for _ in 0..<300 {
      let place =
        Int.random(in: 0...3, using: &generator) * Int.random(in: 0...3, using: &generator)
      text += "1011\(numbers[place])\n"
    }
    let outcome = try await placed(text)
    let points = try #require(outcome.points)
    // What the output says, counted by reading it again.
    let rows = try outcome.rows()
    var expected: [String: Int] = [:]
    var areas: [String: Int] = [:]
    for row in rows where !row[2].isEmpty {
      areas[row[2], default: 0] += 1
      if !row[8].isEmpty {
        expected["\(row[7]);\(row[8]);\(row[5]);\(row[6]);\(row[2])", default: 0] += 1
      }
    }
    let heaps = points.heaps(minimum: 1, share: 0)
    let register = try SampleRegister.register()
    let table = String(decoding: DefaultPoints.table(heaps, register: register), as: UTF8.self)
    let lines = table.split(separator: "\n").dropFirst()
    #expect(lines.count == expected.count)
    for line in lines {
      let fields = line.split(separator: ";", omittingEmptySubsequences: false).map(String.init)
      let point = fields[0..<5].joined(separator: ";")
      #expect(expected[point].map { "\($0)" } == fields[5])
      #expect(areas[fields[4]].map { "\($0)" } == fields[6])
    }
    let shares = heaps.map(\.share)
    #expect(shares == shares.sorted(by: >))
  }
}

extension DefaultPoints.Heap {
  /// What is compared.
  struct Facts: Equatable {
    let place: Place
    let area: Int
    let count: Int
    let of: Int
  }

  fileprivate var facts: Facts { Facts(place: place, area: area, count: count, of: areaCount) }
}
