using System.Runtime.InteropServices;

namespace SearchService.Engine.Storage;

/// <summary>
/// Makes the names in a folder durable. A file that was written and synced can still be missing after a power cut when
/// its folder wasn't; and .NET can't do it: <c>File.OpenHandle</c> refuses to open a directory. Hence these three calls.
/// </summary>
/// <remarks>
/// POSIX, <c>fsync(2)</c>: "Calling fsync() does not necessarily ensure that the entry in the directory containing the
/// file has also reached disk. For that an explicit fsync() on a file descriptor for the directory is also needed."
/// On Windows there is nothing to call: NTFS journals its metadata, and directories have no flush.
/// </remarks>
internal static partial class DirectorySync
{
    private const int ReadOnly = 0;
    private const int InvalidArgument = 22; // EINVAL, the same on Linux and macOS: the file system has no directory sync

    /// <summary>Syncs a folder.</summary>
    /// <param name="path">An existing folder.</param>
    /// <exception cref="IOException">The operating system reports a failure.</exception>
    public static void Sync(string path)
    {
        if (OperatingSystem.IsWindows())
        {
            return;
        }

        int descriptor = Open(path, ReadOnly);
        if (descriptor < 0)
        {
            throw Failure("open", path);
        }

        try
        {
            if (Fsync(descriptor) != 0 && Marshal.GetLastPInvokeError() != InvalidArgument)
            {
                throw Failure("fsync", path);
            }
        }
        finally
        {
            _ = Close(descriptor);
        }
    }

    private static IOException Failure(string call, string path) =>
        new($"{call} of the folder '{path}' failed: {Marshal.GetLastPInvokeErrorMessage()}. The last changes may not survive a crash.");

    [LibraryImport("libc", EntryPoint = "open", SetLastError = true, StringMarshalling = StringMarshalling.Utf8)]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static partial int Open(string path, int flags);

    [LibraryImport("libc", EntryPoint = "fsync", SetLastError = true)]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static partial int Fsync(int descriptor);

    [LibraryImport("libc", EntryPoint = "close")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static partial int Close(int descriptor);
}
