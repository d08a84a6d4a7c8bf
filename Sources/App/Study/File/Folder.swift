#if canImport(Glibc)
  internal import Glibc
#else
  internal import Darwin
#endif

/// The folder of a file, against which paths in it are resolved.
struct Folder {
  private let path: String

  init(ofFile file: String) {
    path = file.lastIndex(of: "/").map { String(file[..<$0]) + "/" } ?? ""
  }

  /// The path as a program can open it from where it runs.
  func resolve(_ other: String) -> String {
    other.hasPrefix("/") || other == "-" ? other : path + other
  }

  /// The path as a file in the folder names it, when it lies there; else as it is.
  func naming(_ resolved: String) -> String {
    resolved.hasPrefix(path) ? String(resolved.dropFirst(path.count)) : resolved
  }

  /// The files that a path with `*` stands for, sorted; a path that fits nothing stays as it is, so
  /// that it can be reported.
  func expand(_ pattern: String) -> [String] {
    let resolved = resolve(pattern)
    guard resolved.contains("*") else { return [resolved] }
    var matches = unsafe glob_t()
    defer { unsafe globfree(&matches) }
    guard unsafe glob(resolved, 0, nil, &matches) == 0 else { return [resolved] }
    return (0..<Int(unsafe matches.gl_pathc)).compactMap { index in
      unsafe matches.gl_pathv[index].map { unsafe String(cString: $0) }
    }
  }
}
