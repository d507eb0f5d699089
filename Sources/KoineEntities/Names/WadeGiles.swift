/// Chinese syllables as Wade and Giles romanized them, brought to pinyin.
enum WadeGiles {
  /// The pinyin of `words`, each one syllable or several, or `nil` unless all are Chinese and some are not pinyin.
  ///
  /// Newspapers leave the apostrophes out, so `ch`, `k`, `p`, `t` and `ts` mean two sounds each; the plainer is taken.
  static func pinyin(_ words: some Sequence<[UInt8]>) -> [UInt8]? {
    var out: [UInt8] = []
    var isOther = false
    var count = 0
    for word in words {
      let text = String(decoding: word, as: UTF8.self)
      guard text.utf8.count >= 2, text.utf8.count <= 6 else { return nil }
      count += 1
      if let plain = syllables[text] {
        out += Array(plain.utf8)
        isOther = isOther || plain != text
      } else if PinyinSyllables.isPinyin(word, syllables: 1...2) {
        out += word
      } else {
        return nil
      }
    }
    return isOther && (2...4).contains(count) ? out : nil
  }

  // Only what tells: syllables that pinyin does not have, or would read otherwise.
  private static let syllables: [String: String] = {
    var table: [String: String] = [:]
    let pairs =
      "hsi xi|hsia xia|hsiang xiang|hsiao xiao|hsieh xie|hsien xian|hsin xin|hsing xing|hsiu xiu|hsiung xiong|hsu xu|"
      + "hsuan xuan|hsueh xue|hsun xun|chieh jie|chien jian|chih zhi|chin jin|ching jing|chiu jiu|chiung jiong|"
      + "chuan juan|chueh jue|chun jun|chung zhong|chou zhou|chu zhu|chang zhang|chao zhao|chen zhen|cheng zheng|"
      + "tse ze|tseng zeng|tsai cai|tsao cao|tso zuo|tsou zou|tsu zu|tsui cui|tsung zong|tsun cun|tzu zi|szu si|ssu si|"
      + "tung dong|teng deng|tieh tie|tien tian|ting ding|yeh ye|yen yan|yu yu|yuan yuan|yueh yue|yung yong|jen ren|"
      + "jung rong|jui rui|jih ri|ju ru|jo ruo|kuang guang|kuan guan|kuei gui|kung gong|kuo guo|keng geng|ko ge|"
      + "lieh lie|lien lian|lo luo|nien nian|nieh nie|pai bai|pao bao|pei bei|pien bian|pin bin|ping bing|po bo|"
      + "erh er|shih shi|shui shui|tai dai|tao dao|te de|to duo|tuan duan|tui dui|kai gai|kan gan|kao gao|mien mian|"
      + "mieh mie|chia jia|chiang jiang|chiao jiao|chi ji|chai zhai|chan zhan|che zhe|cho zhuo|chui zhui|i yi|"
      + "tsang zang|tsan zan|tsen cen|tang tang|ho he"
    for pair in pairs.split(separator: "|") {
      let halves = pair.split(separator: " ")
      if halves.count == 2 { table[String(halves[0])] = String(halves[1]) }
    }
    return table
  }()
}
