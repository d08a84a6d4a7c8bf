internal import Study

/// The option `--barriers`: a file to which barriers are added that stop a command.
enum BarrierNotes {
  /// Adds what stopped a command, and says how much it was.
  /// - Parameter file: the file that was named; nil for none.
  static func add(stopping error: any Error, to file: String?, geodata: Geodata) throws {
    guard let file else { return }
    tell(try BarrierLog(path: file).add(stopping: error, geodata: geodata), file)
  }

  /// Says how many barriers were added.
  static func tell(_ count: Int, _ file: String) {
    Terminal.error(
      count == 0
        ? "No barrier was added to \(file)."
        : "\(count) \(count == 1 ? "barrier" : "barriers") added to \(file).")
  }
}
