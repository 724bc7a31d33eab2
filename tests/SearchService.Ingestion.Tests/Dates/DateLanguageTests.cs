using System.Globalization;
using SearchService.Core.Articles;
using SearchService.Ingestion.Dates;
using SearchService.TestSupport;

namespace SearchService.Ingestion.Tests.Dates;

/// <summary>Dates written by tables of the test's own are read back to the day they were written from.</summary>
public sealed class DateLanguageTests
{
    private static readonly DateReader Reader = new(new DateOnly(1500, 1, 1), new DateOnly(2100, 12, 31));

    private static readonly Dictionary<string, Calendar> Calendars = new()
    {
        ["en"] = new(
            "January February March April May June July August September October November December",
            "Jan. Feb. Mar. Apr. May Jun. Jul. Aug. Sept. Oct. Nov. Dec.",
            "Monday Tuesday Wednesday Thursday Friday Saturday Sunday",
            "{d} {M} {y}", "{M} {d}, {y}", "{w}, {M} {d}, {y}, 5:05 p.m. ET", "{m} {d}, {y}", "{d}-{m}-{y}", "the {d}th of {M} {y}", "{y} {M} {d}"),
        ["ru"] = new(
            "января февраля марта апреля мая июня июля августа сентября октября ноября декабря",
            "янв. февр. мар. апр. мая июн. июл. авг. сент. окт. нояб. дек.",
            "понедельник вторник среда четверг пятница суббота воскресенье",
            "{d} {M} {y}", "{d} {M} {y} г.", "{d} {M} {y} года в 17:05", "{w}, {d} {m} {y} г.", "{D}.{N}.{y} 17:05 (МСК)", "17:05 {d} {M} {y}"),
        ["ru nominative"] = new(
            "январь февраль март апрель май июнь июль август сентябрь октябрь ноябрь декабрь",
            "ЯНВ ФЕВ МАР АПР МАЙ ИЮН ИЮЛ АВГ СЕН ОКТ НОЯ ДЕК",
            "пн вт ср чт пт сб вс",
            "{d} {M} {y}", "{w}, {d} {m} {y}", "{M} {d}, {y}"),
        ["fr"] = new(
            "janvier février mars avril mai juin juillet août septembre octobre novembre décembre",
            "janv. févr. mars avr. mai juin juil. août sept. oct. nov. déc.",
            "lundi mardi mercredi jeudi vendredi samedi dimanche",
            "{d} {M} {y}", "le {d} {M} {y} à 17h05", "{w} {d} {M} {y}", "{d} {m} {y} 17:05", "Publié le {D}/{N}/{y} à 17 h 05", "{d}er {M} {y}"),
        ["fr short weekdays"] = new(
            "JANVIER FÉVRIER MARS AVRIL MAI JUIN JUILLET AOÛT SEPTEMBRE OCTOBRE NOVEMBRE DÉCEMBRE",
            "janv fevr mars avr mai juin juil aout sept oct nov dec",
            "lun. mar. mer. jeu. ven. sam. dim.",
            "{w} {d} {M} {y}", "{w} {d} {m} {y} à 17h"),
        ["de"] = new(
            "Januar Februar März April Mai Juni Juli August September Oktober November Dezember",
            "Jan. Feb. Mär. Apr. Mai Jun. Jul. Aug. Sep. Okt. Nov. Dez.",
            "Montag Dienstag Mittwoch Donnerstag Freitag Samstag Sonntag",
            "{d}. {M} {y}", "{w}, {d}. {M} {y}", "{w}, den {d}. {M} {y} um 17:05 Uhr", "{d}. {m} {y}, 17.05 Uhr", "{D}.{N}.{y}", "am {d}. {M} {y}"),
        ["es"] = new(
            "enero febrero marzo abril mayo junio julio agosto septiembre octubre noviembre diciembre",
            "ene. feb. mar. abr. may. jun. jul. ago. sept. oct. nov. dic.",
            "lunes martes miércoles jueves viernes sábado domingo",
            "{d} de {M} de {y}", "{w}, {d} de {M} de {y}", "{w} {d} de {M} del {y} a las 17:05 h", "{d} {m} {y} - 17:05", "{d}/{m}/{y}", "{M} {d}, {y}"),
        ["pt"] = new(
            "janeiro fevereiro março abril maio junho julho agosto setembro outubro novembro dezembro",
            "jan fev mar abr mai jun jul ago set out nov dez",
            "seg ter qua qui sex sáb dom",
            "{d} de {M} de {y}", "{w}, {d} {m} {y} 17:05:00 -0300", "{D}.{m}.{y} às 17h05"),
        ["it"] = new(
            "gennaio febbraio marzo aprile maggio giugno luglio agosto settembre ottobre novembre dicembre",
            "gen feb mar apr mag giu lug ago set ott nov dic",
            "lunedì martedì mercoledì giovedì venerdì sabato domenica",
            "{d} {M} {y}", "{w} {d} {M} {y}", "{d} {m} {y} ore 17:05"),
        ["ar Egypt"] = new(
            "يناير فبراير مارس أبريل مايو يونيو يوليو أغسطس سبتمبر أكتوبر نوفمبر ديسمبر",
            "يناير فبراير مارس ابريل مايو يونيه يوليه اغسطس سبتمبر اكتوبر نوفمبر ديسمبر",
            "الاثنين الثلاثاء الأربعاء الخميس الجمعة السبت الأحد",
            "{d} {M} {y}", "{w}، {d} {M} {y}", "{d} {m} {y} - 05:05 م", "يوم {w} {d} {M} {y}م"),
        ["ar Levant"] = new(
            "كانون-الثاني شباط آذار نيسان أيار حزيران تموز آب أيلول تشرين-الأول تشرين-الثاني كانون-الأول",
            "كانون-الثاني/يناير شباط/فبراير آذار/مارس نيسان/أبريل أيار/مايو حزيران/يونيو تموز/يوليو آب/أغسطس أيلول/سبتمبر تشرين-الأول/أكتوبر تشرين-الثاني/نوفمبر كانون-الأول/ديسمبر",
            "الإثنين الثلاثاء الاربعاء الخميس الجمعه السبت الاحد",
            "{d} {M} {y}", "{w} {d} {M} {y}", "{d} {m} {y}"),
        ["ar Maghreb"] = new(
            "جانفي فيفري مارس أفريل ماي جوان جويلية أوت سبتمبر أكتوبر نوفمبر ديسمبر",
            "يناير فبراير مارس أبريل ماي يونيو يوليوز غشت شتنبر أكتوبر نونبر دجنبر",
            "الاثنين الثلاثاء الأربعاء الخميس الجمعة السبت الأحد",
            "{d} {M} {y}", "{w} {d} {m} {y}"),
        ["ja"] = new("1 2 3 4 5 6 7 8 9 10 11 12", "1 2 3 4 5 6 7 8 9 10 11 12", "月 火 水 木 金 土 日", "{y}年{M}月{d}日", "{y}年{N}月{D}日({w})17時05分", "{y}年{M}月{d}日 {w}曜日"),
        ["ko"] = new("1 2 3 4 5 6 7 8 9 10 11 12", "1 2 3 4 5 6 7 8 9 10 11 12", "월 화 수 목 금 토 일", "{y}년 {M}월 {d}일", "{y}년 {M}월 {d}일 {w}요일 오후 5:05"),
        ["numbers"] = new("1 2 3 4 5 6 7 8 9 10 11 12", "1 2 3 4 5 6 7 8 9 10 11 12", "1 2 3 4 5 6 7", "{y}-{N}-{D}", "{y}/{M}/{d}", "{y}{N}{D}", "{D}.{N}.{y}", "{y}-{o}", "{y}-{N}-{D}T17:05:00+09:00"),
    };

