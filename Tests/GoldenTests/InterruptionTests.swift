import Foundation
import Testing

/// Runs that end early or meet input that is too large to keep: nothing half-done stays behind.
///
/// The input is made when the tests run.
@Suite(.serialized) struct InterruptionTests {
  private static let areas = "--areas test_2024.geojson"
  private static let folder = Places.goldens + "/_shared"

  /// An interrupt while a large file is read leaves the earlier result as it was.
  @Test(arguments: [0.2, 0.5, 1.0]) func interruptWhileGeocoding(after seconds: Double) throws {
    let run = try ProgramRun(
      """
      echo eerder > $OUT/uit.csv
      { echo 'nr;x;y'; yes '1;120500;480500' | head -c 300000000; } > $TMPDIR/groot.csv
      timeout --preserve-status -s INT \(seconds) \
      wijkzicht geocode $TMPDIR/groot.csv \(Self.areas) --out $OUT/uit.csv
      """, in: Self.folder)
    #expect(run.exitCode == 130)
    #expect(run.complaints == [])
    #expect(run.output == ["uit.csv": Data("eerder\n".utf8)])
  }

  /// An interrupt while a register is built leaves the earlier one, and no part of a new one.
  @Test(arguments: [0.2, 0.5, 1.0]) func interruptWhileBuildingARegister(after seconds: Double)
    throws
  {
    let run = try ProgramRun(
      """
      echo eerder > $OUT/r.wzr
      { echo 'straat;huisnummer;postcode;woonplaats;x;y'
      yes 'Proeflaan;1;1901AA;Teststad;120100;480500' | head -c 300000000; } > $TMPDIR/groot.csv
      timeout --preserve-status -s INT \(seconds) \
      wijkzicht register build $TMPDIR/groot.csv \(Self.areas) --out $OUT/r.wzr
      """, in: Self.folder)
    #expect(run.exitCode == 130)
    #expect(run.complaints == [])
    #expect(run.leftovers == [])
    #expect(run.output == ["r.wzr": Data("eerder\n".utf8)])
  }

  /// An interrupt while standard input is awaited.
  @Test(arguments: [("INT", 130), ("TERM", 143), ("HUP", 129)] as [(String, Int32)])
  func interruptWhileWaiting(signal: String, code: Int32) throws {
    let run = try ProgramRun(
      """
      { echo 'nr;x;y'; exec sleep 2; } | timeout --preserve-status -s \(signal) 0.3 \
      wijkzicht geocode - \(Self.areas) --out $OUT/uit.csv
      """, in: Self.folder)
    #expect(run.exitCode == code)
    #expect(run.complaints == [])
    #expect(run.output == [:])
  }

  /// An interrupt while a study writes its folder, at many moments: the folder is the earlier one or
  /// the new one, never a mixture.
  @Test(arguments: [0.05, 0.1, 0.2, 0.3, 0.4, 0.6, 0.8, 1.2])
  func interruptWhileWriting(after seconds: Double) throws {
    let run = try ProgramRun(
      """
      mkdir $OUT/studie; echo eerder > $OUT/studie/provenance.json
      timeout --preserve-status -s INT \(seconds) \
      wijkzicht run studie.yaml --out $OUT/studie > $TMPDIR/verslag
      """, in: Self.folder)
    #expect(run.leftovers == [])
    #expect(run.complaints == [])
    if run.exitCode == 130, run.output.count == 1 {
      #expect(run.output == ["studie/provenance.json": Data("eerder\n".utf8)])
    } else {
      #expect(run.output["studie/tabel.csv"] != nil)
      #expect(run.output["studie/provenance.json"]?.count ?? 0 > 100)
    }
  }

