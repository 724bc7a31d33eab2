using System.Collections.Immutable;

namespace SearchService.Analysis.Marks;

/// <summary>A part of a query as seen from one text of one document: whether it can have matched.</summary>
public sealed class MarkNode
{
    private readonly MarkLeaf? _leaf;
    private readonly ImmutableArray<MarkClause> _clauses = [];
    private readonly int _requiredOptional;
    private Truth _truth;

    private MarkNode(Truth truth) => _truth = truth;

    private MarkNode(MarkLeaf leaf) => _leaf = leaf;

    private MarkNode(ImmutableArray<MarkClause> clauses, int requiredOptional) => (_clauses, _requiredOptional) = (clauses, requiredOptional);

    /// <summary>Gets what matches everything.</summary>
    public static MarkNode Everything { get; } = new(Truth.Yes);

    /// <summary>Gets what matches nothing.</summary>
    public static MarkNode Nothing { get; } = new(Truth.No);

    /// <summary>Gets what is about something else than this text: another field, a label, a date.</summary>
    public static MarkNode Elsewhere { get; } = new(Truth.Maybe);

    /// <summary>Combines parts.</summary>
    /// <param name="clauses">At least one.</param>
    /// <param name="requiredOptional">How many of the <see cref="MarkClauseKind.Optional"/> ones have to match.</param>
    public static MarkNode Of(ImmutableArray<MarkClause> clauses, int requiredOptional) => new(clauses, requiredOptional);

    /// <summary>A leaf.</summary>
    internal static MarkNode Of(MarkLeaf leaf) => new(leaf);

    /// <summary>Says, after the last token, what is known of this part, and of each in it.</summary>
    internal Truth Judge()
    {
        if (_leaf is not null)
        {
            return _truth = _leaf.Truth;
        }

        if (_clauses.IsEmpty)
        {
            return _truth;
        }

        var required = Truth.Yes;
        int surely = 0, perhaps = 0;
        foreach (var (part, kind) in _clauses)
        {
            var truth = part.Judge();
            switch (kind)
            {
                case MarkClauseKind.Required or MarkClauseKind.Choosing:
                    required = (Truth)Math.Min((int)required, (int)truth);
                    break;
                case MarkClauseKind.Excluded:
                    required = (Truth)Math.Min((int)required, Truth.Yes - truth);
                    break;
                default:
                    surely += truth == Truth.Yes ? 1 : 0;
                    perhaps += truth == Truth.No ? 0 : 1;
                    break;
            }
        }

        var some = surely >= _requiredOptional ? Truth.Yes : perhaps >= _requiredOptional ? Truth.Maybe : Truth.No;
        return _truth = (Truth)Math.Min((int)required, (int)some);
    }

    /// <summary>Adds the leaves to mark, once judged.</summary>
    internal void Collect(HashSet<MarkLeaf> marked)
    {
        if (_truth == Truth.No)
        {
            return;
        }

        if (_leaf is not null)
        {
            marked.Add(_leaf);
            return;
        }

        foreach (var (part, kind) in _clauses)
        {
            if (kind is MarkClauseKind.Required or MarkClauseKind.Optional)
            {
                part.Collect(marked);
            }
        }
    }
}
