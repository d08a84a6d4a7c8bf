internal import Areas
internal import Cartography
internal import Indicators
internal import Patterns
internal import Tables
internal import Tabulation

/// One map of a pattern, with its style: all areas compared, or each gemeente by itself.
struct PatternLayer {
  let answer: PatternAnswer
  let map: PatternMap
  let areas: AreaLayer
  let document: MapDocument
  private let texts: PatternTexts

  init(_ answer: PatternAnswer, map: PatternMap, areas: AreaLayer, document: MapDocument) {
    self.answer = answer
    self.map = map
    self.areas = areas
    self.document = document
    texts = PatternTexts(answer, language: document.language)
  }

  /// The layers of an answer with the names by which a GeoPackage knows them; the first one is also
  /// the file of all areas, the last one gives those of gemeenten.
  static func layers(
    _ answer: PatternAnswer, areas: AreaLayer, document: MapDocument
  ) -> [(name: String, layer: PatternLayer)] {
    let name = "patroon_\(answer.question.id)"
    let maps = [answer.whole, answer.perCity].compactMap(\.self)
    return maps.map { map in
      (
        maps.count > 1 && map.isPerCity ? name + "_per_gemeente" : name,
        PatternLayer(answer, map: map, areas: areas, document: document)
      )
    }
  }

  /// The name of the column with the statistic.
  var statisticName: String {
    switch answer.question.statistic {
    case .hotspots: "g"
    case .lisa: "i"
    case .trend: "helling"
    }
  }

  /// What is compared with what, as a word of the metadata.
  var scope: String { map.isPerCity ? "per_gemeente" : "alle" }

  /// The style of all areas, or of those of one gemeente.
  func style(gemeentecode: String? = nil) -> MapStyle {
    let isDutch = document.language == .nl
    func text(_ text: LocalizedText) -> String { isDutch ? text.nl : text.en }
    let subject = answer.subject
    let parts = map.parts.filter {
      gemeentecode == nil || $0.gemeentecode == nil || $0.gemeentecode == gemeentecode
    }
    let periods = subject.periods.map { periods in
      (isDutch ? "Perioden " : "Periods ") + "\(periods.first) – \(periods.last)."
    }
    let sources = subject.sources.joined(separator: "; ")
    var lines = [text(answer.question.text)]
    lines += parts.map { sentence($0) }
    if let periods { lines.append(periods) }
    if let conversion = subject.conversion {
      let weak = conversion.grades.count { $0 == .matig || $0 == .zwak }
      lines.append(
        isDutch
          ? "Omgezet van \(conversion.origin); van \(counted(weak, "gebied", "gebieden")) is dat matig of zwak."
          : "Converted from \(conversion.origin); fair or weak for \(counted(weak, "area")).")
    }
    lines.append(text(subject.saysNot))
    lines.append(
      isDutch
        ? "Een patroon zegt waar waarden bijeen liggen of veranderen, niet waarom."
        : "A pattern says where values lie together or change, not why.")
    lines.append((isDutch ? "Peildatum " : "Reference date ") + document.peildatum + ".")
    if !sources.isEmpty { lines.append((isDutch ? "Bron: " : "Source: ") + sources + ".") }
    let abstract = lines.filter { !$0.isEmpty }.joined(separator: "\n")
    let compared =
      map.isPerCity
      ? (isDutch ? "vergeleken binnen elke gemeente" : "compared within each gemeente")
      : (isDutch ? "vergeleken over alle gemeenten" : "compared over all gemeenten")
    return MapStyle(
      title: "\(text(answer.question.text)) \(text(subject.name)), \(texts.statistic)",
      unit: compared, field: "label", categories: texts.categories(of: map),
      stamps: document.stamps(isSynthetic: subject.isSynthetic)
        + (subject.conversion.map { [$0.stamp(isDutch: isDutch)] } ?? []), abstract: abstract,
      decimals: subject.decimals, language: document.language,
      fewLabel: subject.hasUnsure ? MapTexts.fewOrUnsure(document.language) : nil)
  }

  /// What came of a comparison, in words.
  func sentence(_ part: PatternPart) -> String {
    let name = part.gemeentecode.map { code in
      document.areas.gemeenten.first { $0.code == code }?.name ?? code
    }
    return texts.sentence(part, gemeente: name)
  }
}

extension PatternLabel {
  var color: Color {
    switch self {
    case .hotspot, .highHigh, .rising: PatternColor.high
    case .highLow: PatternColor.highAmongLow
    case .notSignificant: PatternColor.neither
    case .lowHigh: PatternColor.lowAmongHigh
    case .coldspot, .lowLow, .falling: PatternColor.low
    case .noNeighbours, .undefined, .notTested: PatternColor.untested
    }
  }
}
