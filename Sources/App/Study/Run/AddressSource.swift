internal import Bytes
internal import CSV
internal import Geocoding
internal import Matching
internal import Registers

/// What records that are placed by address need: the register of the study and the match model.
struct AddressSource {
  let matcher: AddressMatcher
  let modelPath: String

  /// Opens both, or notes what is wrong with them.
  /// - Parameter columns: the address columns of all records, for which parts of the register are
  ///   checked and used.
  init?(
    _ plan: StudyPlan, records: RecordSpecification, columns: [AddressColumns],
    problems: inout [StudyProblem]
  ) {
    let study = plan.study
    guard let place = study.register else {
      problems.append(study.problem(at: records.file, .missingRegister(records: records.id)))
      return nil
    }
    modelPath = MatchModelFile.path(folder: plan.geodata.folder)
    do {
      let register = try Register(
        path: place.value, tier: columns.allSatisfy(\.needsNumbersOnly) ? .numbers : .everything)
      guard register.edition == study.edition else {
        problems.append(
          study.problem(
            at: place, .registerEdition(given: register.edition, wanted: study.edition)))
        return nil
      }
      matcher = AddressMatcher(
        register: register, model: try MatchModelFile.read(folder: plan.geodata.folder))
    } catch RegisterError.file(.missing) {
      problems.append(study.problem(at: place, .missingFile(place.value)))
      return nil
    } catch let error as RegisterError {
      problems.append(
        study.problem(
          at: place,
          .unusableFile(place.value, reason: ErrorSentence.text(error, naming: false))))
      return nil
    } catch {
      problems.append(
        StudyProblem(
          path: modelPath, line: 0, column: 0,
          fact: .unreadable(reason: ErrorSentence.text(error, naming: false))))
      return nil
    }
  }

  /// The columns of a file that hold addresses: those that the study names, or those that the file
  /// shows.
  static func columns(
    _ specification: RecordSpecification, places: [String: Int], of file: CSVFile,
    study: StudyFile, problems: inout [StudyProblem]
  ) -> AddressColumns? {
    let named = AddressColumns(
      columns: Dictionary(
        uniqueKeysWithValues: AddressColumns.Role.allCases.compactMap { role in
          places[role.rawValue].map { (role, $0) }
        }))
    if named.hasEnough { return named }
    do throws(AddressColumns.Problem) {
      guard named.columns.isEmpty else { throw .notFound(known: file.columnNames) }
      var chunks = file.chunks(ofSize: 1 << 16)
      return try AddressColumns(
        header: file.header, sample: try? chunks.next(), dialect: file.dialect)
    } catch {
      let fact: StudyProblem.Fact =
        switch error {
        case .several(let role, let columns):
          .severalAddressColumns(role: role.rawValue, file: file.path, columns: columns)
        case .notFound(let known): .noAddress(file: file.path, known: known)
        }
      problems.append(study.problem(at: specification.file, fact))
    }
    return nil
  }

  /// Ready to find the records of one file, with the lists of the user; notes what is wrong with them.
  func finder(
    _ specification: RecordSpecification, columns: AddressColumns, of file: CSVFile,
    study: StudyFile, problems: inout [StudyProblem]
  ) -> AddressFinder? {
    let before = problems.count
    let corrections = UserLists.read(specification.corrections, study, &problems) {
      try AddressCorrections($0, records: columns, header: file.header, matcher: matcher)
    }
    let specialPoints = UserLists.read(specification.specialPoints, study, &problems) {
      try SpecialAddresses($0, register: matcher.register)
    }
    guard problems.count == before else { return nil }
    return AddressFinder(
      columns: columns, matcher: matcher, threshold: specification.threshold,
      corrections: corrections, specialPoints: specialPoints)
  }
}

/// The lists of the user about points and addresses.
enum UserLists {
  /// Reads a list if there is one, or notes what is wrong with it.
  static func read<List>(
    _ place: Located<String>?, _ study: StudyFile, _ problems: inout [StudyProblem],
    _ body: (CSVFile) throws -> List
  ) -> List? {
    guard let place else { return nil }
    do {
      return try body(try RecordSource.open(place.value))
    } catch RecordSource.Failure.csv(.file(.missing)) {
      problems.append(study.problem(at: place, .missingFile(place.value)))
    } catch {
      problems.append(
        study.problem(
          at: place,
          .unusableFile(place.value, reason: ErrorSentence.text(error, naming: false))))
    }
    return nil
  }
}
