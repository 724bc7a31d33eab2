namespace SearchService.Browser.Tests.Setup;

/// <summary>Answers about one article, in the form of the endpoint.</summary>
internal static class CannedArticles
{
    /// <summary>What <see cref="Peace"/> says: seven times "peace", twice inside a quotation.</summary>
    public const string PeaceText =
        "The harbour was quiet, and peace held.\n\n“We want peace,” said Ines Varga, “and nothing else.” Nobody asked.\n\n"
        + "“Peace costs less,” the mayor wrote.\n\nPeace, peace - and peace again, said the third paragraph; peace.";

    /// <summary>An article, whole.</summary>
    public static CannedAnswer Article(string id) => Article(id, "First paragraph.\n\nSecond <b>paragraph</b>.");

    /// <summary>An article with this text.</summary>
    public static CannedAnswer Article(
        string id,
        string text,
        int[][]? highlights = null,
        object[]? quotes = null,
        string? title = null,
        string? url = null,
        string? date = "2022-01",
        string[]? authors = null,
        string[]? people = null,
        string? story = null,
        string language = "en",
        string source = "Harbour Gazette") => new(200, new
        {
            id,
            url,
            title = title ?? $"The whole of {id}",
            titleHighlights = highlights is null ? null : Array.Empty<int[]>(),
            highlights,
            source,
            country = "JP",
            stance = "critical",
            date,
            datePrecision = date is null ? null : "month",
            authors = authors ?? ["Mara Ellingsen"],
            topics = new[] { "ports" },
            language,
            text,
            quotes = quotes ?? [],
            people = people ?? [],
            story,
            file = "archive.jsonl",
            from = new { source = "record", stance = "registry", date = "jsonLd" },
            index = CannedAnswers.State,
        });

    /// <summary>An article about peace as a query marks it, with two speakers.</summary>
    public static CannedAnswer Peace(string id, string? url = null) => Article(
        id, PeaceText, Marks(PeaceText, "peace"), [Quote("We want peace,", "Ines Varga", "and nothing else."), Quote("Peace costs less,", null)], url: url);

    /// <summary>Where a word stands in a text, whatever its case.</summary>
    public static int[][] Marks(string text, string word)
    {
        List<int[]> marks = [];
        for (int at = text.IndexOf(word, StringComparison.OrdinalIgnoreCase); at >= 0; at = text.IndexOf(word, at + 1, StringComparison.OrdinalIgnoreCase))
        {
            marks.Add([at, at + word.Length]);
        }

        return [.. marks];
    }

    /// <summary>A quotation of <see cref="PeaceText"/> by its parts.</summary>
    public static object Quote(string first, string? speaker, params string[] more)
    {
        int[][] parts = [.. new[] { first }.Concat(more).Select(static part => PeaceText.IndexOf(part, StringComparison.Ordinal)).Zip(
            new[] { first }.Concat(more), static (start, part) => new[] { start, start + part.Length })];
        return Quote(string.Join(' ', [first, .. more]), parts, speaker, speaker is null ? "the mayor" : null);
    }

    /// <summary>A quotation by its places.</summary>
    public static object Quote(string text, int[][] parts, string? speaker, string? speakerAs = null) => new
    {
        id = $"q{parts[0][0]}",
        text,
        parts,
        start = parts[0][0],
        end = parts[^1][1],
        kind = "direct",
        speaker,
        speakerAs,
    };

    /// <summary>Two articles like another.</summary>
    public static CannedAnswer Similar() => new(200, new
    {
        index = CannedAnswers.State,
        hits = new[] { CannedAnswers.Hit("b1", "Much the same"), CannedAnswers.Hit("b2", "Rather the same") },
    });
}
