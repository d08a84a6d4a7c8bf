internal import Bytes
internal import SpatialStatistics

/// A file with permutations that another program made: a row for each, of whole numbers with blanks, commas,
/// semicolons or tabs between them.
enum PermutationTableFile {
  /// Reads a table.
  /// - Throws: ``StatisticsProblem/permutationRow(path:row:)`` for a row that holds something else, or not as
  ///   many numbers as the first; ``StatisticsProblem/noPermutations(path:)`` for an empty file.
  static func read(_ path: String) throws -> PermutationTable {
    var rows: [[Int]] = []
    let lines = try InputFile.contents(of: path).split(omittingEmptySubsequences: false) {
      $0 == UInt8(ascii: "\n")
    }
    for (number, line) in lines.enumerated() {
      var row: [Int] = []
      for word in line.split(whereSeparator: isBetween) {
        guard let place = Int32(String(decoding: word, as: UTF8.self)), place >= 0 else {
          throw StatisticsProblem.permutationRow(path: path, row: number + 1)
        }
        row.append(Int(place))
      }
      guard !row.isEmpty else { continue }
      guard row.count == rows.first?.count ?? row.count else {
        throw StatisticsProblem.permutationRow(path: path, row: number + 1)
      }
      rows.append(row)
    }
    guard !rows.isEmpty else { throw StatisticsProblem.noPermutations(path: path) }
    return PermutationTable(rows)
  }

  private static func isBetween(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: " "), UInt8(ascii: "\t"), UInt8(ascii: "\r"), UInt8(ascii: ","),
      UInt8(ascii: ";"):
      true
    default: false
    }
  }
}
