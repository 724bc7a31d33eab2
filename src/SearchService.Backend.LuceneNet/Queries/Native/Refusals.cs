using System.Globalization;
using Lucene.Net.QueryParsers.Classic;

namespace SearchService.Backend.LuceneNet.Queries.Native;

/// <summary>Says why Lucene's parser refused a query: what stands where it can't, in a sentence whatever the query is.</summary>
/// <remarks>Its own messages repeat the query, and list every kind of token that could have stood there.</remarks>
internal static class Refusals
{
    /// <summary>The most characters that are repeated of a query.</summary>
    private const int MostRepeated = 40;

    private const int MostSaid = 300;

    /// <summary>Says why.</summary>
    /// <param name="text">The query.</param>
    /// <param name="read">The last token that the parser has taken.</param>
    /// <param name="exception">What it threw, or what was thrown by those it calls.</param>
    internal static string Describe(string text, Token read, Exception exception) =>
        Cut(Reason(text, read, exception).ReplaceLineEndings(" "), MostSaid);

    /// <summary>A piece of a query as a message repeats it.</summary>
    internal static string Shown(string piece) => $"‘{Cut(piece, MostRepeated)}’";

    private static string Reason(string text, Token read, Exception exception) => (exception is ParseException { InnerException: { } cause } ? cause : exception) switch
    {
        ParseException { CurrentToken: { } last } refused => OfGrammar(last, [.. refused.ExpectedTokenSequences.SelectMany(static kinds => kinds)]),
        TokenMgrError => OfToken(text, read),
        Exception other => other.Message,
    };

    /// <summary>Tokens that don't make a query: the first one after those that could.</summary>
    private static string OfGrammar(Token last, HashSet<int> expected) =>
        last.Next.Kind != RegexpToken.EOF ? CanNotStand(last.Next.Image, last.Next.BeginColumn)
        : expected.Contains(RegexpToken.RPAREN) ? "The query ends within parentheses; a ‘)’ is missing."
        : expected.Contains(RegexpToken.RANGEIN_END) ? "The query ends within a range; a ‘]’ or ‘}’ is missing."
        : $"The query ends with {Shown(last.Image)}, behind which something must follow.";

    /// <summary>A piece that is no token: what follows the tokens that were found.</summary>
    private static string OfToken(string text, Token last)
    {
        while (last.Next is { } next)
        {
            last = next; // looked at, but not taken
        }

        if (last.Kind == RegexpToken.CARAT)
        {
            return $"A number must follow the ‘^’ at {Place(last.BeginColumn)}.";
        }

        int at = last.EndColumn;
        while (at < text.Length && char.IsWhiteSpace(text[at]))
        {
            at++;
        }

        return text.AsSpan(at) switch
        {
            [] => "The query can't be read to its end.",
            ['"', ..] => $"The quotation mark at {Place(at)} is never closed.",
            ['/', ..] => $"The slash at {Place(at)} begins a regular expression, which is never closed.",
            ['\\', ..] => $"Nothing follows the backslash at {Place(at)}.",
            _ => CanNotStand(text.Substring(at, char.IsSurrogatePair(text, at) ? 2 : 1), at),
        };
    }

    private static string CanNotStand(string piece, int offset) => $"{Shown(piece)} can't stand where it does, at {Place(offset)}.";

    /// <summary>As people count.</summary>
    private static string Place(int offset) => string.Create(CultureInfo.InvariantCulture, $"character {offset + 1}");

    private static string Cut(string text, int length) =>
        text.Length <= length ? text : string.Concat(text.AsSpan(0, char.IsHighSurrogate(text[length - 2]) ? length - 2 : length - 1), "…");
}
