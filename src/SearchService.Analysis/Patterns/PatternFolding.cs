using System.Text;

namespace SearchService.Analysis.Patterns;

/// <summary>Gives the characters of a pattern the form that terms have.</summary>
/// <remarks>
/// Literals are folded as prefixes are. A set gets, beside its members, what each of them is alone when folded: <c>[A-F]</c> finds
/// <c>a</c>; a member that folds to two letters, as <c>ß</c> in <see cref="TermForm.Folded"/>, finds neither.
/// </remarks>
public static class PatternFolding
{
    // Nothing above the supplementary multilingual plane folds to another character.
    private const int TableLength = 0x20000;

    private static readonly Lazy<(int Source, int Target)[]> Written = new(() => Table(TermForm.Written));
    private static readonly Lazy<(int Source, int Target)[]> Folded = new(() => Table(TermForm.Folded));

    /// <summary>Folds a text.</summary>
    /// <param name="text">Not divided into tokens.</param>
    /// <param name="form"><see cref="TermForm.Written"/> or <see cref="TermForm.Folded"/>.</param>
    public static string Fold(string text, TermForm form)
    {
        var (written, folded) = TermNormalizer.FoldPrefix(text);
        return Encoding.UTF8.GetString(form switch
        {
            TermForm.Written => written,
            TermForm.Folded => folded,
            _ => throw new ArgumentOutOfRangeException(nameof(form), form, "Patterns are compared with unstemmed forms."),
        });
    }

    /// <summary>Folds a pattern.</summary>
    /// <param name="node">The pattern.</param>
    /// <param name="form"><see cref="TermForm.Written"/> or <see cref="TermForm.Folded"/>.</param>
    public static PatternNode Fold(PatternNode node, TermForm form) => node switch
    {
        PatternNode.Literal literal => new PatternNode.Literal(Fold(literal.Text, form)),
        PatternNode.OneOf set => Fold(set, form),
        PatternNode.Sequence sequence => new PatternNode.Sequence([.. sequence.Parts.Select(part => Fold(part, form))]),
        PatternNode.Alternatives alternatives => new PatternNode.Alternatives([.. alternatives.Parts.Select(part => Fold(part, form))]),
        PatternNode.Repeat repeat => repeat with { Part = Fold(repeat.Part, form) },
        _ => node,
    };

    private static PatternNode.OneOf Fold(PatternNode.OneOf set, TermForm form)
    {
        if (set.Characters == CharacterSet.All)
        {
            return set;
        }

        var table = (form == TermForm.Folded ? Folded : Written).Value;
        var ranges = new List<(int, int)>(set.Characters.Ranges);
        foreach (var (first, last) in set.Characters.Ranges)
        {
            var at = Array.BinarySearch(table, (first, -1));
            for (at = at < 0 ? ~at : at; at < table.Length && table[at].Source <= last; at++)
            {
                ranges.Add((table[at].Target, table[at].Target));
            }
        }

        return set with { Characters = CharacterSet.Of(ranges) };
    }

    private static (int Source, int Target)[] Table(TermForm form)
    {
        var table = new List<(int, int)>();
        for (var point = 0; point < TableLength; point++)
        {
            if (Rune.TryCreate(point, out var rune)
                && Fold(rune.ToString(), form) is { Length: > 0 } folded
                && Rune.GetRuneAt(folded, 0) is var target
                && target.Utf16SequenceLength == folded.Length
                && target != rune)
            {
                table.Add((point, target.Value));
            }
        }

        return [.. table];
    }
}
