using System.Buffers;
using System.Collections.Frozen;
using System.Runtime.InteropServices;

namespace SearchService.Ingestion.Extraction.Html;

/// <summary>Measures a page before it is parsed, so that one made to cost hours or all memory costs neither.</summary>
/// <remarks>
/// <para>
/// The parser's tree is never deeper than 512, but its time grows with the square of the elements that are open at a time, and its memory
/// with the elements it makes. It makes more than the page has: formatting that isn't closed (<c>&lt;b&gt;</c>, <c>&lt;font&gt;</c>) is made
/// again in each block that follows (HTML standard, 13.2.4.3, "reconstruct the active formatting elements").
/// </para>
/// <para>One pass over the tags, which knows of the standard's rules of implied ends what pages rely on: cells, rows and entries of lists.</para>
/// </remarks>
internal static class PageShape
{
    // Elements that the parser may make for each that the page may have.
    private const int RemadeForEach = 4;

    private static readonly SearchValues<char> NameEnds = SearchValues.Create(" \t\r\n\f/>");
    private static readonly FrozenSet<int> Void = Names("area base br col embed hr img input link meta param source track wbr basefont bgsound frame keygen");
    private static readonly FrozenSet<int> RawText = Names("script style textarea title xmp iframe noembed noframes");
    private static readonly FrozenSet<int> Formatting = Names("b big code em font i s small strike strong tt u");
    private static readonly FrozenSet<int> Entries = Names("li dt dd");
    private static readonly FrozenSet<int> Cells = Names("td th tr tbody thead tfoot");
    private static readonly FrozenSet<int> Tables = Names("table template");
    private static readonly FrozenSet<int> InsideEntries = Names("li dt dd div p address a span b big code em font i s small strike strong tt u nobr label sup sub");
    private static readonly int Paragraph = NameOf("p");

    /// <summary>Says why a page isn't parsed.</summary>
    /// <param name="html">Of the page.</param>
    /// <param name="limits">What is too much.</param>
    /// <returns>A sentence, or null for a page that is.</returns>
    public static string? Refusal(string html, IngestionLimits limits)
    {
        Walk walk = new();
        ReadOnlySpan<char> rest = html;
        while (walk.Take(ref rest))
        {
            if (walk.Depth > limits.PageDepth)
            {
                return $"The page opens more than {limits.PageDepth:N0} elements inside one another, which is the limit and which no page of an article does.";
            }

            if (walk.Elements > limits.PageElements || walk.Remade > (long)RemadeForEach * limits.PageElements)
            {
                return $"The page makes more than {limits.PageElements:N0} elements, which is the limit and which no page of an article does.";
            }
        }

        return null;
    }

    private static FrozenSet<int> Names(string names) => names.Split(' ').Select(static name => NameOf(name)).ToFrozenSet();

    // FNV-1a of the name in lower case: two names of the same hash cost a wrong count, not a wrong article.
    private static int NameOf(ReadOnlySpan<char> name)
    {
        uint hash = 2166136261;
        foreach (char unit in name)
        {
            hash = (hash ^ (char.IsAsciiLetterUpper(unit) ? (uint)unit | 0x20 : unit)) * 16777619;
        }

        return (int)hash;
    }

    private sealed class Walk
    {
        private readonly List<int> _open = [];
        private readonly Dictionary<int, int> _counts = [];
        private long _formatting;

        public int Depth => _open.Count;

        public long Elements { get; private set; }

        public long Remade { get; private set; }

        /// <summary>Goes over the next tag.</summary>
        public bool Take(ref ReadOnlySpan<char> rest)
        {
            int at = rest.IndexOf('<');
            if (at < 0 || at + 1 >= rest.Length)
            {
                return false;
            }

            rest = rest[(at + 1)..];
            bool ends = rest[0] == '/';
            if (ends)
            {
                rest = rest[1..];
            }

            if (rest.IsEmpty || !char.IsAsciiLetter(rest[0]))
            {
                if (!ends && rest.StartsWith("!--"))
                {
                    int end = rest[3..].IndexOf("-->");
                    rest = end < 0 ? default : rest[(end + 6)..];
                }

                return true;
            }

            int length = rest.IndexOfAny(NameEnds);
            ReadOnlySpan<char> written = length < 0 ? rest : rest[..length];
            int name = NameOf(written);
            rest = AfterTag(rest[written.Length..]);
            if (ends)
            {
                Close(name);
            }
            else
            {
                Elements++;
                Remade += 1 + _formatting;
                if (RawText.Contains(name))
                {
                    rest = AfterRawText(rest, written);
                }
                else if (!Void.Contains(name))
                {
                    Open(name);
                }
            }

            return true;
        }

        private static ReadOnlySpan<char> AfterTag(ReadOnlySpan<char> rest)
        {
            while (true)
            {
                int at = rest.IndexOfAny('>', '"', '\'');
                if (at < 0)
                {
                    return default;
                }

                char found = rest[at];
                bool value = found != '>' && rest[..at].TrimEnd().EndsWith("=");
                rest = rest[(at + 1)..];
                if (found == '>')
                {
                    return rest;
                }

                if (value)
                {
                    int end = rest.IndexOf(found);
                    rest = end < 0 ? default : rest[(end + 1)..];
                }
            }
        }

        private static ReadOnlySpan<char> AfterRawText(ReadOnlySpan<char> rest, ReadOnlySpan<char> name)
        {
            ReadOnlySpan<char> searched = rest;
            while (true)
            {
                int at = searched.IndexOf("</");
                if (at < 0)
                {
                    return default;
                }

                searched = searched[(at + 2)..];
                if (searched.StartsWith(name, StringComparison.OrdinalIgnoreCase))
                {
                    return AfterTag(searched);
                }
            }
        }

        private void Open(int name)
        {
            if (Cells.Contains(name))
            {
                CloseBack(name, Tables, stopsAtMembers: true);
            }
            else if (Entries.Contains(name))
            {
                CloseBack(name, InsideEntries, stopsAtMembers: false);
            }
            else if (name == Paragraph && _open.Count > 0 && _open[^1] == Paragraph)
            {
                Pop(1);
            }

            _open.Add(name);
            CollectionsMarshal.GetValueRefOrAddDefault(_counts, name, out _)++;
            _formatting += Formatting.Contains(name) ? 1 : 0;
        }

        // Ends the element of the same name that the new one can't stand in, with what is open inside.
        private void CloseBack(int name, FrozenSet<int> bounds, bool stopsAtMembers)
        {
            if (_counts.GetValueOrDefault(name) == 0)
            {
                return;
            }

            for (int i = _open.Count - 1; i >= 0; i--)
            {
                if (_open[i] == name)
                {
                    Pop(_open.Count - i);
                    return;
                }

                if (bounds.Contains(_open[i]) == stopsAtMembers)
                {
                    return;
                }
            }
        }

        // All that is looked at is taken off, so that the search costs no more than the opening did.
        private void Close(int name)
        {
            _formatting -= _formatting > 0 && Formatting.Contains(name) ? 1 : 0;
            if (_counts.GetValueOrDefault(name) > 0)
            {
                Pop(_open.Count - _open.LastIndexOf(name));
            }
        }

        private void Pop(int count)
        {
            for (int i = 0; i < count; i++)
            {
                CollectionsMarshal.GetValueRefOrAddDefault(_counts, _open[^1], out _)--;
                _open.RemoveAt(_open.Count - 1);
            }
        }
    }
}
