/// The properties of the features of a collection.
///
/// Kept as one long list, so that memory stays in proportion to the file, whatever its features
/// share.
public struct GeoJSONProperties: Sendable {
  /// The names that occur, in the order in which they first do.
  public let names: [String]
  private let ordinals: [UInt32]
  private let scalars: [JSONScalar]
  private let starts: [Int]

  init(names: [String], ordinals: [UInt32], scalars: [JSONScalar], starts: [Int]) {
    self.names = names
    self.ordinals = ordinals
    self.scalars = scalars
    self.starts = starts
  }

  /// The value of a property for each feature in order: nil where the feature does not have it,
  /// `null` where the file says so. Empty when no feature has the property.
  /// - Complexity: O(features) when all have the same properties in the same order, else
  ///   O(properties of all features).
  public func values(of name: String) -> [JSONScalar?] {
    guard let ordinal = names.firstIndex(of: name).map({ UInt32($0) }) else { return [] }
    var usual = 0
    return (0..<(starts.count - 1)).map { feature in
      let slots = starts[feature]..<starts[feature + 1]
      if usual < slots.count, ordinals[slots.lowerBound + usual] == ordinal {
        return scalars[slots.lowerBound + usual]
      }
      guard let slot = ordinals[slots].firstIndex(of: ordinal) else { return nil }
      usual = slot - slots.lowerBound
      return scalars[slot]
    }
  }

  /// The properties of one feature in the order of the file, by its index.
  public func properties(ofFeature feature: Int) -> [GeoJSONProperty] {
    (starts[feature]..<starts[feature + 1]).map { slot in
      GeoJSONProperty(name: names[Int(ordinals[slot])], value: scalars[slot])
    }
  }
}

/// A named value of a feature.
public struct GeoJSONProperty: Sendable, Hashable {
  /// The name.
  public var name: String
  /// The value; ``JSONScalar/nested`` is written as `null`.
  public var value: JSONScalar
  /// Digits after the point when a ``JSONScalar/number(_:)`` is written, 0 to 12, trailing zeros
  /// too, so that readers who guess a type see the same one on every feature; nil for the shortest
  /// text that reads back as the same number.
  public var decimals: Int?

  /// Makes a property.
  public init(name: String, value: JSONScalar, decimals: Int? = nil) {
    self.name = name
    self.value = value
    self.decimals = decimals
  }
}
