import KoineEntities
import KoineText
import KoineTranslation

/// The names of a field, whose English form is settled before translation; values are left to the translator.
struct SentenceLocks {
  /// A person that no registry knows is locked when it is at least as sure as this.
  private static let surely = 0.6

  private let locks: [Lock]

  init(_ field: Field) {
    var locks: [Lock] = []
    for mention in field.mentions where Self.isSettled(mention) {
      let english = Self.english(mention)
      locks.append(Lock(range: mention.range, english: english, kind: Self.kind(mention.type), origin: mention.origin))
    }
    self.locks = locks.sorted { $0.range < $1.range }
  }

  /// The locks inside `sentence`, with offsets of the sentence, in order and apart.
  func inside(_ sentence: TextRange) -> [Lock] {
    var found: [Lock] = []
    var end = sentence.lower
    for lock in locks where sentence.contains(lock.range) && lock.range.lower >= end && !lock.range.isEmpty {
      end = lock.range.upper
      var lock = lock
      lock.range = lock.range.shifted(by: -Int(sentence.lower))
      found.append(lock)
    }
    return found
  }

  /// Registry names and people are settled; countries are left to the translator, whose lexicon knows their articles.
  private static func isSettled(_ mention: Mention) -> Bool {
    guard let id = mention.id else { return mention.type == .person && mention.confidence >= surely }
    return mention.type != .place || id.utf8.count != "place:IT".utf8.count
  }

  /// A place has its English name; an organization or person keeps the form of the text unless the name is another.
  private static func english(_ mention: Mention) -> String {
    guard mention.id != nil else { return mention.text }
    if mention.type == .place { return mention.name }
    let words = Set(mention.name.lowercased().split { !$0.isLetter && !$0.isNumber })
    let shares = mention.text.lowercased().split { !$0.isLetter && !$0.isNumber }.contains { words.contains($0) }
    let isAcronym = mention.text.count <= 6 && mention.text == mention.text.uppercased()
    return shares || isAcronym ? mention.text : mention.name
  }

  private static func kind(_ type: EntityType) -> Lock.Kind {
    switch type {
    case .organization: .organization
    case .person: .person
    case .place: .place
    case .product, .event: .product
    }
  }
}
