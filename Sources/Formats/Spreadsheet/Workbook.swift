internal import Archives
internal import Bytes

/// An XLSX workbook that was opened: its sheets are known, their rows are read with
/// ``rows(of:)``.
///
/// Read as Excel, LibreOffice and openpyxl write them; also `.xlsm`, whose programs are not looked
/// at. Kept in memory: the texts that cells share, nothing of the sheets.
/// Source: ECMA-376 Part 1 (SpreadsheetML) and Part 2 (packaging).
public struct Workbook: Sendable {
  /// One sheet.
  public struct Sheet: Hashable, Sendable {
    /// The name on its tab.
    public let name: String
    /// Whether the tab is hidden.
    public let isHidden: Bool
    let part: String
  }

  /// The path of the file.
  public let path: String
  /// The sheets with cells, in the order of their tabs; charts are left out.
  public let sheets: [Sheet]
  let texts: SharedTexts
  let formats: NumberFormats
  let isFrom1904: Bool
  let size: Int

  /// Opens a workbook.
  /// - Throws: ``SpreadsheetError``.
  /// - Complexity: O(shared texts).
  public init(path: String) throws(SpreadsheetError) {
    self.path = path
    let head: [UInt8]
    do {
      let file = try InputFile(path: path)
      size = file.size
      head = try file.bytes(from: 0, count: 8)
    } catch {
      throw .file(error)
    }
    if head == CompoundFile.signature {
      throw .otherForm(path: path, CompoundFile.isEncryptedWorkbook(path) ? .encrypted : .excel97)
    }
    guard ArchiveReader.packing(head) == .zip else { throw .damaged(path: path, part: "") }
    let names = try Self.names(path)
    let main = try Self.mainPart(names, path: path, size: size)
    guard let content = try WorkbookPart.contents(main, of: path, size: size) else {
      throw .damaged(path: path, part: main)
    }
    let folder = main.lastIndex(of: "/").map { String(main[...$0]) } ?? ""
    let file = main.dropFirst(folder.count)
    let links = Links(
      try WorkbookPart.contents("\(folder)_rels/\(file).rels", of: path, size: size) ?? [],
      folder: folder)
    var sheets: [Sheet] = []
    var isFrom1904 = false
    var markup = MarkupReader(content)
    while let tag = markup.next() {
      if tag.name == "workbookPr", let value = tag.attributes["date1904"] {
        isFrom1904 = value == "1" || value == "true"
      }
      if tag.name == "sheet", tag.isStart, let name = tag.attributes["name"],
        let id = tag.attributes["id"], let link = links.byID[id], link.type == "worksheet"
      {
        sheets.append(
          Sheet(
            name: name, isHidden: tag.attributes["state"].map { $0 != "visible" } ?? false,
            part: link.target))
      }
    }
    self.sheets = sheets
    self.isFrom1904 = isFrom1904
    if let styles = links.target(ofType: "styles"),
      let bytes = try WorkbookPart.contents(styles, of: path, size: size)
    {
      formats = NumberFormats(bytes)
    } else {
      formats = NumberFormats()
    }
    if let shared = links.target(ofType: "sharedStrings"),
      let part = try WorkbookPart.open(shared, of: path, size: size)
    {
      texts = try SharedTexts(part)
    } else {
      texts = SharedTexts()
    }
  }

  /// The sheet with a name; letter case and blanks around it are left out of account.
  public func sheet(named name: String) -> Sheet? {
    func folded(_ text: String) -> String {
      var text = Substring(text.lowercased())
      while text.first?.isWhitespace == true { text.removeFirst() }
      while text.last?.isWhitespace == true { text.removeLast() }
      return String(text)
    }
    return sheets.first { $0.name == name } ?? sheets.first { folded($0.name) == folded(name) }
  }

  /// Reads the rows of a sheet from the first on.
  /// - Throws: ``SpreadsheetError``.
  public func rows(of sheet: Sheet) throws(SpreadsheetError) -> SheetReader {
    guard let part = try WorkbookPart.open(sheet.part, of: path, size: size) else {
      throw .damaged(path: path, part: sheet.part)
    }
    return SheetReader(self, sheet, part)
  }

  /// The names of all files in the workbook.
  private static func names(_ path: String) throws(SpreadsheetError) -> [String] {
    do {
      let reader = try ArchiveReader(path: path, packing: .zip)
      var names: [String] = []
      while let name = try reader.nextEntry() {
        names.append(name)
        if reader.hasEncryptedEntries { throw SpreadsheetError.otherForm(path: path, .encrypted) }
      }
      return names
    } catch let error as SpreadsheetError {
      throw error
    } catch {
      throw .damaged(path: path, part: "")
    }
  }

  /// The part that lists the sheets.
  private static func mainPart(
    _ names: [String], path: String, size: Int
  ) throws(SpreadsheetError) -> String {
    let root = try WorkbookPart.contents("_rels/.rels", of: path, size: size)
    let named = root.flatMap { Links($0, folder: "").target(ofType: "officeDocument") }
    if let named, named.lowercased().hasSuffix(".bin") { throw .otherForm(path: path, .binary) }
    if let named { return named }
    if names.contains("content.xml") { throw .otherForm(path: path, .openDocument) }
    guard let found = names.first(where: { $0.lowercased() == "xl/workbook.xml" }) else {
      throw .damaged(path: path, part: "")
    }
    return found
  }
}

/// What a part of a workbook refers to.
private struct Links {
  private(set) var byID: [String: (type: String, target: String)] = [:]

  /// Reads a part with relationships; targets are relative to `folder`.
  init(_ bytes: [UInt8], folder: String) {
    var markup = MarkupReader(bytes)
    while let tag = markup.next() {
      guard tag.name == "Relationship", let id = tag.attributes["Id"],
        let type = tag.attributes["Type"]?.split(separator: "/").last,
        let target = tag.attributes["Target"]
      else { continue }
      byID[id] = (String(type), Self.resolved(target, folder: folder))
    }
  }

  func target(ofType type: String) -> String? {
    byID.values.filter { $0.type == type }.map(\.target).min()
  }

  private static func resolved(_ target: String, folder: String) -> String {
    guard !target.hasPrefix("/") else { return String(target.dropFirst()) }
    var parts: [Substring] = []
    for part in (folder + target).split(separator: "/") where part != "." {
      if part == ".." { _ = parts.popLast() } else { parts.append(part) }
    }
    return parts.joined(separator: "/")
  }
}

/// The container of Excel 97 to 2003, which also holds workbooks with a password.
/// Source: [MS-CFB], [MS-OFFCRYPTO] 2.3.
public enum CompoundFile {
  /// With what such a file begins.
  public static let signature: [UInt8] = [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1]

  /// Whether the file holds a stream with an encrypted package; looked for by its name, which stands
  /// in UTF-16 in the directory.
  static func isEncryptedWorkbook(_ path: String) -> Bool {
    guard let bytes = try? InputFile(path: path).bytes(from: 0, count: 64 << 20) else {
      return false
    }
    let name = "EncryptedPackage".utf16.flatMap { [UInt8($0 & 0xFF), UInt8($0 >> 8)] }
    // Entries of the directory are 128 bytes, from a multiple of 512 on.
    return stride(from: 0, to: bytes.count - name.count, by: 128).contains { start in
      name.indices.allSatisfy { bytes[start + $0] == name[$0] }
    }
  }
}
