/// What a publication says of a count of records.
public enum SaidCount: Hashable, Sendable {
  /// Nothing, also not that it is hidden.
  case nothing
  /// That it is hidden; not why.
  case hidden
  /// That it lies between two bounds, both included; without `upper` that it is `lower` or more.
  case between(lower: Int, upper: Int?)

  /// Whether a count can be what it was said of.
  public func holds(of count: Int) -> Bool {
    if case .between(let lower, let upper) = self {
      lower <= count && count <= upper ?? .max
    } else {
      true
    }
  }

  /// More records than any file has; no bound in a file is above it.
  private static let largest = 1_000_000_000_000_000

  /// - Parameter bounds: nil for a hidden count.
  init(_ bounds: ClosedRange<Int>?) {
    self =
      bounds.map {
        .between(lower: $0.lowerBound, upper: $0.upperBound == .max ? nil : $0.upperBound)
      } ?? .hidden
  }
}

extension SaidCount {
  /// What a published number of different things says of the true one.
  public init(count figure: PublishedFigure, rule: DisclosureRule) {
    self.init(rule.bounds(of: figure))
  }

  /// How many of the units of what is said of a sum make one.
  static let unitsOfSum = 1000

  /// What a published sum says of the true one, in thousandths.
  public init(sum figure: PublishedFigure, rule: DisclosureRule) {
    guard let number = figure.number else {
      self = .hidden
      return
    }
    guard number != 0 else {
      self = .between(lower: 0, upper: 0)
      return
    }
    let half = Double(rule.roundingBase) / 2
    func units(_ number: Double) -> Int {
      Int(min((number * Double(Self.unitsOfSum)).rounded(.up), Double(Self.largest)))
    }
    // Halves were rounded up, and no sum below the minimum is told.
    let lower = units(max(number - half, Double(rule.minimumCount)))
    let upper = units(number + half)
    self = .between(lower: lower, upper: upper < Self.largest ? max(lower, upper - 1) : nil)
  }
}

/// In JSON `0` for nothing, `null` for hidden, and `[18,22]` or `[10]` for bounds.
extension SaidCount: Codable {
  /// Reads one.
  public init(from decoder: any Decoder) throws {
    let container = try decoder.singleValueContainer()
    if container.decodeNil() {
      self = .hidden
    } else if let zero = try? container.decode(Int.self), zero == 0 {
      self = .nothing
    } else {
      let bounds = try container.decode([Int].self)
      guard (1...2).contains(bounds.count), bounds[0] >= 0, bounds[bounds.count - 1] >= bounds[0],
        bounds[bounds.count - 1] <= Self.largest
      else {
        throw DecodingError.dataCorruptedError(
          in: container, debugDescription: "bounds are one or two ascending counts up to 1e15")
      }
      self = .between(lower: bounds[0], upper: bounds.count == 2 ? bounds[1] : nil)
    }
  }

  /// Writes it.
  public func encode(to encoder: any Encoder) throws {
    var container = encoder.singleValueContainer()
    switch self {
    case .nothing: try container.encode(0)
    case .hidden: try container.encodeNil()
    case .between(let lower, let upper):
      try container.encode([lower, upper].compactMap(\.self))
    }
  }
}
