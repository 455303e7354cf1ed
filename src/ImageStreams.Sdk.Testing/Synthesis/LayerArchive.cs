using System.Formats.Tar;
using System.Text;

namespace ImageStreams.Testing.Synthesis;

/// <summary>Creates the tar archive of a layer, with fixed times, owners and modes.</summary>
internal static class LayerArchive
{
    private const UnixFileMode Mode =
        UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.GroupRead | UnixFileMode.OtherRead;

    public static byte[] Create(LayerFile file)
    {
        using var archive = new MemoryStream();
        using (var writer = new TarWriter(archive, TarEntryFormat.Ustar, leaveOpen: true))
        {
            using var content = new MemoryStream(Encoding.UTF8.GetBytes(file.Content));
            writer.WriteEntry(new UstarTarEntry(TarEntryType.RegularFile, file.Path.TrimStart('/'))
            {
                ModificationTime = DateTimeOffset.UnixEpoch,
                Mode = Mode,
                DataStream = content,
            });
        }

        return archive.ToArray();
    }
}
