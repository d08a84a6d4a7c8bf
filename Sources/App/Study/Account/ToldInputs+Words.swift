internal import Cartography

extension StudyFile.ToldInputs {
  /// By what files are known in provenance; nil when all are by their SHA-256.
  func words(_ language: Language) -> String? {
    switch (self, language) {
    case (.hashes, _): nil
    case (.codes, .nl):
      "open bestanden met hun SHA-256, andere met een code (HMAC-SHA256) die alleen te maken is met de sleutel "
        + "van wie de studie maakte"
    case (.codes, .en):
      "open files with their SHA-256, others with a code (HMAC-SHA256) that only the key of who made the study "
        + "can make"
    case (.nothing, .nl):
      "open bestanden met hun SHA-256, andere zonder, omdat daaruit te raden is wat er in een klein bestand staat"
    case (.nothing, .en):
      "open files with their SHA-256, others without, since what is in a small file can be guessed by it"
    }
  }
}
