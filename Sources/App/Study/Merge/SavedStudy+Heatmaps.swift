internal import Disclosure
internal import Governance
internal import Heatmaps
internal import Indicators
internal import Provenance

extension SavedStudy {
  /// A heatmap that the study asks for, as it is asked.
  struct Heatmap: Codable, Hashable {
    /// A column of which some words count.
    struct Condition: Codable, Hashable {
      let column: String
      /// Stands for the words, which no results tell.
      let words: String
    }

    let id: String
    let title: LocalizedText
    let records: String
    let conditions: [Condition]
    let weight: String?
    let months: Int?
    let points: String
    let kernel: String
    let edge: String
    /// In metres; nil when a rule chooses it from the records.
    let bandwidth: Double?
    /// The side of a cell in metres; nil when it follows from a bandwidth that a rule chooses.
    let cell: Double?
    let isAdaptive: Bool
    let isRelative: Bool
    /// The inner edges of the classes; nil when they are chosen from the records.
    let breaks: [Double]?
  }
}

extension SavedStudy.Heatmap {
  /// What of a heatmap follows from the records of its own study, so that the same value is another in another city.
  enum OwnChoice: String, CaseIterable {
    case bandwidth
    case classes
    case adaptive
    case relative
  }

  init(_ heatmap: HeatmapSpecification) {
    let settings = heatmap.settings
    id = heatmap.id.value
    title = heatmap.title
    records = heatmap.records.value
    conditions = heatmap.conditions.map {
      Condition(column: $0.column, words: StableIdentifier(Set($0.words).sorted()).text)
    }.sorted { $0.column < $1.column }
    weight = heatmap.weight
    months = heatmap.months
    points = settings.source.rawValue
    kernel = settings.kernel.rawValue
    edge = settings.edge.rawValue
    if case .metres(let metres) = settings.bandwidth {
      (bandwidth, cell) = (metres, settings.cellSize(atBandwidth: metres))
    } else {
      (bandwidth, cell) = (nil, settings.cellSize)
    }
    isAdaptive = settings.isAdaptive
    isRelative = settings.isRelative
    if case .given(let given) = settings.breaks { breaks = given } else { breaks = nil }
  }

  /// What of it is a choice of its own records.
  var ownChoices: [OwnChoice] {
    OwnChoice.allCases.filter { choice in
      switch choice {
      case .bandwidth: bandwidth == nil
      case .classes: breaks == nil
      case .adaptive: isAdaptive
      case .relative: isRelative
      }
    }
  }

  /// Whether a map that was read back is of this heatmap.
  func isOf(_ grid: SavedPublication.Grid) -> Bool {
    ownChoices.isEmpty && id == grid.id && bandwidth == grid.bandwidth && cell == grid.cellSize
      && breaks == grid.breaks && points == grid.source.rawValue && kernel == grid.kernel.rawValue
      && edge == grid.edgeCorrection.rawValue
  }

  /// The heatmap in the form of a study, without the words of its conditions.
  var specification: HeatmapSpecification {
    var settings = HeatmapRequest(records: "", areas: [])
    settings.title = title.nl
    settings.weight = weight
    settings.conditions = conditions.map { ($0.column, []) }
    settings.months = months
    settings.source = PointSource(rawValue: points) ?? settings.source
    settings.kernel = Kernel(rawValue: kernel) ?? settings.kernel
    settings.edge = EdgeCorrection(rawValue: edge) ?? settings.edge
    settings.bandwidth = bandwidth.map { .metres($0) } ?? settings.bandwidth
    settings.cellSize = cell
    settings.isAdaptive = isAdaptive
    settings.isRelative = isRelative
    settings.breaks = breaks.map { .given($0) } ?? settings.breaks
    return HeatmapSpecification(
      id: Located(id, line: 0, column: 0), title: title,
      records: Located(records, line: 0, column: 0),
      conditions: conditions.map { ($0.column, []) }, weight: weight, months: months,
      settings: settings)
  }
}

extension SavedStudy {
  /// Whether heatmaps have names that can be those of their files, and words that a study has; points are not open
  /// where their records are claimed to be of another class.
  var areHeatmapsSound: Bool {
    Set(heatmaps.map(\.id)).count == heatmaps.count
      && heatmaps.allSatisfy { heatmap in
        isName(heatmap.id) && PointSource(rawValue: heatmap.points) != nil
          && Kernel(rawValue: heatmap.kernel) != nil
          && EdgeCorrection(rawValue: heatmap.edge) != nil
          && (heatmap.points != PointSource.open.rawValue
            || !data.contains { set in
              let claimed = set.dataClass ?? DataClass.open.rawValue
              return set.id == heatmap.records && claimed != DataClass.open.rawValue
            })
      }
  }
}
