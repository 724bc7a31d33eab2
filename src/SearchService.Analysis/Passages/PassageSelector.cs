using System.Collections.Immutable;
using SearchService.Analysis.Segmentation;

namespace SearchService.Analysis.Passages;

/// <summary>Chooses the parts of a text that show best what a query matched in it.</summary>
/// <remarks>
/// A passage is a sentence with a match and as many of the following sentences as fit; where a sentence is too long,
/// the part of it around as many matches as fit, cut between words, never inside a grapheme. The passage that shows the most
/// different leaves of the query comes first, then the one with most matches, then the earliest; none overlap.
/// </remarks>
public static class PassageSelector
{
    /// <summary>Chooses passages.</summary>
    /// <param name="text">The text that <paramref name="matches"/> were found in.</param>
    /// <param name="matches">What the query matched; with none, there is one passage, with nothing marked.</param>
    /// <param name="options">How many and how long.</param>
    /// <param name="focus">Where that one passage is, when there are no matches; null for the beginning of the text.</param>
    /// <returns>The passages, best first; none only when the text is blank.</returns>
    public static ImmutableArray<Passage> Select(string text, TextMatches matches, PassageOptions options, MatchSpan? focus = null)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(options.MaxCount, 1);
        ArgumentOutOfRangeException.ThrowIfLessThan(options.MaxLength, 1);
        var sentences = new List<MatchSpan>();
        foreach (var (start, end) in Sentences.Enumerate(text))
        {
            sentences.Add(new MatchSpan(start, end));
        }

        if (sentences.Count == 0)
        {
            return [];
        }

        var found = matches.Matches;
        if (found.IsEmpty)
        {
            var core = focus ?? new MatchSpan(sentences[0].Start, sentences[0].Start);
            var first = Math.Max(0, sentences.FindLastIndex(sentence => sentence.Start <= core.Start));
            var area = AreaOf(sentences, first, new LeafMatch(core.Start, core.End, 0), 0, text.Length, options.MaxLength);
            return [Cut(text, PassageCutter.Fit(text, area, core, options.MaxLength), matches)];
        }

        var chosen = new List<MatchSpan>();
        while (chosen.Count < options.MaxCount && Best(sentences, matches, chosen, options.MaxLength) is var (area, core))
        {
            chosen.Add(PassageCutter.Fit(text, area, core, options.MaxLength));
        }

        return [.. chosen.Select(span => Cut(text, span, matches))];
    }

    // The best part of what isn't shown yet: where a passage may lie, and the matches it has to hold.
    private static (MatchSpan Area, MatchSpan Core)? Best(List<MatchSpan> sentences, TextMatches matches, List<MatchSpan> chosen, int maxLength)
    {
        (MatchSpan Area, MatchSpan Core)? best = null;
        var bestRank = (Leaves: 0, Matches: 0);
        var seen = new int[matches.LeafCount];
        var sentence = 0;
        var lastArea = new MatchSpan(-1, -1);
        for (var i = 0; i < matches.Matches.Length; i++)
        {
            var match = matches.Matches[i];
            if (chosen.Exists(c => match.Start < c.End && c.Start < match.End))
            {
                continue;
            }

            while (sentence + 1 < sentences.Count && sentences[sentence + 1].Start <= match.Start)
            {
                sentence++;
            }

            var (floor, ceiling) = Gap(chosen, match.Start);
            var area = AreaOf(sentences, sentence, match, floor, ceiling, maxLength);
            var fits = area.End - area.Start <= maxLength;
            if (fits && area == lastArea)
            {
                continue;
            }

            lastArea = area;
            var limit = fits ? area.End : Math.Min(area.End, Math.Max(match.End, match.Start + (maxLength * 4 / 5)));
            var core = new MatchSpan(match.Start, Math.Min(match.End, limit));
            var rank = (Leaves: 0, Matches: 0);
            for (var j = i; j < matches.Matches.Length && matches.Matches[j].Start < limit; j++)
            {
                var (_, end, leaf) = matches.Matches[j];
                if (end <= limit)
                {
                    rank = (rank.Leaves + (seen[leaf] == i + 1 ? 0 : 1), rank.Matches + 1);
                    seen[leaf] = i + 1;
                    core = core with { End = Math.Max(core.End, end) };
                }
            }

            if (best is null || rank.CompareTo(bestRank) > 0)
            {
                (best, bestRank) = ((area, core), rank);
            }
        }

        return best;
    }

    // The room between the passages already chosen.
    private static (int Floor, int Ceiling) Gap(List<MatchSpan> chosen, int offset)
    {
        int floor = 0, ceiling = int.MaxValue;
        foreach (var span in chosen)
        {
            if (span.End <= offset)
            {
                floor = Math.Max(floor, span.End);
            }
            else
            {
                ceiling = Math.Min(ceiling, span.Start);
            }
        }

        return (floor, ceiling);
    }

    // The sentences that a match lies in, and those after them that fit; longer than allowed when they are.
    private static MatchSpan AreaOf(List<MatchSpan> sentences, int sentence, LeafMatch match, int floor, int ceiling, int maxLength)
    {
        var start = Math.Max(floor, Math.Min(sentences[sentence].Start, match.Start));
        var last = sentence;
        while (last + 1 < sentences.Count && sentences[last].End < match.End)
        {
            last++;
        }

        var end = Math.Min(Math.Max(sentences[last].End, match.End), ceiling);
        while (last + 1 < sentences.Count && sentences[last + 1].End <= ceiling && sentences[last + 1].End - start <= maxLength)
        {
            end = sentences[++last].End;
        }

        return new MatchSpan(start, end);
    }

    // Part of a phrase is no match, and not marked; unless even one doesn't fit, and its part is all there is to show.
    private static Passage Cut(string text, MatchSpan span, TextMatches matches)
    {
        var whole = ImmutableArray.CreateBuilder<MatchSpan>();
        var parts = ImmutableArray.CreateBuilder<MatchSpan>();
        foreach (var (start, end) in matches.Spans)
        {
            if (start < span.End && span.Start < end)
            {
                var inside = start >= span.Start && end <= span.End;
                (inside ? whole : parts).Add(new MatchSpan(Math.Max(start, span.Start) - span.Start, Math.Min(end, span.End) - span.Start));
            }
        }

        var highlights = whole.Count > 0 ? whole : parts;
        return new Passage(text[span.Start..span.End], span.Start, highlights.DrainToImmutable());
    }
}
