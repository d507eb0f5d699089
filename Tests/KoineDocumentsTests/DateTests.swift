import TestTables
import Testing

@testable import KoineDocuments

@Suite struct DateTests {
  @Test(arguments: Table("documents/dates.tsv").rows)
  func readsDatesOrNothing(row: Table.Row) {
    #expect(FeedDate(row["text"])?.rfc3339 ?? "" == row["utc"])
  }

  // MARK: what is written is read

  /// Months and days of a language as its feeds have them, and how it writes a date with both.
  struct Language: Sendable, CustomStringConvertible {
    var description: String
    var months: [String]
    var days: [String]
    /// A date in this language, with `W`, `D`, `M`, `Y` and `T` for its parts.
    var forms: [String]

    init(_ name: String, _ months: String, _ days: String, _ forms: [String]) {
      description = name
      self.months = months.split(separator: " ").map(String.init)
      self.days = days.split(separator: " ").map(String.init)
      self.forms = forms
    }
  }

  static let languages = [
    Language(
      "English",
      "January February March April May June July August September October November December",
      "Monday Tuesday Wednesday Thursday Friday Saturday Sunday",
      ["W, M D, Y T", "D M Y T", "M D, Y at T", "T, D M Y"]
    ),
    Language(
      "short English",
      "Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec",
      "Mon Tue Wed Thu Fri Sat Sun",
      ["W, D M Y T GMT", "W M D T Y", "D-M-Y T"]
    ),
    Language(
      "Italian",
      "gennaio febbraio marzo aprile maggio giugno luglio agosto settembre ottobre novembre dicembre",
      "lunedì martedì mercoledì giovedì venerdì sabato domenica",
      ["W D M Y, ore T", "D M Y - T", "Pubblicato il D M Y alle T"]
    ),
    Language(
      "short Italian",
      "gen feb mar apr mag giu lug ago set ott nov dic",
      "lun mar mer gio ven sab dom",
      ["W, D M Y T +0000"]
    ),
    Language(
      "German",
      "Januar Februar März April Mai Juni Juli August September Oktober November Dezember",
      "Montag Dienstag Mittwoch Donnerstag Freitag Samstag Sonntag",
      ["W, D. M Y, T Uhr", "W, den D. M Y um T Uhr", "D. M Y T"]
    ),
    Language(
      "French",
      "janvier février mars avril mai juin juillet août septembre octobre novembre décembre",
      "lundi mardi mercredi jeudi vendredi samedi dimanche",
      ["W D M Y à T", "Publié le D M Y à T"]
    ),
    Language(
      "Spanish",
      "enero febrero marzo abril mayo junio julio agosto septiembre octubre noviembre diciembre",
      "lunes martes miércoles jueves viernes sábado domingo",
      ["W, D de M de Y, T", "D de M de Y a las T h", "W D M, Y T"]
    ),
    Language(
      "Portuguese",
      "janeiro fevereiro março abril maio junho julho agosto setembro outubro novembro dezembro",
      "segunda-feira terça-feira quarta-feira quinta-feira sexta-feira sábado domingo",
      ["W, D de M de Y às T"]
    ),
    Language(
      "Dutch",
      "januari februari maart april mei juni juli augustus september oktober november december",
      "maandag dinsdag woensdag donderdag vrijdag zaterdag zondag",
      ["W D M Y om T uur", "D M Y T"]
    ),
    Language(
      "Polish",
      "stycznia lutego marca kwietnia maja czerwca lipca sierpnia września października grudnia grudnia",
      "poniedziałek wtorek środa czwartek piątek sobota niedziela",
      ["W, D M Y r., godz. T", "D M Y T"]
    ),
    Language(
      "Russian",
      "января февраля марта апреля мая июня июля августа сентября октября ноября декабря",
      "понедельник вторник среда четверг пятница суббота воскресенье",
      ["W, D M Y г. T", "D M Y года в T"]
    ),
    Language(
      "Swedish",
      "januari februari mars april maj juni juli augusti september oktober november december",
      "måndag tisdag onsdag torsdag fredag lördag söndag",
      ["W D M Y kl. T"]
    ),
    Language(
      "Turkish",
      "Ocak Şubat Mart Nisan Mayıs Haziran Temmuz Ağustos Eylül Ekim Kasım Aralık",
      "Pazartesi Salı Çarşamba Perşembe Cuma Cumartesi Pazar",
      ["D M Y W T", "D M Y saat T"]
    ),
    Language(
      "Hungarian",
      "január február március április május június július augusztus szeptember október november december",
      "hétfő kedd szerda csütörtök péntek szombat vasárnap",
      ["Y. M D., W T", "Y. M D. T"]
    ),
    Language(
      "Chinese",
      "1月 2月 3月 4月 5月 6月 7月 8月 9月 10月 11月 12月",
      "星期一 星期二 星期三 星期四 星期五 星期六 星期日",
      ["Y年MD日 W T", "Y年MD日 T"]
    ),
    Language(
      "Japanese",
      "1月 2月 3月 4月 5月 6月 7月 8月 9月 10月 11月 12月",
      "月 火 水 木 金 土 日",
      ["Y年MD日(W) T", "Y年MD日（W）T"]
    ),
    Language("numbers", "01 02 03 04 05 06 07 08 09 10 11 12", "- - - - - - -", ["Y-M-D T", "Y/M/D T", "D.M.Y T"]),
  ]

