internal import ArgumentParser
internal import Study

/// What every command that takes a study asks for.
struct StudyOptions: ParsableArguments {
  @Argument(help: "The study file (YAML).")
  var study: String

  @Option(help: "Areas in the place of those of the study: a GeoPackage, or GeoJSON files.")
  var areas: [String] = []

  @Option(help: "The register of addresses in the place of that of the study.")
  var register: String?

  @Option(help: "For whom the results are: intern, partners or openbaar; overrides the study.")
  var audience: String?

  @Option(help: "The folder with the catalogue; found beside the program when left out.")
  var geodata: String?

  /// The study and what ships with the program.
  func load() throws -> (StudyFile, Geodata) {
    let catalogue = try Geodata(folder: try GeodataOption.folder(geodata))
    var study = try StudyFileReader.read(study)
    if !areas.isEmpty { study.replaceAreas(files: areas) }
    if let register { study.replaceRegister(file: register) }
    if let audience {
      guard study.replaceAudience(audience) else {
        throw ValidationError(
          "Unknown audience '\(audience)'. Allowed: intern, partners, openbaar.")
      }
    }
    return (study, catalogue)
  }
}
