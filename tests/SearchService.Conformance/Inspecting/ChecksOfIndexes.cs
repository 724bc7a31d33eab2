using System.Collections.Immutable;
using SearchService.Core.Indexes;
using SearchService.TestSupport;

namespace SearchService.Conformance.Inspecting;

/// <summary>Whether an index is whole is said of every byte of it, and damage is a finding.</summary>
public sealed class ChecksOfIndexes
{
    [Theory, EveryBackend]
    public void A_whole_index_is_sound_and_all_of_it_was_read(IBackend backend)
    {
        using InspectedArchive archive = new(backend);
        IndexCheck check = archive.Check();
        Assert.Empty(check.Findings);
        Assert.True(check.IsSound);
        Assert.Equal(1, check.Generation);
        Assert.Equal(InspectedArchive.Articles.Length + InspectedArchive.Articles.Sum(article => article.Quotes.Count), check.Documents);
        Assert.InRange(check.Bytes, archive.Files.Sum(file => new FileInfo(file).Length) / 2, long.MaxValue);
        Assert.True(check.Terms > 20 && check.Postings >= check.Terms && check.Positions > 20, check.ToString());
        archive.Build();
        Assert.Equal((2, true), ((int)archive.Check().Generation!.Value, archive.Check().IsSound));
    }

    [Theory, EveryBackend]
    public void A_changed_byte_anywhere_is_a_finding_that_names_the_file(IBackend backend)
    {
        Random random = Seeds.Random();
        using InspectedArchive archive = new(backend);
        foreach (string file in archive.Files)
        {
            byte[] whole = File.ReadAllBytes(file);
            for (int round = 0; round < 6; round++)
            {
                byte[] damaged = [.. whole];
                int at = random.Next(whole.Length);
                damaged[at] ^= (byte)random.Next(1, 256);
                File.WriteAllBytes(file, damaged);
                Expect(archive, file, $"byte {at} of {Path.GetFileName(file)}");
            }

            File.WriteAllBytes(file, whole);
        }

        Assert.True(archive.Check().IsSound);
    }

    [Theory, EveryBackend]
    public void A_file_that_is_cut_short_or_gone_is_a_finding_that_names_it(IBackend backend)
    {
        Random random = Seeds.Random();
        using InspectedArchive archive = new(backend);
        foreach (string file in archive.Files)
        {
            byte[] whole = File.ReadAllBytes(file);
            foreach (int length in (ImmutableArray<int>)[0, random.Next(1, whole.Length), whole.Length - 1])
            {
                File.WriteAllBytes(file, whole[..length]);
                Expect(archive, file, $"{Path.GetFileName(file)} of {length} bytes");
            }

            File.Delete(file);
            if (Exists(backend, archive))
            {
                Expect(archive, file, $"{Path.GetFileName(file)} gone");
            }

            File.WriteAllBytes(file, whole);
        }

        Assert.True(archive.Check().IsSound);
    }

    [Theory, EveryBackend]
    public void A_check_can_be_cancelled(IBackend backend)
    {
        using InspectedArchive archive = new(backend);
        Assert.Throws<OperationCanceledException>(() => backend.Check(archive.Path, new CancellationToken(canceled: true)));
    }

    private static void Expect(InspectedArchive archive, string file, string what)
    {
        IndexCheck check = archive.Check();
        Assert.False(check.IsSound, what);
        Assert.Contains(check.Findings, finding => finding.StartsWith("error ", StringComparison.Ordinal) && finding.Contains(Path.GetFileName(file), StringComparison.Ordinal));
        Assert.DoesNotContain(check.Findings, finding => finding.Contains('\n', StringComparison.Ordinal));
    }

    /// <summary>Without the file that makes it an index there is none, and so nothing to check.</summary>
    private static bool Exists(IBackend backend, InspectedArchive archive)
    {
        try
        {
            backend.Check(archive.Path, CancellationToken.None);
            return true;
        }
        catch (IndexException exception) when (exception.Code == "index_not_found")
        {
            return false;
        }
    }
}
