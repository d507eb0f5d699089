/// The names of Latin letters in hangul and katakana, as companies write their initials.
enum LetterNames {
  /// The letters that `characters` spell, or `nil` unless all of them do and there are two at least.
  static func letters(_ characters: [Unicode.Scalar]) -> [UInt8]? {
    var view = String.UnicodeScalarView()
    view.append(contentsOf: characters.prefix(40))
    var rest = Substring(String(view))
    var out: [UInt8] = []
    while !rest.isEmpty {
      // The longest name first: 에이치 is H, 에이 A.
      guard let (name, letter) = names.first(where: { rest.hasPrefix($0.0) }) else { return nil }
      if letter != "&" { out += Array(letter.utf8) }
      rest = rest.dropFirst(name.count)
    }
    return out.count >= 2 ? out : nil
  }

  private static let names: [(String, String)] = [
    ("더블유", "w"), ("에이치", "h"), ("에프", "f"), ("에이", "a"), ("에스", "s"), ("에치", "h"), ("아이", "i"),
    ("제이", "j"), ("케이", "k"), ("브이", "v"), ("엑스", "x"), ("와이", "y"), ("제트", "z"), ("비", "b"), ("씨", "c"),
    ("시", "c"), ("디", "d"), ("이", "e"), ("지", "g"), ("엘", "l"), ("엠", "m"), ("엔", "n"), ("앤", "&"), ("오", "o"),
    ("피", "p"), ("큐", "q"), ("알", "r"), ("아르", "r"), ("티", "t"), ("유", "u"), ("ダブリュー", "w"), ("エイチ", "h"),
    ("エッチ", "h"), ("アンド", "&"), ("エックス", "x"), ("アール", "r"), ("ジェイ", "j"), ("ジェー", "j"), ("ゼット", "z"),
    ("キュー", "q"), ("ティー", "t"), ("ディー", "d"), ("ビー", "b"), ("シー", "c"), ("エー", "a"), ("エイ", "a"), ("エフ", "f"),
    ("ジー", "g"), ("アイ", "i"), ("ケー", "k"), ("ケイ", "k"), ("エル", "l"), ("エム", "m"), ("エヌ", "n"), ("エス", "s"),
    ("ピー", "p"), ("ユー", "u"), ("ブイ", "v"), ("ワイ", "y"), ("イー", "e"), ("オー", "o"),
  ]
}
