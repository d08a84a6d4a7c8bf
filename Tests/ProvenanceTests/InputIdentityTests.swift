import Bytes
import Keys
import Provenance
import TestSupport
import Testing

struct InputIdentityTests {
  private let folder: ScratchFolder
  private let key = InputKey(
    SecretKey(bytes: Array("een sleutel van een test, die niemand anders leest".utf8)))

  init() throws { folder = try ScratchFolder() }

  /// Codes that `hmac` of Python gives.
  @Test func codesAreHMACOfTheHash() throws {
    let path = try folder.write("abc", to: "a.csv")
    let hash = try FileHash(path: path)
    #expect(hash.sha256 == "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad")
    let code = "dae02bdbe313c404b48e90a8d9a96d2059d5f9b02b04a88b95b652ee3d5b88b1"
    #expect(key.identity(of: hash) == code)
    #expect(key.id == "4f035f2bbddf219f")
    #expect(try InputIdentity(of: path, isOpen: false, key: key) == .keyed(code))
    #expect(try InputIdentity(of: path, isOpen: true, key: key) == .sha256(hash.sha256))
    #expect(try InputIdentity(of: path, isOpen: false, key: nil) == .untold)
  }

  @Test func provenanceHasOneFieldOfThem() {
    func json(_ identity: InputIdentity) -> String {
      String(
        decoding: ProvenanceRecord(
          inputs: [.init(role: "records:a", path: "/x/a.csv", identity: identity)],
          facts: [], key: key
        ).json, as: UTF8.self)
    }
    let input = #""role":"records:a","name":"a.csv""#
    #expect(
      json(.sha256("12")) == "{\"inputs\":[{\(input),\"sha256\":\"12\"}]}\n")
    #expect(json(.untold) == "{\"inputs\":[{\(input),\"sha256\":null}]}\n")
    #expect(
      json(.keyed("34"))
        == "{\"key_id\":\"\(key.id)\",\"inputs\":[{\(input),\"hmac_sha256\":\"34\"}]}\n"
    )
  }
}
