using System.Buffers.Binary;
using System.IO.Compression;
using System.Text;
using SearchService.Ingestion.Reporting;

namespace SearchService.Ingestion.Tests.Files;

public sealed class ZipTests : IDisposable
{
    private const string Page = "<!DOCTYPE html><html><head><title>A page</title></head><body><article><p>Words of the page.</p></article></body></html>";

    private readonly ArticleSet _set = new();

    public void Dispose() => _set.Dispose();

    [Fact]
    public void Entries_are_files_of_a_folder_with_the_name_of_the_archive()
    {
        _set.With("sub/all.zip", Zip(
            ("a.jsonl", Line("a")), ("inner/", ""), ("inner/b.jsonl", Line("b")), ("inner/deep/page", Page), ("c.jsonl.gz", null), ("inner/.hidden.jsonl", Line("no")), ("__MACOSX/._a.jsonl", "no")));
        List<ReadOutcome> outcomes = _set.Read();
        Assert.Equal(
            ["sub/all.zip/a.jsonl", "sub/all.zip/inner/b.jsonl", "sub/all.zip/inner/deep/page", "sub/all.zip/c.jsonl.gz"],
            outcomes.Select(static outcome => outcome.Article?.File).OfType<string>());
        Assert.All(outcomes, static outcome => Assert.Empty(outcome.Problems));
    }

    [Fact]
    public void An_archive_is_told_by_its_content_and_one_that_is_none_is_said_to_be_none()
    {
        _set.With("all", Zip(("a.jsonl", Line("a")))).With("text.zip", "no archive at all").With("page.zip", Page).With("letter.docx", Zip(("[Content_Types].xml", "<x/>"), ("a.jsonl", Line("no"))));
        List<ReadOutcome> outcomes = _set.Read();
        Assert.Equal(["a", "A page"], outcomes.Select(static outcome => outcome.Article?.Title).OfType<string>());
        Assert.Equal(
            [ProblemCodes.FormatByContent, ProblemCodes.FormatUnknown, ProblemCodes.FileBinary],
            outcomes.SelectMany(static outcome => outcome.Problems).Select(static problem => problem.Code));
    }

