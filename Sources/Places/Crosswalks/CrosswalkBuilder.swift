public import Areas
internal import Geometry
public import Registers
internal import Tables
internal import Topology

/// Makes a crosswalk from the areas of both sides and what tells how they are divided.
public struct CrosswalkBuilder: Sendable {
  /// One end: areas and their year.
  public struct End: Sendable {
    /// The areas.
    public let layer: AreaLayer
    /// Their year; nil for areas that have none.
    public let year: Int?

    /// Names an end.
    public init(_ layer: AreaLayer, year: Int?) {
      self.layer = layer
      self.year = year
    }
  }

  /// What tells how areas are divided.
  public enum Weights: Sendable {
    /// The surface that they have in common.
    case area
    /// Two tables of CBS with postcode, number and buurt, one of each year.
    case postcodeTables(from: RegisterSource, to: RegisterSource)
    /// Addresses with coordinates.
    case addresses([RegisterSource])
    /// The addresses of a register.
    case register(Register)
  }

  /// What was seen on the way.
  public struct Counts: Hashable, Sendable {
    /// Addresses in areas of both sides.
    public var addresses = 0
    /// Addresses in areas of neither, or of one side only.
    public var outside = 0
    /// Rows of each table whose buurt is not among the areas.
    public var unknownCodes = [0, 0]
    /// Combinations of postcode and number in one of two tables only.
    public var unmatched = [0, 0]
    /// Areas divided by surface because no address tells.
    public var dividedByArea = 0
    /// Areas that go over whole because CBS says that nothing changed.
    public var unchanged = 0
    /// Areas of which CBS says that nothing changed while half of them or more lies elsewhere.
    public var contradicted: [String] = []
  }

  /// The column in which CBS says what changed since the year before; 1 is nothing.
  public static let changeColumn = "indelingswijziging_wijken_en_buurten"

  /// The areas that are divided.
  public let from: End
  /// Those over which they are divided.
  public let to: End

  /// Names both ends.
  public init(from: End, to: End) {
    self.from = from
    self.to = to
  }

  /// Makes the crosswalk.
  ///
  /// An area without addresses is divided by surface. Where CBS's column says that an area did not
  /// change since the year before, and its name is the same, it goes over whole, unless half of its
  /// weight lies elsewhere.
  /// - Throws: `RegisterSourceError`, `TopologyError`, ``CrosswalkError``.
  public func crosswalk(_ weights: Weights) async throws -> (Crosswalk, Counts) {
    var counts = Counts()
    let (layerA, layerB) = (from.layer, to.layer)
    var found: [Crosswalk.Weight] = []
    var uncovered = [Double](repeating: 0, count: layerA.areas.count)
    var unfilled = [Double](repeating: 0, count: layerB.areas.count)
    let mainKind: WeightKind
    if case .area = weights {
      mainKind = .area
      found = try await shared(Array(layerA.areas.indices))
      Self.rest(of: layerA, found.map { ($0.from, $0.weight) }, into: &uncovered)
      Self.rest(of: layerB, found.map { ($0.to, $0.weight) }, into: &unfilled)
    } else {
      mainKind = .addresses
      let pairs = try await pairs(weights)
      counts.unknownCodes = pairs.unknownCodes
      counts.unmatched = pairs.unmatched
      for (a, b, count) in pairs.pairs {
        let weight = Double(count)
        if a >= 0, b >= 0 {
          counts.addresses += count
          found.append(Crosswalk.Weight(from: a, to: b, weight: weight, kind: .addresses))
        } else {
          counts.outside += count
          if a >= 0 { uncovered[a] = weight }
          if b >= 0 { unfilled[b] = weight }
        }
      }
      guard counts.addresses > 0 else { throw CrosswalkError.noCommonAddress }
      var isKnown = uncovered.map { $0 > 0 }
      for weight in found { isKnown[weight.from] = true }
      let bare = isKnown.indices.filter { !isKnown[$0] && !layerA.areas[$0].geometry.box.isEmpty }
      let byArea = try await shared(bare)
      counts.dividedByArea = Set(byArea.map(\.from)).count
      found += byArea
    }
    apply(codesOf: &found, counts: &counts)
    return (
      Crosswalk(
        from: CrosswalkSide(layerA, year: from.year), to: CrosswalkSide(layerB, year: to.year),
        mainKind: mainKind, weights: found, uncovered: uncovered, unfilled: unfilled), counts
    )
  }