  @Test(arguments: languages)
  func readsBackEveryDayOfEveryLanguage(language: Language) {
    var random = Numbers(seed: 25)
    for _ in 0..<300 {
      let date = FeedDate(
        year: random.below(60) + 1990,
        month: random.below(12) + 1,
        day: random.below(28) + 1
      )
      // The table has a month of another name there.
      if language.description == "Polish", date.month == 11 { continue }
      let (hour, minute) = (random.below(24), random.below(60))
      var expected = date
      (expected.hour, expected.minute) = (hour, minute)
      for form in language.forms {
        let time = (hour < 10 ? "0" : "") + "\(hour):" + (minute < 10 ? "0" : "") + "\(minute)"
        var text = ""
        for character in form {
          // A letter of the form is a part only where no word goes on.
          switch character {
          case "W": text += language.days[date.weekday]
          case "D": text += "\(date.day)"
          case "M": text += language.months[date.month - 1]
          case "Y": text += "\(date.year)"
          case "T": text += time
          default: text.append(character)
          }
        }
        text = text.replacing("G\(language.months[date.month - 1])\(time)", with: "GMT")
        #expect(FeedDate(text)?.rfc3339 == expected.rfc3339, "\(text)")
      }
    }
  }

  // MARK: what is not written is not read

  @Test(arguments: [1, 2, 3, 4, 5, 6, 7, 8])
  func makesNoDateOfRandomText(seed: UInt64) {
    let pieces = [
      "Mon", "mar", "mar.", "March", "3", "03", "25", "31", "12", "2025", "1999", "09:30", "9.30", "9h", "T", "Z",
      "+01:00",
      "-0500", "(CET)", "am", "PM", "年", "月", "日", "3月", "令和", "GMT", "EST", "W10", "062", "ore", "de", "um", "Uhr",
      "'",
      "20250303", "st", "<b>", "&nbsp;", "\u{661}", "２", "三", "十", "-", "/", ".", ":", ",", " ", " ", " ", "\u{200F}",
      "\u{301}",
      "foo", "lis", "thứ", "hai", "tháng", "¼", "99999999999999999999", "พ.ค.", "2568",
    ]
    var random = Numbers(seed: seed)
    var found = 0
    for _ in 0..<4_000 {
      let text = (0...random.below(9)).map { _ in pieces[random.below(pieces.count)] }.joined()
      guard let date = FeedDate(text) else { continue }
      found += 1
      #expect(date.isPossible)
      // Years and days are written in the text, but for other calendars and counts of days.
      guard !["令", "W", "062", "三", "十", "พ", "\u{661}", "２"].contains(where: { text.contains($0) }) else {
        continue
      }
      let isCounted = text.allSatisfy { $0.isNumber }
      #expect(isCounted || text.contains(String(date.year)) || text.contains(String(date.year).suffix(2)), "\(text)")
      #expect(isCounted || date.day == 1 || text.contains("\(date.day)"), "\(text)")
    }
    #expect(found > 0)
  }

  @Test func knowsNoNameForTwoMonths() {
    var months: [String: Int] = [:]
    for (index, names) in CalendarWords.monthNames.enumerated() {
      for name in names.split(separator: " ").map({ CalendarWords.folded($0) }) {
        #expect(months[name] == nil || months[name] == index, "\(name)")
        #expect(CalendarWords.otherMonth(name) == nil, "\(name)")
        months[name] = index
      }
    }
  }

  // MARK: what the feed decides

  @Test func takesTheOrderFromOtherDatesOfTheFeed() throws {
    func dates(_ texts: [String]) throws -> [String?] {
      let items = texts.map { "<item><guid>\($0)</guid><title>t</title><pubDate>\($0)</pubDate></item>" }.joined()
      let rss = "<rss version=\"2.0\"><channel><title>t</title>\(items)</channel></rss>"
      return try DocumentReader().read(Array(rss.utf8), name: "a.xml").items.map {
        $0.datePublished.map { String($0.prefix(10)) }
      }
    }
    #expect(try dates(["03/04/2025", "25/03/2025"]) == ["2025-04-03", "2025-03-25"])
    #expect(try dates(["03/04/2025", "03/25/2025"]) == ["2025-03-04", "2025-03-25"])
    #expect(try dates(["03/04/2025", "giovedì 03/04/2025"]) == ["2025-04-03", "2025-04-03"])
    #expect(try dates(["03/04/05", "99/12/31"]) == ["2003-04-05", "1999-12-31"])
    #expect(try dates(["03/04/2025", "25/03/2025", "03/25/2025"]) == [nil, "2025-03-25", "2025-03-25"])
    #expect(try dates(["03/04/2025", "3 March 2025"]) == [nil, "2025-03-03"])
  }
}

/// Numbers that a seed decides.
private struct Numbers {
  private var state: UInt64

  init(seed: UInt64) { state = seed &* 0x9E37_79B9_7F4A_7C15 }

  mutating func below(_ bound: Int) -> Int {
    state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
    return Int(state >> 33) % bound
  }
}
