internal import ArgumentParser

struct LinkCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "link",
    abstract: "Count over registers that only share pseudonyms, without a list of persons.",
    discussion: """
      Three parties: a key holder makes tokens of citizen service numbers (key, tokens); whoever links \
      gets tokens and no numbers (count); readers get protected counts. No option gives a list of \
      persons or addresses.
      """,
    subcommands: [LinkKeyCommand.self, LinkTokensCommand.self, LinkCountCommand.self])
}

struct LinkKeyCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "key",
    abstract: "Make a new key for tokens.",
    discussion: """
      EXAMPLE
        wijkzicht link key --out sleutel.txt

      64 hexadecimal digits from the random numbers of the system, readable by you alone. Registers can \
      be linked when their tokens were made with one key. Whoever has the key can find persons by their \
      tokens: keep it apart from them, and destroy it after use.
      """)

  @Option(help: "The file to write; one that is there is not replaced.")
  var out: String

  func run() throws { try KeyCommand.write(to: out) }
}
