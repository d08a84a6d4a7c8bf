internal import Cartography

/// A heatmap of cities that the whole has not, and why.
struct LeftOutHeatmap: Hashable {
  /// Why the maps of the cities do not stand beside each other.
  enum Reason: Hashable {
    /// Some cities have none of this name.
    case notAsked(cities: [String])
    /// Each city has a bandwidth, classes or another choice that follows from its own records.
    case ofOwnRecords([SavedStudy.Heatmap.OwnChoice])
    /// A setting is not the same; its values by city, unless they are words of records.
    case unlike(field: String, values: [Value])
    /// Of some cities no cell may be shown.
    case notMade(cities: [String])
  }

  /// What a setting is in a city.
  struct Value: Hashable {
    let city: String
    let text: String
  }

  let id: String
  let reason: Reason

  /// Why, as a clause.
  func why(_ language: Language) -> String {
    func say(_ nl: String, _ en: String) -> String { language == .nl ? nl : en }
    func list(_ names: [String]) -> String { names.joined(separator: ", ") }
    switch reason {
    case .notAsked(let cities):
      return say("geen heatmap van die naam in ", "no heatmap of that name in ") + list(cities)
    case .ofOwnRecords(let choices):
      let words = choices.map { choice in
        switch choice {
        case .bandwidth: say("de bandbreedte", "the bandwidth")
        case .classes: say("de klassen", "the classes")
        case .adaptive: say("bandbreedten naar dichtheid", "bandwidths by density")
        case .relative: say("de verhouding tot inwoners", "the ratio to inhabitants")
        }
      }
      return say("zij neemt ", "it takes ") + list(words)
        + say(" uit de registraties van elke stad", " from the records of each city")
    case .unlike(let field, let values):
      let told = values.map { ", \($0.text) in \($0.city)" }.joined()
      return say("\(field) is niet gelijk", "\(field) is not the same") + told
    case .notMade(let cities):
      return say("geen cel mag getoond worden in ", "no cell may be shown in ") + list(cities)
    }
  }

  /// What there is to do about it; nil when nothing is.
  var advice: String? {
    switch reason {
    case .notAsked, .unlike: "Let all cities ask for it in the same words."
    case .ofOwnRecords(let choices):
      choices.allSatisfy { $0 == .bandwidth || $0 == .classes }
        ? "Give 'bandwidth' in metres, and 'breaks'." : nil
    case .notMade: nil
    }
  }

  /// What is told at the end of a merge.
  var sentence: String {
    "Heatmap \(id) is in the results of each city alone: \(why(.en))."
      + (advice.map { " " + $0 } ?? "")
  }
}
