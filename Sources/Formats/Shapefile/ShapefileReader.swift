internal import Bytes
internal import Geometry

/// Reads a shapefile: shapes from `.shp`, their table from `.dbf`, its encoding from `.cpg`, the name of
/// the reference system from `.prj`. An index (`.shx`) is not needed.
///
/// Points and polygons, with or without heights and measures, which are left out. Records that are
/// deleted in the table are left out. The files are held in memory whole.
/// Source: ESRI Shapefile Technical Description, July 1998.
public struct ShapefileReader: Sendable {
  /// The path of the `.shp` file.
  public let path: String
  /// The names of the columns, at most 10 characters each, as they stand.
  public let columns: [String]
  /// The reference system as the `.prj` describes it (WKT 1); nil without that file.
  public let referenceSystem: String?
  /// The number of records, deleted ones included.
  public var count: Int { table.rowCount }

  private let shapes: ShapeDecoder
  private let size: Int
  private let table: AttributeTable

  /// Opens the files.
  /// - Throws: ``ShapefileError``.
  public init(path: String) throws(ShapefileError) {
    self.path = path
    guard let content = try Self.content(path, suffix: nil) else {
      throw .file(.missing(path: path))
    }
    let codePage = try Self.content(path, suffix: ".cpg")
    guard let rows = try Self.content(path, suffix: ".dbf") else {
      throw .missingPart(path: path, suffix: ".dbf")
    }
    let shapes = ShapeDecoder(content)
    guard let type = shapes.type else { throw .damaged(path: path, suffix: ".shp") }
    guard [0, 1, 5, 8, 11, 15, 18, 21, 25, 28].contains(type) else {
      throw .otherShapes(path: path, type: type)
    }
    // Sizes are counted in words of 16 bits with a sign. A file that says it is longer than it is was
    // cut off; one of more than 4 GiB says anything.
    guard content.count <= Int(UInt32.max), shapes.statedSize >= ShapeDecoder.headerSize else {
      throw .tooLarge(path: path, suffix: ".shp")
    }
    guard shapes.statedSize <= content.count else { throw .damaged(path: path, suffix: ".shp") }
    table = try AttributeTable(
      rows,
      codePage: codePage.map {
        String(decoding: $0.prefix(40), as: UTF8.self).filter { !$0.isWhitespace && $0 != "\0" }
      }, path: path)
    columns = table.fields.map(\.name)
    referenceSystem = try Self.content(path, suffix: ".prj").map {
      String(decoding: $0.prefix(1 << 16), as: UTF8.self)
    }
    self.shapes = shapes
    size = shapes.statedSize
  }

  /// Hands over every record: its number, from 1, its shape, and the texts of the columns asked for.
  ///
  /// A number is handed over as it is written, without zeros behind its point; nothing, stars and
  /// unreadable days as an empty text.
  /// - Parameter columns: places in ``columns``.
  /// - Throws: ``ShapefileError``, or what `body` throws.
  public func forEachRecord(
    columns: [Int], _ body: (Int, Shape, [String]) throws -> Void
  ) throws {
    var place = ShapeDecoder.headerSize
    var row = 0
    while place < size {
      let shape: Shape
      do throws(ShapeDecoder.Fault) {
        guard let (content, next) = try shapes.content(at: place), next <= size else { throw .bad }
        place = next
        shape = try shapes.shape(content)
      } catch {
        switch error {
        case .bad: throw ShapefileError.badShape(path: path, record: row + 1)
        case .otherType(let type): throw ShapefileError.otherShapes(path: path, type: type)
        }
      }
      row += 1
      guard row <= table.rowCount else { continue }
      guard !table.isDeleted(row - 1) else { continue }
      try body(row, shape, columns.map { table.text(row - 1, $0) })
    }
    guard row == table.rowCount else {
      throw ShapefileError.unequal(path: path, shapes: row, rows: table.rowCount)
    }
  }

  /// The content of a file of the set; its suffix may be in capitals, as that of the `.shp` may be.
  private static func content(
    _ path: String, suffix: String?
  ) throws(ShapefileError) -> [UInt8]? {
    var candidates = [path]
    if let suffix {
      let stem = String(path.dropLast(4))
      candidates = [stem + suffix, stem + suffix.uppercased()]
    }
    for candidate in candidates {
      do {
        return try InputFile.contents(of: candidate)
      } catch {
        if case .missing = error { continue }
        throw .file(error)
      }
    }
    return nil
  }
}
