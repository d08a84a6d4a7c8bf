#if canImport(Glibc)
  internal import Glibc
#else
  internal import Darwin
#endif
public import Areas
internal import Bytes
internal import GeoJSON
internal import Geometry
internal import Provenance

/// The checks of boundaries, made once per file and remembered by its content.
///
/// They are kept as small text files in the user's cache folder (`XDG_CACHE_HOME`, else
/// `~/.cache`), named after the SHA-256 of the areas; a folder that cannot be written only means that
/// the check is made again. Codes and places of areas are kept, nothing of records.
public struct AreaChecks: Sendable {
  private let identity: String
  /// Part of every name, so that a change in the checks makes old files unread.
  private static let version = 1

  /// Takes the content of the files as identity.
  /// - Throws: `FileError`.
  public init(files: [String]) throws {
    identity = FileHash.combined(try files.map { try FileHash(path: $0).sha256 })
  }

  /// The checks of all layers, remembered or made now.
  public func checks(of areas: AreaSet) -> [AreaCheck] {
    areas.layers.map { layer in
      // Which areas own levels have is a matter of the study, not of the files alone.
      if layer.level.isOwn { return AreaCheck(layer) }
      let path = Self.folder.map {
        "\($0)/\(identity)-\(layer.level.rawValue)-v\(Self.version).txt"
      }
      if let path, let bytes = try? InputFile.contents(of: path),
        let check = AreaCheck(level: layer.level, text: String(decoding: bytes, as: UTF8.self))
      {
        return check
      }
      let check = AreaCheck(layer)
      if let path, var file = try? OutputFile(path: path) {
        try? file.write(Array(check.text.utf8))
        try? file.commit()
      }
      return check
    }
  }

  /// The cache folder of Wijkzicht, made when it is missing.
  private static var folder: String? {
    func variable(_ name: String) -> String? {
      unsafe getenv(name).map { unsafe String(cString: $0) }.flatMap { $0.isEmpty ? nil : $0 }
    }
    guard let base = variable("XDG_CACHE_HOME") ?? variable("HOME").map({ $0 + "/.cache" }) else {
      return nil
    }
    let folder = base + "/wijkzicht"
    for path in [base, folder] { _ = unsafe mkdir(path, 0o700) }
    return folder
  }
}
