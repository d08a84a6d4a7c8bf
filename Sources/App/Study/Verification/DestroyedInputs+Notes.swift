internal import Bytes
internal import Geocoding
internal import Provenance

/// Which input of a run a note is of.
extension DestroyedInputs {
  /// What the notes say of the inputs of a run.
  struct Notes {
    private let entries: [Entry]
    private let inputs: [PairedInput]
    private let folder: Folder
    private let peildatum: RecordDate
    private let key: InputKey?

    /// - Parameters:
    ///   - folder: that of the study, from which notes name paths.
    ///   - peildatum: the day to which the study refers; what it reads was there then.
    init(
      _ destroyed: DestroyedInputs?, inputs: [PairedInput], folder: Folder, peildatum: RecordDate,
      key: InputKey?
    ) {
      entries = destroyed?.entries ?? []
      self.inputs = inputs
      self.folder = folder
      self.peildatum = peildatum
      self.key = key
    }

    /// The note of an input: by its hash or code where provenance tells one, else by its path, or by its name when no
    /// other file has that.
    func note(of input: PairedInput) -> Entry? {
      entries.first { isOf($0, input) && $0.misfit(peildatum: peildatum) == nil }
    }

    /// Whether a note says of an input that it was destroyed, on whatever day.
    func isNoted(_ input: PairedInput) -> Bool { entries.contains { isOf($0, input) } }

    /// Why a note that seems to be of an input is not; nil without such a note.
    func misfit(_ input: PairedInput) -> Misfit? {
      let entry = entries.first { entry in
        names(entry, input)
          // One that is of another file of that name says nothing of this one.
          && !inputs.contains { other in
            other != input && names(entry, other) && other.input.isTold
              && entry.isOf(other.input, key: key)
          }
      }
      guard let entry else { return nil }
      if isOf(entry, input), let misfit = entry.misfit(peildatum: peildatum) { return misfit }
      return input.input.isTold ? entry.misfit(input.input) : .severalOfName
    }

    /// The files of notes that are of no input.
    var strays: [String] {
      entries.filter { entry in !inputs.contains { names(entry, $0) } }.map(\.file)
    }

    /// Whether a note is of an input, whatever its day.
    private func isOf(_ entry: Entry, _ input: PairedInput) -> Bool {
      guard names(entry, input) else { return false }
      return input.input.isTold ? entry.isOf(input.input, key: key) : !isOfSeveral(entry)
    }

    /// Whether a note can be of an input: it has its path as the study names it, or its name, when that is not the
    /// path of another file whose bytes cannot be told from it.
    private func names(_ entry: Entry, _ input: PairedInput) -> Bool {
      if isPath(entry, of: input) { return true }
      guard entry.file == input.input.name else { return false }
      return input.input.isTold || !inputs.contains { isPath(entry, of: $0) }
    }

    private func isPath(_ entry: Entry, of input: PairedInput) -> Bool {
      guard let path = input.path else { return false }
      let file = folder.resolve(entry.file)
      return PathTarget.isSamePlace(path, file)
        || PathTarget.isSamePlace(path, PartedPath(file).file)
    }

    /// Whether a note has a name that several files have, and no path.
    private func isOfSeveral(_ entry: Entry) -> Bool {
      guard !inputs.contains(where: { isPath(entry, of: $0) }) else { return false }
      return Set(inputs.filter { names(entry, $0) }.map(\.path)).count > 1
    }
  }
}
