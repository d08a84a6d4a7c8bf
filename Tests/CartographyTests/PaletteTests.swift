import Cartography
import Testing

@Suite struct PaletteTests {
  @Test(arguments: Palette.all) func everyCountHasThatManyDifferentColours(palette: Palette) {
    #expect(palette.colors(0).isEmpty)
    for count in Palette.classCounts {
      #expect(Set(palette.colors(count)).count == count)
    }
  }

  @Test(arguments: Palette.all.filter { $0.kind == .sequential })
  func sequentialPalettesOnlyGetDarker(palette: Palette) {
    for count in Palette.classCounts {
      let luminance = palette.colors(count).map {
        0.2126 * Double($0.red) + 0.7152 * Double($0.green) + 0.0722 * Double($0.blue)
      }
      #expect(luminance == luminance.sorted(by: >))
    }
  }

  @Test func fiveClassesAreThoseOfColorBrewer() {
    #expect(
      Palette.ylOrRd.colors(5).map(\.hex) == [
        "#ffffb2", "#fecc5c", "#fd8d3c", "#f03b20", "#bd0026",
      ])
    #expect(Palette.puOr.colors(3).map(\.hex) == ["#f1a340", "#f7f7f7", "#998ec3"])
  }

  @Test func palettesAreFoundByName() {
    #expect(Palette.named("ylgnbu") == .ylGnBu)
    #expect(Palette.named("RdYlGn") == nil)
  }

  @Test func coloursReadWhatTheyWrite() {
    #expect(Color(hex: "#0a00FF") == Color(red: 10, green: 0, blue: 255))
    #expect(Color(hex: "0a00ff")?.hex == "#0a00ff")
  }

  @Test(arguments: [
    "", "#", "#fff", "#0a00ff00", "+a00ff", "-00000", "#0g00ff", "##a00ff", "０a00ff",
  ])
  func otherTextsAreNoColour(text: String) {
    #expect(Color(hex: text) == nil)
  }
}
