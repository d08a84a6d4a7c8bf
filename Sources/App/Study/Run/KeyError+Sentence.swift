internal import Keys

extension KeyError {
  /// The error as a path and a sentence.
  var parts: (path: String, sentence: String) {
    switch self {
    case .file(let error): (error.path, error.sentence)
    case .isNoFile(let path): (path, "the key must be a plain file.")
    case .ofAnother(let path):
      (path, "the file with the key belongs to another user. Only its owner may use it.")
    case .readable(let path):
      (path, "others than its owner can read or write the key. Make it private: chmod 600.")
    case .tooShort(let path):
      (
        path,
        "the key has fewer than \(SecretKey.minimumLength) bytes. Make one with 'wijkzicht key', "
          + Self.making
      )
    case .tooAlike(let path):
      (
        path,
        "the key has fewer than \(SecretKey.leastDifferent) different bytes, so that others can guess it. Make one "
          + "with 'wijkzicht key', " + Self.making
      )
    }
  }

  private static var making: String { "one for tokens with 'wijkzicht link key'." }
}
