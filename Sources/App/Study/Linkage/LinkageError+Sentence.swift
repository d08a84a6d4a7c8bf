internal import CSV
internal import Linkage
internal import Tables

extension LinkageError {
  /// The error as a path and a sentence.
  var parts: (path: String, sentence: String) {
    switch self {
    case .file(let error): (error.path, error.sentence)
    case .csv(let error): ("", ErrorSentence.text(error) ?? "it cannot be read.")
    case .noColumn(let path, let wanted, let known):
      (
        path,
        "there is no column \(wanted.map { "'\($0)'" }.joined(separator: " or ")). \(known.sentence)"
      )
    case .personalColumn(let path, let column, let kind):
      (
        path,
        "the column '\(column)' holds \(kind.words). Beside tokens no data of persons may stand; "
          + "leave the column out."
      )
    case .otherColumn(let path, let column, let known):
      (
        path,
        "the column '\(column)' has no place beside tokens: a linkage does not read it. Leave it out. Read are "
          + "\(known.joined(separator: ", "))."
      )
    case .keptValues(let path, let column):
      (
        path,
        "more than half of the filled cells of the column '\(column)' say nothing that 'link count' reads "
          + "there: days or years, codes of a wijk or gemeente, and the words that its documentation names. "
          + "Nothing was written."
      )
    case .fewNumbers(let path, let column):
      (
        path,
        "fewer than half of the filled cells of the column '\(column)' are citizen service numbers, of 8 "
          + "or 9 digits that pass the 11-test. Name the column that holds them with --column. Nothing was "
          + "written."
      )
    case .citizenServiceNumber(let path, let line):
      (
        path,
        "line \(line): a citizen service number stands where a token belongs. Registers are linked by "
          + "pseudonyms only; let the key holder make them with 'wijkzicht link tokens'."
      )
    case .tokenLength(let path, let line, let length):
      (
        path,
        "line \(line): what stands in 'token' has \(length) characters; a token has 64 hexadecimal "
          + "digits."
      )
    case .notHexadecimal(let path, let line):
      (path, "line \(line): what stands in 'token' has other characters than hexadecimal digits.")
    case .nothingToCount(let path): (path, "no row can be used.")
    case .years(let first, let last, _) where last < first:
      ("", "years \(first)-\(last): the first lies after the last; write \(last)-\(first).")
    case .years(let first, let last, let pooled): ("", Self.years(first, last, pooled: pooled))
    case .yearsToCome(let last, let now):
      (
        "",
        "\(last) has not begun: who is in a register without an end would be counted for ever. Count years up to "
          + "\(now)."
      )
    case .notSafe(let count):
      (
        "",
        "\(counted(count, "hidden count")) can be derived whatever is hidden too; nothing is written. Pool more "
          + "years or count by gemeente."
      )
    case .forecast(let path, let line, let fault): (path, "line \(line): \(fault.sentence)")
    case .columnTwice(let path, let column):
      (path, "there are two columns '\(column)'. Leave out or rename the one that is not meant.")
    }
  }
}

extension LinkageError {
  /// Why years cannot be counted, of which the first does not lie after the last.
  private static func years(_ first: Int, _ last: Int, pooled: Int) -> String {
    let span = CountedYears.span
    guard span.contains(first), span.contains(last) else {
      return
        "years \(first) to \(last): years from \(span.lowerBound) to \(span.upperBound) can be counted."
    }
    let count = last - first + 1
    guard count <= CountedYears.most else {
      return
        "years \(first) to \(last) are \(count): at most \(CountedYears.most) are counted at a time."
    }
    let divisors = (1...count).filter { count % $0 == 0 }.map { "\($0)" }
    let choice =
      divisors.count == 1
      ? divisors[0]
      : divisors.dropLast().joined(separator: ", ") + " or \(divisors[divisors.count - 1])"
    return
      "--pool \(pooled) does not divide \(counted(count, "year")) (\(first) to \(last)); take \(choice)."
  }
}

extension ExpectedPersons.Fault {
  fileprivate var sentence: String {
    switch self {
    case .ragged: "another number of fields than the header."
    case .noCode:
      "a code of a gemeente (GM and 4 digits) or wijk (WK and 6 characters) is expected, or 'overig' or "
        + "'zonder_vaste_woonplaats'."
    case .buurt(let code):
      "\(code) is the code of a buurt, and a linkage counts no finer than by wijk. Add the buurten of a wijk up."
    case .noNumber:
      "a whole number of persons from 0 to \(ExpectedPersons.most) is expected, in digits alone."
    case .twice(let code, let other):
      "\(code) stands on line \(other) already. Leave one out, or add them up."
    case .partOfWhole(let wijk, let gemeente, let other):
      "\(wijk) lies in \(gemeente), and the other one stands on line \(other): whether the number of the "
        + "gemeente holds that of the wijk is not known. Name the wijken of a gemeente or the gemeente, not both."
    case .tooMany:
      "with this one there are more than \(ExpectedPersons.most) persons together, the most that are forecast."
    }
  }
}

extension LinkageRun.UnknownGemeente {
  var sentence: String {
    "there is no gemeente '\(name)'. Known: \(known.prefix(20).joined(separator: ", "))"
      + (known.count > 20 ? " and \(known.count - 20) more." : ".")
  }
}
