public import KoineDocuments
import KoineText

/// Reads the bytes of one input into documents; what cannot be read keeps its place as a failed document.
public struct InputReader: Sendable {
  /// The longest text of one article, in bytes; longer ones are no articles, and would hold up the rest.
  static let longestText = 1 << 22

  private let reader: DocumentReader

  /// Makes a reader with limits for inputs from outside.
  public init(limits: DocumentLimits = DocumentLimits()) { reader = DocumentReader(limits: limits) }

  /// Returns the documents of an input, at least one; a packed input gives those of all its members.
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
    var members = members(bytes, name: name, options, isTraced: isTraced)
    var documents: [Document] = []
    while let more = members.next() { documents += more }
    return documents
  }

  /// Hands out the documents of an input member by member, so that an archive is never in memory as a whole.
  ///
  /// - Parameters:
  ///   - bytes: the input.
  ///   - name: its name, for identifiers and for the record.
  ///   - options: what else is known of it, and how to read it.
  ///   - isTraced: whether stages keep what they do, for an explanation.
  /// - Returns: the members in the order of the input.
  public func members(
    _ bytes: [UInt8],
    name: String,
    _ options: ReadOptions = ReadOptions(),
    isTraced: Bool = false
  ) -> InputMembers {
    InputMembers(
      reader: self,
      unpacking: Unpacking(bytes, name: name),
      name: name,
      options: options,
      isTraced: isTraced
    )
  }

  /// The documents of one member; what cannot be read keeps its place as a failed document.
  fileprivate func documents(of member: Unpacking.Member, _ options: ReadOptions, isTraced: Bool) -> [Document] {
    let (bytes, name) = (member.bytes, member.name)
    if let refusal = member.refusal {
      return [Self.failed(name, nil, code: refusal.code, message: refusal.description)]
    }
    let hash = SHA256.hexadecimal(bytes)
    do throws(ReadError) {
      var feed = try reader.read(bytes, name: name, options)
      if !member.diagnostics.isEmpty {
        feed.diagnostics = member.diagnostics + feed.diagnostics
        // The last item stands where the file breaks off.
        feed.items.indices.last.map { feed.items[$0].isCut = true }
      }
      var documents = Document.documents(of: feed, name: name, sha256: hash, isTraced: isTraced)
      for index in documents.indices {
        let size = documents[index].body.read.utf8.count
        if size > Self.longestText {
          let message = "the text has \(size) bytes, more than \(Self.longestText)"
          documents[index].failure = Document.Failure(code: "text-too-large", message: message, stage: "read")
          continue
        }
        let problem = documents[index].diagnostics.first { $0.severity == .error }
        guard let problem, documents[index].title.isBlank, documents[index].body.isBlank else { continue }
        documents[index].failure = Document.Failure(code: problem.code, message: problem.message, stage: "read")
      }
      if !documents.isEmpty { return documents }
      return [Self.failed(name, hash, code: "no-items", message: "the feed has no items")]
    } catch {
      return [Self.failed(name, hash, code: error.code, message: error.description)]
    }
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

/// The documents of one input, those of one member of an archive after the other.
public struct InputMembers: Sequence, IteratorProtocol {
  fileprivate let reader: InputReader
  fileprivate let unpacking: Unpacking
  fileprivate let name: String
  fileprivate let options: ReadOptions
  fileprivate let isTraced: Bool
  private var isEmpty = true

  fileprivate init(reader: InputReader, unpacking: Unpacking, name: String, options: ReadOptions, isTraced: Bool) {
    self.reader = reader
    self.unpacking = unpacking
    self.name = name
    self.options = options
    self.isTraced = isTraced
  }

  /// The documents of the next member, at least one; `nil` after the last.
  public mutating func next() -> [Document]? {
    if let member = unpacking.next() {
      isEmpty = false
      return reader.documents(of: member, options, isTraced: isTraced)
    }
    guard isEmpty else { return nil }
    isEmpty = false
    return [InputReader.failed(name, nil, code: "no-members", message: "there are no documents in the archive")]
  }
}
