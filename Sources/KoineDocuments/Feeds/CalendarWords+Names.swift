extension CalendarWords {
  // Names by month, as dates have them; those that stand for different months in two languages are elsewhere.
  static let monthNames: [String] = [
    "january jan gennaio gen genn januar jänner jaenner jän janner janvier janv enero ene janeiro januari ianuarie ian "
      + "gener xaneiro stycznia styczeń sty ledna leden siječnja siječanj sij januára januarja január januarie janar ocak oca "
      + "tammikuuta tammikuu tammi ιανουάριος ιανουαρίου ιαν января январь янв січня січень січ януари јануар јануари "
      + "студзеня janvāris janvārī janvāra sausio sausis jaanuar jaan janúar يناير جانفي ינואר בינואר ژانویه जनवरी "
      + "มกราคม ม.ค იანვარი იანვარს հունվար հունվարի yanvar қаңтар urtarrilaren",
    "february feb febbraio febbr februar febr feber fevrier fevr fev fév février févr febrero fevereiro februari "
      + "februarie febrer febreiro lutego luty lut února únor úno veljače veljača velj februára februarja február shkurt "
      + "şubat şub helmikuuta helmikuu helmi φεβρουάριος φεβρουαρίου φεβ фев февр февраля февраль лютого лютий лют "
      + "февруари фебруар февруари лютага februāris februārī februāra vasario vasaris veebruar veebr febrúar pebrero "
      + "فبراير فيفري פברואר בפברואר فوریه फरवरी फ़रवरी กุมภาพันธ์ ก.พ თებერვალი თებერვალს փետրվար փետրվարի fevral ақпан "
      + "otsailaren",
    "march mar marzo marz märz maerz mrz mär mars março marco maart mrt martie març marts marca marzec března březen "
      + "bře ožujka ožujak ožu márciuma március márc marec mart maaliskuuta maaliskuu maalis μάρτιος μαρτίου μάρτ μαρ μάρ "
      + "марта март мар березня березень бер сакавіка martā kovo kovas märts maret machi marso مارس מרץ במרץ מרס במרס "
      + "मार्च มีนาคม มี.ค მარტი მარტს մարտ մարտի наурыз martxoaren",
    "april apr aprile avr avril abril abr aprilie abrila kwietnia kwiecień kwi dubna duben dub travnja travanj apríla "
      + "aprila április ápr apríl prill nisan nis huhtikuuta huhtikuu huhti απρίλιος απριλίου απρ апреля апрель апр квітня "
      + "квітень квіт кві април красавіка aprīlis aprīlī aprīļa balandžio balandis aprill aprili أبريل ابريل إبريل أفريل "
      + "אפריל באפריל آوریل अप्रैल เมษายน เม.ย აპრილი აპრილს ապրիլ ապրիլի aprel сәуір apirilaren",
    "may maggio mag magg mai mayo maio mei maig maja maj května květen kvě svibnja svibanj svi mája máj május máj mayıs "
      + "toukokuuta toukokuu touko μάιος μαΐου μάι μαϊ мая май травня травень трав тра мај траўня maijs maijā maija gegužės "
      + "gegužė maí مايو ماي מאי במאי مه मई พฤษภาคม พ.ค მაისი მაისს մայիս մայիսի мамыр maiatzaren mayıs",
    "june jun giugno giu juni juin junio junho iunie iun juny xuño czerwca czerwiec cze června červen čvn lipnja "
      + "lipanj júna jún junija junij juna június qershor haziran haz kesäkuuta kesäkuu kesä juuni ιούνιος ιουνίου ιούν ιουν "
      + "июня июнь июн червня червень черв чер юни јун јуни чэрвеня jūnijs jūnijā jūnija birželio birželis júní hunyo "
      + "يونيو يونيه جوان יוני ביוני ژوئن जून มิถุนายน มิ.ย ივნისი ივნისს հունիս հունիսի iyun маусым ekainaren",
    "july jul luglio lug juli juillet juil julio julho iulie iul juliol xullo lipca lipiec července červenec čvc "
      + "srpnja srpanj júla júl julija julij jula július korrik temmuz tem heinäkuuta heinäkuu heinä juuli ιούλιος ιουλίου "
      + "ιούλ ιουλ июля июль июл липня липень юли јул јули ліпеня jūlijs jūlijā jūlija liepos liepa júlí julai hulyo "
      + "يوليو يوليه جويلية יולי ביולי ژوئیه जुलाई กรกฎาคม ก.ค ივლისი ივლისს հուլիս հուլիսի iyul шілде uztailaren",
    "august aug agosto ago aout août augustus augusti agost sierpnia sierpień sie srpna srpen kolovoza kolovoz kol "
      + "avgusta avgust avg augusta augusztus gusht ağustos ağu elokuuta elokuu elo αύγουστος αυγούστου αυγ αύγ августа "
      + "август авг серпня серпень серп сер жніўня augusts augustā rugpjūčio rugpjūtis ágúst ágú agustus agt ogos agosti "
      + "أغسطس اغسطس أوت אוגוסט באוגוסט اوت अगस्त สิงหาคม ส.ค აგვისტო აგვისტოს օգոստոս օգոստոսի avqust тамыз abuztuaren",
    "september sep sept settembre sett set septembre septiembre setiembre setembro setembre septembrie "
      + "września wrzesień wrz září zář rujna rujan ruj septembra septembar szeptember szept shtator eylül eyl syyskuuta "
      + "syyskuu syys σεπτέμβριος σεπτεμβρίου σεπτ σεπ сентября сентябрь сен сент вересня вересень вер септември септембар "
      + "верасня septembris septembrī rugsėjo rugsėjis setyembre septemba سبتمبر ספטמבר בספטמבר سپتامبر सितंबर सितम्बर "
      + "กันยายน ก.ย სექტემბერი სექტემბერს սեպտեմբեր սեպտեմբերի sentyabr sentabr қыркүйек irailaren",
    "october oct ottobre ott oktober okt octobre octubre outubro outubro out octombrie października październik "
      + "paź října říjen říj oktobra október októbra oktobar tetor ekim eki lokakuuta lokakuu loka oktoober οκτώβριος "
      + "οκτωβρίου οκτ октября октябрь окт жовтня жовтень жовт жов октомври октобар кастрычніка oktobris oktobrī spalio "
      + "spalis oktubre oktoba أكتوبر اكتوبر אוקטובר באוקטובר اکتبر अक्टूबर अक्तूबर ตุลาคม ต.ค ოქტომბერი ოქტომბერს "
      + "հոկտեմբեր հոկտեմբերի oktyabr oktabr қазан urriaren",
    "november nov novembre noviembre novembro noiembrie noi listopadu studenoga studenog studeni stu novembra novembar "
      + "nëntor kasım kas marraskuuta marraskuu marras νοέμβριος νοεμβρίου νοε νοέ νοεμ ноября ноябрь ноя нояб листопада "
      + "листопад лист лис ноември новембар лістапада novembris novembrī lapkričio lapkritis nóvember nobyembre novemba "
      + "نوفمبر נובמבר בנובמבר نوامبر नवंबर नवम्बर พฤศจิกายน พ.ย ნოემბერი ნოემბერს նոյեմբեր նոյեմբերի noyabr қараша "
      + "azaroaren",
    "december dec dicembre dic dezember dez decembre diciembre dezembro décembre déc decembrie desembre desember des "
      + "decembro grudnia grudzień gru prosince prosinec prosinca prosinac decembra decembar dhjetor aralık ara joulukuuta "
      + "joulukuu joulu detsember dets δεκέμβριος δεκεμβρίου δεκ декабря декабрь дек грудня грудень груд гру декември "
      + "децембар снежня decembris decembrī gruodžio gruodis desembre disember disyembre desemba ديسمبر דצמבר בדצמבר "
      + "دسامبر दिसंबर दिसम्बर ธันวาคม ธ.ค დეკემბერი დეკემბერს դեկտեմբեր դեկտեմբերի dekabr желтоқсан abenduaren",
  ]

  // From Monday; a word may stand in several rows, and then decides less.
  static let weekdayNames: [String] = [
    "monday mon lunedì lun lunedi montag mo mon lundi lunes segunda seg luni dilluns dl luns maandag ma maa poniedziałek "
      + "pon pn pondělí po pondelok ponedjeljak ponedeljek ponedeljak hétfő pazartesi pzt maanantai maanantaina δευτέρα δευ "
      + "понедельник пн понеделник понеділок панядзелак pirmdiena pirmadienis esmaspäev mánudagur mandag måndag mån man "
      + "senin isnin 星期一 周一 週一 礼拜一 月曜日 月曜 月 월요일 월 الاثنين الإثنين שני सोमवार วันจันทร์ จันทร์ จ "
      + "понедељак дүйсенбі",
    "tuesday tue tues martedì mar martedi dienstag di die mardi martes terça terca ter marți marti dimarts martes "
      + "dinsdag wtorek wt úterý út ut utorok utorak torek kedd salı sal tiistai ti tiistaina τρίτη τρι вторник вт вівторок "
      + "аўторак otrdiena antradienis teisipäev þriðjudagur tirsdag tir tisdag tis selasa 星期二 周二 週二 礼拜二 火曜日 火曜 火 화요일 "
      + "화 الثلاثاء שלישי मंगलवार วันอังคาร อังคาร уторак",
    "wednesday wed weds mercoledì mer mercoledi mittwoch mi mit mercredi miércoles mié mie quarta qua miercuri "
      + "dimecres woensdag wo woe środa śr sr středa st streda srijeda sreda szerda sze çarşamba çar keskiviikko ke "
      + "keskiviikkona τετάρτη τετ среда ср сряда середа серада trešdiena trečiadienis kolmapäev miðvikudagur onsdag ons "
      + "rabu 星期三 周三 週三 礼拜三 水曜日 水曜 水 수요일 수 الأربعاء רביעי बुधवार วันพุธ พุธ среда",
    "thursday thu thur thurs giovedì gio giovedi donnerstag do don jeudi jeu jueves jue quinta qui joi dijous xoves "
      + "donderdag czwartek czw čtvrtek čt ct štvrtok št četrtek četvrtak csütörtök cs perşembe per torstai to torstaina "
      + "πέμπτη πέμ πεμ четверг чт четвъртък четвер чацвер ceturtdiena ketvirtadienis neljapäev fimmtudagur torsdag tor tors "
      + "kamis khamis 星期四 周四 週四 礼拜四 木曜日 木曜 木 목요일 목 الخميس חמישי गुरुवार वीरवार วันพฤหัสบดี พฤหัสบดี четвртак",
    "friday fri venerdì ven venerdi freitag fr fre vendredi viernes vie sexta sex vineri divendres venres vrijdag vr "
      + "vri piątek pt pátek pá pa piatok pi petak petek péntek cuma cum perjantai pe perjantaina παρασκευή παρ пятница пт "
      + "петък пятніца п'ятниця piektdiena penktadienis reede föstudagur fredag jumat jumaat 星期五 周五 週五 礼拜五 金曜日 金曜 金 "
      + "금요일 금 الجمعة שישי शुक्रवार วันศุกร์ ศุกร์ петак",
    "saturday sat sabato sab samstag sa sam sonnabend samedi sábado sáb sábado sâmbătă sambata sâm dissabte zaterdag za "
      + "zat sobota sob so sobota subota szombat cumartesi cmt lauantai la lauantaina σάββατο σάβ σαβ суббота сб събота "
      + "субота sestdiena šeštadienis laupäev laugardagur lørdag lør lördag lör sabtu 星期六 周六 週六 礼拜六 土曜日 土曜 土 토요일 "
      + "토 السبت שבת शनिवार วันเสาร์ เสาร์ субота",
    "sunday sun domenica dom sonntag so son dimanche dim domingo duminică dum diumenge zondag zo zon niedziela nd niedz "
      + "nie neděle ne nedeľa nedjelja nedelja ned vasárnap pazar sunnuntai su sunnuntaina κυριακή κυρ воскресенье вс "
      + "вск неделя неділя нд нядзеля svētdiena sekmadienis pühapäev sunnudagur søndag søn söndag sön minggu ahad 星期日 星期天 "
      + "周日 週日 周天 礼拜天 日曜日 日曜 日 일요일 일 الأحد ראשון रविवार วันอาทิตย์ อาทิตย์ недеља",
  ]
}
