import KoineLexicon
import KoineText

/// Understands words that no lexicon knows by their endings, and says them in English where the result is an English word.
struct Guesser: Sendable {
  let bilingual: BilingualLexicon
  let words: EnglishWords

  /// Endings with what they become; the longest that fits is tried first.
  private static let endings: [(italian: String, english: [String], tag: Tag, code: String)] = [
    ("izzazione", ["ization"], .noun, "fs"), ("izzazioni", ["ization"], .noun, "fp"),
    ("mente", ["ly", "ally"], .adverb, ""),
    ("zione", ["tion", "ction", "ption"], .noun, "fs"), ("zioni", ["tion", "ction", "ption"], .noun, "fp"),
    ("sione", ["sion"], .noun, "fs"), ("sioni", ["sion"], .noun, "fp"),
    ("logia", ["logy"], .noun, "fs"), ("logie", ["logy"], .noun, "fp"),
    ("grafia", ["graphy"], .noun, "fs"), ("grafie", ["graphy"], .noun, "fp"),
    ("crazia", ["cracy"], .noun, "fs"), ("crazie", ["cracy"], .noun, "fp"),
    ("ità", ["ity"], .noun, "f"), ("età", ["ety"], .noun, "f"),
    ("ismo", ["ism"], .noun, "ms"), ("ismi", ["ism"], .noun, "mp"),
    ("ista", ["ist"], .noun, "s"), ("isti", ["ist"], .noun, "mp"), ("iste", ["ist"], .noun, "fp"),
    ("tore", ["tor", "ter", "er"], .noun, "ms"), ("tori", ["tor", "ter", "er"], .noun, "mp"),
    ("trice", ["tor", "ter"], .noun, "fs"), ("trici", ["tor", "ter"], .noun, "fp"),
    ("sore", ["sor"], .noun, "ms"), ("sori", ["sor"], .noun, "mp"),
    ("mento", ["ment"], .noun, "ms"), ("menti", ["ment"], .noun, "mp"),
    ("anza", ["ance", "ancy"], .noun, "fs"), ("anze", ["ance"], .noun, "fp"),
    ("enza", ["ence", "ency"], .noun, "fs"), ("enze", ["ence", "ency"], .noun, "fp"),
    ("aggio", ["age", "aging"], .noun, "ms"), ("aggi", ["age"], .noun, "mp"),
    ("ura", ["ure"], .noun, "fs"), ("ure", ["ure"], .noun, "fp"),
    ("ivo", ["ive"], .adjective, "ms"), ("iva", ["ive"], .adjective, "fs"), ("ivi", ["ive"], .adjective, "mp"),
    ("ive", ["ive"], .adjective, "fp"),
    ("oso", ["ous"], .adjective, "ms"), ("osa", ["ous"], .adjective, "fs"), ("osi", ["ous"], .adjective, "mp"),
    ("ose", ["ous"], .adjective, "fp"),
    ("ico", ["ic", "ical"], .adjective, "ms"), ("ica", ["ic", "ical"], .adjective, "fs"),
    ("ici", ["ic", "ical"], .adjective, "mp"), ("iche", ["ic", "ical"], .adjective, "fp"),
    ("ale", ["al"], .adjective, "s"), ("ali", ["al"], .adjective, "p"),
    ("are", ["ar"], .adjective, "s"), ("ari", ["ary", "arian"], .adjective, "mp"),
    ("ario", ["ary", "arian"], .adjective, "ms"), ("aria", ["ary", "arian"], .adjective, "fs"),
    ("arie", ["ary"], .adjective, "fp"),
    ("bile", ["ble"], .adjective, "s"), ("bili", ["ble"], .adjective, "p"),
    ("ante", ["ant"], .adjective, "s"), ("anti", ["ant"], .adjective, "p"),
    ("ente", ["ent"], .adjective, "s"), ("enti", ["ent"], .adjective, "p"),
    ("ano", ["an"], .adjective, "ms"), ("ana", ["an"], .adjective, "fs"), ("ani", ["an"], .adjective, "mp"),
    ("ane", ["an"], .adjective, "fp"),
  ]

