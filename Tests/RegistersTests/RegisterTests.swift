import Addresses
import Foundation
import Geometry
import Registers
import Testing

/// Registers that are made and read back, against a dictionary.
@Suite struct RegisterTests {
  @Test func everythingIsFoundAgain() throws {
    let entries = MadeUpAddresses.entries(count: 4_000, seed: 1)
    let register = try MadeUpAddresses.register(entries)
    var expected: [String: [RegisterEntry]] = [:]
    for entry in entries {
      guard let postcode = entry.postcode else { continue }
      expected["\(postcode.text) \(entry.house.number)", default: []].append(entry)
    }
    for group in expected.values {
      let postcode = try #require(group[0].postcode)
      let key = try #require(register.key(postcode, number: group[0].house.number))
      #expect(register.postcode(ofKey: key) == postcode)
      #expect(register.number(ofKey: key) == group[0].house.number)
      let areas = Set(group.map(\.buurtcode))
      switch register.area(ofKey: key) {
      case .one(let ordinal): #expect(areas == [register.buurtcodes[ordinal]])
      case .several: #expect(areas.count > 1)
      case .unknown: Issue.record("every entry has a buurt")
      }
      let houses = Set(group.map(\.house))
      let found = register.addresses(ofKey: key).map { register.house($0, ofKey: key) }
      // A key that is one address without addition has no list of its own.
      #expect(
        Set(found) == houses
          || found.isEmpty && houses == [HouseNumber(group[0].house.number)])
      let street = try #require(register.street(ofKey: key))
      let name = register.written(register.name(ofStreet: street))
      #expect(group.contains { $0.street == name })
      let position = try #require(register.position(ofKey: key))
      let middle = group.reduce(0) { $0 + $1.position!.x } / Double(group.count)
      #expect(abs(position.x - middle) < 200)
    }
    #expect(
      register.keyCount
        == Set(entries.map { "\($0.postcode?.text ?? $0.street) \($0.house.number)" }).count)
  }

  @Test func whatDoesNotOccurIsNotFound() throws {
    let entries = MadeUpAddresses.entries(count: 500, seed: 2)
    let register = try MadeUpAddresses.register(entries)
    let known = Set(entries.map { "\($0.postcode?.text ?? "") \($0.house.number)" })
    for digits in 1000..<1010 {
      for letters in 0..<676 {
        let postcode = try #require(
          Postcode(digits: digits, first: letters / 26, second: letters % 26))
        for number in [UInt32(1), 7, 99, 131_071, 200_000] {
          let isKnown = known.contains("\(postcode.text) \(number)")
          #expect((register.key(postcode, number: number) != nil) == isKnown)
        }
      }
    }
  }

  /// Looking up together finds what looking up one by one does, where that is one address in one buurt.
  @Test func lookupsTogether() throws {
    let entries = MadeUpAddresses.entries(count: 4_000, seed: 9)
    let register = try MadeUpAddresses.register(entries)
    var wanted: [(postcode: Postcode, number: UInt32)] = []
    for entry in entries {
      guard let postcode = entry.postcode else { continue }
      wanted.append((postcode, entry.house.number))
      wanted.append((postcode, entry.house.number + 1))
      wanted.append((Postcode(rawValue: (postcode.rawValue + 1) % 6_000_000), 131_072))
    }
    var lookups = wanted.map { NumberLookup($0.postcode, number: $0.number) } + [NumberLookup()]
    NumberLookup.find(&lookups, in: register)
    #expect(lookups.last?.key == nil)
    var foundCount = 0
    var besideOthers = 0
    for (lookup, (postcode, number)) in zip(lookups, wanted) {
      let key = register.key(postcode, number: number)
      let addresses = key.map { register.addresses(ofKey: $0) } ?? 0..<0
      let bare = addresses.filter { register.house($0, ofKey: key!) == HouseNumber(number) }
      let area =
        key.flatMap { key -> RegisteredArea? in
          if addresses.isEmpty { return register.area(ofKey: key) }
          return bare.count == 1 ? register.area(ofAddress: bare[0]) : nil
        }
      guard case .one(let buurt) = area else {
        #expect(lookup.key == nil)
        continue
      }
      foundCount += 1
      if !addresses.isEmpty { besideOthers += 1 }
      #expect(lookup.key == key && lookup.address == bare.first && lookup.buurt == buurt)
      let position =
        bare.first.flatMap { register.position(ofAddress: $0, key: key!) }
        ?? register.position(ofKey: key!)
      #expect(lookup.position == position)
    }
    #expect(foundCount > 500 && besideOthers > 20)
  }

  @Test func streetsHaveTheirNumbers() throws {
    let entries = MadeUpAddresses.entries(count: 3_000, seed: 3)
    let register = try MadeUpAddresses.register(entries)
    for name in Set(entries.map(\.street)) {
      let names = register.names(canonical: NameFolding.street(name).canonical)
      var found: Set<String> = []
      for index in names where register.written(index) == name {
        register.forEachStreet(named: index) { street in
          let place = register.written(place: register.place(ofStreet: street))
          for number in UInt32(1)...60 {
            register.forEachKey(ofStreet: street, number: number) { key in
              found.insert("\(place) \(register.postcode(ofKey: key)?.text ?? "") \(number)")
            }
          }
        }
      }
      let expected = Set(
        entries.filter { $0.street == name && $0.house.number <= 60 }
          .map { "\($0.place) \($0.postcode?.text ?? "") \($0.house.number)" })
      #expect(found == expected)
    }
  }

  @Test func sameBytesWhateverTheOrder() throws {
    let entries = MadeUpAddresses.entries(count: 2_000, seed: 4)
    let one = try MadeUpAddresses.bytes(entries)
    let other = try MadeUpAddresses.bytes(entries.reversed())
    let areSame = one == other
    #expect(areSame)
  }

  @Test func everyChangedByteIsNoticed() throws {
    let bytes = try MadeUpAddresses.bytes(MadeUpAddresses.entries(count: 50, seed: 5))
    let folder = try Folder()
    let path = folder.path + "/r.wzr"
    // Bytes between the parts too, of which the last is one.
    for place in Array(stride(from: 3, to: bytes.count, by: bytes.count / 60)) + [bytes.count - 1] {
      var damaged = bytes
      damaged[place] ^= 0x10
      try Data(damaged).write(to: URL(fileURLWithPath: path))
      #expect(throws: RegisterError.self, "byte \(place)") { try Register(path: path) }
    }
    try Data(bytes + [0]).write(to: URL(fileURLWithPath: path))
    #expect(throws: RegisterError.damaged(path: path)) { try Register(path: path) }
  }

  @Test(arguments: [0, 7, 15, 16, 100, 3_000])
  func cutOff(count: Int) throws {
    let bytes = try MadeUpAddresses.bytes(MadeUpAddresses.entries(count: 50, seed: 6))
    let folder = try Folder()
    let path = folder.path + "/r.wzr"
    try Data(bytes.prefix(count)).write(to: URL(fileURLWithPath: path))
    #expect(throws: RegisterError.self) { try Register(path: path) }
  }

  @Test func otherVersion() throws {
    var bytes = try MadeUpAddresses.bytes(MadeUpAddresses.entries(count: 5, seed: 7))
    bytes[8] = 9
    let folder = try Folder()
    let path = folder.path + "/r.wzr"
    try Data(bytes).write(to: URL(fileURLWithPath: path))
    #expect(throws: RegisterError.otherVersion(path: path, found: 9, known: 3)) {
      try Register(path: path)
    }
  }

  @Test func nothingToHold() throws {
    let folder = try Folder()
    #expect(throws: RegisterError.noAddresses) {
      let builder = RegisterBuilder(
        path: folder.path + "/r.wzr", locator: nil, edition: nil, sources: [])
      _ = try builder.finish()
    }
    #expect(!FileManager.default.fileExists(atPath: folder.path + "/r.wzr"))
  }

  /// A file with postcodes and numbers says where the addresses of a file with streets lie.
  @Test func sourcesCompleteEachOther() throws {
    let postcode = try #require(Postcode(digits: 1011, first: 0, second: 1))
    var withStreet = RegisterEntry(
      postcode: postcode, house: HouseNumber(5, addition: Addition("2".utf8)!))
    withStreet.street = "De Ruijterkade"
    withStreet.place = "Amsterdam"
    var withArea = RegisterEntry(postcode: postcode, house: HouseNumber(5))
    withArea.buurtcode = "BU0363AF01"
    let register = try MadeUpAddresses.register([withStreet, withArea])
    let key = try #require(register.key(postcode, number: 5))
    #expect(register.area(ofKey: key) == .one(0))
    #expect(register.buurtcodes == ["BU0363AF01"])
    #expect(register.addresses(ofKey: key).count == 1)
  }

  /// A short name counts wherever in the sources it stands.
  @Test(arguments: [[0, 1], [1, 0]])
  func shortNames(order: [Int]) throws {
    let entries = ["", "Burg v N v Sevenaerstr"].enumerated().map { index, short in
      var entry = RegisterEntry(
        postcode: Postcode(digits: 6981, first: 0, second: 0),
        house: HouseNumber(UInt32(index + 1)))
      entry.street = "Burgemeester van Nispen van Sevenaerstraat"
      entry.shortStreet = short
      entry.place = "Doesburg"
      return entry
    }
    let register = try MadeUpAddresses.register(order.map { entries[$0] })
    #expect(register.streetCount == 1)
    let short = NameFolding.street("Burg v N v Sevenaerstr").canonical
    var found: [Int] = []
    for name in register.names(canonical: short) {
      register.forEachStreet(named: name) { found.append($0) }
    }
    #expect(found == [0])
  }
}
