public import KoineDocuments
import KoineText

/// Reads the bytes of one input into documents; what cannot be read keeps its place as a failed document.
public struct InputReader: Sendable {
  /// The longest text of one article, in bytes; longer ones are no articles, and would hold up the rest.
  static let longestText = 1 << 22

  private let reader: DocumentReader

  /// Makes a reader with limits for inputs from outside.
  public init(limits: DocumentLimits = DocumentLimits()) { reader = DocumentReader(limits: limits) }

  /// Returns the documents of an input, at least one.
  ///
  /// - Parameters:
  ///   - bytes: the input.
  ///   - name: its name, for identifiers and for the record.
  ///   - type: what to read it as.
  ///   - isTraced: whether stages keep what they do, for an explanation.
  /// - Returns: the documents in the order of the input.
  public func documents(
    _ bytes: [UInt8],
    name: String,
    type: InputType = .auto,
    isTraced: Bool = false
  ) -> [Document] {
    let hash = SHA256.hexadecimal(bytes)
    do throws(ReadError) {
      let feed = try reader.read(bytes, name: name, type: type)
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
