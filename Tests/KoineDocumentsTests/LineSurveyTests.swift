import KoineDocuments
import KoineText
import Testing

@Suite struct LineSurveyTests {
  private static func text(_ number: Int, _ footer: String = "Seguici su tutti i canali del giornale") -> String {
    "Primo capoverso della notizia numero \(number).\n\nSecondo capoverso \(number).\n\nTerzo capoverso \(number).\n\n\(footer)"
  }

  private static func survey(_ numbers: some Sequence<Int>, source: UInt64 = 1) -> LineSurvey {
    var survey = LineSurvey()
    for number in numbers { survey.add(source: source, id: "\(number)", title: "T\(number)", text: text(number)) }
    return survey
  }

  private static func removed(_ frames: LineFrames, _ text: String, source: UInt64 = 1) -> [String] {
    frames.ranges(in: text, title: "", source: source).map {
      String(decoding: Array(text.utf8)[$0.range.indices], as: UTF8.self)
    }
  }

  @Test("finds the lines that stand in a fifth of a source's articles, over any number of files")
  func findsFrames() {
    var all = LineSurvey()
    for number in 0..<2 { all.merge(Self.survey([number])) }
    #expect(Self.removed(LineFrames(all), Self.text(1)) == [])
    all.merge(Self.survey([2]))
    #expect(Self.removed(LineFrames(all), Self.text(1)) == ["Seguici su tutti i canali del giornale"])
    #expect(Self.removed(LineFrames(all), Self.text(9)) == ["Seguici su tutti i canali del giornale"])
    #expect(Self.removed(LineFrames(all), Self.text(1), source: 2) == [])
    for number in 100..<113 {
      all.add(source: 1, id: "\(number)", title: "", text: Self.text(number, "Fine \(number) è qui."))
    }
    #expect(Self.removed(LineFrames(all), Self.text(1)) == [])
  }

  @Test("does not depend on the order of the articles or on how they are spread over files")
  func isTheSame() throws {
    let whole = Self.survey(0..<2000)
    var parts = LineSurvey()
    for start in (0..<20).reversed() {
      let part = Self.survey((start * 100)..<(start * 100 + 100))
      parts.merge(try #require(LineSurvey(bytes: part.bytes)))
    }
    parts.merge(Self.survey(500..<800))
    #expect(parts.bytes == whole.bytes)
    #expect(LineFrames(parts) == LineFrames(whole))
    #expect(whole.bytes.count < 256 * 80)
    #expect(LineSurvey(bytes: [1, 2, 3]) == nil)
    #expect(try #require(LineSurvey(bytes: LineSurvey().bytes)).sources.isEmpty)
  }

  @Test("copies of an article count once, whatever they are called, and an article in two files, too")
  func countsArticles() {
    var survey = LineSurvey()
    for name in ["a", "b", "c", "d"] { survey.add(source: 1, id: name, title: "T", text: Self.text(1)) }
    for version in 0..<4 { survey.add(source: 1, id: "x", title: "X", text: Self.text(2) + "\nora \(version)") }
    survey.add(source: 1, id: "e", title: "E", text: "Uno.\n\nDue.\n\nTre.\n\nUn altro testo lungo abbastanza.")
    #expect(Self.removed(LineFrames(survey), Self.text(1)) == [])
  }

  @Test("place and day, the title, and an article that would vanish are left alone")
  func leavesAlone() {
    let day = "Milano, 12 marzo 2025"
    #expect(EdgeLines("\(day)\n\nUn testo abbastanza lungo.\n\nUn altro testo.", title: "").lines.count == 2)
    for line in [
      "ROMA (Agenzia) - 12 mar. 2025, ore 10:30", "12/03/2025 - Torino", "2025年3月12日 北京 新华社", "Berlin, 3. März 2025",
    ] {
      #expect(EdgeLines("\(line)\n\nx\n\ny", title: "").lines.isEmpty, "\(line)")
    }
    for line in [
      "© 2025 Il Giornale del Porto", "Registrazione del Tribunale di Milano n. 22 del 12/03/1998",
      "You may also like these 5 stories",
    ] {
      #expect(EdgeLines("\(line)\n\nx\n\ny", title: "").lines.count == 1, "\(line)")
    }
    #expect(EdgeLines("Un titolo come tanti\n\nx\n\ny", title: " Un titolo come tanti ").lines.isEmpty)
    var survey = LineSurvey()
    let lines = ["Prima riga della cornice", "Seconda riga della cornice", "Terza riga della cornice"]
    for number in 0..<5 {
      survey.add(
        source: 1,
        id: "\(number)",
        title: "",
        text: (lines + ["Notizia numero \(number) di oggi"]).joined(separator: "\n")
      )
    }
    #expect(Self.removed(LineFrames(survey), lines.joined(separator: "\n")) == [])
    #expect(Self.removed(LineFrames(survey), (lines + ["Una notizia"]).joined(separator: "\n")) == lines)
  }

  @Test("numbers from ten on are rounded down, so that one more article changes nothing")
  func roundsCounts() {
    func count(_ articles: Int) -> Int? {
      LineFrames(Self.survey(0..<articles)).ranges(in: Self.text(0), title: "", source: 1).last?.articles
    }
    #expect([3, 9, 10, 19, 20, 49, 50, 99, 100, 250].map(count) == [3, 9, 10, 10, 20, 20, 50, 50, 100, 200])
    // Of more articles than are kept, those that are say enough.
    #expect(count(3000) == 200)
  }

  @Test("sources are told apart by feed, host, file or folder")
  func tellsSources() {
    func source(_ feed: String?, _ home: String?, _ url: String?, _ file: String, _ isAlone: Bool) -> UInt64 {
      LineSurvey.source(feedURL: feed, homePage: home, url: url, file: file, isAlone: isAlone)
    }
    let site = source(nil, nil, "https://www.giornale.example/1", "a/1.html", true)
    #expect(site == source(nil, nil, "http://giornale.example:80/2?x", "b/2.html", true))
    #expect(site == source(nil, "https://giornale.example/", "https://other.example/2", "c.xml", false))
    #expect(site != source("https://giornale.example/rss", "https://giornale.example/", nil, "c.xml", false))
    #expect(source(nil, nil, nil, "a/1.txt", true) == source(nil, nil, nil, "a/2.txt", true))
    #expect(source(nil, nil, nil, "a/1.txt", true) != source(nil, nil, nil, "b/1.txt", true))
    #expect(source(nil, nil, nil, "a/1.jsonl", false) != source(nil, nil, nil, "a/2.jsonl", false))
  }
}
