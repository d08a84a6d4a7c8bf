import Cartography
import Foundation
import Geometry
import Testing

@testable import Pictures

#if canImport(FoundationXML)
  import FoundationXML
#endif

@Suite struct PictureTests {
  static func square(_ x: Double, _ y: Double, side: Double) throws -> MultiPolygon {
    MultiPolygon([
      Polygon(
        exterior: try Ring([
          Position(x: x, y: y), Position(x: x + side, y: y), Position(x: x + side, y: y + side),
          Position(x: x, y: y + side), Position(x: x, y: y),
        ]))
    ])
  }

  static func picture(
    _ names: [String], title: String = "Titel", stamps: [String] = [], side: Double = 1000,
    isOfAreas: Bool = true
  ) throws -> MapPicture {
    MapPicture(
      title: title, unit: "per km²", stamps: stamps, abstract: "Bron: proef.", study: "Proef",
      legend: PictureLegend([
        .init(label: "1 tot 2", color: Color(red: 255, green: 0, blue: 0)),
        .init(label: "Onderdrukt", color: AreaStatus.ground, status: .onderdrukt),
      ]),
      areas: try names.enumerated().map { index, name in
        PictureArea(
          surface: try square(Double(index) * 50_000, 0, side: side),
          fill: .entry(index % 2), gemeentecode: name)
      },
      gemeenten: names.map { (code: $0, name: $0) }, language: .nl, isOfAreas: isOfAreas)
  }

  @Test func namesAboveNarrowMapsStandApart() {
    let boxes = (0..<4).map { _ in Box(minX: 0, minY: 0, maxX: 100, maxY: 4000) }
    let titles = [60.0, 45, 30, 500]
    let layout = PanelLayout(
      boxes: boxes, titles: titles, width: 200, height: 150, heading: 5, gap: 4)
    for (number, a) in layout.places.enumerated() {
      #expect(a.x + min(titles[a.panel], 200) <= 200 + 1e-9)
      for b in layout.places.dropFirst(number + 1) where b.y == a.y {
        #expect(b.x >= a.x + titles[a.panel])
      }
    }
  }

  @Test func surfacesOfAHeatmapAreNotCounted() throws {
    let size = PictureSize.slide
    let areas = try Self.picture(["A"]).svg(size: size, style: HouseStyle())
    #expect(areas.contains("1 tot 2 (1)") && areas.contains("Onderdrukt (0)"))
    let bands = try Self.picture(["A"], isOfAreas: false).svg(size: size, style: HouseStyle())
    #expect(bands.contains(">1 tot 2<") && !bands.contains("Onderdrukt"))
    #expect(!bands.contains("tussen haakjes"))
    let hidden = try Self.picture(["A", "B"], isOfAreas: false).svg(size: size, style: HouseStyle())
    #expect(hidden.contains(">Onderdrukt<"))
  }

  @Test func allMapsHaveOneScaleAndStayOnTheSheet() throws {
    for size in PictureSize.allCases {
      let boxes = [
        Box(minX: 0, minY: 0, maxX: 20_000, maxY: 12_000),
        Box(minX: 0, minY: 0, maxX: 8000, maxY: 9000),
        Box(minX: 0, minY: 0, maxX: 31_000, maxY: 14_000),
      ]
      let layout = PanelLayout(
        boxes: boxes, width: size.width, height: size.height, heading: 5, gap: 4)
      #expect(layout.places.map(\.panel).sorted() == [0, 1, 2])
      for place in layout.places {
        let box = boxes[place.panel]
        #expect(place.x + box.width * layout.scale <= size.width + 1e-6)
        #expect(place.y + 5 + box.height * layout.scale <= size.height + 1e-6)
      }
      // No two maps overlap.
      for (number, a) in layout.places.enumerated() {
        for b in layout.places.dropFirst(number + 1) {
          let apart =
            a.x + boxes[a.panel].width * layout.scale <= b.x
            || b.x + boxes[b.panel].width * layout.scale <= a.x
            || a.y + 5 + boxes[a.panel].height * layout.scale <= b.y
            || b.y + 5 + boxes[b.panel].height * layout.scale <= a.y
          #expect(apart)
        }
      }
    }
  }

