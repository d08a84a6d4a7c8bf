internal import Areas
internal import Composites
internal import Disclosure
internal import Governance
internal import Indicators
internal import Ledger
internal import Patterns
internal import SpatialStatistics

/// What a run tells of the tables that it saves, so that their maps can be made again beside those of other
/// cities, and it can be seen whether they may stand beside each other.
struct SavedStudy: Codable {
  /// A map of an indicator.
  struct Map: Codable, Hashable {
    let indicator: Indicator
    let level: String
    /// The other levels that the study asks for, when there are any.
    let otherLevels: [String]?
    /// The inner edges of the classes, when the study gives them.
    let breaks: [Double]?
    /// Whether it is shown only at the levels that are asked for.
    let isProtected: Bool
    /// Whether it is of a group of economic sectors.
    let isSector: Bool
  }

  /// A composite index.
  struct Index: Codable, Hashable {
    let definition: IndexDefinition
    let level: String
    /// The inner edges of the classes, when the study gives them.
    let breaks: [Double]?
    /// Stands for the scale on which areas are scored.
    let scale: String

    /// Whether each gemeente is scored on a scale of its own, so that those of several cities stand side by
    /// side. An area without a gemeente would share its scale with those of other cities.
    func isApart(in study: SavedStudy) -> Bool {
      definition.frame == .gemeente
        && !study.layers.contains { layer in
          layer.level == level && layer.areas.contains { $0.gemeentecode.isEmpty }
        }
    }

    /// Whether all but the scale is the same.
    func isAlike(_ other: Index) -> Bool {
      definition == other.definition && level == other.level && breaks == other.breaks
    }
  }

  /// A question about where the values of a map lie together, or whether the counts of a table rise.
  struct Pattern: Codable, Hashable {
    let question: PatternQuestion
    /// Nil of a trend.
    let indicator: String?
    /// Of a trend alone.
    let table: String?
    let category: String?
  }

  /// A table of counts.
  struct Table: Codable, Hashable {
    let id: String
    let title: LocalizedText?
    /// The name of the records.
    let records: String
    /// `count`, `distinct` or `sum`.
    let measure: String
    /// The column that is added up, or of which words are counted.
    let column: String?
    /// The column with categories.
    let category: String?
    /// How dates are cut into periods.
    let period: String?
    /// The levels at which is counted, its own first.
    let levels: [String]
    let hasTotals: Bool
    let methodBreaks: [String]
  }

  /// A file of records or figures, and what is claimed about it.
  struct DataSet: Codable, Hashable {
    let id: String
    let source: String
    let isSynthetic: Bool
    /// Whether anybody may have it.
    let isOpen: Bool
    /// The year of the areas of figures.
    let edition: Int?
    let dataClass: String?
    let controller: String?
    let legalBasis: String?
    let retention: String?
  }

  /// The bias audit that the study asks for.
  struct Audit: Codable, Hashable {
    let columns: [String]
    let threshold: Double
  }

  /// Figures that were converted from other areas.
  struct Conversion: Codable, Hashable {
    let id: String
    let origin: String
    /// The grades with the number of areas that have each.
    let grades: String
  }

  /// How many counts of records are hidden in a gemeente.
  struct Loss: Codable, Hashable {
    let records: String
    let gemeente: String
    let counts: Int
    let hidden: Int
  }

  /// What the organisation says of its results, for catalogues.
  struct Metadata: Codable, Hashable {
    let organisation: String?
    let email: String?
    let licence: String?
    let scale: Int?
    let keywords: [String]
  }

  /// The areas of a level.
  struct Layer: Codable, Hashable {
    let level: String
    let areas: [Place]
  }

  /// An area without its surface.
  struct Place: Codable, Hashable {
    let code: String
    let name: String
    let wijkcode: String?
    let gemeentecode: String
    let gemeentenaam: String
  }

