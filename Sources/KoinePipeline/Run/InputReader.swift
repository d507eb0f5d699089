public import KoineDocuments
import KoineText

/// Reads inputs into documents; what cannot be read keeps its place as a failed document.
public struct InputReader: Sendable {
  /// The longest text of one article, in bytes; longer ones are no articles, and would hold up the rest.
  static let longestText = 1 << 22

  fileprivate let limits: DocumentLimits
  fileprivate let pieceSize: Int

  /// Makes a reader.
  ///
  /// - Parameters:
  ///   - limits: what inputs from outside are held to.
  ///   - pieceSize: how many bytes are read at a time of inputs that are read record by record.
  public init(limits: DocumentLimits = DocumentLimits(), pieceSize: Int = FeedStream.pieceSize) {
    self.limits = limits
    self.pieceSize = pieceSize
  }

  /// Returns the documents of an input in memory, at least one; a packed input gives those of all its members.
  ///
  /// Lines that repeat are counted in this input alone.
  ///
  /// - Parameters:
  ///   - bytes: the input.
  ///   - name: its name, for identifiers and for the record.
  ///   - options: what else is known of it, and how to read it.
  ///   - isTraced: whether stages keep what they do, for an explanation.
  /// - Returns: the documents in the order of the input.
  public func documents(
    _ bytes: [UInt8],
    name: String,
    _ options: ReadOptions = ReadOptions(),
    isTraced: Bool = false
  ) -> [Document] {
    let members = members(BytesSource(bytes), name: name, options, isTraced: isTraced)
    var documents = members.flatMap(\.self)
    if documents.count > 1 {
      var survey = LineSurvey()
      for document in documents { survey.add(document) }
      let frames = LineFrames(survey)
      for index in documents.indices { frames.mark(&documents[index]) }
    }
    return documents
  }

  /// Hands out the documents of an input some at a time, so that neither a large file nor an archive is in memory as a whole.
  ///
  /// Lines that repeat are not looked for.
  ///
  /// - Parameters:
  ///   - source: the input as it came.
  ///   - name: its name, for identifiers and for the record.
  ///   - options: what else is known of it, and how to read it.
  ///   - contentHash: the hash of its content, unpacked, if a survey has told it; the content must still be the same.
  ///   - isTraced: whether stages keep what they do, for an explanation.
  /// - Returns: the documents in the order of the input.
  public func members(
    _ source: any ByteSource,
    name: String,
    _ options: ReadOptions = ReadOptions(),
    contentHash: String? = nil,
    isTraced: Bool = false
  ) -> InputMembers {
    InputMembers(reader: self, source: source, name: name, options: options, hash: contentHash, isTraced: isTraced)
  }

  /// The same for a first look or a list: documents of inputs of records do not have the hash.
  package func surveyed(_ source: any ByteSource, name: String, _ options: ReadOptions, decidesDates: Bool)
    -> InputMembers
  {
    var members = members(source, name: name, options)
    members.needsHash = false
    members.decidesDates = decidesDates
    return members
  }

  /// Opens an input for reading.
  fileprivate func open(_ source: any ByteSource, _ name: String, _ options: ReadOptions) throws(ReadError)
    -> OpenedInput
  {
    try OpenedInput(source, name: name, options, limits: limits, pieceSize: pieceSize)
  }

  /// The documents of one member.
  fileprivate func documents(of member: Unpacking.Member, _ options: ReadOptions, isTraced: Bool) -> [Document] {
    let (bytes, name) = (member.bytes, member.name)
    if let refusal = member.refusal { return [Self.failed(name, nil, refusal)] }
    let hash = SHA256.hexadecimal(bytes)
    do throws(ReadError) {
      var feed = try DocumentReader(limits: limits).read(bytes, name: name, options)
      if !member.diagnostics.isEmpty {
        feed.diagnostics = member.diagnostics + feed.diagnostics
        // The last item stands where the file breaks off.
        feed.items.indices.last.map { feed.items[$0].isCut = true }
      }
      let documents = Document.documents(of: feed, name: name, sha256: hash, isTraced: isTraced)
      return documents.isEmpty ? [Self.empty(name, hash)] : documents.map(Self.checked)
    } catch {
      return [Self.failed(name, hash, error)]
    }
  }

