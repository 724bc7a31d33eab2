using SearchService.Engine.Queries;

namespace SearchService.Engine.Automata;

/// <summary>Says which term is a word.</summary>
/// <param name="word">In UTF-8.</param>
internal sealed class WordJudge(byte[] word) : TermJudge
{
    /// <inheritdoc/>
    public override ReadOnlySpan<byte> First => word;

    /// <inheritdoc/>
    public override TermFit Fit(ReadOnlySpan<byte> term) => term.SequenceCompareTo(word) switch
    {
        0 => TermFit.Yes,
        < 0 => TermFit.No,
        _ => TermFit.Past,
    };
}
