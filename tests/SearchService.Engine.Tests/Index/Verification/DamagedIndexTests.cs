using SearchService.Analysis;
using SearchService.Engine.Index;
using SearchService.Engine.Index.Verification;
using SearchService.Engine.Kernels;
using SearchService.Engine.Segments;
using SearchService.Engine.Segments.Columns;
using SearchService.Engine.Segments.Positions;
using SearchService.Engine.Segments.Postings;
using SearchService.Engine.Segments.Terms;
using SearchService.Engine.Storage;
using SearchService.Engine.Tests.Segments;
using SearchService.TestSupport;

namespace SearchService.Engine.Tests.Index.Verification;

/// <summary>A damaged index is an exception with a place, or a wrong answer that a check finds; never a crash, a hang or endless memory.</summary>
public sealed class DamagedIndexTests
{
    [Fact]
    public void A_file_cut_anywhere_is_not_opened()
    {
        MemoryDirectory directory = Small(out _);
        foreach (string name in directory.List())
        {
            byte[] whole = directory.ReadAll(name);
            for (int length = 0; length < whole.Length; length += 1 + (whole.Length / 400))
            {
                directory.WriteAll(name, whole.AsSpan(0, length));
                Assert.Throws<CorruptIndexException>(() => EngineIndex.Open(directory, ModelIndex.Schema));
                Assert.False(IndexVerifier.Check(directory).IsSound);
            }

            directory.WriteAll(name, whole);
        }
    }

    [Fact]
    public void Damaged_bytes_make_exceptions_with_a_place_or_wrong_answers_of_the_right_size()
    {
        Random random = Seeds.Random();
        MemoryDirectory directory = Small(out int documents);
        int thrown = 0;
        foreach (string name in directory.List().Where(name => name != "manifest"))
        {
            byte[] whole = directory.ReadAll(name);
            for (int round = 0; round < 80; round++)
            {
                byte[] damaged = [.. whole];
                for (int flips = 1 + random.Next(4); flips > 0; flips--)
                {
                    // The beginning holds most of the lengths and offsets, so it gets a third of the damage.
                    int at = random.Next(random.Next(3) == 0 ? Math.Min(200, whole.Length) : whole.Length);
                    damaged[at] = random.Next(3) switch { 0 => 0xFF, 1 => 0, _ => (byte)random.Next(256) };
                }

                directory.WriteAll(name, damaged);
                try
                {
                    ReadEverything(directory, documents);
                }
                catch (Exception e) when (e is CorruptIndexException or IndexFormatException)
                {
                    thrown++;
                }
            }

            directory.WriteAll(name, whole);
        }

        Assert.True(thrown > 100, $"Only {thrown} of the damaged files were noticed while reading.");
        ReadEverything(directory, documents);
    }

    /// <summary>The same with checksums that agree, so that nothing is caught early: what is left is what the structures check themselves.</summary>
    [Fact]
    public void A_segment_file_written_wrong_makes_the_same_exceptions()
    {
        Random random = Seeds.Random();
        MemoryDirectory directory = Small(out int documents);
        string name = directory.List().Single(name => name.EndsWith(SegmentFiles.Segment, StringComparison.Ordinal));
        byte[] whole = directory.ReadAll(name);
        byte[] manifest = directory.ReadAll("manifest");
        int checksumAt = manifest.AsSpan().IndexOf(whole.AsSpan(whole.Length - 8, 4));
        int thrown = 0;
        for (int round = 0; round < 500; round++)
        {
            byte[] damaged = [.. whole];
            int at = random.Next(IndexFileFormat.HeaderLength, whole.Length - IndexFileFormat.FooterLength);
            damaged[at] = (byte)random.Next(256);
            uint checksum = IndexFileFormat.Crc32C(0, damaged.AsSpan(..^IndexFileFormat.FooterLength));
            IndexFileFormat.WriteFooter(damaged.AsSpan(^IndexFileFormat.FooterLength), damaged.Length, checksum);
            directory.WriteAll(name, damaged);
            byte[] agreeing = [.. manifest];
            BitConverter.TryWriteBytes(agreeing.AsSpan(checksumAt), checksum);
            IndexFileFormat.WriteFooter(agreeing.AsSpan(^IndexFileFormat.FooterLength), agreeing.Length, IndexFileFormat.Crc32C(0, agreeing.AsSpan(..^IndexFileFormat.FooterLength)));
            directory.WriteAll("manifest", agreeing);
            try
            {
                ReadEverything(directory, documents);
            }
            catch (CorruptIndexException)
            {
                thrown++;
            }
        }

        Assert.True(thrown > 250, $"Only {thrown} of 500 were noticed.");
    }

