using SearchService.Ingestion.Articles;

namespace SearchService.Ingestion.Readers.Feeds;

/// <summary>Makes names of what feeds say of authors.</summary>
/// <remarks>
/// RSS asks for an address of mail, with the name in parentheses behind it; most give a name, or a whole byline. An address without a
/// name stays, for it is all there is. A surname with initials behind a comma is one name.
/// </remarks>
internal static class FeedAuthors
{
    /// <summary>The names in one element.</summary>
    public static IEnumerable<string> Of(string value)
    {
        value = TextNormalizer.Line(FeedText.LineOf(value, FeedTextType.Unsaid));
        int at = value.IndexOf('@', StringComparison.Ordinal);
        int open = value.IndexOf('(', StringComparison.Ordinal);
        if (at > 0 && open > at && value.EndsWith(')'))
        {
            value = value[(open + 1)..^1];
        }
        else if (at > 0 && value.EndsWith('>') && value.IndexOf('<', StringComparison.Ordinal) is > 0 and var angle)
        {
            value = value[..angle];
        }

        return IsSurnameFirst(value) ? [value.Trim()] : AuthorNames.Split(value);
    }

    // "Hines, P. J.": what follows the one comma is initials.
    private static bool IsSurnameFirst(ReadOnlySpan<char> value)
    {
        int comma = value.IndexOf(',');
        if (comma <= 0 || value[(comma + 1)..].Contains(','))
        {
            return false;
        }

        ReadOnlySpan<char> given = value[(comma + 1)..].Trim();
        bool any = false;
        foreach (Range range in given.SplitAny(' ', '.', '-'))
        {
            ReadOnlySpan<char> part = given[range];
            if (part.Length > 1 || (part.Length == 1 && !char.IsUpper(part[0])))
            {
                return false;
            }

            any |= part.Length == 1;
        }

        return any;
    }
}
