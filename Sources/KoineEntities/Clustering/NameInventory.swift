import KoineLexicon
import KoineText

/// All distinct names of a list with their counts, and the nodes that they make.
struct NameInventory: Sendable {
  /// A distinct name.
  struct Variant: Sendable {
    var name: String
    var type: EntityType?
    var id: String?
    /// The fuller name that it stands for where it was seen.
    var fullName: String?
    var count: Int
    var node: Int32
    var hasLegalForm: Bool
    /// The entry of an earlier list that it belongs to, or -1.
    var earlier: Int32 = -1
    /// The legal form as it is written in full letters, or nothing.
    var legalForm = ""
    /// The country that it gives in parentheses.
    var country = ""
  }

  /// A thing that a registry knows.
  struct Known: Sendable {
    var id: String
    var name: String
    var country = ""
    var type: EntityType?
    var sameAs: [String] = []
    var tickers: [String] = []

    init(id: String, _ entry: RegistryEntry?) {
      self.id = id
      name = entry?.name ?? ""
      country = entry?.country ?? ""
      type = entry?.type
      sameAs = entry?.sameAs ?? []
      tickers = entry?.tickers ?? []
    }
  }

  /// What texts say of a variant beside its name.
  struct Remarks: Sendable {
    var places: [NamePlace] = []
    var tickers: Set<String> = []
    var relation: Mention.Relation?
  }

  private(set) var variants: [Variant] = []
  private(set) var words = NameWords()
  private(set) var nodes = NameNodes()
  private(set) var known: [Known] = []
  /// Pairs of variant and document, sorted.
  private(set) var places: [(variant: Int32, document: Int32)] = []
  /// The documents, sorted.
  private(set) var documents: [String] = []
  /// What texts say of variants, by their numbers; most have nothing.
  private(set) var remarks: [Int32: Remarks] = [:]

  /// Nodes of names that stand alone somewhere, each with the node that another text says it stands for.
  private(set) var stated: [(bare: Int32, full: Int32)] = []

  private struct Key: Hashable {
    var name: String
    var type: EntityType?
    var id: String?
    var fullName: String?
    var earlier: Int32
  }

  private struct NodeKey: Hashable {
    var words: UInt64
    var type: EntityType?
    var registry: Int32
    var country: UInt16
    var earlier: Int32
    /// A name that decisions speak of has a node of its own.
    var pinned: String?
  }

  private let reader: NameReader
  private let pinned: Set<String>
  private let earlier: [CanonicalName]
  private var nodeIDs: [NodeKey: Int32] = [:]
  private var knownIDs: [String: Int32] = [:]
  private var countries: [String: UInt16] = [:]

  /// Takes every name apart.
  ///
  /// - Parameters:
  ///   - observations: the names.
  ///   - reader: takes them apart.
  ///   - pinned: names that decisions speak of, without white space at their ends.
  ///   - earlier: the list that names join.
  init(
    _ observations: [NameObservation],
    reader: NameReader,
    pinned: Set<String> = [],
    earlier: [CanonicalName] = []
  ) {
    self.reader = reader
    self.pinned = pinned
    self.earlier = earlier
    collect(GuessedTypes.settled(observations))
    for index in variants.indices { addNode(of: index) }
    for node in 0..<nodes.count {
      for word in Set(nodes.words[node]) { words.count(word) }
    }
    words.weigh(names: nodes.count)
    for (index, said) in remarks where said.relation != nil { addStated(Int(index)) }
    stated.sort { ($0.bare, $0.full) < ($1.bare, $1.full) }
    nodeIDs = [:]
  }

