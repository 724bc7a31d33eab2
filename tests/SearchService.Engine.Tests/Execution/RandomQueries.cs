using SearchService.Analysis;
using SearchService.Engine.Index;
using SearchService.Engine.Kernels;
using SearchService.Engine.Queries;
using SearchService.Engine.Tests.Automata;

namespace SearchService.Engine.Tests.Execution;

/// <summary>Makes query trees over the fields and the vocabulary of <see cref="Corpus"/>.</summary>
/// <param name="random">Chooses.</param>
/// <param name="documents">How many the index searched has: then sets of documents are among the queries.</param>
internal sealed class RandomQueries(Random random, int documents = 0)
{
    private readonly RandomPatterns _patterns = new(random, "a", "b", "c", "d");

    private static readonly TermForm[] Forms = [TermForm.Written, TermForm.Word];

    public Query Next(int depth) => (depth > 0 && random.Next(3) != 0 ? 8 + random.Next(5) : random.Next(9)) switch
    {
        0 or 1 => new TermQuery(TextField(), Form(), Word()),
        2 => new PhraseQuery(TextField(), Form(), Enumerable.Range(0, random.Next(5)).Select(_ => Word()), random.Next(3) == 0 ? random.Next(6) : 0),
        3 when random.Next(2) == 0 => new TermRangeQuery(TextField(), Form(), Bound(), Bound(), random.Next(2) == 0, random.Next(2) == 0),
        3 when random.Next(2) == 0 => new AutomatonQuery(TextField(), [TermForm.Written, TermForm.Folded], _patterns.Next()),
        3 => new PrefixQuery(TextField(), [TermForm.Written, TermForm.Folded], Prefix()),
        4 => new KeywordQuery(random.Next(2) == 0 ? Corpus.Source : Corpus.Tags, [.. Enumerable.Range(0, random.Next(1, 4)).Select(_ => Corpus.Value(random.Next(8)))]),
        5 => new NumberRangeQuery(Corpus.Day, random.Next(3) == 0 ? long.MinValue : random.Next(30), random.Next(3) == 0 ? long.MaxValue : random.Next(30)),
        6 => new MissingQuery(random.Next(Corpus.FieldCount)),
        7 when documents > 0 && random.Next(3) != 0 => new DocumentSetQuery(RandomSet()),
        7 => random.Next(4) == 0 ? Query.None : Query.All,
        8 => new TermQuery(Corpus.Body, TermForm.Word, Word()),
        9 => random.Next(2) == 0 ? new BoostQuery(Next(depth - 1), random.Next(4) / 2.0) : new ConstantQuery(Next(depth - 1), random.Next(4) / 2.0),
        10 => Near(TextField(), depth - 1),
        _ => Boolean(depth),
    };

    /// <summary>Makes a query for two expressions near each other.</summary>
    public NearQuery Near(int field, int depth) =>
        new(Place(field, depth), Place(field, depth), random.Next(12) == 0 ? int.MaxValue - random.Next(2) : random.Next(5), random.Next(2) == 0);

    private Query Place(int field, int depth) => (depth > 0 ? random.Next(9) : 4 + random.Next(5)) switch
    {
        0 or 1 => Near(field, depth - 1),
        2 when random.Next(4) == 0 => new BooleanQuery([new(Place(field, depth - 1), Occur.Should), new(Place(field, depth - 1), Occur.Must), new(Place(field, depth - 1), Occur.Should)]),
        2 => BooleanQuery.AnyOf(Enumerable.Range(0, random.Next(1, 4)).Select(_ => Place(field, depth - 1))),
        3 => random.Next(2) == 0 ? new BoostQuery(Place(field, depth - 1), random.Next(4) / 2.0) : new ConstantQuery(Place(field, depth - 1), random.Next(4) / 2.0),
        4 => new PhraseQuery(field, Form(), Enumerable.Range(0, random.Next(4)).Select(_ => Word()), random.Next(3) == 0 ? random.Next(4) : 0),
        5 when random.Next(3) == 0 => new TermRangeQuery(field, Form(), Bound(), Bound(), random.Next(2) == 0, random.Next(2) == 0),
        5 when random.Next(2) == 0 => new AutomatonQuery(field, [TermForm.Written, TermForm.Folded], _patterns.Next()),
        5 => new PrefixQuery(field, [TermForm.Written, TermForm.Word], Prefix()),
        6 when random.Next(8) == 0 => Query.None,
        _ => new TermQuery(field, Form(), Word()),
    };

    private BooleanQuery Boolean(int depth)
    {
        var shape = random.Next(4);
        var clauses = Enumerable.Range(0, random.Next(1, 6)).Select(_ => new BooleanClause(Next(depth - 1), shape switch
        {
            0 => Occur.Must,
            1 => Occur.Should,
            _ => (Occur)random.Next(4),
        }));
        return new BooleanQuery([.. clauses], random.Next(2) == 0 ? 0 : random.Next(4));
    }

    private DocumentSet RandomSet()
    {
        var set = new BitSet(documents);
        var share = random.NextDouble();
        for (var document = 0; document < documents; document++)
        {
            if (random.NextDouble() < share)
            {
                set.Set(document);
            }
        }

        return new DocumentSet(set, random.Next(3) == 0 ? [] : [.. Enumerable.Range(0, documents).Select(_ => random.Next(9) / 4.0)]);
    }

    private string Word() => random.Next(12) == 0 ? "nowhere" : Corpus.Words[random.Next(Corpus.Words.Length)];

    private ReadOnlyMemory<byte>? Bound() => random.Next(4) == 0 ? null : System.Text.Encoding.UTF8.GetBytes(Word());

    private string Prefix()
    {
        var word = Word();
        return word[..random.Next(word.Length + 1)];
    }

    private int TextField() => random.Next(3) == 0 ? Corpus.Title : Corpus.Body;

    private TermForm Form() => Forms[random.Next(2)];
}
