/// Greek, Turkish, Finnish, Hungarian, the Baltic languages, Armenian, and languages without capitals.
extension AbbreviationLists {
  static let greek = List(
    leading: """
      αγ αρ.πρωτ αρχ βλ δηλ δρ δρα εκδ ενν επιμ κ κ.κ κα καθ κος κύρ λ.χ λεωφ μτφ οδ π.χ περ πλ πρβλ στρ συντ ταξ
      ταχ.δ τηλ υπ φαξ ό.π
      """,
    trailing: """
      α.β.ε.ε α.ε απρ αυγ δεκ δισ ε.ε ε.π.ε εκ εκατ ευρ η.π.α ιαν ιουλ ιουν κ.ά κ.α κ.λπ κ.ο.κ κ.τ.λ κλπ κτλ μ μ.μ μ.χ
      μαρ μαϊ νοε νοεμ ο.ε οκτ π.μ σεπ τ.μ τ.χλμ φεβ χιλ χλμ
      """,
    numbering: "§ άρθρ αρ αριθ εικ κεφ πίν παρ σ σελ τ τόμ",
    starters: """
      ένα ένας ή αλλά αν από αυτά αυτές αυτή αυτοί αυτό αυτός αύριο για γιατί δεν εγώ εδώ εκεί εμείς επίσης επειδή
      εσείς εσύ η κάθε και κατά μία με μετά μην μια ναι ο οι ποιος που πού πριν προς πώς σήμερα σε στα στη στην στις
      στο στον στους σύμφωνα τα της τι το του τους των τότε τώρα χθες χωρίς ωστόσο όλα όλοι όμως όπως όταν όχι
      """
  )

  static let turkish = List(
    leading: """
      alb apt bkz blv bnb cad dip doç dr ecz ed gen gör haz hz korg krş mah mim müh op ord org prof sk sn sok st tuğg
      tğm uzm vet yak yakl yb yrd yzb çev örn öğr ütğm
      """,
    trailing: """
      a.b.d a.ş av ağu dk eki eyl ltd m.s m.ö maks min nis p.k sa sn t.b.m.m t.c tel v.b v.s vb vd vs şti şub
      """,
    numbering: "böl c fık md no s say sf tablo şek",
    starters: """
      ama ancak artık ayrıca bazı ben bir birçok biz bu bugün bunlar böylece bütün da daha de dün en evet eğer fakat
      gibi göre hangi hayır her hiç ile için kadar kim nasıl ne neden nerede niçin o onlar sen siz sonra tüm ve veya
      ya yarın çok çünkü önce şimdi şu
      """,
    months: "aralık ağustos ekim eylül haziran kasım mart mayıs nisan ocak temmuz şubat",
    isLatin: true
  )

  static let finnish = List(
    leading: """
      ao dipl.ins dos em ent esim ev fil hra ins k kapt kenr ko ks lis luutn maist maj mm n nti nyk os pj po prof puh
      rva s siht syn toht tri vrt yht.maist
      """,
    trailing: """
      e.kr eaa ed ekr j.kr jkr jne kk klo kpl milj min mk mrd oy oyj pnä ry sek snt tal tk tms v vko ym yms
      """,
    numbering: "art kuva luku nro s taul §",
    starters: """
      ei eilen ennen että he heidän huomenna hän hänen ja jo jokainen jos jälkeen kaikki koska kuitenkin kuka kun
      kyllä lisäksi me meidän miksi mikä milloin minä missä miten mitä mukaan mutta myös ne niin nuo nyt nämä se sekä
      sen siellä siis silloin sinä sitten tai te tuo tämä tänään täällä vai vaikka vain vielä
      """,
    months: """
      elokuuta heinäkuuta helmikuuta huhtikuuta joulukuuta kesäkuuta lokakuuta maaliskuuta marraskuuta syyskuuta
      tammikuuta toukokuuta
      """,
    isLatin: true
  )

  static let hungarian = List(
    leading: """
      biz dr fax ford fszla ft gk id ifj ig ill kb krt ld mb megh mérn nr okl pl prof rk szerk szt szül tan tel u vez
      vö ált özv ún
      """,
    trailing: """
      aug bt db dec e ezr febr fő i.e i.sz jan júl jún ker kft kr.e kr.u min mp mrd máj márc nov nyrt okt rt s.t.b stb
      sz szept u zrt ápr
      """,
    numbering: "bek fej köt o old sz § évf",
    starters: """
      a akkor amikor az azok azonban csak de egy előtt ez ezek ezért ha hogy hogyan hol holnap igen is itt ki ma majd
      mert mi mikor minden mindenki mint mit miért most már még nem ott szerint te tegnap tehát ti után vagy valamint
      én és ő ők
      """,
    months: """
      augusztus augusztusban december decemberben február februárban január januárban július júliusban június
      júniusban május májusban március márciusban november novemberben október októberben szeptember szeptemberben
      április áprilisban
      """,
    isLatin: true
  )

