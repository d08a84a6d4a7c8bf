/// A heatmap that shares records with one of an earlier publication and is not the same map: two that differ a little
/// give away what each hides.
public struct HeatmapChange: Hashable, Sendable {
  /// What is other than then.
  public enum Difference: Hashable, Sendable {
    /// The kinds of records.
    case kinds
    /// The days.
    case period
    /// A setting, by its key in a study.
    case setting(String)
    /// The gemeenten.
    case gemeenten
    /// The map alone: records, boundaries or the classes that were asked for changed since.
    case map
  }

  /// The heatmap of this study.
  let id: String
  /// The path of the ledger.
  let ledger: String
  /// The number of the publication.
  let entry: Int
  /// The heatmap of that publication.
  let earlier: String
  let difference: Difference

  var sentence: String {
    let what =
      switch difference {
      case .kinds: "with other kinds ('where')"
      case .period: "with other days ('months' and 'peildatum')"
      case .setting(let key): "with another '\(key)'"
      case .gemeenten: "with other gemeenten"
      case .map: "in another map, since records, boundaries, 'breaks' or 'classes' changed"
      }
    return """
      heatmap '\(id)' shows records again that are in heatmap '\(earlier)' of publication \(entry) in ledger \
      '\(ledger)', \(what). Two maps of the same records that differ a little give away what each hides. Keep that map \
      as it was, or map records that it has not: of other kinds ('where' on a column with words that it does not \
      have), or of later months ('months' so that they begin behind it). Nothing was written.
      """
  }
}
