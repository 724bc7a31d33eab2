using System.Buffers;
using SearchService.Core.Articles;
using SearchService.Quotations.Verification.Differences;

namespace SearchService.Quotations.Verification;

/// <summary>Finds where in an article something most like a text stands.</summary>
/// <remarks>
/// First the window of half as many words again that has most of the text's words, each counted by how much it tells; then, around it, the
/// passage that is made of the text at the least cost (P. H. Sellers, "The Theory and Computation of Evolutionary Distances", 1980).
/// Linear in the article, and in the square of the text.
/// </remarks>
internal sealed class NearestPassage
{
    // In tenths of a word of the text that the passage lacks. A word between is less: words are worth keeping beyond a "he said". A word replaced is
    // more than one lacking, less than one lacking and one between: the passage ends with words of the text.
    private const int Lacking = 10;
    private const int Between = 4;
    private const int Replaced = 11;

    // A word of the text that stands so near a passage's edge moved away from it.
    private const int Beside = 2;

    private static readonly SearchValues<char> Dividers = SearchValues.Create(".!?:\"“”„«»\n");

    private readonly VerifiedText _text;
    private readonly int[] _remaining;

    /// <param name="text">What is looked for.</param>
    public NearestPassage(VerifiedText text)
    {
        _text = text;
        _remaining = new int[text.Numbers];
    }

    /// <summary>Finds the passage.</summary>
    /// <param name="words">An article's text or title, numbered with those of the text to verify.</param>
    /// <returns>Its words, the first and the last of which are of the text, and what it differs by, a word lacking being 10; null when it has none of the words.</returns>
    public (int First, int Count, int Cost)? Find(TextWords words)
    {
        (int first, int after) = Window(words.Numbers);
        if (after == 0)
        {
            return null;
        }

        int around = (_text.Count / 2) + 2;
        first = Math.Max(0, first - around);
        after = Math.Min(words.Count, after + around);
        (int begin, int end, int cost) = Align(words.Numbers[first..after]);
        return begin >= end ? null : (first + begin, end - begin, cost);
    }

    private (int First, int After) Window(ReadOnlySpan<int> numbers)
    {
        int length = _text.Count + (_text.Count / 2) + 2;
        Array.Clear(_remaining);
        foreach (int number in _text.Words.Numbers)
        {
            _remaining[number]++;
        }

        double weight = 0, most = 0;
        int best = -1;
        for (int i = 0; i < numbers.Length; i++)
        {
            weight += numbers[i] >= 0 && _remaining[numbers[i]]-- > 0 ? WeightOf(numbers[i]) : 0;
            if (i >= length)
            {
                int gone = numbers[i - length];
                weight -= gone >= 0 && ++_remaining[gone] > 0 ? WeightOf(gone) : 0;
            }

            if (weight > most + 1e-9)
            {
                (most, best) = (weight, i);
            }
        }

        return best < 0 ? (0, 0) : (Math.Max(0, best + 1 - length), best + 1);
    }

    // Words that are everywhere count a little: where they stand together they tell something, too.
    private double WeightOf(int number) => 1 + Math.Max(0, _text.BitsOf(number));

    private (int Begin, int End, int Cost) Align(ReadOnlySpan<int> numbers)
    {
        ReadOnlySpan<int> given = _text.Words.Numbers;
        int[] costs = new int[numbers.Length + 1];
        int[] begins = new int[numbers.Length + 1];
        for (int column = 0; column <= numbers.Length; column++)
        {
            begins[column] = column;
        }

        for (int row = 1; row <= given.Length; row++)
        {
            (int diagonal, int diagonalBegin) = (costs[0], begins[0]);
            costs[0] = row * Lacking;
            int number = given[row - 1];
            for (int column = 1; column <= numbers.Length; column++)
            {
                int cost = diagonal + (numbers[column - 1] == number ? 0 : Replaced), begin = diagonalBegin;
                (diagonal, diagonalBegin) = (costs[column], begins[column]);
                if (diagonal + Lacking < cost)
                {
                    (cost, begin) = (diagonal + Lacking, diagonalBegin);
                }

                if (costs[column - 1] + Between < cost)
                {
                    (cost, begin) = (costs[column - 1] + Between, begins[column - 1]);
                }

                (costs[column], begins[column]) = (cost, begin);
            }
        }

        int best = 0;
        for (int column = 1; column <= numbers.Length; column++)
        {
            best = costs[column] < costs[best] ? column : best;
        }

        return (begins[best], best, costs[best]);
    }

    /// <summary>Takes in words at the edges of a passage: those in whose place words of the text stand, or that moved; as far as the sentence goes.</summary>
    /// <param name="words">The article's text or title.</param>
    /// <param name="first">The first word of the passage.</param>
    /// <param name="count">Its words.</param>
    /// <param name="before">Words of the text before its first that is in the passage.</param>
    /// <param name="after">Words of the text after its last that is.</param>
    /// <param name="lacking">Numbers of the words of the text that aren't in the passage.</param>
    public static (int First, int Count) Widened(TextWords words, int first, int count, int before, int after, HashSet<int> lacking)
    {
        int end = first + count;
        for (int step = 1, at = first - 1; at >= 0 && step <= Math.Max(before, Beside) && !Divides(words, at); step++, at--)
        {
            first = step <= before || lacking.Contains(words.Numbers[at]) ? at : first;
        }

        for (int step = 1, at = end; at < words.Count && step <= Math.Max(after, Beside) && !Divides(words, at - 1); step++, at++)
        {
            end = step <= after || lacking.Contains(words.Numbers[at]) ? at + 1 : end;
        }

        return (first, end - first);
    }

    private static bool Divides(TextWords words, int word)
    {
        TextSpan between = new(words[word].End, words[word + 1].Start);
        return words.Text.AsSpan(between.Start, between.Length).ContainsAny(Dividers);
    }
}
