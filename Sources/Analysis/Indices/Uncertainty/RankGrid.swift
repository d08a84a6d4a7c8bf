/// Numbers in ascending order, with a grid of equal steps over them: how many lie below another is found
/// without halving the whole list.
struct RankGrid: Sendable {
  private let sorted: [Double]
  private let least: Double
  private let perStep: Double
  private let last: Double
  /// For each step the numbers before it, and at the end all.
  private let starts: [Int32]

  /// Takes numbers in ascending order, one or more.
  init(_ sorted: [Double]) {
    self.sorted = sorted
    let least = sorted.first ?? 0
    let scale = Double(sorted.count) / ((sorted.last ?? 0) - least)
    // A range that is nothing or without end is one step.
    let steps = scale.isFinite && scale > 0 ? sorted.count : 1
    self.least = least
    perStep = steps > 1 ? scale : 0
    last = Double(steps - 1)
    var counts = [Int32](repeating: 0, count: steps + 1)
    for number in sorted {
      counts[1 + Self.step(number, least: least, perStep: perStep, last: last)] += 1
    }
    for step in 0..<steps { counts[step + 1] += counts[step] }
    starts = counts
  }

  /// The step of a number. It never falls as the number grows, so numbers of an earlier step are smaller.
  @inline(__always)
  private static func step(_ number: Double, least: Double, perStep: Double, last: Double) -> Int {
    let steps = (number - least) * perStep
    return steps >= 0 ? Int(min(steps, last)) : 0
  }

  /// How many numbers are smaller.
  /// - Complexity: O(1) where the numbers are spread evenly, O(log numbers) at most.
  @inline(__always)
  func countBelow(_ number: Double) -> Int {
    let step = Self.step(number, least: least, perStep: perStep, last: last)
    var start = Int(starts[step])
    var end = Int(starts[step + 1])
    while start < end {
      let middle = (start + end) / 2
      if sorted[middle] < number { start = middle + 1 } else { end = middle }
    }
    return start
  }
}
