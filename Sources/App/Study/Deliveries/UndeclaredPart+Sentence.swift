extension StudyReport.UndeclaredPart {
  /// What is not known and how to say it, as a sentence for people.
  public var sentence: String {
    """
    Delivered counts '\(part)' are nowhere more than '\(whole)', and nothing says whether they are a part of them, so \
    what both tell together is not looked at. Say 'parts: {\(whole): [\(part)]}' beside the columns, or \
    'parts: {\(whole): [], \(part): []}' when neither is a part of the other.
    """
  }
}