  private static let prefixes: [(italian: String, english: String)] = [
    ("anti", "anti-"), ("auto", "self-"), ("bio", "bio"), ("co-", "co-"), ("elettro", "electro"), ("ex-", "former "),
    ("extra", "extra-"), ("inter", "inter"), ("iper", "hyper"), ("macro", "macro"), ("mega", "mega"),
    ("micro", "micro"), ("mini", "mini-"), ("mono", "single-"), ("multi", "multi-"), ("nano", "nano"), ("neo", "neo-"),
    ("non-", "non-"), ("para", "para"), ("poli", "poly"), ("post", "post-"), ("pre", "pre-"), ("pro", "pro-"),
    ("pseudo", "pseudo-"), ("ri", "re-"), ("semi", "semi-"), ("sotto", "sub"), ("sovra", "over"), ("sub", "sub"),
    ("super", "super"), ("tele", "tele"), ("trans", "trans"), ("ultra", "ultra-"), ("vice", "vice "),
    ("video", "video "),
  ]

  /// Readings of an unknown word in lower case; empty when nothing fits.
  func readings(of word: String, forms: ItalianForms) -> [Reading] {
    guard word.utf8.count > 4 else { return loan(word) }
    var readings = derivedAdverb(word, forms)
    if readings.isEmpty { readings = superlative(word, forms) }
    if readings.isEmpty { readings = prefixed(word, forms) }
    if readings.isEmpty { readings = suffixed(word) }
    readings += verbs(word, forms)
    if readings.isEmpty { readings = loan(word) }
    return readings
  }

  /// The reading of an unknown infinitive.
  func infinitives(_ word: String) -> [Reading] {
    guard let english = verb(word) else { return [] }
    return [
      Reading(lemma: word, tag: .infinitive, given: Sense(english: english, source: .guess), cost: 0.5, isGuess: true)
    ]
  }

  /// English words that Italian uses as they are: *startup*, *smart*.
  private func loan(_ word: String) -> [Reading] {
    guard words.contains(word) else { return [] }
    let sense = Sense(english: word, source: .guess)
    return [
      Reading(lemma: word, tag: .noun, given: sense, cost: 0.3, isGuess: true),
      Reading(lemma: word, tag: .adjective, given: sense, cost: 0.8, isGuess: true),
    ]
  }

  private func derivedAdverb(_ word: String, _ forms: ItalianForms) -> [Reading] {
    guard word.hasSuffix("mente"), word.utf8.count > 7 else { return [] }
    let stem = String(word.dropLast(5))
    for candidate in [stem, stem + "e", stem.hasSuffix("a") ? stem.dropLast() + "o" : stem] {
      for reading in forms.readings(of: candidate) where reading.tag == .adjective {
        guard let sense = bilingual.adjectives(reading.lemma).first else { continue }
        let english = EnglishInflector.adverb(of: sense.english)
        return [
          Reading(
            lemma: word,
            tag: .adverb,
            given: Sense(english: english, origin: sense.origin, source: .guess),
            isGuess: false
          )
        ]
      }
    }
    return []
  }

  private func superlative(_ word: String, _ forms: ItalianForms) -> [Reading] {
    guard let last = word.unicodeScalars.last, word.dropLast().hasSuffix("issim") else { return [] }
    let stem = word.dropLast(6)
    for ending in ["o", "e"] {
      for reading in forms.readings(of: stem + ending) where reading.tag == .adjective {
        guard let sense = bilingual.adjectives(reading.lemma).first else { continue }
        var features = Features()
        features.number = last == "i" || last == "e" ? .plural : .singular
        features.gender = last == "o" || last == "i" ? .masculine : .feminine
        return [
          Reading(
            lemma: reading.lemma,
            tag: .adjective,
            features: features,
            given: Sense(english: "very " + sense.english, origin: sense.origin, source: .guess)
          )
        ]
      }
    }
    return []
  }

