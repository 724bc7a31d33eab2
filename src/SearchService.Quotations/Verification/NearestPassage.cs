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
    private const int Left = 10;

    // A little less than one dropped or inserted: a word replaced at an edge belongs to the passage.
    private const int Replaced = 9;

    private static readonly SearchValues<char> Dividers = SearchValues.Create(".!?:\"“”„«»\n");

    private readonly VerifiedText _text;
    private readonly bool[] _isOfText;
    private readonly int[] _remaining;

    /// <param name="text">What is looked for.</param>
    public NearestPassage(VerifiedText text)
    {
        _text = text;
        _isOfText = new bool[text.Numbers];
        _remaining = new int[text.Numbers];
        foreach (int number in text.Words.Numbers)
        {
            _isOfText[number] = true;
        }
    }

    /// <summary>Finds the passage.</summary>
    /// <param name="words">An article's text or title, numbered with those of the text to verify.</param>
    /// <returns>Its words and what it differs by, a tenth of a word being 1; null when it has none of the words.</returns>
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
        return begin >= end ? null : Trimmed(words, first + begin, first + end, cost);
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
            costs[0] = row * Left;
            int number = given[row - 1];
            for (int column = 1; column <= numbers.Length; column++)
            {
                int cost = diagonal + (numbers[column - 1] == number ? 0 : Replaced), begin = diagonalBegin;
                (diagonal, diagonalBegin) = (costs[column], begins[column]);
                if (diagonal + Left < cost)
                {
                    (cost, begin) = (diagonal + Left, diagonalBegin);
                }

                if (costs[column - 1] + Left < cost)
                {
                    (cost, begin) = (costs[column - 1] + Left, begins[column - 1]);
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

    /// <summary>Without words at an edge that only happen to stand there: not in the text, and of another sentence or outside the quotation marks.</summary>
    private (int First, int Count, int Cost) Trimmed(TextWords words, int first, int after, int cost)
    {
        while (after - first > 1 && !IsOfText(words, first) && Divides(words, first))
        {
            first++;
        }

        while (after - first > 1 && !IsOfText(words, after - 1) && Divides(words, after - 2))
        {
            after--;
        }

        return (first, after - first, cost);
    }

    private bool IsOfText(TextWords words, int word) => words.Numbers[word] is >= 0 and var number && _isOfText[number];

    private static bool Divides(TextWords words, int word)
    {
        TextSpan between = new(words[word].End, words[word + 1].Start);
        return words.Text.AsSpan(between.Start, between.Length).ContainsAny(Dividers);
    }
}
