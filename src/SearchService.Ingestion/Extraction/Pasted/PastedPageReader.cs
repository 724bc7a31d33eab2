using System.Buffers;
using SearchService.Core.Articles;
using SearchService.Ingestion.Articles;
using SearchService.Ingestion.Dates;
using SearchService.Ingestion.Extraction.Boilerplate;
using SearchService.Ingestion.Outlets;

namespace SearchService.Ingestion.Extraction.Pasted;

/// <summary>Reads a pasted or scraped page: title, byline, date and outlet, where the first lines clearly are these, and the article's text.</summary>
/// <remarks>
/// The head is the lines from the top of which each is one of: a menu or buttons (<see cref="LineKind"/>); the name of an outlet of the
/// registry; a section (one word, right under the outlet); a date, with or without a label; a byline ("By …"); several of these in one line,
/// parted by bars or dashes; the title; names alone, where an outlet or date follows; a list of topics under the date. A standfirst or caption
/// may stand between, if a byline or date follows. The first line that is none of these begins the body, of which <see cref="ArticleBody"/>
/// keeps the article.
/// </remarks>
internal sealed class PastedPageReader(OutletRegistry registry, DateReader dates)
{
    private const int LongestTitle = 200;
    private const int LongestSentenceTitle = 90;
    private const int LongestHeadLine = 100;
    private const int LongestJoinedLine = 160;
    private const int LongestSection = 24;
    private const int LongestStandfirst = 350;
    private const int MostStandfirsts = 2;
    private const int FewestTopics = 4;
    private const int LongestMenuLine = 24;
    private const int FewestMenuLines = 4;

    private static readonly string[] DateLabels =
    [
        "date", "published", "published on", "posted", "posted on", "updated", "last updated", "publication date", "release date",
        "дата", "дата публикации", "опубликовано", "обновлено", "date de publication", "publié le", "publié", "mis à jour le",
        "datum", "veröffentlicht", "veröffentlicht am", "stand", "fecha", "fecha de publicación", "publicado", "publicado el",
    ];

    private static readonly SearchValues<char> DigitsAndColon = SearchValues.Create("0123456789:");

    private static readonly string[] Joints = [" | ", " · ", " • ", " — ", " – ", " - ", " / ", "\t", " on "];

    /// <summary>Reads a page.</summary>
    /// <param name="text">As pasted.</param>
    public PageReading Read(string text)
    {
        List<Range> lines = TextNormalizer.Lines(text, out _);
        lines.RemoveAll(line => line.Start.Value == line.End.Value);
        PageHead head = new();
        int next = 0;
        while (next < lines.Count)
        {
            int taken = Take(head, text, lines, next);
            if (taken == 0)
            {
                break;
            }

            next += taken;
        }

        // A page of a single line is all text.
        if (next == lines.Count && head.Title.Length > 0 && !head.HasByline && head.Date is null && lines.Count == 1)
        {
            return new PageReading { Body = text };
        }

        string rest = next < lines.Count ? TextNormalizer.Paragraphs(text[lines[next].Start..]) : "";
        string[] paragraphs = [.. head.Text.Select(line => text[line]), .. rest.Length > 0 ? rest.Split("\n\n") : []];
        return new PageReading
        {
            Title = head.Title,
            Authors = head.Authors,
            Date = head.Date,
            Outlet = head.Outlet ?? Imprint.Find(text, lines, registry) ?? Dateline.Find(paragraphs, registry),
            Topics = head.Topics,
            Body = string.Join("\n\n", ArticleBody.Of(paragraphs)),
        };
    }

