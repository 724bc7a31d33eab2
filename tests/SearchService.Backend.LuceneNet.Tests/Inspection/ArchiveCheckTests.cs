using Lucene.Net.Documents;
using SearchService.Core.Articles;
using SearchService.Core.Indexes;
using SearchService.TestSupport;

namespace SearchService.Backend.LuceneNet.Tests.Inspection;

/// <summary>What Lucene takes for whole, and yet isn't what was written.</summary>
public sealed class ArchiveCheckTests : IDisposable
{
    private static readonly Article Quoting = new()
    {
        Id = "a",
        Text = "We came in peace.",
        Quotes = [new Quote { Parts = [new TextSpan(0, 16)], Text = "We came in peace", Span = new TextSpan(0, 16), Speaker = "Ann Lee", Kind = QuoteKind.Direct }],
    };

    private readonly TemporaryFolder _folder = new();

    [Fact]
    public void A_block_as_it_is_made_is_sound() => Assert.Empty(Check(static _ => { }, static _ => { }).Findings);

    [Fact]
    public void A_block_without_one_of_its_quotations_is_damaged() => Expect("1 quotations", static block => block.RemoveAt(0));

    [Fact]
    public void A_quotation_that_has_no_id_of_its_own_is_damage() =>
        Expect("isn't found by its id", static block => block[0].RemoveField(ArticleFields.QuotationId));

    [Fact]
    public void An_article_that_is_stored_for_another_is_damage() => Expect("another fingerprint", static block =>
    {
        block[^1].RemoveField(ArticleFields.Stored);
        block[^1].Add(new StoredField(ArticleFields.Stored, ArticleCodec.Encode(Quoting with { Title = "Another" }, out _)));
    });

    [Fact]
    public void What_is_stored_and_no_article_is_damage() => Expect("article 1", static block =>
    {
        block[^1].RemoveField(ArticleFields.Stored);
        block[^1].Add(new StoredField(ArticleFields.Stored, [0xFF, 1, 2]));
    });

    [Fact]
    public void An_article_that_its_id_does_not_find_is_damage() => Expect("is not what is found by its id", static block => block[^1].RemoveFields(ArticleFields.Id));

    [Fact]
    public void Numbers_of_tokens_that_the_commit_notes_are_counted_again()
    {
        IndexCheck check = Check(static _ => { }, static notes => notes[CommitNotes.TokensOf(ArticleFields.Text)] = "5");
        Assert.False(check.IsSound);
        Assert.Contains("'text' has 4 tokens, and the commit notes 5", Assert.Single(check.Findings), StringComparison.Ordinal);
    }

    [Fact]
    public void Another_versions_index_is_no_damage_but_said()
    {
        IndexCheck check = Check(static _ => { }, static notes => notes[CommitNotes.Version] = "99");
        Assert.True(check.IsSound);
        Assert.StartsWith("warning segments_1: ", Assert.Single(check.Findings), StringComparison.Ordinal);
    }

    [Fact]
    public void A_file_of_no_commit_is_said_and_no_damage()
    {
        Check(static _ => { }, static _ => { });
        _folder.Write("_7.fdt", "left by a writer that was killed");
        IndexCheck check = new LuceneNetBackend().Check(_folder.Path, CancellationToken.None);
        Assert.True(check.IsSound);
        Assert.StartsWith("warning _7.fdt: belongs to no commit", Assert.Single(check.Findings), StringComparison.Ordinal);
    }

    public void Dispose() => _folder.Dispose();

    private void Expect(string problem, Action<List<Document>> tamper)
    {
        IndexCheck check = Check(tamper, static _ => { });
        Assert.False(check.IsSound);
        string finding = Assert.Single(check.Findings);
        Assert.StartsWith("error _0: article ", finding, StringComparison.Ordinal);
        Assert.Contains(problem, finding, StringComparison.Ordinal);
    }

    /// <summary>Checks an index whose one block, or whose notes, were tampered with as they were written.</summary>
    private IndexCheck Check(Action<List<Document>> tamper, Action<Dictionary<string, string>> tamperWithNotes)
    {
        HandmadeIndex.Write(_folder.Path, [Quoting], tamper: tamper, tamperWithNotes: tamperWithNotes);
        return new LuceneNetBackend().Check(_folder.Path, CancellationToken.None);
    }
}
