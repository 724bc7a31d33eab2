namespace SearchService.Browser.Tests.Setup;

/// <summary>Answers about quotations, in the form of the endpoint.</summary>
internal static class CannedQuotations
{
    private const string Before = "The minister rose. ";
    private const string Cue = ", she said, ";

    /// <summary>An answer with two quotations, of which the second has no speaker.</summary>
    public static CannedAnswer Found(string query, int total = 21) => Found(query, total,
    [
        Quotation("q1", "We want peace", "and nothing else.", [[8, 13], [18, 25]], "Ines Varga", "minister"),
        Quotation("q2", "Nobody asked us", "about peace.", [[22, 27]]),
    ]);

    /// <summary>An answer with these quotations.</summary>
    public static CannedAnswer Found(string query, int total, object[] hits) => new(200, new
    {
        query = new { input = query, read = $"said:{query}", outline = new { kind = "word", text = query }, notices = Array.Empty<object>() },
        total,
        tookMicroseconds = 310,
        index = CannedAnswers.State,
        hits,
        facets = CannedAnswers.Facets(2, ["critical", "supportive"]),
        histogram = new { interval = "year", missing = 0, buckets = new[] { new { from = "2022-01-01", count = 12, covered = 300 } } },
    });

    /// <summary>A quotation in two parts, with the reporter's words around and between.</summary>
    public static object Quotation(string id, string first, string second, int[][] highlights, string? speaker = null, string? role = null)
    {
        int start = Before.Length;
        int again = start + first.Length + Cue.Length;
        int[][] parts = [[start, start + first.Length], [again, again + second.Length]];
        return new
        {
            score = 1.5,
            quote = new
            {
                id,
                text = first + " " + second,
                parts = parts.Select(static part => part.Select(static at => at + 100)),
                start = start + 100,
                end = parts[1][1] + 100,
                kind = "direct",
                speaker,
                speakerRole = role,
                speakerAs = speaker is null ? null : "she",
                cue = "said",
                highlights,
            },
            context = new { text = Before + first + Cue + second, offset = 100, spoken = parts },
            article = Carrier("a1", "Harbour Gazette", "critical"),
        };
    }

    /// <summary>Three quotations in two wordings.</summary>
    public static CannedAnswer Versions() => new(200, new
    {
        quotes = 3,
        tookMicroseconds = 90,
        index = CannedAnswers.State,
        reference = new { id = "q1", text = "We want peace and nothing else." },
        first = Carried("q1", "a1", "Harbour Gazette", "critical"),
        stances = new object[] { new { stance = "critical", count = 2 }, new { count = 1 } },
        versions = new object[]
        {
            new
            {
                text = "We want peace and nothing else.", similarity = 1.0, stances = new[] { new { stance = "critical", count = 2 } },
                quotes = new[] { Carried("q1", "a1", "Harbour Gazette", "critical"), Carried("q3", "a3", "-dash press", "critical") },
            },
            new
            {
                text = "We want a peace and little else.", similarity = 0.8, stances = new object[] { new { count = 1 } },
                quotes = new[] { Carried("q4", "a4", "The Pier", null) },
                difference = new object[]
                {
                    new { kind = "kept", given = new[] { 0, 7 }, givenText = "We want", found = new[] { 0, 7 }, foundText = "We want" },
                    new { kind = "inserted", given = new[] { 8, 9 }, givenText = "a" },
                    new { kind = "kept", given = new[] { 10, 19 }, givenText = "peace and", found = new[] { 8, 17 }, foundText = "peace and" },
                    new { kind = "replaced", given = new[] { 20, 26 }, givenText = "little", found = new[] { 18, 25 }, foundText = "nothing" },
                    new { kind = "kept", given = new[] { 27, 31 }, givenText = "else", found = new[] { 26, 30 }, foundText = "else" },
                },
            },
        },
    });

    private static object Carried(string id, string article, string source, string? stance) =>
        new { id, speaker = "Ines Varga", kind = "direct", article = Carrier(article, source, stance) };

    private static object Carrier(string id, string source, string? stance) => new
    {
        id,
        title = $"A title in {source}",
        source,
        country = "JP",
        stance,
        date = "2022-01-13",
        datePrecision = "day",
        authors = Array.Empty<string>(),
        language = "en",
    };
}
