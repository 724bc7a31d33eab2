using System.Text;
using SearchService.Analysis;

namespace SearchService.Engine.Queries;

/// <summary>Matches the documents whose text field holds a term between two bounds, by the order of UTF-8 bytes. Score: 1.</summary>
/// <param name="Field">Number of a text field.</param>
/// <param name="Form">The form of the tokens that is looked at.</param>
/// <param name="Lower">The lower bound in UTF-8, or null for none.</param>
/// <param name="Upper">The upper bound in UTF-8, or null for none.</param>
/// <param name="IncludesLower">Whether the lower bound itself fits.</param>
/// <param name="IncludesUpper">Whether the upper bound itself fits.</param>
public sealed record TermRangeQuery(int Field, TermForm Form, ReadOnlyMemory<byte>? Lower, ReadOnlyMemory<byte>? Upper, bool IncludesLower, bool IncludesUpper)
    : TermSetQuery(Field, [Form])
{
    /// <inheritdoc/>
    public override TermJudge Judge() => new RangeJudge(this);

    /// <inheritdoc/>
    public bool Equals(TermRangeQuery? other) => other is not null && Field == other.Field && Form == other.Form
        && IncludesLower == other.IncludesLower && IncludesUpper == other.IncludesUpper
        && Same(Lower, other.Lower) && Same(Upper, other.Upper);

    /// <inheritdoc/>
    public override int GetHashCode()
    {
        var hash = new HashCode();
        hash.Add(Field);
        hash.Add(Form);
        hash.AddBytes(Lower is { } lower ? lower.Span : []);
        hash.AddBytes(Upper is { } upper ? upper.Span : []);
        return hash.ToHashCode();
    }

    /// <inheritdoc/>
    public override string ToString() => $"{Field}.{Form}:{(IncludesLower ? '[' : '{')}{Bound(Lower)} TO {Bound(Upper)}{(IncludesUpper ? ']' : '}')}";

    private static bool Same(ReadOnlyMemory<byte>? one, ReadOnlyMemory<byte>? other) =>
        one is { } first && other is { } second ? first.Span.SequenceEqual(second.Span) : one is null && other is null;

    private static string Bound(ReadOnlyMemory<byte>? bound) => bound is { } bytes ? Encoding.UTF8.GetString(bytes.Span) : "*";

    private sealed class RangeJudge(TermRangeQuery range) : TermJudge
    {
        public override ReadOnlySpan<byte> First => range.Lower is { } lower ? lower.Span : [];

        public override TermFit Fit(ReadOnlySpan<byte> term)
        {
            if (range.Upper is { } upper && term.SequenceCompareTo(upper.Span) is var order && (order > 0 || (order == 0 && !range.IncludesUpper)))
            {
                return TermFit.Past;
            }

            return range.Lower is { } lower && term.SequenceCompareTo(lower.Span) is var above && (above < 0 || (above == 0 && !range.IncludesLower))
                ? TermFit.No
                : TermFit.Yes;
        }
    }
}
