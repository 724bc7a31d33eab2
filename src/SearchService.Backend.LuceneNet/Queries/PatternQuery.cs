using Lucene.Net.Index;
using Lucene.Net.Search;
using Lucene.Net.Util;
using Lucene.Net.Util.Automaton;

namespace SearchService.Backend.LuceneNet.Queries;

/// <summary>Matches the documents that have a word of a pattern. Score: 1.</summary>
internal sealed class PatternQuery : AutomatonQuery, IWordSet
{
    private readonly ByteRunAutomaton _automaton;

    /// <summary>Makes a query.</summary>
    /// <param name="field">The field.</param>
    /// <param name="terms">The terms, with the byte of their form; deterministic: what it takes to make one so isn't limited by Lucene.</param>
    /// <param name="text">What it is printed as.</param>
    internal PatternQuery(string field, Automaton terms, string text)
        : base(new Term(field, text), terms)
    {
        MultiTermRewriteMethod = CONSTANT_SCORE_FILTER_REWRITE;
        _automaton = new ByteRunAutomaton(terms);
    }

    /// <inheritdoc/>
    public TermsEnum Walk(Terms dictionary) => GetTermsEnum(dictionary, new AttributeSource());

    /// <inheritdoc/>
    public bool Contains(BytesRef term) => _automaton.Run(term.Bytes, term.Offset, term.Length);
}
