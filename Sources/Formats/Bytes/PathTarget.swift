#if canImport(Glibc)
  internal import Glibc
#else
  internal import Darwin
#endif

/// What paths stand for.
public enum PathTarget {
  /// What a link points to; a path that does not exist, and any other, as it is.
  public static func resolved(_ path: String) -> String {
    guard let resolved = unsafe realpath(path, nil) else { return path }
    defer { unsafe free(resolved) }
    return unsafe String(cString: resolved)
  }

  /// The permissions to write, of anybody.
  static let writers: mode_t = S_IWUSR | S_IWGRP | S_IWOTH

  /// Whether there is a file or folder at a path.
  public static func exists(_ path: String) -> Bool { unsafe access(path, F_OK) == 0 }

  /// The size in bytes of what a path leads to, which need not be readable; nil when there is nothing.
  public static func size(_ path: String) -> Int? {
    var status = stat()
    return unsafe stat(path, &status) == 0 ? Int(status.st_size) : nil
  }

  /// Whether two paths name the same existing file.
  public static func isSameFile(_ a: String, _ b: String) -> Bool {
    var first = stat()
    var second = stat()
    return unsafe stat(a, &first) == 0 && stat(b, &second) == 0 && first.st_dev == second.st_dev
      && first.st_ino == second.st_ino && first.st_mode & S_IFMT == S_IFREG
  }

  /// Whether two paths, of files that need not exist, name the same place.
  public static func isSamePlace(_ a: String, _ b: String) -> Bool {
    func place(_ path: String) -> String {
      let slash = path.lastIndex(of: "/")
      let folder = slash.map { String(path[...$0]) } ?? "."
      return resolved(folder) + "/" + (slash.map { path[path.index(after: $0)...] } ?? path[...])
    }
    return isSameFile(a, b) || place(a) == place(b)
  }

  /// Whether a path, also one with a layer or sheet behind a `#`, leads to a file in `folder`.
  public static func lies(_ path: String, in folder: String) -> Bool {
    let file = PartedPath(path).file
    return exists(file) && resolved(file).hasPrefix(resolved(folder) + "/")
  }

  /// Whether a file at a path, which need not be there, would stand in `folder`.
  public static func wouldLie(_ path: String, in folder: String) -> Bool {
    let parent = path.lastIndex(of: "/").map { String(path[...$0]) } ?? "."
    return (resolved(parent) + "/").hasPrefix(resolved(folder) + "/")
  }

  /// Whether the folder in which `path` lies holds a file `name`.
  public static func hasNeighbour(_ path: String, name: String) -> Bool {
    let folder = path.lastIndex(of: "/").map { String(path[...$0]) } ?? ""
    return unsafe access(folder + name, F_OK) == 0
  }
}
