internal import ArgumentParser
internal import Bytes
internal import CSV
internal import Geocoding
internal import Keys
internal import Linkage
internal import Study
internal import Tables

struct LinkTokensCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "tokens",
    abstract: "Put tokens in the place of citizen service numbers; for the holder of the key.",
    discussion: """
      EXAMPLE
        wijkzicht link tokens uitkeringen.csv --key sleutel.txt --column bsn \\
          --keep begin --keep eind --keep wijk_betaaladres --keep adres_type \\
          --out uitkeringen_tokens.csv

      A token is HMAC-SHA256 of the nine digits of the number, as 64 hexadecimal digits: the same number \
      and key give the same token, and without the key nobody can make or undo it. Columns that are not \
      named with --keep stay behind. Kept are only those that 'link count' reads (days, codes of a wijk or \
      gemeente, status, scheme, kind of address): another one is refused, and a cell that does not say \
      such a thing is left empty and counted; so no address or name comes to stand beside a token. Rows without a number \
      that passes the 11-test are left out and counted; a column with such numbers in fewer than half of its \
      filled cells is refused.

      The key is a file of at least 32 bytes, 8 of them different, that nobody but its owner can read; \
      'wijkzicht link key' makes one. Its text is the key, without line breaks at its end.

      WORK FILE: tokens are personal data (pseudonymous). The output is readable by you alone, and does \
      not belong in a folder for publication.
      """)

  @Argument(help: "The records: CSV (also .gz) or XLSX.")
  var records: String

  @Option(help: "The file with the key.")
  var key: String

  @Option(help: "The column with citizen service numbers.")
  var column: String

  @Option(help: "A column to copy; repeat for more. All others stay behind.")
  var keep: [String] = []

  @Option(help: "The CSV file to write.")
  var out: String

  func run() throws {
    // What is found wrong at the end must not have been printed before.
    guard out != "-" else { throw ValidationError("--out -: name a file.") }
    for path in [records, key] where PathTarget.isSameFile(out, path) {
      throw ValidationError("--out names a file that is read; name another file.")
    }
    if PathTarget.hasNeighbour(out, name: StudyResults.mark) {
      throw ValidationError(
        "--out lies in a folder with results of a study. A work file does not belong there; name "
          + "another folder.")
    }
    let writer = try TokenWriter(
      try RecordSource.open(records), column: column, kept: keep,
      key: PseudonymKey(try SecretKey(path: key)))
    var file = try OutputFile(path: out, access: .ownerOnly)
    let counts = try writer.write { try file.write($0) }
    try file.commit()
    Terminal.error("\(counted(counts.written, "row")) with a token.")
    if counts.withoutNumber > 0 {
      Terminal.error(
        "Left out: \(counted(counts.withoutNumber, "row")) without a number that passes the 11-test."
      )
    }
    for (column, cells) in counts.unread {
      Terminal.error(
        "Left empty in '\(column)': \(counted(cells, "cell")) that 'link count' does not read."
      )
    }
    if counts.ragged > 0 {
      Terminal.error("Left out: \(counted(counts.ragged, "row")) with another number of fields.")
    }
  }
}
