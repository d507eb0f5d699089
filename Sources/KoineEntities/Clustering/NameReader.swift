import KoineLexicon
import KoineText

/// What clustering needs to know about one name.
struct NameReading: Sendable {
  /// The name taken apart.
  var name: PreparedName
  /// The same for names that differ in word order, legal form, case, punctuation and words such as `Group` only.
  var key: UInt64
  /// A country given in parentheses.
  var country: String
  /// What a registry knows by this name.
  var known: RegistryEntry?
  /// The hashes of the acronyms that the name may have.
  var initials: [UInt64]
  /// Whether the name carries a legal form.
  var hasLegalForm: Bool
  /// Whether it has nothing that can be compared.
  var isOpaque: Bool
}

/// Takes names apart by their type.
struct NameReader: Sendable {
  private let tables: EntityTables
  private let preparer: NamePreparer
  private let companyWords: CompanyWords

  init(tables: EntityTables, preparer: NamePreparer) {
    self.tables = tables
    self.preparer = preparer
    companyWords = CompanyWords(tables: tables)
  }

  /// Returns what `name` is made of.
  func reading(of name: String, type: EntityType?) -> NameReading {
    // What is longer than any name, or holds no letter, is only ever equal to itself.
    guard name.unicodeScalars.prefix(NameFolding.limit + 1).count <= NameFolding.limit else { return opaque(name) }
    let isOrganization = type == nil || type == .organization
    let (rest, country) = isOrganization ? withoutCountry(name) : (name, "")
    var prepared = isOrganization ? preparer.prepared(tidied(rest)) : preparer.plain(name)
    if isOrganization { companyWords.trim(&prepared) }
    guard !prepared.isEmpty, prepared.letters.count > 1 || prepared.foreign != nil else { return opaque(name) }
    var reading = NameReading(
      name: prepared,
      key: 0,
      country: country,
      known: nil,
      initials: isOrganization ? initials(of: prepared) : [],
      hasLegalForm: prepared.legalForm != nil,
      isOpaque: false
    )
    reading.key = key(of: prepared)
    if isOrganization {
      if prepared.registry >= 0 { reading.known = RegistryEntry(tables.registry.row(Int(prepared.registry))) }
    } else {
      reading.known = known(prepared, type: type)
    }
    return reading
  }

  private func opaque(_ name: String) -> NameReading {
    var bare = preparer.plain("")
    bare.whole = NameHash.of(name.utf8)
    return NameReading(
      name: bare,
      key: bare.whole | 1 << 63,
      country: "",
      known: nil,
      initials: [],
      hasLegalForm: false,
      isOpaque: true
    )
  }

  private func key(of name: PreparedName) -> UInt64 {
    if let foreign = name.foreign {
      var hash = NameHash()
      for scalar in foreign.core { for byte in UTF8.encode(scalar) ?? .init() { hash.add(byte) } }
      return hash.finished
    }
    let hashes = name.tokens.map(\.hash).sorted()
    var hash = NameHash()
    for value in hashes {
      for shift in stride(from: 0, to: 64, by: 8) { hash.add(UInt8(truncatingIfNeeded: value >> UInt64(shift))) }
    }
    return hash.finished
  }

  /// Puts a legal form where it belongs: `Ltd., Foo` and `FooLtd` become `Foo Ltd.` and `Foo Ltd`.
  private func tidied(_ name: String) -> String {
    var text = name
    if let comma = name.firstIndex(of: ",") {
      let head = name[..<comma]
      let rest = name[name.index(after: comma)...]
      if isLegalForm(head), !rest.isEmpty { text = rest + ", " + head }
    }
    var out = ""
    var isLower = false
    for (index, scalar) in zip(text.unicodeScalars.indices, text.unicodeScalars) {
      let value = scalar.value
      if isLower, (0x41...0x5A).contains(value) {
        let tail = text.unicodeScalars[index...].prefix { $0 != " " && $0 != "," }
        if tail.count > 1, clings(Substring(tail)) { out.unicodeScalars.append(" ") }
      }
      isLower = (0x61...0x7A).contains(value)
      out.unicodeScalars.append(scalar)
    }
    return out
  }

  private func isLegalForm(_ text: Substring) -> Bool {
    text.utf8.count <= 40 && companyWords.isLegalForm(tables.folding.folded(String(text)).key)
  }

  private func clings(_ text: Substring) -> Bool {
    guard text.utf8.count <= 40 else { return false }
    return tables.words.rows(tables.folding.folded(String(text)).key).contains {
      $0[0] == "L" || $0[0] == "C" && $0[1] == "generic"
    }
  }

  /// The name without the country in its last parentheses, and that country: `Otis (United States) Inc.`.
  private func withoutCountry(_ name: String) -> (rest: String, country: String) {
    guard let open = name.lastIndex(of: "("), let close = name.lastIndex(of: ")"), name.startIndex < open, open < close
    else { return (name, "") }
    let inside = tables.folding.folded(String(name[name.index(after: open)..<close])).key
    guard let row = tables.places.rows(inside).first(where: { $0[2] == "country" }) else { return (name, "") }
    return (name[..<open] + " " + name[name.index(after: close)...], row[1])
  }