  static let estonian = List(
    leading: "ca dots dr hr ins kol mag maj nn nt näit pr prl prof s.o sh st u vt",
    trailing: "a.d as e.m.a ee.kr ekr jms jmt jne kl m.a.j mld mln oü pkr tk",
    numbering: "art joon lk nr p ptk tab §",
    starters: """
      aga ainult ei eile enne et homme iga ja jah juba ka kes kui kuid kuidas kus kõik ma me meie miks millal mina mis
      nad nemad ning nüüd pärast sa seal see sest siin siis sina ta te teie tema täna veel või
      """,
    months: """
      aprill aprillil august augustil detsember detsembril jaanuar jaanuaril juuli juulil juuni juunil mai mail märts
      märtsil november novembril oktoober oktoobril september septembril veebruar veebruaril
      """,
    isLatin: true
  )

  static let lithuanian = List(
    leading: """
      a.k akad al doc dr g gen gim inž kun p plg plk pr prof pvz red sud t.t.t t.y tel vad vert vysk šv žr
      """,
    trailing: """
      a amž ct d eur ir.kt ir.pan ir.t.t kt lt m min mln mlrd mėn pan po.kr pr.kr sek t.t tūkst val
      """,
    numbering: "d lent nr p pav psl sk str t",
    starters: """
      ar arba aš bet dar ir jau jei ji jie jis jos jūs kai kaip kas kiekvienas kodėl kur kuris mes ne nes o po prieš
      rytoj ta tai taip tas tačiau tik todėl tu vakar visi ši šiandien šie šis
      """,
    isLatin: true
  )

  static let latvian = List(
    leading: "akad apm ca doc dr dz g.k inž māc piem plkv prof red sal sk sv t.i t.s tulk ģen",
    trailing: "eur g gs ls m.ē milj min mljrd p.m.ē plkst sek tml tūkst u.c u.tml utt",
    numbering: "att lpp nod nr p sēj tab",
    starters: """
      arī bet es ja jau jo jūs kad kas katrs kur kurš kā kāpēc mēs nē pirms pēc rīt tas tikai tomēr tu tā tāpēc un vai
      vakar visi viņa viņi viņš vēl šis šodien šī
      """,
    months: """
      aprīlis aprīlī augusts augustā decembris decembrī februāris februārī janvāris janvārī jūlijs jūlijā jūnijs
      jūnijā maijs maijā marts martā novembris novembrī oktobris oktobrī septembris septembrī
      """,
    isLatin: true
  )

  static let armenian = List(
    leading: "գեն դոկ պրն պրոֆ տիկ",
    trailing: "դր թ թթ կմ մ մլն մլրդ և.այլն",
    numbering: "գլ էջ կետ հոդ",
    starters: "այդ այն այո այս բայց դու դուք եթե ես երբ ինչ ինչու կամ մենք նա նրանք ոչ ով որ և"
  )

  static let arabic = List(
    leading: "أ أ.د ا.د ت ج د س ش ص.ب ط ع ف ق.س م م.م",
    trailing: "ا.هـ سم ق.م كلم كم هـ",
    numbering: "ج رقم ص ع ف مج",
    starters: """
      أن إلى إن بعد تلك ثم حيث ذلك على عن عند في قال قبل كان كانت كما لا لكن لم ما من هذا هذه هم هو هي وقال وقد
      """
  )

  static let persian = List(
    leading: "آ خ د ص م نک",
    trailing: "ش غیره ق.م ه.ش ه.ق",
    numbering: "ج ش ص صص",
    starters: "آن آنها از اما او اگر این با برای به در شما ما نیز هر همه و ولی پس چون که"
  )

  static let urdu = List(
    leading: "ص مسز",
    trailing: "ق.م وغیرہ",
    numbering: "ج ص",
    starters: "آپ اس ان اور اگر تو جب سے لیکن مگر میں وہ کے ہم یہ"
  )

  static let hebrew = List(
    leading: "א גב ד פ ר ת.ד ת.ז",
    trailing: "וכד וכו נ.ב",
    numbering: "מס ס עמ",
    starters: """
      אבל אולם איך אך אל אלה אם אנחנו אני את אתה אתמול גם הוא היא היום הם הן זאת זה זו כאשר כי כן לא למה מה מחר מי על
      עם של
      """
  )

  static let hindi = List(
    leading: """
      अ.भा आई आर इं ई ए एक्स एच एड एन एफ एम एल एस ओ कि.मी कु कै क्यू जी जे जेड टी डब्ल्यू डा डी डॉ न्या पं पी प्रो बी
      ब्रिगे मि मो यू रु ले वाई वी श्रीमती.श्री सं सी
      """,
    trailing: "ई.पू ई.स कि.मी मी वि.सं से.मी",
    numbering: "क्र नं पृ सं",
    starters: "अगर आप इस उस और के क्या क्यों जब तब तुम तो नहीं पर परंतु भी में मैं यह ये लेकिन वह वे से हम"
  )
}
