using System.Text;
using SearchService.Ingestion.Files.Zip;

namespace SearchService.Ingestion.Tests.Files;

/// <summary>Writes archives that programs don't: byte by byte, their entries stored.</summary>
internal static class CraftedZip
{
    /// <summary>Writes one with every entry at the place of the first, or with all numbers in their wide form.</summary>
    public static byte[] Of((string Name, byte[] Content)[] entries, bool overlapping, bool zip64)
    {
        using MemoryStream to = new();
        using BinaryWriter file = new(to);
        using MemoryStream central = new();
        using BinaryWriter directory = new(central);
        foreach ((string name, byte[] content) in entries)
        {
            long offset = overlapping ? 0 : to.Length;
            uint crc = Crc32.Append(0, content);
            if (offset == to.Length)
            {
                file.Write(0x04034B50u);
                file.Write([20, 0, 0, 0, 0, 0, 0, 0, 0, 0]);
                file.Write(crc);
                file.Write(content.Length);
                file.Write(content.Length);
                file.Write((ushort)name.Length);
                file.Write((ushort)0);
                file.Write(Encoding.ASCII.GetBytes(name));
                file.Write(content);
            }

            directory.Write(0x02014B50u);
            directory.Write([45, 0, 45, 0, 0, 0, 0, 0, 0, 0, 0, 0]);
            directory.Write(crc);
            directory.Write(zip64 ? -1 : content.Length);
            directory.Write(zip64 ? -1 : content.Length);
            directory.Write((ushort)name.Length);
            directory.Write((ushort)(zip64 ? 28 : 0));
            directory.Write(new byte[10]);
            directory.Write(zip64 ? -1 : (int)offset);
            directory.Write(Encoding.ASCII.GetBytes(name));
            if (zip64)
            {
                directory.Write((ushort)1);
                directory.Write((ushort)24);
                directory.Write((long)content.Length);
                directory.Write((long)content.Length);
                directory.Write(offset);
            }
        }

        long start = to.Length;
        file.Write(central.ToArray());
        if (zip64)
        {
            long end = to.Length;
            file.Write(0x06064B50u);
            file.Write(44L);
            file.Write([45, 0, 45, 0, 0, 0, 0, 0, 0, 0, 0, 0]);
            file.Write((long)entries.Length);
            file.Write((long)entries.Length);
            file.Write(central.Length);
            file.Write(start);
            file.Write(0x07064B50u);
            file.Write(0);
            file.Write(end);
            file.Write(1);
        }

        file.Write(0x06054B50u);
        file.Write(0);
        file.Write(zip64 ? -1 : entries.Length | (entries.Length << 16));
        file.Write(zip64 ? -1 : (int)central.Length);
        file.Write(zip64 ? -1 : (int)start);
        file.Write((ushort)0);
        return to.ToArray();
    }
}
