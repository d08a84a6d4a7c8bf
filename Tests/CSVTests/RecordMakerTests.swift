import CSV
import Synchronization
import Testing

@Suite struct RecordMakerTests {
  /// Three blocks of records, the second longer than asked for.
  private struct Maker: CSVRecordMaker {
    var fails = false
    var leftOutRows: [Int] { [9] }

    struct Failure: Error, Hashable {}

    final class Stream: CSVRecordStream {
      let fails: Bool
      private let number = Mutex(0)

      init(fails: Bool) { self.fails = fails }

      func next(size: Int) throws(CSVError) -> [UInt8]? {
        let place = number.withLock {
          $0 += 1
          return $0
        }
        if fails, place == 2 { throw .source(CSVSourceFailure(Failure())) }
        let blocks = ["a;1\nb;2\n", "\"c\nd\";3\ne;4\n", "f;5\n"]
        return place <= blocks.count ? Array(blocks[place - 1].utf8) : nil
      }
    }

    func start() throws(CSVError) -> any CSVRecordStream { Stream(fails: fails) }
  }

  private func file(_ maker: Maker) -> CSVFile {
    CSVFile(path: "x.tab", place: "blad 1", header: ["naam; kort", "n"], maker: maker)
  }

  @Test func recordsThatAreMade() throws {
    let file = file(Maker())
    #expect(String(decoding: file.headerLine, as: UTF8.self) == "\"naam; kort\";n")
    #expect(file.place == "blad 1")
    #expect(file.leftOutRows == [9])
    // Each reading begins anew.
    for _ in 0..<2 {
      var chunks = file.chunks(ofSize: 4)
      var rows: [[String]] = []
      var lines: [Int] = []
      while let chunk = try chunks.next() {
        lines.append(chunk.firstLine)
        let records = CSVRecords(chunk.bytes, dialect: file.dialect)
        rows += (0..<records.count).map { records.texts($0) }
      }
      #expect(rows == [["a", "1"], ["b", "2"], ["c\nd", "3"], ["e", "4"], ["f", "5"]])
      #expect(lines == [2, 4, 7])
    }
  }

  @Test func errorsOfTheMaker() throws {
    var chunks = file(Maker(fails: true)).chunks()
    #expect(try chunks.next() != nil)
    do {
      _ = try chunks.next()
      Issue.record("no error")
    } catch CSVError.source(let failure) {
      #expect(failure.error is Maker.Failure)
      #expect(failure == CSVSourceFailure(Maker.Failure()))
    }
  }
}
