extension [UInt8] {
  /// Appends bytes that lie side by side elsewhere, in one piece.
  /// - Complexity: O(bytes).
  @inlinable
  package mutating func append(copying bytes: Span<UInt8>) {
    unsafe bytes.withUnsafeBufferPointer { unsafe append(contentsOf: $0) }
  }
}
