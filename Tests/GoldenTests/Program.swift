import Foundation

/// Where things lie on this machine.
enum Places {
  /// The folder of the package.
  static let root = URL(fileURLWithPath: #filePath)
    .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
    .standardizedFileURL.path

  /// The folder with one folder per golden run.
  static let goldens = root + "/Tests/Goldens"

  /// The open data that tests read but the project does not hold.
  static let data: String = {
    let named = variable("WIJKZICHT_DATA") ?? "../shared/data"
    return named.hasPrefix("/")
      ? named : URL(fileURLWithPath: root + "/" + named).standardizedFileURL.path
  }()

  /// Whether tests of real files run: when the data are there, and under `CI` always, so that they
  /// fail there without data.
  static let expectsData =
    variable("CI") != nil || FileManager.default.fileExists(atPath: data + "/areas/2024")

  /// The program: the one that is named, or the one that was built with the tests.
  static let binary: String = {
    if let named = variable("WIJKZICHT_BINARY") { return named }
    let own =
      (try? FileManager.default.destinationOfSymbolicLink(atPath: "/proc/self/exe"))
      ?? CommandLine.arguments[0]
    return URL(fileURLWithPath: own).deletingLastPathComponent().path + "/wijkzicht"
  }()

  static let isRecording = variable("WIJKZICHT_RECORD") == "1"

  /// An environment variable; nil when it is not set or empty.
  static func variable(_ name: String) -> String? {
    let value = ProcessInfo.processInfo.environment[name] ?? ""
    return value.isEmpty ? nil : value
  }
}

/// A folder that is gone after a test.
final class TemporaryFolder {
  let path: String

  init() throws {
    path = NSTemporaryDirectory() + "wijkzicht-\(UUID().uuidString)"
    try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
  }

  deinit { try? FileManager.default.removeItem(atPath: path) }

  /// All files in a folder below it, by their path in it.
  func files(in folder: String) -> [String: Data] {
    var files: [String: Data] = [:]
    let own = path + "/" + folder
    for case let name as String in FileManager.default.enumerator(atPath: own) ?? .init() {
      let file = own + "/" + name
      if FileManager.default.isRegularFile(file) {
        files[name] = FileManager.default.contents(atPath: file)
      }
    }
    return files
  }
}

/// One run of the program, and what came of it.
struct ProgramRun {
  let stdout: String
  let stderr: String
  let exitCode: Int32
  let output: [String: Data]

  /// Runs a line of bash in `folder`, in which `wijkzicht` is the program, `$OUT` a fresh folder,
  /// `$DATA` the open data and `$ROOT` the package.
  ///
  /// The exit code is that of the first program in a pipe that fails.
  init(_ line: String, in folder: String) throws {
    let temporary = try TemporaryFolder()
    let files = FileManager.default
    let out = temporary.path + "/uit"
    let programs = temporary.path + "/bin"
    for path in [out, programs, temporary.path + "/cache"] {
      try files.createDirectory(atPath: path, withIntermediateDirectories: true)
    }
    let built = URL(fileURLWithPath: Places.binary).deletingLastPathComponent().path
    for (name, path) in [
      ("wijkzicht", Places.binary), ("make-example-records", built + "/make-example-records"),
    ] {
      try files.createSymbolicLink(atPath: programs + "/" + name, withDestinationPath: path)
    }

    let process = Process()
    process.executableURL = URL(fileURLWithPath: "/bin/bash")
    process.arguments = ["-o", "pipefail", "-c", line]
    process.currentDirectoryURL = URL(fileURLWithPath: folder)
    process.environment = [
      "PATH": programs + ":/usr/local/bin:/usr/bin:/bin:/usr/sbin:/sbin", "LC_ALL": "C.UTF-8",
      "COLUMNS": "80", "HOME": temporary.path, "XDG_CACHE_HOME": temporary.path + "/cache",
      "TMPDIR": temporary.path, "OUT": out, "DATA": Places.data, "ROOT": Places.root,
      "WIJKZICHT_GEODATA": Places.root + "/geodata",
    ]
    var texts: [FileHandle] = []
    for name in ["stdout", "stderr"] {
      let path = temporary.path + "/" + name
      _ = files.createFile(atPath: path, contents: nil)
      texts.append(try FileHandle(forWritingTo: URL(fileURLWithPath: path)))
    }
    process.standardOutput = texts[0]
    process.standardError = texts[1]
    process.standardInput = FileHandle.nullDevice
    try process.run()
    process.waitUntilExit()

    func text(_ name: String) -> String {
      let bytes = files.contents(atPath: temporary.path + "/" + name) ?? Data()
      return Self.withoutMachine(String(decoding: bytes, as: UTF8.self), out: out)
    }
    stdout = text("stdout")
    stderr = text("stderr")
    exitCode = process.terminationStatus
    output = temporary.files(in: "uit").mapValues { Self.withoutMachine($0, out: out) }
  }

  /// What the program says went wrong: its messages without the facts that it tells on the way.
  var complaints: [String] {
    stderr.split(separator: "\n").map(String.init).filter { !$0.hasPrefix("Places: ") }
  }

  /// Names of temporary files that the program left, and words of a crash: both must be none.
  var leftovers: [String] {
    let names = output.keys.filter { $0.contains("tijdelijk-") || $0.contains("vorige-") }
    let words = ["Fatal error", "Stack dump", "Crash", "Swift/"].filter { stderr.contains($0) }
    return names.sorted() + words
  }

  private static func withoutMachine(_ text: String, out: String) -> String {
    var text = text
    let temporary = URL(fileURLWithPath: out).deletingLastPathComponent().path
    for (path, name) in [
      (out, "$OUT"), (temporary, "$TMPDIR"), (Places.data, "$DATA"), (Places.root, "$ROOT"),
    ] {
      text = text.replacingOccurrences(of: path, with: name)
    }
    return text.replacing(/tijdelijk-[0-9]+/, with: "tijdelijk-$PID")
  }

  /// The bytes without what differs between machines: paths, versions of libraries, and the version
  /// of SQLite in the header of a GeoPackage.
  private static func withoutMachine(_ bytes: Data, out: String) -> Data {
    if bytes.starts(with: Data("SQLite format 3".utf8)), bytes.count > 100 {
      var bytes = Data(bytes)
      bytes.replaceSubrange(92..<100, with: Data(count: 8))
      return bytes
    }
    if bytes.count < 1 << 16, let list = String(data: bytes, encoding: .utf8),
      list.wholeMatch(of: #/(?:[0-9a-f]{64}  [^\n]+\n)+/#) != nil
    {
      // The files themselves are compared, without the versions that are in some of them.
      let plain = list.split(separator: "\n").map { "$HASH" + $0.dropFirst(64) + "\n" }
      return Data(plain.joined().utf8)
    }
    guard bytes.starts(with: Data("{".utf8)), bytes.count < 1 << 16,
      let text = String(data: bytes, encoding: .utf8)
    else { return bytes }
    let plain = withoutMachine(text, out: out)
      .replacing(/"(geos|proj|sqlite)":"[^"]*"/) { "\"\($0.output.1)\":\"$VERSION\"" }
    return Data(plain.utf8)
  }
}

extension FileManager {
  /// Whether there is a file at `path` that is no folder, device or pipe.
  func isRegularFile(_ path: String) -> Bool {
    (try? attributesOfItem(atPath: path)[.type] as? FileAttributeType) == .typeRegular
  }
}
