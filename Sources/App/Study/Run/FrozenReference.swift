internal import Bytes
internal import Composites
internal import Foundation
internal import Indicators
internal import Indices

/// The scales of an earlier run, read from its `referentie.json`.
struct FrozenReference {
  private struct Content: Decodable {
    let peildatum: String
    let indices: [Entry]
  }

  private struct Entry: Decodable {
    let id: String
    let level: String
    let normalisation: String
    let aggregation: String
    let minimumWeight: Double
    let frame: String
    let breaks: [Double]
    let frames: [Frame]

    enum CodingKeys: String, CodingKey {
      case id, level, normalisation, aggregation, frame, breaks, frames
      case minimumWeight = "minimum_weight"
    }
  }

  private struct Frame: Decodable {
    let frame: String
    let leftOut: [String: String]
    let members: [Member]

    enum CodingKeys: String, CodingKey {
      case frame, members
      case leftOut = "left_out"
    }
  }

  private struct Member: Decodable {
    let indicator: String
    let weight: Double
    let direction: String
    let treatment: Treatment
    let scale: Scale
    let start: Double

    enum CodingKeys: String, CodingKey {
      case indicator, weight, direction, treatment, scale
      case start = "score_of_median"
    }
  }

  private struct Treatment: Decodable {
    let kind: String
    let low: Double?
    let high: Double?
    let reflected: Bool?
  }

  private struct Scale: Decodable {
    let kind: String
    let centre: Double?
    let spread: Double?
    let low: Double?
    let high: Double?
    let sorted: [Double]?
  }

  /// A scale that fits the definition of an index.
  struct Fit: Sendable {
    let frame: IndexDefinition.Frame
    let parts: [FittedIndex.FrozenPart]
    /// The inner edges of the classes; nil with fewer than two classes.
    let breaks: [Double]?
  }

  private let path: String
  private let content: Content

  /// Reads the file; nil when it is no frozen scale.
  init?(_ path: String) {
    guard let bytes = try? InputFile.contents(of: path),
      let content = try? JSONDecoder().decode(Content.self, from: Data(bytes))
    else { return nil }
    self.path = path
    self.content = content
  }

  /// The scale of an index at a level, when the definition is the one that it was made with.
  func fit(_ definition: IndexDefinition, level: String) throws(Mismatch) -> Fit {
    let id = definition.id
    guard let entry = content.indices.first(where: { $0.id == id }) else {
      throw Mismatch(
        .notInReference(index: id, file: path, known: content.indices.map(\.id)))
    }
    func same(_ what: String, _ frozen: String, _ defined: String) throws(Mismatch) {
      if frozen != defined {
        throw Mismatch(.otherReference(index: id, what: what, frozen: frozen, defined: defined))
      }
    }
    let method = definition.method
    try same("the level", entry.level, level)
    try same("'normalisation'", entry.normalisation, method.normalisation.rawValue)
    try same("'aggregation'", entry.aggregation, method.aggregation.word)
    try same("'minimum_weight'", "\(entry.minimumWeight)", "\(method.presentWeight)")
    guard let frame = IndexDefinition.Frame(rawValue: entry.frame) else {
      throw Mismatch(.noReference(path))
    }
    var parts: [FittedIndex.FrozenPart] = []
    for part in entry.frames {
      let known = Set(part.members.map(\.indicator)).union(part.leftOut.keys)
      try same(
        "the members", known.sorted().joined(separator: ", "),
        definition.members.map(\.indicator.id).sorted().joined(separator: ", "))
      parts.append(try self.part(part, definition, same: same))
    }
    let inner = Array(entry.breaks.dropFirst().dropLast())
    return Fit(frame: frame, parts: parts, breaks: inner.isEmpty ? nil : inner)
  }

  /// What does not fit.
  struct Mismatch: Error {
    let rule: IndexRule

    init(_ rule: IndexRule) { self.rule = rule }
  }

  private func part(
    _ frame: Frame, _ definition: IndexDefinition,
    same: (String, String, String) throws(Mismatch) -> Void
  ) throws(Mismatch) -> FittedIndex.FrozenPart {
    var members: [(member: Int, weight: Double, scale: FittedMember)] = []
    var leftOut: [(member: Int, reason: FittedIndex.Absence)] = []
    for (place, member) in definition.members.enumerated() {
      let id = member.indicator.id
      if let frozen = frame.members.first(where: { $0.indicator == id }) {
        try same(
          "the direction of '\(id)'", frozen.direction,
          member.isReversed ? "lower_is_more" : "higher_is_more")
        if let weight = definition.knownWeights?[place], abs(weight - frozen.weight) > 1e-9 {
          try same("the weight of '\(id)'", "\(frozen.weight)", "\(weight)")
        }
        guard let scale = Self.scale(frozen) else { throw Mismatch(.noReference(path)) }
        members.append((place, frozen.weight, scale))
      } else if let reason = frame.leftOut[id].flatMap(FittedIndex.Absence.init) {
        leftOut.append((place, reason))
      } else {
        throw Mismatch(.noReference(path))
      }
    }
    return FittedIndex.FrozenPart(frame: frame.frame, members: members, leftOut: leftOut)
  }

  private static func scale(_ member: Member) -> FittedMember? {
    let treatment: OutlierTreatment
    switch (member.treatment.kind, member.treatment.low, member.treatment.high) {
    case ("none", _, _): treatment = .none
    case ("winsorised", let low?, let high?) where low <= high:
      treatment = .winsorised(low: low, high: high)
    case ("logarithm", let low?, let high?) where low < high:
      treatment = .logarithm(
        low: low, high: high, isReflected: member.treatment.reflected ?? false)
    default: return nil
    }
    let scale: NormalScale
    let given = member.scale
    switch given.kind {
    case "centred":
      guard let centre = given.centre, let spread = given.spread, spread > 0 else { return nil }
      scale = .centred(centre: centre, spread: spread)
    case "span":
      guard let low = given.low, let high = given.high, low < high else { return nil }
      scale = .span(low: low, high: high)
    case "ranks":
      guard let sorted = given.sorted, sorted.count > 1,
        zip(sorted, sorted.dropFirst()).allSatisfy(<=)
      else { return nil }
      scale = .ranks(sorted)
    default: return nil
    }
    return FittedMember(
      isReversed: member.direction == "lower_is_more", treatment: treatment, scale: scale,
      start: member.start)
  }
}
