internal import Foundation

/// The program `rsvg-convert`, which makes PNG and PDF of SVG.
struct PictureConverter {
  private let program: String

  /// Looks for the program; nil when it is not there.
  init?() {
    let folders = ProcessInfo.processInfo.environment["PATH"] ?? ""
    guard
      let found = folders.split(separator: ":").map({ "\($0)/rsvg-convert" })
        .first(where: { FileManager.default.isExecutableFile(atPath: $0) })
    else { return nil }
    program = found
  }

  /// Makes a picture.
  /// - Parameters:
  ///   - form: `png` or `pdf`.
  ///   - path: the file that it is for, named when the program gives up.
  /// - Throws: ``PictureFailure/converterFailed(path:code:)``.
  func converted(
    _ svg: [UInt8], form: String, pixelsPerInch: Int, path: String
  ) throws -> [UInt8] {
    let folder = FileManager.default.temporaryDirectory.appendingPathComponent(
      "wijkzicht-\(UUID().uuidString)")
    try FileManager.default.createDirectory(
      at: folder, withIntermediateDirectories: true, attributes: [.posixPermissions: 0o700])
    defer { try? FileManager.default.removeItem(at: folder) }
    let source = folder.appendingPathComponent("picture.svg")
    let target = folder.appendingPathComponent("picture." + form)
    try Data(svg).write(to: source)
    let process = Process()
    process.executableURL = URL(fileURLWithPath: program)
    process.arguments = [
      "--format", form, "--dpi-x", "\(pixelsPerInch)", "--dpi-y", "\(pixelsPerInch)",
      // A page of many areas is beyond the usual bound on elements.
      "--unlimited", "--output", target.path, source.path,
    ]
    // A day of its own, so that the same picture has the same bytes.
    process.environment = ProcessInfo.processInfo.environment.merging(
      ["SOURCE_DATE_EPOCH": "0"]) { $1 }
    process.standardError = FileHandle.nullDevice
    try process.run()
    process.waitUntilExit()
    guard process.terminationStatus == 0, let bytes = try? Data(contentsOf: target) else {
      throw PictureFailure.converterFailed(path: path, code: process.terminationStatus)
    }
    return [UInt8](bytes)
  }
}
