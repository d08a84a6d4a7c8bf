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

      Uses the names of publication standard 1.0 and fills in, in Dutch, what the study tells. What only \
      your organisation can say is null, and named on standard error. Nothing is sent.
      """)

  @OptionGroup var input: StudyOptions

  func run() async throws {
    let (study, geodata) = try input.load()
    // An entry of a study that cannot run would tell of data that may not be used.
    _ = try StudyRun(study, geodata: geodata).check()
    let entry = AlgorithmEntry(study, geodata: geodata)
    Terminal.output(String(decoding: entry.json.dropLast(), as: UTF8.self))
    if !entry.open.isEmpty {
      Terminal.error("For your organisation to fill in: \(entry.open.joined(separator: ", ")).")
    }
  }
}
