extension IndexSimulation {
  /// Lists that are used again for each draw. What stands in them stays as long as the next draw makes the
  /// same choices: draws that differ in one choice share most of the work.
  struct Scratch {
    /// The choices behind figures and scores.
    struct Made: Equatable {
      var stream: Int
      var sample: Int
      var normalisation = 0
      var outliers = 0
      var aggregation = 0
    }

    /// The figures of a draw, member by member; not a number where there is none.
    var figures: [Double]
    var figuresMade: Made?
    /// Their scores, in the same order.
    var scores: [Double]
    var scoresMade: Made?
    /// What is added up of the scores.
    var terms: [Double] = []
    var termsMade: Made?
    /// The sum for each area, and the weight behind it.
    var sums: [Double]
    var totals: [Double]
    /// Scores and areas in one number each.
    var keys: [UInt64]
    /// Room for putting the keys in order.
    var order = KeyOrder()
    var weights: [Double]
    /// The place of each area, in thousandths.
    var places: [Int]

    init(areas: Int, members: Int) {
      figures = Array(repeating: .nan, count: areas * members)
      scores = figures
      sums = Array(repeating: 0, count: areas)
      totals = sums
      keys = Array(repeating: 0, count: areas)
      weights = Array(repeating: 0, count: members)
      places = Array(repeating: 0, count: areas)
    }
  }
}
