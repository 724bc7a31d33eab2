using System.Collections.Immutable;

namespace SearchService.Conformance.Oracle;

/// <summary>Where a part of a query stands in a text.</summary>
/// <param name="Start">Its first position.</param>
/// <param name="End">After its last.</param>
/// <param name="Slack">How far its words, or its sides, are from where they would be closest: 0 for a word and an exact phrase.</param>
/// <param name="Marks">What of it is marked, as runs of positions.</param>
internal sealed record NaivePlace(int Start, int End, int Slack, ImmutableArray<(int Start, int End)> Marks);

/// <summary>Words one after the other, more or less: what a word, a phrase or a pattern asks for.</summary>
/// <param name="vocabulary">Of the texts.</param>
/// <param name="steps">For each word, whether a word of a text will do.</param>
/// <param name="slop">By how much they may be displaced.</param>
internal sealed class NaiveSequence(NaiveVocabulary vocabulary, Func<NaiveWord, bool>[] steps, int slop)
{
    // What is known already of each word: 0 for nothing.
    private readonly sbyte[][] _known = [.. steps.Select(_ => new sbyte[vocabulary.Words.Count])];

    internal IEnumerable<NaivePlace> In(NaiveText text)
    {
        if (steps.Length == 0)
        {
            return [];
        }

        return slop == 0 || steps.Length == 1 ? Exactly(text) : Sloppily(text);
    }

    private bool Fits(int step, int word)
    {
        ref sbyte known = ref _known[step][word];
        known = known != 0 ? known : steps[step](vocabulary.Words[word]) ? (sbyte)1 : (sbyte)-1;
        return known > 0;
    }

    private IEnumerable<NaivePlace> Exactly(NaiveText text)
    {
        sbyte[] first = _known[0];
        for (int start = 0; start + steps.Length <= text.Words.Length; start++)
        {
            if (first[text.Words[start]] < 0)
            {
                continue; // nearly always
            }

            int step = 0;
            while (step < steps.Length && Fits(step, text.Words[start + step]))
            {
                step++;
            }

            if (step == steps.Length)
            {
                yield return new NaivePlace(start, start + step, 0, [(start, start + step)]);
            }
        }
    }

    /// <summary>
    /// Of every choice of one position a word, no position twice, whose displacements (position less place in the phrase) differ by at most the slop:
    /// those between whose least and greatest displacement no other choice fits. Of several with the same two, the one that takes the first positions.
    /// </summary>
    private IEnumerable<NaivePlace> Sloppily(NaiveText text)
    {
        HashSet<int> displacements = [];
        for (int step = 0; step < steps.Length; step++)
        {
            bool isThere = false;
            for (int position = 0; position < text.Words.Length; position++)
            {
                if (Fits(step, text.Words[position]))
                {
                    isThere = true;
                    displacements.Add(position - step);
                }
            }

            if (!isThere)
            {
                yield break;
            }
        }

        Dictionary<(int Low, int High), int[]> choices = [];
        int[] chosen = new int[steps.Length];
        foreach (int low in displacements)
        {
            Choose(0, low);
        }

        foreach (((int low, int high), int[] choice) in choices)
        {
            if (!choices.Keys.Any(other => other != (low, high) && other.Low >= low && other.High <= high))
            {
                yield return new NaivePlace(choice.Min(), choice.Max() + 1, high - low, [.. choice.Order().Select(static position => (position, position + 1))]);
            }
        }

        void Choose(int step, int low)
        {
            if (step == steps.Length)
            {
                IEnumerable<int> displacements = chosen.Select(static (position, place) => position - place);
                choices.TryAdd((displacements.Min(), displacements.Max()), [.. chosen]);
                return;
            }

            for (int position = Math.Max(0, low + step); position <= low + step + slop && position < text.Words.Length; position++)
            {
                if (!chosen.AsSpan(0, step).Contains(position) && Fits(step, text.Words[position]))
                {
                    chosen[step] = position;
                    Choose(step + 1, low);
                }
            }
        }
    }
}
