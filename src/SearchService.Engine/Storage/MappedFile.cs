using System.IO.MemoryMappedFiles;
using Microsoft.Win32.SafeHandles;

namespace SearchService.Engine.Storage;

/// <summary>Maps files on disk.</summary>
internal static class MappedFile
{
    /// <summary>Maps a whole file for reading.</summary>
    /// <param name="file">An open file that isn't empty; closed with the mapping.</param>
    public static unsafe MappedRegion Map(SafeFileHandle file)
    {
        MemoryMappedFile? mapped = null;
        MemoryMappedViewAccessor? view = null;
        try
        {
            long length = RandomAccess.GetLength(file);
            mapped = MemoryMappedFile.CreateFromFile(file, mapName: null, length, MemoryMappedFileAccess.Read, HandleInheritability.None, leaveOpen: false);
            view = mapped.CreateViewAccessor(0, length, MemoryMappedFileAccess.Read);
            byte* start = null;
            view.SafeMemoryMappedViewHandle.AcquirePointer(ref start);

            // SAFETY: the view covers exactly `length` bytes from PointerOffset, and the owner releases it only once.
            return new MappedRegion(start + view.PointerOffset, length, new Owner(mapped, view));
        }
        catch
        {
            view?.Dispose();
            mapped?.Dispose();
            file.Dispose();
            throw;
        }
    }

    private sealed class Owner(MemoryMappedFile mapped, MemoryMappedViewAccessor view) : IDisposable
    {
        public void Dispose()
        {
            view.SafeMemoryMappedViewHandle.ReleasePointer();
            view.Dispose();
            mapped.Dispose();
        }
    }
}
