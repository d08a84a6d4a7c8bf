internal import Keys
internal import Provenance

/// The key of a study, read for an audience that may not know the hashes of inputs that are not open.
struct StudyKey {
  /// Nil without one, and for those from whom nothing is hidden.
  let key: InputKey?
  let problems: [StudyProblem]

  init(_ study: StudyFile) {
    guard study.hidesInputs, let file = study.key else {
      (key, problems) = (nil, [])
      return
    }
    do throws(KeyError) {
      (key, problems) = (InputKey(try SecretKey(path: file.value)), [])
    } catch {
      key = nil
      problems = [
        study.problem(at: file, .unusableFile(file.value, reason: error.parts.sentence))
      ]
    }
  }
}
