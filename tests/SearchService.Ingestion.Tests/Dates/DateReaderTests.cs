using SearchService.Core.Articles;
using SearchService.Ingestion.Dates;

namespace SearchService.Ingestion.Tests.Dates;

public class DateReaderTests
{
    private static readonly DateReader Reader = new(new DateOnly(1500, 1, 1), new DateOnly(2024, 6, 17));

    [Theory]
    [InlineData("2022-01-13")]
    [InlineData("2022-1-13")]
    [InlineData(" 2022-01-13 ")]
    [InlineData("2022/01/13")]
    [InlineData("2022.01.13")]
    [InlineData("20220113")]
    [InlineData("20220113T101500Z")]
    [InlineData("20220113101500")]
    [InlineData("202201131015")]
    [InlineData("2022-01-13T10:00:00")]
    [InlineData("2022-01-13T10:00:00Z")]
    [InlineData("2022-01-13T10:00:00.123456+09:00")]
    [InlineData("2022-01-13T23:59:59-0500")]
    [InlineData("2022-01-13 10:00")]
    [InlineData("2022-01-13 10:00:00 UTC")]
    [InlineData("2022-01-13 10:00:00.000000+00")]
    [InlineData("13 January 2022")]
    [InlineData("13 Jan 2022")]
    [InlineData("13-Jan-2022")]
    [InlineData("13-Jan-22")]
    [InlineData("January 13, 2022")]
    [InlineData("Jan. 13, 2022")]
    [InlineData("JANUARY 13 2022")]
    [InlineData("January 13th, 2022")]
    [InlineData("the 13th of January, 2022")]
    [InlineData("2022 January 13")]
    [InlineData("Jan 13, '22")]
    [InlineData("Thursday, January 13, 2022")]
    [InlineData("Thu, 13 Jan 2022 10:00:00 GMT")]
    [InlineData("Thu Jan 13 2022 10:00:00 GMT+0100 (Central European Standard Time)")]
    [InlineData("Thu Jan 13 10:00:00 2022")]
    [InlineData("Thu Jan 13 10:00:00 UTC 2022")]
    [InlineData("January 13, 2022 at 5:30 p.m. ET")]
    [InlineData("Jan. 13, 2022, 5 pm EST")]
    [InlineData("January 13, 2022 - 10:00 AM")]
    [InlineData("10:00, 13 January 2022")]
    [InlineData("10:00 - 13 January 2022")]
    [InlineData("Published: January 13, 2022")]
    [InlineData("Updated on 13 January 2022 | 10:00")]
    [InlineData("13.01.2022")]
    [InlineData("13.1.22")]
    [InlineData("13.01.2022 01:36")]
    [InlineData("13/01/2022")]
    [InlineData("13-01-2022")]
    [InlineData("1/13/22")]
    [InlineData("01/13/2022 10:00:00 AM")]
    [InlineData("2022-W02-4")]
    [InlineData("2022W024")]
    [InlineData("2022-013")]
    [InlineData("2022-013T10:15:00Z")]
    [InlineData("13 января 2022")]
    [InlineData("13 ЯНВАРЯ 2022 г.")]
    [InlineData("13 января 2022 года, 10:30")]
    [InlineData("13 янв. 2022 г. в 10:30 (мск)")]
    [InlineData("13-го января 2022")]
    [InlineData("четверг, 13 января 2022 г. 10:30 МСК")]
    [InlineData("Чт, 13 янв 2022 10:00:00 +0300")]
    [InlineData("Опубликовано: 13.01.2022 в 10 ч 30 мин")]
    [InlineData("10:30, 13 января 2022")]
    [InlineData("13.01.2022 г.")]
    [InlineData("le 13 janvier 2022")]
    [InlineData("Publié le jeudi 13 janvier 2022 à 10h30")]
    [InlineData("jeu. 13 janv. 2022 10 h 30")]
    [InlineData("Mis à jour le 13/01/2022 à 10h")]
    [InlineData("13 JANVIER 2022")]
    [InlineData("13. Januar 2022")]
    [InlineData("Donnerstag, 13. Jänner 2022, 10.30 Uhr")]
    [InlineData("Do, 13. Jan. 2022 um 10:30 Uhr")]
    [InlineData("Stand: 13.01.2022 10 Uhr 30")]
    [InlineData("am 13. Januar 2022")]
    [InlineData("13 de enero de 2022")]
    [InlineData("jueves, 13 de enero del 2022 a las 10:30 h")]
    [InlineData("Actualizado: 13 ene. 2022 - 10:30 a. m.")]
    [InlineData("13/ene/2022")]
    [InlineData("13.jan.2022 às 10h30")]
    [InlineData("Qui, 13 Jan 2022 10:00:00 -0300")]
    [InlineData("giovedì 13 gennaio 2022 alle ore 10:30")]
    [InlineData("13 يناير 2022")]
    [InlineData("الخميس، 13 يناير 2022 - 10:30 ص")]
    [InlineData("١٣ يناير ٢٠٢٢")]
    [InlineData("13 كانون الثاني 2022")]
    [InlineData("13 كانون الثاني/يناير 2022")]
    [InlineData("13 جانفي 2022م")]
    [InlineData("في 13 يَنَايِر 2022 الساعة 10:30 مساءً")]
    [InlineData("٢٠٢٢/١/١٣")]
    [InlineData("۲۰۲۲/۰۱/۱۳")]
    [InlineData("\u200F13/01/2022\u200E")]
    [InlineData("2022年1月13日")]
    [InlineData("2022年01月13日（木）10時30分")]
    [InlineData("2022年1月13日 星期四 上午10:30")]
    [InlineData("2022년 1월 13일 목요일 오전 10:30")]
    [InlineData("Jan 13th, '22")]
    [InlineData("13 Jan 22 1000 GMT")]
    [InlineData("Thu, 13 Jan 22 10:00:00 A")]
    [InlineData("Thu, 13 Jan 2022 10:00:00 Z")]
    [InlineData("Thursday, 13-Jan-22 10:00:00 PST")]
    [InlineData("9:45 am CST, Thursday, January 13, 2022")]
    [InlineData("Thursday 13 January 2022 10:34, UK")]
    [InlineData("January 13, 2022 -- 10:30 GMT (18:30 HKT)")]
    [InlineData("Today, 13 January 2022")]
    [InlineData("1642068000")]
    [InlineData("1642068000.0")]
    [InlineData("1642068000000")]
    [InlineData("1642068000000000")]
    [InlineData("1642068000000000000")]
    public void Every_common_form_of_a_day_is_read(string text)
    {
        DateReading reading = Reader.Read(text);
        Assert.Equal((DateReadingKind.Understood, "2022-01-13"), (reading.Kind, reading.Date.ToString()));
    }

