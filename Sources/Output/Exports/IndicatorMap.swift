public import Cartography
public import Indicators
public import SpatialStatistics
internal import Tabulation

/// An indicator with its classes: one map.
public struct IndicatorMap: Sendable {
  /// The values.
  public let layer: IndicatorLayer
  /// The classes, the same for all gemeenten.
  public let breaks: ClassBreaks
  /// Legend and colours.
  public let style: MapStyle
  /// What is to be said of classes that were asked for and are not there, since equal values are never
  /// divided; nil when all are, and when edges or another method decide how many there are.
  public let fewerClasses: LocalizedText?

  /// Chooses classes over all gemeenten together, each gemeente with the same weight, and draws up the
  /// legend.
  ///
  /// Only values with status `ok` take part. Edges that are given go before the method.
  public init(
    _ layer: IndicatorLayer, method: ClassificationMethod, classCount: Int,
    given: [Double]? = nil, document: MapDocument
  ) {
    self.layer = layer
    var counts: [String: Int] = [:]
    for (value, gemeente) in zip(layer.values, layer.gemeentecodes) where value.isClassed {
      counts[gemeente, default: 0] += 1
    }
    let weighted = zip(layer.values, layer.gemeentecodes).compactMap { value, gemeente in
      value.isClassed
        ? WeightedValue(value: value.value ?? 0, weight: 1 / Double(counts[gemeente] ?? 1)) : nil
    }
    breaks =
      given.flatMap { weighted.isEmpty ? nil : ClassBreaks(given: $0, over: weighted.map(\.value)) }
      ?? ClassBreaks(weighted, classes: classCount, method: method)
    let isShort =
      given == nil && !weighted.isEmpty && (method == .quantile || method == .optimal)
      && breaks.count < classCount
    fewerClasses =
      isShort
      ? Self.fewerClasses(
        breaks.count, of: classCount, values: weighted.map(\.value)) : nil
    style = Self.style(
      layer.indicator, layer: layer, breaks: breaks, fewer: fewerClasses, document: document)
  }

  /// The class of an area, counted from 1; nil without a value that takes part.
  public func classNumber(_ value: IndicatorValue) -> Int? {
    guard value.isClassed, let number = value.value else { return nil }
    return breaks.classIndex(of: number).map { $0 + 1 }
  }

  private static func style(
    _ indicator: Indicator, layer: IndicatorLayer, breaks: ClassBreaks, fewer: LocalizedText?,
    document: MapDocument
  ) -> MapStyle {
    let isDutch = document.language == .nl
    let text = { (text: LocalizedText) in isDutch ? text.nl : text.en }
    let classes = LegendClass.classes(
      edges: breaks.edges, palette: palette(for: indicator.theme))
    let sources = layer.sources.joined(separator: "; ")
    let abstract = [
      text(indicator.says), text(indicator.saysNot),
      // What an index rests on is no less than what it says.
      indicator.isIndex
        ? indicator.caveats.map(text).joined(separator: " ") : "",
      fewer.map(text) ?? "",
      (isDutch ? "Peildatum " : "Reference date ") + document.peildatum + ".",
      sources.isEmpty ? "" : (isDutch ? "Bron: " : "Source: ") + sources + ".",
    ].filter { !$0.isEmpty }.joined(separator: " ")
    return MapStyle(
      title: text(indicator.name), unit: text(indicator.unit), classes: classes,
      stamps: document.stamps(isSynthetic: layer.isSynthetic)
        + (layer.conversion.map { [$0.stamp(isDutch: isDutch)] } ?? []),
      abstract: abstract,
      decimals: indicator.decimals,
      language: document.language,
      fewLabel: layer.values.contains(where: \.isTooUnsure)
        ? MapTexts.fewOrUnsure(document.language) : nil)
  }
}

extension IndicatorMap {
  private static func fewerClasses(
    _ count: Int, of wanted: Int, values: [Double]
  ) -> LocalizedText {
    let distinct = Set(values).count
    let why =
      distinct <= wanted
      ? ("zo weinig verschillende waarden zijn er.", "there are so few different values.")
      : distinct == values.count
        ? ("er zijn weinig gebieden met een waarde.", "few areas have a value.")
        : ("veel gebieden hebben dezelfde waarde.", "many areas have the same value.")
    return LocalizedText(
      nl: "\(count) \(count == 1 ? "klasse" : "klassen") in plaats van \(wanted): \(why.0)",
      en: "\(count) \(count == 1 ? "class" : "classes") instead of \(wanted): \(why.1)")
  }

  /// The colours of a theme, so that opportunity and resilience are not mistaken for each other.
  private static func palette(for theme: Indicator.Theme) -> Palette {
    switch theme {
    case .weerbaarheid: .ylGnBu
    case .context: .puRd
    case .gelegenheid, .misdaad: .ylOrRd
    }
  }
}

extension IndicatorValue {
  /// Whether the value takes part in the choice of classes and gets a colour.
  var isClassed: Bool { status == .ok && value != nil }
}

extension ColumnConversion {
  /// The word on a map that its values were converted.
  func stamp(isDutch: Bool) -> String { (isDutch ? "omgezet van " : "converted from ") + origin }
}