  let study: String
  let title: LocalizedText
  let purpose: String
  let program: String
  /// The SHA-256 of each file of the catalogue that decides what figures mean, by its name.
  let catalogue: [String: String]
  /// The SHA-256 of the files with areas.
  let areaFiles: [String]
  let year: Int
  let version: Int?
  let isSchematic: Bool
  let peildatum: String
  let level: String
  let language: String
  let dataClass: String
  let isSynthetic: Bool
  let isConcept: Bool
  let provisional: [String]
  let classification: String
  let classCount: Int
  let draws: Int
  let seed: UInt64
  let maps: [Map]
  let indices: [Index]
  let patterns: [Pattern]
  /// The tables of counts, in the order in which they stand in the file.
  let tables: [Table]
  let data: [DataSet]
  let author: String?
  let metadata: Metadata
  let conversions: [Conversion]
  let losses: [Loss]
  /// Whether areas that are alike are put into types.
  let hasTypes: Bool
  let audit: Audit?
  /// The heatmaps, as they were asked for.
  let heatmaps: [Heatmap]
  /// What people wrote about areas, by code, where it is in the atlas.
  let interpretations: [String: String]
  let layers: [Layer]
  /// What was said of the counts of each source of records.
  let records: [LedgerEntry.Source]

  /// The edition of the areas.
  var edition: Edition { Edition(year: year, version: version) }

  /// The gemeenten by code, with their names.
  var gemeenten: [String: String] {
    Dictionary(
      layers.flatMap(\.areas).filter { !$0.gemeentecode.isEmpty }
        .map { ($0.gemeentecode, $0.gemeentenaam) }, uniquingKeysWith: { first, _ in first })
  }

  /// Whether a text can be a part of the name of a file.
  func isName(_ text: String) -> Bool { text.wholeMatch(of: /[a-z0-9_\-]+/) != nil }

  /// Whether names that become those of files, and numbers that decide how much work there is, are such as
  /// a run writes.
  var isSound: Bool {
    func areInner(_ breaks: [Double]?) -> Bool {
      (breaks ?? []).allSatisfy(\.isFinite)
        && zip(breaks ?? [], (breaks ?? []).dropFirst()).allSatisfy(<)
    }
    let indicators =
      maps.map(\.indicator) + indices.flatMap { $0.definition.members.map(\.indicator) }
    return indicators.allSatisfy { isName($0.id) && (0...10).contains($0.decimals) }
      && patterns.allSatisfy { pattern in
        isName(pattern.question.id) && isAnswerable(pattern)
          && PatternReader.permutations.contains(pattern.question.permutations)
          && pattern.question.significance > 0 && pattern.question.significance < 1
      }
      && Set(patterns.map(\.question.id)).count == patterns.count
      && areHeatmapsSound && areTablesSound && metadata.isSound
      && data.allSatisfy { $0.dataClass.map { DataClass(rawValue: $0) != nil } ?? true }
      && (audit.map { (0...1).contains($0.threshold) } ?? true)
      && indices.allSatisfy { isName($0.definition.id) && areInner($0.breaks) }
      && maps.allSatisfy { areInner($0.breaks) }
      && Set(maps.map(\.indicator.id)).count == maps.count
      && Set(indices.map(\.definition.id)).count == indices.count
      && (2...20).contains(classCount) && (0...1_000_000).contains(draws)
      && ClassificationMethod(rawValue: classification) != nil
      && StudyLanguage(rawValue: language) != nil && DataClass(rawValue: dataClass) != nil
      && Set(layers.map(\.level)).count == layers.count && records.allSatisfy(\.isWhole)
      && Set(layers.flatMap(\.areas).map(\.code)).isSuperset(of: interpretations.keys)
      && layers.allSatisfy { layer in
        zip(layer.areas, layer.areas.dropFirst()).allSatisfy { $0.code < $1.code }
          && layer.areas.allSatisfy {
            $0.gemeentecode.isEmpty || $0.gemeentecode.wholeMatch(of: /GM[0-9]{4}/) != nil
          }
      }
  }
}
