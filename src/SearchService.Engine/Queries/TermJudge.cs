using SearchService.Engine.Kernels;

namespace SearchService.Engine.Queries;

/// <summary>Says of terms whether they belong to a <see cref="TermSetQuery"/>.</summary>
/// <remarks>
/// Terms may come in any order; in ascending order, those of an automaton are judged fastest. Terms that don't pass a judge's filter needn't
/// be shown to it. One thread.
/// </remarks>
public abstract class TermJudge
{
    /// <summary>No term that sorts before this one fits: where to begin.</summary>
    public virtual ReadOnlySpan<byte> First => [];

    /// <summary>After <see cref="TermFit.Skip"/>: no term from the one judged to before this one fits. Valid until the next.</summary>
    public virtual ReadOnlySpan<byte> Next => [];

    /// <summary>What every term that fits passes; null for no such filter.</summary>
    internal virtual SketchFilter? Filter => null;

    /// <summary>Judges a term.</summary>
    /// <param name="term">In UTF-8, at most <see cref="Analysis.LongTerms.MaxLength"/> bytes.</param>
    public abstract TermFit Fit(ReadOnlySpan<byte> term);

    /// <summary>Says only whether a term is in the set: for words of a text, which are in no order.</summary>
    /// <param name="term">As for <see cref="Fit"/>.</param>
    public virtual bool Contains(ReadOnlySpan<byte> term) => Fit(term) == TermFit.Yes;
}

/// <summary>How a term stands to a <see cref="TermSetQuery"/>.</summary>
public enum TermFit
{
    /// <summary>It isn't in the set; the one that sorts next may be.</summary>
    No,

    /// <summary>It is in the set.</summary>
    Yes,

    /// <summary>It isn't in the set, nor is any before <see cref="TermJudge.Next"/>.</summary>
    Skip,

    /// <summary>Neither it nor any that sorts after it is in the set.</summary>
    Past,
}
