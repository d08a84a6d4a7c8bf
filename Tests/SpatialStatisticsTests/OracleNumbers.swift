import Foundation
import SpatialStatistics
import Testing

/// The numbers of other programs, from `Tests/Oracles/spatial_statistics.py` with its versions.
struct OracleNumbers {
  private let lines: [String: [[Double]]]

  static let all = OracleNumbers()

  private init() {
    let file = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
      .deletingLastPathComponent().appendingPathComponent("Oracles/spatial_statistics.txt")
    let text = (try? String(contentsOf: file, encoding: .utf8)) ?? ""
    var lines: [String: [[Double]]] = [:]
    for line in text.split(separator: "\n") {
      let words = line.split(separator: " ")
      lines[String(words[0]), default: []].append(words.dropFirst().map { Double($0) ?? .nan })
    }
    self.lines = lines
  }

  subscript(name: String) -> [Double] { lines[name]?.first ?? [] }
  func rows(_ name: String) -> [[Double]] { lines[name] ?? [] }

  /// The lattice of the script, binary.
  var lattice: SpatialWeights {
    get throws { try SpatialWeights(neighbours: rows("neighbours").map { $0.map { Int($0) } }) }
  }
}

/// Expects lists to be equal but for a relative difference.
func expectClose(
  _ found: [Double?], _ wanted: [Double], within tolerance: Double = 1e-9,
  _ location: SourceLocation = #_sourceLocation
) {
  #expect(found.count == wanted.count && !wanted.isEmpty, sourceLocation: location)
  for (index, (a, b)) in zip(found, wanted).enumerated() {
    let isClose = a.map { abs($0 - b) <= tolerance * max(1e-3, abs(b)) } ?? false
    #expect(isClose, "\(index): \(String(describing: a)) and \(b)", sourceLocation: location)
  }
}
