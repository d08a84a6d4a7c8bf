internal import Crosswalks
internal import Tables

/// What is to be said of a crosswalk.
struct CrosswalkText {
  let lines: [String]

  init(_ crosswalk: Crosswalk, _ counts: CrosswalkBuilder.Counts) {
    var lines: [String] = []
    if crosswalk.mainKind == .addresses {
      lines.append(
        "\(counted(counts.addresses, "address", "addresses")) in areas of both, \(counts.outside) in areas of one or none."
      )
      if counts.unmatched != [0, 0] {
        lines.append(
          "Combinations of postcode and number in the first table only: \(counts.unmatched[0]); in "
            + "the second only: \(counts.unmatched[1]).")
      }
      for (count, side) in zip(counts.unknownCodes, [crosswalk.from, crosswalk.to]) where count > 0
      {
        lines.append(
          "\(counted(count, "row has", "rows have")) a code that is no \(side.description).")
      }
    }
    var largest: [Int: Double] = [:]
    for link in crosswalk.links { largest[link.from] = max(largest[link.from] ?? 0, link.share) }
    let whole = largest.values.count { $0 >= Crosswalk.wholeShare }
    lines.append(
      "From \(crosswalk.from.description): \(counted(crosswalk.from.codes.count, "area")); "
        + "\(counted(whole, "goes", "go")) to one area (99 % or more), "
        + "\(counted(largest.count - whole, "is", "are")) divided, "
        + "\(counted(crosswalk.unlinked.count, "has", "have")) nothing in common with any.")
    if counts.dividedByArea > 0 {
      lines.append(
        "\(counts.dividedByArea) without addresses \(counts.dividedByArea == 1 ? "is" : "are") divided by surface."
      )
    }
    if counts.unchanged > 0 {
      lines.append(
        "\(counts.unchanged) did not change, says CBS, and \(counts.unchanged == 1 ? "goes" : "go") over whole."
      )
    }
    if !counts.contradicted.isEmpty {
      lines.append(
        "CBS says that these did not change, and half of them or more lies elsewhere: "
          + Self.list(counts.contradicted))
    }
    let grades = crosswalk.conversions.map(\.grade)
    lines.append(
      "To \(crosswalk.to.description): \(counted(crosswalk.to.codes.count, "area")); "
        + ConversionGrade.allCases.map { grade in
          "\(grades.count { $0 == grade }) \(grade.rawValue)"
        }.joined(separator: ", ") + ".")
    let reused = crosswalk.reusedCodes
    if !reused.isEmpty {
      lines.append(
        "\(counted(reused.count, "code was", "codes were")) used again for another area: "
          + Self.list(reused.map { "\($0.code) ('\($0.before)', now '\($0.after)')" }))
    }
    self.lines = lines
  }

  private static func list(_ words: [String]) -> String {
    words.prefix(5).joined(separator: ", ") + (words.count > 5 ? ", …" : "") + "."
  }
}
