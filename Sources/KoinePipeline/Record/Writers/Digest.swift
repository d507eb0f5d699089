/// Records in the order that people read them in: by day, the newest first, failures apart.
struct Digest {
  struct Day {
    /// `YYYY-MM-DD`, or `nil` for articles without a date.
    let date: String?
    let entries: [Entry]
  }

  /// A story: its fullest article, with what belongs to it.
  struct Entry {
    let record: RecordView
    /// Copies and excerpts.
    let copies: [RecordView]
    /// The same story in other languages.
    let similar: [RecordView]
  }

  let days: [Day]
  let failures: [RecordView]
  let count: Int
  private let translated: Int
  private let kept: Int
  private let copies: Int

  init(_ records: [RecordView]) {
    count = records.count
    failures = records.filter { $0.koine.failure != nil }
    let good = records.filter { $0.koine.failure == nil }
    let known = Dictionary(good.map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
    func isCopy(_ record: RecordView) -> Bool { record.koine.story?.duplicateOf.map { known[$0] != nil } ?? false }
    let copies = Dictionary(grouping: good.filter(isCopy)) { $0.koine.story?.duplicateOf ?? "" }
    let entries = good.filter { !isCopy($0) }.map { record in
      let similar = (record.koine.story?.similar ?? []).compactMap { known[$0] }
      return Entry(record: record, copies: copies[record.id] ?? [], similar: similar)
    }
    let byDay = Dictionary(grouping: entries) { $0.record.day ?? "" }
    days = byDay.keys.sorted(by: >).map { Day(date: $0.isEmpty ? nil : $0, entries: byDay[$0] ?? []) }
    translated = good.count { $0.language == "en" && $0.koine.original?.language != "en" }
    kept = good.count { $0.language != "en" }
    self.copies = copies.values.reduce(0) { $0 + $1.count }
  }

  /// What the digest holds, in a few words.
  var overview: String {
    let articles = count == 1 ? "1 article" : "\(count) articles"
    let parts: [String?] = [
      articles, copies > 0 ? "\(copies) of them \(copies == 1 ? "a copy" : "copies") of another" : nil,
      translated > 0 ? "\(translated) translated" : nil, kept > 0 ? "\(kept) left in the original" : nil,
      failures.isEmpty ? nil : "\(failures.count) failed",
    ]
    return parts.compactMap(\.self).joined(separator: ", ")
  }

  /// A day as people write it: `3 March 2025`.
  static func heading(_ date: String?) -> String {
    guard let date else { return "Without a date" }
    let parts = date.split(separator: "-").compactMap { Int($0) }
    guard parts.count == 3, (1...12).contains(parts[1]) else { return date }
    return "\(parts[2]) \(months[parts[1] - 1]) \(parts[0])"
  }

  private static let months = [
    "January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November",
    "December",
  ]
}

extension Digest.Entry {
  /// Copies and versions in other languages, each with what it is to the article.
  var relatives: [(record: RecordView, relation: String)] {
    copies.map { ($0, "also in") }
      + similar.map {
        ($0, "the same story in \($0.koine.original?.language.map(LanguageNames.english) ?? "another language")")
      }
  }
}
