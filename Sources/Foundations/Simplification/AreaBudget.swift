internal import Geometry

/// How much larger or smaller each surface has become, and may become.
struct AreaBudget {
  private var change: [Double]
  private let limit: [Double]
  /// For each line where its users start in `users`.
  private let starts: [Int]
  /// The surfaces along each line; the sign is 1 when a surface lies to the left of the line.
  private let users: [(surface: Int32, sign: Double)]

  init(_ boundaries: SharedBoundaries, share: Double) {
    var perLine: [[(surface: Int32, sign: Double)]] = Array(
      repeating: [], count: boundaries.lines.count)
    var limit: [Double] = []
    for (place, parts) in boundaries.surfaces.enumerated() {
      var area = 0.0
      for part in parts {
        for (number, ring) in part.enumerated() {
          let signed = (try? Ring(boundaries.positions(of: ring)))?.signedArea ?? 0
          area += number == 0 ? abs(signed) : -abs(signed)
          let side = (signed < 0 ? -1.0 : 1.0) * (number == 0 ? 1 : -1)
          for stretch in ring {
            perLine[stretch.line].append((Int32(place), stretch.isReversed ? -side : side))
          }
        }
      }
      limit.append(abs(area) * share)
    }
    change = Array(repeating: 0, count: limit.count)
    self.limit = limit
    starts = perLine.reduce(into: [0]) { $0.append($0[$0.count - 1] + $1.count) }
    users = perLine.flatMap(\.self)
  }

  /// Whether all surfaces along a line may lose a triangle to its left.
  func allows(_ triangle: Double, along line: Int) -> Bool {
    users[starts[line]..<starts[line + 1]].allSatisfy { user in
      abs(change[Int(user.surface)] - user.sign * triangle) <= limit[Int(user.surface)]
    }
  }

  /// Takes a triangle from the surfaces to the left of a line and gives it to those to the right.
  mutating func spend(_ triangle: Double, along line: Int) {
    for user in users[starts[line]..<starts[line + 1]] {
      change[Int(user.surface)] -= user.sign * triangle
    }
  }
}
