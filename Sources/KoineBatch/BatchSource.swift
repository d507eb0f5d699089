import KoinePipeline
import KoineText
import SystemPackage

/// Hands out the files of a run as units of work.
struct BatchSource {
  /// What one worker takes at a time.
  enum Unit: Sendable {
    /// A file that has not changed.
    case kept(Ledger.File)
    /// A file to be read and processed.
    case file(path: String, sha256: String, bytes: [UInt8])
    /// Some documents of a large file; `first` is the place of the first one.
    case documents(path: String, sha256: String, documents: [Document], first: Int, isLast: Bool)
  }

  /// Larger files are read before they are handed out, so that several workers can share their documents.
  static let largeFile = 1 << 18
  static let documentsAtATime = 8

  let run: BatchRun
  let ledger: Ledger
  let files: [String]
  /// How many documents have been found in the large files opened so far.
  private(set) var known = 0
  private var index = 0
  private var rest: Rest?

  /// What is left of a large file: documents that were read, and members of an archive that were not.
  private struct Rest {
    let path: String
    let sha256: String
    var documents: ArraySlice<Document>
    var members: InputMembers
    var first: Int
  }

  init(run: BatchRun, ledger: Ledger, files: [String]) {
    self.run = run
    self.ledger = ledger
    self.files = files
  }

  mutating func next() throws -> OrderedMap.Next<Unit> {
    if let unit = nextOfLargeFile() { return .input(unit) }
    guard index < files.count else { return .end }
    let path = files[index]
    index += 1
    let bytes: [UInt8]
    do {
      bytes = try FileTree.bytes("\(run.folder)/\(path)")
    } catch {
      let document = InputReader.failed(path, nil, code: "unreadable", message: "cannot read the file: \(error)")
      // Without a hash the file is tried again in every run.
      return .input(.documents(path: path, sha256: "", documents: [document], first: 1, isLast: true))
    }
    let sha256 = SHA256.hexadecimal(bytes)
    if !run.options.redoesAll, let file = try ledger.file(path), file.sha256 == sha256,
      file.definition == run.definition, !run.options.retriesFailed || file.failures == 0
    {
      return .input(.kept(file))
    }
    if bytes.count < Self.largeFile { return .input(.file(path: path, sha256: sha256, bytes: bytes)) }
    var members = InputReader().members(bytes, name: path)
    let documents = members.next() ?? []
    known += documents.count
    rest = Rest(path: path, sha256: sha256, documents: documents[...], members: members, first: 1)
    return try next()
  }

  private mutating func nextOfLargeFile() -> Unit? {
    guard var rest else { return nil }
    let taken = Array(rest.documents.prefix(Self.documentsAtATime))
    rest.documents = rest.documents.dropFirst(taken.count)
    // The last unit must know that it is the last.
    if rest.documents.isEmpty, let more = rest.members.next() {
      rest.documents = more[...]
      known += more.count
    }
    let (path, sha256, first, isLast) = (rest.path, rest.sha256, rest.first, rest.documents.isEmpty)
    rest.first += taken.count
    self.rest = isLast ? nil : rest
    return .documents(path: path, sha256: sha256, documents: taken, first: first, isLast: isLast)
  }
}

extension Document {
  /// The hash of everything that a pipeline makes a record of, apart from the place in the file.
  var contentHash: String {
    var hash = SHA256()
    let parts: [String?] =
      [
        id, source.name, source.homePageURL, source.feedURL, source.encoding, metadata.url, metadata.datePublished,
        metadata.dateModified, metadata.statedLanguage, title.read, lead.read, body.read, failure?.code,
        failure?.message,
      ] + metadata.authors + [nil] + metadata.tags + [nil]
      + repeatedLines.map { "\($0.range.lower) \($0.range.upper) \($0.articles)" }
    for part in parts {
      hash.update(part.map { "\($0.utf8.count) " } ?? "- ")
      if let part { hash.update(part) }
    }
    return hash.finish()
  }
}
