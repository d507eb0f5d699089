/// Records in the order that people read them in: by day, the newest first, failures apart.
struct Digest {
  struct Day {
    /// `YYYY-MM-DD`, or `nil` for articles without a date.
    let date: String?
    let records: [RecordView]
  }

  let days: [Day]
  let failures: [RecordView]
  let count: Int

  init(_ records: [RecordView]) {
    count = records.count
    failures = records.filter { $0.koine.failure != nil }
    let good = records.filter { $0.koine.failure == nil }
    let dates = Set(good.compactMap(\.day)).sorted(by: >)
    let dated = dates.map { date in Day(date: date, records: good.filter { $0.day == date }) }
    let undated = good.filter { $0.day == nil }
    days = dated + (undated.isEmpty ? [] : [Day(date: nil, records: undated)])
  }

  /// What the digest holds, in a few words.
  var overview: String {
    let articles = count == 1 ? "1 article" : "\(count) articles"
    let translated = days.flatMap(\.records).count { $0.language == "en" && $0.koine.original?.language != "en" }
    let kept = days.flatMap(\.records).count { $0.language != "en" }
    let parts: [String?] = [
      articles, translated > 0 ? "\(translated) translated" : nil, kept > 0 ? "\(kept) left in the original" : nil,
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
