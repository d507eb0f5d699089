package import KoineDocuments

/// What a first look at an input tells: what its records say of it, and what stands around its articles.
package struct InputSurvey: Sendable {
  /// The hash of the content, unpacked, of an input of records; `nil` for one that is read as a whole.
  package var contentHash: String?
  /// How many documents were looked at.
  package var documents = 0
  /// What stands around its articles.
  package var lines = LineSurvey()
}

extension InputReader {
  /// Looks at an input for the first time, at its content only or also at the lines around its articles.
  ///
  /// What is wrong with an input is told when it is read again.
  ///
  /// - Parameters:
  ///   - source: the input as it came.
  ///   - name: its name.
  ///   - options: what else is known of it, and how to read it.
  ///   - countsLines: whether the lines at the edges of its articles are counted.
  ///   - limit: after how many documents it ends.
  ///   - decidesDates: whether dates are read whose order of day and month only other items tell.
  ///   - visit: called with the documents as they are read, those of an input of records without its hash.
  /// - Returns: what was found.
  /// - Throws: what `visit` throws.
  package func survey(
    _ source: any ByteSource,
    name: String,
    _ options: ReadOptions,
    countsLines: Bool,
    limit: Int = .max,
    decidesDates: Bool = false,
    visit: ([Document]) throws -> Void = { _ in }
  ) rethrows -> InputSurvey {
    var survey = InputSurvey()
    var members = surveyed(source, name: name, options, decidesDates: decidesDates)
    while countsLines, survey.documents < limit, let documents = members.next() {
      let taken = documents.prefix(limit - survey.documents)
      for document in taken { survey.lines.add(document) }
      survey.documents += taken.count
      try visit(Array(taken))
    }
    survey.contentHash = members.contentHash()
    return survey
  }
}
