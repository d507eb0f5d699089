package import KoineDocuments

extension LineSurvey {
  /// Notes what stands at the edges of a document's text.
  package mutating func add(_ document: Document) {
    guard document.failure == nil, let source = document.lineSource else { return }
    add(source: source, id: document.id, title: document.title.read, text: document.body.read)
  }
}

extension LineFrames {
  /// Marks the lines of a document that are part of its source's frame.
  package func mark(_ document: inout Document) {
    guard document.failure == nil, let source = document.lineSource else { return }
    document.repeatedLines = ranges(in: document.body.read, title: document.title.read, source: source).map {
      Document.RepeatedLine(range: $0.range, articles: $0.articles)
    }
  }
}
