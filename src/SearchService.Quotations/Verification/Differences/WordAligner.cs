namespace SearchService.Quotations.Verification.Differences;

/// <summary>Puts the words of two texts side by side so that as little as possible is changed.</summary>
/// <remarks>
/// The alignment of least cost (R. A. Wagner, M. J. Fischer, "The String-to-String Correction Problem", 1974). A word replaced costs less than one
/// dropped and one inserted, but two replaced more than that: words that changed places come out as one dropped and inserted, which
/// <see cref="MovedWords"/> then tells. Takes time and memory of the product of the two lengths, without what both begin and end with.
/// </remarks>
internal static class WordAligner
{
    private const int Left = 2;
    private const int Replaced = 3;
    private const int Inflected = 1;

    /// <summary>Aligns.</summary>
    /// <param name="given">Words of the text given.</param>
    /// <param name="found">Words of the archive's text.</param>
    /// <returns>Each word of both once, in the order of both; numbers of words count from the first of each.</returns>
    public static List<AlignedWord> Align(WordsOfText given, WordsOfText found)
    {
        ReadOnlySpan<int> rows = given.Numbers, columns = found.Numbers;
        int before = rows.CommonPrefixLength(columns);
        int after = 0;
        while (after < Math.Min(rows.Length, columns.Length) - before && rows[^(after + 1)] == columns[^(after + 1)])
        {
            after++;
        }

        List<AlignedWord> words = new(Math.Max(rows.Length, columns.Length));
        for (int i = 0; i < before; i++)
        {
            words.Add(new AlignedWord(DifferenceKind.Kept, i, i));
        }

        Middle(given, found, before, rows.Length - after, columns.Length - after, words);
        for (int i = after; i > 0; i--)
        {
            words.Add(new AlignedWord(DifferenceKind.Kept, rows.Length - i, columns.Length - i));
        }

        return words;
    }

    private static void Middle(WordsOfText given, WordsOfText found, int first, int afterGiven, int afterFound, List<AlignedWord> words)
    {
        int height = afterGiven - first, width = afterFound - first;
        byte[] steps = new byte[(height + 1) * (width + 1)];
        int[] costs = new int[width + 1];
        for (int column = 1; column <= width; column++)
        {
            costs[column] = column * Left;
            steps[column] = (byte)DifferenceKind.Dropped;
        }

        for (int row = 1; row <= height; row++)
        {
            int diagonal = costs[0];
            costs[0] = row * Left;
            steps[row * (width + 1)] = (byte)DifferenceKind.Inserted;
            for (int column = 1; column <= width; column++)
            {
                DifferenceKind kind = Compare(given, found, first + row - 1, first + column - 1);
                int best = diagonal + CostOf(kind);
                diagonal = costs[column];
                if (costs[column] + Left < best)
                {
                    (best, kind) = (costs[column] + Left, DifferenceKind.Inserted);
                }

                if (costs[column - 1] + Left < best)
                {
                    (best, kind) = (costs[column - 1] + Left, DifferenceKind.Dropped);
                }

                costs[column] = best;
                steps[(row * (width + 1)) + column] = (byte)kind;
            }
        }

        int start = words.Count;
        for (int row = height, column = width; row > 0 || column > 0;)
        {
            DifferenceKind kind = (DifferenceKind)steps[(row * (width + 1)) + column];
            row -= kind == DifferenceKind.Dropped ? 0 : 1;
            column -= kind == DifferenceKind.Inserted ? 0 : 1;
            words.Add(new AlignedWord(kind, kind == DifferenceKind.Dropped ? -1 : first + row, kind == DifferenceKind.Inserted ? -1 : first + column));
        }

        words.Reverse(start, words.Count - start);
    }

    private static DifferenceKind Compare(WordsOfText given, WordsOfText found, int word, int other) =>
        given.Numbers[word] == found.Numbers[other] && given.Numbers[word] != WordNumbers.None ? DifferenceKind.Kept
        : given.Stems[word] == found.Stems[other] && given.Stems[word] != WordNumbers.None ? DifferenceKind.Inflected
        : DifferenceKind.Replaced;

    private static int CostOf(DifferenceKind kind) => kind switch
    {
        DifferenceKind.Kept => 0,
        DifferenceKind.Inflected => Inflected,
        _ => Replaced,
    };
}

/// <summary>What became of a word, and its number in each of two texts, or -1 where that one doesn't have it.</summary>
internal readonly record struct AlignedWord(DifferenceKind Kind, int Given, int Found)
{
    /// <summary>With the two texts exchanged.</summary>
    public AlignedWord Swapped => new(
        Kind switch
        {
            DifferenceKind.Dropped => DifferenceKind.Inserted,
            DifferenceKind.Inserted => DifferenceKind.Dropped,
            _ => Kind,
        },
        Found,
        Given);
}
