// Times kernel densities and optimal classes, and writes the results for a comparison with peers.
// Usage: density POINTS.csv VALUES.csv DENSITY.bin EDGES.txt
import Foundation
import Wijkzicht

func numbers(_ path: String) throws -> [[Double]] {
  try String(contentsOfFile: path, encoding: .utf8).split(separator: "\n").map {
    $0.split(separator: ",").compactMap { Double($0) }
  }.filter { !$0.isEmpty }
}

let arguments = CommandLine.arguments
let positions = try numbers(arguments[1]).map { Position(x: $0[0], y: $0[1]) }
let frame = try CellFrame(
  around: Box(minX: -15_000, minY: -15_000, maxX: 15_000, maxY: 15_000), cellSize: 60)
let clock = ContinuousClock()

for kernel in Kernel.allCases {
  for bandwidth in [500.0, 1000, 2000] {
    for tasks in [1, 2] {
      var best = Duration.seconds(1_000)
      for _ in 0..<3 {
        let start = clock.now
        // Gathering the points is part of the work.
        let points = try HeatmapPoints(positions)
        let values = try await Heatmap.sums(
          of: points, kernel: kernel, bandwidth: bandwidth, on: frame, tasks: tasks)
        best = min(best, clock.now - start)
        if kernel == .epanechnikov, bandwidth == 1000 {
          let bytes = values.withUnsafeBytes { Data($0) }
          try bytes.write(to: URL(fileURLWithPath: arguments[3]))
        }
      }
      print("\(kernel.rawValue), \(tasks) task(s), h = \(Int(bandwidth)): \(best)")
    }
  }
}

let values = try numbers(arguments[2]).map { WeightedValue(value: $0[0], weight: 1) }
var lines: [String] = []
for classes in [5, 7] {
  var best = Duration.seconds(1_000)
  var edges: [Double] = []
  for _ in 0..<9 {
    let start = clock.now
    edges = ClassBreaks(values, classes: classes, method: .optimal).edges
    best = min(best, clock.now - start)
  }
  print("optimal classes, k = \(classes): \(best)")
  lines.append(edges.map { "\($0)" }.joined(separator: " "))
}
try lines.joined(separator: "\n").write(toFile: arguments[4], atomically: true, encoding: .utf8)
