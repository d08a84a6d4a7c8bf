internal import Study
internal import Tables

/// What a verification found, in sentences for people.
struct VerificationText {
  private let found: StudyVerification

  init(_ found: StudyVerification) { self.found = found }

  static let merged =
    "These are the results of several cities together, and no study makes them: to see whether they follow "
    + "from those of the cities, merge the parts again."

  static let linkage =
    "These are the results of a linkage, and no study makes them: to see whether they follow from its "
    + "registers, run 'link count' with their release again, into another folder."

  static let byAnother =
    "These are not the results of 'run': to see whether they are what their files give, make them again with the "
    + "command that made them, in another folder, and compare the lists."

  /// What was found, a line each.
  var sentences: [String] {
    var lines = [counted(found.fileCount, "file is", "files are") + " as SHA256SUMS says."]
    lines += found.passedOver.map(\.sentence)
    if found.isListKept { lines.append("SHA256SUMS is the list of which the hash was kept.") }
    guard found.isHeldAgainstStudy else {
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
    if let program { lines.append(program) }
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
      if !found.isListKept {
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
    lines.append("The study was run again: \(outcome)")
    if found.differences.isEmpty, found.isIncomplete { lines.append(vouching) }
    return lines
  }

  /// By what the results were made; nil when it is this program.
  private var program: String? {
    let now = "this is version \(ProgramVersion.text)"
    let excuse = "What is not the same below may come of that."
    return switch found.otherProgram {
    case nil: nil
    case .version(let version): "Made by version \(version) of the program; \(now). \(excuse)"
    case .noVersion:
      "What the results call the version of the program that made them is no version; \(now)."
    case .unknown:
      "The results do not say which version of the program made them; \(now). \(excuse)"
    }
  }

  /// How the new run compares.
  private var outcome: String {
    guard found.differences.isEmpty else {
      return counted(found.differences.count, "file is", "files are") + " not the same."
    }
    let numbers = found.notCompared.isEmpty ? "every number" : "every number of the other files"
    return !found.hasEqualVersions
      ? "\(numbers) is within \(FileDifference.tolerance)."
      : found.isSameProgram
        ? "every byte is the same."
        : "every byte is the same, but for the names of program and catalogue."
  }

  /// What is left when the run again cannot vouch for all of the results, and what to do.
  private var vouching: String {
    let left =
      [
        found.isConceptAnother ? "the concept that was released could not be made again" : nil,
        found.notCompared.isEmpty
          ? nil
          : found.notCompared.joined(separator: ", ")
            + (found.notCompared.count == 1 ? " was" : " were") + " not compared",
      ].compactMap(\.self).joined(separator: ", and ")
    if found.isConceptAnother, found.isSameProgram {
      return
        "The results are not verified: \(left), though program, catalogue and libraries are those of the run. The "
        + "study, one of its files or the ledger has changed since, or these are other results than those released."
    }
    if found.isListKept {
      return "The kept hash of SHA256SUMS vouches for the rest: \(left)."
    }
    return
      "The results are not verified: \(left). Give with --sums the hash of SHA256SUMS that was kept at the release, "
      + "or verify with the program, catalogue and libraries of the run."
  }
}

extension StudyVerification.OtherInput {
  var sentence: String {
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
    case .misnoted(.tooEarly(let day, let peildatum)):
      "\(input.name) (\(input.role)): gone, and the note says that it was destroyed on \(day), before the "
        + "peildatum of the study, \(peildatum). A run of the study reads its files after that, so the note is of another "
        + "file or has a slip of the pen."
    case .gone:
      "\(input.name) (\(input.role)): gone. If it was destroyed when its term ended, say so in a note "
        + "and name that with --destroyed."
    case .changed:
      "\(input.name) (\(input.role)): other bytes than in the run, or the study names it no longer."
    }
  }
}
