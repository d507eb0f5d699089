import FoundationEssentials
import KoineDocuments
import KoinePipeline

extension Ledger.Failure {
  /// Files of more bytes are named and not kept; they are still in the folder.
  private static let mostBytes = 1 << 16

  /// Keeps why a document failed, with what is needed to try it again.
  ///
  /// - Parameters:
  ///   - failure: the reason.
  ///   - document: the document as it was read.
  ///   - file: the file, if it is a small one.
  init(_ failure: Document.Failure, of document: Document, _ file: InputFile?) {
    self.init(
      id: document.id,
      code: failure.code,
      message: failure.message,
      stage: failure.stage,
      input: Self.input(document, file).line
    )
  }

  /// The item in the shape that `koine normalize --type jsonl` reads, or the bytes of a file that gave none.
  private static func input(_ document: Document, _ file: InputFile?) -> JSONValue {
    if document.title.read.isEmpty, document.body.read.isEmpty {
      guard let file, file.count <= mostBytes, let bytes = try? file.open().read(mostBytes) else { return .null }
      return ["base64": .string(Data(bytes).base64EncodedString())]
    }
    return [
      "id": .string(document.id),
      "url": .optional(document.metadata.url),
      "title": .string(document.title.read),
      "summary": .string(document.lead.read),
      "content_text": .string(document.body.read),
      "date_published": .optional(document.metadata.datePublished),
      "date_modified": .optional(document.metadata.dateModified),
      "authors": .array(document.metadata.authors.map { ["name": .string($0)] }),
      "tags": .strings(document.metadata.tags),
      "language": .optional(document.metadata.statedLanguage),
    ]
  }
}
