#if canImport(Glibc)
  internal import Glibc
#else
  internal import Darwin
#endif
internal import Synchronization

/// The temporary files and folders that are open now, so that an interrupted program can leave none behind.
public enum TemporaryFiles {
  private static let open = Mutex<Set<String>>([])

  /// Remembers a temporary file until ``forget(_:)``.
  public static func register(_ path: String) {
    open.withLock { _ = $0.insert(path) }
  }

  /// The file was renamed or removed.
  public static func forget(_ path: String) {
    open.withLock { _ = $0.remove(path) }
  }

  /// Does what may not be interrupted halfway.
  static func uninterrupted<Result>(_ body: () -> Result) -> Result {
    open.withLock { _ in body() }
  }

  /// Removes all temporary files that are still open and ends the program, for a program that was
  /// asked to stop. Who wants to begin another file meanwhile waits for the end.
  public static func removeAll(endingWith code: Int32) -> Never {
    open.withLock { paths in
      for path in paths where unsafe unlink(path) != 0 { FlatFolder.remove(path) }
      _exit(code)
    }
  }
}
