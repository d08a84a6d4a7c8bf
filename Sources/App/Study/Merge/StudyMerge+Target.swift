internal import Bytes
internal import Exports

extension StudyMerge {
  /// Refuses a folder for the results that is a part, holds one, or lies in one.
  func refuse(target path: String) throws(Failure) {
    let target = Self.place(of: path)
    for part in parts {
      let place = Self.place(of: part.path)
      if (place + "/").hasPrefix(target == "/" ? "/" : target + "/") {
        throw .partInTarget(part.path, folder: path)
      }
      if target.hasPrefix(place + "/") { throw .targetInPart(path, part: part.path) }
    }
  }

  /// Where a path leads from the root on, also one that does not exist yet, or only its first folders do.
  static func place(of path: String) -> String {
    var place = path.hasPrefix("/") ? "" : PathTarget.resolved(".")
    for name in path.split(separator: "/") where name != "." {
      if name == ".." {
        place = place.lastIndex(of: "/").map { String(place[..<$0]) } ?? ""
      } else {
        place = PathTarget.resolved(place + "/" + name)
      }
    }
    return place.isEmpty ? "/" : place
  }
}
