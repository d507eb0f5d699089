import KoineLexicon
import KoineText
import Yams

/// The inflection patterns of `it/paradigms.yaml`, each named after a model word.
struct Paradigms: Sendable {
  struct Form: Hashable, Sendable {
    var ending: String
    var tag: Tag
    var features: Features
  }

  struct Paradigm: Sendable {
    /// What is cut off the lemma to get the stem.
    var strip: String
    var forms: [Form]
  }

  let nouns: [String: Paradigm]
  let adjectives: [String: Paradigm]
  let verbs: [String: Paradigm]

  /// Reads the file.
  ///
  /// - Throws: what is wrong in it.
  init(_ source: LexiconStore.SourceFile) throws(Diagnostics) {
    let file: ParadigmFile
    do {
      file = try YAMLDecoder().decode(ParadigmFile.self, from: source.text)
    } catch {
      throw Self.problem("cannot be read: \(error)", in: source.name)
    }
    nouns = file.nouns.mapValues { noun in
      var forms: [Form] = []
      let gender: Features.Gender = noun.gender == "m" ? .masculine : noun.gender == "f" ? .feminine : .any
      forms.append(Form(ending: noun.singular, tag: .noun, features: Features(gender: gender, number: .singular)))
      forms.append(Form(ending: noun.plural, tag: .noun, features: Features(gender: gender, number: .plural)))
      return Paradigm(strip: noun.singular, forms: forms)
    }
    var adjectives: [String: Paradigm] = [:]
    for (name, endings) in file.adjectives {
      guard endings.count == 4 else {
        throw Self.problem("the adjective '\(name)' needs four endings: ms, fs, mp, fp", in: source.name)
      }
      let forms = zip(endings, Self.fourForms).map { Form(ending: $0, tag: .adjective, features: $1) }
      adjectives[name] = Paradigm(strip: endings[0], forms: forms)
    }
    self.adjectives = adjectives
    var verbs: [String: Paradigm] = [:]
    for name in file.verbs.keys.sorted() {
      var seen: [String] = []
      let resolved = try Self.resolve(name, in: file.verbs, &seen, source.name)
      verbs[name] = Paradigm(strip: resolved.strip, forms: try Self.forms(of: resolved, name, source.name))
    }
    self.verbs = verbs
  }

  static let fourForms = [
    Features(gender: .masculine, number: .singular), Features(gender: .feminine, number: .singular),
    Features(gender: .masculine, number: .plural), Features(gender: .feminine, number: .plural),
  ]

  private static func problem(_ message: String, in file: String) -> Diagnostics {
    Diagnostics([Diagnostic(.error, "lexicon.paradigm", message, at: .init(file: file, line: 1))])
  }

  // MARK: verbs

  private static func resolve(
    _ name: String,
    in verbs: [String: ParadigmFile.Verb],
    _ seen: inout [String],
    _ file: String
  ) throws(Diagnostics) -> VerbForms {
    guard let verb = verbs[name] else { throw problem("there is no verb paradigm '\(name)'", in: file) }
    guard !seen.contains(name) else { throw problem("the verb '\(name)' inherits from itself", in: file) }
    seen.append(name)
    guard let parent = verb.like else { return VerbForms(strip: verb.strip ?? "").overridden(by: verb) }
    var forms = try resolve(parent, in: verbs, &seen, file)
    let strip = verb.strip ?? forms.strip
    guard strip.hasSuffix(forms.strip) else {
      throw problem(
        "the verb '\(name)' strips '\(strip)', which does not end in its model's '\(forms.strip)'",
        in: file
      )
    }
    forms.prefix(String(strip.dropLast(forms.strip.count)))
    forms.strip = strip
    return forms.overridden(by: verb)
  }

