internal import Archives
internal import Bytes
internal import Provenance

extension OutputFolder {
  /// Writes the SHA-256 of all files written so far, in the form that `sha256sum -c` checks.
  func writeChecksums() throws(FileError) {
    let files = self.files
    let sums = try Checksums(of: names) { files.path(of: $0) }
    try write(sums.bytes, to: BundleFile.checksums)
  }

  /// Writes all files written so far as one archive; equal files give equal bytes.
  /// - Throws: `FileError` or `Archives.Failure`.
  func writeZip() throws {
    var zip = ZipWriter()
    for name in names { try zip.add(name, InputFile.contents(of: path(of: name))) }
    try write(zip.finished(), to: BundleFile.zip)
  }
}
