import KoineText

extension NameSearch {
  /// Keeps the codes of shares in brackets behind a name; says whether the brackets hold nothing else.
  ///
  /// The words in such brackets are names of exchanges and codes, and name nothing here.
  mutating func takeTickers(of index: Int, _ range: Range<Int>) -> Bool {
    let lower = Int(words[range.lowerBound - 1].upper)
    let upper = min(Int(words[range.upperBound].lower), bytes.count)
    guard lower < upper, upper - lower <= 160 else { return false }
    let between = String(decoding: bytes[lower..<upper], as: UTF8.self)
    guard let open = between.firstIndex(where: { "(（[".contains($0) }),
      let close = between.lastIndex(where: { ")）]".contains($0) }), open < close
    else { return false }
    let inside = between[between.index(after: open)..<close]
    let pieces = inside.split(whereSeparator: { ";；,，/|、".contains($0) })
    var codes: [String] = []
    for piece in pieces {
      guard let ticker = Ticker(piece) else { continue }
      codes.append(ticker.code)
      let start = lower + between.utf8.distance(from: between.startIndex, to: piece.startIndex)
      for word in range where (start..<start + piece.utf8.count).contains(Int(words[word].lower)) {
        codeWords.insert(word)
      }
    }
    if codes.isEmpty { return false }
    candidates[index].tickers += codes.filter { !candidates[index].tickers.contains($0) }
    for other in candidates.indices where codeWords.contains(candidates[other].words.lowerBound) {
      candidates[other].confidence = -1
    }
    return codes.count == pieces.count
  }
}

/// The code of a share with its exchange: `NYSE: STM`, `002371.SZ`.
struct Ticker {
  /// The exchange and the code, such as `SZSE:002371`.
  let code: String

  init?(_ text: Substring) {
    let bare = String(text).trimmingBlanks
    if let colon = bare.firstIndex(where: { $0 == ":" || $0 == "：" }) {
      let name = bare[..<colon].lowercased().filter { $0.isLetter }
      let code = String(bare[bare.index(after: colon)...]).trimmingBlanks.uppercased()
      guard let exchange = Self.exchanges[name], Self.isCode(code) else { return nil }
      self.code = Self.joined(exchange, code)
    } else if let dot = bare.lastIndex(of: ".") {
      let code = String(bare[..<dot])
      guard let exchange = Self.suffixes[String(bare[bare.index(after: dot)...])], Self.isCode(code) else { return nil }
      self.code = Self.joined(exchange, code)
    } else {
      return nil
    }
  }

  // Hong Kong's numbers have four digits, which texts leave off at the front.
  private static func joined(_ exchange: String, _ code: String) -> String {
    let isShort = exchange == "HKEX" && code.utf8.count < 4 && code.utf8.allSatisfy { (0x30...0x39).contains($0) }
    return exchange + ":" + (isShort ? String(repeating: "0", count: 4 - code.utf8.count) : "") + code
  }

  private static func isCode(_ text: String) -> Bool {
    (1...8).contains(text.utf8.count)
      && text.utf8.allSatisfy {
        (0x30...0x39).contains($0) || (0x41...0x5A).contains($0) || $0 == 0x2D || $0 == 0x2E
      }
  }

  // By the letters of the names that texts use; the codes are those of the registry.
  private static let exchanges: [String: String] = [
    "nyse": "NYSE", "newyorkstockexchange": "NYSE", "nyseamerican": "AMEX", "amex": "AMEX", "nasdaq": "NASDAQ",
    "nasdaqgs": "NASDAQ", "nasdaqgm": "NASDAQ", "otc": "OTC", "otcqx": "OTC", "otcmkts": "OTC", "bit": "BIT",
    "borsaitaliana": "BIT", "borsadimilano": "BIT", "euronextmilan": "BIT", "euronextgrowthmilan": "BIT",
    "milano": "BIT", "epa": "EPA", "euronextparis": "EPA", "euronext": "EURONEXT", "ams": "AMS",
    "euronextamsterdam": "AMS", "lse": "LSE", "lon": "LSE", "aim": "AIM", "londonstockexchange": "LSE",
    "xetra": "XETRA",
    "etr": "XETRA", "fwb": "FWB", "fse": "FWB", "fra": "FWB", "hkex": "HKEX", "sehk": "HKEX", "hkg": "HKEX",
    "hk": "HKEX",
    "hongkong": "HKEX", "sse": "SSE", "sha": "SSE", "shanghai": "SSE", "szse": "SZSE", "she": "SZSE",
    "shenzhen": "SZSE", "twse": "TWSE", "tpe": "TWSE", "tpex": "TPEX", "tse": "TSE", "tyo": "TSE", "tokyo": "TSE",
    "krx": "KRX", "kospi": "KRX", "kosdaq": "KOSDAQ", "asx": "ASX", "tsx": "TSX", "tsxv": "TSXV", "six": "SIX",
    "swx": "SIX", "sgx": "SGX", "bse": "BSE", "nse": "NSE", "jse": "JSE", "bme": "BME", "sto": "STO", "osl": "OSL",
    "hel": "HEL", "cph": "CPH", "vie": "VIE", "moex": "MOEX",
  ]

  // As Reuters and others write them behind a dot.
  private static let suffixes: [String: String] = [
    "SZ": "SZSE", "SS": "SSE", "SH": "SSE", "HK": "HKEX", "MI": "BIT", "PA": "EPA", "AS": "AMS", "DE": "XETRA",
    "F": "FWB", "L": "LSE", "T": "TSE", "TW": "TWSE", "TWO": "TPEX", "KS": "KRX", "KQ": "KOSDAQ", "AX": "ASX",
    "TO": "TSX", "SW": "SIX", "SI": "SGX", "NS": "NSE", "BO": "BSE", "MC": "BME", "ST": "STO", "OL": "OSL",
    "HE": "HEL", "CO": "CPH", "VI": "VIE", "N": "NYSE", "O": "NASDAQ", "OQ": "NASDAQ",
  ]
}
