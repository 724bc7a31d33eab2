using System.Collections.Frozen;

namespace SearchService.Ingestion.Extraction.Boilerplate;

/// <summary>Tells which paragraphs of an article repeat another one: captions given twice, sentences pulled out, teasers cut short.</summary>
internal sealed class Repeats
{
    private const int ShortestFarRepeat = 40;
    private const int ShortestPulledOut = 40;
    private const int LongestPulledOut = 300;
    private const int FewestWordsPulledOut = 8;
    private const int Near = 6;

    // Of the words of a teaser that the paragraph it is made of has: it may have been edited since.
    private const double SharedByTeaser = 0.7;

    private readonly IReadOnlyList<string> _paragraphs;
    private readonly int _end;
    private readonly Dictionary<string, int> _last = new(StringComparer.Ordinal);

    /// <param name="paragraphs">Of a page.</param>
    /// <param name="end">Those before are looked at.</param>
    public Repeats(IReadOnlyList<string> paragraphs, int end) => (_paragraphs, _end) = (paragraphs, end);

    /// <summary>Whether a paragraph says what another one says; asked of each in order.</summary>
    public bool Contains(int at)
    {
        string paragraph = _paragraphs[at];
        bool seen = _last.TryGetValue(paragraph, out int before);
        _last[paragraph] = at;
        if (seen && (at == before + 1 || paragraph.Length >= ShortestFarRepeat))
        {
            return true;
        }

        return IsNameAlone(at) || IsPulledOut(at) || IsTeaser(at);
    }

    // "We will stay." as a paragraph of its own beside the one that holds the sentence.
    private bool IsPulledOut(int at)
    {
        ReadOnlySpan<char> bare = _paragraphs[at].AsSpan().Trim(" \"“”„«»'‘’.…,!?");
        if (bare.Length is < ShortestPulledOut or > LongestPulledOut || CountWords(bare) < FewestWordsPulledOut)
        {
            return false;
        }

        for (int i = Math.Max(0, at - Near); i < Math.Min(_end, at + Near + 1); i++)
        {
            if (i != at && _paragraphs[i].Length > _paragraphs[at].Length && _paragraphs[i].AsSpan().Contains(bare, StringComparison.Ordinal))
            {
                return true;
            }
        }

        return false;
    }

    private bool IsTeaser(int at)
    {
        string paragraph = _paragraphs[at];
        if (paragraph.Length > LongestPulledOut
            || !(paragraph.EndsWith("...", StringComparison.Ordinal) || paragraph.EndsWith('…')))
        {
            return false;
        }

        string[] words = WordsOf(paragraph);
        if (words.Length < FewestWordsPulledOut)
        {
            return false;
        }

        for (int i = Math.Max(0, at - Near); i < Math.Min(_end, at + Near + 1); i++)
        {
            if (i != at && _paragraphs[i].Length > paragraph.Length)
            {
                FrozenSet<string> others = WordsOf(_paragraphs[i]).ToFrozenSet(StringComparer.OrdinalIgnoreCase);
                if (words.Count(others.Contains) >= words.Length * SharedByTeaser)
                {
                    return true;
                }
            }
        }

        return false;
    }

    // "Tokayev", alone between two paragraphs of which one has "Kassym-Jomart Tokayev": the caption of a portrait.
    private bool IsNameAlone(int at)
    {
        string name = _paragraphs[at];
        if (name.Length > 30 || !char.IsUpper(name[0]) || at == 0 || at + 1 >= _end || !name.All(static unit => char.IsLetter(unit) || unit == '-'))
        {
            return false;
        }

        return FollowsFirstName(_paragraphs[at - 1], name) || FollowsFirstName(_paragraphs[at + 1], name);
    }

    private static bool FollowsFirstName(string paragraph, string name)
    {
        for (int found = paragraph.IndexOf(name, StringComparison.Ordinal); found >= 0; found = paragraph.IndexOf(name, found + 1, StringComparison.Ordinal))
        {
            int start = found < 2 || paragraph[found - 1] != ' ' ? found : paragraph.LastIndexOf(' ', found - 2) + 1;
            int end = found + name.Length;
            bool whole = end == paragraph.Length || !char.IsLetter(paragraph[end]);
            if (whole && found - start > 2 && start > 0 && char.IsUpper(paragraph[start]) && paragraph[start..(found - 1)].All(static unit => char.IsLetter(unit) || unit is '-' or '.'))
            {
                return true;
            }
        }

        return false;
    }

    private static int CountWords(ReadOnlySpan<char> text) => text.Count(' ') + 1;

    private static string[] WordsOf(string text) => text.Split(
        [' ', ',', '.', '…', '"', '“', '”', ':', ';', '!', '?', '(', ')'], StringSplitOptions.RemoveEmptyEntries);
}
