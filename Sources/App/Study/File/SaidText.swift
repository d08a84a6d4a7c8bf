extension String {
  /// Whether a text for people says something: dots and dashes alone do not.
  var saysSomething: Bool { contains { $0.isLetter || $0.isNumber } }
}
