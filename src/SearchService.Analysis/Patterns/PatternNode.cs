using System.Collections.Immutable;
using System.Text;

namespace SearchService.Analysis.Patterns;

/// <summary>A part of a pattern as it was read: what wildcards and regular expressions have in common.</summary>
/// <remarks><see cref="Print"/> writes it one way only, so that patterns that print alike are alike.</remarks>
public abstract record PatternNode
{
    /// <summary>The pattern as a regular expression.</summary>
    public sealed override string ToString()
    {
        var text = new StringBuilder();
        Print(text);
        return text.ToString();
    }

    /// <summary>Writes it as a regular expression.</summary>
    private protected abstract void Print(StringBuilder text);

    /// <summary>These code points, one after the other; none of them is the empty word.</summary>
    public sealed record Literal(string Text) : PatternNode
    {
        private protected override void Print(StringBuilder text)
        {
            foreach (var unit in Text)
            {
                text.Append(@".[]()|*+?{}\/-^$".Contains(unit, StringComparison.Ordinal) ? "\\" : "").Append(unit);
            }
        }
    }

    /// <summary>One code point of a set.</summary>
    /// <param name="Characters">The members.</param>
    /// <param name="IsNegated">Whether those are meant that aren't members.</param>
    public sealed record OneOf(CharacterSet Characters, bool IsNegated = false) : PatternNode
    {
        /// <summary>Any code point.</summary>
        public static OneOf Any { get; } = new(CharacterSet.All);

        private protected override void Print(StringBuilder text)
        {
            if (!IsNegated && Characters.Ranges is [(0, CharacterSet.LastCodePoint)])
            {
                text.Append('.');
                return;
            }

            text.Append(IsNegated ? "[^" : "[");
            foreach (var (first, last) in Characters.Ranges)
            {
                text.Append(System.Globalization.CultureInfo.InvariantCulture, $"{first:x}-{last:x},");
            }

            text.Append(']');
        }
    }

    /// <summary>Parts one after the other.</summary>
    public sealed record Sequence(ImmutableArray<PatternNode> Parts) : PatternNode
    {
        private protected override void Print(StringBuilder text)
        {
            foreach (var part in Parts)
            {
                part.Print(text);
            }
        }
    }

    /// <summary>One part or another.</summary>
    public sealed record Alternatives(ImmutableArray<PatternNode> Parts) : PatternNode
    {
        private protected override void Print(StringBuilder text)
        {
            for (var i = 0; i < Parts.Length; i++)
            {
                text.Append(i == 0 ? '(' : '|');
                Parts[i].Print(text);
            }

            text.Append(')');
        }
    }

    /// <summary>A part several times.</summary>
    /// <param name="Part">The part.</param>
    /// <param name="Min">At least so often.</param>
    /// <param name="Max">At most so often; null for any number.</param>
    public sealed record Repeat(PatternNode Part, int Min, int? Max) : PatternNode
    {
        private protected override void Print(StringBuilder text)
        {
            text.Append('(');
            Part.Print(text);
            text.Append(System.Globalization.CultureInfo.InvariantCulture, $"){{{Min},{Max}}}");
        }
    }
}
