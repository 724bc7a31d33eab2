using SearchService.Core.Queries.Parsing;

namespace SearchService.Core.Queries;

/// <summary>Reads the query language of <c>docs/query-language.md</c>.</summary>
public static class QueryParser
{
    /// <summary>Reads a query.</summary>
    /// <param name="input">Any string, lone surrogates included.</param>
    /// <param name="limits">How much is read; null for <see cref="QueryLimits.Default"/>.</param>
    /// <param name="field">Where a word without a field is looked for: one of <see cref="QueryFields.OfWords"/>.</param>
    /// <returns>
    /// A tree and notices; never an exception. All that was not taken as typed has a notice with its place. A script that wants an
    /// error instead calls <see cref="ParsedQuery.ThrowIfErrors"/>.
    /// </returns>
    /// <remarks>Takes time and memory linear in the input. Thread-safe.</remarks>
    public static ParsedQuery Parse(string input, QueryLimits? limits = null, string field = QueryFields.Text)
    {
        ArgumentNullException.ThrowIfNull(input);
        limits ??= QueryLimits.Default;
        NoticeList notices = new(input, limits);
        int end = End(input, limits, notices);
        List<Token> tokens = new Tokenizer(input, end, notices).Read();
        QueryNode? root = new TreeReader(tokens, limits, notices).Read(field);
        bool isBlank = tokens.Count == 1 && end == input.Length;
        return new ParsedQuery(input, root ?? (isBlank ? null : new NoneNode(0, input.Length)), notices.ToOrdered());
    }

    /// <summary>Takes a query as it is, for a backend that reads it in a syntax of its own.</summary>
    /// <param name="input">Any string; blank for all articles.</param>
    /// <param name="syntax">Its syntax.</param>
    /// <param name="limits">How much is taken; null for <see cref="QueryLimits.Default"/>.</param>
    /// <returns>A <see cref="NativeNode"/>, or nothing; with a notice where it was cut.</returns>
    public static ParsedQuery TakeNative(string input, string syntax, QueryLimits? limits = null)
    {
        ArgumentNullException.ThrowIfNull(input);
        limits ??= QueryLimits.Default;
        NoticeList notices = new(input, limits);
        int end = End(input, limits, notices);
        QueryNode? root = string.IsNullOrWhiteSpace(input[..end])
            ? end == input.Length ? null : new NoneNode(0, input.Length)
            : new NativeNode(0, end, syntax, input[..end]);
        return new ParsedQuery(input, root, notices.ToOrdered());
    }

    /// <summary>Finds where to stop: at the last white space within the limit, unless half of the text would go with it.</summary>
    private static int End(string input, QueryLimits limits, NoticeList notices)
    {
        int end = limits.MaxLengthInCharacters;
        if (input.Length <= end)
        {
            return input.Length;
        }

        int space = end;
        while (space > end / 2 && !Characters.IsSpace(input[space]))
        {
            space--;
        }

        if (space > end / 2)
        {
            end = space;
        }
        else if (char.IsHighSurrogate(input[end - 1]) && char.IsLowSurrogate(input[end]))
        {
            end--;
        }

        notices.Add(NoticeWordings.QueryTooLong, end, input.Length - end, $"{input.Length}", $"{limits.MaxLengthInCharacters}");
        return end;
    }
}