  /// A program that `nohup` started goes on when its terminal is lost.
  @Test func goesOnWithoutTerminal() throws {
    let run = try ProgramRun(
      """
      { cat incidenten.csv; sleep 0.6; } | timeout --preserve-status -s HUP 0.3 \
      bash -c 'trap "" HUP; exec wijkzicht geocode - \(Self.areas) --out $OUT/uit.csv'
      """, in: Self.folder)
    #expect(run.exitCode == 0)
    #expect(run.output["uit.csv"] != nil)
  }

  /// One line of 100 MB is refused, with the line on which it begins.
  @Test func lineWithoutEnd() throws {
    let run = try ProgramRun(
      """
      { echo 'nr;x;y'; echo '1;120500;480500'; head -c 100000000 /dev/zero | tr '\\0' 7; } \
      > $TMPDIR/lang.csv
      cd $TMPDIR; wijkzicht geocode lang.csv --areas $ROOT/Tests/Goldens/_shared/test_2024.geojson \
      --out $OUT/uit.csv
      """, in: Self.folder)
    #expect(run.exitCode == 2)
    #expect(
      run.complaints.first?.hasPrefix(
        "wijkzicht: lang.csv: the record that begins on line 3 is longer") == true)
    #expect(run.output == [:])
    #expect(run.leftovers == [])
  }

  /// Whether a file system may be mounted: by root only, and not in every container.
  private static let canMount: Bool = {
    let run = try? ProgramRun(
      "mkdir $TMPDIR/m && mount -t tmpfs -o size=64k tmpfs $TMPDIR/m && umount $TMPDIR/m",
      in: folder)
    return run?.exitCode == 0
  }()

  /// A disk that fills up leaves the earlier result, and no temporary file that would keep it full.
  @Test(
    .enabled(if: canMount, "a small disk cannot be mounted here"),
    arguments: [
      ("provenance.json", "run studie.yaml --out klein/studie"),
      ("uit.csv", "geocode $TMPDIR/records.csv \(areas) --out klein/studie/uit.csv"),
      ("r.wzr", "register build $TMPDIR/adressen.csv \(areas) --out klein/studie/r.wzr"),
    ])
  func fullDisk(earlier: String, command: String) throws {
    let run = try ProgramRun(
      """
      mkdir $TMPDIR/klein
      mount -t tmpfs -o size=64k tmpfs $TMPDIR/klein
      trap 'umount $TMPDIR/klein' EXIT
      mkdir $TMPDIR/klein/studie; echo eerder > $TMPDIR/klein/studie/\(earlier)
      { echo 'nr;x;y'; yes '1;120500;480500' | head -n 60000; } > $TMPDIR/records.csv
      { echo 'straat;huisnummer;postcode;woonplaats;x;y'
      seq 1 9000 | sed 's/.*/Proeflaan;&;1901AA;Teststad;120100;480500/'; } > $TMPDIR/adressen.csv
      cp -r . $TMPDIR/hier; cd $TMPDIR/hier; ln -s ../klein klein
      wijkzicht \(command); code=$?
      cp -r $TMPDIR/klein/. $OUT; exit $code
      """, in: Self.folder)
    #expect(run.exitCode == 2)
    #expect(run.stderr.contains("the disk is full") || run.stderr.contains("No space"))
    // What was read of a source is told before.
    #expect(run.complaints.count { !$0.contains(" addresses (") } == 1)
    #expect(run.output == ["studie/\(earlier)": Data("eerder\n".utf8)])
  }

  /// A folder in which this user may write nothing; root, who may write everywhere, becomes nobody.
  @Test(arguments: [true, false])
  func folderWithoutPermission(study: Bool) throws {
    let command =
      study
      ? "run studie.yaml --out $OUT/dicht/studie"
      : "geocode incidenten.csv \(Self.areas) --out $OUT/dicht/uit.csv"
    let run = try ProgramRun(
      """
      cp -rL . $TMPDIR/hier; mkdir -p $OUT/dicht/studie
      echo eerder > $OUT/dicht/uit.csv; echo eerder > $OUT/dicht/studie/provenance.json
      chmod 755 $TMPDIR $OUT; chmod 555 $OUT/dicht; cd $TMPDIR/hier
      as() { "$@"; }
      if [ $(id -u) = 0 ]; then
        cp $(readlink -f $(command -v wijkzicht)) $TMPDIR/wijkzicht; chmod 755 $TMPDIR/wijkzicht
        as() { setpriv --reuid=65534 --regid=65534 --clear-groups env PATH=$TMPDIR:$PATH "$@"; }
        cp -r $WIJKZICHT_GEODATA $TMPDIR/geodata; export WIJKZICHT_GEODATA=$TMPDIR/geodata
      fi
      chmod -R a+rX $TMPDIR/hier $TMPDIR/geodata 2> /dev/null
      as wijkzicht \(command); code=$?
      chmod 755 $OUT/dicht; exit $code
      """, in: Self.folder)
    #expect(run.exitCode == 2)
    #expect(run.complaints.count == 1)
    #expect(run.complaints.first?.contains("the system refuses to write it") == true)
    #expect(run.leftovers == [])
    #expect(
      run.output == [
        "dicht/uit.csv": Data("eerder\n".utf8),
        "dicht/studie/provenance.json": Data("eerder\n".utf8),
      ])
  }

  /// A work file is readable by its owner alone, whatever the umask.
  @Test func workFileIsPrivate() throws {
    let run = try ProgramRun(
      """
      umask 000; wijkzicht geocode incidenten.csv \(Self.areas) --out $OUT/uit.csv 2> $TMPDIR/log
      stat -c %a $OUT/uit.csv
      """, in: Self.folder)
    #expect(run.stdout == "600\n")
  }
}

