/// What an index may not be.
public enum IndexRule: Hashable, Sendable {
  /// Recorded crime is a layer of its own.
  case ofCrime
  /// A member is recorded crime, by its own subject or by what it is made of.
  case crime(String, origin: String)
  /// A member does not say which way it counts.
  case neutral(String)
  /// A member stands in the list twice.
  case memberTwice(String)
  /// Fewer than two members.
  case tooFewMembers(Int)
  /// No member weighs anything.
  case weightsSumToZero
  /// Too little of a resilience index is about resilience.
  case notResilience(share: Double)
  /// The weights of a resilience index are not known before it is computed.
  case resilienceByComponents
  /// A weight that is not looked at.
  case otherWeighting(key: String)
  /// The points of a person do not add up to 100.
  case budgetNotHundred(person: Int, total: Double)
  /// A member counts records that the study does not show at the level of the index.
  case hiddenRecords(index: String, indicator: String, level: String)
  /// Members need figures that nothing has.
  case absentFigures(index: String, [AbsentFigures])
  /// A member tells areas not apart.
  case silentMember(index: String, indicator: String, Silence)
  /// Its numbers do not suit its method, and why.
  case notComputable(index: String, reason: String)
  /// Fewer than two members of an index are left.
  case oneLeft(index: String)
  /// What is left of an index weighs less than an area needs to have a score.
  case tooLittleLeft(index: String, share: Double, needed: Double)
  /// A member is left out of a scale that is frozen.
  case withoutOfReference(index: String)

  /// A file is no frozen scale.
  case noReference(String)
  /// A frozen scale has no such index.
  case notInReference(index: String, file: String, known: [String])
  /// A frozen scale was made in another way than the index is defined.
  case otherReference(index: String, what: String, frozen: String, defined: String)
  /// An index over the country has a member that counts what only the study has.
  case countryOfRecords(index: String, indicator: String)

  /// Why a member tells nothing.
  public enum Silence: Hashable, Sendable {
    /// No area has a figure.
    case missing
    /// All figures rest on too little.
    case few
    /// All areas have the same.
    case constant

    fileprivate var what: String {
      switch self {
      case .missing: "no figure in any area"
      case .few: "too little behind its figure in every area"
      case .constant: "the same figure in all areas"
      }
    }

    fileprivate var remedy: String {
      switch self {
      case .missing: "Add its figures under 'figures'"
      case .few: "Give the figures of its base, or take larger areas"
      case .constant: "Mend its figures"
      }
    }
  }

  /// A share in whole percents, never rounded up.
  private func percent(_ share: Double) -> String {
    "\(Int((share * 100 + 1e-9).rounded(.down))) %"
  }

  var sentence: String {
    switch self {
    case .noReference(let file):
      return """
        '\(file)' is no frozen scale: name the 'referentie.json' of a run.
        """
    case .notInReference(let index, let file, let known):
      return """
        '\(file)' has no scale of index '\(index)'. It has: \(known.joined(separator: ", ")).
        """
    case .otherReference(let index, let what, let frozen, let defined):
      return """
        the frozen scale of index '\(index)' has \(what) \(frozen), and the index is defined with \
        \(defined). Scores would not be on one scale: use the definition that the scale was made with, or \
        leave 'reference' out.
        """
    case .countryOfRecords(let index, let indicator):
      return """
        index '\(index)' is compared with the whole country, and '\(indicator)' counts what this study alone \
        has. Leave the member out, or use another 'frame'.
        """
    case .absentFigures(let index, let absent):
      return AbsentFigures.sentence(absent, index: index)
    case .silentMember(let index, let indicator, let silence):
      return """
        '\(indicator)' of index '\(index)' has \(silence.what), so it tells nothing. \(silence.remedy), or \
        say that it takes no part: {id: \(index), without: [\(indicator)]}.
        """
    case .notComputable(let index, let reason): return "index '\(index)': \(reason)"
    case .oneLeft(let index):
      return """
        'without' leaves fewer than two members of index '\(index)', so it would have no score. Leave fewer \
        members out, or show the one that is left as an indicator.
        """
    case .tooLittleLeft(let index, let share, let needed):
      return """
        what 'without' leaves of index '\(index)' has \(percent(share)) of its weight, and an area needs \
        \(percent(needed)) to have a score, so none would. Leave fewer members out, or leave the index out.
        """
    case .withoutOfReference(let index):
      return """
        the frozen scale of index '\(index)' says which members take part. Leave 'without' or \
        'reference' out.
        """
    case .ofCrime:
      return """
        recorded crime is a layer of its own and no index is made of it. Allowed: gelegenheid, \
        weerbaarheid, context.
        """
    case .crime(let id, let origin):
      return """
        '\(id)' is \(origin == id ? "" : "made of '\(origin)', which is ")recorded crime or follows police \
        work, and is no member of an index: show it as a layer of its own, under 'indicators' of the study.
        """
    case .neutral(let id):
      return """
        the catalogue does not say which way '\(id)' counts: add 'direction: higher_is_more' or \
        'direction: lower_is_more'.
        """
    case .memberTwice(let id):
      return "'\(id)' is a member twice; name it once, with the weight that it is to have."
    case .tooFewMembers(let count):
      return "an index has two members or more, and this one has \(count); add to 'members'."
    case .weightsSumToZero:
      return "all weights are zero; give at least one member a 'weight' above 0."
    case .notResilience(let share):
      return """
        an index may be called weerbaarheid only when at least 50 % of its weight is about cohesion, \
        trust, participation or facilities, and here \(percent(share)) is. \
        Deprivation is not a lack of resilience: give other members more weight ('wijkzicht \
        indicators show ID' says what each is about), or use another theme and name.
        """
    case .resilienceByComponents:
      return """
        an index that is called weerbaarheid needs weights that are known beforehand: use 'weighting: \
        given', 'equal' or 'budget'.
        """
    case .otherWeighting(let key):
      return "'\(key)' has a meaning with 'weighting: given' alone. Leave it out."
    case .budgetNotHundred(let person, let total):
      return "the points of person \(person) add up to \(total); each divides 100."
    case .hiddenRecords(let index, let indicator, let level):
      return """
        index '\(index)' uses '\(indicator)', which counts records: name it under 'indicators' at the \
        level of the index too, as {id: \(indicator), level: \(level)}.
        """
    }
  }
}
