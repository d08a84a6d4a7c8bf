internal import ArgumentParser
internal import Bytes
internal import Pictures
internal import Study

struct PictureCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "picture",
    abstract: "Draw a map of a study for a report or a slide: SVG, PNG or PDF.",
    discussion: """
      EXAMPLE
        wijkzicht picture \\
          examples/vijf-steden/uitvoer/kaart_drugs_per_1000_inwoners.geojson \\
          --size slide --out drugs.png

      All gemeenten stand side by side at one scale, with the legend, the number of areas in each class, \
      source, reference date and caveat inside the picture. The layer is a file that 'wijkzicht run' \
      wrote: kaart_….geojson, patroon_….geojson or heatmap_….geojson. PNG and PDF are made with the program rsvg-convert \
      (package librsvg2-bin); SVG needs nothing. A layer that is not as SHA256SUMS beside it says is refused.

      --house-style names a YAML file with font, title_color, accent_color and logo (SVG or PNG).
      """)

  @Argument(help: "A layer of a study: kaart_….geojson, patroon_….geojson or heatmap_….geojson.")
  var layer: String

  @Option(help: "slide (16:9), a4 (when left out) or a3, lying down.", transform: word)
  var size: PictureSize = .a4

  @Option(help: "The picture to write: .svg, .png or .pdf.")
  var out: String

  @Option(help: "A YAML file with the look of your organisation.")
  var houseStyle: String?

  func run() async throws {
    if PathTarget.isSameFile(out, layer) {
      throw ValidationError("--out names the layer that is read; name another.")
    }
    let style = try houseStyle.map { try HouseStyleFile.read($0) } ?? HouseStyle()
    let remark = try PictureRun(layer: layer, size: size, style: style).write(to: out)
    Terminal.output(out)
    if let remark { Terminal.error(remark) }
  }
}