  @Test func mapsStandWhereTheyTakeTheLeastRoom() throws {
    // Tall and low ones in turn: in the order given each row is as high as the tall ones.
    let sizes = [(15.0, 20.0), (15, 5), (15, 20), (15, 5), (15, 20)]
    let boxes = sizes.map {
      Box(minX: 0, minY: 0, maxX: $0.0 * 1000, maxY: $0.1 * 1000)
    }
    let layout = PanelLayout(boxes: boxes, width: 240, height: 110, heading: 7, gap: 5)
    // All ways to divide them over two rows.
    var best = 0.0
    for first in 0..<32 where first > 0 && first < 31 {
      let rows = [true, false].map { above in
        sizes.indices.filter { (first & (1 << $0) != 0) == above }
      }
      let widths = rows.map { row in
        (240 - 5 * Double(row.count - 1)) / row.reduce(0) { $0 + sizes[$1].0 * 1000 }
      }
      let heights = rows.map { row in row.map { sizes[$0].1 * 1000 }.max() ?? 0 }
      best = max(best, min(widths.min() ?? 0, (110 - 5 - 2 * 7) / (heights[0] + heights[1])))
    }
    #expect(layout.scale > best * 0.98)
    // Maps that fit as they are given stay so.
    let same = Array(repeating: boxes[0], count: 5)
    #expect(
      PanelLayout(boxes: same, width: 240, height: 110, heading: 7, gap: 5).places.map(\.panel)
        == [0, 1, 2, 3, 4])
  }

  @Test func mapsStandBelowTheLegendAndNotUnderIt() {
    // One as wide as the sheet, which the legend would make narrower.
    let sizes = [(22.0, 18.0), (26, 18), (22, 18.5), (37, 25), (63, 26)]
    let boxes = sizes.map { Box(minX: 0, minY: 0, maxX: $0.0 * 1000, maxY: $0.1 * 1000) }
    let corner = PanelLayout.Size(width: 60, height: 55)
    let layout = PanelLayout(
      boxes: boxes, width: 270, height: 150, heading: 6, gap: 5, corner: corner)
    let beside = PanelLayout(boxes: boxes, width: 270 - 65, height: 150, heading: 6, gap: 5)
    #expect(layout.scale > beside.scale * 1.1)
    var taken = layout.places.map { place in
      let box = boxes[place.panel]
      return Box(
        minX: place.x, minY: place.y, maxX: place.x + box.width * layout.scale,
        maxY: place.y + 6 + box.height * layout.scale)
    }
    #expect(taken.allSatisfy { $0.minX >= 0 && $0.maxX <= 270 && $0.minY >= 0 && $0.maxY <= 150 })
    taken.append(Box(minX: 210, minY: 0, maxX: 270, maxY: 55))
    for (number, a) in taken.enumerated() {
      for b in taken.dropFirst(number + 1) {
        let room = max(
          max(a.minX, b.minX) - min(a.maxX, b.maxX), max(a.minY, b.minY) - min(a.maxY, b.maxY))
        #expect(room > 4.999)
      }
    }
  }

  @Test func whatMustBeReadWithAPictureIsNotCutOff() throws {
    let words = (1...150).map { "woord\($0)" }.joined(separator: " ") + ".\nBron: proef."
    for size in PictureSize.allCases {
      let picture = MapPicture(
        title: "Titel", unit: "", stamps: [], abstract: words, study: "Proef",
        legend: PictureLegend([]), areas: [], gemeenten: [], language: .nl)
      let svg = picture.svg(size: size)
      #expect(!svg.contains("…") && svg.contains("woord150.<") && svg.contains(">Bron: proef.<"))
    }
  }

  @Test func textOfDataIsNeverMarkup() throws {
    let svg = try Self.picture(["A <b>&\"' 🙂"], title: "</title><script>x()</script>").svg(
      size: .a4)
    #expect(!svg.contains("<script"))
    let parser = XMLParser(data: Data(svg.utf8))
    #expect(parser.parse())
  }

  @Test func stampsStandInThePicture() throws {
    #expect(
      try Self.picture(["A"], stamps: ["SYNTHETISCH"]).svg(size: .slide).contains(">SYNTHETISCH<"))
    #expect(try !Self.picture(["A"]).svg(size: .slide).contains("SYNTHETISCH"))
  }

  @Test func legendCountsTheAreasThatAreDrawn() throws {
    let svg = try Self.picture(["A", "B", "C"]).svg(size: .a3)
    #expect(svg.contains(">1 tot 2 (2)<"))
    #expect(svg.contains(">Onderdrukt (1)<"))
    #expect(svg.contains("url(#hatch-onderdrukt)"))
  }

  @Test func manyGemeentenAreOneMap() throws {
    let few = try Self.picture((1...12).map { "G\($0)" })
    let many = try Self.picture((1...13).map { "G\($0)" })
    #expect(few.panels.count == 12)
    #expect(many.panels.count == 1)
  }

  @Test func nothingToDrawIsSaid() throws {
    #expect(try Self.picture([]).svg(size: .a4).contains("Er is niets te tekenen."))
  }

  @Test func samePictureSameBytes() throws {
    let names = ["A", "B", "C"]
    #expect(try Self.picture(names).svg(size: .a4) == Self.picture(names).svg(size: .a4))
  }

  @Test(arguments: [
    (metres: 20.0, scale: 1.0, length: 20.0), (19.9, 1.0, 10.0), (51.0, 0.01, 5000.0),
    (30.0, 0.004, 5000.0),
  ])
  func scaleBarsAreRound(_ example: (metres: Double, scale: Double, length: Double)) {
    #expect(ScaleBar.metres(room: example.metres, scale: example.scale) == example.length)
  }

  @Test func linesFit() {
    let text = String(repeating: "een patroon nooit een oordeel ", count: 20)
    let lines = PictureText.lines(text, width: 100, size: 4)
    #expect(lines.allSatisfy { PictureText.width($0, size: 4) <= 100 })
    #expect(lines.joined(separator: " ") == text.trimmingCharacters(in: .whitespaces))
  }

  /// WCAG's own examples: black on white is 21, #767676 the lightest grey that passes 4.5.
  @Test func contrastIsThatOfWCAG() throws {
    #expect(abs(HouseStyle.contrast(Color(red: 0, green: 0, blue: 0)) - 21) < 1e-9)
    #expect(HouseStyle.contrast(Color(red: 0x76, green: 0x76, blue: 0x76)) >= 4.5)
    #expect(HouseStyle.contrast(Color(red: 0x77, green: 0x77, blue: 0x77)) < 4.5)
  }
}
