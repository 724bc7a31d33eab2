using System.Collections.Immutable;
using System.Text;
using SearchService.Core.Indexes;
using SearchService.Core.Queries;

namespace SearchService.Core.Searching;

/// <summary>A query as text and as tree, whose words can be exchanged in the text: the rest stays as it was typed.</summary>
/// <param name="query">As read.</param>
internal sealed class TypedQuery(ParsedQuery query)
{
    /// <summary>As read.</summary>
    public ParsedQuery Parsed => query;

    /// <summary>The plain word that the text ends with, to the character; null when it ends with anything else.</summary>
    public WordNode? LastWord { get; } = FindLast(query.Root, query.Input);

    /// <summary>What names could be meant: those of a field that was written before the word being typed; of authors and outlets,
    /// when all that is typed is words.</summary>
    public ImmutableArray<NamePattern> Names => LastWord is { Field: QueryFields.Author or QueryFields.Source } last
        ? [new NamePattern(last.Field, last.Text)]
        : PlainWords(query.Root) is { } words
            ? [new NamePattern(QueryFields.Author, words), new NamePattern(QueryFields.Source, words)]
            : [];

    /// <summary>Whether <see cref="With"/> can exchange a word: it stands in the text as it was read, without escapes.</summary>
    public bool CanReplace(WordNode word) => StartOf(word) >= 0;

    /// <summary>The text with other words in place of some.</summary>
    /// <param name="replacements">Words of the tree that <see cref="CanReplace"/> agrees to, and what comes in their place.</param>
    public string With(IEnumerable<(WordNode Word, string Text)> replacements)
    {
        StringBuilder text = new();
        int copied = 0;
        foreach ((WordNode word, string other) in replacements.OrderBy(each => each.Word.Offset))
        {
            int start = StartOf(word);
            text.Append(query.Input, copied, start - copied);
            QueryEscaping.AppendWord(text, other);
            copied = start + word.Text.Length;
        }

        return text.Append(query.Input, copied, query.Input.Length - copied).ToString();
    }

    private static WordNode? FindLast(QueryNode? root, string input) => root switch
    {
        WordNode word when word.Offset + word.Length == input.Length && input.EndsWith(word.Text, StringComparison.Ordinal) => word,
        BoostNode boost => FindLast(boost.Child, input),
        NearNode near => FindLast(near.Right, input),
        BooleanNode boolean => boolean.Clauses.Select(clause => FindLast(clause.Node, input)).FirstOrDefault(found => found is not null),
        _ => null,
    };

    private static string? PlainWords(QueryNode? root) => root switch
    {
        WordNode { Field: QueryFields.Text } word => word.Text,
        BooleanNode boolean when boolean.Clauses.All(clause => clause is { Kind: ClauseKind.Must, Node: WordNode { Field: QueryFields.Text } }) =>
            string.Join(' ', boolean.Clauses.Select(clause => ((WordNode)clause.Node).Text)),
        _ => null,
    };

    // A field or a sign stands before the word, punctuation that is dropped behind it.
    private int StartOf(WordNode word)
    {
        int at = query.Input.AsSpan(word.Offset, word.Length).LastIndexOf(word.Text, StringComparison.Ordinal);
        return at < 0 ? -1 : word.Offset + at;
    }
}
