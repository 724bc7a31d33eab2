namespace SearchService.Ingestion.Extraction.Boilerplate;

/// <summary>Keeps of the paragraphs of a page those that are the article.</summary>
/// <remarks>
/// <para>
/// What a paragraph is by its own words (<see cref="Line"/>) isn't enough to take more than itself away: "Read more" stands in the midst of
/// articles, and comments are prose. Where the article ends is decided by what follows. It ends
/// </para>
/// <list type="bullet">
/// <item>before the comments, if at least a short article stands before, and it is longer than what follows, or answers follow (a "Reply"
/// every few paragraphs), or it is a long one;</item>
/// <item>before tags, notices, rights and notes on the author, if what stands before is longer than what follows;</item>
/// <item>before a plea, buttons or other articles, if the article doesn't resume: neither right behind, nor with two
/// paragraphs of prose one after the other, which lists of other articles don't have.</item>
/// </list>
/// <para>Before its end only lines that are known go, headlines under a heading such as "Related", and paragraphs that repeat another.</para>
/// </remarks>
internal static class ArticleBody
{
    // Units of prose.
    private const int ShortArticle = 250;
    private const int LongArticle = 1500;

    private const int ParagraphsPerReply = 5;
    private const int ShortestSentence = 25;
    private const int ShortestHeadline = 25;
    private const int MostHeadlines = 8;
    private const int LongestListHeading = 40;

    /// <summary>Keeps the article.</summary>
    /// <param name="paragraphs">All of the page after its head, in order, trimmed and not empty.</param>
    /// <returns>Those kept, in order.</returns>
    public static List<string> Of(IReadOnlyList<string> paragraphs)
    {
        Line[] lines = new Line[paragraphs.Count];
        for (int i = 0; i < lines.Length; i++)
        {
            lines[i] = Line.Of(paragraphs[i]);
        }

        int end = End(paragraphs, lines);
        List<string> kept = new(end);
        Repeats repeats = new(paragraphs, end);
        for (int i = 0; i < end; i++)
        {
            if (lines[i].Kind == LineKind.Related)
            {
                i += Headlines(paragraphs, lines, i, end);
            }
            else if (lines[i].Kind is LineKind.Text or LineKind.Reply && !repeats.Contains(i))
            {
                kept.Add(paragraphs[i]);
            }
        }

        return kept;
    }

    private static int End(IReadOnlyList<string> paragraphs, Line[] lines)
    {
        int before = 0;
        for (int i = 0; i < lines.Length; i++)
        {
            Line line = lines[i];
            bool ends = line.Kind switch
            {
                LineKind.Text => false,
                LineKind.Comments => EndsAtComments(lines, i, before),
                LineKind.Tags or LineKind.Notice or LineKind.Legal or LineKind.Author =>
                    before > 0 && (before >= ShortArticle ? ProseAfter(lines, i) <= before : ProseAfter(lines, i) == 0),
                LineKind.Plea or LineKind.Related or LineKind.Share or LineKind.Navigation or LineKind.Counter or LineKind.Calendar =>
                    before > 0 && !Resumes(paragraphs, lines, i),
                _ => false,
            };
            if (ends)
            {
                return i;
            }

            if (line.Kind == LineKind.Reply && before >= ShortArticle && FirstComment(paragraphs, lines, i) is >= 0 and int comment)
            {
                return comment;
            }

            before += line.IsText && line.IsProse ? line.Length : 0;
        }

        return lines.Length;
    }

    private static bool EndsAtComments(Line[] lines, int at, int before)
    {
        int after = 0, paragraphs = 0, replies = 0;
        for (int i = at + 1; i < lines.Length; i++)
        {
            replies += lines[i].Kind is LineKind.Reply or LineKind.Comments ? 1 : 0;
            if (lines[i].IsText && lines[i].IsProse)
            {
                paragraphs++;
                after += lines[i].Length;
            }
        }

        return (before > 0 && after == 0)
            || (before >= ShortArticle && (after <= before || before >= LongArticle || replies * ParagraphsPerReply >= paragraphs));
    }

    private static int ProseAfter(Line[] lines, int at)
    {
        int after = 0;
        for (int i = at + 1; i < lines.Length && lines[i].Kind != LineKind.Comments; i++)
        {
            after += lines[i].IsText && lines[i].IsProse ? lines[i].Length : 0;
        }

        return after;
    }

    private static bool Resumes(IReadOnlyList<string> paragraphs, Line[] lines, int at)
    {
        // What is no heading of a list is one thing by itself: a heading of the article may follow it.
        int near = IsHeading(paragraphs[at]) ? 1 : 2;
        for (int i = at + 1; i <= at + near && i < lines.Length && lines[i].IsText; i++)
        {
            if (lines[i].IsProse || IsSentence(paragraphs[i]))
            {
                return true;
            }
        }

        for (int i = at + 1; i + 1 < lines.Length && lines[i].Kind != LineKind.Comments; i++)
        {
            if (lines[i].IsText && lines[i].IsProse && lines[i + 1].IsText && lines[i + 1].IsProse)
            {
                return true;
            }
        }

        return false;
    }

    private static bool IsSentence(string paragraph) =>
        paragraph.Length >= ShortestSentence && paragraph.AsSpan().TrimEnd("\"”“»'’)") is { Length: > 0 } bare && bare[^1] is '.' or '!' or '?' or '。';

    // Where the same button to answer stands twice, a comment stands before the first: its paragraph, and its author's name above.
    private static int FirstComment(IReadOnlyList<string> paragraphs, Line[] lines, int reply)
    {
        bool again = false;
        for (int i = reply + 1; i < lines.Length && !again; i++)
        {
            again = lines[i].Kind == LineKind.Reply && paragraphs[i] == paragraphs[reply];
        }

        int first = reply - 1;
        if (!again || first <= 0)
        {
            return -1;
        }

        while (first > 1 && !(lines[first - 1].IsText && (lines[first - 1].IsProse || IsSentence(paragraphs[first - 1]))))
        {
            first--;
        }

        return first;
    }

    // "Read more: a headline" has its headline.
    private static bool IsHeading(string line) => line.Length <= LongestListHeading && !line.AsSpan(0, line.Length - 1).Contains(':');

    // How many lines after a heading such as "Related" are headlines.
    private static int Headlines(IReadOnlyList<string> paragraphs, Line[] lines, int heading, int end)
    {
        if (!IsHeading(paragraphs[heading]))
        {
            return 0;
        }

        int count = 0;
        while (count < MostHeadlines && heading + count + 1 < end)
        {
            int next = heading + count + 1;
            if (!lines[next].IsText || lines[next].IsProse || lines[next].Length < ShortestHeadline || IsSentence(paragraphs[next])
                || paragraphs[next][^1] == ':')
            {
                break;
            }

            count++;
        }

        return count;
    }
}