    // How many lines are of the head from here: 0 where the body begins.
    private int Take(PageHead head, string text, List<Range> lines, int at)
    {
        string line = text[lines[at]];
        if (TakeKnown(head, line, at))
        {
            return 1;
        }

        if (head.Title.Length > 0)
        {
            return TakeUnderTitle(head, text, lines, at);
        }

        if (line.Length > LongestTitle)
        {
            return 0;
        }

        if (head.OutletAt == at - 1 && at > 0 && at + 1 < lines.Count && IsSection(line))
        {
            head.Topics.Add(line);
            return 1;
        }

        int menu = MenuLines(text, lines, at);
        if (menu > 0)
        {
            return menu;
        }

        if (!IsTitle(line, at + 1 < lines.Count ? text.AsSpan(lines[at + 1]) : default))
        {
            return 0;
        }

        head.Title = WithoutOutlet(head, TextNormalizer.Line(line));
        return 1;
    }

    // Lines that are of the head wherever they stand in it.
    private bool TakeKnown(PageHead head, string line, int at)
    {
        if (line.Length > LongestJoinedLine)
        {
            return false;
        }

        if (head.Outlet is null && OutletOf(line) is { } outlet)
        {
            (head.Outlet, head.OutletAt) = (outlet, at);
            return true;
        }

        if (head.Date is null && TryDate(line, head.IsUnderway, out string date))
        {
            (head.Date, head.DateAt) = (date, at);
            return true;
        }

        if (!head.HasByline && Byline.TryRead(line, out List<string> authors))
        {
            (head.Authors, head.HasByline) = (authors, true);
            return true;
        }

        return Line.Of(line).Kind is LineKind.Navigation or LineKind.Share or LineKind.Counter or LineKind.Plea or LineKind.Advertisement or LineKind.Comments
            || IsTrail(line)
            || (head.DateAt == at - 1 && at > 0 && line[0] == '(')
            || TakeJoined(head, line, at);
    }

    private int TakeUnderTitle(PageHead head, string text, List<Range> lines, int at)
    {
        string line = text[lines[at]];
        if (line.Equals(head.Title, StringComparison.Ordinal))
        {
            return 1;
        }

        // "The title | The site", then "The title".
        if (head.Title.Length > line.Length && head.Title.StartsWith(line, StringComparison.Ordinal) && !head.Title.AsSpan(line.Length).TrimStart().IsEmpty
            && head.Title.AsSpan(line.Length).TrimStart()[0] is '|' or '-' or '–' or '—' or '»' or '•')
        {
            head.Title = TextNormalizer.Line(line);
            return 1;
        }

        if (!head.HasByline && at + 1 < lines.Count && IsOutletOrDate(text[lines[at + 1]]) && Byline.TryNames(line, out List<string> authors))
        {
            (head.Authors, head.HasByline) = (authors, true);
            return 1;
        }

        if (head.Date is not null && head.Topics.Count == 0 && TryTopics(line, out List<string> topics))
        {
            head.Topics.AddRange(topics);
            return 1;
        }

        // A standfirst: after it, and perhaps a caption, stands what can only be of the head.
        for (int ahead = 1; ahead <= MostStandfirsts - head.Text.Count && at + ahead < lines.Count && text[lines[at + ahead - 1]].Length <= LongestStandfirst; ahead++)
        {
            if (IsBylineOrDate(head, text[lines[at + ahead]]))
            {
                head.Text.AddRange(lines.GetRange(at, ahead));
                return ahead;
            }
        }

        return 0;
    }

