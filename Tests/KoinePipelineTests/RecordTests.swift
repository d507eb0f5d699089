import FoundationEssentials
import KoineDocuments
import KoineEntities
import KoinePipeline
import KoineText
import TestTables
import Testing

@Suite struct RecordTests {
  private static let context = RecordContext(version: "0", pipeline: "p@1", lexicons: ["en": "ab"])

  private static func sample() -> Document {
    var document = Document(
      id: "https://example.org/1",
      title: "Il prezzo <sale> & \"scende\"",
      body: "Città, \u{1F3ED} e\u{9}tab.\nRiga due."
    )
    document.metadata.url = "https://example.org/1?a=1&b=<2>"
    document.metadata.datePublished = "2025-03-03T10:00:00Z"
    document.metadata.authors = ["Anna Neri"]
    document.language = .italian
    document.source.place = 12..<480
    document.flags = [.untranslated]
    document.body.mentions = [
      Mention(
        range: TextRange(0..<6),
        text: "Città",
        type: .place,
        id: nil,
        name: "=Città",
        confidence: 1,
        why: "a test",
        origin: nil
      )
    ]
    return document
  }

  private static func decoded(_ bytes: [UInt8]) throws -> JSONValue {
    try JSONDecoder().decode(JSONValue.self, from: Data(bytes))
  }

  @Test("writes JSON that reads back as the same value", arguments: Table("pipeline/json.tsv").rows)
  func writesJSON(row: Table.Row) throws {
    let value = JSONValue.object(["text": .string(row["text"]), "a": [1, .number(0.25), true, .null]])
    #expect(value.line.utf8.allSatisfy { $0 >= 32 })
    #expect(try Self.decoded(Array(value.line.utf8)) == value)
    #expect(value.line == "{\"a\":[1,0.25,true,null],\"text\":\"\(row["json"])\"}")
  }

  @Test("a record has every member of the schema and no other, failed or not")
  func fitsSchema() throws {
    let schema = try Self.decoded(Array(Fixture.bytes("../../docs/record.schema.json") ?? []))
    guard case .object(let root) = schema, case .object(let definitions)? = root["$defs"] else {
      Issue.record("the schema has no definitions")
      return
    }
    var failed = Self.sample()
    failed.failure = Document.Failure(code: "c", message: "m", stage: "s")
    for (document, name) in [(Self.sample(), "record"), (failed, "failure")] {
      let record = Record(document, context: Self.context).json
      #expect(SchemaCheck.problems(record, definitions[name] ?? .null, at: "record") == [])
    }
  }

  @Test("what an input says beside the article stays when a record is read again, time after time")
  func keepsExtras() throws {
    let rss = """
      <rss xmlns:media="http://search.yahoo.com/mrss/" xmlns:g="http://www.georss.org/georss"><channel><item>
      <title>T</title><description>Text.</description><g:point>45.46 9.19</g:point><g:point>1 2</g:point>
      <media:credit role="author">Ann</media:credit><enclosure url="a.mp3" type="audio/mpeg"/></item></channel></rss>
      """
    var document = try #require(InputReader().documents(Array(rss.utf8), name: "a.xml").first)
    let extras: JSONValue = [
      "georss:point": ["45.46 9.19", "1 2"], "media:credit": [["_text": "Ann", "role": "author"]],
      "enclosure": [["type": "audio/mpeg", "url": "a.mp3"]],
    ]
    for _ in 0..<3 {
      #expect(JSONValue(document.metadata.extras) == extras)
      let record = Record(document, context: Self.context)
      guard case .object(let members) = record.json, case .object(let own)? = members["_koine"] else {
        Issue.record("the record is no object")
        return
      }
      #expect(own["extras"] == extras)
      document = try #require(InputReader().documents(record.line, name: "a.jsonl").first)
    }
    #expect(Record(Self.sample(), context: Self.context).json.line.contains(",\"extras\":{},"))
  }

  @Test(
    "every shape holds every record once, and text of others cannot break out of it",
    arguments: RecordFormat.allCases
  )
  func writesShapes(format: RecordFormat) throws {
    var writer = RecordWriter(format)
    var failed = Self.sample()
    failed.id = "broken"
    failed.failure = Document.Failure(code: "c", message: "<script>", stage: "s")
    var bytes: [UInt8] = []
    var copy = Self.sample()
    copy.id = "copy"
    copy.source.name = "La <Gazzetta>"
    let story = Story(id: "story-1", duplicateOf: "https://example.org/1", reason: "the same text", similar: [])
    for document in [Self.sample(), failed] { bytes += try writer.add(Record(document, context: Self.context).line) }
    bytes += try writer.add(Record.line(Record(copy, context: Self.context).line, withStory: story))
    try writer.finish { bytes += $0 }
    let text = String(decoding: bytes, as: UTF8.self)
    let golden = "pipeline/shapes/\(format.fileName)"
    if Golden.isRecording { try Golden.write(bytes, golden) }
    #expect(text == Fixture.text(golden))
    guard [.html, .atom].contains(format) else { return }
    #expect(!text.contains("<sale>"))
    // The page has one script, its own.
    #expect(text.components(of: "<script>") == (format == .html ? 1 : 0))
  }

  @Test("a table keeps a formula from being run")
  func guardsFormulas() {
    #expect(CSV.row(["=1+1", "a,b", "say \"x\"", "-5"]) == "'=1+1,\"a,b\",\"say \"\"x\"\"\",'-5\r\n")
  }
}

extension String {
  /// How often `part` stands in this text.
  fileprivate func components(of part: String) -> Int { ranges(of: part).count }
}

/// As much of JSON Schema as the record's schema uses.
enum SchemaCheck {
  static func problems(_ value: JSONValue, _ schema: JSONValue, at path: String) -> [String] {
    guard case .object(let rules) = schema else { return ["\(path): no schema"] }
    if case .array(let choices)? = rules["oneOf"] {
      let fits = choices.count { problems(value, $0, at: path).isEmpty }
      return fits == 1 ? [] : ["\(path): fits \(fits) of the choices"]
    }
    if let constant = rules["const"] { return value == constant ? [] : ["\(path): is not \(constant.line)"] }
    if case .array(let values)? = rules["enum"], !values.contains(value) { return ["\(path): is none of the values"] }
    switch value {
    case .object(let members):
      guard case .object(let known)? = rules["properties"] else { return [] }
      var found: [String] = []
      if case .array(let required)? = rules["required"] {
        for case .string(let name) in required where members[name] == nil { found.append("\(path): lacks \(name)") }
      }
      for (name, member) in members.sorted(by: { $0.key < $1.key }) {
        if let rule = known[name] {
          found += problems(member, rule, at: "\(path).\(name)")
        } else {
          found.append("\(path): has \(name)")
        }
      }
      return found
    case .array(let list):
      return list.flatMap { problems($0, rules["items"] ?? .null, at: "\(path)[]") }
    default:
      return hasType(value, rules["type"]) ? [] : ["\(path): has the wrong type"]
    }
  }

  private static func hasType(_ value: JSONValue, _ type: JSONValue?) -> Bool {
    let name =
      switch value {
      case .null: "null"
      case .bool: "boolean"
      case .integer: "integer"
      case .number: "number"
      case .string: "string"
      case .array: "array"
      case .object: "object"
      }
    switch type {
    case .string(let wanted)?: return wanted == name || (wanted == "number" && name == "integer")
    case .array(let wanted)?: return wanted.contains { hasType(value, $0) }
    default: return true
    }
  }
}
