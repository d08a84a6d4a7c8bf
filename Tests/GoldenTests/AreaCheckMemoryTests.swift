import Foundation
import Testing

/// The check of boundaries is made once for a file and remembered by its content.
@Suite struct AreaCheckMemoryTests {
  private static let areas = "test_2024.geojson"

  private func run(_ line: String) throws -> ProgramRun {
    try ProgramRun("cp *.geojson $TMPDIR; cd $TMPDIR; \(line)", in: Places.goldens + "/_shared")
  }

  /// A second run takes what the first one found: what is written there is what it says.
  @Test func rememberedByContent() throws {
    let run = try run(
      """
      wijkzicht areas info \(Self.areas) > eerst
      cp \(Self.areas) andere_2024.geojson
      wijkzicht areas info andere_2024.geojson > kopie; cmp eerst kopie
      ls cache/wijkzicht/*-buurt-v*.txt | wc -l
      sed -i '1,$ s/BU99/BU99/' cache/wijkzicht/*; ls -l --time-style=+%s%N cache/wijkzicht > voor
      wijkzicht areas info \(Self.areas) > weer; cmp eerst weer
      ls -l --time-style=+%s%N cache/wijkzicht | cmp - voor && echo onveranderd
      """)
    #expect(run.stderr == "")
    #expect(run.stdout == "1\nonveranderd\n")
  }

  /// A file with other content is checked anew.
  @Test func otherContentIsCheckedAnew() throws {
    let run = try run(
      """
      wijkzicht areas info \(Self.areas) > eerst
      echo >> \(Self.areas)
      wijkzicht areas info \(Self.areas) > weer; cmp eerst weer
      ls cache/wijkzicht/*-buurt-v*.txt | wc -l
      """)
    #expect(run.stderr == "")
    #expect(run.stdout == "2\n")
  }

  /// A remembered check that is damaged is made anew, and none can be kept without harm.
  @Test(arguments: [
    "for f in cache/wijkzicht/*; do echo onzin > $f; done",
    "for f in cache/wijkzicht/*; do : > $f; done",
    "for f in cache/wijkzicht/*; do head -c 20 /dev/urandom > $f; done",
    "rm -r cache; echo > cache",
  ])
  func damagedMemory(damage: String) throws {
    let run = try run(
      """
      wijkzicht areas info \(Self.areas) > eerst; \(damage)
      wijkzicht areas info \(Self.areas) > weer; echo $?; cmp eerst weer
      """)
    #expect(run.stderr == "")
    #expect(run.stdout == "0\n")
  }

  /// A study's first run makes the check, too.
  @Test func firstRunOfAStudy() throws {
    let run = try ProgramRun(
      """
      wijkzicht run studie.yaml --out $TMPDIR/uit > $TMPDIR/verslag
      ls $XDG_CACHE_HOME/wijkzicht | sed 's/^[0-9a-f]*-//'
      """, in: Places.goldens + "/_shared")
    #expect(run.stderr == "")
    #expect(run.stdout == "buurt-v1.txt\ngemeente-v1.txt\nwijk-v1.txt\n")
  }
}
