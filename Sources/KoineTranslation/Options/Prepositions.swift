import KoineLexicon
import KoineText

extension Composer {
  /// What governs a preposition: the nearest verb, adjective or participle before it, if it is near.
  struct Governor {
    var sense: Sense
    var isPassive = false
    var isMotion = false
    var unit: Int
    /// How many chunks lie between.
    var distance: Int
  }

  /// The verb or adjective that a chunk may depend on.
  func governor(of chunk: Int) -> Governor? {
    var at = chunk - 1
    var distance = 0
    while at >= 0, distance < 4 {
      switch chunks[at] {
      case .verb(let group):
        let unit = units[group.main]
        return Governor(
          sense: verbSense(group),
          isPassive: group.isPassive || isSiPassive(group),
          isMotion: rules.has("motion", unit.lemma),
          unit: group.main,
          distance: distance
        )
      case .modifiers(let list):
        guard let last = list.last else { return nil }
        if distance == 0 {
          let unit = units[last.head]
          if unit.tag == .participle {
            return Governor(sense: rules.frame(unit, lexicon), isPassive: true, unit: last.head, distance: 0)
          }
          return Governor(sense: adjectiveSense(last.head), unit: last.head, distance: 0)
        }
      case .noun(let phrase):
        if distance == 0, let last = phrase.after.last, last.units.upperBound == phrase.units.upperBound {
          let unit = units[last.head]
          let frame = unit.tag == .participle ? rules.frame(unit, lexicon) : adjectiveSense(last.head)
          if !frame.notes.isEmpty { return Governor(sense: frame, unit: last.head, distance: 0) }
        }
      case .prepositional: break
      case .word(let word):
        switch units[word].tag {
        case .subordinator, .relative: return nil
        case .punctuation where units[word].text != ",": return nil
        case .punctuation, .coordinator: distance += 1
        case .adverb: distance -= 1
        default: break
        }
      }
      distance += 1
      at -= 1
    }
    return nil
  }

  /// The English preposition for the one at `index`, before `phrase`, in chunk `chunk`.
  func preposition(_ index: Int, _ phrase: NounPhrase?, chunk: Int) -> Piece {
    let unit = units[index]
    let sense = closed(index)
    func say(_ text: String, _ rule: String) -> Piece { piece(index, text, rules.origin(rule)) }
    if unit.reading.given != nil { return piece(index, sense) }
    if let phrase, let text = rangePreposition(unit.lemma, phrase, chunk) { return say(text, "from-to") }
    if let phrase, unit.lemma == "a", isRate(phrase, chunk) { return say("per", "rate") }
    if let phrase, let text = timePreposition(unit.lemma, phrase, index) { return say(text, "time-preposition") }
    if let governor = governor(of: chunk), let value = governor.sense.value(unit.lemma),
      governor.distance == 0 || (governor.distance <= 1 && unit.lemma != "di") || governor.sense.has("strong")
    {
      let text = value == "0" ? "" : String(value)
      return piece(index, text, governor.sense.origin.map { [$0] } ?? [])
    }
    if unit.lemma == "a", let governor = governor(of: chunk), governor.sense.has("obj-a"), governor.distance <= 1 {
      return piece(index, "", governor.sense.origin.map { [$0] } ?? [])
    }
    if unit.lemma == "a", let phrase, isDistance(phrase) { return say("", "distance") }
    let nounSense = phrase.map { self.nounSense($0.head) }
    switch unit.lemma {
    case "a":
      if let nounSense, nounSense.has("money"), let governor = governor(of: chunk), governor.distance <= 1,
        !governor.isMotion, !rules.has("change-verb", units[governor.unit].lemma),
        !rules.has("dative-verb", units[governor.unit].lemma)
      {
        return say("at", "at-price")
      }
      if let nounSense, nounSense.has("city") || nounSense.has("country") {
        if let governor = governor(of: chunk), governor.isMotion, governor.distance <= 1 {
          return say("to", "motion-to")
        }
        return say("in", "in-city")
      }
      if let phrase, units[phrase.head].tag == .name, !nounSenseIsPerson(phrase),
        governor(of: chunk).map({ !$0.isMotion && !rules.has("dative-verb", units[$0.unit].lemma) }) ?? true
      {
        return say("in", "in-city")
      }
      if let governor = governor(of: chunk), governor.distance <= 1,
        rules.has("dative-verb", units[governor.unit].lemma)
      {
        return piece(index, sense)
      }
      if let nounSense, nounSense.has("place"), governor(of: chunk).map({ !$0.isMotion }) ?? true {
        return say("at", "at-place")
      }
    case "da":
      if let governor = governor(of: chunk) {
        if governor.isPassive, governor.distance <= 2 { return say("by", "by-agent") }
      }
      if chunk > 0, case .noun(let before) = chunks[chunk - 1], let last = before.after.last,
        units[last.head].tag == .participle
      {
        return say("by", "by-agent")
      }
    case "di":
      if let nounSense, nounSense.has("value"), chunk > 0, case .verb(let group) = chunks[chunk - 1],
        units[group.main].lemma == "essere"
      {
        return say("", "amount")
      }
      if let phrase, !phrase.numbers.isEmpty || units[phrase.head].tag == .number || nounSense?.has("value") ?? false,
        let governor = governor(of: chunk), rules.has("change-verb", units[governor.unit].lemma), governor.distance <= 1
      {
        return say("by", "change-verb")
      }
      if let previous = chunk > 0 ? chunks[chunk - 1] : nil {
        if case .modifiers(let list) = previous, let last = list.last, last.degree == .more || last.degree == .less {
          return say("than", "than")
        }
      }
    case "in":
      if let governor = governor(of: chunk), governor.isMotion, governor.distance == 0,
        let nounSense, nounSense.has("country") || nounSense.has("city") || nounSense.has("place")
      {
        return say("to", "motion-to")
      }
    default: break
    }
    return piece(index, sense)
  }

