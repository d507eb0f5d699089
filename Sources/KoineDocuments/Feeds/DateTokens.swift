/// A date's text as numbers, words and signs.
struct DateTokens {
  enum Token: Hashable {
    /// A run of digits of any script, with how many there are.
    case number(Int, digits: Int)
    /// A run of letters, folded.
    case word(String)
    /// Any other character; a blank stands for any run of them, `年月日時分秒` for the units of East Asia.
    case sign(Unicode.Scalar)
  }

  private(set) var tokens: [Token] = []
  var at = 0
  /// What was found so far.
  var parts = DateParts()
  /// Whether the `T` of ISO 8601 stands before what comes next.
  var isBehindT = false
  /// Where a time stands that a word such as `ore` announces.
  var timeMarkEnd = -1

  init(_ text: String) {
    var run = Run()
    var isInTag = false
    var scalars = text.unicodeScalars[...]
    while let scalar = scalars.popFirst() {
      if isInTag {
        isInTag = scalar != ">"
      } else if scalar.value < 0x80 {
        if scalar == "<", let next = scalars.first, next == "/" || next.isLetter, scalars.contains(">") {
          add(" ", after: &run)
          isInTag = true
        } else if scalar == "&", text.utf8.count < 400, let length = Self.blankReference(scalars) {
          scalars.removeFirst(length)
          add(" ", after: &run)
        } else {
          add(ascii: scalar, to: &run)
        }
      } else {
        add(scalar, before: &scalars, to: &run)
      }
    }
    flush(&run)
    while tokens.last == .sign(" ") { tokens.removeLast() }
  }

  // MARK: taking tokens

  var isAtEnd: Bool { at >= tokens.count }

  /// The token that stands `ahead`, or behind for a number below zero; `nil` where there is none.
  func peek(_ ahead: Int = 0) -> Token? {
    let index = at + ahead
    return index >= 0 && index < tokens.count ? tokens[index] : nil
  }

  /// The word that stands `ahead`, or empty.
  func word(_ ahead: Int = 0) -> String {
    if case .word(let word) = peek(ahead) { word } else { "" }
  }

  /// How many digits the number `ahead` has; 0 for what is none.
  func digitCount(_ ahead: Int = 0) -> Int {
    if case .number(_, let digits) = peek(ahead) { digits } else { 0 }
  }

  /// Where the next token that is no blank stands, counted from here.
  func next(_ ahead: Int = 0) -> Int { peek(ahead) == .sign(" ") ? ahead + 1 : ahead }

  mutating func take(_ sign: Unicode.Scalar) -> Bool {
    guard peek() == .sign(sign) else { return false }
    at += 1
    return true
  }

  mutating func takeNumber(_ digits: ClosedRange<Int>) -> Int? {
    guard case .number(let value, let count) = peek(), digits.contains(count) else { return nil }
    at += 1
    return value
  }

  // MARK: making tokens

  /// What was read of a number or a word that goes on.
  private struct Run {
    var value = 0
    var digits = 0
    var letters = ""
    var isASCII = true
  }

  private mutating func flush(_ run: inout Run) {
    if run.digits > 0 {
      tokens.append(.number(run.value, digits: run.digits))
      run.value = 0
      run.digits = 0
    } else if !run.letters.isEmpty {
      tokens.append(.word(run.isASCII ? run.letters : CalendarWords.folded(run.letters)))
      run.letters = ""
      run.isASCII = true
    }
  }

  private mutating func add(digit: Int, to run: inout Run) {
    if !run.letters.isEmpty { flush(&run) }
    run.value = run.digits >= 18 ? Int.max : run.value * 10 + digit
    run.digits += 1
  }

  private mutating func add(letter: Unicode.Scalar, to run: inout Run) {
    if run.digits > 0 { flush(&run) }
    run.letters.unicodeScalars.append(letter)
  }

  private mutating func add(_ sign: Unicode.Scalar, after run: inout Run) {
    flush(&run)
    if sign != " " {
      tokens.append(.sign(sign))
    } else if let last = tokens.last, last != .sign(" ") {
      tokens.append(.sign(" "))
    }
  }

  private mutating func add(ascii scalar: Unicode.Scalar, to run: inout Run) {
    switch scalar {
    case "0"..."9": add(digit: Int(scalar.value - 0x30), to: &run)
    case "a"..."z": add(letter: scalar, to: &run)
    case "A"..."Z": add(letter: Unicode.Scalar(UInt8(scalar.value) | 0x20), to: &run)
    case " ", "\t", "\n", "\r", "\u{B}", "\u{C}": add(" ", after: &run)
    default: add(scalar, after: &run)
    }
  }

