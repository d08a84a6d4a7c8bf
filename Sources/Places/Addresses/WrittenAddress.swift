/// An address as somebody wrote it, in as many parts as are known.
public struct WrittenAddress: Hashable, Sendable {
  /// The postcode, however it is written.
  public var postcode: String
  /// The street, perhaps with the number behind it.
  public var street: String
  /// The house number, perhaps with its addition.
  public var number: String
  /// The letter, where it stands by itself.
  public var letter: String
  /// The addition, where it stands by itself.
  public var addition: String
  /// The place, or the gemeente.
  public var place: String
  /// A whole address in one text.
  public var whole: String
  /// An identification of the BAG.
  public var identifier: String

  /// Takes the parts that are known.
  public init(
    postcode: String = "", street: String = "", number: String = "", letter: String = "",
    addition: String = "", place: String = "", whole: String = "", identifier: String = ""
  ) {
    self.postcode = postcode
    self.street = street
    self.number = number
    self.letter = letter
    self.addition = addition
    self.place = place
    self.whole = whole
    self.identifier = identifier
  }

  /// The parts one behind the other, and where each stands; empty parts are absent.
  public var record: (bytes: [UInt8], fields: AddressFields) {
    var bytes: [UInt8] = []
    var fields = AddressFields()
    func add(_ text: String, _ field: WritableKeyPath<AddressFields, Range<Int>?>) {
      let start = bytes.count
      bytes.append(contentsOf: text.utf8)
      fields[keyPath: field] = text.isEmpty ? nil : start..<bytes.count
    }
    add(postcode, \.postcode)
    add(street, \.street)
    add(number, \.number)
    add(letter, \.letter)
    add(addition, \.addition)
    add(place, \.place)
    add(whole, \.whole)
    add(identifier, \.identifier)
    return (bytes, fields)
  }
}
