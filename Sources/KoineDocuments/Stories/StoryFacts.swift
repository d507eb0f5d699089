public import KoineText

/// What is kept of an article to find its copies, its excerpts and the same story in other languages.
public struct StoryFacts: Hashable, Sendable {
  /// The article's identifier.
  public let id: String
  /// The language it was written in, if known.
  public let language: Language?
  /// The day of publication, in days since 1 January 1970.
  public let day: Int32?
  /// How many words the text has.
  public let words: UInt32
  /// What only copies share: hashes of the canonical address, the feed's own identifier, the text.
  let keys: [UInt64]
  /// Hashes of all runs of three words, sorted.
  let shingles: [UInt32]
  /// Hashes of stretches of about a dozen words, sorted.
  let spans: [UInt32]
  /// A key for each band of the MinHash signature; none for a text with too few shingles.
  let bands: [UInt32]
  /// Hashes of the words that start with a digit, sorted.
  let figures: [UInt32]
  /// Hashes of the words that start with a capital inside a sentence, sorted.
  let names: [UInt32]
  /// What an article speaks of in any language: hashes of names, amounts and dates, sorted.
  let subjects: [UInt64]
  /// Those of `subjects` that are names of organizations, people and products.
  let actors: [UInt64]

  /// What an article speaks of.
  public struct Subject: Hashable, Sendable {
    /// A canonical name, an amount or a date, the same text in every language.
    public var text: String
    /// Whether it is the name of an organization, a person or a product, which tells more than a place or a date.
    public var isActor: Bool

    /// Names a subject.
    public init(_ text: String, isActor: Bool) {
      self.text = text
      self.isActor = isActor
    }
  }

  /// Collects the facts of an article.
  ///
  /// - Parameters:
  ///   - id: the article's identifier.
  ///   - identifier: what the feed calls the article; global if it is an address or a URN.
  ///   - source: the name of the feed, which bounds identifiers that are not global.
  ///   - address: the article's address.
  ///   - language: the language of the text.
  ///   - published: when it was published, RFC 3339.
  ///   - title: the title.
  ///   - text: the text without boilerplate, in the language it was written in.
  ///   - subjects: what it speaks of.
  public init(
    id: String,
    identifier: String?,
    source: String?,
    address: String?,
    language: Language?,
    published: String?,
    title: String,
    text: String,
    subjects: some Sequence<Subject>
  ) {
    self.id = id
    self.language = language
    day = published.flatMap(Self.day)
    var read = StoryText(text)
    words = UInt32(clamping: read.words.count)
    var keys: [UInt64] = []
    if let address = address.flatMap(CanonicalAddress.init) { keys.append(StoryText.hash("address \(address.text)")) }
    if let identifier, !identifier.isEmpty {
      let isGlobal = identifier.contains(":")
      let canonical = CanonicalAddress(identifier)
      // The front page of a site as an identifier says nothing.
      if let canonical {
        keys.append(StoryText.hash("address \(canonical.text)"))
      } else if !identifier.hasPrefix("http"), isGlobal || source != nil {
        keys.append(StoryText.hash("identifier \(isGlobal ? "" : source ?? "") \(identifier)"))
      }
    }
    // Of an article with hardly a text the title speaks, too.
    if read.words.count < Self.shortText { read = StoryText(title + "\n" + text) }
    if read.words.count >= Self.fewestWords { keys.append(read.fingerprint) }
    self.keys = Array(Set(keys)).sorted()
    (shingles, spans) = read.sketch
    bands = shingles.count < StoryEvidence.leastShingles ? [] : MinHash.keys(of: shingles)
    figures = read.figures
    names = read.names
    let list = Array(subjects)
    self.subjects = Set(list.map { StoryText.hash($0.text) }).sorted()
    actors = Set(list.filter(\.isActor).map { StoryText.hash($0.text) }).sorted()
  }

  /// Texts of fewer words are compared together with their titles.
  private static let shortText = 12
  /// Fewer words are no sign of a copy.
  private static let fewestWords = 4