    // "By Ann Lee | 13 January 2022 | The Strait Times": each part is of the head, and one at least a byline or date.
    private bool TakeJoined(PageHead head, string line, int at)
    {
        foreach (string joint in Joints)
        {
            string[] parts = line.Split(joint, StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
            if (parts.Length < 2)
            {
                continue;
            }

            PageHead found = new();
            bool all = true;
            for (int i = 0; i < parts.Length && all; i++)
            {
                string part = parts[i];
                if (found.Outlet is null && OutletOf(part) is { } outlet)
                {
                    found.Outlet = outlet;
                }
                else if (found.Date is null && TryDate(part, inHead: false, out string date))
                {
                    found.Date = date;
                }
                else if (!found.HasByline && (Byline.TryRead(part, out List<string> authors) || (head.Title.Length > 0 && Byline.TryNames(part, out authors))))
                {
                    (found.Authors, found.HasByline) = (authors, true);
                }
                else
                {
                    all = Line.Of(part).Kind is LineKind.Counter or LineKind.Share or LineKind.Comments || IsSection(part);
                }
            }

            if (all && found.Date is not null && (found.HasByline || found.Outlet is not null || head.Title.Length > 0))
            {
                (head.Date, head.DateAt) = head.Date is null ? (found.Date, at) : (head.Date, head.DateAt);
                (head.Outlet, head.OutletAt) = head.Outlet is null && found.Outlet is not null ? (found.Outlet, at) : (head.Outlet, head.OutletAt);
                (head.Authors, head.HasByline) = head.HasByline ? (head.Authors, true) : (found.Authors, found.HasByline);
                return true;
            }
        }

        return false;
    }

    // "The title | The Strait Times"
    private string WithoutOutlet(PageHead head, string title)
    {
        foreach (string joint in (ReadOnlySpan<string>)[" | ", " - ", " – ", " — ", " :: ", " • "])
        {
            int found = title.LastIndexOf(joint, StringComparison.Ordinal);
            if (found > 0 && OutletOf(title[(found + joint.Length)..]) is { } outlet)
            {
                head.Outlet ??= outlet;
                return title[..found].TrimEnd();
            }
        }

        return title;
    }

    private static bool IsTitle(string line, ReadOnlySpan<char> next)
    {
        bool sentence = line[^1] is '.' or ',' or ';' or ':';
        bool goesOn = next.Length > 0 && char.IsLower(next[0]) && !next.StartsWith("by ", StringComparison.Ordinal);
        return !goesOn && (!sentence || line.Length <= LongestSentenceTitle) && line.Any(char.IsLetterOrDigit);
    }

    private static bool IsSection(string line) => line.Length <= LongestSection && line.All(char.IsLetter);

    // "Home > World > Asia"
    private static bool IsTrail(string line) => line.Length <= LongestHeadLine && line.AsSpan().IndexOfAny("»›>") is var mark and > 0
        && Line.Of(line.AsSpan(0, mark).Trim()).Kind == LineKind.Navigation;

    // A run of lines of a word or three, with a title after it.
    private static int MenuLines(string text, List<Range> lines, int at)
    {
        int count = 0;
        while (at + count < lines.Count && text.AsSpan(lines[at + count]) is { Length: <= LongestMenuLine } line && line.Count(' ') < 3
            && !char.IsPunctuation(line[^1]) && !line.ContainsAny(DigitsAndColon))
        {
            count++;
        }

        return count >= FewestMenuLines && at + count < lines.Count && text.AsSpan(lines[at + count]).Count(' ') >= 3 ? count : 0;
    }

    private static bool TryTopics(string line, out List<string> topics)
    {
        topics = [.. line.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries)];
        return topics.Count >= FewestTopics && line[^1] != '.' && topics.TrueForAll(static topic => topic.Length <= LongestSection && topic.Count(static unit => unit == ' ') < 3);
    }

    private bool IsBylineOrDate(PageHead head, string line) => line.Length <= LongestHeadLine
        && ((!head.HasByline && Byline.TryRead(line, out List<string> authors) && authors.Count > 0) || (head.Date is null && TryDate(line, inHead: false, out _)));

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
            return date.Length > 0 && date.Any(char.IsDigit);
        }

        // Without a label only a whole day, until the head is underway: "2022" or "May 2021" may be a title.
        DateReading reading = dates.Read(line);
        return reading.Kind == DateReadingKind.Ambiguous
            || (reading.Kind is DateReadingKind.Understood
                && (inHead || (reading.Date.Precision == DatePrecision.Day && line.AsSpan().IndexOfAnyExceptInRange('0', '9') >= 0)));
    }
}
