#if canImport(Glibc)
  internal import Glibc
#else
  internal import Darwin
#endif

/// One line on standard error that says how far a long run is; only when a person looks at it.
enum Progress {
  private static let isShown = isatty(STDERR_FILENO) == 1

  /// Puts a line in the place of the earlier one.
  static func show(_ line: String) {
    if isShown { Terminal.error("\r\u{1B}[K\(line)", terminator: "") }
  }

  /// Takes the line away.
  static func clear() {
    if isShown { Terminal.error("\r\u{1B}[K", terminator: "") }
  }
}
