internal import Bytes
internal import Exports
internal import Provenance

/// A folder with results of which single files are read back, each held against the list of checksums beside it.
///
/// Only what is read is hashed; `verify` looks at all of it. Who changes a file can change the list too.
struct ListedFolder {
  private let path: String
  /// Nil when there is no list of results.
  private let list: Checksums?

  /// Reads the list.
  ///
  /// Where neither the folder nor the list has ``StudyExport/mark``, the list is of something else and counts as none.
  /// - Throws: ``VerifiedFolder/Failure``: results with a damaged list, or a GeoPackage with changes beside it.
  init(_ path: String) throws {
    self.path = path
    let place = "\(path)/\(StudyExport.checksums)"
    guard PathTarget.exists(place) else {
      list = nil
      return
    }
    let list = Checksums(try InputFile.contents(of: place))
    guard let list, list[StudyExport.mark] != nil else {
      guard !PathTarget.exists("\(path)/\(StudyExport.mark)") else {
        throw VerifiedFolder.Failure.noChecksums(place)
      }
      self.list = nil
      return
    }
    try list.refusePendingChanges(in: path)
    self.list = list
  }

  /// Reads a file of the folder.
  /// - Throws: ``VerifiedFolder/Failure/tampered(_:files:)`` when it is not as it is listed, or `FileError`.
  func contents(of name: String) throws -> [UInt8] {
    let bytes = try InputFile.contents(of: "\(path)/\(name)")
    guard let list else { return bytes }
    guard let told = list[name] else { throw tampered(.unlisted(name)) }
    var hash = ContentHash()
    hash.add(bytes)
    guard hash.sha256 == told else { throw tampered(.changed(name)) }
    return bytes
  }

  /// Makes sure that no file of a kind is gone.
  /// - Parameter names: the files of the kind that are there.
  /// - Throws: ``VerifiedFolder/Failure/tampered(_:files:)``.
  func check(_ names: [String], areAll isOfKind: (String) -> Bool) throws {
    let present = Set(names)
    if let gone = list?.files.first(where: { isOfKind($0.name) && !present.contains($0.name) }) {
      throw tampered(.missing(gone.name))
    }
  }

  private func tampered(_ fault: Checksums.Fault) -> VerifiedFolder.Failure {
    .tampered(path, files: [fault.sentence])
  }

  /// What has to be known about files that could be held against no list, for people; nil when there is one.
  var remark: String? {
    guard list == nil else { return nil }
    return
      "\(path): no \(StudyExport.checksums) of results lies here, so whether the files are as they were written was "
      + "not looked at."
  }
}
