internal import Areas
internal import ArgumentParser
internal import Bytes
internal import SpatialStatistics
internal import WeightFiles
internal import Tables

struct WeightsCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "weights",
    abstract: "Write who is whose neighbour, for GeoDa, PySAL and spdep.",
    discussion: """
      EXAMPLE
        wijkzicht statistics weights --areas wijkenbuurten_2024.gpkg \\
          --weights queen --out queen.gal

      The ending of --out says how: .gal without weights, .gwt with. Areas without neighbours stay in \
      the file with --islands keep, the default here; a GWT file does not name them.
      """)
  @Option(help: "The areas: a CBS GeoPackage, or GeoJSON files of one level each.")
  var areas: [String]
  @Option(
    help: "The level of the areas: buurt, wijk or gemeente; with --code what your own are called.")
  var level: AreaLevel = .buurt
  @OptionGroup var own: StatisticsAreas
  @Option(help: "Who is a neighbour, as for the other statistics.") var weights: String = "queen"
  @Option(
    parsing: .unconditional, help: "Nodes of boundaries up to this distance in metres are one node."
  )
  var snap: Double = 0
  @Option(help: "Areas without neighbours: keep them, leave them out, or link each to the nearest.")
  var islands: IslandPolicy = .keep
  @Option(
    help:
      "Weights: B binary, W row-standardised, V variance-stabilising; as they are when left out.")
  var style: WeightStyle?
  @Option(help: "The file to write, .gal or .gwt.") var out: String

  func run() async throws {
    let isGAL = out.lowercased().hasSuffix(".gal")
    guard isGAL || out.lowercased().hasSuffix(".gwt") else {
      throw ValidationError("--out \(out): the name ends in .gal or .gwt.")
    }
    if areas.contains(where: { PathTarget.isSameFile(out, $0) }) {
      throw ValidationError("--out names a file that is read; name another file.")
    }
    var members = try own.layer(of: areas, level: level).areas
    var graph = try WeightsOption(weights, snap: snap).graph(members)
    let lone = graph.islands
    let componentCount = (graph.components.max() ?? -1) + 1
    switch islands {
    case .keep: break
    case .nearest: graph = graph.attachingIslands(try WeightsOption.sites(members))
    case .leaveOut:
      let kept = members.indices.filter { !lone.contains($0) }
      graph = graph.restricted(to: Array(kept))
      members = kept.map { members[$0] }
    }
    if let style { graph = graph.styled(style) }
    let file = WeightFile(
      ids: members.map(\.code),
      links: (0..<graph.count).flatMap { area in
        zip(graph.neighbours(of: area), graph.weights(of: area)).map {
          WeightFile.Link(from: area, to: Int($0), weight: $1)
        }
      })
    let text =
      isGAL ? file.gal(name: own.named(level).plural) : file.gwt(name: own.named(level).plural)
    var output = try OutputFile(path: out)
    try output.write(Array(text.utf8))
    try output.commit()
    Terminal.error(
      "\(counted(graph.count, "area")), \(counted(graph.linkCount, "link")), "
        + "\(counted(componentCount, "component")), "
        + "\(lone.count) without neighbours\(lone.isEmpty ? "" : " (\(islands.words))").")
  }
}
