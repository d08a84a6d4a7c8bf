public import Bytes

/// The SHA-256 of the files of a folder, as `sha256sum` writes and checks them.
public struct Checksums: Sendable {
  /// Where a folder is not as its checksums say.
  public enum Fault: Hashable, Sendable {
    /// A file that is listed is not there.
    case missing(String)
    /// A file has another content.
    case changed(String)
    /// A file is in the folder and not in the list.
    case unlisted(String)

    /// The name of the file.
    public var name: String {
      switch self {
      case .missing(let name), .changed(let name), .unlisted(let name): name
      }
    }
  }

  /// The name of each file and the SHA-256 of its content, in the order of the list.
  public let files: [(name: String, sha256: String)]

  /// Reads a list; nil when a line is none of such a list, or names a file of another folder.
  public init?(_ bytes: [UInt8]) {
    var files: [(name: String, sha256: String)] = []
    var seen: Set<String> = []
    for line in String(decoding: bytes, as: UTF8.self).split(separator: "\n") {
      guard let match = line.wholeMatch(of: /([0-9a-f]{64})  ([^\/]+)/),
        seen.insert(String(match.2)).inserted
      else { return nil }
      files.append((String(match.2), String(match.1)))
    }
    guard !files.isEmpty else { return nil }
    self.files = files
  }

  /// Hashes the files of a folder.
  /// - Throws: `FileError`.
  public init(of names: [String], path: (String) -> String) throws(FileError) {
    var files: [(name: String, sha256: String)] = []
    for name in names { files.append((name, try FileHash(path: path(name)).sha256)) }
    self.files = files
  }

  /// The list as `sha256sum -c` reads it.
  public var bytes: [UInt8] {
    files.flatMap { Array("\($0.sha256)  \($0.name)\n".utf8) }
  }

  /// The hash of one file, or nil when it is not listed.
  public subscript(name: String) -> String? { files.first { $0.name == name }?.sha256 }

  /// Compares the files of a folder with the list.
  /// - Parameters:
  ///   - names: all files that are in the folder, without those of which no checksum is kept.
  ///   - path: where a file lies.
  /// - Returns: nothing when every file is as it was.
  /// - Throws: `FileError` when a file cannot be read.
  public func faults(_ names: [String], path: (String) -> String) throws(FileError) -> [Fault] {
    let present = Set(names)
    let listed = Set(files.map(\.name))
    var faults: [Fault] = []
    for file in files {
      if !present.contains(file.name) {
        faults.append(.missing(file.name))
      } else if try FileHash(path: path(file.name)).sha256 != file.sha256 {
        faults.append(.changed(file.name))
      }
    }
    return faults + names.filter { !listed.contains($0) }.sorted().map(Fault.unlisted)
  }
}
