namespace SearchService.Core.Articles;

/// <summary>A half-open span <c>[Start, End)</c> of UTF-16 units in a text.</summary>
/// <param name="Start">First unit inside, from 0.</param>
/// <param name="End">First unit after; not before <paramref name="Start"/>.</param>
public readonly record struct TextSpan(int Start, int End)
{
    /// <summary>Units inside.</summary>
    public int Length => End - Start;
}
