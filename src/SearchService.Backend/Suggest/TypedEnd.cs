using SearchService.Analysis;
using SearchService.Core.Queries;

namespace SearchService.Backend.Suggest;

/// <summary>A text divided before its last word, of which only the beginning may have been typed.</summary>
/// <param name="Head">What stands before; may hold words (<c>well-</c>) or none.</param>
/// <param name="Beginning">The last word as far as it is typed.</param>
/// <param name="IsOpen">Whether the text ends with it: nothing tells yet that the word is whole.</param>
internal readonly record struct TypedEnd(string Head, string Beginning, bool IsOpen)
{
    /// <summary>Divides a text; null when there is no word in it.</summary>
    internal static TypedEnd? Of(string text, TokenReader tokens)
    {
        int start = -1, end = 0;
        tokens.Reset(text);
        while (tokens.Next())
        {
            (start, end) = (tokens.Start, tokens.End);
        }

        return start < 0 ? null : new TypedEnd(text[..start], text[start..end], end == text.Length);
    }

    /// <summary>The query for texts that hold the words before, and one that begins like the last.</summary>
    /// <param name="word">Where to look, and the place in the query.</param>
    internal QueryNode AsBeginning(WordNode word)
    {
        PrefixNode beginning = new(word.Offset, word.Length, word.Field, Beginning);
        return Head.Length == 0 ? beginning : new BooleanNode(
            word.Offset,
            word.Length,
            [new QueryClause(ClauseKind.Must, word with { Text = Head }), new QueryClause(ClauseKind.Must, beginning)]);
    }
}