  private func prefixed(_ word: String, _ forms: ItalianForms) -> [Reading] {
    if let dash = word.firstIndex(of: "-") {
      let head = String(word[..<dash])
      let tail = String(word[word.index(after: dash)...])
      if let first = firstSense(head, forms)?.sense,
        let (last, reading) = firstSense(tail, forms).map({ ($0.sense, $0.reading) })
      {
        var reading = reading
        reading.given = Sense(english: first.english + "-" + last.english, origin: last.origin, source: .guess)
        reading.isGuess = true
        return [reading]
      }
    }
    for (italian, english) in Self.prefixes where word.hasPrefix(italian) && word.utf8.count > italian.utf8.count + 3 {
      guard var (sense, reading) = firstSense(String(word.dropFirst(italian.count)), forms) else { continue }
      let joined = english.hasSuffix("-") ? String(english.dropLast()) + sense.english : english + sense.english
      sense.english = words.contains(joined) ? joined : english + sense.english
      reading.given = Sense(english: sense.english, origin: sense.origin, source: .guess)
      reading.cost += 0.5
      reading.isGuess = true
      return [reading]
    }
    return []
  }

  private func firstSense(_ form: String, _ forms: ItalianForms) -> (sense: Sense, reading: Reading)? {
    for reading in forms.readings(of: form) {
      let senses: [Sense] =
        switch reading.tag {
        case .noun: bilingual.nouns(reading.lemma)
        case .adjective: bilingual.adjectives(reading.lemma)
        case .verb, .infinitive, .participle, .gerund: bilingual.verbs(reading.lemma)
        default: []
        }
      if let sense = senses.first { return (sense, reading) }
    }
    return nil
  }

  private func suffixed(_ word: String) -> [Reading] {
    for (italian, endings, tag, code) in Self.endings where word.hasSuffix(italian) {
      let stem = String(word.dropLast(italian.count))
      guard stem.utf8.count >= 2 else { continue }
      for english in endings {
        guard let found = words.spelled(stem, english) else { continue }
        return [
          Reading(
            lemma: word,
            tag: tag,
            features: Features(code: code) ?? Features(),
            given: Sense(english: found, source: .guess),
            cost: 0.3,
            isGuess: true
          )
        ]
      }
    }
    // A bare stem: *protocollo* → *protocol*.
    guard let last = word.utf8.last, [97, 101, 105, 111].contains(last) else { return [] }
    let stem = String(word.dropLast())
    for ending in ["", "e", "y", "a", "us", "um", "o"] {
      guard let found = words.spelled(stem, ending) else { continue }
      var features = Features()
      features.number = last == 105 ? .plural : .any
      return [
        Reading(
          lemma: word,
          tag: .noun,
          features: features,
          given: Sense(english: found, source: .guess),
          cost: 0.6,
          isGuess: true
        ),
        Reading(
          lemma: word,
          tag: .adjective,
          features: features,
          given: Sense(english: found, source: .guess),
          cost: 0.9,
          isGuess: true
        ),
      ]
    }
    return []
  }

  /// Regular forms of unknown verbs, where English has the verb too.
  private func verbs(_ word: String, _ forms: ItalianForms) -> [Reading] {
    var readings: [Reading] = []
    for (paradigm, infinitive) in [("parlare", "are"), ("finire", "ire")] {
      for length in 1...7 where word.count > length + 2 {
        let stem = String(word.dropLast(length))
        guard stem.utf8.count > 2 else { break }
        let endings = forms.endings(of: String(word.suffix(length)), paradigm: paradigm)
        if endings.isEmpty { continue }
        guard let english = verb(stem + infinitive) else { continue }
        for (tag, features) in endings {
          readings.append(
            Reading(
              lemma: stem + infinitive,
              tag: tag,
              features: features,
              auxiliary: "a",
              given: Sense(english: english, source: .guess),
              cost: 0.6,
              isGuess: true
            )
          )
        }
      }
    }
    return readings
  }

  /// The English verb that an unknown infinitive is, if there is one.
  private func verb(_ infinitive: String) -> String? {
    guard infinitive.utf8.count > 5 else { return nil }
    for (italian, endings) in [
      ("izzare", ["ize", "yze"]), ("ificare", ["ify"]), ("are", ["ate", "e", ""]), ("ire", ["ish", "e", ""]),
    ] where infinitive.hasSuffix(italian) {
      let stem = String(infinitive.dropLast(italian.count))
      guard stem.utf8.count > 2 else { continue }
      for ending in endings {
        if let found = words.spelled(stem, ending) { return found }
      }
    }
    return nil
  }
}
