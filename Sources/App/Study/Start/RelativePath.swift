internal import Bytes

/// Paths as a file in another folder names them.
struct RelativePath {
  private let folder: [Substring]

  /// Paths as the file at `path`, which need not exist, names them.
  init(fromFile path: String) {
    let slash = path.lastIndex(of: "/")
    folder = Self.parts(slash.map { $0 == path.startIndex ? "/" : String(path[..<$0]) } ?? ".")
  }

  /// The path of a file as seen from the folder.
  func to(_ path: String) -> String {
    let named = PartedPath(path)
    let file = Self.parts(named.file)
    let common = zip(folder, file).prefix { $0 == $1 }.count
    let steps =
      Array(repeating: "..", count: folder.count - common) + file[common...].map(String.init)
    return steps.joined(separator: "/") + (named.part.map { "#" + $0 } ?? "")
  }

  /// The path from the root, links followed.
  static func absolute(_ path: String) -> String { "/" + parts(path).joined(separator: "/") }

  private static func parts(_ path: String) -> [Substring] {
    var absolute = PathTarget.resolved(path)
    if !absolute.hasPrefix("/") { absolute = PathTarget.resolved(".") + "/" + absolute }
    var parts: [Substring] = []
    for part in absolute.split(separator: "/") where part != "." {
      if part == ".." { _ = parts.popLast() } else { parts.append(part) }
    }
    return parts
  }
}
