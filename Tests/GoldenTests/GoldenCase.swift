import Crypto
import Foundation
import Testing

/// A folder with a line to run and all that must come of it.
///
/// `command` holds the line; `stdout`, `stderr` and `exit` what must come of it; `out/` the files that
/// must appear in `$OUT`, and `out.sha256` the hashes of those that are large, binary, or made from
/// real areas. All other files are input.
struct GoldenCase: CustomTestStringConvertible, Sendable {
  let name: String

  /// All cases that can run here.
  static let all: [GoldenCase] = {
    let names = (try? FileManager.default.contentsOfDirectory(atPath: Places.goldens)) ?? []
    return names.sorted().map { GoldenCase(name: $0) }.filter {
      FileManager.default.fileExists(atPath: $0.folder + "/command")
    }
  }()

  /// Those that need no data from elsewhere, and those that do.
  static let own = all.filter { !$0.needsData }
  static let real = all.filter(\.needsData)

  var testDescription: String { name }
  var folder: String { Places.goldens + "/" + name }
  var line: String { text("command") }
  var needsData: Bool { line.contains("$DATA") }

  /// What differs between a run and what was recorded, in words; empty when nothing does.
  func differences(_ run: ProgramRun) -> [String] {
    var found: [String] = []
    for (file, now) in results(of: run) where text(file) != now {
      found.append(Self.difference(file, recorded: text(file), now: now))
    }
    for file in recordedFiles() where results(of: run)[file] == nil {
      found.append("\(file) was not written")
    }
    return found
  }

  /// Makes the run the recorded one.
  func record(_ run: ProgramRun) throws {
    let files = FileManager.default
    try? files.removeItem(atPath: folder + "/out")
    for file in recordedFiles() { try files.removeItem(atPath: folder + "/" + file) }
    for (file, text) in results(of: run) {
      let path = folder + "/" + file
      try files.createDirectory(
        atPath: URL(fileURLWithPath: path).deletingLastPathComponent().path,
        withIntermediateDirectories: true)
      try text.write(toFile: path, atomically: true, encoding: .utf8)
    }
  }

  /// The files of a case that tell what must come of it.
  private func results(of run: ProgramRun) -> [String: String] {
    var results = [
      "stdout": run.stdout, "stderr": run.stderr, "exit": "\(run.exitCode)\n",
    ]
    var hashes: [String] = []
    for (name, bytes) in run.output.sorted(by: { $0.key < $1.key }) {
      if !hashesOnly, bytes.count < 1 << 15, let text = String(data: bytes, encoding: .utf8) {
        results["out/" + name] = text
      } else {
        let hash = SHA256.hash(data: bytes).map { byte in
          (byte < 16 ? "0" : "") + String(byte, radix: 16)
        }
        hashes.append("\(hash.joined())  \(name)\n")
      }
    }
    if !hashes.isEmpty { results["out.sha256"] = hashes.joined() }
    return results
  }

  /// Nothing made from real areas is kept; nor the many files of the large example.
  private var hashesOnly: Bool { needsData || line.contains("/examples/") }

  private func recordedFiles() -> [String] {
    let out = FileManager.default.enumerator(atPath: folder + "/out")
    let names = (out?.allObjects as? [String] ?? []).map { "out/" + $0 }
    return (["stdout", "stderr", "exit", "out.sha256"] + names).filter {
      FileManager.default.isRegularFile(folder + "/" + $0)
    }
  }

  /// What was recorded in a file; empty when there is none.
  func text(_ file: String) -> String {
    FileManager.default.contents(atPath: folder + "/" + file)
      .map { String(decoding: $0, as: UTF8.self) } ?? ""
  }

  private static func difference(_ file: String, recorded: String, now: String) -> String {
    let old = recorded.split(separator: "\n", omittingEmptySubsequences: false)
    let new = now.split(separator: "\n", omittingEmptySubsequences: false)
    let line =
      zip(old, new).enumerated().first { $0.element.0 != $0.element.1 }?.offset
      ?? min(old.count, new.count)
    func shown(_ lines: [Substring]) -> String {
      line < lines.count ? String(lines[line].prefix(300)) : "(nothing)"
    }
    return "\(file), line \(line + 1)\n  recorded: \(shown(old))\n  now:      \(shown(new))"
  }
}