  /// What the registry knows by an identifier; looks at every entry.
  func entry(withID id: String) -> RegistryEntry? {
    tables.registry.all.lazy.compactMap { RegistryEntry($0) }.first { $0.id == id }
  }

  /// The country that a legal form as written belongs to, if that is one only.
  func country(ofForm form: String) -> String? {
    func bare(_ text: Substring) -> Substring { text.last == "." ? text.dropLast() : text }
    var countries: Set<Substring> = []
    for row in tables.words.rows(tables.folding.folded(form).key) where row[0] == "N" {
      let parts = row[1].split(separator: " ", maxSplits: 1)
      guard parts.count == 2 else { continue }
      // `S.p.A.` is Italian; `SpA` may be Chilean.
      if bare(parts[1]) == bare(form[...]) {
        countries = Set(parts[0].split(separator: ","))
        break
      }
      countries.formUnion(parts[0].split(separator: ","))
    }
    return countries.count == 1 ? countries.first.map(String.init) : nil
  }

  /// The legal form at the end or the beginning of a name, as it is written there.
  func writtenForm(of name: String) -> String {
    guard name.utf8.count <= 400 else { return "" }
    let words = name.split(whereSeparator: { $0.isWhitespace || "()（）".contains($0) })
    guard let first = words.first, let last = words.last else { return "" }
    var form: Substring?
    for count in 1...4 where count < words.count {
      guard let start = words.suffix(count).first?.startIndex else { break }
      let tail = name[start..<last.endIndex]
      if isLegalForm(tail) { form = tail }
    }
    if let form { return String(form) }
    if words.count > 1, isLegalForm(first) { return String(first) }
    // Chinese and Japanese forms cling to the name.
    for count in stride(from: min(8, last.count - 1), through: 2, by: -1)
    where last.unicodeScalars.last?.properties.isIdeographic ?? false && isLegalForm(last.suffix(count)) {
      return String(last.suffix(count))
    }
    return ""
  }

  private func known(_ name: PreparedName, type: EntityType?) -> RegistryEntry? {
    let key = tables.folding.folded(name.text).key
    let entries = tables.registry.rows(key).compactMap { RegistryEntry($0) }.filter { $0.type == type }
    if let first = entries.first { return entries.allSatisfy { $0.id == first.id } ? first : nil }
    guard type == .place else { return nil }
    let found = tables.places.rows(key).map { PlaceEntry($0) }
    // CLDR still has countries of the past under the names of today's.
    guard let first = found.first,
      found.allSatisfy({ $0.id == first.id || $0.kind == "country" && $0.kind == first.kind && $0.name == first.name })
    else { return nil }
    return RegistryEntry(place: first)
  }

  /// `TSMC`, `TSM` and so on for `Taiwan Semiconductor Manufacturing Co., Ltd.`.
  private func initials(of name: PreparedName) -> [UInt64] {
    guard name.isLatin, name.initials.count >= 3, name.initials.count <= 10 else { return [] }
    let all = name.initials.map(\.letter)
    let required = name.initials.filter { !$0.isOptional }.map(\.letter)
    var found: Set<UInt64> = []
    for count in required.count...all.count where count >= 3 {
      // Legal forms come last: each may be left out from the end.
      var letters: [UInt8] = []
      var spare = count - required.count
      for initial in name.initials {
        if initial.isOptional {
          if spare == 0 { continue }
          spare -= 1
        }
        letters.append(initial.letter)
      }
      found.insert(NameHash.of(letters))
    }
    return found.sorted()
  }
}

extension NamePreparer {
  /// Takes the name of a person, place, product or event apart: no legal forms, no company words.
  func plain(_ name: String) -> PreparedName {
    var folded = tables.folding.folded(name)
    let whole = NameHash.of(folded.bytes)
    let hasCJK = folded.hasCJK
    if folded.hasForeignScript { folded = tables.folding.folded(romanizer.latin(folded.key)) }
    var out = PreparedName()
    out.text = name
    out.bytes = folded.bytes
    out.whole = whole
    out.isLatin = !hasCJK
    for token in folded.tokens {
      let bytes = folded.bytes[token.range]
      let hash = NameHash.of(bytes)
      let number = NumberWord.value(bytes)
      out.tokens.append(
        NameToken(
          lower: UInt16(truncatingIfNeeded: token.range.lowerBound),
          upper: UInt16(truncatingIfNeeded: token.range.upperBound),
          mask: LetterMask.of(folded.bytes, token.range),
          hash: hash,
          meaning: number ?? hash,
          otherMeaning: number ?? hash,
          kind: number == nil ? .distinctive : .number,
          isKnown: number != nil,
          weight: 1
        )
      )
    }
    out.finish()
    return out
  }
}

extension RegistryEntry {
  /// A place of the gazetteer as an entry of a registry.
  init(place: PlaceEntry) {
    id = place.id
    name = place.name
    alias = place.written
    type = .place
    country = place.country
    isWeak = place.isWeak
    origin = place.origin
  }
}