    private static MemoryDirectory Small(out int documents)
    {
        // Enough for blocks, tails, terms of one document, several blocks of terms, and both kinds of columns.
        List<ModelDocument> model = ModelIndex.Random(new Random(11), 300, maxWords: 25);
        foreach (ModelDocument document in model)
        {
            document.Words.Add("everywhere");
            document.Words.Add("everywhere");
        }

        var directory = new MemoryDirectory();
        ModelIndex.Commit(directory, model);
        documents = model.Count;
        return directory;
    }

    private static void ReadEverything(IIndexDirectory directory, int documents)
    {
        using EngineIndex index = EngineIndex.Open(directory, ModelIndex.Schema);
        using IndexSnapshot snapshot = index.Acquire();
        SegmentReader segment = snapshot.Segments[0];
        var batch = new int[77];
        var frequencies = new int[77];
        var impacts = new Impact[256];
        PostingsCursor? postings = null;
        PositionsCursor? positions = null;
        foreach (TermForm form in ModelIndex.Schema[ModelIndex.Text].Forms)
        {
            TermDictionary dictionary = segment.Terms(ModelIndex.Text, form);
            TermEnumerator terms = dictionary.From([]);
            for (int budget = 0; budget < 10_000 && terms.MoveNext(); budget++)
            {
                _ = dictionary.TryFind(terms.Term, out _);
                TermEntry entry = terms.Entry;
                if (postings is null || positions is null)
                {
                    postings = segment.Postings(entry);
                    positions = segment.Positions(ModelIndex.Text, entry);
                }

                postings.Reset(entry);
                positions.Reset(entry);
                int previous = -1;
                for (int count; (count = postings.Next(documents, batch, frequencies)) > 0;)
                {
                    for (int i = 0; i < count; i++)
                    {
                        Assert.True(batch[i] > previous && batch[i] < documents && frequencies[i] > 0);
                        previous = batch[i];
                    }
                }

                for (int block = 0; block <= Math.Min(5, postings.BlockCount); block++)
                {
                    postings.Impacts(block, impacts);
                }

                postings.Reset(entry);
                postings.SkipTo(documents / 2);
                postings.Next(documents, batch, []);
                while (positions.NextDocument() != PositionsCursor.NoMoreDocuments)
                {
                    Assert.Equal(positions.Frequency, positions.Positions.Length);
                }
            }
        }

        Assert.Equal(documents, segment.Norms(ModelIndex.Text).Length);
        ReadColumns(segment, documents);
        for (int doc = 0; doc < documents; doc++)
        {
            _ = segment.Store.Read(doc);
        }
    }

    private static void ReadColumns(SegmentReader segment, int documents)
    {
        foreach (int field in new[] { ModelIndex.Source, ModelIndex.Topics })
        {
            KeywordColumn column = segment.Keywords(field);
            for (int ordinal = 0; ordinal < column.ValueCount; ordinal++)
            {
                _ = column.Text(ordinal);
                _ = column.TryFindOrdinal(column.Value(ordinal), out _);
                _ = column.DocumentsOf(ordinal).Length;
            }
        }

        NumberColumn days = segment.Numbers(ModelIndex.Day);
        var words = new ulong[BitSet.WordsFor(documents)];
        for (int doc = 0; doc < documents; doc++)
        {
            days.TryGet(doc, out _);
            words[doc >> 6] |= 1UL << doc;
        }

        days.KeepRange(18_000, 18_500, 0, words);
    }
}
