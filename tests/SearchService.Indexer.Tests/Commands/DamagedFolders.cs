namespace SearchService.Indexer.Tests.Commands;

/// <summary>Folders of which something is missing, cut short or not an index's: said in lines, with the folder and what to do.</summary>
public sealed class DamagedFolders : IDisposable
{
    private static readonly string[][] Commands = [["check"], ["inspect"], ["inspect", "--field", "text"], ["stats"], ["search", "harbour"]];

    private readonly Workplace _place = new();

    public void Dispose() => _place.Dispose();

    [Theory, EveryBackend]
    public void Each_file_gone_or_cut_is_told_by_every_command_or_not_needed(string backend)
    {
        Assert.Equal(ExitCodes.Done, _place.Build("--backend", backend).Code);
        int refused = 0;
        foreach (string file in Directory.GetFiles(_place.Index))
        {
            byte[] whole = File.ReadAllBytes(file);
            foreach (int? kept in (int?[])[null, whole.Length / 2])
            {
                File.Delete(file);
                if (kept is { } length)
                {
                    File.WriteAllBytes(file, whole[..length]);
                }

                refused += Commands.Count(command => Ask(backend, command).Code == ExitCodes.Index);
            }

            File.WriteAllBytes(file, whole);
        }

        Assert.True(refused > 50, $"Only {refused} of what was asked for was refused.");
        Assert.All(Commands, command => Assert.Equal(ExitCodes.Done, Ask(backend, command).Code));
    }

    [Theory]
    [EveryBackend("")]
    [EveryBackend("nonsense in here")]
    [EveryBackend("papyrus\n")]
    public void A_mark_that_is_another_ones_or_none_is_refused(string backend, string mark)
    {
        _place.Build("--backend", backend);
        _place.Write("index/backend", mark);
        Assert.All(Commands, command => Assert.Equal(ExitCodes.Index, Ask(backend, command).Code));
        Assert.Equal(mark, File.ReadAllText(_place.PathOf("index/backend")));
    }

    [Theory, EveryBackend]
    public void An_empty_folder_holds_no_index_and_stays_empty(string backend)
    {
        Directory.CreateDirectory(_place.Index);
        Assert.All(Commands, command =>
        {
            Workplace.Ended ended = Ask(backend, command);
            Assert.Equal((ExitCodes.Index, ""), (ended.Code, ended.Output));
            Assert.Contains("indexer build", ended.Error, StringComparison.Ordinal);
        });
        Assert.Empty(Directory.GetFileSystemEntries(_place.Index));
    }

    /// <summary>Runs a command, which does what it is for, or says where something is wrong and what to do.</summary>
    private Workplace.Ended Ask(string backend, string[] command)
    {
        Workplace.Ended ended = _place.Run([.. command, "--backend", backend, "--index", _place.Index]);
        if (ended.Code != ExitCodes.Done)
        {
            string said = ended.Output + ended.Error;
            Assert.Equal(ExitCodes.Index, ended.Code);
            Assert.Contains(_place.Index, said, StringComparison.Ordinal);
            Assert.Contains("uild", said, StringComparison.Ordinal);
            Assert.DoesNotContain("   at ", said, StringComparison.Ordinal);
        }

        return ended;
    }
}