    public static TheoryData<string> Languages => [.. Calendars.Keys];

    [Theory]
    [MemberData(nameof(Languages))]
    public void Every_day_of_two_centuries_is_read_back_from_each_form(string language)
    {
        Calendar calendar = Calendars[language];
        int form = 0;

        // No strings: other tests that run beside measure what is allocated.
        char[] buffer = new char[100];
        for (DateOnly day = new(1900, 1, 1); day.Year <= 2100; day = day.AddDays(1))
        {
            ReadOnlySpan<char> text = buffer.AsSpan(0, calendar.Write(day, form++, buffer));
            DateReading reading = Reader.Read(text, DateOrder.DayFirst);
            if (reading.Kind != DateReadingKind.Understood || reading.Date != ArticleDate.OfDay(day))
            {
                Assert.Fail($"{text} of {day:O} was read as {reading}");
            }
        }
    }

    [Theory]
    [InlineData('٠')]
    [InlineData('۰')]
    [InlineData('०')]
    public void Digits_of_other_scripts_are_digits(char zero)
    {
        Random random = Seeds.Random();
        char[] buffer = new char[100];
        for (int i = 0; i < 2_000; i++)
        {
            DateOnly day = new DateOnly(1900, 1, 1).AddDays(random.Next(73_000));
            string text = string.Concat(buffer[..Calendars["ar Egypt"].Write(day, i, buffer)].Select(unit => char.IsAsciiDigit(unit) ? (char)(zero + unit - '0') : unit));
            Assert.True(Reader.Read(text).Date == ArticleDate.OfDay(day), text);
        }
    }

