internal import ArgumentParser
internal import Pictures
internal import Study

struct FactsheetCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "factsheet",
    abstract: "Put what a study says of one area on a page: PDF, DOCX or SVG.",
    discussion: """
      EXAMPLE
        wijkzicht factsheet examples/vijf-steden/uitvoer BU05990110 \\
          --out stadsdriehoek.pdf

      Reads the maps in a folder that 'wijkzicht run' wrote, and nothing else: so the page has published \
      values alone. It has a small map, each map of the level of the area with its value, class and the \
      medians of the gemeente and of all areas, the reason where there is no value, stamps and sources. \
      PDF is made with the program rsvg-convert (package librsvg2-bin); DOCX opens in Word and \
      LibreOffice, and has the small map when that program is there. A map that is not as SHA256SUMS says is \
      refused.

      --house-style names a YAML file with font, title_color, accent_color and logo (SVG or PNG).
      """)

  @Argument(help: "A folder with the results of a study.")
  var folder: String

  @Argument(help: "The code of an area, as BU03440111, WK034401 or GM0344.")
  var area: String

  @Option(help: "The page to write: .pdf, .docx or .svg.")
  var out: String

  @Option(help: "A YAML file with the look of your organisation.")
  var houseStyle: String?

  func run() async throws {
    let style = try houseStyle.map { try HouseStyleFile.read($0) } ?? HouseStyle()
    let remark = try FactsheetRun(folder: folder, area: area, style: style).write(to: out)
    Terminal.output(out)
    if let remark { Terminal.error(remark) }
  }
}