  private static func forms(of verb: VerbForms, _ name: String, _ file: String) throws(Diagnostics) -> [Form] {
    var forms: [Form] = []
    let tenses: [(Features.Tense, [String])] = [
      (.present, verb.present), (.imperfect, verb.imperfect), (.past, verb.past), (.future, verb.future),
      (.conditional, verb.conditional), (.subjunctive, verb.subjunctive), (.pastSubjunctive, verb.pastSubjunctive),
      (.imperative, verb.imperative),
    ]
    for (tense, endings) in tenses where !endings.isEmpty {
      guard endings.count == 6 else {
        throw problem("the verb '\(name)' has \(endings.count) forms where six persons are needed", in: file)
      }
      for (index, cell) in endings.enumerated() {
        for ending in cell.split(separator: "/") where ending != "-" {
          let features = Features(
            gender: .any,
            number: index < 3 ? .singular : .plural,
            person: UInt8(index % 3 + 1),
            tense: tense
          )
          forms.append(Form(ending: String(ending), tag: .verb, features: features))
        }
      }
    }
    for ending in verb.infinitive { forms.append(Form(ending: ending, tag: .infinitive, features: Features())) }
    for ending in verb.gerund { forms.append(Form(ending: ending, tag: .gerund, features: Features())) }
    for participle in verb.participle where participle.hasSuffix("o") {
      for (last, features) in zip(["o", "a", "i", "e"], fourForms) {
        forms.append(Form(ending: participle.dropLast() + last, tag: .participle, features: features))
      }
    }
    return forms
  }
}

/// The file as it is written.
private struct ParadigmFile: Decodable {
  struct Noun: Decodable {
    var gender: String
    var singular: String
    var plural: String
  }

  struct Verb: Decodable {
    var like: String?
    var strip: String?
    var inf: [String]?
    var pres: [String]?
    var impf: [String]?
    var past: [String]?
    var fut: String?
    var sub: [String]?
    var subimpf: String?
    var imp: [String]?
    var ger: [String]?
    var part: [String]?
  }

  var nouns: [String: Noun]
  var adjectives: [String: [String]]
  var verbs: [String: Verb]
}

/// All endings of a verb, spelled out.
private struct VerbForms {
  var strip: String
  var infinitive: [String] = []
  var present: [String] = []
  var imperfect: [String] = []
  var past: [String] = []
  var future: [String] = []
  var conditional: [String] = []
  var subjunctive: [String] = []
  var pastSubjunctive: [String] = []
  var imperative: [String] = []
  var gerund: [String] = []
  var participle: [String] = []

  init(strip: String) { self.strip = strip }

  /// Puts what the child's stem lacks before every ending.
  mutating func prefix(_ piece: String) {
    guard !piece.isEmpty else { return }
    func all(_ endings: inout [String]) {
      endings = endings.map { cell in
        cell.split(separator: "/").map { $0 == "-" ? "-" : piece + $0 }.joined(separator: "/")
      }
    }
    all(&infinitive)
    all(&present)
    all(&imperfect)
    all(&past)
    all(&future)
    all(&conditional)
    all(&subjunctive)
    all(&pastSubjunctive)
    all(&imperative)
    all(&gerund)
    all(&participle)
  }

  func overridden(by verb: ParadigmFile.Verb) -> VerbForms {
    var forms = self
    if let inf = verb.inf { forms.infinitive = inf }
    if let pres = verb.pres { forms.present = pres }
    if let impf = verb.impf {
      forms.imperfect = impf.count == 1 ? ["o", "i", "a", "amo", "ate", "ano"].map { impf[0] + $0 } : impf
    }
    if let past = verb.past {
      // A strong stem changes three persons only.
      if past.count == 1, forms.past.count == 6 {
        forms.past[0] = past[0] + "i"
        forms.past[2] = past[0] + "e"
        forms.past[5] = past[0] + "ero"
      } else {
        forms.past = past
      }
    }
    if let fut = verb.fut {
      forms.future = ["ò", "ai", "à", "emo", "ete", "anno"].map { fut + $0 }
      forms.conditional = ["ei", "esti", "ebbe", "emmo", "este", "ebbero"].map { fut + $0 }
    }
    if let sub = verb.sub {
      forms.subjunctive = sub.count == 4 ? [sub[0], sub[0], sub[0], sub[1], sub[2], sub[3]] : sub
    }
    if let stem = verb.subimpf {
      forms.pastSubjunctive = ["ssi", "ssi", "sse", "ssimo", "ste", "ssero"].map { stem + $0 }
    }
    if let imp = verb.imp { forms.imperative = imp }
    if let ger = verb.ger { forms.gerund = ger }
    if let part = verb.part { forms.participle = part }
    return forms
  }
}
