using System.Globalization;

namespace SearchService.Analysis.Passages;

/// <summary>Cuts a piece out of a text that is too long to be shown whole.</summary>
internal static class PassageCutter
{
    /// <summary>Gives a part of an area that is short enough and holds a core, with about as much before it as after it.</summary>
    /// <remarks>
    /// It begins and ends between words where there is white space to cut at, else between graphemes (Unicode's extended
    /// grapheme clusters, UAX #29), and has no white space at either end.
    /// </remarks>
    /// <param name="text">The text.</param>
    /// <param name="area">Where the piece may lie.</param>
    /// <param name="core">What it has to hold, or begins with where even this is too long; inside the area.</param>
    /// <param name="maxLength">Most UTF-16 units; a longer single grapheme is kept whole.</param>
    public static MatchSpan Fit(string text, MatchSpan area, MatchSpan core, int maxLength)
    {
        if (area.End - area.Start <= maxLength)
        {
            return Trim(text, area);
        }

        var room = Math.Max(0, maxLength - (core.End - core.Start));
        var before = Math.Min(room / 2, core.Start - area.Start);
        var after = Math.Min(room - before, area.End - core.End);
        before = Math.Min(room - after, core.Start - area.Start);
        var start = StartAt(text, area.Start, core.Start - before, core.Start);
        var end = EndAt(text, start, Math.Min(area.End, start + maxLength), core);
        return Trim(text, new MatchSpan(start, end));
    }

    // The first cut between words at or after the wanted one, or the first between graphemes, none after the core's start.
    private static int StartAt(string text, int areaStart, int wanted, int coreStart)
    {
        int at = areaStart, between = -1;
        var afterSpace = true;
        while (at < coreStart)
        {
            if (at >= wanted)
            {
                between = between < 0 ? at : between;
                if (afterSpace)
                {
                    return at;
                }
            }

            var next = at + StringInfo.GetNextTextElementLength(text.AsSpan(at));
            if (next > coreStart)
            {
                return at; // the core begins inside a grapheme: take that whole
            }

            afterSpace = char.IsWhiteSpace(text[at]);
            at = next;
        }

        return afterSpace || between < 0 ? coreStart : between;
    }

    // The last cut between words up to the wanted one but not inside the core, or the last between graphemes.
    private static int EndAt(string text, int start, int wanted, MatchSpan core)
    {
        int at = start, words = -1, graphemes = -1;
        while (at < wanted)
        {
            at += StringInfo.GetNextTextElementLength(text.AsSpan(at));
            if (at > wanted && graphemes > core.Start)
            {
                break;
            }

            graphemes = at;
            if (at >= core.End && (at >= text.Length || char.IsWhiteSpace(text[at])))
            {
                words = at;
            }
        }

        return words >= 0 ? words : graphemes;
    }

    private static MatchSpan Trim(string text, MatchSpan span)
    {
        var (start, end) = span;
        while (start < end && char.IsWhiteSpace(text[start]))
        {
            start++;
        }

        while (end > start && char.IsWhiteSpace(text[end - 1]))
        {
            end--;
        }

        return new MatchSpan(start, end);
    }
}
