import Areas
import CSV
import Geocoding
import TestSupport
import Testing

@Suite struct GeocodeRunTests {
  @Test func everyReasonOfRDCoordinates() async throws {
    let (text, counts) = try await geocoded(
      """
      id;x;y
      in;155050;463050
      komma;155150,5;463050,25
      grens;155100;463000
      hoek;155200;463100
      dichtbij;155204,2;463050
      buiten;155203;463104
      ver;156200;463050
      leeg;;463050
      blanco; ;
      woord;onbekend;463050
      nan;NaN;463050
      oneindig;1e999;463050
      verwisseld;463050;155050
      graden;5.387206;52.155174
      nul;0;0
      kort;155050
      lang;155050;463050;x

      """, columns: .rd(x: 1, y: 2), snap: 4.5)
    #expect(
      text == """
        id;x;y;buurtcode;wijkcode;gemeentecode;match_niveau;match_reden
        in;155050;463050;BU03070101;WK030701;GM0307;coordinaat;
        komma;155150,5;463050,25;BU03070102;WK030701;GM0307;coordinaat;
        grens;155100;463000;BU03070101;WK030701;GM0307;coordinaat;
        hoek;155200;463100;BU03070102;WK030701;GM0307;coordinaat;
        dichtbij;155204,2;463050;BU03070102;WK030701;GM0307;coordinaat;bij_dichtstbijzijnde_gebied 5 m
        buiten;155203;463104;;;;geen;buiten_de_gebieden 5 m
        ver;156200;463050;;;;geen;buiten_de_gebieden 1000 m
        leeg;;463050;;;;geen;leeg
        blanco; ;;;;;geen;leeg
        woord;onbekend;463050;;;;geen;geen_getal
        nan;NaN;463050;;;;geen;niet_eindig
        oneindig;1e999;463050;;;;geen;niet_eindig
        verwisseld;463050;155050;;;;geen;assen_verwisseld
        graden;5.387206;52.155174;;;;geen;lon_lat_in_rd_kolommen
        nul;0;0;;;;geen;buiten_nederland
        kort;155050;;;;;geen;aantal_velden_wijkt_af
        lang;155050;"463050;x";;;;geen;aantal_velden_wijkt_af

        """)
    #expect(counts.total == 17)
    #expect(counts.placed == 5)
    #expect(counts[.placed] == 4)
    #expect(counts[.notFinite] == 2)
    #expect(
      counts.remarks.map(\.reason) == [
        .snapped, .outsideAreas, .empty, .notANumber, .notFinite, .swappedAxes, .lonLatInRD,
        .outsideNetherlands, .ragged,
      ])
  }

  @Test func degrees() async throws {
    let (text, counts) = try await geocoded(
      """
      lat;lon
      52.155500;5.387900
      463050;155050
      155050;463050
      5.387206;52.155174
      40.7;-74
      52.1605;5.387206

      """, columns: .lonLat(lon: 1, lat: 0))
    #expect(
      text == """
        lat;lon;buurtcode;wijkcode;gemeentecode;match_niveau;match_reden
        52.155500;5.387900;BU03070101;WK030701;GM0307;coordinaat;
        463050;155050;;;;geen;rd_in_lon_lat_kolommen
        155050;463050;;;;geen;rd_in_lon_lat_kolommen
        5.387206;52.155174;;;;geen;assen_verwisseld
        40.7;-74;;;;geen;buiten_nederland
        52.1605;5.387206;;;;geen;buiten_de_gebieden 493 m

        """)
    #expect(counts.placed == 1)
  }

  @Test func codes() async throws {
    let (text, counts) = try await geocoded(
      """
      plek;n
      BU03070101;1
      bu03070102 ;2
      03070101;3
      ;4
      BU99999999;5
      WK030701;6
      Oost;7
      BU03070101

      """, columns: .code(0, .buurt))
    #expect(
      text == """
        plek;n;buurtcode;wijkcode;gemeentecode;match_niveau;match_reden
        BU03070101;1;BU03070101;WK030701;GM0307;code;
        bu03070102 ;2;BU03070102;WK030701;GM0307;code;
        03070101;3;BU03070101;WK030701;GM0307;code;
        ;4;;;;geen;leeg
        BU99999999;5;;;;geen;onbekende_code
        WK030701;6;;;;geen;onbekende_code
        Oost;7;;;;geen;onbekende_code
        BU03070101;;;;;geen;aantal_velden_wijkt_af

        """)
    #expect(counts.placed == 3)
    #expect(counts[.unknownCode] == 3)
  }

  @Test func quotedCoordinatesAndQuotedText() async throws {
    let (text, _) = try await geocoded(
      "naam,x,y\r\n\"a, \"\"b\"\"\r\nc\",\"155050\",\"463050\"\r\n\r\nd,155150,463050",
      columns: .rd(x: 1, y: 2))
    #expect(
      text == """
        naam,x,y,buurtcode,wijkcode,gemeentecode,match_niveau,match_reden
        "a, ""b""\r\nc","155050","463050",BU03070101,WK030701,GM0307,coordinaat,
        d,155150,463050,BU03070102,WK030701,GM0307,coordinaat,

        """)
  }

  @Test func everyReasonWasSeen() async throws {
    var seen: Set<MatchReason> = []
    for (text, columns) in [
      (
        "x;y\n155050;463050\n155201;463050\n156000;463050\n;\na;1\nnan;1\n463050;155050\n5;52\n0;0\n1\n",
        PlacementColumns.rd(x: 0, y: 1)
      ),
      ("lon;lat\n155050;463050\n", .lonLat(lon: 0, lat: 1)),
      ("c;d\nBU00000000;1\n", .code(0, .buurt)),
    ] {
      let counts = try await geocoded(text, columns: columns, snap: 2).counts
      seen.formUnion(MatchReason.allCases.filter { counts[$0] > 0 })
    }
    // A run of its own leaves no gemeente out and nothing that is doubtful; studies do. Special points
    // need a list.
    #expect(
      seen
        == Set(MatchReason.allCases).subtracting([
          .otherMunicipality, .specialPoint, .specialPointLeftOut, .doubtful, .notFound,
        ]))
  }

  // MARK: Nothing is lost

  /// The rows of an output, and the header.
  private func parsed(_ text: String) throws -> (header: [String], rows: [[String]]) {
    let file = try opened(text, delimiter: UInt8(ascii: ";"))
    guard let chunk = try firstChunk(file) else { return (file.header, []) }
    let records = CSVRecords(chunk.bytes, dialect: file.dialect)
    return (file.header, (0..<records.count).map { records.texts($0) })
  }

  @Test func raggedRowsKeepTheirContent() async throws {
    let (text, counts) = try await geocoded(
      #"""
      x;y
      1
      155050;463050;"drie;vier";5
      155050;"twee";drie
      "een;1";"twee ""2""";;

      """#, columns: .rd(x: 0, y: 1))
    #expect(counts[.ragged] == 4)
    let (header, rows) = try parsed(text)
    #expect(rows.allSatisfy { $0.count == header.count })
    #expect(
      rows.map { Array($0[..<2]) } == [
        ["1", ""], ["155050", "463050;\"drie;vier\";5"], ["155050", "\"twee\";drie"],
        ["een;1", #""twee ""2""";;"#],
      ])
    #expect(rows.allSatisfy { $0.last == "aantal_velden_wijkt_af" })
  }

  @Test func oneColumnWithTooManyFields() async throws {
    let (text, _) = try await geocoded(
      "plek\n\"BU03070101\";x\nBU03070101\n", columns: .code(0, .buurt))
    let (header, rows) = try parsed(text)
    #expect(rows.allSatisfy { $0.count == header.count })
    #expect(rows.map(\.[0]) == ["\"BU03070101\";x", "BU03070101"])
    #expect(rows.map(\.[1]) == ["", "BU03070101"])
  }

  @Test func aQuoteThatNeverClosesIsAnError() async throws {
    for last in [
      "155050;463050;\"open", "155050;463050;\"open\n155050;463050;x\n", "155050;\"463050",
    ] {
      await #expect(throws: CSVError.unclosedQuote(path: "proef.csv", line: 3), "\(last)") {
        _ = try await geocoded(
          "x;y;naam\n155050;463050;a\n" + last, columns: .rd(x: 0, y: 1))
      }
    }
  }

  @Test func wildFilesKeepEveryField() async throws {
    var generator = RepeatableGenerator(seed: 16)
    let parts = [
      "a", "155050", "463050", "\"", "\"\"", ";", ";", ",", "\n", "\n", "\r\n", " ", "é",
    ]
    var unclosed = 0
    for _ in 0..<800 {
      let body = (0..<30).map { _ in parts[Int.random(in: 0..<parts.count, using: &generator)] }
        .joined()
      let file = try opened("x;y;n\n" + body, delimiter: UInt8(ascii: ";"))
      let reader = PlaceReader(columns: .rd(x: 0, y: 1), columnCount: 3)
      let locator = AreaLocator(try sampleLayer())
      var bytes: [UInt8] = []
      let input: (header: [String], rows: [[String]])
      do {
        input = try parsed("x;y;n\n" + body)
      } catch CSVError.unclosedQuote(let path, let line) {
        unclosed += 1
        await #expect(throws: CSVError.unclosedQuote(path: path, line: line)) {
          try await GeocodeRun(file: file, reader: reader, tasks: 1).run(in: { locator }) { _ in }
        }
        continue
      }
      _ = try await GeocodeRun(file: file, reader: reader, tasks: 1).run(in: { locator }) {
        bytes += $0
      }
      let (_, rows) = try parsed(String(decoding: bytes, as: UTF8.self))
      #expect(rows.count == input.rows.count, "\(body.debugDescription)")
      guard rows.count == input.rows.count else { return }
      for (row, source) in zip(rows, input.rows) {
        #expect(row.count == 8, "\(body.debugDescription)")
        let kept = source.count > 3 ? 2 : source.count
        #expect(Array(row[..<kept]) == Array(source[..<kept]), "\(body.debugDescription)")
      }
    }
    #expect((200...600).contains(unclosed))
  }

  // MARK: Many tasks

  @Test func anyNumberOfTasksGivesTheSameBytes() async throws {
    var generator = RepeatableGenerator(seed: 17)
    var text = "id;x;y;naam\n"
    for id in 0..<90_000 {
      let x = Double(Int.random(in: 1_549_500...1_552_500, using: &generator)) / 10
      let y = Double(Int.random(in: 4_629_500...4_631_500, using: &generator)) / 10
      let name = id % 7 == 0 ? "\"regel\neen; \"\"twee\"\"\"" : "naam"
      text += id % 11 == 0 ? "\(id);;\(y);\(name)\n" : "\(id);\(x);\(y);\(name)\n"
    }
    #expect(text.utf8.count > 2 << 20)
    let one = try await geocoded(text, columns: .rd(x: 1, y: 2), snap: 10, tasks: 1)
    #expect(one.counts.total == 90_000)
    for tasks in [2, 7] {
      let many = try await geocoded(text, columns: .rd(x: 1, y: 2), snap: 10, tasks: tasks)
      #expect(many.text == one.text)
      #expect(many.counts == one.counts)
    }
  }
}
