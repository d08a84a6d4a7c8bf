#if canImport(Glibc)
  internal import Glibc
#else
  internal import Darwin
#endif

/// Where text for people goes: results to standard output, all else to standard error.
enum Terminal {
  static func output(_ text: String) { write(text + "\n", to: STDOUT_FILENO) }

  static func error(_ text: String, terminator: String = "\n") {
    write(text + terminator, to: STDERR_FILENO)
  }

  /// Ends the program with success, when all is written. The system takes back areas and registers in
  /// one piece; returning would free them value by value.
  static func end() -> Never { exit(0) }

  /// Writes bytes to standard output. A reader that went away ends the program without complaint.
  static func output(_ bytes: [UInt8]) { write(bytes, to: STDOUT_FILENO) }

  private static func write(_ text: String, to descriptor: Int32) {
    write(Array(text.utf8), to: descriptor)
  }

  private static func write(_ bytes: [UInt8], to descriptor: Int32) {
    unsafe bytes.withUnsafeBytes { raw in
      var done = 0
      while done < raw.count {
        let wrote = unsafe Glibc.write(descriptor, raw.baseAddress! + done, raw.count - done)
        if wrote < 0 {
          if errno == EINTR { continue }
          // Messages that nobody reads are no reason to end before the result is written.
          if descriptor == STDERR_FILENO { return }
          let code = errno
          if code != EPIPE {
            error(
              "wijkzicht: standard output cannot be written to (\(unsafe String(cString: strerror(code))))."
            )
          }
          exit(code == EPIPE ? 0 : 2)
        }
        done += wrote
      }
    }
  }
}
