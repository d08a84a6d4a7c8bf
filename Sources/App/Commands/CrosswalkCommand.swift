internal import Areas
internal import ArgumentParser
internal import Bytes
internal import Crosswalks
internal import Registers
internal import Study

struct AreasCrosswalkCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "crosswalk",
    abstract: "Tell how the areas of one year or kind are divided over those of another.",
    discussion: """
      EXAMPLE
        wijkzicht areas crosswalk --from wijkenbuurten_2015.gpkg \\
          --to wijkenbuurten_2024.gpkg --addresses pc6hnr20150801.csv \\
          pc6hnr20240801.csv --out 2015-2024.csv

      Weights are addresses when --addresses names them: two CBS tables of postcode and house number \
      (pc6hnr, that of --from first), or BAG addresses with coordinates, or a register. Without \
      addresses the surface in common is the weight: people do not live spread evenly, so prefer \
      addresses. A study takes the file under 'crosswalk:' of figures of another edition.

      Areas of another kind, such as PC4, are named by their column with codes: --to pc4.geojson \
      --to-code postcode4 --to-level pc4.
      """)

  @Option(
    parsing: .upToNextOption,
    help: "The areas that figures are of: a CBS GeoPackage, or files of one level each.")
  var from: [String]

  @Option(parsing: .upToNextOption, help: "The areas that figures are wanted for.")
  var to: [String]

  @Option(help: "The level of --from: buurt, wijk, gemeente; with --from-code what it is called.")
  var fromLevel = "buurt"

  @Option(help: "The same for --to.")
  var toLevel = "buurt"

  @Option(help: "The column with codes, when --from holds areas of another kind than those of CBS.")
  var fromCode: String?

  @Option(help: "The same for --to.")
  var toCode: String?

  @Option(help: "With --from-code: the column with names.")
  var fromName: String?

  @Option(help: "With --to-code: the column with names.")
  var toName: String?

  @Option(help: "With --from-code: the reference system, when the file does not name it.")
  var fromEpsg: Int?

  @Option(help: "With --to-code: the same.")
  var toEpsg: Int?

  @Option(help: "What divides areas: addresses or area. Addresses when --addresses is given.")
  var weights: WeightsWord?

  @Option(
    parsing: .upToNextOption,
    help: "Two pc6hnr tables (that of --from first), BAG addresses with coordinates, or a register."
  )
  var addresses: [String] = []

  @Option(help: "The folder with the catalogue; found beside the program when left out.")
  var geodata: String?

  @Option(help: "The CSV file to write; - for standard output.")
  var out: String = "-"

  enum WeightsWord: String, ExpressibleByArgument, CaseIterable {
    case addresses, area
  }

  func run() async throws {
    for path in from + to + addresses where out != "-" && PathTarget.isSameFile(out, path) {
      throw ValidationError("--out names a file that is read; name another file.")
    }
    let word = weights ?? (addresses.isEmpty ? .area : .addresses)
    if word == .addresses, addresses.isEmpty {
      throw ValidationError(
        "--weights addresses: name them with --addresses: two pc6hnr tables, BAG addresses with "
          + "coordinates, or a register.")
    }
    if word == .area, !addresses.isEmpty {
      throw ValidationError("--weights area takes no --addresses; leave one of them out.")
    }
    let aliases = try Geodata.aliases(folder: try GeodataOption.folder(geodata))
    let ends = [
      CrosswalkEnd(
        name: "from", files: from, level: fromLevel, code: fromCode, label: fromName,
        epsg: fromEpsg),
      CrosswalkEnd(
        name: "to", files: to, level: toLevel, code: toCode, label: toName, epsg: toEpsg),
    ]
    async let other = ends[1].read(aliases)
    let first = try ends[0].read(aliases)
    let second = try await other
    guard first.year == nil || first.year != second.year || first.layer.level != second.layer.level
    else {
      throw ValidationError("--from and --to are both \(first.layer.level.plural) of one year.")
    }
    let (crosswalk, counts) = try await CrosswalkBuilder(from: first, to: second)
      .crosswalk(word == .area ? .area : try addressWeights(first, second))
    let bytes = CrosswalkFile.bytes(crosswalk)
    if out == "-" {
      Terminal.output(bytes)
    } else {
      var file = try OutputFile(path: out)
      try file.write(bytes)
      try file.commit()
    }
    for line in CrosswalkText(crosswalk, counts).lines { Terminal.error(line) }
  }

  private func addressWeights(
    _ first: CrosswalkBuilder.End, _ second: CrosswalkBuilder.End
  ) throws -> CrosswalkBuilder.Weights {
    if addresses.count == 1, addresses[0].hasSuffix(".wzr") {
      return .register(try Register(path: addresses[0]))
    }
    let sources = try addresses.map { try RegisterSource.open($0) }
    let tables = sources.filter { $0.format == .pc6hnr }
    guard !tables.isEmpty else { return .addresses(sources) }
    guard tables.count == 2, sources.count == 2 else {
      throw ValidationError(
        "--addresses: name two pc6hnr tables, that of --from first, or BAG addresses only.")
    }
    for (table, end) in zip(tables, [first, second]) {
      if let year = table.year, let wanted = end.year, year != wanted {
        throw ValidationError(
          "--addresses: \(table.path) is of \(year), and its place is that of \(wanted). Name the "
            + "table of --from first.")
      }
      guard !end.layer.level.isOwn else {
        throw ValidationError(
          "--addresses: pc6hnr tables tell the buurt, and \(end.layer.level.plural) are not made of "
            + "these. Name addresses with coordinates.")
      }
    }
    return .postcodeTables(from: tables[0], to: tables[1])
  }
}

/// One side of a crosswalk, as options describe it.
private struct CrosswalkEnd: Sendable {
  let name: String
  let files: [String]
  let level: String
  let code: String?
  let label: String?
  let epsg: Int?

  func read(_ aliases: ColumnAliases) throws -> CrosswalkBuilder.End {
    guard !files.isEmpty else { throw ValidationError("--\(name): name a file with areas.") }
    let known = AreaLevel.cbs.first { $0.rawValue == level }
    if let code {
      guard files.count == 1 else {
        throw ValidationError("--\(name)-code: name one file with your own areas.")
      }
      let own = known == nil ? level : "gebied"
      let layer = try OwnAreas.polygons(
        files[0], level: .own(own), columns: OwnAreas.Columns(code: code, name: label), epsg: epsg)
      return CrosswalkBuilder.End(layer, year: nil)
    }
    guard label == nil, epsg == nil else {
      throw ValidationError("--\(name)-name and --\(name)-epsg go with --\(name)-code.")
    }
    guard let known else {
      throw ValidationError(
        "--\(name)-level '\(level)': buurt, wijk or gemeente. Areas of another kind are named by "
          + "their column with codes: --\(name)-code.")
    }
    let set = try AreaReader(
      levels: [known], required: [known], figureNames: [CrosswalkBuilder.changeColumn],
      aliases: aliases
    ).read(files)
    guard let layer = set[known] else { throw ValidationError("--\(name): no \(known.plural).") }
    return CrosswalkBuilder.End(layer, year: set.edition.year)
  }
}
