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
  }

  /// A thing that a registry knows.
  struct Known: Sendable {
    var id: String
    var name: String
  }

  private(set) var variants: [Variant] = []
  private(set) var words = NameWords()
  private(set) var nodes = NameNodes()
  private(set) var known: [Known] = []
  /// Pairs of variant and document, sorted.
  private(set) var places: [(variant: Int32, document: Int32)] = []
  /// The documents, sorted.
  private(set) var documents: [String] = []

  private struct Key: Hashable {
    var name: String
    var type: EntityType?
    var id: String?
    var fullName: String?
  }

  private struct NodeKey: Hashable {
    var words: UInt64
    var type: EntityType?
    var registry: Int32
    var country: UInt16
  }

  private let reader: NameReader
  private var nodeIDs: [NodeKey: Int32] = [:]
  private var knownIDs: [String: Int32] = [:]
  private var countries: [String: UInt16] = [:]

  /// Takes every name apart.
  init(_ observations: [NameObservation], reader: NameReader) {
    self.reader = reader
    collect(observations)
    for index in variants.indices { addNode(of: index) }
    for node in 0..<nodes.count {
      for word in Set(nodes.words[node]) { words.count(word) }
    }
    words.weigh(names: nodes.count)
    nodeIDs = [:]
  }

  // Variants are sorted, so that the order of the observations does not matter.
  private mutating func collect(_ observations: [NameObservation]) {
    var seen: [Key: Int32] = [:]
    var found: [Variant] = []
    var documentIDs: [String: Int32] = [:]
    var pairs: [(variant: Int32, document: String)] = []
    for observation in observations {
      let fullName = observation.fullName == observation.name ? nil : observation.fullName
      let key = Key(name: observation.name, type: observation.type, id: observation.id, fullName: fullName)
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
            hasLegalForm: false
          )
        )
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
    places = pairs.map { (rank[Int($0.variant)], documentIDs[$0.document] ?? 0) }.sorted { $0 < $1 }
  }

  private static func precedes(_ a: Variant, _ b: Variant) -> Bool {
    if a.name != b.name { return a.name.utf8.lexicographicallyPrecedes(b.name.utf8) }
    let (one, two) = (a.type?.rawValue ?? "", b.type?.rawValue ?? "")
    if one != two { return one < two }
    return (a.id ?? "", a.fullName ?? "") < (b.id ?? "", b.fullName ?? "")
  }

  private mutating func addNode(of index: Int) {
    let variant = variants[index]
    let reading = reader.reading(of: variant.fullName ?? variant.name, type: variant.type)
    var registry: Int32 = -1
    var country = reading.country.isEmpty ? 0 : number(ofCountry: reading.country)
    if let id = variant.id {
      registry = number(ofKnown: Known(id: id, name: reading.known?.id == id ? reading.known?.name ?? "" : ""))
    } else if let entry = reading.known {
      let home = entry.country.isEmpty ? 0 : number(ofCountry: entry.country)
      if country == 0 || country == home {
        registry = number(ofKnown: Known(id: entry.id, name: entry.name))
        country = home
      }
    }
    var ids: [Int32] = []
    for token in reading.name.tokens.prefix(NameNodes.maximumWords) { ids.append(words.id(token, in: reading.name)) }
    let key = NodeKey(words: reading.key, type: variant.type, registry: registry, country: country)
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
          sample: Int32(index)
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
      if known[Int(number)].name.isEmpty { known[Int(number)].name = entry.name }
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

extension Int {
  /// The sum, or the largest number there is.
  func adding(_ other: Int) -> Int {
    let (sum, overflow) = addingReportingOverflow(other)
    return overflow ? .max : sum
  }
}
