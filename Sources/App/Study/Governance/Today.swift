internal import Geocoding

#if canImport(Glibc)
  internal import Glibc
#else
  internal import Darwin
#endif

/// The day on which the program runs, for what expires and for what cannot have happened yet; it never enters
/// a result.
enum Today {
  /// Days since 1 January 1970, in universal time.
  static var day: Int32 { Int32(time(nil) / 86_400) }

  /// The last day that has begun somewhere: places lie up to 14 hours ahead of universal time.
  static var latest: Int32 { Int32((time(nil) + 14 * 3_600) / 86_400) }

  /// The year of that day.
  static var year: Int { RecordDate(day: latest).parts.year }
}
