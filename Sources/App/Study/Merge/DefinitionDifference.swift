internal import Foundation

/// The first field that is not the same in two definitions.
struct DefinitionDifference {
  /// The path of the field, its names joined by dots.
  let name: String
  let first: String
  let second: String

  /// Compares two definitions field by field, in the order of the names of fields.
  init<Definition: Encodable>(_ one: Definition, _ other: Definition) {
    let (own, its) = (Self.fields(one), Self.fields(other))
    let names = Set(own.keys).union(its.keys).sorted()
    let name = names.first { own[$0] != its[$0] }
    self.name = name.map { "field " + $0 } ?? "definition"
    first = name.map { own[$0] ?? "nothing" } ?? ""
    second = name.map { its[$0] ?? "nothing" } ?? ""
  }

  private static func fields(_ definition: some Encodable) -> [String: String] {
    guard let data = try? JSONEncoder().encode(definition),
      let object = try? JSONSerialization.jsonObject(with: data)
    else { return [:] }
    var fields: [String: String] = [:]
    add(object, at: "", to: &fields)
    return fields
  }

  private static func add(_ value: Any, at path: String, to fields: inout [String: String]) {
    func inner(_ name: String) -> String { path.isEmpty ? name : path + "." + name }
    switch value {
    case let object as [String: Any]:
      for (name, value) in object { add(value, at: inner(name), to: &fields) }
    case let list as [Any]:
      // With a place as wide for each, so that the tenth does not stand before the second.
      for (place, value) in list.enumerated() {
        let number = String(place + 1)
        let zeros = String(repeating: "0", count: max(0, String(list.count).count - number.count))
        add(value, at: inner(zeros + number), to: &fields)
      }
    case let text as String: fields[path] = "'\(text)'"
    default: fields[path] = "\(value)"
    }
  }
}
