/// Where the lines of a text stand in the input that it was decoded from.
struct LinePlaces {
  /// An offset in the text and the byte of the input there; between two of them text and input have the same bytes.
  private var marks: [(text: Int, input: Int)] = []
  private var at = 0

  /// Says where an offset of the text, not before the last one, stands in the input.
  mutating func mark(_ text: Int, _ input: Int) { marks.append((text, input)) }

  /// Adds the places of a text that is put behind this one of `count` bytes.
  mutating func append(_ other: LinePlaces, behind count: Int) {
    for mark in other.marks { marks.append((mark.text + count, mark.input)) }
  }

  /// The byte of the input at an offset of the text where a line begins or ends; offsets are asked for in their order.
  mutating func input(at offset: Int) -> Int? {
    guard !marks.isEmpty else { return nil }
    while at + 1 < marks.count, marks[at + 1].text <= offset { at += 1 }
    return marks[at].input + offset - marks[at].text
  }

  /// The bytes of the input between two such offsets.
  mutating func input(_ lower: Int, _ upper: Int) -> Range<Int>? {
    guard let start = input(at: lower), let end = input(at: upper), start <= end else { return nil }
    return start..<end
  }

  /// Forgets the text before an offset, which becomes 0.
  mutating func removeFirst(_ count: Int) {
    guard let start = input(at: count) else { return }
    marks = [(0, start)] + marks[(at + 1)...].map { ($0.text - count, $0.input) }
    at = 0
  }

  /// Forgets everything.
  mutating func removeAll() {
    marks = []
    at = 0
  }
}