    [Theory]
    [InlineData("January 2022", "2022-01")]
    [InlineData("Jan 2022", "2022-01")]
    [InlineData("2022-01", "2022-01")]
    [InlineData("2022/01", "2022-01")]
    [InlineData("01/2022", "2022-01")]
    [InlineData("2022-01-00", "2022-01")]
    [InlineData("2022", "2022")]
    [InlineData("2022.0", "2022")]
    [InlineData("٢٠٢٢", "2022")]
    [InlineData("2022 г.", "2022")]
    [InlineData("январь 2022 года", "2022-01")]
    [InlineData("كانون الثاني/يناير 2022", "2022-01")]
    [InlineData("2022年1月", "2022-01")]
    [InlineData("2022-W02", "2022-01")]
    [InlineData("2022-W05", "2022")]
    [InlineData("2022-00-00", "2022")]
    public void What_is_not_said_is_not_made_up(string text, string date) => Assert.Equal(date, Reader.Read(text).Date.ToString());

    [Theory]
    [InlineData("January", 1)]
    [InlineData("Febr.", 2)]
    [InlineData("mar", 3)]
    [InlineData("APRIL", 4)]
    [InlineData("May", 5)]
    [InlineData("June", 6)]
    [InlineData("jul.", 7)]
    [InlineData("Aug", 8)]
    [InlineData("Sept.", 9)]
    [InlineData("oct", 10)]
    [InlineData("Nov.", 11)]
    [InlineData("December", 12)]
    public void Every_month_has_its_names(string name, int month) =>
        Assert.Equal(new DateOnly(2021, month, 3), Reader.Read($"3 {name} 2021").Date.First);

    [Theory]
    [InlineData("")]
    [InlineData("1/21")]
    [InlineData("2022-13-45")]
    [InlineData("2022-02-30")]
    [InlineData("31/2/2020")]
    [InlineData("13 January")]
    [InlineData("January")]
    [InlineData("in January 2022 the troops left")]
    [InlineData("13 January 2022 and 14 January 2022")]
    [InlineData("10:00")]
    [InlineData("123")]
    [InlineData("12345")]
    [InlineData("99999999999999999999")]
    [InlineData("0000-00-00")]
    [InlineData("1/2/3/4")]
    [InlineData("2022-01/13/14")]
    [InlineData("2022-W54-1")]
    [InlineData("2022-W02-8")]
    [InlineData("2022-366")]
    [InlineData("23 دی 2022")]
    [InlineData("10 جمادى الآخرة 1443 هـ")]
    [InlineData("mar 13 jeu 14 2022")]
    [InlineData("10 Uhr")]
    [InlineData("5 min read")]
    [InlineData("3 days")]
    [InlineData("le 13 à 10h")]
    [InlineData("-")]
    [InlineData("(((")]
    public void What_is_no_date_is_not_read_as_one(string text) => Assert.Equal(DateReadingKind.NotUnderstood, Reader.Read(text).Kind);

