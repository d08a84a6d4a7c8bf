internal import Cartography
internal import Disclosure

extension Audience {
  /// For whom results are, in a text for people.
  func words(_ language: Language) -> String {
    switch (self, language) {
    case (.intern, .nl): "intern gebruik"
    case (.partners, .nl): "partners"
    case (.openbaar, .nl): "openbaar"
    case (.intern, .en): "internal use"
    case (.partners, .en): "partners"
    case (.openbaar, .en): "the public"
    }
  }
}
