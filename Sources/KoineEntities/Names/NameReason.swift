import KoineLexicon

/// Sentences that say why two names were taken for one, or not.
enum NameReason {
  static func text(_ verdict: Verdict, _ a: PreparedName, _ b: PreparedName, _ registry: MappedTable) -> String {
    switch verdict.ground {
    case .registry: "the registry knows both as '\(name(a, registry))'"
    case .otherRegistry: "the registry knows them as '\(name(a, registry))' and '\(name(b, registry))'"
    case .sameCore: sameCore(a, b)
    case .acronym:
      a.tokens.count <= b.tokens.count
        ? "'\(words(a))' is made of the first letters of '\(words(b))'"
        : "'\(words(b))' is made of the first letters of '\(words(a))'"
    case .shortForm:
      a.letters.count + (a.foreign?.core.count ?? 0) <= b.letters.count + (b.foreign?.core.count ?? 0)
        ? "'\(words(a))' is the short form of '\(words(b))'" : "'\(words(b))' is the short form of '\(words(a))'"
    default: text(verdict, a.text, b.text)
    }
  }

  static func text(_ verdict: Verdict, _ a: String, _ b: String) -> String {
    let isSame = verdict.score >= 0.5
    switch verdict.ground {
    case .identical: return "the same name"
    case .registry, .otherRegistry: return isSame ? "the registry says so" : "the registry tells them apart"
    case .sameCore: return "the same words"
    case .acronym: return "one has the first letters of the other"
    case .rendered:
      return isSame ? "the parts render each other in another language" : "too few parts render each other"
    case .spelling: return isSame ? "a difference of spelling" : "the spelling differs too much"
    case .shortForm: return "one is the short form of the other"
    case .parent: return "one adds the body that it belongs to"
    case .overlap:
      return isSame ? "they share the words that matter" : "each has a distinctive word that the other lacks"
    case .numbers: return "different numbers"
    case .places: return "different places"
    case .fields: return "different lines of business"
    case .nothingDistinctive: return "they share no distinctive word"
    case .nothing: return "nothing in common"
    case .personParts: return isSame ? "the parts of the name agree" : "too few parts of the name agree"
    case .personConflict: return "each has a part that the other lacks"
    case .generations: return "different generations of a family"
    case .fathers: return "father and son change places"
    case .romanization: return "the same name in another romanization"
    case .characters: return "other characters, however alike they sound"
    case .samePlace: return "two names of one place"
    case .otherPlace: return "two places"
    case .sound: return isSame ? "they sound alike" : "they do not sound alike"
    }
  }

  private static func sameCore(_ a: PreparedName, _ b: PreparedName) -> String {
    if a.legalForm == b.legalForm { return "the same words" }
    if a.legalForm == nil || b.legalForm == nil { return "the same words; one has a legal form" }
    return "the same words under different legal forms"
  }

  private static func name(_ name: PreparedName, _ registry: MappedTable) -> String {
    name.registry >= 0 ? registry.row(Int(name.registry))[1] : name.text
  }

  private static func words(_ name: PreparedName) -> String { name.text }
}
