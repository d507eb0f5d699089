/// Chinese words in which a character is not read as it mostly is, and ICU's transform does not know it.
///
/// The readings are those of the dictionary Xiandai Hanyu Cidian, a syllable a character.
enum Heteronyms {
  /// The most characters that a word of the list has.
  static let longest = 3

  /// Returns the syllables of a word, or `nil` if it is not in the list.
  static func syllables(_ word: ArraySlice<Unicode.Scalar>) -> [String]? { table[Array(word)] }

  private static let table: [[Unicode.Scalar]: [String]] = {
    var table: [[Unicode.Scalar]: [String]] = [:]
    for line in list.split(separator: "\n") {
      let fields = line.split(separator: " ")
      let syllables = fields.last?.split(separator: "-").map(String.init) ?? []
      for word in fields.dropLast() { table[Array(word.unicodeScalars)] = syllables }
    }
    return table
  }()

  // Simplified, traditional where it differs, syllables.
  private static let list = """
    银行 銀行 yín-háng
    央行 yāng-háng
    投行 tóu-háng
    商行 shāng-háng
    分行 fēn-háng
    支行 zhī-háng
    总行 總行 zǒng-háng
    行业 行業 háng-yè
    行情 háng-qíng
    同行 tóng-háng
    长江 長江 cháng-jiāng
    长城 長城 cháng-chéng
    长沙 長沙 cháng-shā
    长春 長春 cháng-chūn
    长安 長安 cháng-ān
    长虹 長虹 cháng-hóng
    长鑫 長鑫 cháng-xīn
    长电 長電 cháng-diàn
    长期 長期 cháng-qī
    长远 長遠 cháng-yuǎn
    长度 長度 cháng-dù
    长三角 長三角 cháng-sān-jiǎo
    延长 延長 yán-cháng
    特长 特長 tè-cháng
    会计 會計 kuài-jì
    音乐 音樂 yīn-yuè
    乐器 樂器 yuè-qì
    乐队 樂隊 yuè-duì
    重新 chóng-xīn
    重组 重組 chóng-zǔ
    重建 chóng-jiàn
    重复 重複 chóng-fù
    重启 重啟 chóng-qǐ
    首都 shǒu-dū
    成都 chéng-dū
    都市 dū-shì
    京都 jīng-dū
    厦门 廈門 xià-mén
    六安 lù-ān
    西藏 xī-zàng
    蚌埠 bèng-bù
    台州 tāi-zhōu
    番禺 pān-yú
    铅山 鉛山 yán-shān
    调整 調整 tiáo-zhěng
    调节 調節 tiáo-jié
    协调 協調 xié-tiáo
    空调 空調 kōng-tiáo
    朝鲜 朝鮮 cháo-xiǎn
    给予 給予 jǐ-yǔ
    供给 供給 gōng-jǐ
    补给 補給 bǔ-jǐ
    率领 率領 shuài-lǐng
    率先 shuài-xiān
    处理 處理 chǔ-lǐ
    处于 處於 chǔ-yú
    处罚 處罰 chǔ-fá
    差异 差異 chā-yì
    差距 chā-jù
    差别 差別 chā-bié
    误差 誤差 wù-chā
    出差 chū-chāi
    应用 應用 yìng-yòng
    应对 應對 yìng-duì
    应急 應急 yìng-jí
    反应 反應 fǎn-yìng
    供应 供應 gōng-yìng
    响应 響應 xiǎng-yìng
    适应 適應 shì-yìng
    效应 效應 xiào-yìng
    相机 相機 xiàng-jī
    照相 zhào-xiàng
    首相 shǒu-xiàng
    新兴 新興 xīn-xīng
    兴起 興起 xīng-qǐ
    兴建 興建 xīng-jiàn
    中兴 中興 zhōng-xīng
    振兴 振興 zhèn-xīng
    角色 jué-sè
    量子 liàng-zǐ
    电子 電子 diàn-zǐ
    原子 yuán-zǐ
    离子 離子 lí-zǐ
    分子 fēn-zǐ
    测量 測量 cè-liáng
    种植 種植 zhòng-zhí
    创伤 創傷 chuāng-shāng
    参与 參與 cān-yù
    模样 模樣 mú-yàng
    模具 mú-jù
    称职 稱職 chèn-zhí
    头发 頭髮 tóu-fà
    归还 歸還 guī-huán
    偿还 償還 cháng-huán
    睡觉 睡覺 shuì-jiào
    投降 tóu-xiáng
    间接 間接 jiàn-jiē
    间隔 間隔 jiàn-gé
    间谍 間諜 jiàn-dié
    地方 dì-fāng
    地区 地區 dì-qū
    地铁 地鐵 dì-tiě
    地球 dì-qiú
    土地 tǔ-dì
    基地 jī-dì
    目的 mù-dì
    了解 liǎo-jiě
    弹性 彈性 tán-xìng
    弹簧 彈簧 tán-huáng
    记载 記載 jì-zǎi
    切割 qiē-gē
    切片 qiē-piàn
    晶圆 晶圓 jīng-yuán
    倒闭 倒閉 dǎo-bì
    正月 zhēng-yuè
    强迫 強迫 qiǎng-pò
    勉强 勉強 miǎn-qiǎng
    数据 數據 shù-jù
    屏蔽 píng-bì
    奔驰 奔馳 bēn-chí
    单于 單于 chán-yú
    """
}
