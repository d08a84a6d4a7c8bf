#if canImport(Glibc)
  internal import Glibc
#else
  internal import Darwin
#endif
internal import ArgumentParser
internal import Study

/// What every command that fetches asks for.
struct FetchOptions: ParsableArguments {
  @Option(help: "The year of the file.")
  var year: Int?

  @Flag(help: "Show which files and years are known, and fetch nothing.")
  var list = false

  @Option(
    help: "The folder to keep files in; 'wijkzicht/bronnen' in the user's cache when left out.")
  var cache: String?

  @Option(help: "A YAML file with sources of your own; it goes before what ships.")
  var sources: String?

  @Flag(help: "Fetch a file that is there again.")
  var again = false

  @Option(help: "The folder with the catalogue; found beside the program when left out.")
  var geodata: String?

  /// Shows what is known, or fetches and prints the path of the file.
  func run(_ id: String?, purpose: OfficialSource.Purpose, gemeenten: [String] = []) async throws {
    let folder = try GeodataOption.folder(geodata)
    let catalogue = try SourceCatalogue(geodata: folder, own: sources)
    if list {
      let known = catalogue.sources.filter {
        $0.purpose == purpose && (id == nil || $0.id == id) && (year == nil || $0.year == year)
      }
      for source in known { Terminal.output(source.line) }
      return
    }
    guard let id else {
      let known = Set(catalogue.sources.filter { $0.purpose == purpose }.map(\.id)).sorted()
      throw ValidationError("Name a source: \(known.joined(separator: ", ")).")
    }
    guard let year else {
      throw ValidationError("Name the year with --year; --list shows which are known.")
    }
    let source = try catalogue.source(id, purpose: purpose, year: year)
    let needsGemeenten = source.address.contains("{gemeente}")
    guard needsGemeenten || gemeenten.isEmpty else {
      throw ValidationError("--gemeente: \(id) comes as one file for the whole country.")
    }
    let codes =
      needsGemeenten ? try Self.codes(gemeenten, cities: try Geodata(folder: folder).cities) : []
    let run = FetchRun(
      source: source, gemeenten: codes, folder: try cacheFolder(), isAgain: again)
    Terminal.output(try await run.run())
  }

  /// The four digits of gemeenten; those of the five cities when none is named.
  private static func codes(_ named: [String], cities: [Geodata.City]) throws -> [String] {
    if named.isEmpty { return cities.map { String($0.code.dropFirst(2)) }.sorted() }
    return Set(
      try named.map { text in
        let word = text.lowercased()
        let city = cities.first { city in
          ([city.name] + city.otherNames).contains { $0.lowercased() == word }
        }
        if let city { return String(city.code.dropFirst(2)) }
        let digits = word.hasPrefix("gm") ? String(word.dropFirst(2)) : word
        guard digits.wholeMatch(of: /[0-9]{4}/) != nil else {
          throw ValidationError(
            "--gemeente '\(text)': a code such as GM0363, or one of the five cities: "
              + cities.map(\.name).joined(separator: ", ") + ".")
        }
        return digits
      }
    ).sorted()
  }

  private func cacheFolder() throws -> String {
    if let cache { return cache }
    func variable(_ name: String) -> String? {
      unsafe getenv(name).map { unsafe String(cString: $0) }.flatMap { $0.isEmpty ? nil : $0 }
    }
    guard let base = variable("XDG_CACHE_HOME") ?? variable("HOME").map({ $0 + "/.cache" }) else {
      throw ValidationError("Name a folder to keep files in with --cache.")
    }
    return base + "/wijkzicht/bronnen"
  }
}

extension OfficialSource {
  /// One line of a list.
  fileprivate var line: String {
    var parts = ["\(id) \(year)", name, "\(holder), \(licence)"]
    if let edition { parts.append("edition \(edition)") }
    if !unverified.isEmpty { parts.append("ongeverifieerd: " + unverified.joined(separator: ", ")) }
    return parts.joined(separator: " · ")
  }
}
