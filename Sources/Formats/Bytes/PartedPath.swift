/// A path as somebody names a file, with the sheet, layer or other part of it that may stand behind a `#`.
public struct PartedPath: Hashable, Sendable {
  /// The file.
  public let file: String
  /// What of it is meant; nil when the path does not say so.
  public let part: String?

  /// Takes a path apart: a file that is there is taken as it is called, also with a `#` in its name or in that
  /// of a folder. Of one that is not there, what stands behind the first `#` is the part.
  public init(_ path: String) {
    let marks = PathTarget.exists(path) ? [] : path.indices.filter { path[$0] == "#" }
    guard let mark = marks.last(where: { PathTarget.exists(String(path[..<$0])) }) ?? marks.first,
      mark != path.startIndex
    else {
      (file, part) = (path, nil)
      return
    }
    file = String(path[..<mark])
    let rest = path[path.index(after: mark)...]
    part = rest.isEmpty ? nil : String(rest)
  }
}
