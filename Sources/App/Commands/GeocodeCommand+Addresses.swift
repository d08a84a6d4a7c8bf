internal import ArgumentParser
internal import Bytes
internal import CSV
internal import Geocoding
internal import Matching
internal import Registers
internal import Study
internal import Tables

/// Placing records by their address.
extension GeocodeCommand {
  func runByAddress(register path: String) async throws {
    guard threshold > 0, threshold <= 1 else {
      throw ValidationError("--threshold \(threshold): a probability above 0, at most 1.")
    }
    let file = try openRecords()
    let columns = try AddressOption.columns(columns, file: file)
    let model = try MatchModelFile.read(folder: try GeodataOption.folder(geodata))
    let register = try Register(
      path: path, tier: columns.needsNumbersOnly ? .numbers : .everything)
    var onlyColumn: Int?
    if let onlyAreas {
      onlyColumn = file.header.firstIndex(of: onlyAreas)
      guard onlyColumn != nil else {
        throw ValidationError(
          "--only-areas: there is no column '\(onlyAreas)'. " + file.columnNames.sentence)
      }
    }
    let matcher = AddressMatcher(register: register, model: model)
    let run = AddressRun(
      file: file,
      finder: AddressFinder(
        columns: columns, matcher: matcher, threshold: threshold,
        corrections: try corrections.map {
          try AddressCorrections(
            try RecordSource.open($0), records: columns, header: file.header, matcher: matcher)
        },
        specialPoints: try pointOptions.specialPointsFile().map {
          try SpecialAddresses($0, register: register)
        }), onlyColumn: onlyColumn, prefix: prefix,
      tasks: try Processors.tasks(jobs))
    Terminal.error("Addresses: \(columns.description(header: file.columnNames))")
    if let explain {
      guard explain > 0, let explanation = try run.explanation(row: explain) else {
        throw ValidationError("--explain \(explain): there is no such row with an address.")
      }
      Terminal.output(explanation.text(register: register))
      return
    }
    guard let out else { throw ValidationError("Name the file to write with --out.") }
    try checkTargets(out)
    for (option, target) in [("--out", out), ("--points", pointOptions.points ?? "")]
    where PathTarget.isSameFile(target, path) {
      throw ValidationError("\(option) names the register itself; name another file.")
    }
    report(run.appendedNames)
    var points = pointOptions.points == nil ? nil : DefaultPoints<AddressPoint>()
    let counts: AddressCounts
    if out == "-" {
      counts = try await run.run(points: &points) { Terminal.output($0) }
    } else {
      var output = try OutputFile(path: out, access: .ownerOnly)
      counts = try await run.run(points: &points) { try output.write($0) }
      try output.commit()
    }
    reportLeftOut(file)
    for line in counts.lines { Terminal.error(line) }
    if let points {
      try pointOptions.report(points) { DefaultPoints.table($0, register: register) }
    }
  }
}

/// The option `--columns` for addresses.
enum AddressOption {
  /// The columns that the option names, or those that the file shows.
  static func columns(_ option: String?, file: CSVFile) throws -> AddressColumns {
    guard let option else {
      var chunks = file.chunks(ofSize: 1 << 16)
      return try AddressColumns(
        header: file.header, sample: try chunks.next(), dialect: file.dialect)
    }
    var columns: [AddressColumns.Role: Int] = [:]
    for part in option.split(separator: ",") {
      let pair = part.split(separator: "=", maxSplits: 1).map { String($0).trimmed }
      guard pair.count == 2, let role = AddressColumns.Role(rawValue: pair[0]) else {
        throw PlacementOption.Problem.malformedAddress(option)
      }
      let index = try PlacementOption.column(pair[1], of: file)
      guard columns.updateValue(index, forKey: role) == nil else {
        throw PlacementOption.Problem.malformedAddress(option)
      }
    }
    let named = AddressColumns(columns: columns)
    guard named.hasEnough else { throw AddressColumns.Problem.notFound(known: file.columnNames) }
    return named
  }
}

extension AddressCounts {
  /// What came of a run, in lines.
  fileprivate var lines: [String] {
    let certain = verdicts[.certain] ?? 0
    let doubtful = verdicts[.doubtful] ?? 0
    var lines = [
      "\(counted(total, "record")): \(certain) zeker, \(doubtful) twijfel, \(verdicts[.none] ?? 0) geen."
    ]
    for level in MatchLevel.allCases {
      if let count = levels[level] { lines.append("  \(count) \(level.rawValue)") }
    }
    for reason in AddressReason.allCases {
      if let count = reasons[reason] { lines.append("    \(count) \(reason.rawValue)") }
    }
    for reason in MatchReason.allCases {
      if let count = specialPoints[reason] { lines.append("    \(count) \(reason.rawValue)") }
    }
    if ragged > 0 { lines.append("    \(ragged) \(MatchReason.ragged.rawValue)") }
    return lines
  }
}

extension AddressExplanation {
  /// The explanation for the screen.
  fileprivate func text(register: Register) -> String {
    var lines: [String] = []
    if match.level == .correction {
      lines.append("Corrected: the record is in the list of --corrections.")
    } else {
      lines += searched
    }
    let buurt = match.buurt.map { register.buurtcodes[$0] } ?? "none"
    let reason = match.reason(isCertain: verdict != .doubtful)
    lines.append(
      "Found: \(match.level.rawValue), buurt \(buurt), probability \(Self.rounded(match.probability))"
        + (reason == .found ? "" : ", \(reason.rawValue)"))
    if match.level != .correction, match.level != .none { lines.append("By: \(match.rule)") }
    if let special {
      lines.append(
        "Special point: row \(special.row) of --special-points, \(special.action.rawValue)"
          + (special.name.isEmpty ? "" : " '\(special.name)'"))
    }
    lines.append("Verdict: \(verdict.rawValue)")
    return lines.joined(separator: "\n")
  }

  /// What was read and looked at.
  private var searched: [String] {
    var lines = ["Read as:"]
    lines += readings.map { "  \($0)" }
    if !marks.isEmpty { lines.append("Noticed: \(marks.joined(separator: ", "))") }
    lines.append("Candidates: \(candidateCount)")
    for candidate in candidates {
      lines.append(
        "  \(Self.rounded(candidate.weight))  \(candidate.address)  \(candidate.buurtcode)")
      for part in candidate.weights {
        lines.append("    \(Self.rounded(part.weight))  \(part.field): \(part.agreement)")
      }
    }
    return lines
  }

  private static func rounded(_ value: Double) -> String {
    var bytes: [UInt8] = []
    bytes.append(fixed: value, decimals: 3)
    return String(decoding: bytes, as: UTF8.self)
  }
}
