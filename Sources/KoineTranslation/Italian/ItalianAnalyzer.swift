import KoineLexicon
import KoineText

/// Gives every word of a sentence its readings.
struct ItalianAnalyzer: Sendable {
  let forms: ItalianForms
  let guesser: Guesser

  /// The readings of the token at `index`.
  func readings(of tokens: [ItalianToken], at index: Int) -> [Reading] {
    let token = tokens[index]
    switch token.kind {
    case .number: return number(token)
    case .mark: return [Reading(lemma: token.text, tag: .punctuation)]
    case .code: return [Reading(lemma: token.text, tag: .name, given: Sense(english: token.text, source: .guess))]
    case .word: return word(tokens, index)
    }
  }

  private func number(_ token: ItalianToken) -> [Reading] {
    let last = token.text.unicodeScalars.last
    if last == "º" || last == "ª" || last == "°" {
      let digits = token.text.dropLast()
      let sense = Sense(english: EnglishNumbers.ordinal(digits), source: .guess)
      var features = Features()
      features.number = .singular
      features.gender = last == "ª" ? .feminine : .masculine
      return [Reading(lemma: token.text, tag: .adjective, features: features, given: sense)]
    }
    var features = Features()
    features.number = token.text == "1" ? .singular : .plural
    return [
      Reading(
        lemma: token.text,
        tag: .number,
        features: features,
        given: Sense(english: EnglishNumbers.rewritten(token.text), source: .guess)
      )
    ]
  }

  private func word(_ tokens: [ItalianToken], _ index: Int) -> [Reading] {
    let token = tokens[index]
    let isInside = index > 0 && !Self.startsSentence(tokens, index)
    var readings = forms.readings(of: token.lower)
    addCutInfinitive(token.lower, &readings)
    // A word that is something by itself is hardly a verb with a pronoun: *porti*.
    if readings.isEmpty { addEnclitics(token.lower, &readings) }
    if token.isCapitalized {
      let name = Reading(
        lemma: token.text,
        tag: .name,
        given: Sense(english: token.text, source: .guess),
        cost: nameCost(token, isInside: isInside, isKnown: !readings.isEmpty),
        isGuess: readings.isEmpty && !isInside
      )
      if readings.isEmpty, !isInside { readings += guesser.readings(of: token.lower, forms: forms) }
      if isInside {
        // A capital inside a sentence speaks for a name or an institution, not for a verb or an adjective.
        for index in readings.indices { readings[index].cost += Self.capitalCost(readings[index].tag) }
      }
      readings.append(name)
    } else if readings.isEmpty {
      readings = guesser.readings(of: token.lower, forms: forms)
      if readings.isEmpty {
        readings = [
          Reading(
            lemma: token.lower,
            tag: .noun,
            given: Sense(english: token.text, source: .unknown),
            cost: 1,
            isGuess: true
          ),
          Reading(
            lemma: token.lower,
            tag: .adjective,
            given: Sense(english: token.text, source: .unknown),
            cost: 2,
            isGuess: true
          ),
        ]
      }
    }
    return readings.map { reading in
      var reading = reading
      reading.cost += Self.cost(reading)
      return reading
    }
  }

  /// How unlikely it is that a capitalized word is a name.
  private func nameCost(_ token: ItalianToken, isInside: Bool, isKnown: Bool) -> Float {
    if !isKnown { return isInside ? 0 : 0.5 }
    if token.isAllCapitals { return isInside ? 0.3 : 3 }
    return isInside ? 1.2 : 6
  }

  private static func capitalCost(_ tag: Tag) -> Float {
    switch tag {
    case .noun: 0.4
    case .adjective: 1.8
    case .verb, .participle, .infinitive, .gerund, .adverb: 3
    default: 0.6
    }
  }

  /// Whether only marks lie between the token and the start of the sentence or a full stop before it.
  static func startsSentence(_ tokens: [ItalianToken], _ index: Int) -> Bool {
    var at = index - 1
    while at >= 0 {
      if tokens[at].kind != .mark { return false }
      if [".", ":", "!", "?", "…", "“", "\"", "«", "—", "–", "-", "•"].contains(tokens[at].text) { return true }
      at -= 1
    }
    return true
  }

  /// Rarer moods and persons cost more than common ones.
  private static func cost(_ reading: Reading) -> Float {
    guard reading.tag == .verb else { return 0 }
    let byTense: Float =
      switch reading.features.tense {
      case .imperative: reading.features.person == 2 && reading.features.number == .singular ? 5 : 4
      case .subjunctive: 1.2
      case .pastSubjunctive: 0.6
      case .past: 0.6
      default: 0
      }
    let byPerson: Float =
      switch reading.features.person {
      case 1: reading.features.number == .singular ? 1.4 : 0.3
      case 2: 3
      default: 0
      }
    return byTense + byPerson
  }

  /// `far`, `aver`: infinitives without their last vowel are in the patterns; here come `dir`, `por` of longer ones.
  private func addCutInfinitive(_ form: String, _ readings: inout [Reading]) {
    guard form.hasSuffix("r"), form.utf8.count > 2, !readings.contains(where: { $0.tag == .infinitive }) else { return }
    readings += forms.readings(of: form + "e").filter { $0.tag == .infinitive }
  }

  private static let clitics = [
    "gliela", "gliele", "glieli", "glielo", "gliene", "cela", "celo", "cene", "mela", "melo", "mene", "sela", "sele",
    "seli", "selo", "sene", "tela", "telo", "vela", "velo", "vene", "gli", "ci", "la", "le", "li", "lo", "mi", "ne",
    "si", "ti", "vi",
  ]

  /// `farlo`, `presentarsi`, `facendolo`, `vistosi`.
  private func addEnclitics(_ form: String, _ readings: inout [Reading]) {
    for clitic in Self.clitics where form.hasSuffix(clitic) && form.utf8.count > clitic.utf8.count + 2 {
      let host = String(form.dropLast(clitic.count))
      var hosts: [Reading] = []
      if host.hasSuffix("r") {
        hosts = forms.readings(of: host + "e").filter { $0.tag == .infinitive }
        if hosts.isEmpty { hosts = forms.readings(of: host + "re").filter { $0.tag == .infinitive } }
        if hosts.isEmpty { hosts = guesser.infinitives(host + "e") }
      } else if host.hasSuffix("ndo") {
        hosts = forms.readings(of: host).filter { $0.tag == .gerund }
      } else if host.hasSuffix("t") == false {
        hosts = forms.readings(of: host).filter { $0.tag == .participle && readings.isEmpty }
      }
      let parts = Self.parts(clitic)
      for var reading in hosts {
        reading.enclitics = parts
        readings.append(reading)
      }
      if !hosts.isEmpty { return }
    }
  }

  private static func parts(_ clitic: String) -> [String] {
    if clitic.count <= 3 { return [clitic == "gli" ? "gli" : clitic] }
    let isDative = clitic.hasPrefix("glie")
    let head = isDative ? "gli" : String(clitic.prefix(1)) + "i"
    return [head, String(clitic.dropFirst(isDative ? 4 : 2))]
  }
}
