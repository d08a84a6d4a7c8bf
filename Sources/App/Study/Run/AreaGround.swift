internal import Areas
internal import Geometry
internal import Provenance

/// The ground of an area as the ledger keeps it: its surface and the box around it. Areas with the same surface and
/// box are not told apart.
struct AreaGround {
  /// How much the surfaces of nearly the same ground can differ, as a part of the larger.
  private static let surfaceTolerance = 0.05
  /// How far the edges of boxes of nearly the same ground can lie apart, as a part of the side of a square of the
  /// same surface.
  private static let edgeTolerance = 0.1

  /// The surface in m² and the smallest and largest easting and northing in metres, all whole; nil where there
  /// is none.
  private let numbers: [Int64?]

  init(_ area: Area) {
    let box = area.geometry.box
    numbers = [area.geometry.area, box.minX, box.minY, box.maxX, box.maxY].map { number in
      number.isFinite ? Int64(number.rounded()) : nil
    }
  }

  private init?(_ text: String) {
    let parts = text.split(separator: " ")
    guard parts.count == 5 else { return nil }
    numbers = parts.map { Int64($0) }
  }

  /// The way in which it is kept.
  var text: String { numbers.map { $0.map { "\($0)" } ?? "-" }.joined(separator: " ") }

  /// What stands for it in the first entries that kept the ground of areas.
  private var identifier: String {
    StableIdentifier(numbers.map { $0.map { "\($0)" } ?? "" }).text
  }

  /// Whether what an entry keeps is the same ground.
  func isSame(as kept: String) -> Bool { kept == text || kept == identifier }

  /// Whether what an entry keeps is the same ground but for boundaries that were drawn anew a little, or with
  /// fewer corners.
  func isNear(_ kept: String) -> Bool {
    guard let then = AreaGround(kept) else { return isSame(as: kept) }
    let (own, other) = (numbers.compactMap(\.self), then.numbers.compactMap(\.self))
    guard own.count == numbers.count, other.count == own.count else { return isSame(as: kept) }
    let surface = Double(max(own[0], other[0]))
    let differences = zip(own, other).map { Double(abs($0 - $1)) }
    return differences[0] <= surface * Self.surfaceTolerance
      && differences.dropFirst().allSatisfy { $0 <= surface.squareRoot() * Self.edgeTolerance }
  }
}
