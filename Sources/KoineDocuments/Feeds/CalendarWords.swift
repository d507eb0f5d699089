/// The words that dates in feeds are written with.
enum CalendarWords {
  // Folded to lower case without accents; a name that stands for different months in two of the languages is left out.
  private static let monthNames: [String] = [
    "january jan gennaio gen januar jaenner janner janvier janv enero ene janeiro januari ianuarie ian "
      + "gener stycznia styczen sty ledna leden sijecnja sijecanj januarja januara ocak oca tammikuuta "
      + "tammikuu ιανουαριος ιανουαριου ιαν января янв січня януари jaanuar",
    "february feb febbraio februar feber fevrier fevr fev febrero fevereiro februari februarie febrer "
      + "lutego luty unora unor veljace veljaca februarja februara subat sub helmikuuta helmikuu φεβρουαριος "
      + "φεβρουαριου φεβ февраля фев лютого февруари veebruar",
    "march mar marzo marz maerz mrz mars marco maart mrt martie marts marc marca marzec brezna brezen "
      + "ozujka ozujak marec mart maaliskuuta maaliskuu μαρτιος μαρτιου μαρ марта мар березня март marcius",
    "april apr aprile avr avril abril abr aprilie kwietnia kwiecien kwi dubna duben travnja travanj "
      + "aprila nisan nis huhtikuuta huhtikuu aprill απριλιος απριλιου απρ апреля апр квітня април aprilis",
    "may maggio mag mai mayo maio mei maig maja maj kvetna kveten svibnja svibanj mayis toukokuuta "
      + "toukokuu μαιος μαιου μαι мая травня май majus",
    "june jun giugno giu juni juin junio junho iunie iun juny czerwca czerwiec cze cervna cerven lipnja "
      + "lipanj junija junij juna haziran haz kesakuuta kesakuu juuni ιουνιος ιουνιου ιουν июня июн червня "
      + "юни junius",
    "july jul luglio lug juli juillet juil julio julho iulie iul juliol lipca lipiec cervence cervenec "
      + "srpnja srpanj julija julij jula temmuz tem heinakuuta heinakuu juuli ιουλιος ιουλιου ιουλ июля июл "
      + "липня юли julius",
    "august aug agosto ago aout augustus augusti agost sierpnia sierpien sie srpna srpen kolovoza kolovoz "
      + "avgusta avgust augusta agustos agu elokuuta elokuu αυγουστος αυγουστου αυγ августа авг серпня август "
      + "augusztus",
    "september sep sept settembre set septembre septiembre setiembre setembro setembre septembrie "
      + "wrzesnia wrzesien wrz zari rujna rujan septembra septembar eylul eyl syyskuuta syyskuu σεπτεμβριος "
      + "σεπτεμβριου σεπ сентября сен вересня септември szeptember szept",
    "october oct ottobre ott oktober okt octobre octubre outubro out octombrie pazdziernika pazdziernik "
      + "paz rijna rijen oktobra oktobar ekim eki lokakuuta lokakuu oktoober οκτωβριος οκτωβριου οκτ октября "
      + "окт жовтня октомври",
    "november nov novembre noviembre novembro noiembrie listopadu studenoga studeni novembra novembar "
      + "kasim kas marraskuuta marraskuu νοεμβριος νοεμβριου νοε ноября ноя листопада ноември",
    "december dec dicembre dic dezember dez decembre diciembre dezembro decembrie desembre desember des "
      + "grudnia grudzien gru prosince prosinec prosinca prosinac decembra decembar aralik ara joulukuuta "
      + "joulukuu detsember δεκεμβριος δεκεμβριου δεκ декабря дек грудня декември",
  ]

  private static let months: [String: Int] = {
    var table: [String: Int] = [:]
    for (index, names) in monthNames.enumerated() {
      for name in names.split(separator: " ") { table[String(name)] = index + 1 }
    }
    return table
  }()

  /// The month that a folded word names.
  static func month(_ word: String) -> Int? { months[word] }

  /// Minutes east of Greenwich, by the abbreviations that mean one zone only; RFC 822 decides for its own.
  private static let zones: [String: Int] = [
    "ut": 0, "utc": 0, "gmt": 0, "z": 0, "zulu": 0,
    "est": -300, "edt": -240, "et": -300, "cst": -360, "cdt": -300, "ct": -360, "mst": -420, "mdt": -360, "mt": -420,
    "pst": -480, "pdt": -420, "pt": -480, "akst": -540, "akdt": -480, "hst": -600, "at": -240, "adt": -180,
    "nst": -210, "ndt": -150,
    "wet": 0, "west": 60, "cet": 60, "cest": 120, "met": 60, "mest": 120, "mez": 60, "mesz": 120, "eet": 120,
    "eest": 180, "bst": 60, "msk": 180, "msd": 240, "jst": 540, "kst": 540, "hkt": 480, "sgt": 480, "awst": 480,
    "aest": 600, "aedt": 660, "acst": 570, "acdt": 630, "nzst": 720, "nzdt": 780, "brt": -180, "art": -180,
  ]

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

  /// Words that say nothing about the date.
  static let fillers: Set<String> = [
    "de", "del", "di", "le", "il", "den", "der", "am", "um", "uhr", "alle", "ore", "at", "of", "the", "a", "las", "el",
    "on", "st", "nd", "rd", "th", "er", "h", "hrs", "dalle", "lo", "klo", "om", "as", "o", "godz", "kl", "ora", "hod",
    "v", "г",
  ]

  /// A word in lower case without accents, as the tables have it.
  static func folded(_ word: some StringProtocol) -> String {
    var out = ""
    for scalar in word.lowercased().unicodeScalars {
      switch scalar {
      case "à", "á", "â", "ä", "ã", "å", "ă", "ą": out.unicodeScalars.append("a")
      case "è", "é", "ê", "ë", "ě", "ę": out.unicodeScalars.append("e")
      case "ì", "í", "î", "ï", "ı": out.unicodeScalars.append("i")
      case "ò", "ó", "ô", "ö", "ő", "ø": out.unicodeScalars.append("o")
      case "ù", "ú", "û", "ü", "ű", "ů": out.unicodeScalars.append("u")
      case "ç", "ć", "č": out.unicodeScalars.append("c")
      case "š", "ś", "ş", "ș": out.unicodeScalars.append("s")
      case "ž", "ź", "ż": out.unicodeScalars.append("z")
      case "ý": out.unicodeScalars.append("y")
      case "ř": out.unicodeScalars.append("r")
      case "ñ", "ń", "ň": out.unicodeScalars.append("n")
      case "ğ": out.unicodeScalars.append("g")
      case "ł": out.unicodeScalars.append("l")
      case "đ", "ď": out.unicodeScalars.append("d")
      case "ť", "ț", "ţ": out.unicodeScalars.append("t")
      case "ά": out.unicodeScalars.append("α")
      case "έ": out.unicodeScalars.append("ε")
      case "ί", "ϊ", "ΐ": out.unicodeScalars.append("ι")
      case "ό": out.unicodeScalars.append("ο")
      case "ύ": out.unicodeScalars.append("υ")
      default: if !scalar.properties.isDiacritic { out.unicodeScalars.append(scalar) }
      }
    }
    return out
  }
}