    [Theory]
    [InlineData("0001-11-30")]
    [InlineData("2050-09-30")]
    [InlineData("1499-12-31")]
    [InlineData("2024-06-18")]
    [InlineData("2025")]
    [InlineData("9999-12-31")]
    public void Dates_that_no_article_can_have_are_out_of_range(string text) => Assert.Equal(DateReadingKind.OutOfRange, Reader.Read(text).Kind);

    [Theory]
    [InlineData("1500-01-01")]
    [InlineData("2024-06-17")]
    [InlineData("2024")]
    public void Dates_at_the_bounds_are_in_range(string text) => Assert.Equal(DateReadingKind.Understood, Reader.Read(text).Kind);

    [Fact]
    public void Day_and_month_are_told_apart_where_only_one_order_is_possible()
    {
        Assert.Equal(DateOrder.DayFirst, Reader.Read("23/7/17").Order);
        Assert.Equal(DateOrder.MonthFirst, Reader.Read("7/23/17").Order);
        Assert.Equal(new DateOnly(2017, 7, 23), Reader.Read("23/7/17").Date.First);
        Assert.Equal(new DateOnly(2017, 7, 23), Reader.Read("7/23/17").Date.First);
    }

    [Fact]
    public void A_date_of_two_readings_is_ambiguous_until_the_order_is_known()
    {
        DateReading reading = Reader.Read("4/5/2017");
        Assert.Equal(DateReadingKind.Ambiguous, reading.Kind);
        Assert.Equal(("2017-05-04", "2017-04-05"), (reading.Date.ToString(), reading.Other.ToString()));
        Assert.Equal("2017-05-04", Reader.Read("4/5/2017", DateOrder.DayFirst).Date.ToString());
        Assert.Equal("2017-04-05", Reader.Read("4/5/2017", DateOrder.MonthFirst).Date.ToString());
    }

    [Fact]
    public void A_weekday_tells_day_and_month_apart_where_only_one_reading_falls_on_it()
    {
        Assert.Equal("2017-05-04", Reader.Read("Thursday, 4/5/2017").Date.ToString());
        Assert.Equal((DateReadingKind.Understood, "2017-04-05"), (Reader.Read("Wed 4/5/2017 10:00").Kind, Reader.Read("Wed 4/5/2017 10:00").Date.ToString()));
        Assert.Equal(DateReadingKind.Ambiguous, Reader.Read("Monday, 4/5/2017").Kind);
    }

    [Fact]
    public void The_same_day_and_month_are_not_ambiguous() => Assert.Equal("2017-04-04", Reader.Read("4/4/17").Date.ToString());

    [Fact]
    public void Dots_never_stand_in_month_first_dates() => Assert.Equal("2017-05-04", Reader.Read("4.5.2017").Date.ToString());

    [Fact]
    public void Of_two_readings_the_only_one_in_range_is_meant() =>
        Assert.Equal("2024-06-10", Reader.Read("6/10/2024").Date.ToString());

    [Theory]
    [InlineData("1 May 24", 2024)]
    [InlineData("1 May 25", 1925)]
    [InlineData("1 May 99", 1999)]
    [InlineData("1 May 00", 2000)]
    public void A_year_of_two_digits_is_the_latest_one_not_in_the_future(string text, int year) =>
        Assert.Equal(year, Reader.Read(text).Date.First.Year);

    [Fact]
    public void The_day_is_the_one_printed_whatever_the_zone()
    {
        Assert.Equal("2022-01-13", Reader.Read("2022-01-13T00:30:00+09:00").Date.ToString());
        Assert.Equal("2022-01-13", Reader.Read("2022-01-13T23:30:00-08:00").Date.ToString());
    }

