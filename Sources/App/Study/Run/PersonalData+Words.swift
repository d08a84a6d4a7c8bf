internal import Governance

extension PersonalData {
  /// What it is, in words.
  var words: String {
    switch self {
    case .citizenServiceNumber: "citizen service numbers"
    case .birthDate: "dates of birth"
    case .email: "e-mail addresses"
    case .phone: "telephone numbers"
    case .iban: "bank account numbers"
    case .name: "names of persons"
    case .licencePlate: "licence plates"
    }
  }
}
