using SearchService.Ingestion.Reporting;

namespace SearchService.Ingestion.Files.Zip;

/// <summary>Goes through the entries of an archive that may hold articles, and keeps account of the others.</summary>
/// <remarks>Folders and hidden names are passed over, as they are on the disk. What is wrong with the archive ends it and becomes a problem.</remarks>
internal sealed class ArchiveEntries : IDisposable
{
    private readonly InputFile _file;
    private readonly IngestionLimits _limits;
    private readonly LeftAside _refused = new();
    private readonly ZipArchiveReader? _archive;
    private readonly IEnumerator<ZipEntry>? _entries;
    private long _count;
    private (string Code, string Reason)? _end;

    /// <summary>Opens an archive; whether that went well shows at <see cref="Next"/>.</summary>
    public ArchiveEntries(InputFile file, IngestionLimits limits)
    {
        (_file, _limits) = (file, limits);
        try
        {
            _archive = new ZipArchiveReader(file.Path);
            _entries = _archive.Entries().GetEnumerator();
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            _end = (ProblemCodes.FileUnreadable, error.Message);
        }

        Current = null!;
    }

    /// <summary>The entry come to.</summary>
    public ContentSource Current { get; private set; }

    /// <summary>Goes to the next entry that may hold articles.</summary>
    /// <param name="aside">Takes those that stand beside articles.</param>
    /// <returns>False at the end of the archive, or of what can be read of it.</returns>
    public bool Next(LeftAside aside)
    {
        while (_end is null && TryMove(out ZipEntry entry))
        {
            _count++;
            if (_count > _limits.ArchiveEntries)
            {
                End(ProblemCodes.ArchiveEntries, $"The archive has more than {_limits.ArchiveEntries:N0} entries, which is the limit; the rest was not read. Unpack it by hand if it is meant so.");
                return false;
            }

            if (entry.IsFolder || entry.IsHidden)
            {
                continue;
            }

            ContentSource source = ContentSource.InZip(_archive!, _file, entry);
            RecordPlace place = new(source.File.Path, 0);
            if (entry.IsEncrypted)
            {
                _refused.Add("encrypted entries", "encrypted: it can be read when unpacked with its password", ProblemCodes.ArchiveEncrypted, place);
            }
            else if (!ZipArchiveReader.CanDecompress(entry))
            {
                _refused.Add(
                    $"entries of compression method {entry.Method}", "compressed in a way that isn't read: it can be when packed anew with deflate", ProblemCodes.ArchiveMethod, place);
            }
            else if (source.File.Format is null && InputFile.IsCompanion(entry.Name))
            {
                aside.Add(InputFile.ExtensionOf(entry.Name), LeftAside.Companions, ProblemCodes.FormatUnknown, place);
            }
            else
            {
                Current = source;
                return true;
            }
        }

        return false;
    }

    /// <summary>Leaves the rest unread.</summary>
    public void End(string code, string reason) => _end ??= (code, reason);

    /// <summary>What was wrong with the archive, once it has ended.</summary>
    public IEnumerable<IngestionProblem> Problems()
    {
        foreach (IngestionProblem problem in _refused.Problems("entry", ProblemEffect.FileRejected))
        {
            yield return problem;
        }

        (string Code, string Reason)? end = _end ?? (_count == 0 ? (ProblemCodes.FileEmpty, "The archive holds no files.") : null);
        if (end is { } problemOfAll)
        {
            yield return new IngestionProblem
            {
                Code = problemOfAll.Code,
                Effect = ProblemEffect.FileRejected,
                Place = new RecordPlace(_file.Path, 0),
                Reason = problemOfAll.Reason,
            };
        }
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        _entries?.Dispose();
        _archive?.Dispose();
    }

    private bool TryMove(out ZipEntry entry)
    {
        entry = default;
        try
        {
            if (_entries!.MoveNext())
            {
                entry = _entries.Current;
                return true;
            }
        }
        catch (ArchiveDamageException error)
        {
            End(ProblemCodes.ArchiveDamaged, error.Message);
        }
        catch (IOException error)
        {
            End(ProblemCodes.FileUnreadable, error.Message);
        }

        return false;
    }
}
