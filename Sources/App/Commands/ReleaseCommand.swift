internal import ArgumentParser
internal import Study

struct ReleaseCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "release",
    abstract: "Release the concept of a study or a linkage, as a second person.",
    discussion: """
      EXAMPLE
        wijkzicht release uitvoer/studie --study studie.yaml \\
          --by 'A. de Vries' --role privacyjurist --date 2026-11-30 \\
          --dpia DPIA-2026-14 --advice 'Akkoord; alleen per wijk.'
        wijkzicht run studie.yaml --release vrijgave.yaml
        wijkzicht release uitvoer/koppeling --by 'A. de Vries' --role jurist \\
          --date 2026-11-30 --dpia DPIA-2024-07 --advice 'Akkoord.'

      Writes a file that names the hash of all files of the concept. A run with --release makes the concept \
      again, refuses when it is another, and then writes the same results without CONCEPT. Who made the \
      study ('author') cannot release it, and nobody on a day that is still to come or after the study expires. Where the bias audit found something, the release holds the \
      justification: name, role, day, and a reason for each finding; one that is missing, or about \
      something that is not found any more, is refused. The program records who released what; it cannot tell whether \
      that person may.

      A folder of 'link count' is released without --study, and 'link count' with --release writes it without \
      CONCEPT. Its author is the one that was named with --author.
      """)

  @Argument(help: "The folder with the concept.")
  var folder: String

  @Option(help: "The study file; of a linkage there is none.")
  var study: String?

  @Option(help: "Who releases it.")
  var by: String

  @Option(help: "In what role.")
  var role: String

  @Option(help: "The day, as 2024-12-31.")
  var date: String

  @Option(help: "The advice that was given.")
  var advice: String

  @Option(help: "The reference of the impact assessment; required when data are not open.")
  var dpia: String?

  @Option(
    help:
      "Who answers for what the bias audit found (YAML); that of the concept when left out."
  )
  var justification: String?

  @Option(help: "The file to write.")
  var out = "vrijgave.yaml"

  func run() async throws {
    let results = try VerifiedFolder(folder)
    let release: StudyRelease
    var file: StudyFile?
    if results.isLinkage {
      guard study == nil, justification == nil else {
        throw ValidationError(
          "'\(folder)' holds a linkage: it has no study and no bias audit. Leave --study and --justification out."
        )
      }
      release = try StudyRelease(
        ofLinkage: results, by: by, role: role, date: date, dpia: dpia, advice: advice)
    } else {
      guard let path = study else {
        throw ValidationError("Name the study of which '\(folder)' holds the results with --study.")
      }
      let study = try StudyFileReader.read(path)
      release = try StudyRelease(
        results, study: study, by: by, role: role, date: date, dpia: dpia, advice: advice,
        justification: try justification.map { try BiasJustification(path: $0) })
      file = study
    }
    try release.write(to: out, folder: results, study: file)
    if let remark = file?.auditRemark { Terminal.output(remark) }
    Terminal.output(out)
  }
}
