import FoundationEssentials

/// The shapes that records can be written in.
public enum RecordFormat: String, Sendable, CaseIterable {
  case jsonl, json, jsonfeed, atom, markdown, html, csv
  /// A table with a row for each name of each record.
  case csvEntities = "csv-entities"
  /// A table with a row for each place where a name stands.
  case csvMentions = "csv-mentions"

  /// The name of the file of a folder run that holds this shape.
  public var fileName: String {
    switch self {
    case .jsonl: "records.jsonl"
    case .json: "records.json"
    case .jsonfeed: "feed.json"
    case .atom: "feed.atom"
    case .markdown: "digest.md"
    case .html: "digest.html"
    case .csv: "articles.csv"
    case .csvEntities: "entities.csv"
    case .csvMentions: "mentions.csv"
    }
  }
}

/// Writes records one after the other; what has to be sorted first is put aside until the end.
public struct RecordWriter {
  private enum State {
    case lines
    case list(isFeed: Bool)
    case table(columns: [String], rows: (RecordView) -> String)
    case atom(AtomFeed)
    case digest(Digest)
  }

  private var state: State
  private var count = 0

  /// Starts to write.
  public init(_ format: RecordFormat) {
    switch format {
    case .jsonl: state = .lines
    case .json: state = .list(isFeed: false)
    case .jsonfeed: state = .list(isFeed: true)
    case .atom: state = .atom(AtomFeed())
    case .csv: state = .table(columns: RecordTable.columns, rows: RecordTable.rows)
    case .csvEntities: state = .table(columns: EntityTable.columns, rows: EntityTable.rows)
    case .csvMentions: state = .table(columns: MentionTable.columns, rows: MentionTable.rows)
    case .markdown: state = .digest(Digest(MarkdownDigest()))
    case .html: state = .digest(Digest(HTMLPage()))
    }
  }

  /// Takes a record as one line of JSON; returns the bytes that can be written now.
  public mutating func add(_ line: [UInt8]) throws -> [UInt8] {
    defer { count += 1 }
    let line = line.last == 10 ? Array(line.dropLast()) : line
    switch state {
    case .lines: return line + [10]
    case .list(let isFeed):
      let start = count == 0 ? Self.opening(isFeed) : ",\n"
      return Array(start.utf8) + (isFeed ? try Self.withoutNulls(line) : line)
    case .table(let columns, let rows):
      return Array(((count == 0 ? CSV.row(columns) : "") + rows(try Self.view(line))).utf8)
    case .atom(var feed):
      state = .lines
      let text = feed.add(try Self.view(line))
      state = .atom(feed)
      return Array(text.utf8)
    case .digest(let digest):
      try digest.add(try Self.view(line))
      return []
    }
  }

  /// Hands over what comes after the last record, piece by piece.
  public mutating func finish(_ write: ([UInt8]) throws -> Void) throws {
    switch state {
    case .lines: break
    case .list(let isFeed):
      try write(Array(((count == 0 ? Self.opening(isFeed) : "") + (isFeed ? "\n]}\n" : "\n]\n")).utf8))
    case .table(let columns, _): if count == 0 { try write(Array(CSV.row(columns).utf8)) }
    case .atom(let feed): try write(Array(feed.end.utf8))
    case .digest(let digest): try digest.finish(write)
    }
  }

  private static func opening(_ isFeed: Bool) -> String {
    isFeed ? "{\"version\":\"https://jsonfeed.org/version/1.1\",\"title\":\"Koine\",\"items\":[\n" : "[\n"
  }

  private static func view(_ line: [UInt8]) throws -> RecordView {
    try JSONDecoder().decode(RecordView.self, from: Data(line))
  }

  /// JSON Feed leaves out what is not known.
  private static func withoutNulls(_ line: [UInt8]) throws -> [UInt8] {
    guard case .object(let members) = try JSONDecoder().decode(JSONValue.self, from: Data(line)) else { return line }
    var bytes: [UInt8] = []
    JSONValue.object(members.filter { $0.value != .null }).write(to: &bytes)
    return bytes
  }
}
