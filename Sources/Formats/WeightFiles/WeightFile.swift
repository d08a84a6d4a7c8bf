/// A graph of neighbours with a text for each area, as files of spatial weights hold it.
///
/// GAL: a line `0 N name id-column`, then for each area a line `id k` and a line with the ids of its k
/// neighbours. GWT: the same first line, then a line `id id weight` for each link. Read and written by
/// GeoDa, PySAL and spdep. An older first line of GAL holds just N.
public struct WeightFile: Sendable, Hashable {
  /// The ids of the areas: in GAL those with a line of their own in their order, in GWT in the order in
  /// which they first occur. Areas of a GWT file without any link do not occur in it.
  public let ids: [String]
  /// The links between places in ``ids``.
  public let links: [Link]

  /// One neighbour of one area.
  public struct Link: Sendable, Hashable {
    /// The area whose neighbour it is.
    public let from: Int
    /// The neighbour.
    public let to: Int
    /// How much it counts; 1 in GAL.
    public let weight: Double

    /// Makes a link.
    public init(from: Int, to: Int, weight: Double) {
      self.from = from
      self.to = to
      self.weight = weight
    }
  }

  /// Makes a file of areas and links, sorted by the area they belong to.
  public init(ids: [String], links: [Link]) {
    self.ids = ids
    self.links = links
  }

  /// The text in GAL. Weights are not kept.
  ///
  /// Ids must hold no blanks; those of CBS areas do not.
  public func gal(name: String = "unknown", idColumn: String = "code") -> String {
    var lists = [[String]](repeating: [], count: ids.count)
    for link in links { lists[link.from].append(ids[link.to]) }
    var text = "0 \(ids.count) \(name) \(idColumn)\n"
    for (id, list) in zip(ids, lists) {
      text += "\(id) \(list.count)\n\(list.joined(separator: " "))\n"
    }
    return text
  }

  /// The text in GWT, weights in the shortest form that reads back as the same number.
  public func gwt(name: String = "unknown", idColumn: String = "code") -> String {
    var text = "0 \(ids.count) \(name) \(idColumn)\n"
    for link in links { text += "\(ids[link.from]) \(ids[link.to]) \(link.weight)\n" }
    return text
  }
}

/// Why a text is no file of spatial weights.
public enum WeightFileError: Error, Hashable, Sendable {
  /// The first line does not tell the number of areas.
  case noHeader
  /// A line, counted from 1, is not what its place asks for.
  case badLine(Int)
  /// An id is named as a neighbour but has no line of its own.
  case unknownID(String, line: Int)
  /// An area has two lines.
  case repeatedID(String, line: Int)
  /// The file has another number of areas than its first line says.
  case otherCount(announced: Int, found: Int)
}