/// GeoPackages that are not what they should be, made from a sound one.
@Suite(.enabled(if: FileManager.default.fileExists(atPath: "/usr/bin/sqlite3"), "needs sqlite3"))
struct DamagedGeoPackageTests {
  /// Makes a sound GeoPackage with a study, damages it with `damage`, and asks for its areas.
  private func run(_ damage: String, _ rest: String = "") throws -> ProgramRun {
    try ProgramRun(
      """
      wijkzicht run studie.yaml --out $TMPDIR/goed > $TMPDIR/verslag || exit 98
      cp $TMPDIR/goed/wijkzicht.gpkg $TMPDIR/stuk_2024.gpkg
      sqlite3 $TMPDIR/stuk_2024.gpkg 'ALTER TABLE buurten RENAME COLUMN code TO buurtcode'
      cp incidenten.csv $TMPDIR; cd $TMPDIR; \(damage)
      wijkzicht geocode incidenten.csv --areas stuk_2024.gpkg --out $OUT/uit.csv \(rest)
      """, in: Places.goldens + "/_shared")
  }

  @Test func soundOneIsRead() throws {
    let run = try run("true")
    #expect(run.exitCode == 0, "\(run.stderr)")
    #expect(run.output["uit.csv"] != nil)
  }

  @Test(arguments: [50, 100, 4_096, 20_000, 60_000])
  func cutOff(at size: Int) throws {
    let run = try run("truncate -s \(size) stuk_2024.gpkg")
    #expect(run.exitCode == 2)
    #expect(run.complaints.first?.hasPrefix("wijkzicht: stuk_2024.gpkg: ") == true)
    #expect(run.complaints.count == 1)
    #expect(run.output == [:])
    #expect(run.leftovers == [])
  }

  @Test(
    arguments: [
      "DROP TABLE gpkg_contents", "DELETE FROM gpkg_contents WHERE table_name LIKE 'buurt%'",
      "DELETE FROM gpkg_geometry_columns",
    ])
  func withoutLayer(_ statement: String) throws {
    let run = try run("sqlite3 stuk_2024.gpkg \"\(statement)\"")
    #expect(run.exitCode == 2)
    #expect(run.complaints.first?.hasPrefix("wijkzicht: stuk_2024.gpkg: ") == true)
    #expect(run.output == [:])
  }
}
