import Bytes
import Foundation
import TestSupport
import Testing

@Suite struct OutputTests {
  private let folder: ScratchFolder

  init() throws { folder = try ScratchFolder() }

  // MARK: Files

  @Test func aFileAppearsWithTheCommit() throws {
    var file = try OutputFile(path: folder.file("uit.csv"))
    try file.write(Array("een".utf8))
    #expect(folder.text(of: "uit.csv") == nil)
    try file.write(Array(" twee".utf8))
    try file.commit()
    #expect(folder.text(of: "uit.csv") == "een twee")
    #expect(folder.names() == ["uit.csv"])
  }

  @Test func aFileThatIsLetGoLeavesTheEarlierOne() throws {
    _ = try folder.write("vorig", to: "uit.csv")
    do {
      var file = try OutputFile(path: folder.file("uit.csv"))
      try file.write([UInt8](repeating: 65, count: 1 << 20))
      #expect(folder.text(of: "uit.csv") == "vorig")
    }
    #expect(folder.text(of: "uit.csv") == "vorig")
    #expect(folder.names() == ["uit.csv"])
  }

  @Test func whatAProgramLeftThatRunsNoMoreIsRemoved() throws {
    // Process numbers end far below this one.
    let gone = 2_000_000_000
    for (name, age) in [
      ("uit.csv.wijkzicht-tijdelijk-\(gone)", 7_200.0),
      ("uit.csv.wijkzicht-tijdelijk-\(gone + 1)", 60),
      ("uit.csv.wijkzicht-tijdelijk-\(ProcessInfo.processInfo.processIdentifier)", 7_200),
      ("ander.csv.wijkzicht-tijdelijk-\(gone)", 7_200),
      ("uit.csv.wijkzicht-tijdelijk-bewaard", 7_200),
    ] {
      let path = try folder.write("rest", to: name)
      try FileManager.default.setAttributes(
        [.modificationDate: Date(timeIntervalSinceNow: -age)], ofItemAtPath: path)
    }
    let own = "uit.csv.wijkzicht-tijdelijk-\(ProcessInfo.processInfo.processIdentifier)"
    do {
      let file = try OutputFile(path: folder.file("uit.csv"), access: .ownerOnly)
      #expect(
        Set(folder.names()) == [
          "uit.csv.wijkzicht-tijdelijk-\(gone + 1)", own, "ander.csv.wijkzicht-tijdelijk-\(gone)",
          "uit.csv.wijkzicht-tijdelijk-bewaard",
        ])
      #expect(file.temporaryPath.hasSuffix(own))
    }
    try FileManager.default.createDirectory(
      atPath: folder.file("map.wijkzicht-tijdelijk-\(gone)"), withIntermediateDirectories: false)
    _ = try folder.write("rest", to: "map.wijkzicht-tijdelijk-\(gone)/tabel.csv")
    try FileManager.default.setAttributes(
      [.modificationDate: Date(timeIntervalSinceNow: -7_200)],
      ofItemAtPath: folder.file("map.wijkzicht-tijdelijk-\(gone)"))
    _ = try OutputFolder(path: folder.file("map")) { _ in true }
    #expect(!folder.names().contains("map.wijkzicht-tijdelijk-\(gone)"))
  }

  @Test func anEarlierFolderThatWasMovedAsideComesBack() throws {
    let gone = 2_000_000_000
    for hasNew in [false, true] {
      let name = hasNew ? "nieuw" : "weg"
      for each in ["\(name).wijkzicht-vorige-\(gone)"] + (hasNew ? [name] : []) {
        _ = try folder.makeFolder(each)
        _ = try folder.write(each, to: each + "/tabel.csv")
      }
      do { _ = try OutputFolder(path: folder.file(name)) { _ in true } }
      #expect(folder.names().filter { $0.hasPrefix(name) } == [name])
      #expect(
        folder.text(of: name + "/tabel.csv")
          == (hasNew ? name : "\(name).wijkzicht-vorige-\(gone)"))
    }
  }

  @Test func aFileReplacesTheEarlierOneWhole() throws {
    _ = try folder.write("een veel langere vorige inhoud", to: "uit.csv")
    var file = try OutputFile(path: folder.file("uit.csv"))
    try file.write(Array("kort".utf8))
    try file.commit()
    #expect(folder.text(of: "uit.csv") == "kort")
  }

  @Test func bytesStayInOrderWhateverTheSizeOfTheParts() throws {
    var generator = RepeatableGenerator(seed: 6)
    var all: [UInt8] = []
    var file = try OutputFile(path: folder.file("groot"))
    for _ in 0..<40 {
      let count = Int.random(in: 0...(1 << 16), using: &generator) * Int(generator.next() % 9)
      let part = [UInt8](repeating: UInt8.random(in: 65...90, using: &generator), count: count)
      all += part
      try file.write(part)
    }
    try file.commit()
    let written = try InputFile.contents(of: folder.file("groot"))
    #expect(written == all)
  }

  @Test func aFolderThatIsNotThereIsAnError() {
    let path = folder.file("geen/uit.csv")
    #expect(throws: FileError.cannotWrite(path: path, code: 2)) {
      _ = try OutputFile(path: path)
    }
  }

  @Test func readingWhatIsNotAFile() {
    #expect(throws: FileError.missing(path: folder.file("geen"))) {
      try InputFile.contents(of: folder.file("geen"))
    }
    #expect(throws: FileError.isDirectory(path: folder.path)) {
      try InputFile.contents(of: folder.path)
    }
  }

  @Test func partsOfAFile() throws {
    let file = try InputFile(path: try folder.write("0123456789", to: "in"))
    #expect(file.size == 10)
    #expect(try file.bytes(from: 3, count: 4) == Array("3456".utf8))
    #expect(try file.bytes(from: 8, count: 100) == Array("89".utf8))
    #expect(try file.bytes(from: 10, count: 1) == [])
    #expect(try InputFile.contents(of: try folder.write("", to: "leeg")) == [])
  }

  // MARK: Folders

  private func isOurs(_ name: String) -> Bool { ["herkomst.json", "kaart.geojson"].contains(name) }

  @Test func aFolderAppearsWithTheCommit() throws {
    let output = try OutputFolder(path: folder.file("diep/uit/"), isOurs: isOurs)
    try output.write(Array("{}".utf8), to: "herkomst.json")
    #expect(folder.names(in: "diep/uit") == [])
    try output.commit()
    #expect(folder.names(in: "diep") == ["uit"])
    #expect(folder.names(in: "diep/uit") == ["herkomst.json"])
  }

  @Test func anEarlierFolderIsReplacedWhole() throws {
    _ = try folder.makeFolder("uit")
    _ = try folder.write("oud", to: "uit/herkomst.json")
    _ = try folder.write("oud", to: "uit/kaart.geojson")
    let output = try OutputFolder(path: folder.file("uit"), isOurs: isOurs)
    try output.write(Array("nieuw".utf8), to: "herkomst.json")
    #expect(folder.text(of: "uit/herkomst.json") == "oud")
    try output.commit()
    #expect(folder.names() == ["uit"])
    #expect(folder.names(in: "uit") == ["herkomst.json"])
    #expect(folder.text(of: "uit/herkomst.json") == "nieuw")
  }

  @Test func aFolderThatIsLetGoLeavesTheEarlierOne() throws {
    _ = try folder.makeFolder("uit")
    _ = try folder.write("oud", to: "uit/herkomst.json")
    do {
      let output = try OutputFolder(path: folder.file("uit"), isOurs: isOurs)
      try output.write(Array("nieuw".utf8), to: "herkomst.json")
    }
    #expect(folder.names() == ["uit"])
    #expect(folder.text(of: "uit/herkomst.json") == "oud")
  }

  @Test func aFolderWithOtherFilesIsRefused() throws {
    _ = try folder.makeFolder("uit")
    _ = try folder.write("oud", to: "uit/herkomst.json")
    _ = try folder.write("mijn werk", to: "uit/brief.txt")
    let path = folder.file("uit")
    #expect(throws: OutputFolder.Refusal.holdsOtherFiles(path: path, name: "brief.txt")) {
      _ = try OutputFolder(path: path, isOurs: isOurs)
    }
    #expect(folder.text(of: "uit/brief.txt") == "mijn werk")
    #expect(folder.names() == ["uit"])
  }

  @Test func anEmptyFolderIsReplaced() throws {
    _ = try folder.makeFolder("uit")
    let output = try OutputFolder(path: folder.file("uit"), isOurs: isOurs)
    try output.write([], to: "herkomst.json")
    try output.commit()
    #expect(folder.names(in: "uit") == ["herkomst.json"])
  }

  @Test func aFileInThePlaceOfTheFolderIsKept() throws {
    _ = try folder.write("mijn werk", to: "uit")
    do {
      let output = try OutputFolder(path: folder.file("uit"), isOurs: isOurs)
      try output.write([], to: "herkomst.json")
      try output.commit()
      Issue.record("a file was replaced by a folder")
    } catch is FileError {
    }
    #expect(folder.text(of: "uit") == "mijn werk")
    #expect(folder.names() == ["uit"])
  }
}
