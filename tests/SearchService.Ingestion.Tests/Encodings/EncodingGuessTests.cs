using System.Text;
using SearchService.Ingestion.Encodings;

namespace SearchService.Ingestion.Tests.Encodings;

public sealed class EncodingGuessTests
{
    private const string Russian = "Вчера в порту открылась выставка старых лодок. Её директор сказал, что посетителей было больше, чем ожидали. Завтра вход свободный.";
    private const string Ukrainian = "Учора в порту відкрилася виставка старих човнів. Її директорка сказала, що відвідувачів було більше, ніж очікували. Завтра вхід вільний.";
    private const string Bulgarian = "Вчера в пристанището беше открита изложба на стари лодки. Директорът каза, че посетителите са били повече от очакваното.";
    private const string Greek = "Χθες στο λιμάνι άνοιξε μια έκθεση με παλιές βάρκες. Ο διευθυντής είπε ότι οι επισκέπτες ήταν περισσότεροι από όσους περίμεναν.";
    private const string Hebrew = "אתמול נפתחה בנמל תערוכה של סירות ישנות. המנהל אמר שמספר המבקרים היה גדול מהצפוי, ומחר הכניסה חופשית.";
    private const string Arabic = "افتتح أمس في الميناء معرض للقوارب القديمة. وقال المدير إن عدد الزوار كان أكبر مما كان متوقعا، والدخول غدا مجاني.";
    private const string Thai = "เมื่อวานนี้มีการเปิดนิทรรศการเรือเก่าที่ท่าเรือ ผู้อำนวยการกล่าวว่ามีผู้เข้าชมมากกว่าที่คาดไว้ พรุ่งนี้เข้าชมฟรี";
    private const string French = "Hier, une exposition de bateaux anciens a été inaugurée au port. Le directeur s’est dit étonné : « Ça dépasse nos espérances », où qu’il regarde, là-bas.";
    private const string German = "Gestern wurde am Hafen eine Ausstellung über alte Boote eröffnet. „Es kamen mehr Gäste als erwartet“, erklärte die Direktorin für Häfen und Flüsse.";
    private const string Spanish = "Ayer se inauguró en el puerto una exposición de barcas antiguas. «Vinieron más niños de los que esperábamos», señaló el director, según informó mañana.";
    private const string Swedish = "I går öppnades en utställning om gamla båtar i hamnen. Direktören säger att besökarna var fler än väntat och att barnen får gå in gratis på lördag.";
    private const string Polish = "Wczoraj w porcie została otwarta wystawa starych łodzi. Dyrektorka powiedziała, że zwiedzających było więcej, niż się spodziewano, i że są zachwyceni.";
    private const string Czech = "Včera byla v přístavu otevřena výstava starých lodí. Ředitel řekl, že návštěvníků bylo více, než se čekalo, a že zítra bude vstup zdarma.";
    private const string Hungarian = "Tegnap régi csónakok kiállítása nyílt meg a kikötőben. Az igazgató szerint több látogató érkezett, mint amennyire számítottak, és őszig tart.";
    private const string Turkish = "Dün limanda eski teknelerden oluşan bir sergi açıldı. Müdür, ziyaretçi sayısının beklenenden çok olduğunu ve girişin yarın ücretsiz olacağını söyledi.";
    private const string Lithuanian = "Vakar uoste atidaryta senų valčių paroda. Direktorė sakė, kad lankytojų buvo daugiau, nei tikėtasi, ir kad rytoj įėjimas bus nemokamas; žmonės džiaugėsi.";
    private const string Japanese = "昨日、港で古い船の展覧会が始まりました。館長は「思っていたより多くの人が来てくれた」と話しています。明日の入場は無料です。";
    private const string Chinese = "昨天在港口举行了旧船展览的开幕式。馆长说，参观的人比预想的要多，明天可以免费入场。孩子们对这些船很感兴趣。";
    private const string Traditional = "昨天在港口舉行了舊船展覽的開幕式。館長說，參觀的人比預想的要多，明天可以免費入場。孩子們對這些船很感興趣。";
    private const string Korean = "어제 항구에서 오래된 배들을 모은 전시회가 열렸다. 관장은 예상보다 많은 사람들이 찾아왔다고 말했다. 내일은 무료로 들어갈 수 있다.";

