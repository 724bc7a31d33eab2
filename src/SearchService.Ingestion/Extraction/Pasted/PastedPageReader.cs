using SearchService.Core.Articles;
using SearchService.Ingestion.Articles;
using SearchService.Ingestion.Dates;
using SearchService.Ingestion.Extraction.Boilerplate;
using SearchService.Ingestion.Outlets;

namespace SearchService.Ingestion.Extraction.Pasted;

/// <summary>Reads the head of a pasted or scraped page: title, byline, date, outlet, where the first lines clearly are these.</summary>
/// <remarks>
/// The head is the lines from the top of which each is one of: the name of an outlet of the registry; a section (one word, right under
/// the outlet); a date, with or without a label; a byline ("By …"); the title, once; names alone, where an outlet or date follows. The
/// first line that is none of these begins the body. Lines of the head are taken out of the text; the rest is left as it is.
/// </remarks>
internal sealed class PastedPageReader(OutletRegistry registry, DateReader dates)
{
    private const int LongestTitle = 200;
    private const int LongestSentenceTitle = 90;
    private const int LongestHeadLine = 100;
    private const int LongestSection = 24;

    private static readonly string[] DateLabels = ["date", "published", "published on", "posted", "posted on", "updated", "last updated"];

    /// <summary>Reads a page.</summary>
    /// <param name="text">As pasted.</param>
    public PageReading Read(string text)
    {
        List<Range> lines = TextNormalizer.Lines(text, out _);
        lines.RemoveAll(line => line.Start.Value == line.End.Value);
        Head head = new();
        int next = 0;
        while (next < lines.Count && Take(head, text, lines, next))
        {
            next++;
        }

        // A page of a single line is all text.
        if (next == lines.Count && head.Title.Length > 0 && head.Authors.Count == 0 && head.Date is null && lines.Count == 1)
        {
            return new PageReading { Body = text };
        }

        string body = next < lines.Count ? TextNormalizer.Paragraphs(text[lines[next].Start..]) : "";
        Outlet? outlet = head.Outlet ?? Imprint.Find(text, lines, registry);
        return new PageReading
        {
            Title = head.Title,
            Authors = head.Authors,
            Date = head.Date,
            Outlet = outlet,
            Topics = head.Topics,
            Body = string.Join("\n\n", ArticleBody.Of(body.Split("\n\n"))),
        };
    }

    private bool Take(Head head, string text, List<Range> lines, int at)
    {
        string line = text[lines[at]];
        if (line.Length > LongestTitle)
        {
            return false;
        }

        if (head.Outlet is null && OutletOf(line) is { } outlet)
        {
            head.Outlet = outlet;
            head.OutletAt = at;
            return true;
        }

        if (head.Date is null && TryDate(line, head.IsUnderway, out string date))
        {
            head.Date = date;
            return true;
        }

        if (head.Authors.Count == 0 && TryByline(line, out List<string> authors))
        {
            head.Authors = authors;
            return true;
        }

        if (head.Title.Length > 0)
        {
            if (head.Authors.Count == 0 && at + 1 < lines.Count && IsOutletOrDate(text[lines[at + 1]]) && TryNames(line, out authors))
            {
                head.Authors = authors;
                return true;
            }

            return line.Equals(head.Title, StringComparison.Ordinal);
        }

        if (head.OutletAt == at - 1 && at > 0 && at + 1 < lines.Count && IsSection(line))
        {
            head.Topics.Add(line);
            return true;
        }

        if (!IsTitle(line, at + 1 < lines.Count ? text.AsSpan(lines[at + 1]) : default))
        {
            return false;
        }

        head.Title = TextNormalizer.Line(line);
        return true;
    }

    private static bool IsTitle(string line, ReadOnlySpan<char> next)
    {
        bool sentence = line[^1] is '.' or ',' or ';' or ':';
        bool goesOn = next.Length > 0 && char.IsLower(next[0]) && !next.StartsWith("by ", StringComparison.Ordinal);
        return !goesOn && (!sentence || line.Length <= LongestSentenceTitle) && line.Any(char.IsLetterOrDigit);
    }

    private static bool IsSection(string line) => line.Length <= LongestSection && line.All(char.IsLetter);

    private bool IsOutletOrDate(string line) => OutletOf(line) is not null || TryDate(line, inHead: false, out _);

    private Outlet? OutletOf(string line) => line.Length <= LongestHeadLine ? registry.ByName(line) : null;

    private bool TryDate(string line, bool inHead, out string date)
    {
        date = line;
        if (line.Length > LongestHeadLine)
        {
            return false;
        }

        int colon = line.IndexOf(':', StringComparison.Ordinal);
        bool labelled = colon > 0 && Array.Exists(DateLabels, label => line.AsSpan(0, colon).Trim().Equals(label, StringComparison.OrdinalIgnoreCase));
        if (labelled)
        {
            date = line[(colon + 1)..].Trim();
            return date.Length > 0 && date.Any(char.IsAsciiDigit);
        }

        // Without a label only a whole day, until the head is underway: "2022" or "May 2021" may be a title.
        DateReading reading = dates.Read(line);
        return reading.Kind == DateReadingKind.Ambiguous
            || (reading.Kind is DateReadingKind.Understood
                && (inHead || (reading.Date.Precision == DatePrecision.Day && line.AsSpan().IndexOfAnyExceptInRange('0', '9') >= 0)));
    }

    private static bool TryByline(string line, out List<string> authors)
    {
        authors = [];
        return line.Length <= LongestHeadLine
            && line.StartsWith("by ", StringComparison.OrdinalIgnoreCase)
            && TryNames(line[3..], out authors);
    }

    private static bool TryNames(string line, out List<string> names)
    {
        names = [];
        string bare = line.Trim().TrimEnd('.', ',');
        if (line.Length > LongestHeadLine || bare.Any(static unit => !char.IsLetter(unit) && unit is not (' ' or '.' or ',' or '-' or '\'' or '’' or '&')))
        {
            return false;
        }

        names = AuthorNames.Split(bare);
        return names.Count > 0 && names.TrueForAll(IsName);
    }

    // Two to five words, the first and last of which begin with a capital, or a letter of a script without capitals: "Ludwig van Beethoven".
    private static bool IsName(string name)
    {
        string[] words = name.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        return words.Length is >= 2 and <= 5 && IsCapital(words[0][0]) && IsCapital(words[^1][0]);

        static bool IsCapital(char letter) => char.IsLetter(letter) && !char.IsLower(letter);
    }

    private sealed class Head
    {
        public string Title { get; set; } = "";

        public List<string> Authors { get; set; } = [];

        public string? Date { get; set; }

        public Outlet? Outlet { get; set; }

        public int OutletAt { get; set; } = -1;

        public List<string> Topics { get; } = [];

        /// <summary>Title and one more are known: a year alone on the next line is a date.</summary>
        public bool IsUnderway => Title.Length > 0 && (Authors.Count > 0 || Outlet is not null);
    }
}
