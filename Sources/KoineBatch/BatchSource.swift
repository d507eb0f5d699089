import KoineDocuments
import KoinePipeline

/// Hands out the files of a run as units of work.
struct BatchSource {
  /// What one worker takes at a time.
  enum Unit: Sendable {
    /// A file that has not changed.
    case kept(Ledger.File)
    /// A file to be read and processed.
    case file(Ledger.Survey, InputFile, LineFrames)
    /// Some documents of a large file; `first` is the place of the first one.
    case documents(Ledger.Survey, [Document], first: Int, isLast: Bool)
  }

  /// Larger files are read before they are handed out, so that several workers can share their documents.
  static let largeFile = 1 << 18
  static let documentsAtATime = 8

  let run: BatchRun
  let ledger: Ledger
  let files: [String]
  let frames: LineFrames
  /// How many documents the large files opened so far hold; of the one at hand an estimate, by the bytes read of it.
  private(set) var known = 0
  private var knownBefore = 0
  private var index = 0
  private var rest: Rest?

  /// What is left of a large file: documents that were read, and those that were not.
  private struct Rest {
    var survey: Ledger.Survey
    var documents: ArraySlice<Document>
    var members: InputMembers
    var first: Int
    /// The size of the file in bytes, and how many documents were found in it.
    var size: Int
    var found = 0
  }

  init(run: BatchRun, ledger: Ledger, files: [String], frames: LineFrames) {
    self.run = run
    self.ledger = ledger
    self.files = files
    self.frames = frames
  }

  mutating func next() throws -> OrderedMap.Next<Unit> {
    if let unit = nextOfLargeFile() { return .input(unit) }
    guard index < files.count else { return .end }
    let path = files[index]
    index += 1
    guard var survey = try ledger.survey(path) else { return .input(unreadable(path, "it was not there before")) }
    survey.frames = frames.hash(of: survey.lines.sources)
    // Of a file that could not be read, nothing is known.
    if !run.options.redoesAll, !survey.sha256.isEmpty, let file = try ledger.file(path), file.matches(survey),
      !run.options.retriesFailed || file.failures == 0
    {
      return .input(.kept(file))
    }
    let file: InputFile
    do { file = try InputFile(path: "\(run.folder)/\(path)", followsLinks: false) } catch {
      return .input(unreadable(path, "\(error)"))
    }
    if file.count < Self.largeFile { return .input(.file(survey, file, frames)) }
    let members: InputMembers
    do throws(ReadError) { members = try run.members(file, survey) } catch {
      return .input(unread(path, error))
    }
    rest = Rest(survey: survey, documents: [], members: members, first: 1, size: file.count)
    fill()
    return try next()
  }

  /// A document that stands for a file; without a hash the file is tried again in every run.
  private func unread(_ path: String, _ error: ReadError) -> Unit {
    let document = InputReader.failed(path, nil, code: error.code, message: error.description)
    return .documents(Ledger.Survey(unread: path, run.definition), [document], first: 1, isLast: true)
  }

  private func unreadable(_ path: String, _ reason: String) -> Unit { unread(path, .unreadable(reason)) }

  /// Reads on in a large file.
  private mutating func fill() {
    guard var more = rest?.members.next() else { return }
    for index in more.indices { frames.mark(&more[index]) }
    rest?.found += more.count
    let (found, size) = (rest?.found ?? 0, rest?.size ?? 0)
    let share = more.last?.source.place.map { Double($0.upperBound) / Double(max(1, size)) } ?? 1
    known = knownBefore + max(found, share > 0 ? Int(Double(found) / min(1, share)) : found)
    rest?.documents = more[...]
    // What stands in the ledger must not look like the whole file.
    if rest?.members.isChanged == true { rest?.survey.sha256 = "" }
  }

  private mutating func nextOfLargeFile() -> Unit? {
    guard let taken = rest?.documents.prefix(Self.documentsAtATime), let first = rest?.first else { return nil }
    rest?.documents.removeFirst(taken.count)
    rest?.first += taken.count
    // The last unit must know that it is the last.
    if rest?.documents.isEmpty == true { fill() }
    guard let rest else { return nil }
    let isLast = rest.documents.isEmpty
    if isLast {
      knownBefore += rest.found
      known = knownBefore
      self.rest = nil
    }
    return .documents(rest.survey, Array(taken), first: first, isLast: isLast)
  }
}

extension Ledger.File {
  /// Whether the file was done as it would be done now.
  func matches(_ survey: Ledger.Survey) -> Bool {
    sha256 == survey.sha256 && definition == survey.definition && frames == survey.frames
  }
}

extension BatchRun {
  /// The documents of a file that was looked at before.
  ///
  /// - Throws: `ReadError.changed` when it is another one by now.
  func members(_ file: InputFile, _ survey: Ledger.Survey) throws(ReadError) -> InputMembers {
    guard try file.sha256() == survey.sha256 else { throw .changed }
    return InputReader().members(file, name: survey.path, options.reading, contentHash: survey.content)
  }
}
