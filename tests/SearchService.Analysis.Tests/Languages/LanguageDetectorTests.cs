using SearchService.Analysis.Languages;
using SearchService.TestSupport;

namespace SearchService.Analysis.Tests.Languages;

public sealed class LanguageDetectorTests
{
    [Theory]
    [InlineData("en", "The mayor said on Tuesday that the bridge would stay closed until the repairs are finished.")]
    [InlineData("fr", "Le maire a déclaré mardi que le pont resterait fermé jusqu'à la fin des travaux.")]
    [InlineData("de", "Der Bürgermeister sagte am Dienstag, die Brücke bleibe bis zum Ende der Arbeiten gesperrt.")]
    [InlineData("es", "El alcalde dijo el martes que el puente seguirá cerrado hasta que terminen las obras.")]
    [InlineData("pt", "O presidente da câmara disse na terça-feira que a ponte vai continuar fechada até ao fim das obras.")]
    [InlineData("gl", "O alcalde dixo o martes que a ponte seguirá pechada ata que rematen as obras.")]
    [InlineData("ca", "L'alcalde va dir dimarts que el pont continuarà tancat fins que s'acabin les obres.")]
    [InlineData("it", "Il sindaco ha detto martedì che il ponte resterà chiuso fino alla fine dei lavori.")]
    [InlineData("ro", "Primarul a declarat marți că podul va rămâne închis până la terminarea lucrărilor.")]
    [InlineData("nl", "De burgemeester zei dinsdag dat de brug gesloten blijft tot de werkzaamheden klaar zijn.")]
    [InlineData("af", "Die burgemeester het Dinsdag gesê dat die brug gesluit sal bly totdat die werk klaar is.")]
    [InlineData("da", "Borgmesteren sagde tirsdag, at broen forbliver lukket, indtil arbejdet er færdigt, og at ingen må køre over den.")]
    [InlineData("no", "Ordføreren sa tirsdag at brua blir stengt til arbeidet er ferdig, og at ingen får kjøre over den.")]
    [InlineData("sv", "Borgmästaren sade på tisdagen att bron förblir stängd tills arbetet är klart.")]
    [InlineData("fi", "Pormestari sanoi tiistaina, että silta pysyy suljettuna, kunnes työt ovat valmiit.")]
    [InlineData("pl", "Burmistrz powiedział we wtorek, że most pozostanie zamknięty do końca remontu.")]
    [InlineData("cs", "Starosta v úterý řekl, že most zůstane uzavřen až do konce oprav, které teprve začaly.")]
    [InlineData("sk", "Starosta v utorok povedal, že most zostane zatvorený až do konca opráv, ktoré ešte len začali.")]
    [InlineData("hu", "A polgármester kedden azt mondta, hogy a híd a munkálatok végéig zárva marad.")]
    [InlineData("tr", "Belediye başkanı salı günü köprünün onarım bitene kadar kapalı kalacağını söyledi.")]
    [InlineData("id", "Wali kota mengatakan pada hari Selasa bahwa jembatan itu akan tetap ditutup sampai perbaikan selesai.")]
    [InlineData("vi", "Thị trưởng nói hôm thứ Ba rằng cây cầu sẽ vẫn đóng cửa cho đến khi sửa chữa xong.")]
    [InlineData("ru", "Мэр сказал во вторник, что мост останется закрытым до конца ремонта.")]
    [InlineData("uk", "Мер сказав у вівторок, що міст залишиться закритим до кінця ремонту.")]
    [InlineData("be", "Мэр сказаў у аўторак, што мост застанецца зачыненым да канца рамонту.")]
    [InlineData("bg", "Кметът каза във вторник, че мостът ще остане затворен до края на ремонта.")]
    [InlineData("sr", "Градоначелник је у уторак рекао да ће мост остати затворен до краја радова.")]
    [InlineData("mk", "Градоначалникот во вторникот рече дека мостот ќе остане затворен до крајот на работите.")]
    [InlineData("kk", "Әкім сейсенбіде көпір жөндеу аяқталғанша жабық болып қалатынын айтты.")]
    [InlineData("ar", "قال رئيس البلدية يوم الثلاثاء إن الجسر سيبقى مغلقا حتى نهاية الأعمال")]
    [InlineData("fa", "شهردار روز سه شنبه گفت که پل تا پایان کار تعمیر بسته خواهد ماند")]
    [InlineData("ur", "میئر نے منگل کو کہا کہ مرمت مکمل ہونے تک پل بند رہے گا")]
    [InlineData("el", "Ο δήμαρχος είπε την Τρίτη ότι η γέφυρα θα μείνει κλειστή.")]
    [InlineData("he", "ראש העיר אמר ביום שלישי שהגשר יישאר סגור.")]
    [InlineData("ja", "市長は火曜日、橋は工事が終わるまで閉鎖されたままだと述べた。")]
    [InlineData("zh", "市长星期二说，大桥在修复工程完成之前将继续关闭。")]
    [InlineData("ko", "시장은 화요일에 다리가 공사가 끝날 때까지 닫혀 있을 것이라고 말했다.")]
    [InlineData("th", "นายกเทศมนตรีกล่าวเมื่อวันอังคารว่าสะพานจะยังคงปิด")]
    [InlineData("hi", "महापौर ने मंगलवार को कहा कि मरम्मत पूरी होने तक पुल बंद रहेगा।")]
    public void A_sentence_is_enough(string language, string text)
    {
        DetectedLanguage detected = LanguageDetector.Detect(text);
        Assert.Equal(language, detected.Code);
        Assert.InRange(detected.Confidence, 0.7, 1);
    }

