using System.Text;
using SearchService.Analysis;
using SearchService.Engine.Segments;
using SearchService.Engine.Segments.Positions;
using SearchService.Engine.Segments.Terms;
using SearchService.Engine.Storage;
using SearchService.TestSupport;

namespace SearchService.Engine.Tests.Segments;

public sealed class SegmentTests
{
    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(50)]
    [InlineData(2000)]
    public void A_segment_gives_back_what_went_in(int count)
    {
        List<ModelDocument> documents = ModelIndex.Random(Seeds.Random(), count);
        var directory = new MemoryDirectory();
        using SegmentReader segment = ModelIndex.Open(directory, ModelIndex.Write(directory, "s00000001", documents));
        Assert.Equal(count, segment.DocumentCount);
        Assert.Equal(documents.Sum(document => (long)document.Words.Count), segment.TokenCount(ModelIndex.Text));
        ModelIndex.AssertTerms(segment, documents);
        for (int doc = 0; doc < count; doc++)
        {
            Assert.Equal(documents[doc].Stored, segment.Store.Read(doc));
            Assert.Equal(documents[doc].Day, segment.Numbers(ModelIndex.Day).TryGet(doc, out long day) ? day : null);
        }
    }

    [Fact]
    public void A_form_that_is_not_indexed_has_no_terms_to_ask_for()
    {
        var directory = new MemoryDirectory();
        using SegmentReader segment = ModelIndex.Open(directory, ModelIndex.Write(directory, "s00000001", []));
        Assert.Throws<ArgumentException>(() => segment.Terms(ModelIndex.Text, TermForm.Folded));
        Assert.Throws<ArgumentException>(() => segment.Terms(ModelIndex.Source, TermForm.Word));
    }

    [Fact]
    public void A_segment_that_is_given_up_leaves_no_files()
    {
        var directory = new MemoryDirectory();
        using (var writer = new SegmentWriter(directory, ModelIndex.Schema, "s00000001", Guid.NewGuid()))
        {
            writer.AddStored([1, 2, 3]);
            Assert.NotEmpty(directory.List());
        }

        Assert.Empty(directory.List());
    }

    [Fact]
    public void Terms_come_after_lengths_and_once()
    {
        using var writer = new SegmentWriter(new MemoryDirectory(), ModelIndex.Schema, "s00000001", Guid.NewGuid());
        Assert.Throws<InvalidOperationException>(() => writer.BeginTerms(ModelIndex.Text, TermForm.Word));
        Assert.Throws<ArgumentException>(() => writer.WriteLengths(ModelIndex.Text, [1]));
        writer.WriteLengths(ModelIndex.Text, []);
        writer.BeginTerms(ModelIndex.Text, TermForm.Word).Dispose();
        Assert.Throws<InvalidOperationException>(() => writer.BeginTerms(ModelIndex.Text, TermForm.Word));
        Assert.Throws<InvalidOperationException>(() => writer.BeginTerms(ModelIndex.Text, TermForm.Folded));
    }

    [Fact]
    public void The_same_documents_and_id_make_the_same_bytes()
    {
        Random random = Seeds.Random();
        List<ModelDocument> documents = ModelIndex.Random(random, 300);
        var first = new MemoryDirectory();
        var second = new MemoryDirectory();
        SegmentInfo a = ModelIndex.Write(first, "s00000001", documents, Guid.Empty);
        SegmentInfo b = ModelIndex.Write(second, "s00000001", documents, Guid.Empty);
        Assert.Equal(a.Files, b.Files);
        Assert.All(first.List(), name => Assert.Equal(first.ReadAll(name), second.ReadAll(name)));
    }

    [Theory]
    [InlineData("s00000001.terms", true)]
    [InlineData("s0000002a.7.deletes", true)]
    [InlineData("s123456789.store", true)]
    [InlineData("s0000000g.terms", false)]
    [InlineData("s1.terms", false)]
    [InlineData("s00000001.txt", false)]
    [InlineData("s00000001..deletes", false)]
    [InlineData("s00000001.x.deletes", false)]
    [InlineData("manifest", false)]
    [InlineData("notes.terms", false)]
    [InlineData("", false)]
    public void Only_names_an_index_gives_are_taken_for_its_own(string name, bool own) => Assert.Equal(own, SegmentFiles.IsSegmentFile(name));

    [Fact]
    public void A_term_is_found_by_its_utf_8()
    {
        var directory = new MemoryDirectory();
        var document = new ModelDocument();
        document.Words.AddRange(["Größe", "мир", "größe"]);
        using SegmentReader segment = ModelIndex.Open(directory, ModelIndex.Write(directory, "s00000001", [document]));
        Assert.True(segment.Terms(ModelIndex.Text, TermForm.Written).TryFind(Encoding.UTF8.GetBytes("мир"), out TermEntry entry));
        PositionsCursor cursor = segment.Positions(ModelIndex.Text, entry);
        Assert.Equal(0, cursor.AdvanceTo(0));
        Assert.Equal([1], cursor.Positions.ToArray());
    }
}
