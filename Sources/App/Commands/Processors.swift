internal import ArgumentParser

#if canImport(Glibc)
  internal import Glibc
#else
  internal import Darwin
#endif

/// The processors of this machine.
enum Processors {
  /// How many may be used.
  static var count: Int { max(Int(sysconf(Int32(_SC_NPROCESSORS_ONLN))), 1) }

  /// How many tasks work at the same time: as many as `--jobs` says, else one a processor.
  static func tasks(_ jobs: Int?) throws -> Int {
    guard let jobs else { return count }
    guard jobs >= 1 else { throw ValidationError("--jobs \(jobs): a number of tasks, 1 or more.") }
    return jobs
  }
}