    [Fact]
    public void Problems_and_duplicates_name_the_entry()
    {
        _set.With("a.zip", Zip(("one.jsonl", Line("x")), ("two.jsonl", Line("x") + "\n{oops}"), ("photo.jpg", "\u0000\u0001"), ("three.jsonl", "")));
        List<IngestionProblem> problems = _set.Problems();
        Assert.Equal(
            [(ProblemCodes.DuplicateId, "a.zip/two.jsonl"), (ProblemCodes.InvalidJson, "a.zip/two.jsonl"), (ProblemCodes.FileEmpty, "a.zip/three.jsonl"), (ProblemCodes.FileBinary, "a.zip/photo.jpg")],
            problems.Select(problem => (problem.Code, Path.GetRelativePath(_set.Folder, problem.Place.File).Replace('\\', '/'))));
        Assert.Contains("a.zip/one.jsonl:1", problems[0].Reason, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("../../etc/passwd.jsonl", "a.zip/etc/passwd.jsonl")]
    [InlineData("/root/x.jsonl", "a.zip/root/x.jsonl")]
    [InlineData("C:\\x\\..\\y.jsonl", "a.zip/C:/x/y.jsonl")]
    [InlineData("line\nbreak\u202Elnosj.jsonl", "a.zip/line_break_lnosj.jsonl")]
    public void Names_are_shown_safely(string name, string shown)
    {
        _set.With("a.zip", Zip((name, Line("x"))));
        Assert.Equal(shown, Assert.Single(_set.Articles()).File);
    }

    [Fact]
    public void An_archive_inside_an_archive_is_refused_with_what_to_do()
    {
        _set.With("a.zip", Zip(("inner.zip", null), ("b.jsonl", Line("b")))).With("c.zip.gz", ArticleSet.Gzip(Zip(("d.jsonl", Line("d")))));
        Assert.Equal("b", Assert.Single(_set.Articles()).Title);
        List<IngestionProblem> problems = _set.Problems();
        Assert.All(problems, static problem => Assert.Equal((ProblemCodes.ArchiveNested, ProblemEffect.FileRejected), (problem.Code, problem.Effect)));
        Assert.Equal(2, problems.Count);
    }

    [Fact]
    public void Encrypted_entries_and_unknown_methods_are_counted_and_the_rest_is_read()
    {
        byte[] zip = Zip(("a.jsonl", Line("a")), ("b.jsonl", Line("b")), ("c.jsonl", Line("c")), ("d.jsonl", Line("d")));
        PatchCentral(zip, 0, header => header[8] |= 1);
        PatchCentral(zip, 1, header => header[8] |= 1);
        PatchCentral(zip, 2, static header => header[10] = 93);
        _set.With("a.zip", zip);
        List<ReadOutcome> outcomes = _set.Read();
        Assert.Equal("d", outcomes[0].Article?.Title);
        Assert.Equal(
            [(ProblemCodes.ArchiveEncrypted, ProblemEffect.FileRejected), (ProblemCodes.ArchiveMethod, ProblemEffect.FileRejected)],
            outcomes.SelectMany(static outcome => outcome.Problems).Select(static problem => (problem.Code, problem.Effect)));
        Assert.Contains("1 more of encrypted entries", outcomes[1].Problems[0].Reason, StringComparison.Ordinal);
    }

    [Fact]
    public void Content_that_differs_from_the_directory_is_not_taken_silently()
    {
        byte[] zip = Zip(("a.jsonl", Line("a")), ("b.jsonl", Line("b")));
        PatchCentral(zip, 0, static header => header[16] ^= 0xFF);
        _set.With("a.zip", zip);
        List<ReadOutcome> outcomes = _set.Read();
        Assert.Contains(outcomes.SelectMany(static outcome => outcome.Problems), static problem => problem is { Code: ProblemCodes.ArchiveDamaged, Effect: ProblemEffect.FileRejected });
        Assert.Contains(outcomes, static outcome => outcome.Article?.Title == "b");
    }

    [Fact]
    public void An_archive_cut_short_says_so()
    {
        byte[] zip = Zip([.. Enumerable.Range(0, 100).Select(static i => ($"{i}.jsonl", (string?)Line($"{i}")))]);
        _set.With("a.zip", zip[..(zip.Length / 2)]).With("b.jsonl", Line("b"));
        Assert.Equal((ProblemCodes.ArchiveDamaged, ProblemEffect.FileRejected), Assert.Single(_set.Problems()) is var problem ? (problem.Code, problem.Effect) : default);
        Assert.Single(_set.Articles());
    }

    [Fact]
    public void A_bomb_ends_its_archive_and_the_set_goes_on()
    {
        _set.Options = _set.Options with { Limits = new IngestionLimits { DecompressedBytesBeforeRatio = 1 << 20, DecompressionRatio = 50 } };
        _set.With("a.zip", Zip(("0.jsonl", Line("good")), ("bomb.txt", new string(' ', 30 << 20)), ("9.jsonl", Line("after")))).With("b.jsonl", Line("b"));
        Assert.Equal(["good", "b"], _set.Articles().Select(static article => article.Title));
        Assert.Contains(_set.Problems(), problem => problem.Code == ProblemCodes.GzipRatio && problem.Place.File == _set.PathOf("a.zip"));
    }

    [Fact]
    public void Many_small_entries_are_one_bomb()
    {
        _set.Options = _set.Options with { Limits = new IngestionLimits { DecompressedBytesBeforeRatio = 4 << 20, DecompressionRatio = 50 } };
        _set.With("a.zip", Zip([.. Enumerable.Range(0, 64).Select(static i => ($"{i}.txt", (string?)new string('x', 1 << 20)))]));
        Assert.InRange(_set.Read().Count, 1, 12);
        Assert.Contains(_set.Problems(), static problem => problem.Code == ProblemCodes.GzipRatio);
    }

    [Fact]
    public void Layers_of_compression_do_not_multiply_what_one_may_do()
    {
        _set.Options = _set.Options with { Limits = new IngestionLimits { DecompressedBytesBeforeRatio = 1 << 20, DecompressionRatio = 50 } };
        byte[] layered = ArticleSet.Gzip(new string(' ', 40 << 20));
        using MemoryStream to = new();
        using (ZipArchive archive = new(to, ZipArchiveMode.Create, leaveOpen: true))
        {
            using Stream entry = archive.CreateEntry("a.txt.gz", CompressionLevel.Optimal).Open();
            entry.Write(layered);
        }

        _set.With("a.zip", to.ToArray());
        Assert.Empty(_set.Articles());
        Assert.Contains(_set.Problems(), static problem => problem.Code == ProblemCodes.GzipRatio);
    }

    [Fact]
    public void Entries_that_share_bytes_end_their_archive()
    {
        byte[] text = Encoding.UTF8.GetBytes(string.Concat(Enumerable.Range(0, 4000).Select(static i => $"{i * 7919} ")));
        _set.With("a.zip", CraftedZip.Of([.. Enumerable.Repeat(("a.txt", text), 50)], overlapping: true, zip64: false));
        List<ReadOutcome> outcomes = _set.Read();
        Assert.Contains(outcomes.SelectMany(static outcome => outcome.Problems), static problem => problem is { Code: ProblemCodes.ArchiveDamaged } && problem.Reason.Contains("overlap", StringComparison.Ordinal));
        Assert.InRange(outcomes.Count, 1, 4);
    }

    [Fact]
    public void The_wide_form_of_large_archives_is_read()
    {
        _set.With("a.zip", CraftedZip.Of([("a.jsonl", Encoding.UTF8.GetBytes(Line("a"))), ("b.jsonl", Encoding.UTF8.GetBytes(Line("b")))], overlapping: false, zip64: true));
        Assert.Equal(["a", "b"], _set.Articles().Select(static article => article.Title));
        Assert.Empty(_set.Problems());
    }

    [Fact]
    public void More_entries_than_the_limit_are_not_read()
    {
        _set.Options = _set.Options with { Limits = new IngestionLimits { ArchiveEntries = 2 } };
        _set.With("a.zip", Zip(("a.jsonl", Line("a")), ("b.jsonl", Line("b")), ("c.jsonl", Line("c"))));
        Assert.Equal(2, _set.Articles().Count);
        Assert.Equal(ProblemCodes.ArchiveEntries, Assert.Single(_set.Problems()).Code);
    }

    [Fact]
    public void An_ambiguous_date_is_settled_by_the_others_of_its_entry()
    {
        _set.With("a.zip", Zip(("a.csv", "text,date\nx,03/04/2021\ny,25/04/2021\n")));
        Assert.Equal("2021-04-03", _set.Articles()[0].Date?.ToString());
    }

    [Fact]
    public void No_bytes_make_reading_fail()
    {
        Random random = SearchService.TestSupport.Seeds.Random();
        byte[] whole = Zip(("a.jsonl", Line("a")), ("b.txt", "Some text"), ("c/d.csv", "title,text\na,b\n"));
        for (int i = 0; i < 300; i++)
        {
            byte[] bytes = [.. whole];
            for (int j = random.Next(1, 20); j > 0; j--)
            {
                bytes[random.Next(4, bytes.Length)] = (byte)random.Next(256);
            }

            using ArticleSet set = new();
            set.With("a.zip", bytes);
            Assert.All(set.Read(), static outcome => Assert.True(outcome.Article is not null || !outcome.Problems.IsEmpty));
        }
    }

    private static string Line(string title) => $$"""{"title":"{{title}}","text":"Words of {{title}}."}""";

    // Null: a compressed file, or an archive, as the name says.
    private static byte[] Zip(params (string Name, string? Content)[] entries)
    {
        using MemoryStream to = new();
        using (ZipArchive archive = new(to, ZipArchiveMode.Create, leaveOpen: true))
        {
            foreach ((string name, string? content) in entries)
            {
                byte[] bytes = content is not null ? Encoding.UTF8.GetBytes(content)
                    : name.EndsWith(".gz", StringComparison.Ordinal) ? ArticleSet.Gzip(Line("gz")) : Zip(("x.jsonl", Line("x")));
                using Stream entry = archive.CreateEntry(name).Open();
                entry.Write(bytes);
            }
        }

        return to.ToArray();
    }

    private static void PatchCentral(byte[] zip, int index, Action<byte[]> patch)
    {
        int at = BinaryPrimitives.ReadInt32LittleEndian(zip.AsSpan(zip.Length - 6));
        for (int i = 0; i < index; i++)
        {
            at += 46 + BinaryPrimitives.ReadUInt16LittleEndian(zip.AsSpan(at + 28)) + BinaryPrimitives.ReadUInt16LittleEndian(zip.AsSpan(at + 30));
        }

        byte[] header = zip[at..(at + 46)];
        patch(header);
        header.CopyTo(zip, at);
    }
}
