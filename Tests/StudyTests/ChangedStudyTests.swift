import Foundation
import Study
import TestSupport
import Testing

/// Study files that are almost right: a study, or problems with a place in the file.
@Suite struct ChangedStudyTests {
  private static let root = URL(fileURLWithPath: #filePath)
    .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent().path

  @Test(arguments: [
    "Tests/Goldens/_shared/studie.yaml", "examples/vijf-steden/studie.yaml",
    "examples/adressen/studie.yaml", "Tests/Goldens/study-patterns/studie.yaml",
  ])
  func anyChangeIsAStudyOrHasProblems(name: String) throws {
    let folder = try ScratchFolder()
    let sound = Array(try Data(contentsOf: URL(fileURLWithPath: "\(Self.root)/\(name)")))
    let path = folder.file("studie.yaml")
    var mutation = Mutation(
      seed: 12, signs: ":-{}[],\"'#&*!|>%@` \n\tab0", bytes: [0x00, 0x80, 0xC3, 0xFF])
    var (read, refused) = (0, 0)
    for _ in Mutation.rounds(1_500) {
      let bytes = mutation.changed(sound)
      _ = try folder.write(bytes, to: "studie.yaml")
      let lines = bytes.count { $0 == 0x0A } + 1
      do throws(StudyProblems) {
        _ = try StudyFileReader.read(path)
        read += 1
      } catch {
        refused += 1
        #expect(!error.problems.isEmpty)
        for problem in error.problems {
          #expect(problem.path == path)
          // YAML counts other line breaks, too: U+0085, U+2028 and a lone carriage return.
          #expect(problem.line <= lines + 8)
          #expect(!problem.text.isEmpty)
        }
      }
    }
    #expect(read > 100)
    #expect(refused > 100)
  }
}
