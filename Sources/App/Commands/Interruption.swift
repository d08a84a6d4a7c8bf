internal import Bytes
internal import Synchronization

#if canImport(Glibc)
  internal import Glibc
#else
  internal import Darwin
#endif

/// What happens when the program is asked to stop: nothing half-done stays behind.
enum Interruption {
  /// The ends of the pipe by which a signal reaches the thread that waits for one.
  private static let readEnd = Atomic<Int32>(-1)
  private static let writeEnd = Atomic<Int32>(-1)

  /// Begins to watch for an interrupt, a request to end, and a lost terminal.
  ///
  /// The handler only writes into a pipe; a thread of its own cleans up. Blocking the signals and
  /// waiting for them would not do: the concurrency runtime unblocks them on the main thread.
  static func watch() {
    signal(SIGPIPE, SIG_IGN)
    var ends: [Int32] = [-1, -1]
    guard unsafe pipe(&ends) == 0 else { return }
    readEnd.store(ends[0], ordering: .releasing)
    writeEnd.store(ends[1], ordering: .releasing)
    var thread = pthread_t()
    guard unsafe pthread_create(&thread, nil, { _ in Interruption.wait() }, nil) == 0 else {
      return
    }
    // A signal that the caller has switched off stays so, as `nohup` means it.
    for number in [SIGINT, SIGTERM, SIGHUP] where !isIgnored(number) {
      signal(number) { number in
        var byte = UInt8(truncatingIfNeeded: number)
        _ = unsafe write(Interruption.writeEnd.load(ordering: .acquiring), &byte, 1)
      }
    }
  }

  private static func wait() -> Never {
    var byte: UInt8 = 0
    while unsafe read(readEnd.load(ordering: .acquiring), &byte, 1) != 1 {}
    // As a shell reports a program that a signal ended.
    TemporaryFiles.removeAll(endingWith: 128 + Int32(byte))
  }

  private static func isIgnored(_ number: Int32) -> Bool {
    var action = sigaction()
    unsafe sigaction(number, nil, &action)
    // The handler is the first field of the structure; its type cannot be compared in Swift.
    return unsafe withUnsafeBytes(of: &action) { unsafe $0.load(as: Int.self) } == 1  // SIG_IGN
  }
}
