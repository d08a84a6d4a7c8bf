internal import ArgumentParser
internal import Bytes
internal import Disclosure
internal import Geocoding
internal import Linkage
internal import Study
internal import Tables

struct LinkCountCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "count",
    abstract: "Count untraceable convicts with a payment, by gemeente, scheme and pooled years.",
    discussion: """
      EXAMPLE
        wijkzicht link count --untraceable veroordeelden.csv \\
          --scheme bijstand=bijstand.csv --scheme toeslagen=toeslagen.csv \\
          --years 2019-2024 --pool 3 --purpose 'statistisch onderzoek' \\
          --legal-basis 'convenant 2024, artikel 3' --dpia DPIA-2024-07 \\
          --declaration verklaring.yaml --out uitvoer/koppeling
        wijkzicht link count --forecast verwacht.csv --share 0.02 --share 0.05

      The same with --author 'B. Bakker' --ledger grootboek.jsonl --out uitvoer/concept can be released. With \
      --release vrijgave.yaml and another --out the results are then written without CONCEPT, and added to the \
      ledger:
        wijkzicht release uitvoer/concept --by 'A. de Vries' --role jurist \\
          --date 2026-11-30 --dpia DPIA-2024-07 --advice 'Akkoord.'

      The first register has the columns token, begin or onherroepelijk_jaar and, if there are, eind or \
      peildatum, status (spoorloos, aangehouden, verjaard), wijkcode or gemeentecode, and \
      vaste_woonplaats (ja, nee). Those of schemes have token, begin, eind, wijk_betaaladres or \
      gemeentecode, adres_type (brp, brief, post, buitenland) and regeling. A citizen service number in \
      the place of a token is refused.

      Written are koppeling.csv (untraceable persons; of those with a payment while untraceable: how \
      many, which share, how much more than expected with exact intervals, months in common, letter, \
      post and foreign addresses, another gemeente) and provenance.json. Counts under 10 are hidden, \
      others rounded to 5, or more strictly where the rules about data say so for the class of a register: \
      of criminal justice data, as which registers count about which nothing is declared, under 20, and to \
      10. What would give hidden counts away is hidden too, and so \
      is who is not paid when those are as few. Tokens are let go of after counting. barrieres.csv tells what \
      stood in the way.

      Purpose, legal basis and DPIA are kept with the results as you declare them; they are not judged. \
      --declaration names a file with purpose_id, audience and, under registers, for 'untraceable' and \
      each scheme its class, controller, legal_basis, purposes and retention, as a study has them under \
      'data'. The rules about data of the catalogue hold: a register whose purposes do not have the \
      purpose_id, and what a rule forbids for the audience at the level of the counts, is refused before \
      a register is read.

      --ledger names the file with what earlier publications said. A linkage of the same register of untraceable \
      persons is refused when it counts some of the same years in another way, or comes out otherwise for the same \
      years; schemes may be added. --input-key names a key (of 'wijkzicht key') by which registers are known \
      again under another controller; without it they are known by the controller that is declared.

      --forecast tells from expected numbers of persons how much would be hidden, before anybody is asked for \
      data; by the rules for criminal justice data, or for the classes of --declaration, which is refused \
      where the linkage would be. Its columns are code (of a gemeente or wijk, each once, and no wijk beside \
      its own gemeente; or overig or zonder_vaste_woonplaats) and aantal (whole numbers).

      --barriers FILE adds to a register of barriers what stopped the linkage or, with --forecast, what part \
      would be hidden: in the form that a study reads under 'barriers'.
      """)

  @Option(help: "The register of untraceable convicts.")
  var untraceable: String?

  @Option(help: "A scheme and its register: NAME=FILE; repeat for more.")
  var scheme: [String] = []

  @Option(help: "The years to count: 2019-2024, at most 20, up to this year.")
  var years: String?

  @Option(help: "How many years are taken together; all when left out.")
  var pool: Int?

  @Option(help: "A gemeente by name or code; repeat for more. The five cities when left out.")
  var gemeente: [String] = []

  @Option(help: "Areas with wijken, to count by wijk too: a CBS GeoPackage, or GeoJSON files.")
  var areas: [String] = []

  @Option(help: "What the linkage is for.")
  var purpose: String?

  @Option(help: "On which legal basis.")
  var legalBasis: String?

  @Option(help: "The data protection impact assessment that covers it.")
  var dpia: String?

  @Option(
    help:
      "What is claimed about the registers (YAML): purpose, class, legal basis; needed unless they are made up."
  )
  var declaration: String?

  @Flag(help: "The registers are made up; every file says so.")
  var synthetic = false

  @Option(help: "Who makes it; needed before a second person can release it.")
  var author: String?

  @Option(help: "The ledger: what earlier publications said. A release is added to it.")
  var ledger: String?

  @Option(help: "The key by which registers are known again; not that of 'link tokens'.")
  var inputKey: String?

  @Option(
    help:
      "The release (YAML) of a second person, made by 'wijkzicht release'; without it all says CONCEPT."
  )
  var release: String?

  @Option(help: "A table with expected numbers of persons: estimate what would be hidden.")
  var forecast: String?

  @Option(help: "With --forecast: an assumed share with a payment, from 0 to 1; repeat for more.")
  var share: [Double] = []

  @Option(
    help: "A file (YAML) to which barriers are added that stop the linkage, or are forecast.")
  var barriers: String?

  @Option(help: "The folder with the catalogue; found beside the program when left out.")
  var geodata: String?

  @Option(help: "The folder to write.")
  var out: String?

  @Option(
    parsing: .unconditional, help: "How many tasks work at the same time; the result is the same.")
  var jobs: Int?

  func run() async throws {
    if let forecast {
      try await predict(forecast)
      return
    }
    guard share.isEmpty else { throw ValidationError("--share goes with --forecast.") }
    let request = try request()
    guard let out else { throw ValidationError("Name the folder to write with --out.") }
    let catalogue = try Geodata(folder: try GeodataOption.folder(geodata))
    let chosen = try LinkageRun.areas(gemeenten: gemeente, files: areas, geodata: catalogue)
    let result: LinkageRun.Report
    do {
      result = try await LinkageRun(request, areas: chosen, geodata: catalogue).run(
        to: try OutputFolder(path: out, isOurs: LinkageRun.isOurs),
        tasks: try Processors.tasks(jobs))
    } catch {
      try BarrierNotes.add(stopping: error, to: barriers, geodata: catalogue)
      throw error
    }
    let outcome = result.outcome
    for loss in outcome.published.losses where loss.counts > 0 {
      Terminal.error(
        "\(loss.level.rawValue): \(loss.small) of \(counted(loss.counts, "count")) hidden as under "
          + "\(outcome.published.rule.minimumCount), \(loss.complementary) so that those cannot be "
          + "derived.")
    }
    for hidden in outcome.published.hiddenByLevel where hidden.kind == .addresses {
      Terminal.error(
        "\(hidden.level.rawValue): \(hidden.hidden) of \(hidden.counts) counts by kind of address and in another "
          + "gemeente hidden.")
    }
    reportGemeenten(outcome.published)
    for (name, rows) in outcome.rows { report(name, rows, outcome.published) }
    for remedy in result.remedies {
      Terminal.error("More than half of some counts is hidden. \(remedy)")
    }
    for scheme in outcome.foreign {
      Terminal.error(
        "No token of '\(scheme)' is in the register of the untraceable. Were both made with one key? Ask the key "
          + "holder.")
    }
    for scheme in outcome.nested {
      Terminal.error(
        "In a period everybody who is counted in '\(scheme.inner)' is counted in '\(scheme.outer)' too. Where "
          + "readers know that the one is a part of the other, what the other has besides follows from both and "
          + "is not protected: publish one of them.")
    }
    if let ledger = result.ledger {
      Terminal.error(
        "Ledger '\(ledger.name)': "
          + "\(counted(ledger.linkages, "earlier linkage")) looked at."
          + (result.isAdded ? " These results are added." : ""))
    }
    Terminal.output(out)
  }

  /// The most gemeenten that are told one by one.
  private static let mostGemeenten = 20

  /// What is hidden of each gemeente, as it can be counted in the table.
  private func reportGemeenten(_ published: PublishedLinkage) {
    let hidden = published.hiddenByGemeente
    let persons = hidden.filter { $0.kind == .persons }
    guard persons.count <= Self.mostGemeenten else {
      Terminal.error(
        "What is hidden of each of the \(persons.count) gemeenten stands in provenance.json.")
      return
    }
    for told in persons {
      guard let area = told.area else { continue }
      let addresses = hidden.first { $0.area == area && $0.kind == .addresses }
      let others = addresses.map { ", by address \($0.hidden) of \($0.counts)" } ?? ""
      Terminal.error("  \(area.name): hidden \(told.hidden) of \(told.counts) counts\(others)")
    }
  }

  private func report(_ name: String, _ rows: RowCounts, _ published: PublishedLinkage) {
    func told(_ count: Int) -> String {
      let figure = PublishedFigure(
        Double(count), contributions: count, rule: published.rule)
      guard let number = figure.number else {
        return "fewer than \(published.rule.minimumCount)"
      }
      return "about \(Int(number))"
    }
    for reason in RowCounts.Reason.allCases {
      guard let count = rows.leftOut[reason], count > 0 else { continue }
      Terminal.error("\(name): \(told(count)) rows left out (\(reason.words)).")
    }
    if rows.unreadablePlaces > 0 {
      Terminal.error(
        "\(name): \(told(rows.unreadablePlaces)) rows with a place that is no code of a wijk or "
          + "gemeente; counted under 'overig'.")
    }
    if rows.unreadFixedAddresses > 0 {
      Terminal.error(
        "\(name): \(told(rows.unreadFixedAddresses)) rows with a 'vaste_woonplaats' other than ja and nee; taken "
          + "for ja.")
    }
  }

  private func request() throws -> LinkageRun.Request {
    try PersonsInText.refuse(
      [
        ("purpose", purpose), ("legal-basis", legalBasis), ("dpia", dpia), ("author", author),
      ] + scheme.map { ("scheme", String($0.prefix { $0 != "=" })) })
    guard let untraceable else {
      throw ValidationError("Name the register of untraceable convicts with --untraceable.")
    }
    guard !scheme.isEmpty else {
      throw ValidationError("Name a scheme and its register with --scheme NAME=FILE.")
    }
    var schemes: [(name: String, path: String)] = []
    for text in scheme {
      guard let mark = text.firstIndex(of: "="), mark > text.startIndex,
        text.index(after: mark) < text.endIndex
      else { throw ValidationError("--scheme '\(text)': write NAME=FILE.") }
      let name = String(text[..<mark])
      guard name.wholeMatch(of: /[A-Za-z][A-Za-z0-9_ -]{0,40}/) != nil else {
        throw ValidationError(
          "--scheme '\(name)': a name has letters, digits, blanks, hyphens and underscores.")
      }
      guard !["untraceable", "spoorloos"].contains(name.lowercased()) else {
        throw ValidationError(
          "--scheme '\(name)': the results call the register of the untraceable so. Take another name."
        )
      }
      guard !schemes.contains(where: { $0.name.lowercased() == name.lowercased() }) else {
        throw ValidationError("--scheme '\(name)' stands twice.")
      }
      schemes.append((name, String(text[text.index(after: mark)...])))
    }
    if ([untraceable] + schemes.map(\.path)).contains("-") {
      throw ValidationError("Registers are read from files, not from standard input.")
    }
    guard let match = years?.wholeMatch(of: /([0-9]{4})(?:-([0-9]{4}))?/) else {
      throw ValidationError("--years: the years to count, such as 2019-2024.")
    }
    let first = Int(match.1)!
    func told(_ text: String?, _ option: String, _ what: String) throws -> String {
      guard let text, text.contains(where: { $0.isLetter || $0.isNumber }) else {
        throw ValidationError("\(option): \(what) is needed; it is kept with the results.")
      }
      return text
    }
    return LinkageRun.Request(
      untraceable: untraceable, schemes: schemes,
      years: try CountedYears(first, match.2.map { Int($0)! } ?? first, pooled: pool),
      purpose: try told(purpose, "--purpose", "what the linkage is for"),
      legalBasis: try told(legalBasis, "--legal-basis", "the legal basis"),
      dpia: try told(dpia, "--dpia", "the reference of a data protection impact assessment"),
      declaration: try declaration.map { try LinkageDeclaration(path: $0) },
      isSynthetic: synthetic,
      author: try author.map { try told($0, "--author", "who makes it") },
      inputKey: inputKey, ledger: ledger, release: release)
  }

  private func predict(_ path: String) async throws {
    guard untraceable == nil, scheme.isEmpty, out == nil else {
      throw ValidationError("--forecast takes no registers and writes no folder.")
    }
    for (option, isGiven) in [
      ("years", years != nil), ("pool", pool != nil), ("gemeente", !gemeente.isEmpty),
      ("areas", !areas.isEmpty), ("purpose", purpose != nil), ("legal-basis", legalBasis != nil),
      ("dpia", dpia != nil), ("author", author != nil), ("ledger", ledger != nil),
      ("input-key", inputKey != nil), ("release", release != nil),
    ] where isGiven {
      throw ValidationError(
        "--\(option) does nothing with --forecast: the expected numbers say of which areas they are, and are of one period."
      )
    }
    let shares = share.isEmpty ? [0.01, 0.02, 0.05, 0.1, 0.2] : share
    for share in shares where !(share >= 0 && share <= 1) {
      throw ValidationError("--share \(share): from 0 to 1.")
    }
    let persons = try ExpectedPersons(try RecordSource.open(path))
    let catalogue = try Geodata(folder: try GeodataOption.folder(geodata))
    let declaration = try declaration.map { try LinkageDeclaration(path: $0) }
    if let refusal = declaration?.refusal(forecasting: persons, geodata: catalogue) {
      throw refusal
    }
    let rule = catalogue.linkageRule(declared: declaration).rule
    let forecast = try await LinkageForecast(
      persons: persons, shares: shares, rule: rule, tasks: try Processors.tasks(jobs))
    Terminal.output(
      "share;under_\(rule.minimumCount)_pct;hidden_for_others_pct;shown_pct")
    for expectation in forecast.expectations {
      func text(_ part: Double) -> String { ResultText.short(100 * part, decimals: 1) }
      Terminal.output(
        "\(ResultText.short(expectation.share, decimals: 4));\(text(expectation.small));"
          + "\(text(expectation.complementary));\(text(expectation.shown))")
    }
    Terminal.error(
      "One scheme in one period, means of \(counted(forecast.draws, "draw")) in which all persons have the same "
        + "chance. Counts under \(rule.minimumCount) would be hidden, others rounded to "
        + "\(rule.roundingBase).")
    if !persons.emptyRows.isEmpty {
      Terminal.error(
        "Nobody is expected in \(persons.emptyRows.map { "'\($0.rawValue)'" }.joined(separator: " and ")): that is "
          + "protected too, by hiding gemeenten. Name how many are expected there.")
    }
    if let barriers { BarrierNotes.tell(try BarrierLog(path: barriers).add(forecast), barriers) }
  }
}

extension RowCounts.Reason {
  fileprivate var words: String {
    switch self {
    case .ragged: "another number of fields than the header"
    case .dates: "a date that cannot be read, or an end before its beginning"
    case .status: "a status other than spoorloos, aangehouden and verjaard"
    case .otherScheme: "of another scheme"
    case .traced: "no longer untraceable"
    }
  }
}
