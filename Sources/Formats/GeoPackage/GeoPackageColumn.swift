/// A column of a layer to be written.
public struct GeoPackageColumn: Sendable, Hashable {
  /// What a column holds; every column may also hold ``GeoPackageValue/null``.
  public enum ValueType: Sendable, Hashable {
    /// Texts.
    case text
    /// Whole numbers of 64 bits.
    case integer
    /// Finite numbers; whole numbers are taken too.
    case real
  }

  /// The name of the column.
  public let name: String
  /// What it holds.
  public let type: ValueType
  /// The title for people, shown by programs that know the schema extension; may be empty.
  public let title: String

  /// Makes a column; names are checked when a layer is made of it.
  public init(name: String, type: ValueType, title: String = "") {
    self.name = name
    self.type = type
    self.title = title
  }

  /// Whether the column may hold `value`.
  func holds(_ value: GeoPackageValue) -> Bool {
    switch (type, value) {
    case (_, .null), (.text, .text), (.integer, .integer), (.real, .integer): true
    case (.real, .real(let number)): number.isFinite
    default: false
    }
  }

  /// The type as GeoPackage names it.
  var declaration: String {
    switch type {
    case .text: "TEXT"
    case .integer: "INTEGER"
    case .real: "REAL"
    }
  }
}
