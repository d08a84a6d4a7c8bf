internal import SpatialStatistics

/// How much of the variance of a result each input accounts for (Sobol 2001,
/// doi:10.1016/S0378-4754(00)00270-6).
public struct SobolIndices: Hashable, Sendable {
  /// The share that each input accounts for by itself.
  public let first: [Double]
  /// The share that each input accounts for together with what it does in combination with others.
  public let total: [Double]

  /// Estimates from sums over N pairs of samples A and B, and over samples AB_i that are A with the
  /// i-th input of B: the first order after Saltelli and others (2010, doi:10.1016/j.cpc.2009.09.018),
  /// the total after Jansen (1999, doi:10.1016/S0010-4655(98)00154-4).
  /// - Parameters:
  ///   - variance: of the result over A and B together; shares are 0 when it is 0.
  ///   - first: for each input the mean of y(B) (y(AB_i) - y(A)).
  ///   - total: for each input the mean of (y(A) - y(AB_i))².
  init(variance: Double, first: [Double], total: [Double]) {
    self.first = first.map { variance > 0 ? $0 / variance : 0 }
    self.total = total.map { variance > 0 ? $0 / (2 * variance) : 0 }
  }

  /// Estimates the shares of a function of independent inputs that are uniform from 0 to 1.
  /// - Parameters:
  ///   - inputs: how many inputs there are.
  ///   - pairs: how many pairs of samples are drawn; the function is called `inputs + 2` times for each.
  public init(inputs: Int, pairs: Int, seed: UInt64, _ function: ([Double]) -> Double) {
    var stream = RandomStream(seed: seed, inputs)
    var samples: [(a: Double, b: Double, mixed: [Double])] = []
    for _ in 0..<pairs {
      let a = (0..<inputs).map { _ in stream.uniform() }
      let b = (0..<inputs).map { _ in stream.uniform() }
      let mixed = (0..<inputs).map { input in
        var sample = a
        sample[input] = b[input]
        return function(sample)
      }
      samples.append((function(a), function(b), mixed))
    }
    let n = Double(max(pairs, 1))
    let mean = samples.reduce(0) { $0 + $1.a + $1.b } / (2 * n)
    let variance =
      samples.reduce(0) {
        $0 + ($1.a - mean) * ($1.a - mean) + ($1.b - mean) * ($1.b - mean)
      } / (2 * n)
    self.init(
      variance: variance,
      first: (0..<inputs).map { input in
        samples.reduce(0) { $0 + ($1.b - mean) * ($1.mixed[input] - $1.a) } / n
      },
      total: (0..<inputs).map { input in
        samples.reduce(0) { $0 + ($1.a - $1.mixed[input]) * ($1.a - $1.mixed[input]) } / n
      })
  }
}