    [Fact]
    public void Titles_of_articles_are_not_read_as_days()
    {
        SharedData.SkipIfAbsent(UsNews.Small);
        string[] read = [.. UsNews.Read().Select(static article => article.Title)
            .Where(static title => Reader.Read(title) is { Kind: DateReadingKind.Understood or DateReadingKind.Ambiguous, Date.Precision: DatePrecision.Day })];
        Assert.Empty(read);
    }

    /// <summary>
    /// Names of months, long and short, and weekdays, where <c>-</c> stands for a space in a name; and forms of <c>d</c> and <c>D</c> (day), <c>M</c>
    /// and <c>m</c> (month's names), <c>N</c> (its number), <c>w</c> (weekday), <c>y</c> (year) and <c>o</c> (day of the year).
    /// </summary>
    private sealed class Calendar(string months, string shortMonths, string weekdays, params string[] forms)
    {
        private readonly string[] _months = months.Split(' ');
        private readonly string[] _shortMonths = shortMonths.Split(' ');
        private readonly string[] _weekdays = weekdays.Split(' ');

        public int Write(DateOnly day, int form, Span<char> text)
        {
            string template = forms[form % forms.Length];
            int length = 0;
            for (int i = 0; i < template.Length; i++)
            {
                if (template[i] != '{')
                {
                    text[length++] = template[i];
                    continue;
                }

                Span<char> rest = text[length..];
                length += template[i + 1] switch
                {
                    'd' => Put(day.Day, 1, rest),
                    'D' => Put(day.Day, 2, rest),
                    'N' => Put(day.Month, 2, rest),
                    'y' => Put(day.Year, 4, rest),
                    'o' => Put(day.DayOfYear, 3, rest),
                    'M' => Put(_months[day.Month - 1], rest),
                    'm' => Put(_shortMonths[day.Month - 1], rest),
                    _ => Put(_weekdays[((int)day.DayOfWeek + 6) % 7], rest),
                };
                i += 2;
            }

            return length;
        }

        private static int Put(int number, int digits, Span<char> to)
        {
            number.TryFormat(to, out int length, digits switch { 1 => "D1", 2 => "D2", 3 => "D3", _ => "D4" }, CultureInfo.InvariantCulture);
            return length;
        }

        private static int Put(string name, Span<char> to)
        {
            name.CopyTo(to);
            to[..name.Length].Replace('-', ' ');
            return name.Length;
        }
    }
}
