namespace SearchService.Ingestion.Encodings;

/// <summary>The letters by which single-byte encodings are told apart: for each language those outside ASCII, the most frequent first.</summary>
internal static class Alphabets
{
    private static readonly string[] Western =
    [
        "éèàêçâîôûïœùëüæ", "üäöß", "óíáéñúü", "ãçáéíóõêâúàô", "èàòùìé", "äåöé", "øåæéö", "íáðóéúöþæý", "éëïèöüó", "àóéèíòçïúü",
    ];

    private static readonly string[] Central =
    [
        "łęążśćóńź", "íáěéýřžčšůúťďňó", "áéöóőíüúű", "áíýéčžšľúťôňďäó", "ăîâşţ", "šžčćđ", "üäöß",
    ];

    private static readonly string[] Turkish = ["ışüğçöâî"];

    private static readonly string[] Baltic = ["ėšžųąįūčę", "āīēšķņļūžģč", "äõüöšž"];

    private static readonly string[] Cyrillic =
    [
        "оеаинтсрвлкмдпуяыьгзбчйхжшюцщэфъё", "оанивтерсілкудмпязьбгйчхцїжюєфщшґ", "аоиентрсвлкдпмзбгуяъчщцжшйхюфь", "аоиенсјрткудлвмпгзбчшцжћњљхђфџ",
    ];

    private static readonly string[] Greek = ["αοιετσνηυρπκμλςωίάόέθγήδχύβφώξζψϊ"];

    private static readonly string[] Hebrew = ["יוהלארתבמשנעםדקחפכטגצןזסךףץ"];

    private static readonly string[] Arabic = ["اليمنورتبةعدسفهكقأحجشطىخصإذضثزغئءظؤآ", "اینردهوتمبسشکلگزفقعخپجچحصذطضغژظثآ"];

    private static readonly string[] Thai = ["านรอกเงมยลวดทตสะ่ัี้ิปหบคไแจพขชใุู็ืโถผซศธณภำ์ฐญฏฆฉฎฟฝฬฮ"];

    /// <summary>Code pages that are considered, and what is written in each; the likeliest first, which wins where all else is equal.</summary>
    public static (int CodePage, string[] Languages)[] CodePages { get; } =
    [
        (1252, Western), (1251, Cyrillic), (1250, Central), (1254, Turkish), (1253, Greek), (1256, Arabic), (1255, Hebrew), (874, Thai),
        (20866, Cyrillic), (28592, Central), (1257, Baltic), (21866, Cyrillic), (28595, Cyrillic), (866, Cyrillic), (28597, Greek), (28596, Arabic), (10007, Cyrillic),
    ];
}
