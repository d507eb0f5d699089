/// What stands at the edges of the articles of every source, gathered in bounded memory.
///
/// Of each source, the articles with the smallest hashes are kept (bottom-k sketch; Cohen and Kaplan, Summarizing data using
/// bottom-k sketches, 2007): all of a small source, a fair sample of a large one. What is kept does not depend on the order
/// of the articles or on how they are spread over files, so that surveys of files can be put together again and again.
package struct LineSurvey: Hashable, Sendable {
  /// How many articles are kept of a source, and of how many sources.
  static let mostArticles = 256
  static let mostSources = 1 << 16

  /// The edges of one article.
  struct Article: Hashable, Sendable, Comparable {
    /// The hash of what makes it the same article in two files.
    var key: UInt64
    /// The hash of its text: copies under two names count once.
    var text: UInt64
    /// The hashes of its lines, sorted, each once.
    var lines: [UInt64]

    static func < (a: Article, b: Article) -> Bool { a.key != b.key ? a.key < b.key : a.text < b.text }
  }

  private var articles: [UInt64: [Article]] = [:]
  /// The articles with larger keys are not kept, by their sources.
  private var bounds: [UInt64: UInt64] = [:]

  /// A survey that has seen nothing.
  package init() {}

  /// The hashes of the sources, sorted.
  package var sources: [UInt64] { articles.keys.sorted() }

  /// Notes an article.
  ///
  /// - Parameters:
  ///   - source: what tells its source from others.
  ///   - id: what tells it from other articles of the source.
  ///   - title: its title.
  ///   - text: its text as it was read.
  package mutating func add(source: UInt64, id: String, title: String, text: String) {
    let key = StableHash.mixed(StableHash.of(id) &+ 31 &* StableHash.of(title))
    if let bound = bounds[source], key > bound { return }
    let lines = Set(EdgeLines(text, title: title).lines.map(\.hash)).sorted()
    keep(Article(key: key, text: StableHash.of(text), lines: lines), of: source)
    if articles.count > Self.mostSources * 2 { dropSources() }
  }

  /// Adds what another survey has seen.
  package mutating func merge(_ other: LineSurvey) {
    for (source, articles) in other.articles {
      for article in articles { keep(article, of: source) }
    }
    if articles.count > Self.mostSources * 2 { dropSources() }
  }

  /// The survey as it would be however its articles had come.
  package var settled: LineSurvey {
    var copy = self
    for source in sources { copy.settle(source) }
    copy.dropSources()
    return copy
  }

  private mutating func keep(_ article: Article, of source: UInt64) {
    if let bound = bounds[source], article.key > bound { return }
    articles[source, default: []].append(article)
    if articles[source]?.count ?? 0 > Self.mostArticles * 2 { settle(source) }
  }

  /// Leaves the articles of a source that are to be kept, sorted, of each only one version.
  private mutating func settle(_ source: UInt64) {
    guard let found = articles.removeValue(forKey: source) else { return }
    var kept: [Article] = []
    for article in found.sorted() where article.key != kept.last?.key {
      kept.append(article)
      if kept.count == Self.mostArticles { break }
    }
    if kept.count == Self.mostArticles { bounds[source] = kept.last?.key }
    articles[source] = kept
  }

  private mutating func dropSources() {
    for source in sources.dropFirst(Self.mostSources) {
      articles[source] = nil
      bounds[source] = nil
    }
  }

  /// Calls `body` with every source in the order of their hashes, and its articles in the order of theirs.
  func forEachSource(_ body: (UInt64, [Article]) -> Void) {
    let survey = settled
    for source in survey.sources { body(source, survey.articles[source] ?? []) }
  }
}

extension LineSurvey {
  /// What tells the source of an article from others.
  ///
  /// - Parameters:
  ///   - feedURL: the address of the feed that it stands in.
  ///   - homePage: the address of the feed's or site's home page.
  ///   - url: its own address.
  ///   - file: the file that it stands in.
  ///   - isAlone: whether nothing else stands there; then the folder is what articles of one source share.
  /// - Returns: the hash of its name.
  package static func source(
    feedURL: String?,
    homePage: String?,
    url: String?,
    file: String,
    isAlone: Bool
  ) -> UInt64 {
    if let feedURL { return StableHash.of("feed \(feedURL)") }
    if let host = homePage.flatMap(WebAddress.host) ?? url.flatMap(WebAddress.host) {
      return StableHash.of("host \(host)")
    }
    guard isAlone else { return StableHash.of("file \(file)") }
    return StableHash.of("folder \(file.lastIndex(of: "/").map { String(file[..<$0]) } ?? "")")
  }

  // MARK: bytes

  /// The survey as bytes, which are the same for equal surveys.
  package var bytes: [UInt8] {
    var bytes: [UInt8] = []
    func put(_ number: UInt64) {
      for shift in stride(from: UInt64(0), to: 64, by: 8) { bytes.append(UInt8(truncatingIfNeeded: number >> shift)) }
    }
    forEachSource { source, articles in
      put(source)
      put(UInt64(articles.count))
      for article in articles {
        put(article.key)
        put(article.text)
        bytes.append(UInt8(article.lines.count))
        article.lines.forEach(put)
      }
    }
    return bytes
  }

  /// Reads a survey; `nil` if the bytes are none.
  package init?(bytes: [UInt8]) {
    self.init()
    var at = 0
    func number() -> UInt64? {
      guard at + 8 <= bytes.count else { return nil }
      defer { at += 8 }
      return (0..<8).reduce(0) { $0 | UInt64(bytes[at + $1]) << UInt64(8 * $1) }
    }
    while at < bytes.count {
      guard let source = number(), let count = number(), count <= UInt64(Self.mostArticles) else { return nil }
      for _ in 0..<count {
        guard let key = number(), let text = number(), at < bytes.count else { return nil }
        let lineCount = Int(bytes[at])
        at += 1
        var lines: [UInt64] = []
        for _ in 0..<lineCount {
          guard let line = number() else { return nil }
          lines.append(line)
        }
        keep(Article(key: key, text: text, lines: lines), of: source)
      }
    }
  }
}
