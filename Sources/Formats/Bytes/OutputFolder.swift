#if canImport(Glibc)
  internal import Glibc
#else
  internal import Darwin
#endif

/// A folder of files that appears whole or not at all.
///
/// Files go to a temporary folder beside the target; ``commit()`` puts it in the place of an earlier
/// one. A folder that is let go without a commit, or an interrupted program, leaves an earlier folder
/// as it was.
public struct OutputFolder: ~Copyable {
  /// Why a folder may not be written.
  public enum Refusal: Error, Hashable, Sendable {
    /// The folder exists and holds a file, `name`, that is no part of an earlier result.
    case holdsOtherFiles(path: String, name: String)
  }

  /// The path of the finished folder.
  public let path: String
  private let temporaryPath: String
  private var isOpen = true

  /// Starts writing.
  /// - Parameter isOurs: whether a file of this name can be part of an earlier result; only a folder
  ///   with nothing else in it is replaced.
  /// - Throws: ``Refusal`` or ``FileError``.
  public init(path: String, isOurs: (String) -> Bool) throws {
    var path = path
    while path.count > 1, path.hasSuffix("/") { path.removeLast() }
    path = PathTarget.resolved(path)
    var status = stat()
    if unsafe stat(path, &status) == 0, status.st_mode & S_IFMT != S_IFDIR {
      throw FileError.cannotWrite(path: path, code: ENOTDIR)
    }
    if unsafe stat(path, &status) == 0, status.st_mode & PathTarget.writers == 0 {
      throw FileError.writeProtected(path: path)
    }
    LeftFiles.restoreFolder(path)
    if let names = FlatFolder.names(path), let other = names.sorted().first(where: { !isOurs($0) })
    {
      throw Refusal.holdsOtherFiles(path: path, name: other)
    }
    try Self.makeParents(of: path)
    LeftFiles.remove(for: path)
    let temporaryPath = LeftFiles.temporaryPath(for: path)
    TemporaryFiles.register(temporaryPath)
    FlatFolder.remove(temporaryPath)
    guard unsafe mkdir(temporaryPath, 0o777) == 0 else {
      let code = errno
      TemporaryFiles.forget(temporaryPath)
      throw FileError.cannotWrite(path: path, code: code)
    }
    self.path = path
    self.temporaryPath = temporaryPath
  }

  deinit {
    if isOpen {
      FlatFolder.remove(temporaryPath)
      TemporaryFiles.forget(temporaryPath)
    }
  }

  /// The path at which a file of the folder is to be written.
  public func path(of name: String) -> String { files.path(of: name) }

  /// The names of the files written so far, sorted.
  public var names: [String] { (FlatFolder.names(temporaryPath) ?? []).sorted() }

  /// Writes one file.
  /// - Throws: ``FileError/cannotWrite(path:code:)``.
  public func write(_ bytes: [UInt8], to name: String) throws(FileError) {
    try files.write(bytes, to: name)
  }

  /// The files of the folder, for tasks that write several at the same time.
  public var files: Files { Files(temporaryPath: temporaryPath) }

  /// Writes files of a folder that is not in its place yet; of no use after that.
  public struct Files: Sendable {
    fileprivate let temporaryPath: String

    /// The path at which a file is to be written.
    public func path(of name: String) -> String { "\(temporaryPath)/\(name)" }

    /// Writes one file. Files of different names may be written at the same time.
    /// - Throws: ``FileError/cannotWrite(path:code:)``.
    public func write(_ bytes: [UInt8], to name: String) throws(FileError) {
      try write([bytes[...]], to: name)
    }

    /// Writes one file of pieces that follow each other.
    /// - Throws: ``FileError/cannotWrite(path:code:)``.
    public func write(_ pieces: [ArraySlice<UInt8>], to name: String) throws(FileError) {
      var file = try OutputFile(path: path(of: name))
      for piece in pieces { try file.write(piece) }
      try file.commit()
    }
  }

  /// Puts the folder in its place.
  /// - Throws: ``FileError/cannotWrite(path:code:)``; the earlier folder then is still there.
  public consuming func commit() throws(FileError) {
    let earlier = LeftFiles.earlierPath(for: path)
    let temporary = temporaryPath
    let target = path
    let (code, hadEarlier) = TemporaryFiles.uninterrupted { () -> (Int32, Bool) in
      let hadEarlier = unsafe rename(target, earlier) == 0
      guard unsafe rename(temporary, target) == 0 else {
        let code = errno
        if hadEarlier { unsafe rename(earlier, target) }
        return (code, false)
      }
      return (0, hadEarlier)
    }
    guard code == 0 else { throw .cannotWrite(path: path, code: code) }
    isOpen = false
    TemporaryFiles.forget(temporaryPath)
    if hadEarlier {
      TemporaryFiles.register(earlier)
      FlatFolder.remove(earlier)
      TemporaryFiles.forget(earlier)
    }
  }

  private static func makeParents(of path: String) throws(FileError) {
    var index = path.startIndex
    while let slash = path[index...].dropFirst().firstIndex(of: "/") {
      let parent = String(path[..<slash])
      if unsafe mkdir(parent, 0o777) != 0, errno != EEXIST {
        throw .cannotWrite(path: path, code: errno)
      }
      index = slash
    }
  }
}

/// Folders that hold files and no folders.
enum FlatFolder {
  /// The names in a folder, or nil when there is no such folder.
  static func names(_ path: String) -> [String]? {
    guard let folder = unsafe opendir(path) else { return nil }
    defer { unsafe closedir(folder) }
    var names: [String] = []
    while let entry = unsafe readdir(folder) {
      let name = unsafe withUnsafePointer(to: &entry.pointee.d_name) {
        unsafe $0.withMemoryRebound(to: CChar.self, capacity: 256) { unsafe String(cString: $0) }
      }
      if name != ".", name != ".." { names.append(name) }
    }
    return names
  }

  /// Removes a folder and the files in it, also those that appear meanwhile.
  static func remove(_ path: String) {
    for _ in 0..<10 {
      for name in names(path) ?? [] { unsafe unlink("\(path)/\(name)") }
      if unsafe rmdir(path) == 0 || errno != ENOTEMPTY { return }
    }
  }
}
