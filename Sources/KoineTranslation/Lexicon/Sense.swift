import KoineLexicon

/// One English rendering of a lemma or phrase.
struct Sense: Sendable {
  /// What it is worth when the decoder compares: lower wins.
  enum Source: Int, Sendable { case lock, user, domain, phrase, lexicon, guess, unknown }

  /// The base form in English.
  var english: String
  /// Classes of a noun or adverb, or the frame of a verb or adjective, by comma.
  var notes: [Substring] = []
  var origin: Origin?
  var source = Source.lexicon
  /// The place among the renderings of the same lemma, from 0.
  var rank = 0

  init(english: String, notes: String = "", origin: Origin? = nil, source: Source = .lexicon, rank: Int = 0) {
    self.english = english
    self.notes = notes.isEmpty ? [] : notes.split(separator: ",")
    self.origin = origin
    self.source = source
    self.rank = rank
  }

  /// Whether a class or a word of the frame is there.
  func has(_ note: String) -> Bool { notes.contains { $0 == note } }

  /// What stands after `key=` in the frame.
  func value(_ key: String) -> Substring? {
    for note in notes where note.hasPrefix(key) {
      let rest = note.dropFirst(key.count)
      if rest.first == "=" { return rest.dropFirst() }
    }
    return nil
  }
}
