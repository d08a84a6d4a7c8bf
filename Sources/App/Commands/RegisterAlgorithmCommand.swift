internal import ArgumentParser
internal import Study

struct RegisterAlgorithmCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "register-algorithm",
    abstract: "The entry of a study in the Algoritmeregister, as JSON.",
    discussion: """
      EXAMPLE
        wijkzicht register-algorithm examples/vijf-steden/studie.yaml \\
          >algoritme.json

      Uses the names, forms and lengths of publication standard 1.0 and fills in, in Dutch, what the study \
      tells. What only your organisation can say is null, and named on standard error: what the register \
      asks of every entry, and what may stay empty. A text that is longer than the register takes is \
      refused. A study with an 'audit' is worked out in memory, to tell what the bias audit finds. Nothing \
      is sent.
      """)

  @OptionGroup var input: StudyOptions

  func run() async throws {
    let (study, geodata) = try input.load()
    // An entry of a study that cannot run would tell of data that may not be used.
    let run = StudyRun(study, geodata: geodata)
    _ = try run.check()
    let audit = try await run.wholeAudit(tasks: try Processors.tasks(nil))
    let entry = try AlgorithmEntry(run, audit: audit)
    Terminal.output(String(decoding: entry.json.dropLast(), as: UTF8.self))
    if !entry.required.isEmpty {
      Terminal.error(
        "For your organisation to fill in: \(entry.required.joined(separator: ", ")). Without these the "
          + "register refuses the entry.")
    }
    if !entry.open.isEmpty {
      Terminal.error("And, if there is something to tell: \(entry.open.joined(separator: ", ")).")
    }
  }
}
