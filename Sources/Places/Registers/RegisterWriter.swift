internal import Bytes
internal import Crypto

/// Writes the sections of a register one after the other, and the header when all are known.
struct RegisterWriter: ~Copyable {
  private var sections: [(section: RegisterSection, bytes: [UInt8])] = []

  /// Adds a section of text.
  mutating func add(_ section: RegisterSection, text: [UInt8]) {
    sections.append((section, text))
  }

  /// Adds a section of numbers.
  mutating func add<Number: FixedWidthInteger & BitwiseCopyable>(
    _ section: RegisterSection, _ numbers: [Number]
  ) {
    precondition(MemoryLayout<Number>.size == section.elementSize)
    sections.append((section, numbers.littleEndianBytes))
  }

  /// Writes all to a file that appears whole or not at all.
  consuming func write(to path: String) throws(FileError) {
    var header = RegisterHeader()
    func aligned(_ place: Int) -> Int { RegisterHeader.aligned(place) }
    let start = aligned(RegisterHeader.size(sections: sections.count))
    var place = start
    for (section, bytes) in sections {
      header.entries.append(
        .init(
          section: section, offset: place, length: bytes.count,
          hash: Array(SHA256.hash(data: bytes))))
      place = aligned(place + bytes.count)
    }
    var output = try OutputFile(path: path)
    func pad(from end: Int) -> [UInt8] { [UInt8](repeating: 0, count: aligned(end) - end) }
    let headerBytes = header.bytes
    try output.write(headerBytes)
    try output.write(pad(from: headerBytes.count))
    for (_, bytes) in sections {
      try output.write(bytes)
      try output.write(pad(from: bytes.count))
    }
    try output.commit()
  }
}

extension Array where Element: FixedWidthInteger & BitwiseCopyable {
  /// The bytes of all numbers, the least significant of each first.
  var littleEndianBytes: [UInt8] {
    let ordered = 1.littleEndian == 1 ? self : map(\.littleEndian)
    return unsafe ordered.withUnsafeBytes { unsafe [UInt8]($0) }
  }
}
