import Tabulation
import Testing

struct RecordPlacesTests {
  /// Three categories in two periods, and records that count nowhere.
  private let places = RecordPlaces(
    categories: ["a", "b", "c"], periods: ["2023", "2024"], places: [0, 1, 1, 2, 3, 4, 5, -1])

  @Test func categoriesOfFewRecordsAreOne() {
    let pooled = places.pooling(fewerThan: 3, as: "overig") { _ in true }
    #expect(pooled.categories == ["a", "overig"])
    #expect(pooled.places == [0, 1, 1, 2, 3, 2, 3, -1])
  }

  @Test func onlyRecordsThatAreCountedKeepAName() {
    let pooled = places.pooling(fewerThan: 2, as: "overig") { $0 != 3 }
    #expect(pooled.categories == ["a", "c", "overig"])
    #expect(pooled.places == [0, 1, 1, 4, 5, 2, 3, -1])
  }

  @Test func theOthersJoinACategoryThatIsCalledSo() {
    let pooled = places.pooling(fewerThan: 3, as: "a") { _ in true }
    #expect(pooled.categories == ["a"])
    #expect(pooled.places == [0, 1, 1, 0, 1, 0, 1, -1])
    #expect(places.pooling(fewerThan: 2, as: "overig") { _ in true } == places)
  }
}
