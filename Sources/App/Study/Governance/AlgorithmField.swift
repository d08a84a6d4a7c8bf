/// A field of an entry in the Algoritmeregister, by its name in the standard.
///
/// Source: publication standard 1.0 as the register takes entries in, `AlgorithmIn` of its API of delivery
/// 1.0: names, which are required, and lengths, counted in characters of Unicode. A field that is not
/// required may be null. The register fills in `lars` and `publication_dt` by itself.
enum AlgorithmField: String, CaseIterable {
  case name
  case shortDescription = "description_short"
  case organization
  /// A list of themes, of those of the register.
  case category
  /// `In ontwikkeling`, `In gebruik` or `Buiten gebruik`.
  case status
  /// The month in which it was taken into use, as `2024-12`.
  case beginDate = "begin_date"
  /// The month in which it was taken out of use; empty while it is in use.
  case endDate = "end_date"
  case contact = "contact_email"
  case website
  /// `Hoog-risico AI-systeem`, `Impactvolle algoritmes` or `Overige algoritmes`.
  case publicationCategory = "publication_category"
  case url
  case goal
  case proportionality
  case humanIntervention = "human_intervention"
  case risks
  case lawfulBasis = "lawful_basis"
  /// Lawful bases with an address of each.
  case lawfulBases = "lawful_basis_grouping"
  /// The address of the register of processing.
  case processIndex = "process_index_url"
  /// Impact assessments, with an address of those that are public.
  case assessments = "impacttoetsen_grouping"
  case assessmentNote = "impacttoetsen"
  case sourceData = "source_data"
  /// Sources with an address of each.
  case sources = "source_data_grouping"
  case methods = "methods_and_models"
  case provider
  case publicCode = "publiccode"
  case language = "lang"
  case standardVersion = "standard_version"
  /// The name of the algorithm in the register of its owner.
  case sourceID = "source_id"
  /// Words by which it is found, with commas between them.
  case tags

  /// Whether the register refuses an entry without it.
  var isRequired: Bool {
    switch self {
    case .name, .shortDescription, .organization, .status, .contact, .publicationCategory,
      .language:
      true
    default: false
    }
  }

  /// The most characters of a text; nil of lists and of words that the standard names.
  var limit: Int? {
    switch self {
    case .name, .organization, .sourceID: 100
    case .shortDescription: 400
    case .beginDate, .endDate: 7
    case .contact, .website, .url, .processIndex, .publicCode: 500
    case .provider: 200
    case .methods: 5_000
    case .goal, .proportionality, .humanIntervention, .risks, .lawfulBasis, .assessmentNote,
      .sourceData, .tags:
      2_500
    case .category, .status, .publicationCategory, .lawfulBases, .assessments, .sources, .language,
      .standardVersion:
      nil
    }
  }
}
