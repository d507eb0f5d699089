/// The words that dates in feeds are written with, folded as `folded(_:)` has it.
enum CalendarWords {
  /// The month that a word names.
  static func month(_ word: String) -> Int? { months[word] ?? sharedMonths[word]?.0 }

  /// The other month that a word names in another language.
  static func otherMonth(_ word: String) -> Int? { sharedMonths[word]?.1 }

  // Months of Croatian are those of Polish and Czech a month later, or earlier.
  private static let sharedMonths: [String: (Int, Int)] = [
    "listopada": (11, 10), "listopad": (11, 10), "lis": (11, 10), "srp": (8, 7), "lip": (7, 6),
  ]

  /// The days of the week that a word can name, as bits from Monday, which is 1.
  static func weekday(_ word: String) -> UInt8? { weekdays[word] }

  private static let months: [String: Int] = {
    var table: [String: Int] = [:]
    for (index, names) in monthNames.enumerated() {
      for name in names.split(separator: " ") { table[folded(name)] = index + 1 }
    }
    return table
  }()

  private static let weekdays: [String: UInt8] = {
    var table: [String: UInt8] = [:]
    for (index, names) in weekdayNames.enumerated() {
      for name in names.split(separator: " ") { table[folded(name), default: 0] |= 1 << UInt8(index) }
    }
    return table
  }()

  private static func all(_ words: String) -> Set<String> { Set(words.split(separator: " ").map { folded($0) }) }

  // MARK: words beside the numbers

  /// Words that say nothing about the date.
  static let fillers = all(
    "de del di della do du da dal le il lo la el den der des d l the of on am in im vom om o a à as às e et y und and "
      + "st nd rd th er ère ᵉʳ º ª año anno annee jahr "
      + "г год года р року рік r roku rok god година m metai metų gada gads év eko ko ren a ngày năm "
      + "dne dnia dnu di на от від з от tarihinde τις στις pada tanggal tgl i na u בתאריך ב ה את في يوم من तारीख को "
      + "ที่ วันที่ เมื่อ พ.ศ ค.ศ ad ce"
  )

  /// Words that a time follows.
  static let timeMarks = all(
    "ore alle dalle ora um at a à las às as kl kl. klo klokken klockan om o v ve в о об godz godzina hod saat στις ώρα ὥρα "
      + "orele hora horas heure time zeit uhrzeit tid lúc pukul jam plkst kell val los בשעה שעה الساعة เวลา"
  )

  /// Words behind the number of an hour.
  static let clocks = all(
    "uhr h hrs hr hs hod godz heure heures hora horas ore uur óra órakor час часа часов ч год hodin hodině giờ น clock "
      + "ώρα klo val tundi"
  )

  /// Words behind the number of minutes.
  static let minuteMarks = all("min mins minuti minutes minuten minutos мин m")

  /// What stands before a date where pages say what the date is of.
  static let labels = all(
    "published posted updated modified created issued released date dated dateline pubblicato pubblicata aggiornato "
      + "aggiornata data inserito veröffentlicht aktualisiert erschienen stand erstellt datum publié publiée paru mis mise "
      + "jour actualisé modifié publicado publicada actualizado actualizada fecha publicação atualizado atualizada "
      + "gepubliceerd geplaatst bijgewerkt opublikowano aktualizacja опубликовано обновлено дата julkaistu päivitetty "
      + "publicerad uppdaterad publisert oppdatert udgivet opdateret közzétéve frissítve publikováno aktualizováno "
      + "发布 发布于 发布时间 更新 更新于 更新时间 发表于 日期 公開 公開日 更新日 投稿日 掲載 配信 時間 发布日期 등록 입력 수정 작성일 "
      + "last first edited entered submitted effective yayınlanma güncelleme tarih tarihi"
  )

  // MARK: halves of the day

  /// Which half of the day a word says, and how its hours count.
  enum Half: Sendable {
    case morning, afternoon, evening, noon
  }

  /// The half of the day that a word, or two with a point between them, stands for.
  static func half(_ word: String) -> Half? { halves[word] }

  private static let halves: [String: Half] = {
    var table: [String: Half] = [:]
    for word in all("am a.m 오전 上午 午前 凌晨 早上 早晨 清晨 ص صباحا صباحًا π.μ πμ ق.ظ ö.ö öö sa vorm дп") {
      table[word] = .morning
    }
    for word in all("pm p.m 오후 下午 午後 م مساء مساءً μ.μ μμ ب.ظ ö.s ös ch nachm пп") {
      table[word] = .afternoon
    }
    for word in all("晚上 傍晚") { table[word] = .evening }
    for word in all("noon 中午 正午 정오") { table[word] = .noon }
    return table
  }()

  /// The year before the first one of an era in which a year is counted.
  static func era(_ word: String) -> Int? { eras[word] }

  private static let eras: [String: Int] = [
    "令和": 2018, "平成": 1988, "昭和": 1925, "大正": 1911, "民國": 1911, "民国": 1911, "中華民國": 1911,
  ]

  // MARK: folding

  /// A word in lower case without accents, as the tables have it.
  static func folded(_ word: some StringProtocol) -> String {
    if word.utf8.allSatisfy({ $0 < 0x80 }) { return word.lowercased() }
    var out = ""
    for scalar in word.lowercased().unicodeScalars {
      if let base = bases[scalar] {
        out.unicodeScalars.append(base)
      } else if !scalar.properties.isDiacritic || ("\u{E30}"..."\u{E4F}").contains(scalar) {
        out.unicodeScalars.append(scalar)
      }
    }
    return out
  }

  private static let bases: [Unicode.Scalar: Unicode.Scalar] = {
    var table: [Unicode.Scalar: Unicode.Scalar] = [:]
    for group in [
      "aàáâäãåăąāảạậấầ", "eèéêëěęėēếề", "iìíîïıīįị", "oòóôöőøõōờơộốồớ", "uùúûüűůūųứưủ", "cçćč", "sšśşș", "zžźż", "yý",
      "rřŕ", "nñńňņ", "gğģ", "lłļĺľ", "dđď", "tťțţ", "kķ", "αά", "εέ", "ηή", "ιίϊΐ", "οό", "υύϋΰ", "ωώὥ", "σς", "её",
      "ий",
      "ії", "اأإآ", "يىی", "کك",
    ] {
      let scalars = Array(group.unicodeScalars)
      for scalar in scalars.dropFirst() { table[scalar] = scalars[0] }
    }
    return table
  }()
}
