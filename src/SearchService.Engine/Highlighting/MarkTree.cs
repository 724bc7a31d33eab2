using System.Collections.Immutable;
using SearchService.Analysis;
using SearchService.Analysis.Passages;
using SearchService.Engine.Queries;

namespace SearchService.Engine.Highlighting;

/// <summary>A query as seen from one field of one document: which leaves are there, and which of them can have matched.</summary>
internal sealed class MarkTree
{
    private static readonly TermForm[] AllForms = [TermForm.Written, TermForm.Folded, TermForm.Word];

    private readonly int _field;
    private readonly Node _root;
    private readonly Dictionary<Query, MarkLeaf> _leafOf = [];
    private readonly TermPlaces[] _terms = [new(), new(), new()];

    /// <summary>Prepares a query.</summary>
    public MarkTree(Query query, int field)
    {
        _field = field;
        _root = Build(query);
    }

    // What is known of a part of the query from this field alone.
    private enum Truth
    {
        No,
        Maybe,
        Yes,
    }

    /// <summary>The distinct leaves in this field.</summary>
    public List<MarkLeaf> Leaves { get; } = [];

    /// <summary>Forgets the text before.</summary>
    /// <param name="document">The document that the next text is of.</param>
    /// <param name="marksOf">What sets of documents were chosen by, in the next text.</param>
    public void Begin(int? document, Func<DocumentSetQuery, IEnumerable<MatchSpan>>? marksOf)
    {
        foreach (var terms in _terms)
        {
            terms.Clear();
        }

        foreach (var leaf in Leaves)
        {
            leaf.Clear();
            (leaf as DocumentSetLeaf)?.Begin(document, marksOf);
        }
    }

    /// <summary>Looks at the next token of the text.</summary>
    public void Take(TokenReader reader)
    {
        foreach (var form in AllForms)
        {
            var terms = _terms[(int)form];
            if (!terms.IsEmpty)
            {
                terms.Take(reader.Term(form), reader.Position);
            }
        }

        foreach (var leaf in Leaves)
        {
            leaf.Take(reader);
        }
    }

    /// <summary>The leaves to mark, after the last token.</summary>
    public ImmutableArray<MarkLeaf> MarkedLeaves()
    {
        Judge(_root);
        var marked = new HashSet<MarkLeaf>();
        Collect(_root, marked);
        return [.. Leaves.Where(marked.Contains)];
    }

    private static Truth Judge(Node node)
    {
        if (node.Leaf is { } leaf)
        {
            return node.Truth = leaf is DocumentSetLeaf { IsKnown: false } ? Truth.Maybe : leaf.Matches ? Truth.Yes : Truth.No;
        }

        if (node.Clauses.IsEmpty)
        {
            return node.Truth;
        }

        var required = Truth.Yes;
        int surely = 0, perhaps = 0;
        foreach (var (clause, occur) in node.Clauses)
        {
            var truth = Judge(clause);
            switch (occur)
            {
                case Occur.Must or Occur.Filter:
                    required = (Truth)Math.Min((int)required, (int)truth);
                    break;
                case Occur.MustNot:
                    required = (Truth)Math.Min((int)required, Truth.Yes - truth);
                    break;
                default:
                    surely += truth == Truth.Yes ? 1 : 0;
                    perhaps += truth == Truth.No ? 0 : 1;
                    break;
            }
        }

        var some = surely >= node.RequiredShould ? Truth.Yes : perhaps >= node.RequiredShould ? Truth.Maybe : Truth.No;
        return node.Truth = (Truth)Math.Min((int)required, (int)some);
    }

    private static void Collect(Node node, HashSet<MarkLeaf> marked)
    {
        if (node.Truth == Truth.No)
        {
            return;
        }

        if (node.Leaf is { } leaf)
        {
            marked.Add(leaf);
            return;
        }

        foreach (var (clause, occur) in node.Clauses)
        {
            if (occur is Occur.Must or Occur.Should)
            {
                Collect(clause, marked);
            }
        }
    }

    private Node Build(Query query)
    {
        while (true)
        {
            switch (query)
            {
                case BoostQuery boost:
                    query = boost.Query;
                    continue;
                case ConstantQuery constant:
                    query = constant.Query;
                    continue;
                case TermQuery term when term.Field == _field:
                    return Leaf(term, number => new PhraseLeaf(number, [Place(term.Form, term.Term)], 0));
                case PhraseQuery { Terms.IsEmpty: false } phrase when phrase.Field == _field:
                    return Leaf(phrase, number => new PhraseLeaf(number, [.. phrase.Terms.Select(t => Place(phrase.Form, t))], phrase.Slop));
                case TermSetQuery terms when terms.Field == _field:
                    return Leaf(terms, number => new TermSetLeaf(number, terms));
                case NearQuery near when near.Field == _field:
                    return Leaf(near, number => new NearLeaf(number, near, Place));
                case DocumentSetQuery set:
                    return Leaf(set, number => new DocumentSetLeaf(number, set));
                case BooleanQuery { Clauses.IsEmpty: false } boolean:
                    return new Node
                    {
                        Clauses = [.. boolean.Clauses.Select(c => (Build(c.Query), c.Occur))],
                        RequiredShould = boolean.RequiredShould,
                    };
                case AllQuery:
                    return new Node { Truth = Truth.Yes };
                case NoneQuery or BooleanQuery or PhraseQuery { Terms.IsEmpty: true } or NearQuery { Field: null }:
                    return new Node { Truth = Truth.No };
                default:
                    return new Node { Truth = Truth.Maybe };
            }
        }
    }

    private Node Leaf(Query query, Func<int, MarkLeaf> make)
    {
        if (!_leafOf.TryGetValue(query, out var leaf))
        {
            leaf = make(Leaves.Count);
            _leafOf.Add(query, leaf);
            Leaves.Add(leaf);
        }

        return new Node { Leaf = leaf };
    }

    private List<int> Place(TermForm form, ReadOnlyMemory<byte> term) => _terms[(int)form].PlacesOf(term.Span);

    private sealed class Node
    {
        public MarkLeaf? Leaf { get; init; }

        public ImmutableArray<(Node Node, Occur Occur)> Clauses { get; init; } = [];

        public int RequiredShould { get; init; }

        public Truth Truth { get; set; }
    }
}
