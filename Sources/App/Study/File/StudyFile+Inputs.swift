internal import Disclosure

extension StudyFile {
  /// What provenance tells of the inputs that are not open.
  enum ToldInputs {
    /// There are none, or nothing is hidden from those for whom the results are: all have their SHA-256.
    case hashes
    /// Their codes by the key of the study.
    case codes
    /// Nothing.
    case nothing
  }

  /// Whether the results are for those who may not know the hashes of inputs that are not open.
  var hidesInputs: Bool { DisclosureRule.rule(for: audience) != nil }

  /// The roles of the inputs that are not open: nobody but the user has them.
  var closedInputs: [String] {
    var roles: [String] = []
    for records in records {
      if !records.isOpen, records.file.value != "-" { roles.append("records:\(records.id)") }
      if records.corrections != nil { roles.append("corrections:\(records.id)") }
      if records.specialPoints != nil { roles.append("special_points:\(records.id)") }
    }
    for figures in figures where figures.kind != .open && figures.file.value != "-" {
      roles.append("figures:\(figures.id)")
    }
    if audit != nil { roles.append("audit") }
    return roles
  }

  var toldInputs: ToldInputs {
    !hidesInputs || closedInputs.isEmpty ? .hashes : key == nil ? .nothing : .codes
  }
}
