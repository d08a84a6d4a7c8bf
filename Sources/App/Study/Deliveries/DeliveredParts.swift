internal import Indicators
internal import Tables

/// Which delivered counts are parts of which others, as the study says.
struct DeliveredParts {
  /// By the column of a part that of its whole.
  private(set) var wholes: [String: String] = [:]
  /// The columns of which the study says what they are made of, or that they are a part.
  private(set) var named: Set<String> = []
  /// What is wrong with it.
  private(set) var problems: [StudyProblem] = []

  init(_ study: StudyFile, geodata: Geodata) {
    let known = Set(
      study.figures.filter { $0.kind == .counts }.flatMap { $0.columns.map(\.name) }
    ).sorted()
    var divided: Set<String> = []
    /// The column of a count, or nil with the problem noted.
    func column(_ name: Located<String>) -> String? {
      guard known.contains(name.value) else {
        problems.append(
          study.problem(
            at: name,
            .unknownWord(
              key: "parts", given: name.value, nearest: nearestWord(to: name.value, among: known),
              allowed: known)))
        return nil
      }
      let column = StudyPlan.columnID(name.value, geodata: geodata)
      named.insert(column)
      return column
    }
    for (whole, parts) in study.figures.flatMap(\.parts) {
      guard let own = column(whole) else { continue }
      if !divided.insert(own).inserted {
        problems.append(study.problem(at: whole, .deliveryRule(.dividedTwice(whole.value))))
      }
      for part in parts {
        guard let inner = column(part) else { continue }
        if wholes[inner] != nil {
          problems.append(study.problem(at: part, .deliveryRule(.twoWholes(part.value))))
        } else if inner == own || path(from: own).contains(inner) {
          problems.append(study.problem(at: part, .deliveryRule(.partOfItself(part.value))))
        } else {
          wholes[inner] = own
        }
      }
    }
  }

  /// Notes what an earlier publication said: that one column is a part of another. What the study says goes before.
  mutating func add(_ part: String, to whole: String) {
    guard wholes[part] == nil, !named.contains(part) || !named.contains(whole), part != whole,
      !path(from: whole).contains(part)
    else { return }
    wholes[part] = whole
  }

  /// What a column is a part of, the nearest whole first.
  func path(from column: String) -> [String] {
    var path: [String] = []
    var column = column
    while let whole = wholes[column] {
      path.append(whole)
      column = whole
    }
    return path
  }

  /// The widest whole that a column lies in: itself when it is part of none.
  func root(of column: String) -> String { path(from: column).last ?? column }
}
