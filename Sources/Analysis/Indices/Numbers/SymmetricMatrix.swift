/// The eigenvalues and eigenvectors of a symmetric matrix, by Jacobi's rotations (Golub and Van Loan,
/// Matrix Computations, section 8.5).
struct SymmetricMatrix {
  /// The eigenvalues, largest first.
  let eigenvalues: [Double]
  /// The eigenvectors in the same order, of length 1; the largest part of each is above zero.
  let eigenvectors: [[Double]]

  /// Decomposes a matrix given by its rows.
  /// - Complexity: O(n³) per sweep, less than ten sweeps.
  init(_ rows: [[Double]]) {
    var a = rows
    let n = rows.count
    var v = (0..<n).map { i in (0..<n).map { $0 == i ? 1.0 : 0.0 } }
    for _ in 0..<60 {
      var rest = 0.0
      for p in 0..<n { for q in 0..<n where p != q { rest += a[p][q] * a[p][q] } }
      guard rest > 1e-30 else { break }
      for p in 0..<n {
        for q in (p + 1)..<max(n, p + 1) where a[p][q] != 0 {
          let theta = (a[q][q] - a[p][p]) / (2 * a[p][q])
          let size = 1 / (abs(theta) + (theta * theta + 1).squareRoot())
          let t = theta < 0 ? -size : size
          let c = 1 / (t * t + 1).squareRoot()
          let s = t * c
          for k in 0..<n {
            let (kp, kq) = (a[k][p], a[k][q])
            a[k][p] = c * kp - s * kq
            a[k][q] = s * kp + c * kq
          }
          for k in 0..<n {
            let (pk, qk) = (a[p][k], a[q][k])
            a[p][k] = c * pk - s * qk
            a[q][k] = s * pk + c * qk
            let (kp, kq) = (v[k][p], v[k][q])
            v[k][p] = c * kp - s * kq
            v[k][q] = s * kp + c * kq
          }
        }
      }
    }
    let order = (0..<n).sorted { (-a[$0][$0], $0) < (-a[$1][$1], $1) }
    eigenvalues = order.map { a[$0][$0] }
    eigenvectors = order.map { column in
      let vector = v.map { $0[column] }
      let largest = vector.max { abs($0) < abs($1) } ?? 0
      return largest < 0 ? vector.map { -$0 } : vector
    }
  }
}
