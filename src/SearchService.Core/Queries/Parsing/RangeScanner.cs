using System.Diagnostics.CodeAnalysis;
using System.Text;

namespace SearchService.Core.Queries.Parsing;

/// <summary>Recognises <c>[a TO b]</c> and its exclusive forms.</summary>
internal static class RangeScanner
{
    /// <summary>Reads a range that begins at a bracket.</summary>
    /// <param name="input">The query.</param>
    /// <param name="start">Where <c>[</c> or <c>{</c> stands.</param>
    /// <param name="end">Where the query ends.</param>
    /// <param name="bounds">The bounds, when it is a range.</param>
    /// <param name="length">UTF-16 units, brackets included.</param>
    /// <param name="closed">False when the query ended first; then what is missing is open.</param>
    public static bool TryRead(string input, int start, int end, [NotNullWhen(true)] out RangeBounds? bounds, out int length, out bool closed)
    {
        bounds = null;
        (length, closed) = (0, false);
        int at = SkipSpace(input, start + 1, end);
        if (!TryReadBound(input, ref at, end, out string? lower)
            || !TryReadTo(input, ref at, end))
        {
            return false;
        }

        at = SkipSpace(input, at, end);
        string? upper = null;
        bool includeUpper = true;
        if (at < end)
        {
            if (!TryReadBound(input, ref at, end, out upper))
            {
                return false;
            }

            at = SkipSpace(input, at, end);
            if (at < end)
            {
                if (input[at] is not (']' or '}'))
                {
                    return false;
                }

                includeUpper = input[at++] == ']';
                closed = true;
            }
        }

        bounds = new RangeBounds(lower, upper, input[start] == '[', includeUpper);
        length = at - start;
        return true;
    }

    private static int SkipSpace(string input, int at, int end)
    {
        while (at < end && Characters.IsSpace(input[at]))
        {
            at++;
        }

        return at;
    }

    /// <summary>The word between the bounds; its case doesn't matter, for nothing else can stand there.</summary>
    private static bool TryReadTo(string input, ref int at, int end)
    {
        int to = SkipSpace(input, at, end);
        if (to == at || end - to < 2 || !input.AsSpan(to, 2).Equals("TO", StringComparison.OrdinalIgnoreCase)
            || (to + 2 < end && !Characters.IsSpace(input[to + 2])))
        {
            return false;
        }

        at = to + 2;
        return true;
    }

    /// <summary>A bound is quoted, or goes to the next space or bracket; a bare asterisk is an open end, given as null.</summary>
    private static bool TryReadBound(string input, ref int at, int end, out string? bound)
    {
        bound = null;
        int first = at;
        bool quoted = at < end && Characters.IsQuote(input[at]);
        at += quoted ? 1 : 0;
        StringBuilder text = new();
        while (at < end && !(quoted ? Characters.IsQuote(input[at]) : Characters.EndsWord(input[at])))
        {
            at += input[at] == '\\' && at + 1 < end ? 1 : 0;
            text.Append(input[at++]);
        }

        if (quoted)
        {
            if (at == end)
            {
                return false;
            }

            at++;
        }

        bool open = !quoted && at - first == 1 && input[first] == '*';
        bound = open ? null : text.ToString();
        return open || text.Length > 0;
    }
}
