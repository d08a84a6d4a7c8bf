internal import ArgumentParser
internal import Bytes
internal import Study

struct InitCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "init",
    abstract: "Begin a study: look into files and write a commented study file.",
    discussion: """
      EXAMPLE
        wijkzicht init incidenten.csv wijkenbuurten_2024.gpkg --out studie.yaml

      Records, areas, figures and registers are told apart by what is in them. The study says which \
      columns were taken for what, from when records are, and which indicators the data allow; what is \
      doubtful has the word TWIJFEL. It runs as it stands. No value of a record gets into it. Without \
      areas it takes the schematic ones of the five cities. A file that is there is not replaced.
      """)

  @Argument(help: "Files of records, areas, figures, and a register of addresses.")
  var files: [String]

  @Option(help: "The study file to write.")
  var out = "study.yaml"

  @Option(help: "The folder with the catalogue; found beside the program when left out.")
  var geodata: String?

  func run() async throws {
    if out != "-", PathTarget.exists(out) {
      throw ValidationError(
        "--out \(out): it is there already; name another file, or take it away.")
    }
    for (index, file) in files.enumerated() where files[..<index].contains(file) {
      throw ValidationError("\(file): it is named twice.")
    }
    let geodata = try Geodata(folder: try GeodataOption.folder(geodata))
    let start = try StudyStart(
      files: files, out: out == "-" ? "./studie.yaml" : out, geodata: geodata)
    let study = try start.study()
    for finding in study.findings { Terminal.error(finding) }
    if out == "-" {
      Terminal.output(Array(study.text.utf8))
      return
    }
    var file = try OutputFile(path: out)
    try file.write(Array(study.text.utf8))
    try file.commit()
    Terminal.error(
      "\(study.doubts) \(study.doubts == 1 ? "doubt" : "doubts") to look at (TWIJFEL).")
    Terminal.output(out)
  }
}
