internal import Addresses
internal import Areas
internal import Geometry
internal import Registers

/// How many addresses lie in each pair of areas of two layers.
struct AddressPairs {
  /// Addresses per pair, by both places in one number; -1 is no area.
  private var counts: [UInt64: Int] = [:]
  /// All addresses that were looked at.
  private(set) var total = 0
  /// Rows of tables with codes that the areas do not have.
  private(set) var unknownCodes: [Int] = [0, 0]
  /// Combinations of postcode and number that stand in one of two tables only.
  private(set) var unmatched: [Int] = [0, 0]

  mutating func add(_ from: Int32, _ to: Int32, count: Int = 1) {
    counts[UInt64(UInt32(bitPattern: from)) << 32 | UInt64(UInt32(bitPattern: to)), default: 0] +=
      count
    total += count
  }

  /// The pairs, -1 where an address lies in no area, in order.
  var pairs: [(from: Int, to: Int, count: Int)] {
    counts.sorted { $0.key < $1.key }.map { key, count in
      (
        Int(Int32(bitPattern: UInt32(truncatingIfNeeded: key >> 32))),
        Int(Int32(bitPattern: UInt32(truncatingIfNeeded: key))), count
      )
    }
  }

  // MARK: Positions

  /// Addresses at positions, each in the area that covers it, else in the nearest within 200 m: CBS
  /// draws buurten to 10 to 50 m.
  static func located(
    _ positions: [Position], from: AreaLayer, to: AreaLayer
  ) async -> AddressPairs {
    async let first = ordinals(positions, in: from)
    async let second = ordinals(positions, in: to)
    var pairs = AddressPairs()
    // Addresses beside each other mostly lie in the same pair.
    var last: (a: Int32, b: Int32) = (-1, -1)
    var run = 0
    for (a, b) in zip(await first, await second) {
      if (a, b) != last {
        if run > 0 { pairs.add(last.a, last.b, count: run) }
        (last, run) = ((a, b), 0)
      }
      run += 1
    }
    if run > 0 { pairs.add(last.a, last.b, count: run) }
    return pairs
  }

  private static let reach = 200.0

  private static func ordinals(_ positions: [Position], in layer: AreaLayer) async -> [Int32] {
    let locator = await AreaLocator.prepared(layer)
    var ordinals: [Int32] = []
    ordinals.reserveCapacity(positions.count)
    // In batches that stay in the cache.
    var start = 0
    while start < positions.count {
      let end = min(start + 1 << 16, positions.count)
      ordinals += locator.ordinals(at: Array(positions[start..<end]))
      start = end
    }
    let outside = ordinals.indices.filter { ordinals[$0] < 0 }
    let nearest = locator.nearest(toUncovered: outside.map { positions[$0] })
    for (place, answer) in zip(outside, nearest) {
      if let answer, answer.distance <= reach { ordinals[place] = Int32(answer.ordinal) }
    }
    return ordinals
  }

  /// The positions of several sources, in their order; two are read at a time.
  static func positions(of sources: [RegisterSource]) async throws -> [Position] {
    let read = try await withThrowingTaskGroup(of: (Int, [Position]).self) { group in
      var lists = [[Position]](repeating: [], count: sources.count)
      var next = 0
      while next < sources.count || !group.isEmpty {
        if next < sources.count {
          let place = next
          group.addTask { (place, try positions(of: sources[place])) }
          next += 1
        }
        if next >= min(2, sources.count), let (place, positions) = try await group.next() {
          lists[place] = positions
        }
      }
      return lists
    }
    return Array(read.joined())
  }

  /// The positions of a source of addresses.
  static func positions(of source: RegisterSource) throws -> [Position] {
    var positions: [Position] = []
    _ = try source.read { entries in positions.append(contentsOf: entries.compactMap(\.position)) }
    return positions
  }

  /// The positions of all addresses of a register.
  static func positions(of register: Register) -> [Position] {
    var positions: [Position] = []
    positions.reserveCapacity(register.addressCount)
    for key in 0..<register.keyCount {
      let addresses = register.addresses(ofKey: key)
      guard !addresses.isEmpty else {
        if let position = register.position(ofKey: key) { positions.append(position) }
        continue
      }
      for address in addresses {
        if let position = register.position(ofAddress: address, key: key)
          ?? register.position(ofKey: key)
        {
          positions.append(position)
        }
      }
    }
    return positions
  }

  // MARK: Tables of postcode and number

  /// Two tables of CBS joined on postcode and number; each combination counts once.
  static func joined(
    _ from: RegisterSource, _ to: RegisterSource, in layers: (from: AreaLayer, to: AreaLayer)
  ) async throws -> AddressPairs {
    var pairs = AddressPairs()
    async let before = rows(of: from, in: layers.from)
    async let after = rows(of: to, in: layers.to)
    let (first, unknownBefore) = try await before
    let (second, unknownAfter) = try await after
    pairs.unknownCodes = [unknownBefore, unknownAfter]
    var (a, b) = (0, 0)
    while a < first.count, b < second.count {
      if first[a].key < second[b].key {
        pairs.unmatched[0] += 1
        a += 1
      } else if first[a].key > second[b].key {
        pairs.unmatched[1] += 1
        b += 1
      } else {
        pairs.add(first[a].area, second[b].area)
        a += 1
        b += 1
      }
    }
    pairs.unmatched[0] += first.count - a
    pairs.unmatched[1] += second.count - b
    return pairs
  }

  private struct Row: Comparable {
    let key: UInt64
    let area: Int32

    static func < (a: Row, b: Row) -> Bool { (a.key, a.area) < (b.key, b.area) }
  }

  /// The rows of a table by key, each key once, those of areas that the layer does not have left out.
  private static func rows(
    of source: RegisterSource, in layer: AreaLayer
  ) throws -> (rows: [Row], unknown: Int) {
    let isWijk = layer.level == .wijk
    let isGemeente = layer.level == .gemeente
    var ordinals: [String: Int32] = [:]
    var rows: [Row] = []
    var others = 0
    var last: (code: String, area: Int32) = ("", -1)
    _ = try source.read { entries in
      for entry in entries {
        guard let postcode = entry.postcode else { continue }
        let area: Int32
        if entry.buurtcode == last.code, !last.code.isEmpty {
          area = last.area
        } else if let known = ordinals[entry.buurtcode] {
          area = known
        } else {
          // The codes of CBS nest.
          let digits = entry.buurtcode.dropFirst(2)
          let code =
            isWijk
            ? "WK\(digits.prefix(6))" : isGemeente ? "GM\(digits.prefix(4))" : entry.buurtcode
          area = layer.ordinal(of: code).map { Int32($0) } ?? -1
          ordinals[entry.buurtcode] = area
        }
        last = (entry.buurtcode, area)
        if area < 0 {
          others += 1
        } else {
          rows.append(
            Row(key: UInt64(postcode.rawValue) << 32 | UInt64(entry.house.number), area: area))
        }
      }
    }
    rows.sort()
    var unique: [Row] = []
    unique.reserveCapacity(rows.count)
    for row in rows where unique.last?.key != row.key { unique.append(row) }
    return (unique, others)
  }
}
