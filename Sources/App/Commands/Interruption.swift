internal import Bytes

#if canImport(Glibc)
  internal import Glibc
#else
  internal import Darwin
#endif

/// What happens when the program is asked to stop: nothing half-done stays behind.
enum Interruption {
  /// Begins to watch for an interrupt, a request to end, and a lost terminal.
  ///
  /// A thread of its own waits for the signals, so the clean-up runs outside a signal handler.
  static func watch() {
    var signals = watched
    unsafe pthread_sigmask(SIG_BLOCK, &signals, nil)
    signal(SIGPIPE, SIG_IGN)
    var thread = pthread_t()
    _ = unsafe pthread_create(&thread, nil, { _ in Interruption.wait() }, nil)
  }

  private static func wait() -> Never {
    var signals = watched
    var received: Int32 = 0
    unsafe sigwait(&signals, &received)
    // As a shell reports a program that a signal ended.
    TemporaryFiles.removeAll(endingWith: 128 + received)
  }

  /// The signals that ask to stop, without those that the caller has switched off, as `nohup` does.
  private static var watched: sigset_t {
    var signals = sigset_t()
    unsafe sigemptyset(&signals)
    for number in [SIGINT, SIGTERM, SIGHUP] where !isIgnored(number) {
      unsafe sigaddset(&signals, number)
    }
    return signals
  }

  private static func isIgnored(_ number: Int32) -> Bool {
    var action = sigaction()
    unsafe sigaction(number, nil, &action)
    // The handler is the first field of the structure; its type cannot be compared in Swift.
    return unsafe withUnsafeBytes(of: &action) { unsafe $0.load(as: Int.self) } == 1  // SIG_IGN
  }
}
