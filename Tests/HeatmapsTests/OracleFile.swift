import Foundation

/// The rows of a file in `Tests/Oracles`, the header first left out.
func oracle(_ name: String) throws -> [[String]] {
  let path = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
    .appendingPathComponent("../Oracles/\(name)").standardizedFileURL.path
  return try String(contentsOfFile: path, encoding: .utf8).split(separator: "\n").dropFirst().map {
    $0.split(separator: ",", omittingEmptySubsequences: false).map {
      $0.trimmingCharacters(in: .whitespaces)
    }
  }
}

/// Whether two numbers are equal to within a share of the second.
func isNear(_ a: Double, _ b: Double, _ tolerance: Double) -> Bool {
  abs(a - b) <= tolerance * abs(b)
}
