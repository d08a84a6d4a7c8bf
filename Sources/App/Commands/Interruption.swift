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
    var signals = sigset_t()
    unsafe sigemptyset(&signals)
    for number in [SIGINT, SIGTERM, SIGHUP] { unsafe sigaddset(&signals, number) }
    unsafe pthread_sigmask(SIG_BLOCK, &signals, nil)
    signal(SIGPIPE, SIG_IGN)
    var thread = pthread_t()
    _ = unsafe pthread_create(
      &thread, nil,
      { _ in
        var signals = sigset_t()
        unsafe sigemptyset(&signals)
        for number in [SIGINT, SIGTERM, SIGHUP] { unsafe sigaddset(&signals, number) }
        var received: Int32 = 0
        unsafe sigwait(&signals, &received)
        TemporaryFiles.removeAll()
        // As a shell reports a program that a signal ended.
        _exit(128 + received)
      }, nil)
  }
}
