namespace SearchService.Browser.Tests.Setup;

/// <summary>A body and its status; status 0 is a refused connection.</summary>
internal sealed record CannedAnswer(int Status, object? Body)
{
    /// <summary>The body as it is sent, where it is no JSON of the endpoint's.</summary>
    public string? Text { get; init; }
}

/// <summary>Answers in the form of the endpoint.</summary>
internal static class CannedAnswers
{
    private static readonly string[] Stances = ["critical", "supportive"];

    internal static readonly object State = new { name = "main", generation = 7, articles = 640 };

    /// <summary>A connection that is refused.</summary>
    public static CannedAnswer Refused { get; } = new(0, null);

    /// <summary>An error as the endpoint words it.</summary>
    public static CannedAnswer Problem(int status, string code, string detail, string? parameter = null) =>
        new(status, new { type = "about:blank", title = "Problem", status, detail, code, parameter });

    /// <summary>An article for a list.</summary>
    public static object Hit(
        string id, string title, string text = "", int[][]? marks = null, string? url = null, string? date = "2022-01-13", string? dateAsGiven = null) => new
        {
            id,
            score = 1.5,
            title,
            titleHighlights = Array.Empty<int[]>(),
            url,
            source = "Harbour Gazette",
            country = "JP",
            stance = "critical",
            date,
            datePrecision = date is null ? null : "day",
            dateAsGiven,
            authors = new[] { "Mara Ellingsen" },
            topics = Array.Empty<string>(),
            language = "en",
            matches = marks?.Length ?? 0,
            passages = new[] { new { text, highlights = marks ?? [], offset = 0 } },
        };

    /// <summary>An answer with two hits that name the query.</summary>
    public static CannedAnswer Found(string query, int total = 42) => Found(
        query, total, [Hit("a1", $"First of {query}", "Peace was the word.", [[0, 5]]), Hit("a2", $"Second of {query}", "No peace, they said.", [[3, 8]])]);

    /// <summary>An answer with these hits.</summary>
    public static CannedAnswer Found(
        string query, int total, object[] hits, string? next = null, object[]? notices = null, int outlets = 2, string[]? stances = null,
        object? outline = null, object? didYouMean = null, object? nothing = null, object? histogram = null) => new(200, new
        {
            query = new { input = query, read = $"text:{query}", outline = outline ?? new { kind = "word", text = query, offset = 0, length = query.Length }, notices = notices ?? [] },
            total,
            didYouMean,
            nothing,
            tookMicroseconds = 310,
            index = State,
            hits,
            facets = Facets(outlets, stances ?? Stances),
            histogram = histogram ?? Histogram(
                "month", Bucket("2022-01-01", 12, 300, 7, 4), Bucket("2022-02-01", 0, 40, 0, 0), Bucket("2022-03-01", 30, 200, 10, 20), Bucket("2022-04-01", 0, 0, 0, 0)),
            next,
        });

    /// <summary>Suggestions: nothing but these.</summary>
    public static CannedAnswer Suggested(object[]? completions = null, object[]? titles = null, object[]? authors = null, object[]? sources = null) => new(200, new
    {
        query = new { input = "", read = "", notices = Array.Empty<object>() },
        tookMicroseconds = 90,
        index = State,
        completions = completions ?? [],
        titles = titles ?? [],
        authors = authors ?? [],
        sources = sources ?? [],
    });

    /// <summary>The description of the archive.</summary>
    public static CannedAnswer Index(object[]? examples, object? capabilities = null) => new(200, new
    {
        index = State,
        backend = "canned",
        capabilities,
        sizeInBytes = 1000,
        created = "2024-01-01T00:00:00Z",
        earliest = "2020-01-02",
        latest = "2022-12-30",
        facets = Facets(2, Stances),
        examples,
    });

    /// <summary>A timeline of these buckets, split by stance.</summary>
    public static object Histogram(string interval, params object[] buckets) =>
        new { interval, missing = 1, split = new { field = "stance", values = Stances }, buckets };

    /// <summary>A bucket of a timeline: from its first day, of what matches so many of each stance.</summary>
    public static object Bucket(string from, int count, int covered, params int[] split) => new { from, count, covered, split };

    internal static object Facets(int outlets, string[] stances) => new
    {
        source = new { distinct = outlets, missing = 0, values = new[] { Value("Harbour Gazette", 30), Value("-dash press", 12) } },
        country = new { distinct = 1, missing = 3, values = new[] { Value("JP", 39) } },
        stance = new { distinct = 2, missing = 2, values = stances.Select((stance, place) => Value(stance, 25 - (10 * place))) },
        date = new
        {
            distinct = 1,
            missing = 1,
            values = new object[]
            {
                new { value = "2022", count = 41, selected = true, children = new[] { Value("2022-01", 12), Value("2022-03", 29) } },
            },
        },
        author = new { distinct = 1, missing = 0, values = new[] { Value("Mara Ellingsen", 42) } },
        topic = new { distinct = 0, missing = 0, values = Array.Empty<object>() },
        language = new { distinct = 1, missing = 0, values = new[] { Value("en", 42) } },
    };

    /// <summary>A value of a facet.</summary>
    internal static object Value(string value, int count) => new { value, count };
}
