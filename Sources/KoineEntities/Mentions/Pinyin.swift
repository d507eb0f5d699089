/// The syllables of Mandarin as Hanyu Pinyin spells them, without tones.
struct Pinyin: Sendable {
  private let syllables: Set<[UInt8]>

  /// Makes the table.
  init() {
    var all: Set<[UInt8]> = []
    for row in Self.table.split(separator: "\n") {
      let parts = row.split(separator: " ")
      guard let head = parts.first else { continue }
      let initial = head == "-" ? "" : String(head)
      for final in parts.dropFirst() { all.insert(Array((initial + final).utf8)) }
    }
    syllables = all
  }

  /// Whether `word`, folded, is made of one to three syllables.
  func isName(_ word: ArraySlice<UInt8>) -> Bool { word.count <= 18 && matches(word, left: 3) }

  private func matches(_ word: ArraySlice<UInt8>, left: Int) -> Bool {
    if word.isEmpty { return left < 3 }
    if left == 0 { return false }
    for length in stride(from: min(6, word.count), to: 0, by: -1)
    where syllables.contains(Array(word.prefix(length))) && matches(word.dropFirst(length), left: left - 1) {
      return true
    }
    return false
  }

  private static let table = """
    - a ai an ang ao e ei en er o ou
    b a ai an ang ao ei en eng i ian iao ie in ing o u
    p a ai an ang ao ei en eng i ian iao ie in ing o ou u
    m a ai an ang ao e ei en eng i ian iao ie in ing iu o ou u
    f a an ang ei en eng o ou u
    d a ai an ang ao e ei eng i ia ian iao ie ing iu ong ou u uan ui un uo
    t a ai an ang ao e eng i ian iao ie ing ong ou u uan ui un uo
    n a ai an ang ao e ei en eng i ian iang iao ie in ing iu ong ou u uan uo ue
    l a ai an ang ao e ei eng i ia ian iang iao ie in ing iu ong ou u uan un uo ue
    g a ai an ang ao e ei en eng ong ou u ua uai uan uang ui un uo
    k a ai an ang ao e en eng ong ou u ua uai uan uang ui un uo
    h a ai an ang ao e ei en eng ong ou u ua uai uan uang ui un uo
    j i ia ian iang iao ie in ing iong iu u uan ue un
    q i ia ian iang iao ie in ing iong iu u uan ue un
    x i ia ian iang iao ie in ing iong iu u uan ue un
    zh a ai an ang ao e ei en eng i ong ou u ua uai uan uang ui un uo
    ch a ai an ang ao e en eng i ong ou u ua uai uan uang ui un uo
    sh a ai an ang ao e ei en eng i ou u ua uai uan uang ui un uo
    r an ang ao e en eng i ong ou u uan ui un uo
    z a ai an ang ao e ei en eng i ong ou u uan ui un uo
    c a ai an ang ao e en eng i ong ou u uan ui un uo
    s a ai an ang ao e en eng i ong ou u uan ui un uo
    y a an ang ao e i in ing ong ou u uan ue un
    w a ai an ang ei en eng o u
    """
}
