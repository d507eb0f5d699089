/// Sentences written for these measurements, ten a language, from which texts of any length are made.
enum SeedSentences {
  /// The sentences by language, in a fixed order.
  static let all: [(language: String, sentences: [String])] = european + others

  /// The sentences of one language.
  static func sentences(_ language: String) -> [String] {
    all.first { $0.language == language }?.sentences ?? []
  }

  private static func lines(_ text: String) -> [String] {
    text.split(separator: "\n").map(String.init)
  }

  private static let european: [(language: String, sentences: [String])] = [
    (
      "it",
      lines(
        """
        L'azienda ha aperto a marzo un nuovo stabilimento nei pressi di Brescia.
        Perché il prezzo del rame è salito così in fretta non lo sa ancora nessuno.
        «Abbiamo assunto duecento tecnici», ha detto la direttrice della società.
        Il dott. Bianchi, già consulente della Bassi S.p.A., non è più in città.
        Nel 2023 i ricavi sono cresciuti del 12,4 % e l'utile è rimasto stabile.
        La qualità dell'acciaio dipende dalla temperatura del forno e dalla velocità della colata.
        Più tardi, però, il consiglio deciderà se vendere la metà delle quote.
        Gli operai hanno lasciato l'impianto alle sei, sotto una pioggia leggera.
        Chi compra oggi pagherà di più, poiché la disponibilità è bassa.
        Da lunedì il treno per Torino partirà dal binario quattro.
        """
      )
    ),
    (
      "en",
      lines(
        """
        The company opened a new plant near the river in early March.
        Nobody knows yet why the price of copper rose so quickly last week.
        "We hired two hundred engineers," the managing director said on Monday.
        Dr. Brown, who used to advise Miller & Sons Inc., has left the country.
        Revenue grew by 12.4% in 2023 while profit stayed about the same.
        The quality of steel depends on the heat of the furnace and the speed of casting.
        Later in the day the board will decide whether to sell half of its shares.
        The workers left the building at six o'clock in a light rain.
        Those who buy today will have to pay more because supplies are low.
        The train to the coast leaves from platform four, not from platform two.
        """
      )
    ),
    (
      "fr",
      lines(
        """
        L'entreprise a ouvert une nouvelle usine près de la rivière au début de mars.
        Personne ne sait encore pourquoi le prix du cuivre a monté si vite.
        « Nous avons engagé deux cents ingénieurs », a déclaré la directrice lundi.
        Le chiffre d'affaires a augmenté de 12,4 % l'année dernière, à bénéfice égal.
        La qualité de l'acier dépend de la chaleur du four et de la vitesse de coulée.
        Le conseil décidera plus tard s'il faut vendre la moitié des actions.
        Les ouvriers ont quitté le bâtiment à six heures sous une pluie légère.
        Ceux qui achètent aujourd'hui devront payer davantage, car les stocks sont bas.
        Où est passé le train qui devait arriver à Nîmes avant midi ?
        C'était une journée d'été très calme dans les rues du vieux marché.
        """
      )
    ),
    (
      "de",
      lines(
        """
        Das Unternehmen hat Anfang März ein neues Werk in der Nähe des Flusses eröffnet.
        Niemand weiß bisher, warum der Preis für Kupfer so schnell gestiegen ist.
        „Wir haben zweihundert Ingenieure eingestellt“, sagte die Geschäftsführerin am Montag.
        Der Umsatz wuchs im vergangenen Jahr um 12,4 %, der Gewinn blieb gleich.
        Die Güte des Stahls hängt von der Hitze des Ofens und der Geschwindigkeit des Gusses ab.
        Später wird der Vorstand entscheiden, ob er die Hälfte der Aktien verkauft.
        Die Arbeiter verließen das Gebäude um sechs Uhr bei leichtem Regen.
        Wer heute kauft, muss mehr bezahlen, weil die Vorräte knapp sind.
        Der Zug an die Küste fährt nicht von Gleis zwei, sondern von Gleis vier.
        Über die Straße führt seit dem Frühling eine schmale Brücke aus Holz.
        """
      )
    ),
    (
      "es",
      lines(
        """
        La empresa abrió una fábrica nueva cerca del río a principios de marzo.
        Nadie sabe todavía por qué el precio del cobre subió tan deprisa.
        «Hemos contratado a doscientos ingenieros», dijo la directora el lunes.
        Los ingresos crecieron un 12,4 % el año pasado y el beneficio no cambió.
        La calidad del acero depende del calor del horno y de la velocidad de la colada.
        Más tarde el consejo decidirá si vende la mitad de sus acciones.
        Los obreros salieron del edificio a las seis bajo una lluvia ligera.
        Quien compre hoy tendrá que pagar más porque hay pocas existencias.
        ¿Dónde está el tren que debía llegar a Cádiz antes del mediodía?
        Mañana los niños jugarán otra vez en el jardín de la señora Muñoz.
        """
      )
    ),
    (
      "pt",
      lines(
        """
        A empresa abriu uma nova fábrica perto do rio no início de março.
        Ninguém sabe ainda por que o preço do cobre subiu tão depressa.
        «Contratámos duzentos engenheiros», disse a diretora na segunda-feira.
        As receitas cresceram 12,4 % no ano passado e o lucro não mudou.
        A qualidade do aço depende do calor do forno e da velocidade do vazamento.
        Mais tarde o conselho vai decidir se vende metade das suas ações.
        Os operários saíram do edifício às seis horas, debaixo de chuva fraca.
        Quem comprar hoje terá de pagar mais, porque há poucas existências.
        Onde está o comboio que devia chegar a Évora antes do meio-dia?
        Amanhã as crianças vão brincar outra vez no jardim da avó.
        """
      )
    ),
    (
      "nl",
      lines(
        """
        Het bedrijf opende begin maart een nieuwe fabriek dicht bij de rivier.
        Niemand weet nog waarom de prijs van koper zo snel is gestegen.
        'We hebben tweehonderd ingenieurs aangenomen', zei de directeur maandag.
        De omzet groeide vorig jaar met 12,4 procent en de winst bleef gelijk.
        De kwaliteit van het staal hangt af van de hitte van de oven.
        Later beslist het bestuur of het de helft van de aandelen verkoopt.
        De arbeiders verlieten het gebouw om zes uur in een lichte regen.
        Wie vandaag koopt, moet meer betalen omdat de voorraden laag zijn.
        De trein naar de kust vertrekt van spoor vier en niet van spoor twee.
        Morgen spelen de kinderen weer in de tuin van hun grootmoeder.
        """
      )
    ),
    (
      "sv",
      lines(
        """
        Företaget öppnade en ny fabrik nära floden i början av mars.
        Ingen vet ännu varför priset på koppar har stigit så snabbt.
        ”Vi har anställt tvåhundra ingenjörer”, sade direktören i måndags.
        Omsättningen växte med 12,4 procent förra året och vinsten var oförändrad.
        Stålets kvalitet beror på ugnens hetta och på gjutningens hastighet.
        Senare ska styrelsen besluta om den säljer hälften av sina aktier.
        Arbetarna lämnade byggnaden klockan sex i ett lätt regn.
        Den som köper i dag får betala mer eftersom lagren är små.
        Tåget till kusten går från spår fyra och inte från spår två.
        I morgon leker barnen åter i mormors trädgård bakom kyrkan.
        """
      )
    ),
    (
      "pl",
      lines(
        """
        Spółka otworzyła na początku marca nową fabrykę w pobliżu rzeki.
        Nikt jeszcze nie wie, dlaczego cena miedzi wzrosła tak szybko.
        „Zatrudniliśmy dwustu inżynierów” – powiedziała w poniedziałek dyrektorka.
        Przychody wzrosły w zeszłym roku o 12,4 %, a zysk się nie zmienił.
        Jakość stali zależy od temperatury pieca i prędkości odlewania.
        Później zarząd zdecyduje, czy sprzedać połowę swoich akcji.
        Robotnicy wyszli z budynku o szóstej w lekkim deszczu.
        Kto kupuje dzisiaj, musi zapłacić więcej, bo zapasy są niewielkie.
        Pociąg nad morze odjeżdża z peronu czwartego, a nie z drugiego.
        Jutro dzieci znowu będą się bawić w ogrodzie babci.
        """
      )
    ),
    (
      "cs",
      lines(
        """
        Společnost otevřela začátkem března nový závod poblíž řeky.
        Nikdo zatím neví, proč cena mědi vzrostla tak rychle.
        „Přijali jsme dvě stě inženýrů,“ řekla v pondělí ředitelka.
        Tržby loni vzrostly o 12,4 % a zisk se nezměnil.
        Kvalita oceli závisí na teplotě pece a rychlosti lití.
        Později představenstvo rozhodne, zda prodá polovinu svých akcií.
        Dělníci opustili budovu v šest hodin za slabého deště.
        Kdo nakupuje dnes, musí zaplatit více, protože zásoby jsou malé.
        Vlak k moři odjíždí ze čtvrtého nástupiště, nikoli z druhého.
        Zítra si děti zase budou hrát na babiččině zahradě.
        """
      )
    ),
    (
      "ro",
      lines(
        """
        Compania a deschis la începutul lunii martie o fabrică nouă lângă râu.
        Nimeni nu știe încă de ce prețul cuprului a crescut atât de repede.
        „Am angajat două sute de ingineri”, a spus luni directoarea.
        Veniturile au crescut anul trecut cu 12,4 %, iar profitul nu s-a schimbat.
        Calitatea oțelului depinde de căldura cuptorului și de viteza turnării.
        Mai târziu consiliul va hotărî dacă vinde jumătate din acțiuni.
        Muncitorii au părăsit clădirea la ora șase, pe o ploaie ușoară.
        Cine cumpără astăzi trebuie să plătească mai mult, fiindcă stocurile sunt mici.
        Trenul spre mare pleacă de la linia patru, nu de la linia doi.
        Mâine copiii se vor juca din nou în grădina bunicii.
        """
      )
    ),
    (
      "hu",
      lines(
        """
        A vállalat március elején új gyárat nyitott a folyó közelében.
        Még senki sem tudja, miért emelkedett ilyen gyorsan a réz ára.
        „Kétszáz mérnököt vettünk fel” – mondta hétfőn az igazgató.
        A bevétel tavaly 12,4 százalékkal nőtt, a nyereség nem változott.
        Az acél minősége a kemence hőjétől és az öntés sebességétől függ.
        Később az igazgatóság eldönti, eladja-e a részvények felét.
        A munkások hat órakor, gyenge esőben hagyták el az épületet.
        Aki ma vásárol, többet fizet, mert kevés a készlet.
        A tengerhez menő vonat a negyedik vágányról indul.
        Holnap a gyerekek megint a nagymama kertjében játszanak.
        """
      )
    ),
    (
      "fi",
      lines(
        """
        Yhtiö avasi maaliskuun alussa uuden tehtaan joen lähelle.
        Kukaan ei vielä tiedä, miksi kuparin hinta nousi niin nopeasti.
        ”Palkkasimme kaksisataa insinööriä”, johtaja sanoi maanantaina.
        Liikevaihto kasvoi viime vuonna 12,4 prosenttia ja voitto pysyi ennallaan.
        Teräksen laatu riippuu uunin lämmöstä ja valun nopeudesta.
        Myöhemmin hallitus päättää, myykö se puolet osakkeistaan.
        Työntekijät lähtivät rakennuksesta kello kuusi kevyessä sateessa.
        Joka ostaa tänään, joutuu maksamaan enemmän, koska varastot ovat pienet.
        Juna rannikolle lähtee raiteelta neljä eikä raiteelta kaksi.
        Huomenna lapset leikkivät taas isoäidin puutarhassa.
        """
      )
    ),
    (
      "tr",
      lines(
        """
        Şirket mart ayının başında nehrin yakınında yeni bir fabrika açtı.
        Bakır fiyatının neden bu kadar hızlı yükseldiğini henüz kimse bilmiyor.
        “İki yüz mühendis işe aldık” dedi müdür pazartesi günü.
        Gelirler geçen yıl yüzde 12,4 arttı, kâr ise değişmedi.
        Çeliğin kalitesi fırının ısısına ve döküm hızına bağlıdır.
        Yönetim kurulu hisselerin yarısını satıp satmayacağına daha sonra karar verecek.
        İşçiler saat altıda hafif bir yağmur altında binadan ayrıldı.
        Bugün alanlar daha fazla ödeyecek, çünkü stoklar düşük.
        Sahile giden tren ikinci değil dördüncü perondan kalkıyor.
        Yarın çocuklar yine büyükannelerinin bahçesinde oynayacak.
        """
      )
    ),
    (
      "vi",
      lines(
        """
        Công ty đã mở một nhà máy mới gần con sông vào đầu tháng ba.
        Chưa ai biết vì sao giá đồng lại tăng nhanh đến như vậy.
        “Chúng tôi đã tuyển hai trăm kỹ sư”, bà giám đốc nói hôm thứ hai.
        Doanh thu năm ngoái tăng 12,4 % còn lợi nhuận thì không thay đổi.
        Chất lượng của thép phụ thuộc vào nhiệt độ của lò và tốc độ đúc.
        Lát nữa hội đồng sẽ quyết định có bán một nửa số cổ phần hay không.
        Công nhân rời khỏi tòa nhà lúc sáu giờ dưới cơn mưa nhẹ.
        Ai mua hôm nay sẽ phải trả nhiều hơn vì hàng còn rất ít.
        Chuyến tàu ra bờ biển khởi hành từ đường số bốn.
        Ngày mai bọn trẻ lại chơi trong vườn của bà ngoại.
        """
      )
    ),
  ]

