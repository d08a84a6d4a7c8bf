internal import Addresses
internal import Geometry
internal import Projection

/// Addresses on their way out: handed over in batches, their positions transformed together.
struct EntryBatch: ~Copyable {
  /// What became of the rows so far.
  var counts = RegisterSourceCounts()
  private var entries: [RegisterEntry] = []
  private let transformer: Transformer?
  private let box: Box

  /// How many addresses a batch holds.
  static let size = 4096

  /// `system` is what the positions are in.
  init(system: ReferenceSystem) throws(RegisterSourceError) {
    box = system.netherlands
    entries.reserveCapacity(Self.size)
    guard system != .rdNew else {
      transformer = nil
      return
    }
    do {
      transformer = try Transformer(from: system, to: .rdNew)
    } catch {
      throw .projection(error)
    }
  }

  /// Takes an address, or counts it when it lies outside the Netherlands.
  mutating func add(
    _ entry: consuming RegisterEntry, _ body: ([RegisterEntry]) throws -> Void
  ) throws {
    if let position = entry.position, !box.contains(position) {
      counts.skip(.outsideNetherlands)
      return
    }
    entries.append(entry)
    if entries.count == Self.size { try flush(body) }
  }

  /// Hands over what is left.
  mutating func flush(_ body: ([RegisterEntry]) throws -> Void) throws {
    guard !entries.isEmpty else { return }
    try transform()
    counts.read += entries.count
    try body(entries)
    entries.removeAll(keepingCapacity: true)
  }

  private mutating func transform() throws(RegisterSourceError) {
    guard transformer != nil else { return }
    var positions = entries.compactMap(\.position)
    guard !positions.isEmpty else { return }
    do {
      try transformer?.transform(&positions)
    } catch {
      throw .projection(error)
    }
    var next = 0
    for index in entries.indices where entries[index].position != nil {
      entries[index].position = positions[next]
      next += 1
    }
  }
}
