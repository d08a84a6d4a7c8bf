internal import Bytes
internal import Indicators
internal import Study

/// How each number of an area came about, as text for a screen.
struct ExplanationText {
  private let found: AreaExplanation
  private let isDutch: Bool

  init(_ found: AreaExplanation, language: LanguageOption) {
    self.found = found
    isDutch = language == .nl
  }

  var text: String {
    let place =
      found.level == "gemeente"
      ? found.name : "\(found.name), \(found.level) in \(found.gemeentenaam)"
    var lines = ["\(place) (\(found.code))"]
    lines.append(
      pick(found.title) + " — \(found.audience), "
        + say(
          "peildatum \(found.peildatum), gebieden van \(found.edition)",
          "reference date \(found.peildatum), areas of \(found.edition)")
        + found.stamps.map { " · \($0)" }.joined())
    lines.append(pick(AreaExplanation.reach))
    for index in found.indices { lines += [""] + self.index(index) }
    if !found.indicators.isEmpty {
      lines += ["", say("Indicatoren", "Indicators")]
      for value in found.indicators { lines += indicator(value, indent: "  ") }
    }
    return lines.joined(separator: "\n")
  }

  // MARK: Parts

  private func index(_ index: AreaExplanation.Index) -> [String] {
    let own = index.value
    var lines = [pick(own.indicator.name) + ": " + score(index)]
    lines.append("  " + pick(own.indicator.says))
    lines.append("  " + pick(own.indicator.saysNot))
    lines += compared(own, indent: "  ")
    if let certainty = own.value.certainty { lines += self.certainty(certainty) }
    if let start = index.start, own.value.value != nil {
      lines.append(
        "  " + padded(points(start), 7) + "  "
          + say(
            "een gebied met overal de middelste waarde", "an area with the middle value throughout")
      )
    }
    for part in index.contributions { lines += contribution(part) }
    if let value = own.value.value {
      lines.append("  " + padded(points(value), 7) + "  " + say("samen", "together"))
    }
    for caveat in own.indicator.caveats { lines.append("  " + pick(caveat)) }
    return lines
  }

  private func score(_ index: AreaExplanation.Index) -> String {
    let own = index.value
    guard let value = own.value.value else {
      let percent = { (share: Double) in "\(Int((share * 100).rounded())) %" }
      let reason =
        own.value.status == .suppressed
        ? say("te veel is onderdrukt", "too much is suppressed")
        : say("er zijn te weinig cijfers", "there are too few figures")
      return say("geen score: ", "no score: ") + reason
        + say(
          " (nodig is \(percent(index.neededWeight)) van het gewicht)",
          " (\(percent(index.neededWeight)) of the weight is needed)")
    }
    var text = points(value) + say(" van 100", " of 100")
    if let own = own.classNumber {
      text += say(
        ", klasse \(own.number) van \(own.count)", ", class \(own.number) of \(own.count)")
    } else if own.value.isTooUnsure {
      text += say(
        ", zonder klasse: daarvoor is de score niet zeker genoeg",
        ", without a class: the score is not sure enough for one")
    } else if own.value.status == .fewData {
      text += say(
        ", zonder klasse: de score rust op te weinig gegevens",
        ", without a class: the score rests on too few data")
    } else {
      text += say(", zonder klasse", ", without a class")
    }
    return text
  }

  private func contribution(_ part: AreaExplanation.Contribution) -> [String] {
    let indicator = part.value.indicator
    var head = pick(indicator.name) + weight(part)
    if part.isReversed { head += say(", hoger telt als minder", ", higher counts as less") }
    if let points = part.points {
      return ["  " + padded((points > 0 ? "+" : "") + self.points(points), 7) + "  " + head]
        + detail(part.value, indent: "             ")
    }
    // What takes no part needs no more than the reason.
    if let leftOut = part.leftOut {
      return [
        "  " + padded("–", 7) + "  " + head + "; "
          + say("doet niet mee: ", "takes no part: ") + pick(leftOut)
      ]
    }
    return ["  " + padded("–", 7) + "  " + head] + detail(part.value, indent: "             ")
  }

  /// The weight as it counted, and that of an area with all figures where it is another.
  private func weight(_ part: AreaExplanation.Contribution) -> String {
    let given = number(part.weight * 100, 1) + " %"
    guard let own = part.countedWeight.map({ number($0 * 100, 1) + " %" }), own != given else {
      return say(", gewicht \(given)", ", weight \(given)")
    }
    return say(
      ", gewicht \(own) (\(given) als alle cijfers er zijn)",
      ", weight \(own) (\(given) when all figures are there)")
  }

  private func indicator(_ value: AreaExplanation.Value, indent: String) -> [String] {
    [indent + pick(value.indicator.name)] + detail(value, indent: indent + "  ")
  }

  /// The value with its unit, the areas around it, and the figures of its sources.
  private func detail(_ value: AreaExplanation.Value, indent: String) -> [String] {
    let indicator = value.indicator
    var line = shown(value.value.value, value.value.status, indicator)
    if let own = value.classNumber {
      line += say(
        ", klasse \(own.number) van \(own.count)", ", class \(own.number) of \(own.count)")
    }
    if let bounds = value.value.bounds {
      line +=
        say(" (tussen ", " (between ") + number(bounds.lowerBound, indicator.decimals)
        + say(" en ", " and ") + number(bounds.upperBound, indicator.decimals) + ")"
    }
    return [indent + line] + compared(value, indent: indent)
      + value.sources.map { indent + source($0) }
  }

