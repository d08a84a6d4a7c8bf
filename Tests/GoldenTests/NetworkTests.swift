import Foundation
import Testing

/// Nothing is sent anywhere: the kernel ends a program that opens a socket, and these do not end.
///
/// `without-sockets` sets the filter; it needs Linux.
@Suite struct NetworkTests {
  private static let folder = Places.goldens + "/_shared"

  /// The exit code of a program that the filter ended: 128 and the number of SIGSYS.
  private static let ended: Int32 = 159

  private func run(_ line: String) throws -> ProgramRun {
    // The shell itself tells how the last program ended.
    try ProgramRun("\(line); code=$?; exit $code", in: Self.folder)
  }

  /// Whether the filter can be set here; a container may not allow it.
  private func filterWorks() throws -> Bool { try run("./without-sockets true").exitCode == 0 }

  /// The filter ends what does open one: else the tests below would show nothing.
  @Test func theFilterEndsAProgramThatConnects() throws {
    guard try filterWorks() else { return }
    let source =
      "{id: dicht, for: areas, name: dicht, holder: niemand, licence: none, form: gpkg, "
      + "years: {2024: {address: http://127.0.0.1:1/kaart.gpkg}}}"
    let program = try run(
      """
      printf 'sources:\\n  - \(source)\\n' > $TMPDIR/b.yaml; \
      ./without-sockets wijkzicht areas fetch dicht --year 2024 --sources $TMPDIR/b.yaml
      """)
    #expect(program.exitCode == Self.ended)
    let shell = try run("./without-sockets bash -c 'exec 3<>/dev/tcp/127.0.0.1/9'")
    #expect(shell.exitCode == Self.ended)
  }

  @Test(arguments: [
    "register build adressen.csv --areas test_2024.geojson --out $OUT/r.wzr",
    "geocode ../address-columns/meldingen.csv --register $TMPDIR/r.wzr --out $OUT/uit.csv",
    "geocode ../address-columns/meldingen.csv --register $TMPDIR/r.wzr --explain 5",
    "geocode incidenten.csv --areas test_2024.geojson --out $OUT/uit.csv",
    "run ../study-address/studie.yaml --register $TMPDIR/r.wzr --out $OUT/studie",
  ])
  func opensNoSocket(command: String) throws {
    guard try filterWorks() else { return }
    let run = try run("./make-register && ./without-sockets wijkzicht \(command)")
    #expect(run.exitCode == 0, "\(run.stderr)")
  }
}
