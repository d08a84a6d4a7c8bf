internal import Bytes
internal import Provenance

/// An input of a run beside the file that the study has for it now.
///
/// Provenance knows files by their role and their name without folders, of which several may have the same.
public struct PairedInput: Hashable, Sendable {
  /// What provenance tells of it.
  public let input: VerifiedFolder.Input
  /// Where the study has it; nil when it names no such file any more.
  let path: String?
  /// The name for people: with folders, as the study names them, where another file has the same.
  public let name: String
  /// Whether the file is there with the bytes of the run; nil when it is there and nothing is told by which that can
  /// be seen.
  let isSame: Bool?

  /// What it was used for.
  public var role: String { input.role }
  /// Whether the file is there.
  var isThere: Bool { path.map(PathTarget.exists) ?? false }

  /// Puts inputs beside the files of a study: of one role and name those with the bytes of the run first, and else
  /// in the order of both.
  /// - Throws: `FileError`.
  static func pairs(
    _ inputs: [VerifiedFolder.Input], of study: StudyFile, key: InputKey?
  ) throws -> [PairedInput] {
    var left = try study.namedFiles.map { role, path in
      (
        role: role, path: path,
        hash: PathTarget.exists(path) ? try FileHash(path: path).sha256 : nil
      )
    }
    /// Takes the first file that an input can be.
    func take(
      _ input: VerifiedFolder.Input, equal: Bool
    ) -> (role: String, path: String, hash: String?)? {
      left.firstIndex { file in
        file.role == input.role && file.path.lastName == input.name
          && (!equal || file.hash.map { input.isFile(withSHA256: $0, key: key) == true } ?? false)
      }.map { left.remove(at: $0) }
    }
    let equal = inputs.map { take($0, equal: true) }
    let files = zip(inputs, equal).map { $1 ?? take($0, equal: false) }
    let named = zip(inputs, files).map { input, file in file?.path ?? input.name }
    let places = Dictionary(grouping: named, by: \.lastName).mapValues(Set.init)
    let folder = Folder(ofFile: study.path)
    return zip(inputs, files).map { input, file in
      let isAlone = (places[input.name]?.count ?? 0) < 2
      return PairedInput(
        input: input, path: file?.path,
        name: isAlone ? input.name : file.map { folder.naming($0.path) } ?? input.name,
        isSame: file?.hash.map { input.isFile(withSHA256: $0, key: key) } ?? false)
    }
  }
}

extension String {
  /// The last part of a path.
  var lastName: String { split(separator: "/").last.map(String.init) ?? self }
}
