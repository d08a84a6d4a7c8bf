internal import ArgumentParser
internal import Bytes

#if canImport(Glibc)
  internal import Glibc
#else
  internal import Darwin
#endif

/// How errors reach the user: one sentence on standard error, and an exit code.
enum Failure {
  /// Nothing could be run.
  static let couldNotRun: Int32 = 2
  /// It ran, and found problems that the user asked to be told about.
  static let foundProblems: Int32 = 1

  /// What helps when an argument is one too many: two files behind one `--areas`, mostly made by the shell
  /// from a star.
  private static func hint(_ message: String, arguments: [String]) -> String? {
    guard message.contains("Unexpected argument") || message.contains("unexpected arguments"),
      arguments.contains("--areas")
    else { return nil }
    return "Each file of areas has an --areas of its own: --areas A --areas B."
  }

  /// Prints the error and ends the program.
  static func end(with error: any Error) -> Never {
    if let code = error as? ExitCode { exit(code.rawValue) }
    if case .cannotWrite(_, EPIPE)? = error as? FileError { exit(0) }
    let code = RootCommand.exitCode(for: error)
    if code.isSuccess {
      Terminal.output(RootCommand.fullMessage(for: error))
      exit(0)
    }
    if let text = ErrorText.sentence(error) {
      Terminal.error("wijkzicht: \(text)")
      exit(couldNotRun)
    }
    let message = RootCommand.fullMessage(for: error)
    Terminal.error(message)
    if let hint = hint(message, arguments: CommandLine.arguments) { Terminal.error(hint) }
    exit(couldNotRun)
  }
}