  // Variants are sorted, so that the order of the observations does not matter.
  private mutating func collect(_ observations: [NameObservation]) {
    var seen: [Key: Int32] = [:]
    var found: [Variant] = []
    var documentIDs: [String: Int32] = [:]
    var pairs: [(variant: Int32, document: String)] = []
    var said: [Int32: Remarks] = [:]
    let entries = EarlierList.Index(earlier)
    for observation in observations {
      // A name that holds the full one has a legal form in addition, and stands for itself.
      let fullName = observation.fullName.flatMap { observation.name.hasPrefix($0) ? nil : $0 }
      var entry = observation.earlier
      if entry < 0 { entry = entries.entry(of: fullName ?? observation.name, type: observation.type) }
      let key = Key(
        name: observation.name,
        type: observation.type,
        id: observation.id,
        fullName: fullName,
        earlier: entry
      )
      let index: Int32
      if let known = seen[key] {
        index = known
        found[Int(known)].count = found[Int(known)].count.adding(max(0, observation.count))
        // Swift takes composed and decomposed letters as equal; one of the spellings is kept, always the same.
        if observation.name.utf8.lexicographicallyPrecedes(found[Int(known)].name.utf8) {
          found[Int(known)].name = observation.name
        }
      } else {
        index = Int32(found.count)
        seen[key] = index
        found.append(
          Variant(
            name: observation.name,
            type: observation.type,
            id: observation.id,
            fullName: fullName,
            count: max(0, observation.count),
            node: -1,
            hasLegalForm: false,
            earlier: entry
          )
        )
      }
      if observation.place != nil || observation.relation != nil || !observation.tickers.isEmpty {
        said[index, default: Remarks()].add(observation)
      }
      if let document = observation.document {
        documentIDs[document] = 0
        pairs.append((index, document))
      }
    }
    let order = found.indices.sorted { Self.precedes(found[$0], found[$1]) }
    variants = order.map { found[$0] }
    documents = documentIDs.keys.sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }
    for (number, document) in documents.enumerated() { documentIDs[document] = Int32(number) }
    var rank = [Int32](repeating: 0, count: found.count)
    for (place, index) in order.enumerated() { rank[index] = Int32(place) }
    for (index, own) in said { remarks[rank[Int(index)]] = own }
    places = pairs.map { (rank[Int($0.variant)], documentIDs[$0.document] ?? 0) }.sorted { $0 < $1 }
  }

  private static func precedes(_ a: Variant, _ b: Variant) -> Bool {
    if a.name != b.name { return a.name.utf8.lexicographicallyPrecedes(b.name.utf8) }
    let (one, two) = (a.type?.rawValue ?? "", b.type?.rawValue ?? "")
    if one != two { return one < two }
    return (a.id ?? "", a.fullName ?? "", a.earlier) < (b.id ?? "", b.fullName ?? "", b.earlier)
  }

  private mutating func addNode(of index: Int) {
    let variant = variants[index]
    let reading = reader.reading(of: variant.fullName ?? variant.name, type: variant.type)
    var registry: Int32 = -1
    var country = reading.country.isEmpty ? 0 : number(ofCountry: reading.country)
    variants[index].country = reading.country
    if let id = variant.id ?? givenID(of: variant.earlier) {
      let entry = reading.known?.id == id ? reading.known : nil
      registry = number(ofKnown: Known(id: id, entry))
    } else if let entry = reading.known {
      let home = entry.country.isEmpty ? 0 : number(ofCountry: entry.country)
      if country == 0 || country == home {
        registry = number(ofKnown: Known(id: entry.id, entry))
        country = home
      }
    }
    var ids: [Int32] = []
    for token in reading.name.tokens.prefix(NameNodes.maximumWords) { ids.append(words.id(token, in: reading.name)) }
    let bare = pinned.isEmpty ? "" : variant.name.trimmingBlanks
    let key = NodeKey(
      words: reading.key,
      type: variant.type,
      registry: registry,
      country: country,
      earlier: variant.earlier,
      pinned: pinned.contains(bare) ? bare : nil
    )
    let node: Int32
    if let known = nodeIDs[key] {
      node = known
    } else {
      node = nodes.append(
        NameNodes.Facts(
          type: variant.type,
          registry: registry,
          country: country,
          digits: Self.digits(in: reading.name.letters),
          isOpaque: reading.isOpaque,
          isForeign: !reading.name.isLatin,
          isOfficial: false,
          isUpperCase: false,
          sample: Int32(index),
          earlier: variant.earlier
        ),
        words: ids,
        letters: reading.name.letters
      )
      nodeIDs[key] = node
    }
    if !reading.isOpaque {
      for hash in reading.initials { nodes.addInitials(hash, of: node) }
      if reading.name.acronym != 0 { nodes.addAcronym(reading.name.acronym, of: node) }
    }
    nodes.mark(node, isOfficial: reading.hasLegalForm, isUpperCase: Self.isUpperCase(variant.name))
    for word in ids { words.countUse(word) }
    variants[index].node = node
    variants[index].hasLegalForm = reading.hasLegalForm
    if reading.hasLegalForm { variants[index].legalForm = reader.writtenForm(of: variant.name) }
  }

  private mutating func addStated(_ index: Int) {
    let variant = variants[index]
    guard variant.fullName != nil || variant.id != nil else { return }
    let key = NodeKey(
      words: reader.reading(of: variant.name, type: variant.type).key,
      type: variant.type,
      registry: -1,
      country: 0,
      earlier: -1,
      pinned: nil
    )
    if let bare = nodeIDs[key], bare != variant.node { stated.append((bare, variant.node)) }
  }

  /// The country that a legal form belongs to, if that is one only.
  func country(ofForm form: String) -> String? { reader.country(ofForm: form) }

  /// What decisions settle about a node.
  mutating func settle(_ node: Int32, _ change: (inout NameNodes.Facts) -> Void) { nodes.settle(node, change) }

  /// The number of a thing that the observations or the registry know by `id`.
  mutating func number(ofID id: String) -> Int32? {
    if let number = knownIDs[id] { return number }
    guard let entry = reader.entry(withID: id) else { return nil }
    return number(ofKnown: Known(id: entry.id, entry))
  }

  /// The entry of the earlier list with that number.
  func earlierEntry(_ number: Int32) -> CanonicalName? {
    Int(number) < earlier.count ? earlier[Int(number)] : nil
  }

  // An identifier that was made of a name says nothing; any other is a registry's.
  private func givenID(of entry: Int32) -> String? {
    guard entry >= 0, Int(entry) < earlier.count else { return nil }
    let id = earlier[Int(entry)].id
    return id.isEmpty || id.hasPrefix(CanonicalList.idPrefix) ? nil : id
  }

  /// The documents of each node, sorted; none at all when the names come from lists.
  var documentsOfNodes: [[Int32]] {
    var documents = [[Int32]](repeating: [], count: places.isEmpty ? 0 : nodes.count)
    for place in places { documents[Int(variants[Int(place.variant)].node)].append(place.document) }
    for node in documents.indices { documents[node].sort() }
    return documents
  }

  private mutating func number(ofKnown entry: Known) -> Int32 {
    if let number = knownIDs[entry.id] {
      if known[Int(number)].name.isEmpty, !entry.name.isEmpty { known[Int(number)] = entry }
      return number
    }
    let number = Int32(known.count)
    knownIDs[entry.id] = number
    known.append(entry)
    return number
  }

  private mutating func number(ofCountry code: String) -> UInt16 {
    if let number = countries[code] { return number }
    let number = UInt16(truncatingIfNeeded: countries.count + 1)
    countries[code] = number
    return number
  }

  private static func isUpperCase(_ name: String) -> Bool {
    !name.unicodeScalars.contains { $0.properties.isLowercase }
  }

  // The same letters with other digits are other names: `Fund 2`, `Fund 3`.
  private static func digits(in letters: [UInt8]) -> UInt64 {
    var hash = NameHash()
    var found = false
    for byte in letters where (0x30...0x39).contains(byte) {
      hash.add(byte)
      found = true
    }
    return found ? hash.finished : 0
  }
}

extension NameInventory.Remarks {
  mutating func add(_ observation: NameObservation) {
    if let place = observation.place { places.append(place) }
    tickers.formUnion(observation.tickers)
    // A name is of the past only where no text uses it otherwise.
    if let said = observation.relation { relation = relation == .alias ? .alias : said }
  }
}

extension Int {
  /// The sum, or the largest number there is.
  func adding(_ other: Int) -> Int {
    let (sum, overflow) = addingReportingOverflow(other)
    return overflow ? .max : sum
  }
}
