using System.Collections.Immutable;
using System.Text;

namespace SearchService.Analysis.Patterns;

/// <summary>Reads <c>?aliningrad</c> and <c>to*ev</c>.</summary>
public static class WildcardSyntax
{
    private static readonly PatternNode AnyNumber = new PatternNode.Repeat(PatternNode.OneOf.Any, 0, null);

    /// <summary>Reads a pattern; every text is one.</summary>
    /// <param name="pattern"><c>?</c> is one code point, <c>*</c> any number; <c>\</c> takes the meaning from what follows.</param>
    public static PatternNode Parse(string pattern)
    {
        var parts = ImmutableArray.CreateBuilder<PatternNode>();
        var literal = new StringBuilder();
        for (var i = 0; i < pattern.Length; i++)
        {
            if (pattern[i] is not ('*' or '?'))
            {
                i += pattern[i] == '\\' && i + 1 < pattern.Length ? 1 : 0;
                literal.Append(pattern[i]);
                continue;
            }

            if (literal.Length > 0)
            {
                parts.Add(new PatternNode.Literal(literal.ToString()));
                literal.Clear();
            }

            var part = pattern[i] == '*' ? AnyNumber : PatternNode.OneOf.Any;
            if (!ReferenceEquals(part, AnyNumber) || parts is not [.., var last] || !ReferenceEquals(last, AnyNumber))
            {
                parts.Add(part);
            }
        }

        parts.Add(new PatternNode.Literal(literal.ToString()));
        return new PatternNode.Sequence(parts.DrainToImmutable());
    }
}
