import Bytes
import TestSupport
import Testing

@Suite struct PartedPathTests {
  private let folder: ScratchFolder

  init() throws { folder = try ScratchFolder() }

  private func parts(_ path: String) -> [String?] {
    let named = PartedPath(path)
    return [named.file, named.part]
  }

  @Test func behindTheMarkStandsAPart() throws {
    let book = try folder.write("", to: "boek.xlsx")
    #expect(parts(book) == [book, nil])
    #expect(parts(book + "#2024") == [book, "2024"])
    #expect(parts(book + "#deel #2") == [book, "deel #2"])
    #expect(parts(book + "#") == [book, nil])
  }

  @Test func aFileThatIsThereKeepsItsMark() throws {
    let book = try folder.write("", to: "boek #2.xlsx")
    #expect(parts(book) == [book, nil])
    #expect(parts(book + "#blad") == [book, "blad"])
  }

  @Test func ofAFileThatIsNotThereTheFirstMarkCounts() {
    #expect(parts("weg.gpkg#laag#1") == ["weg.gpkg", "laag#1"])
    #expect(parts("#laag") == ["#laag", nil])
    #expect(parts("") == ["", nil])
  }
}
