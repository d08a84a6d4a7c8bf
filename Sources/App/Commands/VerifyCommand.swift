internal import ArgumentParser
internal import GeoJSON
internal import Study
internal import Tables

struct VerifyCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "verify",
    abstract: "Find out whether results are what a study makes of its files.",
    discussion: """
      EXAMPLE
        wijkzicht verify uitvoer/vijf-steden
        wijkzicht verify uitvoer/vijf-steden \\
          --study examples/vijf-steden/studie.yaml
        wijkzicht verify uitvoer/2023 --study studie.yaml \\
          --destroyed vernietigd.yaml --sums 5f0c…

      Compares every file with SHA256SUMS; a file that was changed, removed or added is exit code 2. With \
      --study the study is run again in a folder beside the results, which is removed afterwards: under \
      equal versions of the libraries every byte must be the same, else every number within 1e-9. What is \
      not the same is named by file, row and column, with exit code 1. So is what could not be compared \
      under other versions, unless --sums vouches for it. Inputs that are gone are told; \
      --destroyed names the note that says when, by whom and on what ground. Who changes a file can change \
      SHA256SUMS too; --sums takes the hash of that list, which a released run prints and somebody else keeps: \
      another list is exit code 2. The results stay as they are.
      """)

  @Argument(help: "The folder with results of a run.")
  var folder: String

  @Option(help: "The study file; without it only the checksums are looked at.")
  var study: String?

  @Option(help: "A note (YAML) of files that were destroyed when their term ended.")
  var destroyed: String?

  @Option(help: "The SHA-256 of SHA256SUMS that somebody kept elsewhere.")
  var sums: String?

  @Option(help: "Areas in the place of those of the study, as they were given to the run.")
  var areas: [String] = []

  @Option(help: "The register of addresses in the place of that of the study.")
  var register: String?

  @Option(help: "The folder with the catalogue; found beside the program when left out.")
  var geodata: String?

  @Option(
    parsing: .unconditional, help: "How many tasks work at the same time; the result is the same.")
  var jobs: Int?

  @Flag(help: "Print what was found as JSON.")
  var json = false

  func validate() throws {
    if let sums, sums.wholeMatch(of: /[0-9a-fA-F]{64}/) == nil {
      throw ValidationError(
        "--sums '\(sums)': write the 64 hexadecimal digits that the run printed.")
    }
    guard study == nil else { return }
    for (name, isGiven) in [
      ("destroyed", destroyed != nil), ("areas", !areas.isEmpty), ("register", register != nil),
    ] where isGiven {
      throw ValidationError("--\(name) is of use with --study only.")
    }
  }

  func run() async throws {
    let tasks = try Processors.tasks(jobs)
    let results = try VerifiedFolder(folder, keptHash: sums?.lowercased())
    let found: StudyVerification
    if let study {
      if results.isMerged { throw ValidationError("--study: \(VerificationText.merged)") }
      if results.isLinkage { throw ValidationError("--study: \(VerificationText.linkage)") }
      if !results.isOfRun { throw ValidationError("--study: \(VerificationText.byAnother)") }
      let notes = try destroyed.map { try DestroyedInputs(path: $0) }
      var options = StudyOptions()
      options.study = study
      options.areas = areas
      options.register = register
      options.audience = results.audience
      options.geodata = geodata
      let (file, catalogue) = try options.load()
      found = try await StudyVerification(
        results, study: file, geodata: catalogue, destroyed: notes, tasks: tasks)
    } else {
      found = StudyVerification(results)
    }
    Terminal.output(
      json ? text(found) : VerificationText(found).sentences.joined(separator: "\n"))
    if !found.isGood { throw ExitCode(Failure.foundProblems) }
  }

  private func text(_ found: StudyVerification) -> String {
    var json = JSONText()
    json.openObject()
    json.member("folder", folder)
    json.member("files", found.fileCount)
    json.member("good", .bool(found.isGood))
    json.member("was_run", .bool(found.wasRun))
    json.member("list_was_kept", .bool(found.isListKept))
    json.member("passed_over", found.passedOver.map(\.name))
    json.member("same_inputs", found.sameInputs)
    json.objects("other_inputs", found.otherInputs) { json, other in
      json.member("role", other.input.role)
      json.member("file", other.input.name)
      json.member("message", other.sentence)
    }
    if !found.untoldInputs.isEmpty {
      json.objects("untold_inputs", found.untoldInputs) { json, input in
        json.member("role", input.role)
        json.member("file", input.name)
      }
    }
    if !found.presentInputs.isEmpty {
      json.objects("destroyed_but_there", found.presentInputs) { json, input in
        json.member("role", input.role)
        json.member("file", input.name)
      }
    }
    if !found.strayNotes.isEmpty {
      json.member("notes_of_other_files", found.strayNotes)
    }
    json.member("program_version", ProgramVersion.text)
    json.member(
      "made_by_version",
      {
        switch found.otherProgram {
        case nil: .text(ProgramVersion.text)
        case .version(let version): .text(version)
        case .unknown, .noVersion: .null
        }
      }() as JSONScalar)
    json.member("other_catalogue", found.otherCatalogue)
    json.member("concept_is_another", .bool(found.isConceptAnother))
    json.member("equal_versions", .bool(found.hasEqualVersions))
    json.member("other_libraries", found.otherLibraries)
    json.objects("differences", found.differences) { json, difference in
      json.member("file", difference.name)
      if case .cell(let row, let column) = difference.kind {
        json.member("row", row)
        json.member("column", column)
      }
      json.member("message", difference.sentence)
    }
    json.member("not_compared", found.notCompared)
    json.closeObject()
    return json.text
  }
}
