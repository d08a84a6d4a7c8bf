internal import Areas
internal import ArgumentParser
internal import Bytes
internal import GeoJSON
internal import Provenance
internal import Registers
internal import Study
internal import Tables

struct RegisterCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "register",
    abstract: "Make a register of addresses, for placing records without coordinates.",
    subcommands: [RegisterBuildCommand.self, RegisterInfoCommand.self, RegisterFetchCommand.self])
}

struct RegisterBuildCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "build",
    abstract: "Make one register file from files with addresses.",
    discussion: """
      EXAMPLE
        wijkzicht register build bag_flevoland.csv.gz \\
          --areas wijkenbuurten_2024.gpkg --out flevoland.wzr

      Reads CBS tables of postcode and house number (pc6hnr, of every year, also in its zip), BAG \
      addresses as CSV, the BAG GeoPackage, and BAG extracts in XML (folder or zip). Several files go \
      into one register; a table of CBS tells the buurt of addresses that have none. Without buurt in \
      the sources, the buurt is that of the coordinates in --areas.
      """)

  @Argument(help: "Files with addresses: CSV (also .gz or in a .zip), GeoPackage, or BAG extracts.")
  var sources: [String]

  @Option(help: "Areas that tell the buurt of a coordinate: a CBS GeoPackage, or GeoJSON files.")
  var areas: [String] = []

  @Option(help: "The register to write, such as addresses.wzr.")
  var out: String

  func run() async throws {
    guard out != "-" else {
      throw ValidationError("--out: a register is a file; it cannot go to standard output.")
    }
    for source in sources where PathTarget.isSameFile(out, source) {
      throw ValidationError("--out names one of the sources; name another file.")
    }
    for path in areas where PathTarget.isSameFile(out, path) {
      throw ValidationError("--out names the areas themselves; name another file.")
    }
    let opened = try sources.map { try RegisterSource.open($0) }
    let set = areas.isEmpty ? nil : try AreaReader(levels: [.buurt]).read(areas)
    let locator = set.flatMap { $0[.buurt] }.map { AreaLocator($0) }
    let editions = Set(opened.compactMap { $0.format == .pc6hnr ? $0.year : nil })
      .union(set.map { [$0.edition.year] } ?? [])
    guard editions.count < 2 else { throw RegisterError.severalEditions(editions.sorted()) }
    var named: [String] = []
    for source in opened {
      let name = source.path.split(separator: "/").last.map(String.init) ?? source.path
      let hashes = try source.files.map { try FileHash(path: $0).sha256 }
      named.append("\(name) \(hashes.count == 1 ? hashes[0] : FileHash.combined(hashes))")
    }
    var builder = RegisterBuilder(
      path: out, locator: locator, edition: editions.first, sources: named.sorted())
    for source in opened {
      var done = 0
      let counts = try source.read { entries in
        try builder.add(entries)
        done += entries.count
        Progress.show("\(source.path): \(done) addresses")
      }
      Progress.clear()
      Terminal.error(
        "\(source.path): \(counted(counts.read, "address", "addresses")) (\(source.format.words)).")
      for (reason, count) in counts.skipped.sorted(by: { $0.key.rawValue < $1.key.rawValue }) {
        Terminal.error("  \(count) left out: \(reason.words)")
      }
    }
    let counts = try builder.finish()
    for line in counts.lines(hasAreas: locator != nil) { Terminal.error(line) }
  }
}

struct RegisterInfoCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "info",
    abstract: "Show what a register holds, and check that it is whole.",
    discussion: """
      EXAMPLE
        wijkzicht register info flevoland.wzr
        wijkzicht register info flevoland.wzr --json
      """)

  @Argument(help: "A register that 'wijkzicht register build' made.")
  var register: String

  @Flag(help: "Print JSON.")
  var json = false

  func run() async throws {
    let register = try Register(path: register)
    if json {
      Terminal.output(Self.json(register))
      return
    }
    Terminal.output("edition      \(register.edition.map { "\($0)" } ?? "unknown")")
    Terminal.output("addresses    \(register.addressCount)")
    Terminal.output("keys         \(register.keyCount) (postcode and number)")
    Terminal.output("postcodes    \(register.postcodeCount)")
    Terminal.output("streets      \(register.streetCount)")
    Terminal.output("places       \(register.placeCount)")
    Terminal.output("buurten      \(register.buurtcodes.count)")
    Terminal.output("BAG ids      \(register.hasIdentifiers ? "yes" : "no")")
    for source in register.sources { Terminal.output("source       \(source)") }
    Terminal.output("whole        yes (all parts agree with their SHA-256)")
  }

  private static func json(_ register: Register) -> String {
    var json = JSONText()
    json.openObject()
    json.member("edition", register.edition.map { .integer(Int64($0)) } ?? .null)
    json.member("addresses", register.addressCount)
    json.member("keys", register.keyCount)
    json.member("postcodes", register.postcodeCount)
    json.member("streets", register.streetCount)
    json.member("places", register.placeCount)
    json.member("buurten", register.buurtcodes.count)
    json.member("bag_ids", .bool(register.hasIdentifiers))
    json.member("sources", register.sources)
    json.member("whole", .bool(true))
    json.closeObject()
    return json.text
  }
}

extension RegisterSource.Format {
  /// What a source is, in words.
  fileprivate var words: String {
    switch self {
    case .pc6hnr: "table of CBS, postcode and house number"
    case .bagCSV: "BAG addresses in CSV"
    case .bagGeoPackage: "BAG in a GeoPackage"
    case .lvbag: "BAG extract in XML"
    }
  }
}

extension RegisterBuilder.Counts {
  fileprivate func lines(hasAreas: Bool) -> [String] {
    var lines = [
      "\(counted(addresses, "address", "addresses")): \(counted(keys, "combination")) of postcode and number, "
        + "\(counted(postcodes, "postcode")), \(counted(streets, "street")) in \(counted(places, "place"))."
    ]
    if keysInSeveralAreas > 0 {
      lines.append(
        "\(counted(keysInSeveralAreas, "combination lies", "combinations lie")) in several buurten."
      )
    }
    if keysWithoutArea > 0 {
      lines.append(
        "\(counted(keysWithoutArea, "combination has", "combinations have")) no buurt."
          + (hasAreas ? "" : " Name areas with --areas, or add a table of CBS (pc6hnr)."))
    }
    if outsideAreas > 0 {
      lines.append(
        "\(counted(outsideAreas, "address lies", "addresses lie")) over 200 m outside all areas.")
    }
    return lines
  }
}

extension RegisterSkipReason {
  fileprivate var words: String {
    switch self {
    case .raggedRow: "another number of fields than the header"
    case .noPostcodeAndNoStreet: "neither postcode nor street"
    case .postcodeUnreadable: "the postcode is none"
    case .numberUnreadable: "the house number is not 1 to 99999, or its letter or addition is none"
    case .buurtcodeUnreadable: "the code of the buurt is none"
    case .positionUnreadable: "a coordinate is no number"
    case .outsideNetherlands: "outside the Netherlands"
    case .ended: "withdrawn or ended"
    case .addressUnknown: "an object whose address is not in the source"
    }
  }
}
