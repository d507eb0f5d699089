/// Whether letters are Chinese syllables in pinyin.
enum PinyinSyllables {
  /// Whether `letters` can be cut into so many syllables of pinyin.
  static func isPinyin(_ letters: [UInt8], syllables: ClosedRange<Int> = 2...4) -> Bool {
    canBeCut(letters, syllables, isSyllable)
  }

  /// Whether `letters` can be cut into two to four syllables of any sound that pinyin has, as Japanese ones can.
  static func isSyllabic(_ letters: [UInt8]) -> Bool { canBeCut(letters, 2...4, isSound) }

  @inline(__always)
  private static func canBeCut(
    _ letters: [UInt8],
    _ syllables: ClosedRange<Int>,
    _ isSyllable: (Span<UInt8>) -> Bool
  ) -> Bool {
    guard letters.count >= 2 * syllables.lowerBound, letters.count <= 20 else { return false }
    // ends[i]: a bit for each number of syllables that the first i letters can be cut into.
    var ends = InlineArray<27, UInt8>(repeating: 0)
    ends[0] = 1
    for start in letters.indices where ends[start] != 0 {
      for end in (start + 1)...min(letters.count, start + 6) where isSyllable(letters.span.extracting(start..<end)) {
        ends[end] |= ends[start] << 1
      }
    }
    for count in syllables where ends[letters.count] & (1 << UInt8(count)) != 0 { return true }
    return false
  }

  /// Whether both words are pinyin: it is spelled one way, so what differs is another word.
  static func arePinyin(_ one: Span<UInt8>, _ two: Span<UInt8>) -> Bool {
    isPinyin(one.indices.map { one[$0] }) && isPinyin(two.indices.map { two[$0] })
  }

  private static func isSound(_ letters: Span<UInt8>) -> Bool {
    var at = 0
    let first = letters[0]
    if letters.count > 1, letters[1] == UInt8(ascii: "h"), "zcs".utf8.contains(first) {
      at = 2
    } else if "bpmfdtnlgkhjqxrzcsyw".utf8.contains(first) {
      at = 1
    }
    var packed: UInt64 = 0
    while at < letters.count {
      packed = packed << 8 | UInt64(letters[at])
      at += 1
    }
    return finals.contains(packed)
  }

  private static let finals: Set<UInt64> = {
    let finals =
      "a o e i u ai ei ao ou an en ang eng ong ia ie iao iu ian in iang ing iong ua uo uai ui uan un uang ue er"
    return Set(finals.split(separator: " ").map { $0.utf8.reduce(0) { $0 << 8 | UInt64($1) } })
  }()

  private static func isSyllable(_ letters: Span<UInt8>) -> Bool {
    var packed: UInt64 = 0
    for index in letters.indices { packed = packed << 8 | UInt64(letters[index]) }
    return syllables.contains(packed)
  }

  // Every syllable that the dictionaries have, without tones; packed.
  private static let syllables: Set<UInt64> = {
    let table =
      "a ai an ang ao e ei en eng er o ou ba bai ban bang bao bei ben beng bi bian biao bie bin bing bo bu pa pai pan "
      + "pang pao pei pen peng pi pian piao pie pin ping po pou pu ma mai man mang mao mei men meng mi mian miao mie min "
      + "ming miu mo mou mu fa fan fang fei fen feng fo fou fu da dai dan dang dao de dei deng di dian diao die ding diu "
      + "dong dou du duan dui dun duo ta tai tan tang tao te teng ti tian tiao tie ting tong tou tu tuan tui tun tuo na "
      + "nai nan nang nao ne nei nen neng ni nian niang niao nie nin ning niu nong nou nu nuan nuo nv nue la lai lan lang "
      + "lao le lei leng li lia lian liang liao lie lin ling liu long lou lu luan lun luo lv lue ga gai gan gang gao ge "
      + "gei gen geng gong gou gu gua guai guan guang gui gun guo ka kai kan kang kao ke ken keng kong kou ku kua kuai "
      + "kuan kuang kui kun kuo ha hai han hang hao he hei hen heng hong hou hu hua huai huan huang hui hun huo ji jia "
      + "jian jiang jiao jie jin jing jiong jiu ju juan jue jun qi qia qian qiang qiao qie qin qing qiong qiu qu quan "
      + "que qun xi xia xian xiang xiao xie xin xing xiong xiu xu xuan xue xun zha zhai zhan zhang zhao zhe zhen zheng "
      + "zhi zhong zhou zhu zhua zhuai zhuan zhuang zhui zhun zhuo cha chai chan chang chao che chen cheng chi chong "
      + "chou chu chua chuai chuan chuang chui chun chuo sha shai shan shang shao she shei shen sheng shi shou shu shua "
      + "shuai shuan shuang shui shun shuo ran rang rao re ren reng ri rong rou ru ruan rui run ruo za zai zan zang zao "
      + "ze zei zen zeng zi zong zou zu zuan zui zun zuo ca cai can cang cao ce cen ceng ci cong cou cu cuan cui cun cuo "
      + "sa sai san sang sao se sen seng si song sou su suan sui sun suo ya yan yang yao ye yi yin ying yo yong you yu "
      + "yuan yue yun wa wai wan wang wei wen weng wo wu"
    return Set(table.split(separator: " ").map { $0.utf8.reduce(0) { $0 << 8 | UInt64($1) } })
  }()
}
