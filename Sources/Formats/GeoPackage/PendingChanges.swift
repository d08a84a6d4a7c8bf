internal import Bytes

/// Changes to a database that lie in a file beside it: every program that opens the database shows them, though the
/// database itself has the same bytes as before.
///
/// Source: sqlite.org, Database File Format, sections 3 and 4.
public enum PendingChanges {
  /// What SQLite may keep beside a database: the two files that can hold changes, and the index of one of them.
  public static let endings = ["-wal", "-journal", "-shm"]

  /// The file with changes beside a database; nil when there is none, or one without content.
  ///
  /// SQLite looks beside the file to which a link leads, so both places are looked at. A file of which only the size
  /// can be seen counts too.
  public static func file(beside path: String) -> String? {
    let places = [path, PathTarget.resolved(path)]
    return places.flatMap { place in ["-wal", "-journal"].map { place + $0 } }
      .first { (PathTarget.size($0) ?? 0) > 0 }
  }
}
