internal import Archives
internal import Bytes
internal import Foundation

/// The XML files of an extract: in a folder, in a zip, or in zips in one of these.
struct ExtractFiles: Sendable {
  let path: String

  /// What the name of a file tells about its content; nil when it tells nothing.
  enum NameKind: Equatable {
    case objects(ExtractObject.Kind)
    /// Panden, relations of gemeenten, objects under investigation: nothing to take.
    case other
  }

  /// Names such as `0221NUM15092020-000001.xml` and `9999VBO08012024.zip`.
  static func kind(ofName name: String) -> NameKind? {
    let last = name.split(separator: "/").last ?? ""
    if last.hasPrefix("GEM-WPL-RELATIE") { return .other }
    guard last.utf8.count > 7, last.utf8.prefix(4).allSatisfy({ $0 &- 0x30 <= 9 }) else {
      return nil
    }
    let rest = last.dropFirst(4)
    for other in ["PND", "InOnderzoek", "Inactief", "NietBag"] where rest.hasPrefix(other) {
      return .other
    }
    return ExtractObject.Kind(rawValue: String(rest.prefix(3))).map { .objects($0) }
  }

  /// Calls `body` with each XML file whose name `isWanted` until it gives false.
  func forEach(
    where isWanted: (NameKind?) -> Bool, _ body: (String, ByteStream) throws -> Bool
  ) throws {
    var isFolder: ObjCBool = false
    guard unsafe FileManager.default.fileExists(atPath: path, isDirectory: &isFolder) else {
      throw RegisterSourceError.file(.missing(path: path))
    }
    guard isFolder.boolValue else {
      _ = try visit(path, where: isWanted, body)
      return
    }
    for name in try Self.parts(ofFolder: path) where isWanted(Self.kind(ofName: name)) {
      guard try visit("\(path)/\(name)", where: isWanted, body) else { return }
    }
  }

  /// The names of the files of a folder that may be parts of an extract, in order.
  static func parts(ofFolder path: String) throws(RegisterSourceError) -> [String] {
    do {
      return try FileManager.default.contentsOfDirectory(atPath: path).filter(isPart).sorted()
    } catch {
      throw .file(.cannotRead(path: path, code: EACCES))
    }
  }

  private static func isPart(_ name: String) -> Bool {
    let name = name.lowercased()
    return name.hasSuffix(".xml") || name.hasSuffix(".zip")
  }

  private func visit(
    _ path: String, where isWanted: (NameKind?) -> Bool, _ body: (String, ByteStream) throws -> Bool
  ) throws -> Bool {
    let head: [UInt8]
    do {
      head = try InputFile(path: path).bytes(from: 0, count: 4)
    } catch {
      throw RegisterSourceError.file(error)
    }
    guard ArchiveReader.packing(head) == .zip else {
      return try body(path, ByteStream(path: path))
    }
    do {
      let archive = try ArchiveReader(path: path, packing: .zip)
      return try visit(archive, name: path, where: isWanted, body)
    } catch is Archives.Failure {
      throw RegisterSourceError.file(.damagedArchive(path: path))
    }
  }

  private func visit(
    _ archive: ArchiveReader, name: String, where isWanted: (NameKind?) -> Bool,
    _ body: (String, ByteStream) throws -> Bool
  ) throws -> Bool {
    while let entry = try archive.nextEntry() {
      guard Self.isPart(entry), isWanted(Self.kind(ofName: entry)) else { continue }
      if entry.lowercased().hasSuffix(".zip") {
        let inner = try ArchiveReader(entryOf: archive)
        let goesOn = try visit(inner, name: "\(name)/\(entry)", where: isWanted, body)
        guard goesOn else { return false }
      } else {
        let stream = ByteStream(entry: entry, of: archive, path: name)
        guard try body("\(name)/\(entry)", stream) else { return false }
      }
    }
    return true
  }

  /// Whether a text is the beginning of a file of an extract.
  static func isExtract(_ head: [UInt8]) -> Bool {
    let text = String(decoding: head.prefix(1 << 13), as: UTF8.self)
    return text.contains("<") && text.contains("schemas/lvbag/")
  }

  /// The year of the date that a file of an extract gives itself.
  static func year(_ head: [UInt8]) -> Int? {
    let text = String(decoding: head.prefix(1 << 14), as: UTF8.self)
    guard let range = text.firstRange(of: "StandTechnischeDatum>") else { return nil }
    return Int(text[range.upperBound...].prefix(4))
  }
}
