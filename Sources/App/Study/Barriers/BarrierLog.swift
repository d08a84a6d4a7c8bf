internal import Bytes
internal import Exports
internal import Geocoding
internal import GeoJSON
internal import Governance
internal import Indicators
public import Linkage

/// A file with barriers, to which those are added that stopped a run: a run that is refused writes no results
/// that could tell them.
///
/// The file has the form that a study names with `barriers`, so that what once stood in the way is exported
/// with the results that come in the end.
public struct BarrierLog: Sendable {
  private let path: String

  /// Why nothing can be added.
  public enum Failure: Error, Hashable, Sendable {
    /// The list in the file is written in a way to which nothing can be added line by line.
    case otherForm(path: String)

    var sentence: String {
      switch self {
      case .otherForm(let path):
        "\(path): nothing can be added to this list. Write each barrier on a line of its own, behind a "
          + "hyphen, as Documentation/quality.md shows."
      }
    }
  }

  /// Names a file; it is made when it is not there.
  public init(path: String) { self.path = path }

  /// Adds what stopped a run.
  /// - Returns: how many barriers were added: none that stand in the file, and none for errors that are no
  ///   barriers.
  /// - Throws: ``StudyProblems`` when the file has another form, `FileError`, or ``Failure``.
  public func add(stopping error: any Error, geodata: Geodata) throws -> Int {
    try add(Barrier.stopping(error, rules: geodata.rules))
  }

  /// Adds what part of a linkage would be hidden.
  public func add(_ forecast: LinkageForecast) throws -> Int {
    try add(Barrier.expected(forecast))
  }

  private func add(_ found: [Barrier]) throws -> Int {
    var text = "barriers:\n"
    var known: [Barrier] = []
    if PathTarget.exists(path) {
      let file = BarrierFile(path: path)
      guard file.problems.isEmpty else { throw StudyProblems(file.problems) }
      known = file.barriers
      text = String(decoding: try InputFile.contents(of: path), as: UTF8.self)
      if !text.hasSuffix("\n") { text += "\n" }
    }
    let added = found.enumerated().filter { place, barrier in
      !known.contains { $0.isAlike(barrier) } && !found[..<place].contains { $0.isAlike(barrier) }
    }.map(\.element)
    guard !added.isEmpty else { return 0 }
    let first = text.split(whereSeparator: \.isNewline).first {
      $0.drop { $0 == " " }.hasPrefix("- ")
    }
    let indent = first.map { String($0.prefix { $0 == " " }) } ?? "  "
    for barrier in added { text += Self.entry(barrier, indent: indent) }
    let bytes = Array(text.utf8)
    guard BarrierFile(path: path, bytes: bytes).barriers.count == known.count + added.count else {
      throw Failure.otherForm(path: path)
    }
    var file = try OutputFile(path: path)
    try file.write(bytes)
    try file.commit()
    return added.count
  }

  private static func entry(_ barrier: Barrier, indent: String) -> String {
    func quoted(_ text: String) -> String {
      var json = JSONText()
      json.appendJSON(text)
      return String(decoding: json.bytes, as: UTF8.self)
    }
    var lines = ["- kind: \(barrier.kind.rawValue)"]
    if !barrier.subject.isEmpty { lines.append("  subject: \(quoted(barrier.subject))") }
    lines.append("  what: {nl: \(quoted(barrier.text.nl)), en: \(quoted(barrier.text.en))}")
    if let remedy = barrier.remedy {
      lines.append("  remedy: {nl: \(quoted(remedy.nl)), en: \(quoted(remedy.en))}")
    }
    // What stopped a run may stand in results that come much later.
    lines.append("  since: \(RecordDate(day: Today.day).text)")
    lines.append("  found: true")
    return lines.map { indent + $0 + "\n" }.joined()
  }
}

extension Barrier {
  /// Whether both say the same of the same thing.
  fileprivate func isAlike(_ other: Barrier) -> Bool {
    kind == other.kind && subject == other.subject && text == other.text
  }
}
