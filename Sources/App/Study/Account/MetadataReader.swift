/// Reads the key `metadata` of a study.
enum MetadataReader {
  static func read(_ root: YAMLMap) -> MetadataSpecification {
    var metadata = MetadataSpecification()
    guard let map = root.map("metadata") else { return metadata }
    map.allow([
      "organisation", "email", "licence", "identifier", "address", "scale", "keywords",
    ])
    metadata.organisation = map.text("organisation")
    metadata.email = text(
      map, "email", emailForm, allowed: isEmail)
    metadata.licence = address(map, "licence")
    metadata.address = address(map, "address")
    metadata.identifier = map.text("identifier")
    if let node = map["scale"] {
      metadata.scale = map.integer("scale")
      if let scale = metadata.scale, !scales.contains(scale) {
        map.document.note(
          .wrongType(key: "scale", expected: "the number below the line, such as 25000"), node)
        metadata.scale = nil
      }
    }
    metadata.keywords = map.texts("keywords")
    return metadata
  }

  private static func address(_ map: YAMLMap, _ key: String) -> String? {
    text(map, key, addressForm, allowed: isAddress)
  }

  /// The numbers below the line of a scale.
  static let scales = 100...10_000_000

  static let emailForm = "an address as geo@gemeente.nl, of a department and not of a person"

  static func isEmail(_ text: String) -> Bool {
    text.wholeMatch(of: /[^@\s]+@[^@\s]+\.[^@\s]+/) != nil
  }

  static let addressForm = "an address that begins with https://"

  static func isAddress(_ text: String) -> Bool {
    text.wholeMatch(of: /https?:\/\/[^\s\/]+\S*/) != nil
  }

  private static func text(
    _ map: YAMLMap, _ key: String, _ expected: String, allowed: (String) -> Bool
  ) -> String? {
    guard let text = map.text(key) else { return nil }
    guard allowed(text) else {
      map.document.note(.wrongType(key: key, expected: expected), map[key])
      return nil
    }
    return text
  }
}
