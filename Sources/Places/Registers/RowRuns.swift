internal import Bytes
#if canImport(Glibc)
  internal import Glibc
#else
  internal import Darwin
#endif

/// Rows that are sorted in parts and set aside in files beside the register, then handed over in order:
/// memory is bounded however many there are.
struct RowRuns: ~Copyable {
  private var rows: [RegisterRow] = []
  private var files: [String] = []
  private let path: String
  private let limit: Int

  /// Rows for a register at `path`; at most `limit` are held in memory.
  init(path: String, limit: Int = 2_000_000) {
    self.path = path
    self.limit = limit
  }

  deinit {
    for file in files { unsafe unlink(file) }
    for file in files { TemporaryFiles.forget(file) }
  }

  mutating func append(_ row: RegisterRow) throws(FileError) {
    rows.append(row)
    if rows.count >= limit { try setAside() }
  }

  private mutating func setAside() throws(FileError) {
    rows.sort()
    let name = "\(path).wijkzicht-tijdelijk-\(getpid())-deel\(files.count)"
    TemporaryFiles.register(name)
    files.append(name)
    var output = try OutputFile(path: name, access: .ownerOnly)
    let block = 1 << 14
    for start in stride(from: 0, to: rows.count, by: block) {
      let part = Array(rows[start..<min(start + block, rows.count)])
      try output.write(unsafe part.withUnsafeBytes { unsafe [UInt8]($0) })
    }
    try output.commit()
    TemporaryFiles.register(name)
    rows.removeAll(keepingCapacity: true)
  }

  /// Hands over all rows in order.
  mutating func forEach(_ body: (RegisterRow) throws -> Void) throws {
    if files.isEmpty {
      rows.sort()
      for row in rows { try body(row) }
      return
    }
    if !rows.isEmpty { try setAside() }
    rows = []
    var parts: [RowPart] = []
    for file in files {
      var part = try RowPart(path: file)
      if try part.advance() { parts.append(part) }
    }
    while !parts.isEmpty {
      var first = 0
      for index in parts.indices.dropFirst() where parts[index].row < parts[first].row {
        first = index
      }
      try body(parts[first].row)
      if try !parts[first].advance() { parts.remove(at: first) }
    }
  }
}

/// One file of sorted rows, read front to back.
private struct RowPart {
  var row = RegisterRow(
    postcode: 0, group: 0, number: 0, street: 0, text: 0, x: 0, y: 0, buurt: 0,
    nummeraanduiding: 0, object: 0, pand: 0)
  private let file: InputFile
  private var offset = 0
  private var block: [UInt8] = []
  private var place = 0

  init(path: String) throws(FileError) { file = try InputFile(path: path) }

  /// Moves to the next row; false at the end.
  mutating func advance() throws(FileError) -> Bool {
    let size = MemoryLayout<RegisterRow>.stride
    if place >= block.count {
      block = try file.bytes(from: offset, count: size << 12)
      offset += block.count
      place = 0
      guard block.count >= size else { return false }
    }
    row = unsafe block.withUnsafeBytes {
      unsafe $0.loadUnaligned(fromByteOffset: place, as: RegisterRow.self)
    }
    place += size
    return true
  }
}
