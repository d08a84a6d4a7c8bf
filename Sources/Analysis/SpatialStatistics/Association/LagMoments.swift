/// The mean and variance of an area's lag over all ways to put the other areas' values around it.
///
/// With n areas the n − 1 others have mean μ and variance σ² (divided by n − 1); then E = w μ and
/// Var = σ² ((n − 1) Σw² − w²) / (n − 2), w the sum of the weights. These are the moments of Sokal, Oden
/// and Thomson 1998, doi:10.1111/j.1538-4632.1998.tb00406.x (equations A7 and A8), and of Ord and Getis
/// 1995, doi:10.1111/j.1538-4632.1995.tb00912.x.
struct LagMoments {
  let expected: Double
  let variance: Double

  /// `mean` and `variance` are those of the others' values.
  init(weights: ArraySlice<Double>, mean: Double, variance spread: Double, count: Int) {
    var sum = 0.0
    var squares = 0.0
    for w in weights {
      sum += w
      squares += w * w
    }
    let n = Double(count)
    expected = sum * mean
    let room = (n - 1) * squares - sum * sum
    // With equal weights for all others nothing can vary; what is left then is rounding.
    variance = count > 2 && room > sum * sum * 1e-12 ? spread * room / (n - 2) : 0
  }

  /// How many standard deviations a lag lies above what is expected; nil when it cannot vary.
  func z(_ lag: Double) -> Double? {
    variance > 0 ? (lag - expected) / variance.squareRoot() : nil
  }
}
