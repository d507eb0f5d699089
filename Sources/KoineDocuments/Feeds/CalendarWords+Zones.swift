extension CalendarWords {
  /// Minutes east of Greenwich, by the abbreviations that mean one zone only; RFC 822 decides for its own.
  ///
  /// `IST` (India, Ireland, Israel), `AMT`, `ECT`, `GST`, `PYT`, `SST` and others that mean several are left out.
  private static let zones: [String: Int] = [
    "ut": 0, "utc": 0, "gmt": 0, "z": 0, "zulu": 0,
    "est": -300, "edt": -240, "cst": -360, "cdt": -300, "mst": -420, "mdt": -360, "pst": -480, "pdt": -420,
    "akst": -540, "akdt": -480, "hst": -600, "ast": -240, "adt": -180, "nst": -210, "ndt": -150,
    "hne": -300, "hae": -240, "hnc": -360, "hac": -300, "hnr": -420, "har": -360, "hnp": -480, "hap": -420,
    "wet": 0, "west": 60, "cet": 60, "cest": 120, "met": 60, "mest": 120, "mez": 60, "mesz": 120, "hnec": 60,
    "haec": 120,
    "eet": 120, "eest": 180, "oez": 120, "oesz": 180, "bst": 60, "msk": 180, "мск": 180, "msd": 240, "trt": 180,
    "sast": 120, "wat": 60, "cat": 120, "eat": 180,
    "pkt": 300, "npt": 345, "ict": 420, "wib": 420, "wita": 480, "wit": 540, "jst": 540, "kst": 540, "hkt": 480,
    "sgt": 480,
    "myt": 480, "pht": 480,
    "awst": 480, "aest": 600, "aedt": 660, "acst": 570, "acdt": 630, "nzst": 720, "nzdt": 780,
    "brt": -180, "brst": -120, "art": -180, "clt": -240, "clst": -180, "cot": -300, "pet": -300, "uyt": -180,
    "vet": -240,
  ]

  /// The zones of North America that leave open whether it is summer.
  static let generalZones: [String: Int] = ["et": -300, "ct": -360, "mt": -420, "pt": -480, "at": -240]

  /// The zones of POSIX that name both times of the year: `EST5EDT`.
  static let americanZones: [String: (offset: Int, summer: String)] = [
    "est": (-300, "edt"), "cst": (-360, "cdt"), "mst": (-420, "mdt"), "pst": (-480, "pdt"),
  ]

  /// The offset of a zone by its words without `time`, and whether summer is left open.
  static func longZone(_ name: String) -> (offset: Int, isGeneral: Bool)? {
    switch name {
    case "greenwich mean", "coordinated universal", "universal": (0, false)
    case "central european", "central european standard": (60, false)
    case "central european summer", "eastern european", "eastern european standard": (120, false)
    case "british summer": (60, false)
    case "eastern european summer", "moscow standard": (180, false)
    case "japan standard", "korea standard": (540, false)
    case "china standard", "singapore", "singapore standard", "hong kong": (480, false)
    case "india standard": (330, false)
    case "us eastern": (-300, true)
    case "eastern": (-300, true)
    case "eastern standard": (-300, false)
    case "eastern daylight": (-240, false)
    case "central": (-360, true)
    case "central standard": (-360, false)
    case "central daylight": (-300, false)
    case "mountain": (-420, true)
    case "mountain standard": (-420, false)
    case "mountain daylight": (-360, false)
    case "pacific": (-480, true)
    case "pacific standard": (-480, false)
    case "pacific daylight": (-420, false)
    default: nil
    }
  }

  /// The offset of a zone's folded name in minutes; single letters count as RFC 822 has them.
  static func zone(_ name: String) -> Int? {
    if let minutes = zones[name] { return minutes }
    guard name.utf8.count == 1, let letter = name.utf8.first else { return nil }
    switch letter {
    case UInt8(ascii: "a")...UInt8(ascii: "i"): return -60 * Int(letter - UInt8(ascii: "a") + 1)
    case UInt8(ascii: "k")...UInt8(ascii: "m"): return -60 * Int(letter - UInt8(ascii: "a"))
    case UInt8(ascii: "n")...UInt8(ascii: "y"): return 60 * Int(letter - UInt8(ascii: "n") + 1)
    default: return nil
    }
  }
}