    [Theory]
    [InlineData("yesterday", "2022-01-12")]
    [InlineData("Yesterday at 10:30 pm", "2022-01-12")]
    [InlineData("today", "2022-01-13")]
    [InlineData("2 hours ago", "2022-01-13")]
    [InlineData("30h ago", "2022-01-12")]
    [InlineData("an hour ago", "2022-01-13")]
    [InlineData("Updated 3 days ago at 10:30 am", "2022-01-10")]
    [InlineData("Monday 9:45PM", "2022-01-10")]
    [InlineData("Thursday", "2022-01-13")]
    [InlineData("a week ago", null)]
    [InlineData("1 month ago", "2021")]
    [InlineData("2 years ago", null)]
    [InlineData("вчера в 10:30", "2022-01-12")]
    [InlineData("Позавчера", "2022-01-11")]
    [InlineData("3 дня назад", "2022-01-10")]
    [InlineData("час назад", "2022-01-13")]
    [InlineData("2 года назад", null)]
    [InlineData("hier à 10h30", "2022-01-12")]
    [InlineData("avant-hier", "2022-01-11")]
    [InlineData("aujourd’hui", "2022-01-13")]
    [InlineData("il y a 3 jours", "2022-01-10")]
    [InlineData("Gestern, 10:30 Uhr", "2022-01-12")]
    [InlineData("vor 2 Stunden", "2022-01-13")]
    [InlineData("vor einem Tag", "2022-01-12")]
    [InlineData("ayer", "2022-01-12")]
    [InlineData("hace 3 horas", "2022-01-13")]
    [InlineData("hace un día", "2022-01-12")]
    [InlineData("أمس", "2022-01-12")]
    [InlineData("أول أمس", "2022-01-11")]
    [InlineData("منذ 3 أيام", "2022-01-10")]
    [InlineData("há 3 dias", "2022-01-10")]
    [InlineData("3 giorni fa", "2022-01-10")]
    [InlineData("3日前", "2022-01-10")]
    public void Relative_dates_are_read_against_a_known_day_only(string text, string? date)
    {
        Assert.Equal(new DateReading(DateReadingKind.Relative), Reader.Read(text));
        DateReading reading = Reader.Read(text, published: new DateOnly(2022, 1, 13));
        Assert.Equal(date is null ? DateReadingKind.Relative : DateReadingKind.Understood, reading.Kind);
        Assert.Equal(date, date is null ? null : reading.Date.ToString());
    }

    [Fact]
    public void A_span_of_days_is_the_month_it_lies_in() =>
        Assert.Equal("2022-01", Reader.Read("2 weeks ago", published: new DateOnly(2022, 1, 28)).Date.ToString());

    [Fact]
    public void A_name_that_is_a_month_and_a_weekday_is_a_weekday_beside_a_month()
    {
        Assert.Equal("2022-03-01", Reader.Read("mar. 1 mars 2022").Date.ToString());
        Assert.Equal("2022-03-01", Reader.Read("1 mar 2022").Date.ToString());
        Assert.Equal("2022-02-01", Reader.Read("mar. 1er févr. 2022").Date.ToString());
    }

    [Fact]
    public void Reading_a_date_allocates_nothing()
    {
        string[] texts = ["2022-01-13T10:00:00Z", "13 января 2022 г. в 10:30", "Publié le jeudi 13 janvier 2022 à 10h30", "13 كانون الثاني 2022", "2 hours ago", "no date at all"];
        foreach (string text in texts)
        {
            // Until the runtime has compiled a path for good it boxes what it won't later: one round in many without is enough.
            const int times = 1_000, rounds = 2_000;
            long allocated = long.MaxValue;
            for (int round = 0; round < rounds && allocated >= times; round++)
            {
                long before = GC.GetAllocatedBytesForCurrentThread();
                for (int i = 0; i < times; i++)
                {
                    Reader.Read(text);
                }

                allocated = GC.GetAllocatedBytesForCurrentThread() - before;
            }

            Assert.InRange(allocated, 0, times - 1);
        }
    }

    [Fact]
    public void No_text_of_printable_characters_makes_the_reader_fail()
    {
        Random random = SearchService.TestSupport.Seeds.Random();
        const string alphabet = "0123456789 /-.:,+TZWtz()'JanMay of pm°éянвмая г年月日١٢يناير ago";
        for (int i = 0; i < 50_000; i++)
        {
            string text = string.Concat(Enumerable.Range(0, random.Next(24)).Select(_ => alphabet[random.Next(alphabet.Length)]));
            DateReading reading = Reader.Read(text);
            Assert.True(reading.Kind != DateReadingKind.Understood || reading.Date.First >= new DateOnly(1500, 1, 1));
        }
    }

    [Fact]
    public void Every_day_is_read_back_from_the_forms_it_is_written_in()
    {
        Random random = SearchService.TestSupport.Seeds.Random();
        string[] forms = ["yyyy-MM-dd", "yyyyMMdd", "d MMMM yyyy", "MMM d, yyyy", "dd.MM.yyyy HH:mm", "ddd, dd MMM yyyy HH:mm:ss 'GMT'", "yyyy/M/d", "dddd, MMMM d, yyyy h:mm tt", "yyyy-MM-ddTHH:mm:ss.fffffffK"];
        for (int i = 0; i < 5_000; i++)
        {
            DateTime moment = new DateTime(1900, 1, 1, 0, 0, 0, DateTimeKind.Utc).AddMinutes(random.Next(60 * 24 * 365 * 124));
            string text = moment.ToString(forms[random.Next(forms.Length)]);
            Assert.True(ArticleDate.OfDay(DateOnly.FromDateTime(moment)) == Reader.Read(text).Date, text);
        }
    }
}
