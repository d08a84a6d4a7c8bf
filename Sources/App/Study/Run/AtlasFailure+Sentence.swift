internal import Atlas

extension AtlasPage.Failure {
  var parts: (path: String, sentence: String) {
    let path = "geodata/atlas/\(AtlasPage.source)"
    return switch self {
    case .noPlace(let name): (path, "the page has no place {{\(name)}}; put it back.")
    case .unknownPlace(let name): (path, "there is nothing to put at {{\(name)}}.")
    case .endsItself(let file, let text):
      (
        "geodata/atlas/\(file)",
        "the text '\(text)' would end the file where it is put in the page."
      )
    }
  }
}
