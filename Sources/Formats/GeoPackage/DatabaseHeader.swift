internal import Bytes

/// The first bytes of a SQLite file, in as far as they tell whether the file is whole.
///
/// SQLite itself reads a last page that was cut off as if zeros stood there.
/// Source: sqlite.org, Database File Format, section 1.3.
enum DatabaseHeader {
  /// Compares the file with its header.
  /// - Throws: ``GeoPackageError``: `notADatabase` or `damaged`; errors of reading.
  static func check(_ file: InputFile) throws {
    let header = try file.bytes(from: 0, count: 100)
    guard header.starts(with: "SQLite format 3\0".utf8) else {
      throw GeoPackageError.notADatabase(path: file.path)
    }
    guard header.count == 100 else { throw GeoPackageError.damaged(path: file.path) }
    func number(at offset: Int, bytes: Int) -> Int {
      header[offset..<(offset + bytes)].reduce(0) { $0 << 8 | Int($1) }
    }
    // 65536 does not fit in the two bytes and is written as 1.
    let pageSize = number(at: 16, bytes: 2) == 1 ? 65_536 : number(at: 16, bytes: 2)
    // The count of pages is not kept up by very old programs; then these two numbers differ.
    let isCounted = number(at: 24, bytes: 4) == number(at: 92, bytes: 4)
    let pages = isCounted ? number(at: 28, bytes: 4) : 0
    guard pageSize >= 512, file.size % pageSize == 0, pages <= file.size / pageSize else {
      throw GeoPackageError.damaged(path: file.path)
    }
  }
}