    [Theory]
    [InlineData("")]
    [InlineData("2022-01-13 14:05 — 3,141.59 %")]
    [InlineData("\ud800 \udfff")]
    [InlineData("🙂🙂🙂")]
    public void A_text_without_letters_is_in_no_language(string text) => Assert.Equal(default, LanguageDetector.Detect(text));

    [Theory]
    [InlineData("NATO")]
    [InlineData("xkcd qwrt zxcv bnmp")]
    [InlineData("Real Madrid - Bayern")]
    public void What_may_be_of_any_language_is_not_sure(string text) => Assert.InRange(LanguageDetector.Detect(text).Confidence, 0, 0.85);

    [Fact]
    public void Case_does_not_matter()
    {
        const string Text = "Le maire a déclaré mardi que le pont resterait fermé";
        Assert.Equal(LanguageDetector.Detect(Text), LanguageDetector.Detect(Text.ToUpperInvariant()));
    }

    [Fact]
    public void A_foreign_banner_does_not_decide()
    {
        string text = "Subscribe to our newsletter and never miss a story from us. " + string.Concat(Enumerable.Repeat("Мэр сказал во вторник, что мост останется закрытым до конца ремонта. ", 60));
        Assert.Equal("ru", LanguageDetector.Detect(text).Code);
    }

    [Fact]
    public void Any_text_is_looked_at_without_allocating()
    {
        Random random = Seeds.Random();
        string[] texts = [.. Enumerable.Range(0, 500).Select(_ => RandomText.Next(random, 4000)), new string('w', 100_000), string.Concat(Enumerable.Repeat("мост ", 20_000))];
        double sum = LanguageDetector.Detect("Once, for the model to be read.").Confidence + LanguageDetector.Detect("Один раз").Confidence;

        // The runtime allocates now and then while it compiles, but not in every round.
        long least = long.MaxValue;
        for (int round = 0; round < 10 && least > 0; round++)
        {
            long before = GC.GetAllocatedBytesForCurrentThread();
            foreach (string text in texts)
            {
                double confidence = LanguageDetector.Detect(text).Confidence;
                sum += confidence is >= 0 and <= 1 ? confidence : double.NaN;
            }

            least = Math.Min(least, GC.GetAllocatedBytesForCurrentThread() - before);
        }

        Assert.Equal(0, least);
        Assert.False(double.IsNaN(sum));
    }
}