  private func nounSenseIsPerson(_ phrase: NounPhrase) -> Bool {
    let sense = nounSense(phrase.head)
    if sense.has("person") || sense.has("organization") { return true }
    if sense.has("lock") { return !sense.has("place") }
    return !phrase.appositions.isEmpty
  }

  /// The prepositions of *da gennaio a giugno* and *dal 5 al 10%*.
  private func rangePreposition(_ lemma: String, _ phrase: NounPhrase, _ chunk: Int) -> String? {
    func isEnd(_ phrase: NounPhrase) -> Bool {
      let head = units[phrase.head]
      return head.tag == .number || head.has("value") || rules.has("month", head.lemma)
        || rules.has("weekday", head.lemma)
        || !phrase.numbers.isEmpty
    }
    guard isEnd(phrase) else { return nil }
    if lemma == "da", chunk + 1 < chunks.count, case .prepositional(let next, let other) = chunks[chunk + 1],
      units[next].lemma == "a", isEnd(other)
    {
      return "from"
    }
    if lemma == "a", chunk > 0, case .prepositional(let before, let other) = chunks[chunk - 1],
      units[before].lemma == "da",
      isEnd(other)
    {
      return "to"
    }
    return nil
  }

  /// *a 20 chilometri da Roma*: how far needs no preposition.
  private func isDistance(_ phrase: NounPhrase) -> Bool {
    let head = units[phrase.head]
    if head.has("quantity") { return head.lemma.hasSuffix("meters") || head.lemma.hasSuffix("miles") }
    return !phrase.numbers.isEmpty && ["chilometro", "metro", "miglio"].contains(head.lemma)
  }

  /// *9.000 dollari a tonnellata*, *due volte al giorno*: a price or number for each unit.
  private func isRate(_ phrase: NounPhrase, _ chunk: Int) -> Bool {
    let head = units[phrase.head]
    guard chunk > 0, head.tag == .noun, head.features.number != .plural, phrase.before.isEmpty,
      phrase.complement.isEmpty,
      nounSense(phrase.head).has("unit") || rules.has("time-noun", head.lemma) || rules.has("measure", head.lemma),
      case .noun(let before) = chunks[chunk - 1]
    else { return false }
    return units[before.head].has("value") || !before.numbers.isEmpty || units[before.head].tag == .number
  }

  /// Prepositions before dates, years, months and stretches of time; `nil` if the phrase is none.
  private func timePreposition(_ lemma: String, _ phrase: NounPhrase, _ index: Int) -> String? {
    let head = units[phrase.head]
    let sense = nounSense(phrase.head)
    let isClock =
      head.tag == .number && (head.text.contains(":") || head.text.contains(".") && head.text.utf8.count <= 5)
    if isClock || head.tag == .number && units[index].tag == .articulated && units[index].features.gender == .feminine {
      switch lemma {
      case "a": return "at"
      case "da": return "from"
      default: break
      }
    }
    if head.lemma == "ora", lemma == "a", !phrase.appositions.isEmpty { return "at" }
    let isYear =
      head.tag == .number && head.text.utf8.count == 4 && (head.text.hasPrefix("1") || head.text.hasPrefix("20"))
    if sense.has("date") || isYear {
      let isDay = sense.has("day")
      switch lemma {
      case "a", "in", "di": return lemma == "di" ? "of" : isDay ? "on" : "in"
      case "da": return "since"
      case "per": return "for"
      case "entro": return "by"
      default: return nil
      }
    }
    guard head.tag == .noun, rules.has("time-noun", head.lemma) || rules.has("month", head.lemma) else { return nil }
    if rules.has("month", head.lemma) {
      switch lemma {
      case "a", "in": return "in"
      case "da": return "since"
      default: return nil
      }
    }
    let isCounted = !phrase.numbers.isEmpty || phrase.determiner.map { units[$0].tag == .quantifier } ?? false
    switch lemma {
    case "entro": return isCounted ? "within" : "by"
    case "da": return isCounted || phrase.determiner.map { units[$0].tag == .indefinite } ?? false ? "for" : "since"
    case "tra": return isCounted ? "in" : nil
    case "in": return rules.has("day-noun", head.lemma) ? "on" : nil
    case "a":
      return phrase.determiner != nil && !isCounted && phrase.before.isEmpty && phrase.complement.isEmpty ? "per" : nil
    default: return nil
    }
  }
}
