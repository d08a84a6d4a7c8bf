#if canImport(Glibc)
  internal import Glibc
#else
  internal import Darwin
#endif

/// Inner edges of classes that follow from sums of the values.
extension ValueGroups {
  private func mean(from first: Int) -> (mean: Double, weight: Double) {
    let origin = values[first]
    var (sum, weight) = (0.0, 0.0)
    for index in first..<values.count {
      sum += weights[index] * (values[index] - origin)
      weight += weights[index]
    }
    return (origin + sum / weight, weight)
  }

  /// Edges one standard deviation apart, laid out evenly around the mean.
  func deviationEdges(_ classes: Int) -> [Double] {
    let (mean, weight) = mean(from: 0)
    var squares = 0.0
    for (value, w) in zip(values, weights) { squares += w * (value - mean) * (value - mean) }
    let deviation = (squares / weight).squareRoot()
    return (1..<max(classes, 1)).map { mean + (Double($0) - Double(classes) / 2) * deviation }
  }

  /// The mean, the mean of what lies above it, and so on.
  func headTailEdges(_ classes: Int) -> [Double] {
    var edges: [Double] = []
    var first = 0
    while edges.count < classes - 1, values.count - first > 1 {
      let (mean, weight) = mean(from: first)
      guard let head = values[first...].firstIndex(where: { $0 >= mean }), head > first else {
        break
      }
      edges.append(mean)
      guard weights[head...].reduce(0, +) <= 0.4 * weight else { break }
      first = head
    }
    return edges
  }

  /// The fences and quarters of a box plot.
  func boxEdges(_ classes: Int) -> [Double] {
    let starts = quantileStarts(4)
    let total = weights.reduce(0, +)
    func quarter(_ number: Int) -> Double {
      var below = 0.0
      for index in values.indices {
        if below >= total * Double(number) / 4 - total * 1e-12 { return values[index] }
        below += weights[index]
      }
      return values[starts[starts.count - 1]]
    }
    let (low, middle, high) = (quarter(1), quarter(2), quarter(3))
    let fence = 1.5 * (high - low)
    var edges = [low - fence, low, middle, high, high + fence].filter {
      $0 > values[0] && $0 < values[values.count - 1]
    }
    if edges.count > classes - 1, edges.first == low - fence { edges.removeFirst() }
    while edges.count > max(classes - 1, 0) { edges.remove(at: edges.count / 2) }
    return edges
  }

  /// All edges, the outer ones too, at multiples of the smallest round step that gives no more classes.
  func prettyEdges(_ classes: Int) -> [Double] {
    let (first, last) = (values[0], values[values.count - 1])
    var power = Int(log10((last - first) / Double(classes)).rounded(.down)) - 1
    while true {
      for digit in [1.0, 2, 5] {
        let unit = pow(10, Double(abs(power)))
        func multiple(_ count: Double) -> Double {
          power < 0 ? count * digit / unit : count * digit * unit
        }
        let step = multiple(1)
        let low = (first / step).rounded(.down)
        // A value on an edge belongs to the class above, but the last class holds its upper edge.
        let high = max((last / step).rounded(.up), low + 1)
        if high - low <= Double(classes) || power > 300 {
          return (0...Int(high - low)).map { multiple(low + Double($0)) }
        }
      }
      power += 1
    }
  }
}
