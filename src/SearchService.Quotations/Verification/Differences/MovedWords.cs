namespace SearchService.Quotations.Verification.Differences;

/// <summary>Tells words that changed their place from words that were dropped and inserted.</summary>
internal static class MovedWords
{
    // Farther away it is rather another word that happens to be the same.
    private const int Farthest = 12;

    /// <summary>Puts <see cref="DifferenceKind.Moved"/> in place of what left one place and appears in another.</summary>
    /// <param name="words">Of <see cref="WordAligner"/>.</param>
    /// <param name="given">Words of the text given.</param>
    /// <param name="found">Words of the archive's text.</param>
    /// <returns>The words, in the same order; a pair of words replaced of which one moved are two.</returns>
    public static List<AlignedWord> Tell(List<AlignedWord> words, WordsOfText given, WordsOfText found)
    {
        List<int> gone = [.. Places(words, static kind => kind is DifferenceKind.Dropped or DifferenceKind.Replaced)];
        if (gone.Count == 0 || words.TrueForAll(static word => word.Kind is not (DifferenceKind.Inserted or DifferenceKind.Replaced)))
        {
            return words;
        }

        HashSet<int> movedFrom = [], movedTo = [];
        foreach (int place in Places(words, static kind => kind is DifferenceKind.Inserted or DifferenceKind.Replaced))
        {
            int number = given.Numbers[words[place].Given];
            int from = -1;
            foreach (int other in gone)
            {
                if (other != place && !movedFrom.Contains(other) && found.Numbers[words[other].Found] == number
                    && Math.Abs(other - place) <= Farthest && (from < 0 || Math.Abs(other - place) < Math.Abs(from - place)))
                {
                    from = other;
                }
            }

            if (from >= 0)
            {
                movedFrom.Add(from);
                movedTo.Add(place);
            }
        }

        return movedTo.Count == 0 ? words : [.. words.SelectMany((word, place) => Split(word, movedFrom.Contains(place), movedTo.Contains(place)))];
    }

    private static IEnumerable<int> Places(List<AlignedWord> words, Predicate<DifferenceKind> of) =>
        Enumerable.Range(0, words.Count).Where(place => of(words[place].Kind));

    private static IEnumerable<AlignedWord> Split(AlignedWord word, bool from, bool to)
    {
        if (!from && !to)
        {
            return [word];
        }

        AlignedWord left = new(from ? DifferenceKind.Moved : DifferenceKind.Dropped, -1, word.Found);
        AlignedWord come = new(to ? DifferenceKind.Moved : DifferenceKind.Inserted, word.Given, -1);
        return word.Found < 0 ? [come] : word.Given < 0 ? [left] : [left, come];
    }
}
