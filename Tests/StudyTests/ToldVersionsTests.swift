import Testing

@testable import Study

/// What results say of the versions that made them, and what that excuses.
@Suite struct ToldVersionsTests {
  @Test(arguments: [
    "0.9.0", "1.2", "12.0.3.4", "1.0.0-beta.1", "1.2.0-rc2", "3.12.0dev", "1.2.0+build.7",
  ])
  func isAVersion(text: String) {
    #expect(ToldVersions.isVersion(text))
    #expect(ToldVersions.isVersion(text, of: "proj"))
  }

  @Test(arguments: [
    "", "7", "0.9.", ".9", "v0.9.0", "0.9.0 ", "0.9.0-niet waar", "0.9.0-onwaar", "de kaart klopt",
    "1.2.3.4.5", "123456789.123456789.12", "0.9.0<b>", "٠.٩",
  ])
  func isNoVersion(text: String) {
    #expect(!ToldVersions.isVersion(text))
    #expect(!ToldVersions.isVersion(text, of: "geos"))
  }

  @Test func versionsOfGEOS() {
    #expect(ToldVersions.isVersion("3.12.1-CAPI-1.18.1", of: "geos"))
    #expect(ToldVersions.isVersion("3.13.0dev-CAPI-1.19.0", of: "geos"))
    #expect(!ToldVersions.isVersion("3.12.1", of: "geos"))
    #expect(!ToldVersions.isVersion("3.12.1-CAPI-waar", of: "geos"))
    #expect(!ToldVersions.isVersion("3.12.1-CAPI-1.18.1", of: "proj"))
  }

  private func difference(_ before: String, _ now: String) -> FileDifference.Kind? {
    FileDifference(
      "methode.nl.html", before: Array(before.utf8), now: Array(now.utf8), isExact: true,
      versions: [.init("3.9.0-CAPI-1.16.2", "3.11.1-CAPI-1.17.1"), .init("0.8", "0.9.0")])?.kind
  }

  @Test func aVersionMayStandWhereItStandsNow() {
    #expect(difference("<td>0.8</td>", "<td>0.9.0</td>") == nil)
    #expect(difference("Wijkzicht 0.8.", "Wijkzicht 0.9.0.") == nil)
    #expect(
      difference("a 3.9.0-CAPI-1.16.2, b 0.8", "a 3.11.1-CAPI-1.17.1, b 0.9.0") == nil)
    // The file may tell the version of now all the same.
    #expect(difference("x 0.9.0 y 0.8", "x 0.9.0 y 0.9.0") == nil)
  }

  @Test func aVersionMayStandNowhereElse() {
    #expect(difference("<td>0.8 0.8</td>", "<td>0.9.0</td>") != nil)
    #expect(difference("0.8 en 7 areas", "0.9.0 en 8 areas") != nil)
    #expect(difference("<td></td>", "<td>0.9.0</td>") != nil)
    #expect(difference("aandeel 0.8", "aandeel 0.7") != nil)
    #expect(difference("0.8.1", "0.9.0") != nil)
    #expect(difference("10.8", "10.9.0") != nil)
    #expect(difference("0.8", "0.9.0-beta.1") != nil)
  }
}
