/// Numbers in English writing.
enum EnglishNumbers {
  /// `1.234,5` → `1,234.5`; clock times and codes stay.
  static func rewritten(_ number: String) -> String {
    if number.contains(":") || number.contains("/") { return number }
    if number.hasPrefix("'") { return "'" + number.dropFirst() + "s" }
    let isGrouped =
      number.contains(".") && !number.contains(",")
      && number.split(separator: ".", omittingEmptySubsequences: false).dropFirst().allSatisfy { $0.utf8.count == 3 }
    if number.contains(","), number.contains(".") || !number.contains(".") {
      var result = ""
      for letter in number { result.append(letter == "," ? "." : letter == "." ? "," : letter) }
      return result
    }
    return isGrouped ? number.replacing(".", with: ",") : number
  }

  /// `9000 dollars` → `9,000 dollars`.
  static func grouped(_ amount: String) -> String {
    let digits = amount.prefix { $0.isNumber }
    guard digits.count > 3, digits.count < 16 else { return amount }
    var result = ""
    for (index, digit) in digits.enumerated() {
      if index > 0, (digits.count - index) % 3 == 0 { result += "," }
      result.append(digit)
    }
    return result + amount.dropFirst(digits.count)
  }

  /// `3` → `3rd`.
  static func ordinal(_ digits: some StringProtocol) -> String {
    guard let number = Int(digits), number >= 0 else { return String(digits) }
    let tail = number % 100
    let ending =
      (11...13).contains(tail)
      ? "th" : number % 10 == 1 ? "st" : number % 10 == 2 ? "nd" : number % 10 == 3 ? "rd" : "th"
    return "\(number)\(ending)"
  }
}
