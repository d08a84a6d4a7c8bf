internal import Indicators
internal import Study

/// The catalogue as a page of Markdown, for readers of the documentation.
struct IndicatorPage {
  private let indicators: [Indicator]
  private let excluded: [ExcludedVariable]

  init(_ catalogue: Geodata) {
    excluded = catalogue.excluded
    indicators = catalogue.indicators.values.sorted { ($0.code, $0.id) < ($1.code, $1.id) }
  }

  /// The page: a table per theme, then an entry per indicator in the order of the codes.
  var text: String {
    var lines = [
      "# Indicators", "",
      "Made from `geodata/indicators` by `wijkzicht indicators list --markdown`; do not edit it here.",
      "What the keys mean, and where an indicator differs from the list in the literature: "
        + "`geodata/indicators/README.md`.", "",
    ]
    for theme in Indicator.Theme.allCases {
      let members = indicators.filter { $0.theme == theme }
      lines += [
        "## \(theme.rawValue) (\(members.count))", "",
        "| code | id | name | unit | direction | default | flags |",
        "| --- | --- | --- | --- | --- | --- | --- |",
      ]
      for indicator in members {
        let cells = [
          indicator.code, "[\(indicator.id)](#\(indicator.id))", indicator.name.en,
          indicator.unit.en, indicator.direction.rawValue, indicator.defaultWords(.en),
          flags(indicator),
        ]
        lines.append("| \(cells.map(cell).joined(separator: " | ")) |")
      }
      lines.append("")
    }
    lines += [
      "## Left out on purpose (\(excluded.count))", "",
      "| variable | variabele | why | waarom |", "| --- | --- | --- | --- |",
    ]
    for variable in excluded {
      let why = ([variable.why.en] + variable.references.map { "(\($0))" }).joined(separator: " ")
      let cells = [variable.name.en, variable.name.nl, why, variable.why.nl]
      lines.append("| \(cells.map(cell).joined(separator: " | ")) |")
    }
    lines += ["", "## All indicators", ""]
    for indicator in indicators { lines += entry(indicator) }
    return lines.dropLast().joined(separator: "\n")
  }

  private func entry(_ indicator: Indicator) -> [String] {
    var lines = [
      "### \(indicator.id)", "",
      "\(indicator.code). **\(indicator.name.nl)** / **\(indicator.name.en)**. Theme "
        + "`\(indicator.theme.rawValue)`.", "",
      "- Says: \(indicator.says.en) / \(indicator.says.nl)",
      "- Does not say: \(indicator.saysNot.en) / \(indicator.saysNot.nl)",
      "- Formula: `\(indicator.formula.words(.en))`",
      "- Unit: \(indicator.unit.en) / \(indicator.unit.nl); decimals: \(indicator.decimals)",
    ]
    if indicator.minimumDenominator > 0,
      let size = (indicator.formula.denominator ?? indicator.formula.base)?.columnID
    {
      lines.append("- Minimum: \(Int(indicator.minimumDenominator)), of `\(size)`")
    }
    lines.append(
      "- Direction: \(indicator.direction.rawValue); default: \(indicator.defaultWords(.en))")
    if let dimension = indicator.dimension { lines.append("- Dimension: \(dimension.rawValue)") }
    if !indicator.flags.isEmpty { lines.append("- Flags: \(flags(indicator))") }
    lines += indicator.breaks.map {
      "- Break in the series at \($0.date): \($0.why.en) / \($0.why.nl)"
    }
    lines += indicator.caveats.map { "- Caveat: \($0.en) / \($0.nl)" }
    lines += indicator.references.map { "- Reference: \($0)" }
    return lines + [""]
  }

  private func flags(_ indicator: Indicator) -> String {
    indicator.flags.map(\.rawValue).sorted().joined(separator: ", ")
  }

  /// Text that does not end a cell.
  private func cell(_ text: String) -> String { text.replacing("|", with: "\\|") }
}