  private func pairs(_ weights: Weights) async throws -> AddressPairs {
    switch weights {
    case .area: return AddressPairs()
    case .postcodeTables(let first, let second):
      return try await AddressPairs.joined(first, second, in: (from.layer, to.layer))
    case .addresses(let sources):
      let positions = try await AddressPairs.positions(of: sources)
      guard !positions.isEmpty else { throw CrosswalkError.noPositions }
      return await AddressPairs.located(positions, from: from.layer, to: to.layer)
    case .register(let register):
      let positions = AddressPairs.positions(of: register)
      guard !positions.isEmpty else { throw CrosswalkError.noPositions }
      return await AddressPairs.located(positions, from: from.layer, to: to.layer)
    }
  }

  /// What some areas have in common with all of the other side, on two processors.
  private func shared(_ places: [Int]) async throws -> [Crosswalk.Weight] {
    guard !places.isEmpty else { return [] }
    let areas = places.map { from.layer.areas[$0].geometry }
    // Only what is near is looked at.
    let reach = areas.reduce(Box.empty) { $0.union($1.box) }
    let others = to.layer.areas.map { area in
      area.geometry.box.intersects(reach) ? area.geometry : MultiPolygon([])
    }
    async let valid = Self.repaired(areas)
    let comparison = SurfaceComparison(try Self.repaired(others))
    let own = try await valid
    let half = own.count / 2
    async let first = comparison.shared(with: Array(own[..<half]))
    let second = comparison.shared(with: Array(own[half...]))
    let weights = await first.map { ($0.first, $0) } + second.map { ($0.first + half, $0) }
    return weights.map { place, shared in
      Crosswalk.Weight(from: places[place], to: shared.second, weight: shared.area, kind: .area)
    }
  }

  private static func repaired(_ surfaces: [MultiPolygon]) throws -> [MultiPolygon] {
    let engine = TopologyEngine()
    return try surfaces.map { try engine.repaired($0) }
  }

  private static func rest(
    of layer: AreaLayer, _ parts: [(place: Int, weight: Double)], into rest: inout [Double]
  ) {
    for (place, area) in layer.areas.enumerated() { rest[place] = area.geometry.area }
    for part in parts { rest[part.place] -= part.weight }
    // What is left of a hundred thousandth is rounding of boundaries.
    for place in rest.indices {
      if rest[place] < 1e-5 * layer.areas[place].geometry.area { rest[place] = 0 }
    }
  }

  // MARK: Lists of codes

  /// Replaces the weights of areas that did not change by one that takes all of them over.
  private func apply(codesOf weights: inout [Crosswalk.Weight], counts: inout Counts) {
    let unchanged = unchanged
    guard !unchanged.isEmpty else { return }
    var own: [Int: Double] = [:]
    var sums: [Int: Double] = [:]
    for weight in weights {
      sums[weight.from, default: 0] += weight.weight
      if unchanged[weight.from] == weight.to { own[weight.from, default: 0] += weight.weight }
    }
    var kept: [Crosswalk.Weight] = []
    var whole: Set<Int> = []
    for (a, b) in unchanged.sorted(by: { $0.key < $1.key }) {
      let sum = sums[a] ?? 0
      if sum > 0, (own[a] ?? 0) < sum / 2 {
        counts.contradicted.append(from.layer.areas[a].code)
        continue
      }
      whole.insert(a)
      kept.append(Crosswalk.Weight(from: a, to: b, weight: max(sum, 1), kind: .codes))
    }
    counts.unchanged = whole.count
    weights.removeAll { whole.contains($0.from) }
    weights += kept
  }

  /// The areas of which CBS says that they did not change from one year to the next.
  private var unchanged: [Int: Int] {
    guard let before = from.year, let after = to.year, abs(after - before) == 1,
      from.layer.level == to.layer.level
    else { return [:] }
    let later = after > before ? to.layer : from.layer
    guard let changes = later.figures(named: Self.changeColumn) else { return [:] }
    var unchanged: [Int: Int] = [:]
    for (place, area) in from.layer.areas.enumerated() {
      guard let other = to.layer.ordinal(of: area.code),
        to.layer.areas[other].name == area.name,
        changes.figures[after > before ? other : place].number == 1
      else { continue }
      unchanged[place] = other
    }
    return unchanged
  }
}
