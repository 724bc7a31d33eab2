using SearchService.Analysis.Patterns;
using SearchService.Engine.Kernels;

namespace SearchService.Engine.Automata;

/// <summary>Says what every term of a pattern has: letters, and how many code points.</summary>
/// <param name="Letters">A bit for each, as <see cref="TermSketch.LetterOf"/> has them.</param>
/// <param name="MinLength">The fewest code points, at most <see cref="TermSketch.MaxLength"/>.</param>
/// <param name="MaxLength">The most code points, at most <see cref="TermSketch.MaxLength"/>, which stands for any number.</param>
internal readonly record struct PatternSketch(uint Letters, int MinLength, int MaxLength)
{
    private const int Any = TermSketch.MaxLength;

    /// <summary>What terms of a pattern pass; null when all do.</summary>
    /// <param name="pattern">Folded.</param>
    public static SketchFilter? FilterOf(PatternNode pattern)
    {
        var (letters, minLength, maxLength) = Of(pattern);
        return letters == 0 && minLength <= 1 && maxLength == Any ? null : new SketchFilter(letters, 0, SketchFilter.Any, minLength, maxLength);
    }

    private static PatternSketch Of(PatternNode pattern)
    {
        switch (pattern)
        {
            case PatternNode.Literal literal:
                var all = default(PatternSketch);
                foreach (var rune in literal.Text.EnumerateRunes())
                {
                    all = all.Then(new PatternSketch(TermSketch.LetterOf(rune.Value), 1, 1));
                }

                return all;
            case PatternNode.OneOf { IsNegated: false, Characters.Ranges: [var (first, last)] } when first == last:
                return new PatternSketch(TermSketch.LetterOf(first), 1, 1);
            case PatternNode.OneOf:
                return new PatternSketch(0, 1, 1);
            case PatternNode.Sequence sequence:
                return sequence.Parts.Aggregate(default(PatternSketch), (before, part) => before.Then(Of(part)));
            case PatternNode.Alternatives { Parts.IsEmpty: false } alternatives:
                return alternatives.Parts.Select(Of).Aggregate((one, other) => one.Or(other));
            case PatternNode.Repeat repeat:
                var part = Of(repeat.Part);
                return new PatternSketch(
                    repeat.Min > 0 ? part.Letters : 0,
                    (int)Math.Min(Any, (long)part.MinLength * repeat.Min),
                    part.MaxLength == 0 ? 0 : (int)Math.Min(Any, (long)part.MaxLength * (repeat.Max ?? Any)));
            default:
                return new PatternSketch(0, 0, Any);
        }
    }

    private PatternSketch Then(PatternSketch next) =>
        new(Letters | next.Letters, Math.Min(Any, MinLength + next.MinLength), Math.Min(Any, MaxLength + next.MaxLength));

    private PatternSketch Or(PatternSketch other) =>
        new(Letters & other.Letters, Math.Min(MinLength, other.MinLength), Math.Max(MaxLength, other.MaxLength));
}