  private static func day(_ date: String) -> Int32? {
    let parts = date.prefix(10).split(separator: "-").compactMap { Int($0) }
    guard parts.count == 3, (1...9999).contains(parts[0]), (1...12).contains(parts[1]), (1...31).contains(parts[2])
    else {
      return nil
    }
    // Days of the proleptic Gregorian calendar, years counted from March (Hinnant, chrono-compatible date algorithms).
    let year = parts[1] > 2 ? parts[0] : parts[0] - 1
    let month = (parts[1] + 9) % 12
    let dayOfYear = (153 * month + 2) / 5 + parts[2] - 1
    let (era, yearOfEra) = (year / 400, year % 400)
    return Int32(era * 146_097 + yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + dayOfYear - 719_468)
  }
}

extension StoryFacts {
  /// The facts as bytes, to be kept from run to run.
  public var bytes: [UInt8] {
    var writer = FactWriter()
    writer.text(id)
    writer.text(language?.rawValue ?? "")
    writer.number(UInt64(bitPattern: day.map(Int64.init) ?? .min))
    writer.number(UInt64(words))
    for list in [keys, subjects, actors] { writer.list(list) }
    for list in [shingles, spans, bands, figures, names] { writer.list(list) }
    return writer.bytes
  }

  /// Reads facts back; `nil` if the bytes are none.
  public init?(bytes: [UInt8]) {
    var reader = FactReader(bytes)
    guard let id = reader.text(), let language = reader.text(), let day = reader.number(), let words = reader.number(),
      let keys = reader.longs(), let subjects = reader.longs(), let actors = reader.longs(),
      let shingles = reader.shorts(), let spans = reader.shorts(), let bands = reader.shorts(),
      let figures = reader.shorts(), let names = reader.shorts(), reader.isAtEnd,
      bands.isEmpty || bands.count == MinHash.bands
    else {
      return nil
    }
    self.id = id
    self.language = language.isEmpty ? nil : Language(rawValue: language)
    self.day = Int64(bitPattern: day) == .min ? nil : Int32(truncatingIfNeeded: Int64(bitPattern: day))
    self.words = UInt32(clamping: words)
    self.keys = keys
    self.subjects = subjects
    self.actors = actors
    self.shingles = shingles
    self.spans = spans
    self.bands = bands
    self.figures = figures
    self.names = names
  }
}

/// Writes numbers in little-endian order, lists with their length first.
private struct FactWriter {
  var bytes: [UInt8] = []

  mutating func number<Number: FixedWidthInteger>(_ value: Number) {
    for shift in stride(from: 0, to: Number.bitWidth, by: 8) { bytes.append(UInt8(truncatingIfNeeded: value >> shift)) }
  }

  mutating func list(_ values: [some FixedWidthInteger]) {
    number(UInt32(clamping: values.count))
    for value in values { number(value) }
  }

  mutating func text(_ text: String) {
    number(UInt32(clamping: text.utf8.count))
    bytes.append(contentsOf: text.utf8)
  }
}

/// Reads what a `FactWriter` has written, and never past the end.
private struct FactReader {
  private let bytes: [UInt8]
  private var index = 0

  init(_ bytes: [UInt8]) { self.bytes = bytes }

  var isAtEnd: Bool { index == bytes.count }

  private mutating func value<Number: FixedWidthInteger & BitwiseCopyable>(_ type: Number.Type) -> Number? {
    list(type, count: 1)?.first
  }

  private mutating func list<Number: FixedWidthInteger & BitwiseCopyable>(_ type: Number.Type, count: Int) -> [Number]?
  {
    let size = Number.bitWidth / 8
    guard count <= (bytes.count - index) / size else { return nil }
    defer { index += count * size }
    let start = index
    // The bytes were counted above; nothing is read past them.
    return unsafe bytes.withUnsafeBytes { raw in
      (0..<count).map {
        unsafe Number(littleEndian: raw.loadUnaligned(fromByteOffset: start + $0 * size, as: type))
      }
    }
  }

  private mutating func list<Number: FixedWidthInteger & BitwiseCopyable>(_ type: Number.Type) -> [Number]? {
    value(UInt32.self).flatMap { list(type, count: Int($0)) }
  }

  mutating func number() -> UInt64? { value(UInt64.self) }

  mutating func longs() -> [UInt64]? { list(UInt64.self) }

  mutating func shorts() -> [UInt32]? { list(UInt32.self) }

  mutating func text() -> String? {
    guard let count = value(UInt32.self), Int(count) <= bytes.count - index else { return nil }
    defer { index += Int(count) }
    return String(decoding: bytes[index..<index + Int(count)], as: UTF8.self)
  }
}
