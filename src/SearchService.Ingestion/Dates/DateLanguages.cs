namespace SearchService.Ingestion.Dates;

/// <summary>The words of dates, a table a language; another language is another table here.</summary>
/// <remarks>Written without regard to case; letters and their accented forms are one, so that "août", "aout" and "AOÛT" need one entry.</remarks>
internal static class DateLanguages
{
    /// <summary>All tables.</summary>
    public static IReadOnlyList<DateLanguage> All { get; } =
        [English(), Russian(), French(), German(), Spanish(), Portuguese(), Italian(), Arabic(), EastAsian(), Zones()];

    private static DateLanguage English() => new()
    {
        Months =
        [
            "january jan", "february feb febr", "march mar", "april apr", "may", "june jun", "july jul", "august aug",
            "september sept sep", "october oct", "november nov", "december dec",
        ],
        Weekdays =
        [
            "monday mon", "tuesday tue tues", "wednesday wed weds", "thursday thu thur thurs", "friday fri", "saturday sat", "sunday sun",
        ],
        Beside = "st nd rd th of the on at in from date dated published posted updated created modified last first time uk print online release released as",
        AfterTime = "am pm a p m z noon midnight hours hrs h time local eastern central mountain pacific standard daylight moscow",
        Ago = "ago",
        One = "a an one",
        RelativeDays = ["today now just_now", "yesterday"],
        Units = ["second seconds sec secs s", "minute minutes min mins m", "hour hours hr hrs h", "day days d", "week weeks w", "month months mo", "year years yr yrs y"],
    };

    private static DateLanguage Russian() => new()
    {
        Months =
        [
            "января январь январе янв", "февраля февраль феврале февр фев", "марта март марте мар", "апреля апрель апреле апр", "мая май мае",
            "июня июнь июне июн", "июля июль июле июл", "августа август августе авг", "сентября сентябрь сентябре сент сен",
            "октября октябрь октябре окт", "ноября ноябрь ноябре нояб ноя", "декабря декабрь декабре дек",
        ],
        Weekdays =
        [
            "понедельник понедельника пн пнд", "вторник вторника вт втр", "среда среду среды ср срд", "четверг четверга чт чтв",
            "пятница пятницу пятницы пт птн", "суббота субботу субботы сб сбт", "воскресенье воскресенья вс вск",
        ],
        Beside = "в во от на с года год году г гг го е ое й ого дата публикации опубликовано опубликована опубликован обновлено обновлена обновлен"
            + " размещено размещена добавлено создано создана изменено изменена последнее изменение обновление выпуск",
        AfterTime = "мск московское московскому время времени по местное местному утра вечера ночи ч час часа часов мин минут минуты",
        Ago = "назад",
        One = "один одну одна",
        RelativeDays = ["сегодня сейчас только_что", "вчера", "позавчера"],
        Units =
        [
            "секунда секунду секунды секунд сек", "минута минуту минуты минут мин", "час часа часов ч", "день дня дней дн", "неделя неделю недели недель нед",
            "месяц месяца месяцев мес", "год года году лет г",
        ],
    };

    private static DateLanguage French() => new()
    {
        Months =
        [
            "janvier janv jan", "février févr fév fevr fev", "mars", "avril avr", "mai", "juin", "juillet juil juill", "août aou",
            "septembre sept sep", "octobre oct", "novembre nov", "décembre déc",
        ],
        Weekdays = ["lundi lun", "mardi mar", "mercredi mer", "jeudi jeu", "vendredi ven", "samedi sam", "dimanche dim"],
        Beside = "le la l du de d en ce à au aux er re ère ème publié publiée parution paru date mis mise jour modifié modifiée créé actualisé actualisée dernière modification et vers",
        AfterTime = "heures heure h min minutes",
        Ago = "il_y",
        One = "un une",
        RelativeDays = ["aujourd_hui", "hier", "avant_hier"],
        Units = ["seconde secondes", "minute minutes", "heure heures", "jour jours j", "semaine semaines", "mois", "an ans année années"],
    };

    private static DateLanguage German() => new()
    {
        Months =
        [
            "januar jänner jan jän", "februar feber feb febr", "märz mär mrz maerz", "april apr", "mai", "juni jun", "juli jul", "august aug",
            "september sept sep", "oktober okt", "november nov", "dezember dez",
        ],
        Weekdays =
        [
            "montag mo montags", "dienstag di", "mittwoch mi", "donnerstag do", "freitag fr", "samstag sa sonnabend", "sonntag so",
        ],
        Beside = "am den der dem vom von im ab um stand datum veröffentlicht aktualisiert erstellt geändert zuletzt publiziert erschienen gegen",
        AfterTime = "uhr mez mesz min",
        Ago = "vor",
        One = "ein einer einem eine",
        RelativeDays = ["heute gerade_eben", "gestern", "vorgestern"],
        Units = ["sekunde sekunden", "minute minuten", "stunde stunden std uhr", "tag tage tagen", "woche wochen", "monat monate monaten", "jahr jahre jahren"],
    };

    private static DateLanguage Spanish() => new()
    {
        Months =
        [
            "enero ene", "febrero feb", "marzo mar", "abril abr", "mayo may", "junio jun", "julio jul", "agosto ago", "septiembre setiembre sept sep set",
            "octubre oct", "noviembre nov", "diciembre dic",
        ],
        Weekdays = ["lunes lun", "martes mar", "miércoles mié mier", "jueves jue", "viernes vie", "sábado sáb", "domingo dom"],
        Beside = "de del el la las los a en al publicado publicada actualizado actualizada fecha creado modificado última actualización",
        AfterTime = "h hs hrs hora horas",
        Ago = "hace",
        One = "un una",
        RelativeDays = ["hoy", "ayer", "anteayer antier"],
        Units = ["segundo segundos", "minuto minutos", "hora horas", "día días", "semana semanas", "mes meses", "año años"],
    };

