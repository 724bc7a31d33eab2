using System.Collections.Immutable;
using SearchService.Analysis;
using SearchService.Engine.Schema;
using SearchService.Engine.Segments;
using SearchService.Engine.Storage;

namespace SearchService.Engine.Index.Commits;

/// <summary>
/// The manifest on disk: the one file of an index that is replaced, in one step, by renaming a new one over it.
/// </summary>
/// <remarks>
/// A file like all others, with header (its id is the commit's), footer and checksum; readers check the whole of it.
/// <code>
/// manifest := backend str, generation vInt, created i64 (100 ns since year 1, UTC), analyzer str, next segment vInt,
///             fields vInt, field × fields, segments vInt, segment × segments, pairs vInt, (key str, value str) × pairs
/// field    := name str, kind u8, forms vInt, form u8 × forms
/// segment  := name str, id 16 bytes, documents vInt, deleted vInt, has deletes u8, deletes file (if it has),
///             files vInt, file × files, (documents vInt, tokens vInt) × fields
/// file     := name str, length vInt, CRC u32
/// str      := length in bytes vInt, UTF-8
/// </code>
/// </remarks>
internal static class ManifestFile
{
    /// <summary>The manifest's name.</summary>
    public const string Name = "manifest";

    /// <summary>The name it has while it is written.</summary>
    public const string TemporaryName = "manifest.tmp";

    // A segment takes under a kilobyte; more than this isn't a manifest.
    private const int MaxLength = 64 * 1024 * 1024;

    /// <summary>Writes a manifest and puts it in the place of the one before. Everything it names must be durable already.</summary>
    /// <param name="directory">Where.</param>
    /// <param name="manifest">The manifest.</param>
    public static void Replace(IIndexDirectory directory, IndexManifest manifest)
    {
        directory.Delete(TemporaryName);
        using (var output = new IndexOutput(directory, TemporaryName, IndexFileKind.Manifest, manifest.Id))
        {
            Write(output, manifest);
            _ = output.Finish();
        }

        // The names of the segments' files first, so that no crash can keep the manifest and lose what it names.
        directory.SyncDirectory();
        directory.Rename(TemporaryName, Name);
        directory.SyncDirectory();
    }

    /// <summary>Reads the manifest, if there is one.</summary>
    /// <param name="directory">Where.</param>
    /// <param name="orOlder">Whether one of an older format version will do: all of them have the same manifest.</param>
    /// <returns>The manifest, or null when the directory has none.</returns>
    /// <exception cref="CorruptIndexException">It is damaged.</exception>
    /// <exception cref="IndexFormatException">It is of another format version or backend.</exception>
    public static IndexManifest? TryRead(IIndexDirectory directory, bool orOlder = false)
    {
        string path = directory.PathOf(Name);
        if (!TryReadAll(directory, path, out byte[] bytes))
        {
            return null;
        }

        if (bytes.Length < IndexFileFormat.HeaderLength + IndexFileFormat.FooterLength)
        {
            throw new CorruptIndexException(path, bytes.Length, "a whole manifest");
        }

        Guid id = IndexFileFormat.ReadHeader(path, bytes, IndexFileKind.Manifest, orOlder);
        int end = bytes.Length - IndexFileFormat.FooterLength;
        uint checksum = IndexFileFormat.ReadFooter(path, bytes.AsSpan(end), bytes.Length);
        if (IndexFileFormat.Crc32C(0, bytes.AsSpan(0, end)) != checksum)
        {
            throw new CorruptIndexException(path, -1, $"the checksum {checksum:x8}");
        }

        var reader = new ByteReader(bytes.AsSpan(IndexFileFormat.HeaderLength, end - IndexFileFormat.HeaderLength), path, IndexFileFormat.HeaderLength);
        return Read(ref reader, path, id);
    }

