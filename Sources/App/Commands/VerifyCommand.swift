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
      not the same is named by file, row and column, with exit code 1. Inputs that are gone are told; \
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
    let results = try VerifiedFolder(folder)
    if let sums { try results.check(keptHash: sums.lowercased()) }
    let found: StudyVerification
    if let study {
      if results.isMerged { throw ValidationError("--study: \(Self.merged)") }
      if results.isLinkage { throw ValidationError("--study: \(Self.linkage)") }
      if !results.isOfRun { throw ValidationError("--study: \(Self.byAnother)") }
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
    Terminal.output(json ? text(found) : sentences(found).joined(separator: "\n"))
    if !found.isGood { throw ExitCode(Failure.foundProblems) }
  }

  private static let merged =
    "These are the results of several cities together, and no study makes them: to see whether they follow "
    + "from those of the cities, merge the parts again."

  private static let linkage =
    "These are the results of a linkage, and no study makes them: to see whether they follow from its "
    + "registers, run 'link count' with their release again, into another folder."
  private static let byAnother =
    "These are not the results of 'run': to see whether they are what their files give, make them again with the "
    + "command that made them, in another folder, and compare the lists."

  private func sentences(_ found: StudyVerification) -> [String] {
    var lines = [counted(found.fileCount, "file is", "files are") + " as SHA256SUMS says."]
    if sums != nil { lines.append("SHA256SUMS is the list of which the hash was kept.") }
    guard study != nil else {
      return lines + [
        found.isMerged
          ? Self.merged
          : found.isLinkage
            ? Self.linkage
            : !found.isOfRun
              ? Self.byAnother
              : "The study was not run again: name it with --study."
      ]
    }
    switch found.otherProgram {
    case nil: break
    case .version(let version):
      lines.append(
        "Made by version \(version) of the program; this is version \(ProgramVersion.text). What is not "
          + "the same below may come of that.")
    case .unknown:
      lines.append(
        "The results do not say which version of the program made them; this is version "
          + "\(ProgramVersion.text). What is not the same below may come of that.")
    }
    if !found.otherCatalogue.isEmpty {
      lines.append(
        "The catalogue is another than in the run: \(found.otherCatalogue.joined(separator: ", ")). What "
          + "is not the same below may come of that; name the one of the run with --geodata.")
    }
    if found.sameInputs > 0 {
      lines.append(counted(found.sameInputs, "input is", "inputs are") + " as in the run.")
    }
    if !found.untoldInputs.isEmpty {
      lines.append(
        "Provenance tells no hash of "
          + found.untoldInputs.map { "\($0.name) (\($0.input.role))" }.joined(separator: ", ")
          + ": whether they are as in the run is not known. What is not the same below may come of that."
      )
    }
    lines += found.otherInputs.map(\.sentence)
    lines += found.presentInputs.map {
      "\($0.name) (\($0.input.role)): the note says that it was destroyed, and a file of that name is there."
    }
    lines += found.strayNotes.map { "\($0): the note names it, and it is no input of this run." }
    guard found.wasRun else {
      lines.append("The study was not run again, because its inputs are not what they were.")
      if sums == nil {
        lines.append(
          "Nothing tells whether files and SHA256SUMS were changed together: give with --sums the hash of the list "
            + "that somebody kept elsewhere.")
      }
      return lines
    }
    if !found.hasEqualVersions {
      lines.append(
        "Other versions now: \(found.otherLibraries.joined(separator: ", ")). "
          + "Numbers may differ by \(FileDifference.tolerance).")
    }
    if found.isConceptAnother {
      lines.append(
        "The concept that was released cannot be made again to the byte; the results are compared with "
          + "what the study gives now.")
    }
    lines += found.differences.map(\.sentence)
    lines += found.notCompared.map {
      "\($0): not compared, it is no text and other versions write other bytes."
    }
    if found.differences.isEmpty {
      lines.append(
        !found.hasEqualVersions
          ? "The study was run again: every number is within \(FileDifference.tolerance)."
          : found.isSameProgram
            ? "The study was run again: every byte is the same."
            : "The study was run again: every byte is the same, but for the names of program and "
              + "catalogue.")
    } else {
      lines.append(
        "The study was run again: "
          + counted(found.differences.count, "file is", "files are") + " not the same.")
    }
    return lines
  }

  private func text(_ found: StudyVerification) -> String {
    var json = JSONText()
    json.openObject()
    json.member("folder", folder)
    json.member("files", found.fileCount)
    json.member("good", .bool(found.isGood))
    json.member("was_run", .bool(found.wasRun))
    json.member("list_was_kept", .bool(sums != nil))
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
        case .unknown: .null
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

extension StudyVerification.OtherInput {
  fileprivate var sentence: String {
    switch state {
    case .destroyed(let note):
      "\(input.name) (\(input.role)): destroyed on \(note.date) by \(note.by), on this ground: "
        + "\(note.ground). This is what the note says; it is not judged."
        + (isByNameAlone
          ? " Provenance tells no hash of the file, so the note was held against its name alone."
          : "")
    case .misnoted(.otherHash(let key)):
      "\(input.name) (\(input.role)): gone, and the note names it with another hash than the \(key) that "
        + "provenance.json has of it: another file was destroyed, or the note has a slip of the pen."
    case .misnoted(.noHash(let key)):
      "\(input.name) (\(input.role)): gone, and the note names it without the hash by which it can be known: "
        + "add the \(key) that provenance.json has of it."
    case .misnoted(.severalOfName):
      "\(input.name) (\(input.role)): gone, and the note has a name that several inputs have: write the path "
        + "as the study names it."
    case .gone:
      "\(input.name) (\(input.role)): gone. If it was destroyed when its term ended, say so in a note "
        + "and name that with --destroyed."
    case .changed:
      "\(input.name) (\(input.role)): other bytes than in the run, or the study names it no longer."
    }
  }
}
