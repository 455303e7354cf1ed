using System.Text;
using ImageStreams.Collections;
using ImageStreams.Manifests;

namespace ImageStreams.Tests.Manifests.Editing;

public sealed class FileReplacementTests : IDisposable
{
    private const string Stream =
        "apiVersion: image.openshift.io/v1\nkind: ImageStream\nmetadata:\n  name: web # é\nspec:\n  tags: []\n";

    private readonly string _root = Directory.CreateTempSubdirectory("changes").FullName;

    public void Dispose() => Directory.Delete(_root, recursive: true);

    [Fact]
    public async Task WriteAsync_File_HasTheTextAfterwards()
    {
        var path = Write("a.yaml", Encoding.UTF8.GetBytes(Stream));
        var change = await ChangeAsync(path);
        Assert.Equal(Stream, File.ReadAllText(path));
        await change.WriteAsync();
        Assert.Equal(Stream.Replace("tags: []", "tags:\n  - name: x", StringComparison.Ordinal), File.ReadAllText(path));
        Assert.Equal([path], Directory.GetFiles(_root));
    }

    [Fact]
    public async Task WriteAsync_OtherEncodings_Stay()
    {
        foreach (var encoding in (Encoding[])[new UTF8Encoding(true), new UnicodeEncoding(false, true), new UnicodeEncoding(true, true)])
        {
            var path = Write("a.yaml", [.. encoding.GetPreamble(), .. encoding.GetBytes(Stream)]);
            var change = await ChangeAsync(path);
            await change.WriteAsync();
            Assert.Equal([.. encoding.GetPreamble(), .. encoding.GetBytes(change.After)], File.ReadAllBytes(path));
        }
    }

    [Fact]
    public async Task WriteAsync_Permissions_Stay()
    {
        if (OperatingSystem.IsWindows())
        {
            return;
        }

        var path = Write("a.yaml", Encoding.UTF8.GetBytes(Stream));
        const UnixFileMode Mode = UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.GroupWrite | UnixFileMode.OtherExecute;
        File.SetUnixFileMode(path, Mode);
        await (await ChangeAsync(path)).WriteAsync();
        Assert.Equal(Mode, File.GetUnixFileMode(path));
    }

    [Fact]
    public async Task WriteAsync_SymbolicLink_ReplacesItsTarget()
    {
        if (OperatingSystem.IsWindows())
        {
            return;
        }

        var path = Write("target.txt", Encoding.UTF8.GetBytes(Stream));
        var link = Path.Join(_root, "link.yaml");
        File.CreateSymbolicLink(link, "target.txt");
        await (await ChangeAsync(link)).WriteAsync();
        Assert.Equal("target.txt", new FileInfo(link).LinkTarget);
        Assert.Contains("name: x", File.ReadAllText(path), StringComparison.Ordinal);
    }

    [Fact]
    public async Task WriteAsync_FileThatHasChanged_IsRefused()
    {
        var path = Write("a.yaml", Encoding.UTF8.GetBytes(Stream));
        var change = await ChangeAsync(path);
        File.AppendAllText(path, "# more\n");
        var error = await Assert.ThrowsAsync<ManifestEditException>(() => change.WriteAsync());
        Assert.Equal(ManifestEditFailure.FileChanged, error.Reason);
        Assert.Equal(Stream + "# more\n", File.ReadAllText(path));
        File.Delete(path);
        error = await Assert.ThrowsAsync<ManifestEditException>(() => change.WriteAsync());
        Assert.Equal(ManifestEditFailure.FileChanged, error.Reason);
        Assert.Empty(Directory.GetFiles(_root));
    }

    [Fact]
    public async Task WriteAsync_Canceled_LeavesNothing()
    {
        var path = Write("a.yaml", Encoding.UTF8.GetBytes(Stream));
        var change = await ChangeAsync(path);
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => change.WriteAsync(new CancellationToken(true)));
        Assert.Equal(Stream, File.ReadAllText(path));
        Assert.Equal([path], Directory.GetFiles(_root));
    }

    [Fact]
    public async Task WriteAsync_TextWithoutFile_IsRefused()
    {
        var set = ManifestSet.Parse(Stream);
        var error = await Assert.ThrowsAsync<ManifestEditException>(() => Assert.Single(Edit(set)).WriteAsync());
        Assert.Equal(ManifestEditFailure.NoFile, error.Reason);
    }

    private static ValueList<FileChange> Edit(ManifestSet set) => set.Edit(
        [new ObjectEdit { Object = Assert.Single(set.Objects), Edit = Edits.Set("spec.tags[0].name", "\"x\"") }]);

    private static async Task<FileChange> ChangeAsync(string path) => Assert.Single(Edit(await ManifestSet.LoadAsync([path])));

    private string Write(string name, byte[] content)
    {
        var path = Path.Join(_root, name);
        File.WriteAllBytes(path, content);
        return path;
    }
}