    /// <summary>Reads only which commit the manifest is of: cheap enough to be asked before every search.</summary>
    /// <param name="directory">Where.</param>
    /// <returns>The commit's id, or null when there is no manifest, or none that could be read just now.</returns>
    public static Guid? TryReadId(IIndexDirectory directory)
    {
        Span<byte> header = stackalloc byte[IndexFileFormat.HeaderLength];
        try
        {
            return directory.Read(Name, 0, header) == header.Length
                ? IndexFileFormat.ReadHeader(Name, header, IndexFileKind.Manifest)
                : null;
        }
        catch (IOException)
        {
            return null;
        }
    }

    private static bool TryReadAll(IIndexDirectory directory, string path, out byte[] bytes)
    {
        bytes = [];
        try
        {
            while (true)
            {
                long length = directory.Length(Name);
                if (length > MaxLength)
                {
                    throw new CorruptIndexException(path, length, $"a manifest of at most {MaxLength} bytes");
                }

                // One byte more than there should be: when it is filled, a longer manifest has come in between. A read
                // opens the file once, so what it gives is of one manifest.
                bytes = new byte[length + 1];
                int read = directory.Read(Name, 0, bytes);
                if (read < bytes.Length)
                {
                    bytes = bytes[..read];
                    return true;
                }
            }
        }
        catch (FileNotFoundException)
        {
            return false;
        }
    }

    private static void Write(IndexOutput output, IndexManifest manifest)
    {
        output.WriteString(manifest.Backend);
        output.WriteVarUInt64((ulong)manifest.Generation);
        output.WriteInt64(manifest.CreatedUtc.Ticks);
        output.WriteString(manifest.Analyzer);
        output.WriteVarUInt64((ulong)manifest.NextSegment);
        output.WriteVarUInt64((uint)manifest.Schema.Fields.Length);
        foreach (FieldDefinition field in manifest.Schema.Fields)
        {
            output.WriteString(field.Name);
            output.WriteByte((byte)field.Kind);
            output.WriteVarUInt64((uint)field.Forms.Length);
            foreach (TermForm form in field.Forms)
            {
                output.WriteByte((byte)form);
            }
        }

        output.WriteVarUInt64((uint)manifest.Segments.Length);
        foreach (SegmentInfo segment in manifest.Segments)
        {
            WriteSegment(output, segment);
        }

        output.WriteVarUInt64((uint)manifest.UserData.Count);
        foreach ((string key, string value) in manifest.UserData)
        {
            output.WriteString(key);
            output.WriteString(value);
        }
    }

    private static void WriteSegment(IndexOutput output, SegmentInfo segment)
    {
        output.WriteString(segment.Name);
        output.WriteBytes(segment.Id.ToByteArray());
        output.WriteVarUInt64((uint)segment.DocumentCount);
        output.WriteVarUInt64((uint)segment.DeletedCount);
        output.WriteByte(segment.Deletes is null ? (byte)0 : (byte)1);
        if (segment.Deletes is not null)
        {
            WriteFile(output, segment.Deletes);
        }

        output.WriteVarUInt64((uint)segment.Files.Length);
        foreach (WrittenFileInfo file in segment.Files)
        {
            WriteFile(output, file);
        }

        foreach (FieldStatistics field in segment.Fields)
        {
            output.WriteVarUInt64((ulong)field.DocumentCount);
            output.WriteVarUInt64((ulong)field.TokenCount);
        }
    }

    private static void WriteFile(IndexOutput output, WrittenFileInfo file)
    {
        output.WriteString(file.Name);
        output.WriteVarUInt64((ulong)file.Length);
        output.WriteUInt32(file.Checksum);
    }

