/// The shape of an English verb group before its words are spelled out.
struct VerbPlan {
  struct Words {
    /// The word that a negation and adverbs follow; `nil` for a plain verb.
    var auxiliary: String?
    var rest: [String]
  }

  /// The verb that carries the meaning, in its base form; may start with `be`.
  var base: String
  var modal: String?
  /// A phrase in the place of a modal: `have to`.
  var prefix: String?
  var isPast = false
  var isPerfect = false
  var isPassive = false
  var isProgressive = false
  var isBare = false

  /// The verbs from the outermost to the innermost, each with the form that the one before it asks for.
  private func layers(_ inflector: EnglishInflector) -> [(verb: String, next: EnglishInflector.VerbForm)] {
    var layers: [(verb: String, next: EnglishInflector.VerbForm)] = []
    if let prefix { layers.append((prefix, .base)) }
    if isPerfect { layers.append(("have", .participle)) }
    if isProgressive { layers.append(("be", .ing)) }
    if isPassive, !base.hasPrefix("be ") { layers.append(("be", .participle)) }
    layers.append((base, .base))
    return layers
  }

  /// The words of a finite group.
  func words(_ agreement: SubjectAgreement, isNegated: Bool, _ inflector: EnglishInflector) -> Words {
    let layers = layers(inflector)
    var words: [String] = []
    var form: EnglishInflector.VerbForm? = modal == nil && !isBare ? nil : .base
    for layer in layers {
      if let form {
        words.append(inflector.form(form, of: layer.verb))
      } else {
        words.append(finite(layer.verb, agreement, inflector))
      }
      form = layer.next
    }
    if let modal { return Words(auxiliary: modal, rest: words) }
    let outer = layers[0].verb
    let isAuxiliary = outer == "have" && isPerfect || outer == "be" || outer.hasPrefix("be ")
    if isAuxiliary, !isBare {
      let parts = words.removeFirst().split(separator: " ", maxSplits: 1).map(String.init)
      return Words(auxiliary: parts[0], rest: Array(parts.dropFirst()) + words)
    }
    if isNegated {
      let support = isPast ? "did" : agreement.person == 3 && !agreement.isPlural && !isBare ? "does" : "do"
      words[0] = layers[0].verb
      return Words(auxiliary: support, rest: words)
    }
    return Words(auxiliary: nil, rest: words)
  }

  /// The words of an infinitive or an *-ing* form.
  func nonfinite(isIng: Bool, _ inflector: EnglishInflector) -> [String] {
    var words: [String] = []
    var form: EnglishInflector.VerbForm = isIng ? .ing : .base
    for layer in layers(inflector) {
      words.append(inflector.form(form, of: layer.verb))
      form = layer.next
    }
    return words
  }

  private func finite(_ verb: String, _ agreement: SubjectAgreement, _ inflector: EnglishInflector) -> String {
    if verb == "be" || verb.hasPrefix("be ") {
      let isFirst = agreement.person == 1 && !agreement.isPlural
      let isPlural = agreement.isPlural || agreement.person == 2
      let word =
        isPast ? (isPlural ? "were" : "was") : isFirst ? "am" : isPlural ? "are" : "is"
      return word + verb.dropFirst(2)
    }
    if isPast { return inflector.form(.past, of: verb) }
    return agreement.person == 3 && !agreement.isPlural ? inflector.form(.third, of: verb) : verb
  }
}
