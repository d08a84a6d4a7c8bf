/// A count with its noun, as `1 row` or `3 rows`.
/// - Parameter plural: the plural, when it is not `word` with an `s`.
package func counted(_ count: Int, _ word: String, _ plural: String? = nil) -> String {
  "\(count) \(count == 1 ? word : plural ?? word + "s")"
}
