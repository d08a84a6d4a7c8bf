#if canImport(Glibc)
  internal import Glibc
#else
  internal import Darwin
#endif

/// A file whose bytes are read where the system keeps them, without a copy of its own: only the pages
/// that are used take memory.
///
/// Unmapped with the last reference. Not guaranteed: what happens when another program makes the file
/// shorter meanwhile; files that are replaced by renaming, as ``OutputFile`` does, are safe.
public final class MappedFile: Sendable {
  /// The path as it was given.
  public let path: String
  /// The size in bytes.
  public let count: Int
  private let address: UInt

  /// Maps a regular file.
  /// - Throws: ``FileError`` when it is missing, a folder, or may not be read.
  public init(path: String) throws(FileError) {
    // Opened by the class that knows all refusals; the mapping outlives the descriptor.
    let file = try InputFile(path: path)
    self.path = path
    count = file.size
    guard file.size > 0 else {
      address = 0
      return
    }
    let pointer = unsafe file.withDescriptor {
      unsafe mmap(nil, file.size, PROT_READ, MAP_PRIVATE, $0, 0)
    }
    guard let pointer = unsafe pointer, unsafe pointer != MAP_FAILED else {
      throw .cannotRead(path: path, code: errno)
    }
    address = UInt(bitPattern: pointer)
  }

  deinit {
    if address != 0 { unsafe munmap(UnsafeMutableRawPointer(bitPattern: address), count) }
  }

  /// The numbers that stand at `offset`, little-endian.
  ///
  /// - Precondition: they lie in the file and `offset` is a multiple of their size.
  public func column<Element: FixedWidthInteger>(
    _: Element.Type, at offset: Int, count: Int
  ) -> MappedColumn<Element> {
    precondition(offset >= 0 && count >= 0 && offset % MemoryLayout<Element>.size == 0)
    precondition(count <= (self.count - offset) / MemoryLayout<Element>.size)
    return MappedColumn(address: address + UInt(offset), count: count)
  }
}

/// Numbers in a ``MappedFile``, read by place; places are checked.
///
/// Holds no reference, so that tasks that read it do not wait for each other: who keeps a column keeps
/// its file too.
@frozen
public struct MappedColumn<Element: FixedWidthInteger & Sendable>: Sendable {
  /// How many numbers there are.
  public let count: Int
  @usableFromInline let address: UInt

  @inlinable
  init(address: UInt, count: Int) {
    self.address = address
    self.count = count
  }

  /// No numbers.
  @inlinable
  public init() { self.init(address: 0, count: 0) }

  /// The number at a place.
  @inlinable
  public subscript(index: Int) -> Element {
    precondition(index >= 0 && index < count)
    return unsafe Element(littleEndian: load(index))
  }

  @inlinable
  @unsafe
  func load(_ index: Int) -> Element {
    unsafe UnsafeRawPointer(bitPattern: address)!.load(
      fromByteOffset: index * MemoryLayout<Element>.size, as: Element.self)
  }

  /// Lends the numbers of a range as they stand in the file.
  ///
  /// - Precondition: the machine is little-endian, as all are that this runs on.
  @inlinable
  public func withSpan<Result>(
    _ range: Range<Int>, _ body: (Span<Element>) -> Result
  ) -> Result {
    precondition(range.lowerBound >= 0 && range.upperBound <= count && 1.littleEndian == 1)
    return unsafe body(
      UnsafeBufferPointer(
        start: UnsafePointer<Element>(bitPattern: address)! + range.lowerBound, count: range.count
      ).span)
  }

  /// The first place in `range` whose number is not below `wanted`, in numbers that ascend there.
  @inlinable
  public func firstIndex(in range: Range<Int>, notBelow wanted: Element) -> Int {
    var low = range.lowerBound
    var high = range.upperBound
    while low < high {
      let middle = (low + high) / 2
      if self[middle] < wanted { low = middle + 1 } else { high = middle }
    }
    return low
  }
}
