#if canImport(Glibc)
  internal import Glibc
#else
  internal import Darwin
#endif

/// The day on which the program runs, for what expires; it never enters a result.
enum Today {
  /// Days since 1 January 1970, in universal time.
  static var day: Int32 { Int32(time(nil) / 86_400) }
}
