#if canImport(Glibc)
  internal import Glibc
#else
  internal import Darwin
#endif

/// Temporary files that a program left because it was killed or the power went out.
enum LeftFiles {
  /// How long nothing was written to a file that counts as left, in seconds. On a shared disk a program
  /// that this machine does not know may still be at work.
  private static let age = 3_600

  /// The path of the temporary file or folder of this program for a target.
  static func temporaryPath(for target: String) -> String {
    "\(target).wijkzicht-tijdelijk-\(getpid())"
  }

  /// The path at which this program keeps an earlier folder while another takes its place.
  static func earlierPath(for target: String) -> String { "\(target).wijkzicht-vorige-\(getpid())" }

  /// Puts an earlier folder back that a program had moved aside when it was killed; when the new one is
  /// in its place already, removes it.
  static func restoreFolder(_ target: String) {
    for earlier in left(beside: target, mark: ".wijkzicht-vorige-") {
      if unsafe rename(earlier, target) != 0 { FlatFolder.remove(earlier) }
    }
  }

  /// Removes the temporary files and folders of `target` that programs left which run no more.
  static func remove(for target: String) {
    for path in left(beside: target, mark: ".wijkzicht-tijdelijk-") {
      var status = stat()
      guard unsafe lstat(path, &status) == 0, time(nil) - modified(status) > age else { continue }
      if status.st_mode & S_IFMT == S_IFDIR { FlatFolder.remove(path) } else { unsafe unlink(path) }
    }
  }

  /// The paths beside `target` that end in `mark` and the number of a process that runs no more.
  private static func left(beside target: String, mark: String) -> [String] {
    let slash = target.utf8.lastIndex(of: UInt8(ascii: "/"))
    let folder = slash.map { String(target[..<$0]) } ?? "."
    let name = slash.map { String(target[target.index(after: $0)...]) } ?? target
    let start = name + mark
    return (FlatFolder.names(folder.isEmpty ? "/" : folder) ?? []).compactMap { other in
      guard other.hasPrefix(start), let process = pid_t(other.dropFirst(start.count)), process > 0,
        kill(process, 0) != 0, errno == ESRCH
      else { return nil }
      return "\(folder)/\(other)"
    }
  }

  private static func modified(_ status: stat) -> Int {
    #if canImport(Glibc)
      status.st_mtim.tv_sec
    #else
      status.st_mtimespec.tv_sec
    #endif
  }
}
