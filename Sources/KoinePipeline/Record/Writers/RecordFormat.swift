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

/// Writes records one after the other; what has to be sorted first is held back until the end.
public struct RecordWriter: Sendable {
  private enum State: Sendable {
    case lines
    case list(isFeed: Bool)
    case table(columns: [String], rows: @Sendable (RecordView) -> String)
    case atom(AtomFeed)
    case digest([RecordView], isPage: Bool)
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
    case .markdown: state = .digest([], isPage: false)
    case .html: state = .digest([], isPage: true)
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
    case .digest(var views, let isPage):
      state = .lines
      views.append(try Self.view(line))
      state = .digest(views, isPage: isPage)
      return []
    }
  }

  /// Returns what comes after the last record.
  public mutating func finish() -> [UInt8] {
    switch state {
    case .lines: []
    case .list(let isFeed): Array(((count == 0 ? Self.opening(isFeed) : "") + (isFeed ? "\n]}\n" : "\n]\n")).utf8)
    case .table(let columns, _): count == 0 ? Array(CSV.row(columns).utf8) : []
    case .atom(let feed): Array(feed.end.utf8)
    case .digest(let views, let isPage):
      Array((isPage ? HTMLPage(Digest(views)).text : MarkdownDigest(Digest(views)).text).utf8)
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
