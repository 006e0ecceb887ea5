internal import Analysis

extension StringProtocol {
  /// The form in which names of the query language are compared: half-width, in lower case,
  /// simplified.
  var foldedName: String {
    var folded = String.UnicodeScalarView()
    for scalar in unicodeScalars {
      folded.append(Unicode.Scalar(Analyzer.foldedScalar(scalar.value)) ?? scalar)
    }
    return String(folded)
  }
}