    public static TheoryData<int, string> Texts() => new()
    {
        { 1251, Russian }, { 20866, Russian }, { 28595, Russian }, { 866, Russian }, { 1251, Ukrainian }, { 21866, Ukrainian }, { 1251, Bulgarian },
        { 1253, Greek }, { 28597, Greek }, { 1255, Hebrew }, { 1256, Arabic }, { 28596, Arabic }, { 874, Thai },
        { 1252, French }, { 1252, German }, { 1252, Spanish }, { 1252, Swedish }, { 1250, Polish }, { 1250, Czech }, { 1250, Hungarian }, { 28592, Polish }, { 28592, Czech },
        { 1254, Turkish }, { 1257, Lithuanian },
        { 932, Japanese }, { 51932, Japanese }, { 50220, Japanese }, { 54936, Chinese }, { 950, Traditional }, { 949, Korean },
    };

    [Theory]
    [MemberData(nameof(Texts))]
    public void Text_is_read_as_it_was_written_whatever_its_encoding(int codePage, string text)
    {
        byte[] bytes = EncodingLabels.OfCodePage(codePage).GetBytes(text);
        EncodingGuess guess = Assert.NotNull(EncodingGuess.Of(bytes));
        Assert.Equal(EncodingLabels.OfCodePage(codePage).GetString(bytes), guess.Encoding.GetString(bytes));
    }

    [Theory]
    [MemberData(nameof(Texts))]
    public void A_page_tells_its_encoding_as_its_text_does(int codePage, string text)
    {
        string page = $"<!DOCTYPE html><html><head><title>{text[..20]}</title><style>body {{ margin: 0 }}</style></head><body><div class=\"a\"><p>{text}</p></div></body></html>";
        byte[] bytes = EncodingLabels.OfCodePage(codePage).GetBytes(page);
        Assert.Equal(EncodingLabels.OfCodePage(codePage).GetString(bytes), EncodingGuess.Of(bytes)?.Encoding.GetString(bytes));
    }

    [Theory]
    [MemberData(nameof(Texts))]
    public void Utf8_is_never_taken_for_anything_else(int codePage, string text)
    {
        Assert.True(codePage > 0);
        Assert.Null(EncodingGuess.Of(Encoding.UTF8.GetBytes(text)));
    }

    [Theory]
    [InlineData("Caf\u00E9")]
    [InlineData("nothing but ASCII, of which any encoding may be meant")]
    [InlineData("")]
    public void A_few_letters_tell_nothing(string text) => Assert.Null(EncodingGuess.Of(Encoding.Latin1.GetBytes(text)));

    [Fact]
    public void Utf8_with_a_little_of_something_else_stays_utf8()
    {
        byte[] bytes = [.. Encoding.UTF8.GetBytes(Russian), 0xE9, 0x20, 0xE8, .. Encoding.UTF8.GetBytes(Russian)];
        Assert.True(EncodingGuess.IsMostlyUtf8(bytes));
        Assert.Null(EncodingGuess.Of(bytes));
    }

    [Fact]
    public void Random_bytes_are_no_text_or_at_least_no_failure()
    {
        Random random = SearchService.TestSupport.Seeds.Random();
        byte[] bytes = new byte[4000];
        for (int i = 0; i < 200; i++)
        {
            random.NextBytes(bytes);
            Assert.False(EncodingGuess.Of(bytes.AsSpan(0, random.Next(bytes.Length))) is { Score: > 0.8 });
        }
    }
}
