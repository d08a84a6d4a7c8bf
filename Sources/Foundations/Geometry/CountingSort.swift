/// Sorting by numbers of 22 bits.
enum CountingSort {
  /// The places of `keys` in the order of the keys, those that are equal in their own order.
  /// - Complexity: O(keys).
  static func order(of keys: [UInt32]) -> [UInt32] {
    var keys = keys
    var places = (0..<UInt32(keys.count)).map { $0 }
    var sortedKeys = keys
    var sortedPlaces = places
    // Two rounds, the lower half of the bits first.
    for shift in [UInt32(0), 11] {
      var next = [Int](repeating: 0, count: 2_049)
      for key in keys { next[Int(key >> shift & 2_047) + 1] += 1 }
      for digit in 1...2_048 { next[digit] += next[digit - 1] }
      for index in keys.indices {
        let digit = Int(keys[index] >> shift & 2_047)
        sortedKeys[next[digit]] = keys[index]
        sortedPlaces[next[digit]] = places[index]
        next[digit] += 1
      }
      swap(&keys, &sortedKeys)
      swap(&places, &sortedPlaces)
    }
    return places
  }
}
