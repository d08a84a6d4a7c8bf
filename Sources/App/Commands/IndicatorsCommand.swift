internal import ArgumentParser
internal import Indicators
internal import Study
internal import Tables

struct IndicatorsCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "indicators",
    abstract: "The catalogue of indicators.",
    subcommands: [IndicatorsListCommand.self, IndicatorsShowCommand.self])
}

struct IndicatorsListCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "list",
    abstract: "List all indicators by theme, and what is left out on purpose.",
    discussion: """
      EXAMPLE
        wijkzicht indicators list --language en
        wijkzicht indicators list --json > indicators.json
        wijkzicht indicators list --markdown > indicators.md
      """)

  @Option(help: "nl or en.")
  var language: LanguageOption = .nl

  @Flag(help: "Write the whole catalogue as a page of Markdown, in both languages.")
  var markdown = false

  @Flag(help: "Print all entries as JSON, in both languages.")
  var json = false

  @Option(help: "The folder with the catalogue; found beside the program when left out.")
  var geodata: String?

  func validate() throws {
    if markdown, json { throw ValidationError("Give --markdown or --json, not both.") }
  }

  func run() async throws {
    let catalogue = try Geodata(folder: try GeodataOption.folder(geodata))
    if json {
      Terminal.output(IndicatorJSON.list(catalogue.indicators.values.sorted { $0.id < $1.id }))
      return
    }
    if markdown {
      Terminal.output(IndicatorPage(catalogue).text)
      return
    }
    for theme in Indicator.Theme.allCases {
      Terminal.output(theme.rawValue)
      for indicator in catalogue.indicators.values.sorted(by: { $0.id < $1.id })
      where indicator.theme == theme {
        let name = language == .nl ? indicator.name.nl : indicator.name.en
        let unit = language == .nl ? indicator.unit.nl : indicator.unit.en
        let marks =
          [indicator.code]
          + (indicator.offByDefault == nil ? [] : [language == .nl ? "uit" : "off"])
          + indicator.flags.map(\.rawValue).sorted()
        Terminal.output(
          "  \(indicator.id)  \(name) (\(unit)) [\(marks.joined(separator: ", "))]")
      }
    }
    Terminal.output(language == .nl ? "met opzet weggelaten" : "left out on purpose")
    for variable in catalogue.excluded {
      let name = language == .nl ? variable.name.nl : variable.name.en
      let why = language == .nl ? variable.why.nl : variable.why.en
      Terminal.output("  \(name): \(why)")
    }
  }
}

struct IndicatorsShowCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "show",
    abstract: "Show what an indicator says, what it does not say, and how it is made.",
    discussion: """
      EXAMPLE
        wijkzicht indicators show woningen_koop_aandeel
        wijkzicht indicators show woningen_koop_aandeel --json
      """)

  @Argument(help: "The id, as `indicators list` shows it.")
  var id: String

  @Option(help: "nl or en.")
  var language: LanguageOption = .nl

  @Flag(help: "Print the entry as JSON, in both languages.")
  var json = false

  @Option(help: "The folder with the catalogue; found beside the program when left out.")
  var geodata: String?

  func run() async throws {
    let catalogue = try Geodata(folder: try GeodataOption.folder(geodata))
    guard let indicator = catalogue.indicators[id] else {
      let known = catalogue.indicators.keys.sorted()
      let hint = nearestWord(to: id, among: known).map { " Did you mean '\($0)'?" } ?? ""
      throw ValidationError("There is no indicator '\(id)'.\(hint)")
    }
    if json {
      Terminal.output(IndicatorJSON.entry(indicator))
      return
    }
    let text = { (text: LocalizedText) in language == .nl ? text.nl : text.en }
    let say = { (nl: String, en: String) in language == .nl ? nl : en }
    var lines = [
      "\(indicator.id) — \(text(indicator.name)) [\(indicator.code), \(indicator.theme.rawValue)]",
      text(indicator.says), text(indicator.saysNot),
      say("Eenheid", "Unit") + ": \(text(indicator.unit))",
      say("Decimalen", "Decimals") + ": \(indicator.decimals); "
        + say("kleinste noemer", "minimum denominator")
        + ": \(Int(indicator.minimumDenominator))",
      say("Richting", "Direction") + ": \(indicator.direction.rawValue); "
        + say("zonder keuze", "default") + ": \(indicator.defaultWords(language))",
      say("Formule", "Formula") + ": \(indicator.formula.words(language == .nl ? .nl : .en))",
    ]
    if let dimension = indicator.dimension {
      lines.append(say("Dimensie", "Dimension") + ": \(dimension.rawValue)")
    }
    lines += indicator.breaks.map {
      say("Breuk in de reeks op", "Break in the series at") + " \($0.date): \(text($0.why))"
    }
    lines += indicator.caveats.map { say("Let op", "Caveat") + ": \(text($0))" }
    lines += indicator.references.map { say("Bron", "Reference") + ": \($0)" }
    if !indicator.flags.isEmpty {
      lines.append(
        say("Kenmerken", "Flags")
          + ": \(indicator.flags.map(\.rawValue).sorted().joined(separator: ", "))")
    }
    Terminal.output(lines.joined(separator: "\n"))
  }
}

/// The option `--language`.
enum LanguageOption: String, ExpressibleByArgument, CaseIterable {
  case nl, en
}

extension Indicator {
  /// Whether `init` takes it in by itself, and its weight in an index.
  func defaultWords(_ language: LanguageOption) -> String {
    let weight =
      defaultWeight == defaultWeight.rounded()
      ? String(Int(defaultWeight)) : String(defaultWeight)
    return language == .nl
      ? "\(offByDefault == nil ? "aan" : "uit"), gewicht \(weight)"
      : "\(offByDefault == nil ? "on" : "off"), weight \(weight)"
  }
}