    private static DateLanguage Portuguese() => new()
    {
        Months =
        [
            "janeiro jan", "fevereiro fev", "março mar", "abril abr", "maio mai", "junho jun", "julho jul", "agosto ago", "setembro set", "outubro out",
            "novembro nov", "dezembro dez",
        ],
        Weekdays = ["segunda seg segunda_feira", "terça ter terça_feira", "quarta qua quarta_feira", "quinta qui quinta_feira", "sexta sex sexta_feira", "sábado sáb", "domingo dom"],
        Beside = "de do da em no na às as o a feira publicado publicada atualizado atualizada data",
        AfterTime = "h hs hora horas",
        Ago = "há atrás",
        One = "um uma",
        RelativeDays = ["hoje", "ontem", "anteontem"],
        Units = ["segundo segundos", "minuto minutos", "hora horas", "dia dias", "semana semanas", "mês meses", "ano anos"],
    };

    private static DateLanguage Italian() => new()
    {
        Months =
        [
            "gennaio gen", "febbraio feb febbr", "marzo mar", "aprile apr", "maggio mag", "giugno giu", "luglio lug", "agosto ago", "settembre set sett",
            "ottobre ott", "novembre nov", "dicembre dic",
        ],
        Weekdays = ["lunedì lun", "martedì mar", "mercoledì mer", "giovedì gio", "venerdì ven", "sabato sab", "domenica dom"],
        Beside = "il lo del di dell alle ore pubblicato pubblicata aggiornato aggiornata data",
        AfterTime = "ora ore",
        Ago = "fa",
        One = "un uno una",
        RelativeDays = ["oggi", "ieri", "altro_ieri"],
        Units = ["secondo secondi", "minuto minuti", "ora ore", "giorno giorni", "settimana settimane", "mese mesi", "anno anni"],
    };

    // The names of Egypt and the Gulf, of the Levant and Iraq, of Algeria and Tunisia, of Morocco.
    private static DateLanguage Arabic() => new()
    {
        Months =
        [
            "يناير كانون_الثاني كانون_ثاني جانفي", "فبراير شباط فيفري", "مارس آذار", "أبريل إبريل نيسان أفريل", "مايو أيار ماي", "يونيو يونيه حزيران جوان",
            "يوليو يوليه تموز جويلية يوليوز", "أغسطس آب أوت غشت", "سبتمبر أيلول شتنبر", "أكتوبر تشرين_الأول تشرين_أول", "نوفمبر تشرين_الثاني تشرين_ثاني نونبر",
            "ديسمبر كانون_الأول كانون_أول دجنبر",
        ],
        Weekdays =
        [
            "الاثنين الإثنين اثنين", "الثلاثاء ثلاثاء", "الأربعاء أربعاء", "الخميس خميس", "الجمعة جمعة", "السبت سبت", "الأحد أحد",
        ],
        Beside = "في يوم تاريخ بتاريخ النشر نشر نشرت تم آخر تحديث الموافق من شهر عام سنة م ميلادي الساعة ساعة على عند التحديث",
        AfterTime = "ص م صباحا صباحًا مساء مساءً ظهرا ظهرًا بتوقيت غرينتش جرينتش مكة القاهرة بيروت المكرمة",
        Ago = "منذ قبل",
        One = "واحد واحدة",
        RelativeDays = ["اليوم", "أمس الأمس البارحة", "أول_أمس"],
        Units =
        [
            "ثانية ثواني ثوان", "دقيقة دقائق", "ساعة ساعات", "يوم أيام يوما", "أسبوع أسابيع", "شهر أشهر شهور", "سنة سنوات عام أعوام",
        ],
    };

    // Numbers with marks: 2022年1月13日(木) 10時30分, 2022년 1월 13일 목요일. Each character is a word by itself.
    private static DateLanguage EastAsian() => new()
    {
        Months = [],
        Weekdays = ["月 월", "火 화", "水 수", "木 목", "金 금", "土 토", "日 일"],
        Beside = "星 期 周 週 曜 禮 礼 拜 一 二 三 四 五 六 天 요 上 下 午 前 後 后 早 晚 中 於 于 오 전 후 年 月 日 号 號 년 월 일 更 新 公 開 发 布 發 佈 間 间 小 钟 鐘 간",
        AfterTime = "",
        Ago = "前 전",
        RelativeDays = ["今_天 今_日 오_늘", "昨_天 昨_日 어_제"],
        Units = ["秒 초", "分 분", "時 时 点 點 시", "日 号 號 일 天", "周 週 주", "月 월", "年 년"],
    };

    // RFC 822 and RFC 1123 with the zones they name, and those that agencies print.
    private static DateLanguage Zones() => new()
    {
        Months = [],
        Weekdays = [],
        Beside = "",
        AfterTime = "utc gmt ut et est edt ct cst cdt mt mst mdt pt pst pdt hst akst akdt ast adt nst ndt bst ist wet west cet cest eet eest trt msk samt yekt"
            + " omst krat irkt jst kst hkt sgt pht myt wib wita wit ict pkt npt bdt gst irst wat cat eat sast awst acst acdt aest aedt nzst nzdt nzt brt art clt"
            + " b c d e f g i k l n o q r s t u v w x y",
    };
}
