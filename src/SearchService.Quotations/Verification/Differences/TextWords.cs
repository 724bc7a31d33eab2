using System.Runtime.InteropServices;
using SearchService.Core.Articles;

namespace SearchService.Quotations.Verification.Differences;

/// <summary>A text as its words: where each stands, and its number of <see cref="WordNumbers"/>.</summary>
/// <param name="text">The text.</param>
internal sealed class TextWords(string text)
{
    private readonly List<TextSpan> _spans = [];
    private readonly List<int> _numbers = [];
    private readonly HashSet<int> _apart = [];

    public string Text { get; } = text;

    public int Count => _numbers.Count;

    /// <summary>Of each word, or <see cref="WordNumbers.None"/>; valid until a word is added.</summary>
    public ReadOnlySpan<int> Numbers => CollectionsMarshal.AsSpan(_numbers);

    public TextSpan this[int word] => _spans[word];

    /// <summary>From the first of some words to the last.</summary>
    public TextSpan SpanOf(int first, int count) => new(_spans[first].Start, _spans[first + count - 1].End);

    /// <summary>The words that lie wholly inside a span of the text.</summary>
    public (int First, int Count) Inside(TextSpan span)
    {
        int first = FirstFrom(span.Start);
        int after = FirstFrom(span.End);
        while (after > first && _spans[after - 1].End > span.End)
        {
            after--;
        }

        return (first, Math.Max(0, after - first));
    }

    /// <summary>The first word that begins at a place of the text or after it, or <see cref="Count"/>.</summary>
    public int FirstFrom(int offset)
    {
        int low = 0, high = _spans.Count;
        while (low < high)
        {
            int middle = (low + high) / 2;
            (low, high) = _spans[middle].Start < offset ? (middle + 1, high) : (low, middle);
        }

        return low;
    }

    /// <summary>Whether what stands before a word isn't among the words.</summary>
    public bool IsApart(int word) => _apart.Contains(word);

    /// <summary>The words of some parts of the text alone, as if they followed one another.</summary>
    /// <param name="parts">Ascending.</param>
    public TextWords Only(IEnumerable<TextSpan> parts)
    {
        TextWords only = new(Text);
        foreach (TextSpan part in parts)
        {
            (int first, int count) = Inside(part);
            if (count > 0 && only.Count > 0)
            {
                only._apart.Add(only.Count);
            }

            only._spans.AddRange(_spans.GetRange(first, count));
            only._numbers.AddRange(_numbers.GetRange(first, count));
        }

        return only;
    }

    /// <summary>Where some words stand: a span for each of the parts they are in.</summary>
    public IEnumerable<TextSpan> PartsOf(int first, int count)
    {
        for (int from = first, word = first + 1; word <= first + count; word++)
        {
            if (word == first + count || IsApart(word))
            {
                yield return SpanOf(from, word - from);
                from = word;
            }
        }
    }

    internal void Add(TextSpan span, int number)
    {
        _spans.Add(span);
        _numbers.Add(number);
    }
}
