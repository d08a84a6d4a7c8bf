internal import Cartography
internal import Exports
internal import Indicators

extension Barrier {
  /// What it is about, for people: maps by their names, all else as it is called. Of cities together the name of
  /// the city stays before it.
  func subject(named mapped: MappedStudy, _ language: Language) -> String {
    func name(_ id: String) -> String? {
      mapped.maps.first { $0.layer.indicator.id == id }.map {
        language == .nl ? $0.layer.indicator.name.nl : $0.layer.indicator.name.en
      }
    }
    if let known = name(subject) { return known }
    guard let mark = subject.firstRange(of: ": "),
      let known = name(String(subject[mark.upperBound...]))
    else { return subject }
    return "\(subject[..<mark.upperBound])\(known)"
  }
}