  /// The document, failed if there is nothing in it to work on, or too much.
  fileprivate static func checked(_ document: Document) -> Document {
    var document = document
    let size = document.body.read.utf8.count
    if size > longestText {
      let message = "the text has \(size) bytes, more than \(longestText)"
      document.failure = Document.Failure(code: "text-too-large", message: message, stage: "read")
      return document
    }
    let problem = document.diagnostics.first { $0.severity == .error }
    guard let problem, document.title.isBlank, document.body.isBlank else { return document }
    document.failure = Document.Failure(code: problem.code, message: problem.message, stage: "read")
    return document
  }

  fileprivate static func empty(_ name: String, _ hash: String?) -> Document {
    failed(name, hash, code: "no-items", message: "the feed has no items")
  }

  fileprivate static func failed(_ name: String, _ hash: String?, _ error: ReadError) -> Document {
    failed(name, hash, code: error.code, message: error.description)
  }

  /// A document that stands for an input that could not be opened or read.
  public static func failed(_ name: String, _ sha256: String?, code: String, message: String) -> Document {
    var source = Document.Source()
    source.file = name
    source.sha256 = sha256
    return Document(
      unreadable: name,
      source: source,
      failure: Document.Failure(code: code, message: message, stage: "read")
    )
  }
}

/// The documents of one input, some after the other: those of one member of an archive, or of one piece of a large file.
public struct InputMembers: Sequence, IteratorProtocol {
  private enum State {
    case unopened
    case records(FeedStream)
    case packed(Unpacking)
    case ended
  }

  private let reader: InputReader
  private let source: any ByteSource
  private let name: String
  private let options: ReadOptions
  private let isTraced: Bool
  private var hash: String?
  private var state = State.unopened
  private var stream: FeedStream?
  private var count = 0
  fileprivate var needsHash = true
  fileprivate var decidesDates = true

  /// Whether the input turned out to be another one than before; its last document says so.
  public private(set) var isChanged = false

  fileprivate init(
    reader: InputReader,
    source: any ByteSource,
    name: String,
    options: ReadOptions,
    hash: String?,
    isTraced: Bool
  ) {
    self.reader = reader
    self.source = source
    self.name = name
    self.options = options
    self.hash = hash
    self.isTraced = isTraced
  }

  /// The next documents, at least one; `nil` after the last.
  public mutating func next() -> [Document]? {
    do throws(ReadError) {
      if case .unopened = state { try open() }
      switch state {
      case .unopened, .ended: return nil
      case .packed(let unpacking): return member(unpacking)
      case .records(let stream): return try records(stream)
      }
    } catch {
      state = .ended
      isChanged = error == .changed
      // The place behind what was read is its own.
      var document = InputReader.failed(name, hash, error)
      if count > 0 {
        document.source.item = count + 1
        document.id = "\(name)#\(count + 1)"
      }
      return [document]
    }
  }

  private mutating func open() throws(ReadError) {
    switch try reader.open(source, name, options) {
    case .records(let stream):
      // Every record tells the hash, so that it must be known before the first one.
      if hash == nil, needsHash, case .records(let first) = try reader.open(source, name, options) {
        hash = try first.contentHash()
      }
      stream.decidesDates = decidesDates
      self.stream = stream
      state = .records(stream)
    case .whole(let bytes): state = .packed(Unpacking(bytes, name: name))
    }
  }

  /// The hash of the content, unpacked, if this is an input of records that can be read to its end.
  mutating func contentHash() -> String? {
    if case .unopened = state { try? open() }
    return try? stream?.contentHash()
  }

  private mutating func member(_ unpacking: Unpacking) -> [Document]? {
    if let member = unpacking.next() {
      count += 1
      return reader.documents(of: member, options, isTraced: isTraced)
    }
    state = .ended
    guard count == 0 else { return nil }
    return [InputReader.failed(name, nil, code: "no-members", message: "there are no documents in the archive")]
  }

  private mutating func records(_ stream: FeedStream) throws(ReadError) -> [Document]? {
    guard let feed = try stream.next() else {
      state = .ended
      // Every record has told the hash of what was there before.
      let found = try stream.contentHash()
      if needsHash, found != hash { throw .changed }
      return nil
    }
    let documents = Document.documents(
      of: feed,
      name: name,
      sha256: hash,
      isTraced: isTraced,
      before: count,
      isAlone: stream.hasOneItem
    )
    count += documents.count
    return documents.isEmpty ? [InputReader.empty(name, hash)] : documents.map(InputReader.checked)
  }
}
