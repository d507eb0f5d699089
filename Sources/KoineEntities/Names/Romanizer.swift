import KoineText
import Synchronization

/// Brings names of other scripts to Latin letters; ICU's transforms are opened when first needed.
final class Romanizer: Sendable {
  private let opened = Mutex<[String: Transliterator]>([:])
  // ICU takes microseconds for a character, and names are made of few thousand.
  private let characters = Mutex<[Unicode.Scalar: Character]>([:])

  /// What one Chinese character is in Latin letters and in simplified writing.
  private struct Character {
    var letters: [UInt8]
    var simplified: Unicode.Scalar
  }

  private func character(_ scalar: Unicode.Scalar) -> Character {
    if let known = characters.withLock({ $0[scalar] }) { return known }
    let text = String(scalar)
    let new = Character(
      letters: latin(text).utf8.filter { (0x61...0x7A).contains($0) || (0x30...0x39).contains($0) },
      simplified: simplified(text).unicodeScalars.first ?? scalar
    )
    characters.withLock { $0[scalar] = new }
    return new
  }

  /// The Latin letters of a Chinese character.
  func letters(of scalar: Unicode.Scalar) -> [UInt8] { character(scalar).letters }

  /// The simplified form of a Chinese character.
  func simplified(_ scalar: Unicode.Scalar) -> Unicode.Scalar {
    Self.isHan(scalar) ? character(scalar).simplified : scalar
  }

  /// Whether `scalar` is a common Chinese character, of which there are some twenty thousand.
  static func isHan(_ scalar: Unicode.Scalar) -> Bool { (0x4E00...0x9FFF).contains(scalar.value) }

  private func transform(_ id: String) -> Transliterator? {
    opened.withLock { opened in
      if let known = opened[id] { return known }
      let new = try? Transliterator(id)
      opened[id] = new
      return new
    }
  }

  /// Returns `text` in ASCII letters, as well as it can be done letter by letter.
  func latin(_ text: String) -> String {
    var out = ""
    var hasOther = false
    for scalar in text.unicodeScalars {
      if let letters = Self.cyrillic[scalar] {
        out += letters
      } else {
        out.unicodeScalars.append(scalar)
        if scalar.value >= 0x80 { hasOther = true }
      }
    }
    guard hasOther, let transform = transform("Any-Latin; Latin-ASCII; Lower") else { return out }
    return (try? transform.transliterated(out)) ?? out
  }

  /// Returns Chinese text in simplified characters.
  func simplified(_ text: String) -> String {
    guard let transform = transform("Traditional-Simplified") else { return text }
    return (try? transform.transliterated(text)) ?? text
  }

  // Russian, Ukrainian and Belarusian letters as newspapers write them.
  private static let cyrillic: [Unicode.Scalar: String] = [
    "а": "a", "б": "b", "в": "v", "г": "g", "д": "d", "е": "e", "ё": "e", "ж": "zh", "з": "z", "и": "i", "й": "y",
    "к": "k", "л": "l", "м": "m", "н": "n", "о": "o", "п": "p", "р": "r", "с": "s", "т": "t", "у": "u", "ф": "f",
    "х": "kh", "ц": "ts", "ч": "ch", "ш": "sh", "щ": "shch", "ъ": "", "ы": "y", "ь": "", "э": "e", "ю": "yu",
    "я": "ya", "і": "i", "ї": "i", "є": "ye", "ґ": "g", "ў": "u", "ј": "j", "љ": "lj", "њ": "nj", "ћ": "c", "ђ": "dj",
    "џ": "dz",
  ]
}
