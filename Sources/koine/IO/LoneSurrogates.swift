/// Halves of surrogate pairs among the escapes of a line of JSON, which no text can hold.
///
/// Programs that cut text by UTF-16 units write them; a parser refuses the whole line for one.
enum LoneSurrogates {
  /// Returns `line` with the escapes of lone halves replaced by those of `unit`, or `nil` when there are none.
  static func replaced(_ line: ArraySlice<UInt8>, with unit: String = "fffd") -> [UInt8]? {
    var output: [UInt8] = []
    var copied = line.startIndex
    var index = line.startIndex
    while let slash = line[index...].firstIndex(of: UInt8(ascii: "\\")) {
      guard let half = Self.unit(at: slash, in: line) else {
        // The character behind a backslash belongs to it, above all another backslash.
        index = min(slash + 2, line.endIndex)
        continue
      }
      index = slash + 6
      guard half & 0xF800 == 0xD800 else { continue }
      if half < 0xDC00, let low = Self.unit(at: index, in: line), low & 0xFC00 == 0xDC00 {
        index += 6
        continue
      }
      output += line[copied..<(slash + 2)]
      output += unit.utf8
      copied = index
    }
    return copied == line.startIndex ? nil : output + line[copied...]
  }

  /// The number of an escape that starts at `index`.
  private static func unit(at index: Int, in line: ArraySlice<UInt8>) -> UInt32? {
    guard index + 6 <= line.endIndex, line[index] == UInt8(ascii: "\\"), line[index + 1] == UInt8(ascii: "u") else {
      return nil
    }
    return UInt32(String(decoding: line[(index + 2)..<(index + 6)], as: UTF8.self), radix: 16)
  }
}
