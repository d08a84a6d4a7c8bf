internal import Foundation

/// A value of JSON that holds no others, and where it stands.
struct JSONLeaf {
  /// The names of fields from the whole to the value; of a list the place, counted from 1.
  let path: [String]
  /// A text, a number, a truth or null.
  let value: Any

  /// The path for people.
  var name: String { path.joined(separator: ".") }

  /// The name under which it stands, also when it is one of a list.
  var key: String { path.last { Int($0) == nil } ?? "" }

  /// The values of a text with JSON, in no order; none when it is no JSON.
  static func all(in json: Data) -> [JSONLeaf] {
    guard let whole = try? JSONSerialization.jsonObject(with: json) else { return [] }
    var leaves: [JSONLeaf] = []
    add(whole, at: [], to: &leaves)
    return leaves
  }

  private static func add(_ value: Any, at path: [String], to leaves: inout [JSONLeaf]) {
    switch value {
    case let object as [String: Any]:
      for (name, value) in object { add(value, at: path + [name], to: &leaves) }
    case let list as [Any]:
      // With a place as wide for each, so that the tenth does not stand before the second.
      let width = String(list.count).count
      for (place, value) in list.enumerated() {
        let number = String(place + 1)
        let zeros = String(repeating: "0", count: width - number.count)
        add(value, at: path + [zeros + number], to: &leaves)
      }
    default: leaves.append(JSONLeaf(path: path, value: value))
    }
  }
}
