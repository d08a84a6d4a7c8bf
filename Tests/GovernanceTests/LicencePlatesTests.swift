import Governance
import Testing

/// Licence plates in the form of each side code, with numbers that are made up.
@Suite struct LicencePlatesTests {
  static let plates = [
    "DE-12-34", "12-34-AB", "12-DE-34", "DB-12-FG", "DB-FG-12", "12-DB-FG", "12-DBF-3", "1-DBF-23",
    "GB-926-J", "G-926-JB", "XTR-12-G", "X-12-TRG", "1-TR-234", "123-TR-4",
  ]

  @Test(arguments: plates)
  func byContent(plate: String) {
    for value in [plate, plate.lowercased(), " \(plate)"] {
      #expect(PersonalData.kind(of: [value, value, value]) == .licencePlate)
      #expect(PersonalData.kind(of: [value, value]) == nil)
      #expect(PersonalData.kind(of: [value, value, value, "a", "b", "c"]) == .licencePlate)
      #expect(PersonalData.kind(of: [value, value, value, "a", "b", "c", "d"]) == nil)
    }
    #expect(PersonalData.kind(of: ["auto met kenteken \(plate), rood"]) == .licencePlate)
    for header in ["kenteken", "Kenteken_voertuig", "nummerplaat", "licence plate"] {
      #expect(PersonalData.kind(of: [plate, "onbekend", "geen"], header: header) == .licencePlate)
    }
  }

  @Test(arguments: plates.dropFirst(3))
  func withoutHyphens(plate: String) {
    let bare = plate.filter { $0 != "-" }
    #expect(PersonalData.kind(of: [bare, bare, bare]) == .licencePlate)
    let blanks = String(plate.map { $0 == "-" ? " " : $0 })
    #expect(PersonalData.kind(of: [blanks, blanks, blanks]) == .licencePlate)
  }

  @Test(arguments: [
    "1012AB", "1012 AB", "3511XY", "BU0363", "WK0363", "GM0363", "AB1234", "12-14", "12-34-56",
    "56.10.1", "2024-1", "01-01-24", "GB-9266-J", "GB_926_J", "AB-CDE-F", "AE-123-B", "12-AEI-3",
    "Q-123-CC", "01-JAN-2", "AMR03", "Z2024-12", "huis-2-a", "10-12", "A2-104", "47-11-12",
    "16PN00",
  ])
  func noPlates(text: String) {
    #expect(PersonalData.kind(of: [text, text, text]) == nil)
    #expect(PersonalData.kind(of: [text], header: "kenteken") == nil)
  }

  @Test func headersThatLookAlike() {
    #expect(PersonalData.kind(of: ["GB-926-J"], header: "kenmerk") == nil)
    #expect(PersonalData.kind(of: ["geel", "blauw", "onbekend"], header: "kentekenplaat") == nil)
  }
}
