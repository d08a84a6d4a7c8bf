import Foundation

/// The numbers of other programs, from `Tests/Oracles/indices.py` with its versions.
enum OracleNumbers {
  private static let lists: [String: [Double]] = {
    let path = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
      .deletingLastPathComponent().appendingPathComponent("Oracles/indices.txt")
    let text = (try? String(contentsOf: path, encoding: .utf8)) ?? ""
    var lists: [String: [Double]] = [:]
    for line in text.split(separator: "\n") {
      let words = line.split(separator: " ")
      lists[String(words[0])] = words.dropFirst().compactMap { Double($0) }
    }
    return lists
  }()

  static func list(_ name: String) -> [Double] { lists[name] ?? [] }
}

/// Whether two lists are equal but for the last digits; empty lists are not.
func agree(_ a: [Double], _ b: [Double], within tolerance: Double = 1e-9) -> Bool {
  a.count == b.count && !a.isEmpty
    && zip(a, b).allSatisfy { abs($0 - $1) <= tolerance * max(1, abs($1)) }
}
