import FoundationEssentials
import KoineSummary
import KoineText
import KoineValues

/// The uniform record of a document: a JSON Feed item with the extension `_koine`.
public struct Record: Sendable {
  /// The record as JSON.
  public let json: JSONValue
  /// Whether the document failed.
  public let isFailed: Bool

  /// Makes the record of a document that has been through a pipeline.
  public init(_ document: Document, context: RecordContext) {
    isFailed = document.failure != nil
    if let failure = document.failure {
      json = [
        "id": .string(document.id),
        "_koine": [
          "schema": .integer(RecordContext.schema),
          "failure": [
            "code": .string(failure.code), "message": .string(failure.message), "stage": .string(failure.stage),
          ],
          "source": Self.source(document),
        ],
      ]
      return
    }
    json = Self.item(document, context)
  }

  /// The record on one line, with the line end.
  public var line: [UInt8] {
    var bytes: [UInt8] = []
    json.write(to: &bytes)
    bytes.append(10)
    return bytes
  }

  /// Returns a record made earlier from the same content, with the place where it stands now.
  package static func line(_ line: [UInt8], withSourceOf document: Document) throws -> [UInt8] {
    let value = try JSONDecoder().decode(JSONValue.self, from: Data(line))
    guard case .object(var members) = value, case .object(var own)? = members["_koine"] else { return line }
    own["source"] = source(document)
    members["_koine"] = .object(own)
    var bytes: [UInt8] = []
    JSONValue.object(members).write(to: &bytes)
    return bytes
  }

  private static func item(_ document: Document, _ context: RecordContext) -> JSONValue {
    let places = ShownText(document)
    let language = document.isEnglish ? Language.english : document.language
    return [
      "id": .string(document.id),
      "url": .optional(document.metadata.url),
      "external_url": .null,
      "title": document.title.isBlank ? .null : .string(document.title.shown),
      "summary": .optional(document.summary.flatMap { $0.text.isEmpty ? nil : $0.text }),
      "content_text": .string(document.body.shown),
      "language": .optional(language.flatMap { $0 == .undetermined ? nil : $0.rawValue }),
      "date_published": .optional(document.metadata.datePublished),
      "date_modified": .optional(document.metadata.dateModified),
      "authors": .array(document.metadata.authors.map { ["name": .string($0)] }),
      "tags": .strings(document.metadata.tags),
      "_koine": [
        "schema": .integer(RecordContext.schema),
        "original": original(document),
        "translation": translation(document, context),
        "source": source(document),
        "extras": JSONValue(document.metadata.extras),
        "entities": RecordEntities(document, places).json,
        "dates": places.values(of: [.date, .duration]),
        "amounts": places.values(of: [.money, .percent, .quantity, .number]),
        "summary_sentences": .array(
          (document.summary?.sentences ?? []).map { sentence in
            let range = places.body.scalars(sentence.range)
            return [
              "start": .integer(range.lowerBound), "end": .integer(range.upperBound), "score": .share(sentence.score),
            ]
          }
        ),
        "story": .null,
        "quality": quality(document),
        "provenance": [
          "koine": .string(context.version),
          "pipeline": .string(context.pipeline),
          "lexicons": .object(context.lexicons.mapValues { .string($0) }),
          "steps": .strings(document.steps),
        ],
      ],
    ]
  }

  private static func original(_ document: Document) -> JSONValue {
    let offsets = ScalarOffsets(document.body.read)
    return [
      "title": document.title.read.isEmpty ? .null : .string(document.title.read),
      "summary": document.lead.read.isEmpty ? .null : .string(document.lead.read),
      "content_text": .string(document.body.read),
      "language": .optional(document.language?.rawValue),
      "confidence": document.language == nil ? .null : .share(document.confidence),
      "segments": .array(
        document.body.segments.map { segment in
          let range = offsets.scalars(document.body.readRange(of: segment.range))
          return [
            "start": .integer(range.lowerBound),
            "end": .integer(range.upperBound),
            "language": .string(segment.language.rawValue),
            "confidence": .share(segment.confidence),
          ]
        }
      ),
    ]
  }

  private static func translation(_ document: Document, _ context: RecordContext) -> JSONValue {
    guard let note = document.translation else { return .null }
    return [
      "engine": .string(note.engine),
      "version": .string(context.version),
      "coverage": .share(note.coverage),
      "unknown": .strings(note.unknown),
    ]
  }

  private static func source(_ document: Document) -> JSONValue {
    [
      "name": .optional(document.source.name),
      "feed_url": .optional(document.source.feedURL),
      "home_page_url": .optional(document.source.homePageURL),
      "file": .optional(document.source.file),
      "item": .integer(document.source.item),
      "line": .integer(document.source.line),
      "start": document.source.place.map { .integer($0.lowerBound) } ?? .null,
      "end": document.source.place.map { .integer($0.upperBound) } ?? .null,
      "sha256": .optional(document.source.sha256),
      "encoding": .optional(document.source.encoding),
    ]
  }

  private static func quality(_ document: Document) -> JSONValue {
    let flags = document.flags
    let removed = FieldName.allCases.flatMap { name -> [JSONValue] in
      let field = document[name]
      if field.removals.isEmpty { return [] }
      let offsets = ScalarOffsets(field.read)
      let place = name == .body ? "original.content_text" : "original.\(name.rawValue)"
      return field.removals.sorted { $0.range < $1.range }.map { removal in
        let range = offsets.scalars(removal.range)
        return [
          "text": .string(removal.text),
          "reason": .string(removal.reason),
          "origin": .optional(removal.origin),
          "start": .integer(range.lowerBound),
          "end": .integer(range.upperBound),
          "in": .string(place),
        ]
      }
    }
    return [
      "truncated": .bool(flags.contains(.truncated)),
      "mojibake_repaired": .bool(flags.contains(.mojibakeRepaired)),
      "title_removed_from_body": .bool(flags.contains(.titleRemoved)),
      "removed_lines": .array(removed),
      "flags": .strings(flags.sorted().map(\.rawValue)),
      "diagnostics": .array(
        document.diagnostics.map { problem in
          [
            "severity": .string(problem.severity.rawValue), "code": .string(problem.code),
            "message": .string(problem.message),
          ]
        }
      ),
    ]
  }
}
