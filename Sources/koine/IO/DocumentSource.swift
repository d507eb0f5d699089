import KoineDocuments
import KoinePipeline

/// Hands out the documents of several inputs one at a time, however large they are.
///
/// Where lines repeat in the articles of a source, all inputs are looked at before the first document is handed out.
struct DocumentSource {
  /// What the documents are wanted for.
  enum Look {
    /// To be listed: nothing is looked at beforehand, and hashes may be missing.
    case list
    /// To be worked on.
    case content
    /// To be worked on, with the lines marked that sources put around their articles.
    case lines
  }

  /// One input as it was found.
  private struct Found {
    let name: String
    let file: Result<InputFile, Input.Unreadable>
    var contentHash: String?
  }

  /// Inputs with less text are read only once.
  private static let mostKept = 1 << 23

  private let reader = InputReader()
  private let options: ReadOptions
  private let look: Look
  private var inputs: ArraySlice<String>
  /// What was looked at, if it must be read again.
  private var found: ArraySlice<Found> = []
  private var frames = LineFrames()
  private var members: InputMembers?
  private var waiting: ArraySlice<Document> = []

  /// Looks at inputs.
  ///
  /// - Parameters:
  ///   - inputs: the paths; `-` is standard input.
  ///   - options: what is known of them.
  ///   - look: what the documents are wanted for.
  ///   - limit: how many of them.
  /// - Throws: `CommandFailure` when the command is to stop.
  init(inputs: [String], options: ReadOptions, look: Look, limit: Int? = nil) throws {
    self.inputs = inputs[...]
    self.options = options
    self.look = look
    if look == .lines { try survey(limit ?? .max) }
  }

  private mutating func survey(_ limit: Int) throws {
    var survey = LineSurvey()
    var (count, size) = (0, 0)
    while count < limit, var input = inputs.popFirst().map(Self.found) {
      switch input.file {
      case .failure(let error):
        count += 1
        waiting.append(Self.failed(input.name, error))
      case .success(let file):
        let start = waiting.endIndex
        let first = try reader.survey(
          file,
          name: input.name,
          options,
          countsLines: true,
          limit: limit - count,
          decidesDates: file.count <= Self.mostKept
        ) { documents in
          try Interrupt.check()
          if size > Self.mostKept { return }
          for document in documents { size += document.body.read.utf8.count + document.title.read.utf8.count + 1024 }
          waiting += size > Self.mostKept ? [] : documents
        }
        count += first.documents
        survey.merge(first.lines)
        input.contentHash = first.contentHash
        if size > Self.mostKept {
          waiting = []
        } else if let hash = first.contentHash {
          for index in start..<waiting.endIndex { waiting[index].source.sha256 = hash }
        }
      }
      found.append(input)
    }
    // What was not looked at is not wanted.
    inputs = []
    if size > Self.mostKept { waiting = [] } else { found = [] }
    frames = LineFrames(survey)
  }

  /// The next document; `nil` after the last.
  ///
  /// - Throws: `CommandFailure` when the command is to stop.
  mutating func next() throws -> Document? {
    while true {
      if var document = waiting.popFirst() {
        frames.mark(&document)
        return document
      }
      if let documents = members?.next() {
        waiting = documents[...]
        continue
      }
      try Interrupt.check()
      guard let input = found.popFirst() ?? inputs.popFirst().map(Self.found) else { return nil }
      switch input.file {
      case .failure(let error):
        members = nil
        return Self.failed(input.name, error)
      case .success(let file):
        members =
          look == .list
          ? reader.surveyed(file, name: input.name, options, decidesDates: false)
          : reader.members(file, name: input.name, options, contentHash: input.contentHash)
      }
    }
  }

  private static func found(_ input: String) -> Found {
    Found(name: input == "-" ? "stdin" : input, file: Result { () throws(Input.Unreadable) in try Input.file(input) })
  }

  private static func failed(_ name: String, _ error: Input.Unreadable) -> Document {
    InputReader.failed(name, nil, code: error.code, message: error.description)
  }
}
