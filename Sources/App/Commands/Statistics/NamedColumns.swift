internal import CSV
internal import Study

/// The columns of a table that options name.
struct NamedColumns {
  /// Why a column cannot be read.
  enum Problem: Error {
    /// No column has the name.
    case missing(path: String, column: String, option: String, known: ColumnNames)
    /// Several columns have the name; their places, counted from 1.
    case repeated(path: String, column: String, places: [Int], option: String?)
  }

  let path: String
  let header: [String]
  let known: ColumnNames

  /// The place of the column that an option names.
  func place(_ name: String, _ option: String) throws(Problem) -> Int {
    guard let place = try only(header.indices.filter { header[$0] == name }, option: nil) else {
      throw .missing(path: path, column: name, option: option, known: known)
    }
    return place
  }

  /// The place of the column with codes of areas: the one that is named, or the first of the usual names.
  func code(_ name: String?, usual: [String]) throws(Problem) -> Int {
    if let name { return try place(name, "--code-column") }
    for name in usual {
      let places = header.indices.filter { header[$0].lowercased() == name }
      if let place = try only(places, option: "--code-column") { return place }
    }
    throw .missing(path: path, column: usual[0], option: "--code-column", known: known)
  }

  private func only(_ places: [Int], option: String?) throws(Problem) -> Int? {
    guard let first = places.first, places.count > 1 else { return places.first }
    throw .repeated(
      path: path, column: header[first], places: places.map { $0 + 1 }, option: option)
  }
}

extension NamedColumns.Problem {
  var sentence: String {
    switch self {
    case .missing(let path, let column, let option, let known):
      "\(path): there is no column '\(column)'. Name one with \(option). \(known.sentence)"
    case .repeated(let path, let column, let places, let option):
      "\(path): columns \(places.map { "\($0)" }.joined(separator: " and ")) are called '\(column)', so that "
        + "it is not sure which is meant. Give each a name of its own in the file"
        + (option.map { ", or name another with \($0)." } ?? ".")
    }
  }
}