    private static IndexManifest Read(ref ByteReader reader, string path, Guid id)
    {
        string backend = reader.ReadString();
        if (backend != IndexManifest.EmbeddedBackend)
        {
            throw new IndexFormatException(path, $"backend '{backend}'", $"backend '{IndexManifest.EmbeddedBackend}'");
        }

        long generation = ReadNumber(ref reader);
        long ticks = reader.ReadInt64();
        if (ticks < 0 || ticks > DateTime.MaxValue.Ticks)
        {
            throw reader.Corrupt("a point in time");
        }

        string analyzer = reader.ReadString();
        long nextSegment = ReadNumber(ref reader);
        IndexSchema schema = ReadSchema(ref reader);
        int segmentCount = reader.ReadCount(reader.Remaining, "a count of segments");
        var segments = ImmutableArray.CreateBuilder<SegmentInfo>(segmentCount);
        for (int i = 0; i < segmentCount; i++)
        {
            segments.Add(ReadSegment(ref reader, schema.Fields.Length));
        }

        int pairs = reader.ReadCount(reader.Remaining, "a count of pairs");
        var userData = ImmutableSortedDictionary.CreateBuilder<string, string>(StringComparer.Ordinal);
        for (int i = 0; i < pairs; i++)
        {
            string key = reader.ReadString();
            userData[key] = reader.ReadString();
        }

        return reader.Remaining == 0
            ? new IndexManifest(id, generation, schema, analyzer, new DateTime(ticks, DateTimeKind.Utc), nextSegment, segments.MoveToImmutable(), userData.ToImmutable())
            : throw reader.Corrupt("the end of the manifest");
    }

    private static IndexSchema ReadSchema(ref ByteReader reader)
    {
        int count = reader.ReadCount(IndexSchema.MaxFields, "a count of fields");
        var fields = new List<FieldDefinition>(count);
        for (int i = 0; i < count; i++)
        {
            string name = reader.ReadString();
            var kind = (FieldKind)reader.ReadByte();
            if (kind > FieldKind.Number)
            {
                throw reader.Corrupt($"a field of a known kind, but found {(byte)kind}");
            }

            ReadOnlySpan<byte> forms = reader.ReadBytes(reader.ReadCount(byte.MaxValue, "a count of term forms"));
            ImmutableArray<TermForm>.Builder builder = ImmutableArray.CreateBuilder<TermForm>(forms.Length);
            foreach (byte form in forms)
            {
                builder.Add((TermForm)form);
            }

            fields.Add(new FieldDefinition(name, kind) { Forms = builder.MoveToImmutable() });
        }

        try
        {
            return new IndexSchema(fields);
        }
        catch (ArgumentException e)
        {
            throw new CorruptIndexException(Name, -1, "a schema that holds together: " + e.Message, e);
        }
    }

    private static SegmentInfo ReadSegment(ref ByteReader reader, int fieldCount)
    {
        string name = reader.ReadString();
        var id = new Guid(reader.ReadBytes(16));
        int documents = reader.ReadCount(int.MaxValue, "a count of documents");
        int deleted = reader.ReadCount(documents, "a count of deleted documents");
        WrittenFileInfo? deletes = reader.ReadByte() == 0 ? null : ReadFile(ref reader);
        int fileCount = reader.ReadCount(reader.Remaining, "a count of files");
        var files = ImmutableArray.CreateBuilder<WrittenFileInfo>(fileCount);
        for (int i = 0; i < fileCount; i++)
        {
            files.Add(ReadFile(ref reader));
        }

        var fields = ImmutableArray.CreateBuilder<FieldStatistics>(fieldCount);
        for (int i = 0; i < fieldCount; i++)
        {
            fields.Add(new FieldStatistics(ReadNumber(ref reader), ReadNumber(ref reader)));
        }

        return new SegmentInfo(name, id, documents, files.MoveToImmutable(), fields.MoveToImmutable()) { Deletes = deletes, DeletedCount = deleted };
    }

    private static WrittenFileInfo ReadFile(ref ByteReader reader) =>
        new(reader.ReadString(), ReadNumber(ref reader), reader.ReadUInt32());

    private static long ReadNumber(ref ByteReader reader)
    {
        ulong value = reader.ReadVarUInt64();
        return value <= long.MaxValue ? (long)value : throw reader.Corrupt("a number of at most 63 bits");
    }
}
