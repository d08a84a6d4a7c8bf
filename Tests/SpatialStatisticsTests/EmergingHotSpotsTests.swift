import SpatialStatistics
import TestSupport
import Testing

@Suite struct EmergingHotSpotsTests {
  private typealias Bin = EmergingHotSpots.Bin

  /// A history: `H` and `C` are significant, `.` is not. Strengths rise or fall when asked.
  private func bins(_ history: String, step: Double = 0) -> [Bin] {
    history.enumerated().map { place, mark in
      // Without a step the strengths alternate, so that there is no trend in them.
      let strength = 4 + (step == 0 ? Double(place % 2) * 0.01 : step * Double(place))
      return switch mark {
      case "H": Bin(z: strength, p: 0.01)
      case "C": Bin(z: -strength, p: 0.01)
      default: Bin(z: place % 2 == 0 ? 0.1 : -0.1, p: 0.9)
      }
    }
  }

  private func name(_ bins: [Bin]) throws -> String {
    guard let pattern = try EmergingHotSpots(bins).pattern else { return "none" }
    return pattern.category.rawValue + (pattern.isHot ? " hot" : " cold")
  }

  private func turned(_ bins: [Bin]) -> [Bin] { bins.map { Bin(z: -$0.z, p: $0.p) } }

  @Test(arguments: [
    (".........H", 0, "new"), ("....C....H", 0, "new"), ("........HH", 0, "consecutive"),
    ("HHHHHHHHHH", 0.1, "intensifying"), (".HHHHHHHHH", 0.1, "intensifying"),
    ("HHHHHHHHHH", 0, "persistent"), ("HHHHHHHHHH", -0.1, "diminishing"),
    ("H.H....H.H", 0, "sporadic"), ("H.HH....HH", 0, "sporadic"), ("H.C....H.H", 0, "oscillating"),
    ("HHHHHHHHH.", 0, "historical"), ("H.H.H.H...", 0, "none"),
    ("..........", 0, "none"), ("HHHHHH.HHH", 0, "persistent"), (".HHHHHHHH.", 0, "none"),
  ])
  func categories(history: String, step: Double, expected: String) throws {
    let bins = bins(history, step: step)
    #expect(try name(bins) == (expected == "none" ? "none" : expected + " hot"))
    #expect(try name(turned(bins)) == (expected == "none" ? "none" : expected + " cold"))
  }

  @Test func aNewColdSpotIsNoHistoricalHotSpot() throws {
    #expect(try name(bins("HHHHHHHHHC")) == "new cold")
    #expect(try name(bins("CCCCCCCCCH")) == "new hot")
  }

  /// Over all histories of seven periods: cold is hot turned round, and the words of each category hold.
  @Test func allHistories() throws {
    var seen: Set<String> = []
    for number in 0..<2187 {
      var rest = number
      var history = ""
      for _ in 0..<7 {
        history.append(["H", "C", "."][rest % 3])
        rest /= 3
      }
      for step in [-0.3, 0, 0.3] {
        let bins = bins(history, step: step)
        let spots = try EmergingHotSpots(bins)
        let other = try EmergingHotSpots(turned(bins))
        #expect(spots.pattern?.category == other.pattern?.category)
        #expect(spots.pattern.map { !$0.isHot } == other.pattern?.isHot)
        #expect(spots.hotCount == other.coldCount)
        guard let pattern = spots.pattern else {
          // Without pattern the last period is neither, and no side has nine tenths.
          #expect(history.last == "." || history.last == nil)
          #expect(10 * max(spots.hotCount, spots.coldCount) < 63)
          continue
        }
        let mark: Character = pattern.isHot ? "H" : "C"
        let count = history.count { $0 == mark }
        seen.insert(pattern.category.rawValue)
        switch pattern.category {
        case .new: #expect(history.last == mark && count == 1)
        case .consecutive:
          #expect(
            history.hasSuffix(String(repeating: mark, count: count)) && count >= 2 && count < 7)
        case .intensifying, .persistent, .diminishing: #expect(count == 7)
        case .sporadic, .oscillating:
          let cold: Character = pattern.isHot ? "C" : "H"
          #expect(history.last == mark && count < 7)
          #expect(history.contains(cold) == (pattern.category == .oscillating))
          #expect(!history.hasSuffix(String(repeating: mark, count: count)))
        case .historical: Issue.record("seven periods cannot be 90 % without the last")
        }
      }
    }
    #expect(seen.count == 7)
  }

  @Test func badNumbers() {
    func failure(_ bins: [Bin], level: Double = 0.05) -> EmergingHotSpots.Failure? {
      do throws(EmergingHotSpots.Failure) {
        _ = try EmergingHotSpots(bins, level: level)
        return nil
      } catch { return error }
    }
    #expect(failure(bins("HHH")) == .tooFewPeriods(3))
    #expect(failure(bins("HHH") + [Bin(z: .nan, p: 0.5)]) == .value(period: 3))
    #expect(failure([Bin(z: 1, p: 1.2)] + bins("HHH")) == .value(period: 0))
    #expect(failure(bins("HHHH"), level: 0) == .level(0))
    // A constant series has no trend: persistent.
    let same = [Bin](repeating: Bin(z: 3, p: 0.001), count: 5)
    #expect((try? EmergingHotSpots(same))?.pattern == .init(category: .persistent, isHot: true))
    #expect((try? EmergingHotSpots(same))?.hotCount == 5)
  }
}
