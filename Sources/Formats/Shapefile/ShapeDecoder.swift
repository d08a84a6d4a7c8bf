internal import Bytes
internal import Geometry

/// Decodes the records of a `.shp` file.
///
/// Every count is compared with the bytes that are left before it is believed.
/// Source: ESRI Shapefile Technical Description, July 1998.
struct ShapeDecoder {
  /// What is wrong with a record.
  enum Fault: Error {
    case bad
    case otherType(Int)
  }

  private let bytes: [UInt8]

  init(_ bytes: [UInt8]) { self.bytes = bytes }

  /// The bytes of the header of a file.
  static let headerSize = 100

  /// The type of shapes that the header names; nil for what is no shapefile.
  var type: Int? {
    guard bytes.count >= Self.headerSize, big(0) == 9_994, little(28) == 1_000 else { return nil }
    return little(32)
  }

  /// The length of the file that its header names, in bytes.
  var statedSize: Int { (big(24) ?? 0) * 2 }

  /// The content of the record at a place, and the place of the next; nil at the end.
  func content(at place: Int) throws(Fault) -> (content: Range<Int>, next: Int)? {
    if place == bytes.count { return nil }
    guard place + 8 <= bytes.count, let words = big(place + 4), words >= 2,
      words <= (bytes.count - place - 8) / 2
    else { throw .bad }
    let start = place + 8
    return (start..<(start + words * 2), start + words * 2)
  }

  /// The shape in a range.
  func shape(_ range: Range<Int>) throws(Fault) -> Shape {
    guard range.count >= 4, let type = little(range.lowerBound) else { throw .bad }
    switch type {
    case 0: return .empty
    case 1, 11, 21:
      guard range.count >= 20 else { throw .bad }
      let position = position(range.lowerBound + 4)
      // A measure below -10³⁸ is none; so is such a coordinate.
      guard position.isFinite else { throw .bad }
      return position.x < -1e38 || position.y < -1e38 ? .empty : .point(position)
    case 8, 18, 28: return try multiPoint(range)
    case 5, 15, 25: return .multiPolygon(try surface(range))
    default: throw .otherType(type)
    }
  }

  /// A multipoint of a single point is that point.
  private func multiPoint(_ range: Range<Int>) throws(Fault) -> Shape {
    guard range.count >= 40, let count = little(range.lowerBound + 36) else { throw .bad }
    if count == 0 { return .empty }
    guard count == 1 else { throw .otherType(8) }
    guard range.count >= 56 else { throw .bad }
    let position = position(range.lowerBound + 40)
    guard position.isFinite else { throw .bad }
    return .point(position)
  }

  private func surface(_ range: Range<Int>) throws(Fault) -> MultiPolygon {
    guard range.count >= 44, let parts = little(range.lowerBound + 36),
      let points = little(range.lowerBound + 40), parts >= 0, points >= 0,
      parts <= (range.count - 44) / 4, points <= (range.count - 44 - parts * 4) / 16
    else { throw .bad }
    let first = range.lowerBound + 44
    var rings: [Ring] = []
    rings.reserveCapacity(parts)
    for part in 0..<parts {
      guard let start = little(first + part * 4) else { throw .bad }
      let end = part + 1 < parts ? little(first + part * 4 + 4) : points
      guard let end, start >= 0, start <= end, end <= points else { throw .bad }
      // Some programs leave an empty part behind.
      guard end > start else { continue }
      var positions: [Position] = []
      positions.reserveCapacity(end - start)
      let place = first + parts * 4 + start * 16
      for index in 0..<(end - start) { positions.append(position(place + index * 16)) }
      do {
        rings.append(try Ring(positions))
      } catch {
        // A part that shrank to a line has no surface.
        if case .tooFewPositions = error { continue }
        throw .bad
      }
    }
    return RingNesting.surface(rings)
  }

  private func position(_ place: Int) -> Position {
    Position(x: double(place), y: double(place + 8))
  }

  private func double(_ place: Int) -> Double {
    unsafe bytes.withUnsafeBytes { raw in
      Double(
        bitPattern: UInt64(
          littleEndian: unsafe raw.loadUnaligned(fromByteOffset: place, as: UInt64.self)))
    }
  }

  private func little(_ place: Int) -> Int? {
    guard place + 4 <= bytes.count else { return nil }
    return unsafe bytes.withUnsafeBytes { raw in
      Int(Int32(littleEndian: unsafe raw.loadUnaligned(fromByteOffset: place, as: Int32.self)))
    }
  }

  private func big(_ place: Int) -> Int? {
    guard place + 4 <= bytes.count else { return nil }
    return unsafe bytes.withUnsafeBytes { raw in
      Int(Int32(bigEndian: unsafe raw.loadUnaligned(fromByteOffset: place, as: Int32.self)))
    }
  }
}
