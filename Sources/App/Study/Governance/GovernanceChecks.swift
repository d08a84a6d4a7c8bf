internal import Areas
internal import Composites
internal import Disclosure
internal import Geocoding
internal import Governance
internal import Indicators

/// Whether a study may do with its data what it does.
struct GovernanceChecks {
  private(set) var problems: [StudyProblem] = []

  /// Looks at all data of a study.
  /// - Parameter today: the day on which the study runs; nil leaves its expiry alone.
  init(_ plan: StudyPlan, rules: DataRules, today: Int32?) {
    let study = plan.study
    if let expires = study.expires, let today, expires.value.day < today {
      note(study.problem(at: expires, .governance(.expired(day: expires.value.text))))
    }
    if let threshold = study.audit?.threshold, threshold.value > rules.bias.threshold {
      note(
        study.problem(
          at: threshold,
          .governance(
            .laxAudit(
              threshold: threshold.value, highest: rules.bias.threshold,
              article: rules.bias.article,
              explanation: rules.bias.explanation.en))))
    }
    for data in study.dataSets {
      guard let declaration = data.declaration?.value else {
        // What is wrong with a claim that cannot be read is told by itself.
        if !data.isFree, !data.hasUnreadableClaim {
          note(study.problem(at: data.file, .governance(.undeclared(data: data.id))))
        }
        continue
      }
      if declaration.dataClass != .open, data.isOpen {
        note(
          study.problem(
            at: data.file,
            .governance(.saidToBeOpen(data: data.id, isFigures: data.figures != nil))))
      }
      if declaration.dataClass != .open {
        if let purpose = study.purposeID {
          if !declaration.purposes.contains(purpose.value) {
            note(
              study.problem(
                at: data.file,
                .governance(
                  .otherPurpose(
                    data: data.id, purpose: purpose.value, allowed: declaration.purposes))))
          }
        } else {
          note(study.problem(at: data.file, .governance(.noPurpose(data: data.id))))
        }
      }
    }
    for heatmap in study.heatmaps where heatmap.settings.source == .open {
      let data = heatmap.records.value
      let declared = study.records.first { $0.id == data }?.data?.value
      if let declared, declared.dataClass != .open {
        note(
          study.problem(
            at: heatmap.records,
            .governance(.pointsSaidToBeOpen(heatmap: heatmap.id.value, data: data))))
      }
    }
    let uses = Self.uses(of: plan)
    for (rule, data) in rules.broken(by: uses, audience: study.audience.rawValue) {
      guard
        let place = study.dataSets.first(where: {
          data.contains($0.id) && $0.declaration != nil
        })?.file
      else { continue }
      note(
        study.problem(
          at: place,
          .governance(
            .broken(
              id: rule.id, data: data, finest: rule.finest, article: rule.article,
              explanation: rule.explanation.en))))
    }
  }

  /// The data of a study about which something is claimed, and the levels on which they are shown.
  static func uses(of plan: StudyPlan) -> [DataRules.Use] {
    plan.study.dataSets.compactMap { data in
      data.declaration.map {
        DataRules.Use(id: data.id, declaration: $0.value, levels: plan.levels(of: data))
      }
    }
  }

  private mutating func note(_ problem: StudyProblem) { problems.append(problem) }
}

/// A file of records or figures, as far as it is asked on what ground it is used.
struct StudyDataSet {
  let id: String
  let file: Located<String>
  let source: String
  let declaration: Located<DataDeclaration>?
  /// Whether something is claimed that cannot be read.
  let hasUnreadableClaim: Bool
  /// Whether nothing need be claimed: made up, or published by its source.
  let isFree: Bool
  /// Whether they are said to be published by their source, so that nothing of them is hidden.
  let isOpen: Bool
  /// The names of its figures; nil for records.
  let figures: [String]?
}

extension StudyFile {
  /// The files of records and figures of the study.
  var dataSets: [StudyDataSet] {
    records.map {
      StudyDataSet(
        id: $0.id, file: $0.file, source: $0.source, declaration: $0.data,
        hasUnreadableClaim: $0.hasUnreadableClaim,
        isFree: $0.isSynthetic || $0.isOpen, isOpen: $0.isOpen, figures: nil)
    }
      + figures.map {
        StudyDataSet(
          id: $0.id, file: $0.file, source: $0.source, declaration: $0.data,
          hasUnreadableClaim: $0.hasUnreadableClaim,
          isFree: $0.isSynthetic || $0.kind == .open, isOpen: $0.kind == .open,
          figures: $0.columns.map(\.name))
      }
  }

  /// The strictest class of the data; that of open data when nothing else is claimed.
  var dataClass: DataClass {
    dataSets.compactMap { $0.declaration?.value.dataClass }.max() ?? .open
  }
}

extension StudyPlan {
  /// The names of the levels on which data are shown; `punten` stands for heatmaps, which are finer than
  /// any area.
  fileprivate func levels(of data: StudyDataSet) -> Set<String> {
    var levels: Set<String> = []
    let figures = data.figures.map { Set($0.map(geodata.aliases.canonical)) }
    func uses(_ term: Term) -> Bool {
      switch term {
      case .figure(let name): figures?.contains(geodata.aliases.canonical(name)) ?? false
      case .records(let term): figures == nil && term.records == data.id
      case .points(let term): figures == nil && term.records == data.id
      case .combined(_, let terms): terms.contains(where: uses)
      case .neighbours(let term, let weight): uses(term) || weight.map(uses) ?? false
      case .indicator(let other): uses(other)
      }
    }
    func uses(_ indicator: Indicator) -> Bool { indicator.formula.terms.contains(where: uses) }
    for (indicator, level) in shown where uses(indicator) { levels.insert(level.rawValue) }
    for index in indices where index.definition.members.contains(where: { uses($0.indicator) }) {
      levels.insert(index.level.rawValue)
      // Scores are there for all levels that have figures.
      if figures != nil { levels.formUnion(["buurt", "wijk", "gemeente"]) }
    }
    guard figures == nil else { return levels }
    for table in study.tables where table.records.value == data.id {
      levels.insert((table.level ?? study.level).rawValue)
    }
    if study.heatmaps.contains(where: { $0.records.value == data.id }) { levels.insert("punten") }
    return levels
  }
}
