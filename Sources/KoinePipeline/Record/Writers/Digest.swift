/// Records in the order that people read them in: by day, the newest first, copies under the fullest one, failures apart.
///
/// What is shown of a record is rendered when it comes and waits in a spool; memory holds some hundred bytes a record.
final class Digest {
  /// What is known of a record without its text.
  private struct Row {
    /// `YYYY-MM-DD`; empty for articles without a date.
    var day: String
    var isFailed: Bool
    var duplicateOf: String?
    var similar: [String]
  }

  /// The pieces that the spool holds of each record, in this order.
  private enum Piece: Int, CaseIterable {
    case id, article, copy, similar, choices
  }

  private let form: any DigestForm
  private let spool = Spool()
  private var rows: [Row] = []
  private var translated = 0
  private var kept = 0

  /// A digest without records.
  init(_ form: any DigestForm) { self.form = form }

  /// Takes the next record.
  func add(_ record: RecordView) throws {
    let isFailed = record.koine.failure != nil
    let story = record.koine.story
    rows.append(
      Row(
        day: isFailed ? "" : record.day ?? "",
        isFailed: isFailed,
        duplicateOf: story?.duplicateOf,
        similar: story?.similar ?? []
      )
    )
    if !isFailed {
      if record.language != "en" { kept += 1 } else if record.koine.original?.language != "en" { translated += 1 }
    }
    let language = record.koine.original?.language.map(LanguageNames.english) ?? "another language"
    for piece in Piece.allCases {
      let text =
        switch piece {
        case .id: record.id
        case .article: isFailed ? form.failure(record) : form.article(record)
        case .copy: isFailed ? "" : form.relative(record, "also in")
        case .similar: isFailed ? "" : form.relative(record, "the same story in \(language)")
        case .choices: isFailed ? "" : form.choices(record)
        }
      try spool.append(text.utf8)
    }
  }

  /// Hands over the digest piece by piece.
  func finish(_ write: ([UInt8]) throws -> Void) throws {
    let places = try referredPlaces()
    var copies: [Int: [Int]] = [:]
    var entries: [Int] = []
    for index in rows.indices where !rows[index].isFailed {
      if let fullest = rows[index].duplicateOf.flatMap({ places[$0] }) {
        copies[fullest, default: []].append(index)
      } else {
        entries.append(index)
      }
    }
    entries.sort { rows[$0].day != rows[$1].day ? rows[$0].day > rows[$1].day : $0 < $1 }
    var choices = DigestChoices()
    for index in entries { choices.add(String(decoding: try piece(.choices, of: index), as: UTF8.self)) }
    try write(Array(form.opening(overview(copies: copies.values.reduce(0) { $0 + $1.count }), choices).utf8))
    var day: String?
    for index in entries {
      if day != rows[index].day {
        if day != nil { try write(Array(form.dayEnd.utf8)) }
        day = rows[index].day
        try write(Array(form.dayStart(Self.heading(rows[index].day)).utf8))
      }
      let similar = rows[index].similar.compactMap { places[$0] }
      try write(try piece(.article, of: index))
      for copy in copies[index] ?? [] { try write(try piece(.copy, of: copy)) }
      for other in similar { try write(try piece(.similar, of: other)) }
      try write(Array(form.articleEnd(hasRelatives: !similar.isEmpty || copies[index] != nil).utf8))
    }
    if day != nil { try write(Array(form.dayEnd.utf8)) }
    let failed = rows.indices.filter { rows[$0].isFailed }
    if !failed.isEmpty {
      try write(Array(form.failuresStart.utf8))
      for index in failed { try write(try piece(.article, of: index)) }
      try write(Array(form.failuresEnd.utf8))
    }
    try write(Array(form.ending.utf8))
  }

  /// The places of the records that others refer to; of several with one identifier, the first.
  private func referredPlaces() throws -> [String: Int] {
    let referred = Set(rows.flatMap { ($0.duplicateOf.map { [$0] } ?? []) + $0.similar })
    var places: [String: Int] = [:]
    if referred.isEmpty { return places }
    for index in rows.indices where !rows[index].isFailed {
      let id = String(decoding: try piece(.id, of: index), as: UTF8.self)
      if referred.contains(id), places[id] == nil { places[id] = index }
    }
    return places
  }

  private func piece(_ piece: Piece, of index: Int) throws -> [UInt8] {
    try spool.piece(index * Piece.allCases.count + piece.rawValue)
  }

  /// What the digest holds, in a few words.
  private func overview(copies: Int) -> String {
    let failed = rows.count { $0.isFailed }
    let parts: [String?] = [
      rows.count == 1 ? "1 article" : "\(rows.count) articles",
      copies > 0 ? "\(copies) of them \(copies == 1 ? "a copy" : "copies") of another" : nil,
      translated > 0 ? "\(translated) translated" : nil, kept > 0 ? "\(kept) left in the original" : nil,
      failed == 0 ? nil : "\(failed) failed",
    ]
    return parts.compactMap(\.self).joined(separator: ", ")
  }

  /// A day as people write it: `3 March 2025`.
  private static func heading(_ date: String) -> String {
    if date.isEmpty { return "Without a date" }
    let parts = date.split(separator: "-").compactMap { Int($0) }
    guard parts.count == 3, (1...12).contains(parts[1]) else { return date }
    return "\(parts[2]) \(months[parts[1] - 1]) \(parts[0])"
  }

  private static let months = [
    "January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November",
    "December",
  ]
}

/// What a digest looks like.
protocol DigestForm {
  /// What comes before the first day.
  func opening(_ overview: String, _ choices: DigestChoices) -> String
  func dayStart(_ heading: String) -> String
  var dayEnd: String { get }
  /// An article up to where its relatives are named.
  func article(_ record: RecordView) -> String
  /// A line that names a copy of an article, or its version in another language.
  func relative(_ record: RecordView, _ relation: String) -> String
  func articleEnd(hasRelatives: Bool) -> String
  /// What readers can narrow the digest down by, as `DigestChoices` takes it.
  func choices(_ record: RecordView) -> String
  var failuresStart: String { get }
  func failure(_ record: RecordView) -> String
  var failuresEnd: String { get }
  /// What comes after everything.
  var ending: String { get }
}

/// What articles can be narrowed down by, and how many of them each value fits.
struct DigestChoices {
  private(set) var names: [String: Int] = [:]
  private(set) var languages: [String: Int] = [:]
  private(set) var sources: [String: Int] = [:]

  /// The choices of one article as text: source, language and names, one a line.
  static func text(source: String?, language: String, names: [String]) -> String {
    ([source ?? "", language] + names).map { $0.split(whereSeparator: \.isNewline).joined(separator: " ") }
      .joined(separator: "\n")
  }

  /// Counts those of one article.
  mutating func add(_ text: String) {
    if text.isEmpty { return }
    for (index, line) in text.split(separator: "\n", omittingEmptySubsequences: false).enumerated() {
      switch index {
      case 0: if !line.isEmpty { sources[String(line), default: 0] += 1 }
      case 1: languages[String(line), default: 0] += 1
      default: names[String(line), default: 0] += 1
      }
    }
  }
}
