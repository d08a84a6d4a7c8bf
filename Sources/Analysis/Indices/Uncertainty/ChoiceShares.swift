/// How much of the movement of areas each choice accounts for.
struct ChoiceShares: Sendable {
  /// Over all areas together: the sums of what each choice accounts for, divided by the sum of the
  /// variances (Gamboa and others 2014, doi:10.1214/14-EJS895).
  let overall: SobolIndices
  /// For each area with a score the choice with the largest total share; nil when it never moves.
  let mainChoice: [Choice?]

  /// What is added up over pairs of draws.
  ///
  /// A place is taken from where the area was on the map, so that numbers are small; they are whole,
  /// so sums do not depend on the order in which tasks end.
  struct Sums: Sendable {
    /// Sum, sum of squares, then for each choice the first and total product.
    fileprivate static let width = 2 + 2 * Choice.allCases.count
    fileprivate var cells: [Int]
    fileprivate var pairs = 0

    /// Before the first pair.
    init(areas: Int) { cells = Array(repeating: 0, count: areas * Self.width) }

    /// Adds a pair of draws.
    /// - Parameters:
    ///   - onMap: the place of each area on the map, in thousandths, as are the others.
    ///   - one, two: the places of the two draws.
    ///   - mixed: for each choice the places of the first draw with that choice of the second.
    mutating func add(onMap: [Int], one: [Int], two: [Int], mixed: [[Int]]) {
      pairs += 1
      for area in onMap.indices {
        let a = one[area] - onMap[area]
        let b = two[area] - onMap[area]
        let first = area * Self.width
        cells[first] += a + b
        cells[first + 1] += a * a + b * b
        for choice in mixed.indices {
          let change = mixed[choice][area] - one[area]
          cells[first + 2 + 2 * choice] += b * change
          cells[first + 3 + 2 * choice] += change * change
        }
      }
    }

    /// Adds the pairs of another task.
    mutating func add(_ other: Sums) {
      pairs += other.pairs
      for cell in cells.indices { cells[cell] += other.cells[cell] }
    }
  }

  /// The shares of all pairs together.
  init(_ sums: Sums) {
    let choices = Choice.allCases
    let n = Double(max(sums.pairs, 1))
    var variance = 0.0
    var first = [Double](repeating: 0, count: choices.count)
    var total = first
    var main: [Choice?] = []
    for area in 0..<sums.cells.count / Sums.width {
      let own = sums.cells[area * Sums.width..<(area + 1) * Sums.width].map { Double($0) / n }
      let mean = own[0] / 2
      variance += own[1] / 2 - mean * mean
      var largest: (choice: Choice, share: Double)?
      for (number, choice) in choices.enumerated() {
        first[number] += own[2 + 2 * number]
        let share = own[3 + 2 * number]
        total[number] += share
        if share > (largest?.share ?? 0) { largest = (choice, share) }
      }
      main.append(largest?.choice)
    }
    overall = SobolIndices(variance: variance, first: first, total: total)
    mainChoice = main
  }
}
