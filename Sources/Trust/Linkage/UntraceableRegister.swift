internal import Bytes
public import CSV
internal import Keys

/// Convicts who cannot be traced, by token, in memory only: which months, and where last registered.
///
/// Columns: `token`; `begin` or `onherroepelijk_jaar`; if there are, `eind` or `peildatum`, `status`
/// (only `spoorloos` counts), `wijkcode`, `laatst_bekende_wijk` or `gemeentecode`, and
/// `vaste_woonplaats` (ja, nee, j, n). Rows with one token are one person: untraceable in the months of any of
/// them, last registered where the row that begins latest says.
public struct UntraceableRegister: Sendable {
  let index: TokenIndex
  let months: [MonthSet]
  /// For each person the place in `places`.
  let placeOfPerson: [Int32]
  let places: [LinkPlace]
  /// What became of the rows.
  public let rows: RowCounts

  static let tokenNames = ["token"]
  static let placeNames = [
    "wijkcode", "laatst_bekende_wijk", "wijk", "gemeentecode", "laatst_bekende_gemeente",
  ]

  /// Reads a register.
  /// - Throws: ``LinkageError``, also for the first thing that is no token.
  public init(_ file: CSVFile, years: CountedYears) throws(LinkageError) {
    let columns = RegisterColumns(file)
    let token = try columns.needed(Self.tokenNames)
    let begin = try columns.needed(RegisterColumn.begin.names)
    let end = columns.column(RegisterColumn.end.names)
    let status = columns.column(["status"])
    let fixed = columns.column(["vaste_woonplaats"])
    let areas = Self.placeNames.compactMap { columns.column([$0]) }
    var index = TokenIndex()
    var months: [MonthSet] = []
    var latest: [Int32] = []
    var placeOfPerson: [Int32] = []
    var places: [LinkPlace] = []
    var numbers: [LinkPlace: Int32] = [:]
    var known: [[UInt8]: LinkPlace] = [:]
    var rows = RowCounts()
    var reader = file.chunks()
    var isFirst = true
    do {
      while let next = try reader.next() {
        let chunk = RegisterChunk(next, of: file)
        if isFirst { try columns.checkOthers(chunk.records, except: token) }
        isFirst = false
        for record in 0..<chunk.records.count {
          rows.rows += 1
          guard chunk.records.fieldCount(record) == chunk.fieldCount else {
            rows.leave(.ragged)
            continue
          }
          let own = try chunk.token(record, token)
          if let status {
            let word = chunk.text(record, status).lowercased()
            guard word == "spoorloos" else {
              rows.leave(["aangehouden", "verjaard"].contains(word) ? .traced : .status)
              continue
            }
          }
          guard let stretch = try chunk.months(record, from: begin, to: end, in: years) else {
            rows.leave(.dates)
            continue
          }
          let start = try chunk.withField(record, begin) { (field) throws(LinkageError) in
            Int32(RegisterMonth.read(field, isEnd: false) ?? 0)
          }
          var place = LinkPlace.unknown
          var isTold = false
          for column in areas where place == .unknown {
            let range = chunk.records.range(record, column)
            let bytes = Array(chunk.records.bytes[range])
            guard !bytes.isEmpty else { continue }
            isTold = true
            place = known[bytes] ?? LinkPlace(code: chunk.text(record, column))
            if known.count < 1 << 16 { known[bytes] = place }
          }
          if isTold, place == .unknown { rows.unreadablePlaces += 1 }
          if let fixed, !RegisterColumn.fixedAddress.reads(chunk.text(record, fixed)) {
            rows.unreadFixedAddresses += 1
          }
          let isHomeless =
            fixed.map { ["nee", "n"].contains(chunk.text(record, $0).lowercased()) }
            ?? (place == .gemeente(LinkPlace.registering))
          if isHomeless, place.gemeente == LinkPlace.registering || !isTold {
            place = .withoutFixedAddress
          }
          let number = numbers[place] ?? Int32(places.count)
          if number == places.count {
            numbers[place] = number
            places.append(place)
          }
          let person = index.place(adding: own)
          if person == months.count {
            months.append(stretch)
            latest.append(start)
            placeOfPerson.append(number)
          } else {
            rows.again += 1
            months[person].formUnion(stretch)
            let isLater =
              (start, place) > (latest[person], places[Int(placeOfPerson[person])])
            if isLater {
              latest[person] = start
              placeOfPerson[person] = number
            }
          }
        }
      }
    } catch let error as CSVError {
      throw .csv(error)
    } catch let error as LinkageError {
      throw error
    } catch {
      throw .nothingToCount(path: file.path)
    }
    guard index.count > 0 else { throw .nothingToCount(path: file.path) }
    self.index = index
    self.months = months
    self.placeOfPerson = placeOfPerson
    self.places = places
    self.rows = rows
  }

  /// The number of persons; never published as it is.
  var count: Int { months.count }

  /// The code of the set of persons by a key: the same for the same persons, in whichever order and file they
  /// stand. HMAC-SHA256 of `wijkzicht persons` and the tokens in ascending order, in small hexadecimal digits.
  func code(_ key: SecretKey) -> String {
    String(
      decoding: key.hexadecimalCode(of: Array("wijkzicht persons ".utf8) + index.sortedBytes),
      as: UTF8.self)
  }
}
