internal import GeoJSON
internal import Indicators

/// Members of an object in one line each, for results that are printed as JSON.
extension JSONText {
  mutating func member(_ name: String, _ value: JSONScalar) {
    self.name(name)
    appendJSON(value)
  }

  mutating func member(_ name: String, _ text: String) { member(name, .text(text)) }

  mutating func member(_ name: String, _ number: Int) { member(name, .integer(Int64(number))) }

  mutating func member(_ name: String, _ texts: [String]) {
    list(name, texts) { $0.appendJSON($1) }
  }

  mutating func member(_ name: String, _ text: LocalizedText) {
    self.name(name)
    append(text)
  }

  /// A text in both languages.
  mutating func append(_ text: LocalizedText) {
    openObject()
    member("nl", text.nl)
    member("en", text.en)
    closeObject()
  }

  /// A list, each item as `write` adds it.
  mutating func list<Item>(
    _ name: String, _ items: [Item], write: (inout JSONText, Item) -> Void
  ) {
    self.name(name)
    openArray()
    for item in items { write(&self, item) }
    closeArray()
  }

  /// A list of objects with the members that `write` adds.
  mutating func objects<Item>(
    _ name: String, _ items: [Item], write: (inout JSONText, Item) -> Void
  ) {
    list(name, items) { text, item in
      text.openObject()
      write(&text, item)
      text.closeObject()
    }
  }

  /// An object with the members that `write` adds.
  mutating func object(_ name: String, write: (inout JSONText) -> Void) {
    self.name(name)
    openObject()
    write(&self)
    closeObject()
  }

  /// What was written, as text.
  var text: String { String(decoding: bytes, as: UTF8.self) }
}