  private func shown(
    _ value: Double?, _ status: IndicatorValue.Status, _ indicator: Indicator
  ) -> String {
    guard let value else { return status.words(isDutch: isDutch) }
    let text = number(value, indicator.decimals) + " " + unit(of: indicator)
    return status == .ok ? text : text + " (" + status.words(isDutch: isDutch) + ")"
  }

  /// The unit as it can stand behind a number: what does not read on from it stands in brackets.
  private func unit(of indicator: Indicator) -> String {
    let unit = pick(indicator.unit)
    let readsOn = ["%", "per ", "km"].contains { unit.hasPrefix($0) } || unit.contains(" per ")
    return readsOn ? unit : "(\(unit))"
  }

  private func compared(_ value: AreaExplanation.Value, indent: String) -> [String] {
    // Figures that stand for these areas alone have nothing to be compared with.
    let known = value.compared.filter { $0.value != nil || $0.status != .noData }
    guard !known.isEmpty else { return [] }
    let parts = known.map { other in
      "\(other.level) \(other.name) "
        + (other.value.map { number($0, value.indicator.decimals) }
          ?? other.status.words(isDutch: isDutch))
    }
    return [indent + say("ter vergelijking: ", "to compare: ") + parts.joined(separator: "; ")]
  }

  private func source(_ source: AreaExplanation.Source) -> String {
    let value: String
    if let figure = source.value {
      value = plain(figure)
    } else if let bounds = source.bounds {
      value = "\(plain(bounds.lowerBound)) – \(plain(bounds.upperBound))"
    } else {
      value = source.missing.map(pick) ?? ""
    }
    return "\(source.column): \(value)" + (source.source.map { " [\($0)]" } ?? "")
      + (source.isSynthetic ? " · SYNTHETISCH" : "")
  }

  private func certainty(_ certainty: Certainty) -> [String] {
    let (low, high) = (
      points(certainty.interval.lowerBound), points(certainty.interval.upperBound)
    )
    let range =
      low == high
      ? say("steeds \(low)", "always \(low)")
      : say("meestal tussen \(low) en \(high)", "mostly between \(low) and \(high)")
    var line = say(
      "  Zekerheid: oordeel \(certainty.grade) (A is het zekerst); met iets andere cijfers en keuzes "
        + "\(range).",
      "  Certainty: grade \(certainty.grade) (A is surest); with slightly other figures and choices "
        + "\(range).")
    if !certainty.reasons.isEmpty {
      line +=
        say(" Waarom niet beter: ", " Why not better: ")
        + certainty.reasons.map(pick).joined(separator: "; ") + "."
    }
    return [line]
  }

  // MARK: Words

  private func say(_ nl: String, _ en: String) -> String { isDutch ? nl : en }

  private func pick(_ text: LocalizedText) -> String { isDutch ? text.nl : text.en }

  /// A number with its decimals, with a comma in Dutch.
  private func number(_ number: Double, _ decimals: Int) -> String {
    var bytes: [UInt8] = []
    bytes.append(rounded: number, decimals: decimals)
    return grouped(String(decoding: bytes, as: UTF8.self))
  }

  /// A number with a point in it, as people write it: thousands apart.
  private func grouped(_ text: String) -> String {
    let parts = text.split(separator: ".", maxSplits: 1)
    var whole = ""
    for (place, digit) in parts[0].enumerated() {
      let left = parts[0].count - place
      if left.isMultiple(of: 3), place > 0, whole.last != "-" { whole += isDutch ? "." : "," }
      whole.append(digit)
    }
    return parts.count > 1 ? whole + (isDutch ? "," : ".") + parts[1] : whole
  }

  /// Points with one decimal, also when it is 0, so that they stand in a column.
  private func points(_ value: Double) -> String {
    let tenths = Int((value * 10).rounded())
    let sign = tenths < 0 ? "-" : ""
    return "\(sign)\(abs(tenths) / 10)\(isDutch ? "," : ".")\(abs(tenths) % 10)"
  }

  /// A figure with all decimals that its source has.
  private func plain(_ value: Double) -> String {
    guard value.isFinite else { return "…" }
    return grouped(value == value.rounded() ? String(Int(value)) : "\(value)")
  }

  private func padded(_ text: String, _ width: Int) -> String {
    String(repeating: " ", count: max(0, width - text.count)) + text
  }
}

extension IndicatorValue.Status {
  /// Why there is no value, or why it does not count.
  func words(isDutch: Bool) -> String {
    switch self {
    case .ok: isDutch ? "er is een waarde" : "there is a value"
    case .suppressed:
      isDutch ? "onderdrukt, om herleiding te voorkomen" : "suppressed, to prevent tracing"
    case .noData: isDutch ? "geen gegevens" : "no data"
    case .fewData: isDutch ? "te weinig gegevens" : "too few data"
    }
  }
}
