/// A name of a table or column as it stands in a statement.
func quoted(_ name: String) -> String {
  "\"" + doubled(name, "\"") + "\""
}

/// A text as it stands in a statement. For fixed texts only; values are bound.
func literal(_ text: String) -> String {
  "'" + doubled(text, "'") + "'"
}

private func doubled(_ text: String, _ mark: Character) -> String {
  var result = ""
  for character in text.unicodeScalars {
    result.unicodeScalars.append(character)
    if Character(character) == mark { result.unicodeScalars.append(character) }
  }
  return result
}
