internal import Archives
public import Bytes
internal import Provenance
internal import SpatialStatistics

extension OutputFolder.Files {
  /// Writes the SHA-256 of files of the folder, in the form that `sha256sum -c` checks.
  func writeChecksums(of names: [String], tasks: Int) async throws {
    // Small pieces, since a file can be large; their order is that of the names.
    let pieces = names.indices.split(names.count / 16 + 1)
    let parts = try await Tasks.map(pieces, tasks: tasks) { piece in
      Result { () throws(FileError) in
        try Checksums(of: Array(names[piece])) { path(of: $0) }
      }
    }
    var bytes: [UInt8] = []
    for part in parts { bytes += try part.get().bytes }
    try write(bytes, to: BundleFile.checksums)
  }
}

extension OutputFolder {
  /// Writes the SHA-256 of all files written so far.
  /// - Throws: `FileError`.
  public borrowing func writeChecksums(tasks: Int) async throws {
    try await files.writeChecksums(of: names, tasks: tasks)
  }

  /// Writes all files written so far as one archive; equal files give equal bytes.
  /// - Throws: `FileError` or `Archives.Failure`.
  func writeZip() throws {
    var zip = ZipWriter()
    for name in names { try zip.add(name, InputFile.contents(of: path(of: name))) }
    try write(zip.finished(), to: BundleFile.zip)
  }
}
