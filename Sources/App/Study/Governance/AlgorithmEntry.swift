internal import GeoJSON

/// The entry of a study in the Algoritmeregister, with the fields of its publication standard 1.0 as the
/// register takes them in.
///
/// Holds what the study tells, in Dutch, as the register asks. What only the organisation can say is null and
/// named in ``required`` or ``open``.
public struct AlgorithmEntry: Sendable {
  /// Words of a study that are longer than the register takes.
  public struct TooLong: Error, Hashable, Sendable {
    let texts: [Text]

    /// One of them.
    struct Text: Hashable, Sendable {
      let field: AlgorithmField
      /// Where it stands in the study.
      let key: String
      let length: Int
      let limit: Int
    }

    var sentence: String {
      texts.map {
        "\($0.field.rawValue): \($0.key) of the study has \($0.length) characters, and the Algoritmeregister "
          + "takes \($0.limit). Shorten it."
      }.joined(separator: "\n") + "\nNothing was written."
    }
  }

  /// The entry as JSON, ended by a line feed.
  public let json: [UInt8]
  /// The fields without which the register refuses the entry, and that the organisation has to fill in.
  public let required: [String]
  /// The other fields that only the organisation can fill in; they may stay null.
  public let open: [String]

  /// Makes the entry of a study.
  /// - Parameter audit: what the bias audit of the study found; nil when none was carried out.
  /// - Throws: ``TooLong``.
  public init(_ run: StudyRun, audit: BiasAudit? = nil) throws(TooLong) {
    let texts = AlgorithmTexts(run, audit: audit)
    var long: [TooLong.Text] = []
    var empty: [AlgorithmField] = []
    var json = JSONText()
    json.openObject()
    for field in AlgorithmField.allCases {
      json.name(field.rawValue)
      if field == .assessments, !texts.assessments.isEmpty {
        json.openArray()
        for assessment in texts.assessments {
          json.openObject()
          json.name("title")
          json.appendJSON(.text(assessment.title))
          json.name("link")
          json.appendJSON(assessment.link.map { .text($0) } ?? .null)
          json.closeObject()
        }
        json.closeArray()
        continue
      }
      let text = texts.text(of: field)
      json.appendJSON(text.map { .text($0.words) } ?? .null)
      guard let text else {
        empty.append(field)
        continue
      }
      let length = text.words.unicodeScalars.count
      if let limit = field.limit, length > limit {
        long.append(
          TooLong.Text(field: field, key: text.key, length: length, limit: limit))
      }
    }
    json.closeObject()
    guard long.isEmpty else { throw TooLong(texts: long) }
    self.json = json.bytes + [0x0A]
    required = empty.filter(\.isRequired).map(\.rawValue)
    // It stays empty while the algorithm is in use.
    open = empty.filter { !$0.isRequired && $0 != .endDate }.map(\.rawValue)
  }
}