  private mutating func add(
    _ scalar: Unicode.Scalar,
    before rest: inout Substring.UnicodeScalarView,
    to run: inout Run
  ) {
    // The wide forms of ASCII's characters.
    if ("\u{FF01}"..."\u{FF5E}").contains(scalar) {
      return add(ascii: Unicode.Scalar(UInt8(scalar.value - 0xFEE0)), to: &run)
    }
    if let unit = Self.units[scalar], isUnit(scalar, after: run, before: rest.first) {
      if scalar == "년" || scalar == "시" { parts.homeOffset = 540 }
      return add(unit, after: &run)
    }
    if run.letters.isEmpty, let number = Self.numeral(scalar, rest) {
      flush(&run)
      tokens.append(.number(number.value, digits: number.digits))
      rest.removeFirst(number.length - 1)
      return
    }
    let properties = scalar.properties
    if properties.numericType == .decimal, let value = properties.numericValue {
      return add(digit: Int(value), to: &run)
    }
    switch properties.generalCategory {
    case .format: break
    case .nonspacingMark, .spacingMark, .enclosingMark: if !run.letters.isEmpty { mark(scalar, in: &run) }
    case .spaceSeparator, .lineSeparator, .paragraphSeparator, .control: add(" ", after: &run)
    case .dashPunctuation: add("-", after: &run)
    default:
      if scalar == "元", CalendarWords.era(run.letters) != nil {
        flush(&run)
        add(digit: 1, to: &run)
      } else if properties.isAlphabetic {
        mark(scalar, in: &run)
      } else {
        add(Self.signs[scalar] ?? scalar, after: &run)
      }
    }
  }

  private mutating func mark(_ letter: Unicode.Scalar, in run: inout Run) {
    add(letter: letter, to: &run)
    run.isASCII = false
    if ("\u{E00}"..."\u{E7F}").contains(letter) { parts.isThai = true }
  }

  // MARK: writing of East Asia

  private static let units: [Unicode.Scalar: Unicode.Scalar] = [
    "年": "年", "月": "月", "日": "日", "号": "日", "號": "日", "时": "時", "時": "時", "点": "時", "點": "時", "分": "分", "秒": "秒",
    "년": "年", "월": "月", "일": "日", "시": "時", "분": "分", "초": "秒",
  ]

  /// Whether a sign of units stands behind its number: `3月`, not `月曜日`.
  private func isUnit(_ scalar: Unicode.Scalar, after run: Run, before next: Unicode.Scalar?) -> Bool {
    if next == "曜" || next == "요" { return false }
    if run.digits > 0 { return true }
    guard run.letters.isEmpty, let last = tokens.last else { return false }
    if case .number = last { return true }
    guard last == .sign(" "), tokens.count > 1, case .number = tokens[tokens.count - 2] else { return false }
    return true
  }

  /// A number in Chinese writing that a unit follows: `二〇二五年`, `十二月`.
  private static func numeral(
    _ first: Unicode.Scalar,
    _ rest: Substring.UnicodeScalarView
  ) -> (value: Int, digits: Int, length: Int)? {
    guard digits[first] != nil || first == "十" else { return nil }
    let tail = rest.prefix { digits[$0] != nil || $0 == "十" }
    let run = [first] + tail
    guard run.count <= 4, tail.endIndex < rest.endIndex, units[rest[tail.endIndex]] != nil else { return nil }
    guard let ten = run.firstIndex(of: "十") else {
      return (run.reduce(0) { $0 * 10 + (digits[$1] ?? 0) }, run.count, run.count)
    }
    guard ten <= 1, run.count - ten <= 2, run.count(where: { $0 == "十" }) == 1 else { return nil }
    let tens = ten == 0 ? 1 : digits[run[0]] ?? 0
    return (tens * 10 + (run.count > ten + 1 ? digits[run[ten + 1]] ?? 0 : 0), 2, run.count)
  }

  private static let digits: [Unicode.Scalar: Int] = [
    "〇": 0, "零": 0, "一": 1, "二": 2, "三": 3, "四": 4, "五": 5, "六": 6, "七": 7, "八": 8, "九": 9,
  ]

  private static let signs: [Unicode.Scalar: Unicode.Scalar] = [
    "\u{2212}": "-", "\u{2018}": "'", "\u{2019}": "'", "\u{2BC}": "'", "、": ",", "،": ",", "。": ".", "【": "(",
    "】": ")", "「": "(", "」": ")", "〔": "(", "〕": ")", "\u{2236}": ":", "·": "|", "•": "|", "・": "|", "│": "|", "»": "|",
    "›": "|", "“": "\"", "”": "\"", "«": "\"",
  ]

  /// How long the rest of a reference to a blank is, behind its ampersand.
  private static func blankReference(_ rest: Substring.UnicodeScalarView) -> Int? {
    for name in ["nbsp;", "#160;", "#xa0;", "#xA0;", "thinsp;", "ensp;", "emsp;"]
    where rest.starts(with: name.unicodeScalars) { return name.utf8.count }
    return nil
  }
}

extension Unicode.Scalar {
  fileprivate var isLetter: Bool { ("a"..."z").contains(self) || ("A"..."Z").contains(self) }
}
