using System.Buffers;
using System.Text;
using SearchService.Core.Indexes;

namespace SearchService.Backend;

/// <summary>The file that says which backend made an index, so that no other one reads it as its own or builds over it.</summary>
/// <remarks>
/// It holds the backend's name and a line's end, and never changes. An index made before there was such a file is one of the embedded engine,
/// and has its <c>manifest</c>. A folder with neither belongs to no one.
/// </remarks>
public static class BackendMark
{
    /// <summary>Its name in the folder.</summary>
    public const string FileName = "backend";

    private const string UnmarkedBackend = "embedded";
    private const string UnmarkedFile = "manifest";
    private const int MaxLength = 64;

    private static readonly SearchValues<char> NameLetters = SearchValues.Create("abcdefghijklmnopqrstuvwxyz0123456789-");

    /// <summary>The backend that made the index in a folder.</summary>
    /// <param name="directory">The folder.</param>
    /// <returns>Null when it holds no index, or isn't there.</returns>
    /// <exception cref="IndexException">The file holds no name.</exception>
    /// <exception cref="IOException">It can't be read.</exception>
    public static string? Of(string directory)
    {
        string path = Path.Combine(directory, FileName);
        if (!File.Exists(path))
        {
            return File.Exists(Path.Combine(directory, UnmarkedFile)) ? UnmarkedBackend : null;
        }

        Span<byte> bytes = stackalloc byte[MaxLength];
        using FileStream file = new(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete, bufferSize: 0);
        string line = Encoding.Latin1.GetString(bytes[..file.ReadAtLeast(bytes, MaxLength, throwOnEndOfStream: false)]);
        string name = line.TrimEnd();
        return name.Length > 0 && line.EndsWith('\n') /* else it was cut short */ && !name.AsSpan().ContainsAnyExcept(NameLetters)
            ? name
            : throw new IndexException("index_corrupt", $"The file '{path}' doesn't hold the name of a backend. Delete the folder '{directory}', and build the index anew.");
    }

    /// <summary>Refuses to read an index that another backend made.</summary>
    /// <param name="directory">The folder; it needn't hold an index, or be there.</param>
    /// <param name="backend">The backend that would read it.</param>
    /// <exception cref="IndexException">Another one made it; the message has both names, and says what to do.</exception>
    /// <exception cref="IOException">The mark can't be read.</exception>
    public static void Require(string directory, string backend)
    {
        if (Of(directory) is { } maker && maker != backend)
        {
            throw Mixed(directory, backend, maker, $"Open it with --backend {maker}, or build one for '{backend}' in another folder (--index).");
        }
    }

    /// <summary>Makes a folder one of a backend's: a writer's first act in it.</summary>
    /// <param name="directory">The folder, which is there.</param>
    /// <param name="backend">The backend that will write to it.</param>
    /// <remarks>The name is synced before the file has its own; that one becomes durable with whatever commit syncs the folder, and is needed no sooner.</remarks>
    /// <exception cref="IndexException">It holds an index that another one made; the message has both names, and says what to do.</exception>
    /// <exception cref="IOException">The mark can't be read or written.</exception>
    public static void Claim(string directory, string backend)
    {
        string path = Path.Combine(directory, FileName);
        if (Of(directory) is not { } maker)
        {
            maker = Mark(path, backend);
        }
        else if (maker == backend && !File.Exists(path))
        {
            Mark(path, backend);
        }

        if (maker != backend)
        {
            throw Mixed(directory, backend, maker, $"Build into another folder (--index), or with --backend {maker}; or delete this folder first.");
        }
    }

    /// <returns>Whose mark is there now: another writer's may have come first.</returns>
    private static string Mark(string path, string backend)
    {
        string written = $"{path}.{Guid.NewGuid():N}.tmp";
        using (FileStream file = new(written, FileMode.CreateNew, FileAccess.Write, FileShare.None, bufferSize: 0))
        {
            file.Write(Encoding.Latin1.GetBytes(backend + "\n"));
            file.Flush(flushToDisk: true);
        }

        try
        {
            File.Move(written, path, overwrite: false);
            return backend;
        }
        catch (IOException) when (File.Exists(path))
        {
            return Of(Path.GetDirectoryName(path)!) ?? backend;
        }
        finally
        {
            File.Delete(written);
        }
    }

    private static IndexException Mixed(string directory, string backend, string maker, string advice) =>
        new("index_format", $"The index in '{directory}' was made by the backend '{maker}', and '{backend}' was to use it. {advice}");
}
