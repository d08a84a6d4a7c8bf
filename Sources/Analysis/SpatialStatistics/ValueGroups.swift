/// The different values in ascending order, each with the weight of all its occurrences.
struct ValueGroups {
  let values: [Double]
  let weights: [Double]

  init(_ input: [WeightedValue]) {
    var values: [Double] = []
    var weights: [Double] = []
    let order = input.filter { $0.value.isFinite && $0.weight > 0 }.sorted {
      $0.value != $1.value ? $0.value < $1.value : $0.weight < $1.weight
    }
    for item in order {
      if values.last == item.value {
        weights[weights.count - 1] += item.weight
      } else {
        values.append(item.value)
        weights.append(item.weight)
      }
    }
    self.values = values
    self.weights = weights
  }

  /// The groups with which the classes of equal weight begin.
  ///
  /// A class begins at the first value below which at least k/classes of the weight lies.
  func quantileStarts(_ classes: Int) -> [Int] {
    let total = weights.reduce(0, +)
    var starts = [0]
    var below = 0.0
    var nextClass = 1
    for index in values.indices {
      // A grain of tolerance, so that sums of thirds and the like do not decide.
      while nextClass < classes,
        below >= total * Double(nextClass) / Double(classes) - total * 1e-12
      {
        if starts.last != index { starts.append(index) }
        nextClass += 1
      }
      below += weights[index]
    }
    return starts
  }

  /// The groups with which the classes of least squared distance begin.
  ///
  /// W. D. Fisher, On grouping for maximum homogeneity, 1958, doi:10.1080/01621459.1958.10501479: the
  /// best division of the first j values follows from the best divisions of fewer. Each row of that
  /// table is filled by divide and conquer, since the best last start never moves back.
  func optimalStarts(_ classes: Int) -> [Int] {
    let n = values.count
    let sums = PrefixSums(values: values, weights: weights)
    var cost = (0..<n).map { sums.spread(0, $0) }
    var lastStart: [[Int32]] = []
    for division in 1..<max(classes, 1) {
      var next = [Double](repeating: .infinity, count: n)
      var chosen = [Int32](repeating: 0, count: n)
      // Of the last division only the one of all values is asked for.
      let low = division == classes - 1 ? n - 1 : 0
      var pending = [(low: low, high: n - 1, first: 0, last: n - 1)]
      while let part = pending.popLast() {
        guard part.low <= part.high else { continue }
        let middle = (part.low + part.high) / 2
        var best = middle
        for start in part.first...max(part.first, min(middle, part.last)) where start <= middle {
          let total = (start == 0 ? 0 : cost[start - 1]) + sums.spread(start, middle)
          if total < next[middle] {
            next[middle] = total
            best = start
          }
        }
        chosen[middle] = Int32(best)
        pending.append((part.low, middle - 1, part.first, best))
        pending.append((middle + 1, part.high, best, part.last))
      }
      cost = next
      lastStart.append(chosen)
    }
    var starts: [Int] = []
    var end = n - 1
    for chosen in lastStart.reversed() {
      let start = Int(chosen[end])
      starts.append(start)
      if start == 0 { break }
      end = start - 1
    }
    if starts.last != 0 { starts.append(0) }
    return starts.reversed()
  }
}

/// Sums from which the spread of any run of values follows at once.
private struct PrefixSums {
  private var weight: [Double] = [0]
  private var first: [Double] = [0]
  private var second: [Double] = [0]

  init(values: [Double], weights: [Double]) {
    // Counted from the middle value, so that large numbers with small differences keep their digits.
    let origin = values.isEmpty ? 0 : values[values.count / 2]
    for (value, w) in zip(values, weights) {
      let x = value - origin
      weight.append(weight[weight.count - 1] + w)
      first.append(first[first.count - 1] + w * x)
      second.append(second[second.count - 1] + w * x * x)
    }
  }

  /// The weighted squared distances of the values `low` to `high` to their mean.
  func spread(_ low: Int, _ high: Int) -> Double {
    let w = weight[high + 1] - weight[low]
    let s = first[high + 1] - first[low]
    return max((second[high + 1] - second[low]) - s * s / w, 0)
  }
}
