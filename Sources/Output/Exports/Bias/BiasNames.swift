public import Cartography
public import Indicators

/// What the results and protected columns of a bias audit are called in texts.
public struct BiasNames: Hashable, Sendable {
  /// The names of results, by their ids as `vertekening.csv` has them.
  let results: [String: LocalizedText]
  /// The names of protected columns.
  let columns: [String: LocalizedText]
  /// The names of gemeenten, by code.
  let gemeenten: [String: String]

  /// Gathers names; what has none is called by its id.
  public init(
    results: [String: LocalizedText] = [:], columns: [String: LocalizedText] = [:],
    gemeenten: [String: String] = [:]
  ) {
    self.results = results
    self.columns = columns
    self.gemeenten = gemeenten
  }

  /// A result.
  public func result(_ id: String, _ language: Language) -> String {
    results[id].map { $0.text(language) } ?? id
  }

  /// A protected column: that of the rules, or else its own words between quotes.
  public func column(_ name: String, _ language: Language) -> String {
    columns[name]?.text(language) ?? "‘\(name.split(separator: "_").joined(separator: " "))’"
  }

  /// A gemeente.
  public func gemeente(_ code: String) -> String { gemeenten[code] ?? code }

  /// A result and a column, and where.
  public func pair(
    _ result: String, _ column: String, gemeentecode: String?, _ language: Language
  ) -> String {
    "\(self.result(result, language)) \(language == .nl ? "en" : "and") \(self.column(column, language))"
      + (gemeentecode.map { ", \(gemeente($0))" } ?? "")
  }
}

/// A result and what it is called.
public struct NamedResult: Hashable, Sendable {
  /// Its id, such as `patroon_drugs`, `heatmap_drugs` or `tabel_drugs`.
  public let id: String
  /// Its name.
  public let name: LocalizedText

  /// Names a result.
  public init(id: String, name: LocalizedText) {
    self.id = id
    self.name = name
  }
}

extension LocalizedText {
  /// The text in a language.
  func text(_ language: Language) -> String { language == .nl ? nl : en }
}