  private static let others: [(language: String, sentences: [String])] = [
    (
      "ru",
      lines(
        """
        В начале марта компания открыла новый завод недалеко от реки.
        Никто пока не знает, почему цена на медь выросла так быстро.
        «Мы наняли двести инженеров», — сказала в понедельник директор.
        Выручка в прошлом году выросла на 12,4 %, а прибыль не изменилась.
        Качество стали зависит от температуры печи и скорости разливки.
        Позднее совет решит, продавать ли половину своих акций.
        Рабочие вышли из здания в шесть часов под мелким дождём.
        Кто покупает сегодня, заплатит больше, потому что запасы невелики.
        Поезд к морю отправляется с четвёртого пути, а не со второго.
        Завтра дети снова будут играть в саду у бабушки.
        """
      )
    ),
    (
      "uk",
      lines(
        """
        На початку березня компанія відкрила новий завод неподалік від річки.
        Ніхто ще не знає, чому ціна на мідь зросла так швидко.
        «Ми найняли двісті інженерів», — сказала в понеділок директорка.
        Торік виторг зріс на 12,4 %, а прибуток не змінився.
        Якість сталі залежить від температури печі та швидкості лиття.
        Пізніше рада вирішить, чи продавати половину своїх акцій.
        Робітники вийшли з будівлі о шостій годині під дрібним дощем.
        Хто купує сьогодні, заплатить більше, бо запаси невеликі.
        Потяг до моря вирушає з четвертої колії, а не з другої.
        Завтра діти знову гратимуться в саду в бабусі.
        """
      )
    ),
    (
      "el",
      lines(
        """
        Η εταιρεία άνοιξε στις αρχές Μαρτίου ένα νέο εργοστάσιο κοντά στο ποτάμι.
        Κανείς δεν ξέρει ακόμη γιατί η τιμή του χαλκού ανέβηκε τόσο γρήγορα.
        «Προσλάβαμε διακόσιους μηχανικούς», είπε τη Δευτέρα η διευθύντρια.
        Τα έσοδα αυξήθηκαν πέρυσι κατά 12,4 % και το κέρδος δεν άλλαξε.
        Η ποιότητα του χάλυβα εξαρτάται από τη θερμότητα του φούρνου.
        Αργότερα το συμβούλιο θα αποφασίσει αν θα πουλήσει τις μισές μετοχές.
        Οι εργάτες βγήκαν από το κτίριο στις έξι με ψιλή βροχή.
        Όποιος αγοράζει σήμερα θα πληρώσει περισσότερα, γιατί τα αποθέματα είναι λίγα.
        Το τρένο για τη θάλασσα φεύγει από την τέταρτη γραμμή.
        Αύριο τα παιδιά θα παίξουν πάλι στον κήπο της γιαγιάς.
        """
      )
    ),
    (
      "ar",
      lines(
        """
        افتتحت الشركة في بداية شهر مارس مصنعا جديدا بالقرب من النهر.
        لا أحد يعرف حتى الآن لماذا ارتفع سعر النحاس بهذه السرعة.
        قالت المديرة يوم الاثنين إن الشركة وظفت مائتي مهندس.
        زادت الإيرادات في العام الماضي ولم تتغير الأرباح.
        تعتمد جودة الصلب على حرارة الفرن وسرعة الصب.
        سيقرر المجلس لاحقا هل يبيع نصف الأسهم أم لا.
        غادر العمال المبنى في الساعة السادسة تحت مطر خفيف.
        من يشتري اليوم سيدفع أكثر لأن المخزون قليل.
        القطار إلى الساحل ينطلق من الرصيف الرابع.
        غدا سيلعب الأطفال مرة أخرى في حديقة جدتهم.
        """
      )
    ),
    (
      "zh",
      lines(
        """
        公司三月初在河边开了一家新工厂。
        还没有人知道为什么铜的价格涨得这么快。
        “我们雇了两百名工程师”，总经理星期一说。
        去年的收入增长了百分之十二，利润没有变化。
        钢的质量取决于炉子的温度和浇铸的速度。
        董事会稍后将决定是否出售一半的股份。
        工人们六点钟在小雨中离开了大楼。
        今天购买的人要付更多的钱，因为存货很少。
        去海边的火车从第四站台出发。
        明天孩子们又会在奶奶的花园里玩。
        """
      )
    ),
    (
      "ja",
      lines(
        """
        会社は三月の初めに川の近くで新しい工場を開いた。
        銅の価格がなぜこんなに早く上がったのか、まだ誰も知らない。
        「エンジニアを二百人採用しました」と社長は月曜日に話した。
        昨年の売上高は十二パーセント増えたが、利益は変わらなかった。
        鉄鋼の品質は炉の温度と鋳造の速さによって決まる。
        取締役会は株式の半分を売るかどうかを後で決める。
        労働者たちは小雨の中、六時に建物を出た。
        在庫が少ないので、今日買う人はもっと払わなければならない。
        海へ行く電車は四番ホームから出発する。
        明日、子どもたちはまたおばあさんの庭で遊ぶ。
        """
      )
    ),
    (
      "ko",
      lines(
        """
        회사는 삼월 초에 강 근처에 새 공장을 열었다.
        구리 가격이 왜 이렇게 빨리 올랐는지 아직 아무도 모른다.
        "우리는 엔지니어 이백 명을 채용했다"고 사장은 월요일에 말했다.
        지난해 매출은 십이 퍼센트 늘었지만 이익은 변하지 않았다.
        강철의 품질은 용광로의 온도와 주조 속도에 달려 있다.
        이사회는 주식의 절반을 팔지를 나중에 결정할 것이다.
        노동자들은 가랑비 속에서 여섯 시에 건물을 나섰다.
        재고가 적기 때문에 오늘 사는 사람은 더 내야 한다.
        바다로 가는 기차는 사 번 승강장에서 출발한다.
        내일 아이들은 다시 할머니의 정원에서 놀 것이다.
        """
      )
    ),
  ]
}
