internal import ArgumentParser
internal import Bytes
internal import Keys

struct KeyCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "key",
    abstract: "Make a new key, by which a study knows its inputs again and nobody else.",
    discussion: """
      EXAMPLE
        wijkzicht key --out sleutel.key

      64 hexadecimal digits from the random numbers of the system, in a file that you alone can read. A \
      study names it ('key: sleutel.key'): inputs that are not open then stand in its results by a code \
      that nobody can make without the key. Their plain hash would let anybody try out what a small file \
      holds.

      Keep the key as long as the results have to be verified, outside the folder with results, and give \
      it to nobody who may not know the inputs. Cities whose results are merged can only see that they \
      counted one file when they have one key.
      """)

  @Option(help: "The file to write; one that is there is not replaced.")
  var out: String

  func run() throws { try Self.write(to: out) }

  /// Makes a key in a new file.
  static func write(to out: String) throws {
    guard !PathTarget.exists(out) else {
      throw ValidationError(
        "--out '\(out)': the file is there already; a key is not replaced. Name another.")
    }
    var file = try OutputFile(path: out, access: .ownerOnly)
    try file.write(SecretKey.fresh())
    try file.commit()
  }
}
