using System.Text;

namespace SearchService.Core.Queries.Parsing;

/// <summary>A word as typed, taken apart: escapes resolved, punctuation at its ends dropped, wildcards told from plain characters.</summary>
internal sealed class TermText
{
    private readonly char[] _chars;
    private readonly bool[] _isWildcard;

    /// <summary>Takes a word apart.</summary>
    /// <param name="raw">As typed.</param>
    /// <param name="wildcards">Whether <c>*</c> and <c>?</c> stand for other characters here.</param>
    /// <param name="trims">Whether punctuation at either end is dropped.</param>
    /// <param name="questionMarkEnds">Whether question marks at the end, with no other wildcard, are punctuation.</param>
    public TermText(string raw, bool wildcards, bool trims, bool questionMarkEnds)
    {
        char[] chars = new char[raw.Length];
        bool[] isWildcard = new bool[raw.Length];
        int count = 0;
        for (int i = 0; i < raw.Length; i++)
        {
            bool escaped = raw[i] == '\\' && i + 1 < raw.Length;
            i += escaped ? 1 : 0;
            isWildcard[count] = wildcards && !escaped && raw[i] is '*' or '?';
            chars[count++] = raw[i];
        }

        int first = 0;
        int last = count;
        if (trims)
        {
            while (first < last && !isWildcard[first] && Characters.IsTrimmed(chars[first]))
            {
                first++;
            }

            TrimEnd(chars, isWildcard, first, ref last);
            if (questionMarkEnds)
            {
                DropQuestionMarks(chars, isWildcard, first, ref last);
            }
        }

        _chars = chars[first..last];
        _isWildcard = isWildcard[first..last];
        Plain = new string(_chars);
        HasWildcards = Array.IndexOf(_isWildcard, value: true) >= 0;
        IsAsterisks = _chars.Length > 0 && Array.TrueForAll(_chars, c => c == '*') && Array.TrueForAll(_isWildcard, is_ => is_);
    }

    /// <summary>The characters, wildcards among them.</summary>
    public string Plain { get; }

    /// <summary>Whether any character is a wildcard.</summary>
    public bool HasWildcards { get; }

    /// <summary>Whether it is nothing but asterisks: everything.</summary>
    public bool IsAsterisks { get; }

    /// <summary>Whether question marks at its end were dropped that could have been wildcards.</summary>
    public bool DroppedQuestionMark { get; private set; }

    /// <summary>Gives what stands before the asterisks at the end, when they are its only wildcards.</summary>
    public bool TryGetPrefix(out string prefix)
    {
        int length = _chars.Length;
        while (length > 0 && _isWildcard[length - 1] && _chars[length - 1] == '*')
        {
            length--;
        }

        prefix = Plain[..length];
        return length > 0 && length < _chars.Length && Array.IndexOf(_isWildcard, value: true) == length;
    }

    /// <summary>Gives the pattern, in which a plain <c>*</c>, <c>?</c> or <c>\</c> is escaped.</summary>
    public string ToPattern()
    {
        StringBuilder pattern = new();
        for (int i = 0; i < _chars.Length; i++)
        {
            if (!_isWildcard[i] && _chars[i] is '*' or '?' or '\\')
            {
                pattern.Append('\\');
            }

            pattern.Append(_chars[i]);
        }

        return pattern.ToString();
    }

    private static void TrimEnd(char[] chars, bool[] isWildcard, int first, ref int last)
    {
        while (last > first && !isWildcard[last - 1] && Characters.IsTrimmed(chars[last - 1]))
        {
            last--;
        }
    }

    /// <summary>Drops the question marks of <c>What is NATO?</c>, but not those of <c>organi?e?</c> and <c>???</c>.</summary>
    private void DropQuestionMarks(char[] chars, bool[] isWildcard, int first, ref int last)
    {
        int end = last;
        while (end > first && isWildcard[end - 1] && chars[end - 1] == '?')
        {
            end--;
        }

        if (end < last && end > first && isWildcard.AsSpan(first, end - first).IndexOf(value: true) < 0)
        {
            DroppedQuestionMark = true;
            last = end;
            TrimEnd(chars, isWildcard, first, ref last);
        }
    }
}
