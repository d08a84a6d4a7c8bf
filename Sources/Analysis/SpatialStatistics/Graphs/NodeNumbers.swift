/// Which nodes of boundaries lie at the same place: each place has a number.
struct NodeNumbers {
  /// The number of the place of each node.
  private(set) var numbers: [Int32]
  /// How many places there are.
  private(set) var count: Int

  /// Numbers of places with exactly the same coordinates.
  ///
  /// A common boundary is walked along: where the last node lay at a node that was seen before, the
  /// next one is looked for beside that, and in the table of all nodes only when it is not there.
  static func exact(_ outlines: Outlines) -> NodeNumbers {
    let x = outlines.x.span
    let y = outlines.y.span
    let total = x.count
    var bits = 4
    while 1 << bits < total + total / 2 { bits += 1 }
    let mask = 1 << bits - 1
    // The first node at each place, by the hash of its coordinates.
    var rows = [Int32](repeating: -1, count: 1 << bits)
    var found = [Int32](repeating: 0, count: total)
    var count = 0
    var table = rows.mutableSpan
    var numbers = found.mutableSpan
    for ring in 0..<(outlines.ringStarts.count - 1) {
      // The earlier node at the place of the node before, and the direction in which it was walked.
      var before = -1
      var step = -1
      for node in outlines.ringStarts[ring]..<outlines.ringStarts[ring + 1] {
        if before >= 0 {
          var next = before + step
          if next >= 0, next < node, x[next] == x[node], y[next] == y[node] {
            numbers[node] = numbers[next]
            before = next
            continue
          }
          next = before - step
          if next >= 0, next < node, x[next] == x[node], y[next] == y[node] {
            numbers[node] = numbers[next]
            before = next
            step = -step
            continue
          }
        }
        var slot = Int(truncatingIfNeeded: hash(x[node], y[node]) >> UInt64(64 - bits))
        while true {
          let known = Int(table[slot])
          if known < 0 {
            table[slot] = Int32(node)
            numbers[node] = Int32(count)
            count += 1
            before = -1
            break
          }
          if x[known] == x[node], y[known] == y[node] {
            numbers[node] = numbers[known]
            before = known
            break
          }
          slot = (slot + 1) & mask
        }
      }
    }
    return NodeNumbers(numbers: found, count: count)
  }

  /// Numbers of places where a node at most `distance` from an earlier place belongs to that place;
  /// of several, to the nearest.
  static func snapped(_ outlines: Outlines, _ distance: Double) -> NodeNumbers {
    let exact = exact(outlines)
    var cells: [Cell: [Int32]] = [:]
    var places: [(x: Double, y: Double)] = []
    var placeOf = [Int32](repeating: -1, count: exact.count)
    var numbers = exact.numbers
    for node in numbers.indices {
      let known = Int(exact.numbers[node])
      if placeOf[known] < 0 {
        let x = outlines.x[node]
        let y = outlines.y[node]
        let cell = Cell(
          column: (x / distance).rounded(.down), row: (y / distance).rounded(.down))
        var best = (squared: distance * distance, place: Int32(-1))
        for row in -1...1 {
          for column in -1...1 {
            let near = Cell(column: cell.column + Double(column), row: cell.row + Double(row))
            for place in cells[near] ?? [] {
              let dx = places[Int(place)].x - x
              let dy = places[Int(place)].y - y
              let squared = dx * dx + dy * dy
              if squared < best.squared || squared == best.squared && best.place < 0 {
                best = (squared, place)
              }
            }
          }
        }
        if best.place < 0 {
          best.place = Int32(places.count)
          places.append((x, y))
          cells[cell, default: []].append(best.place)
        }
        placeOf[known] = best.place
      }
      numbers[node] = placeOf[known]
    }
    return NodeNumbers(numbers: numbers, count: places.count)
  }

  private struct Cell: Hashable {
    let column: Double
    let row: Double
  }

  @inline(__always)
  private static func hash(_ x: Double, _ y: Double) -> UInt64 {
    var h = x.bitPattern &* 0x9E37_79B9_7F4A_7C15
    h = (h ^ (h >> 32)) &+ y.bitPattern &* 0xC2B2_AE3D_27D4_EB4F
    h = (h ^ (h >> 29)) &* 0xBF58_476D_1CE4_E5B9
    return h ^ (h >> 32) &* 0x9E37_79B9_7F4A_7C15
  }
}
