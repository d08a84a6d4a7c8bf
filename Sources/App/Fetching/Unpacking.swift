internal import Archives
internal import Bytes

/// Takes one file out of a zip as CBS packs them.
public enum Unpacking {
  /// Takes the only file whose name ends in `suffix` out of the zip at `path`, into the folder in which
  /// the zip lies.
  ///
  /// Folders in the zip, and what stands in front of the last `/` of a name, are left out of the path.
  /// - Parameter limit: the most that the file may unpack to, in bytes.
  /// - Returns: the path of the file.
  /// - Throws: ``FetchError`` or `FileError`.
  public static func unpack(_ path: String, suffix: String, limit: Int) throws -> String {
    var names: [String] = []
    do {
      let reader = try ArchiveReader(path: path, packing: .zip)
      while let name = try reader.nextEntry() { names.append(name) }
      if reader.hasEncryptedEntries { throw FetchError.damagedArchive(path: path) }
      let fitting = names.filter { $0.lowercased().hasSuffix(suffix.lowercased()) }
      guard fitting.count == 1,
        let name = fitting[0].split(whereSeparator: { $0 == "/" || $0 == "\\" }).last,
        name != "..", name != "."
      else { throw FetchError.notInArchive(path: path, wanted: suffix, names: names) }
      let folder = path.lastIndex(of: "/").map { String(path[...$0]) } ?? ""
      let again = try ArchiveReader(path: path, packing: .zip)
      _ = try again.find(fitting[0])
      var output = try OutputFile(path: folder + name)
      var size = 0
      while true {
        let bytes = try again.bytes(1 << 20)
        if bytes.isEmpty { break }
        size += bytes.count
        guard size <= limit else { throw FetchError.tooLarge(address: path, limit: limit) }
        try output.write(bytes)
      }
      try output.commit()
      return folder + name
    } catch is Archives.Failure {
      throw FetchError.damagedArchive(path: path)
    }
  }
}
