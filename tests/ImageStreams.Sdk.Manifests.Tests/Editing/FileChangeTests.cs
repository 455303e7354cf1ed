using System.Diagnostics;
using ImageStreams.Manifests;

namespace ImageStreams.Tests.Manifests.Editing;

public sealed class FileChangeTests : IDisposable
{
    private const string Text = "kind: A\r\napiVersion: v1\r\nx: 1\r\na: 1\r\nb: 1\r\nc: 1\r\nd: 1\r\ne: 1\r\nf: 1\r\ng: 1\r\nlast: 1";

    private readonly string _folder = Directory.CreateTempSubdirectory("edits").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public async Task ToUnifiedDiff_OfSeveralEdits_IsAppliedByGit()
    {
        var path = Path.Combine(_folder, "a b.yaml");
        await File.WriteAllTextAsync(path, Text);
        var set = ManifestSet.Parse(Text, "a b.yaml");
        ManifestEdit[] edits = [Edits.Set("x", "2"), Edits.Set("new", "[1,2]"), ManifestEdit.Remove("a")];
        var change = set.Edit(edits.Select(edit => new ObjectEdit { Object = set.Objects[0], Edit = edit }))[0];
        var start = new ProcessStartInfo("git", ["apply", "-"]) { WorkingDirectory = _folder, RedirectStandardInput = true };
        using var git = Process.Start(start)!;
        await git.StandardInput.WriteAsync(change.ToUnifiedDiff());
        git.StandardInput.Close();
        await git.WaitForExitAsync();
        Assert.Equal(0, git.ExitCode);
        Assert.Equal(change.After, await File.ReadAllTextAsync(path));
    }

    [Fact]
    public async Task WriteAsync_File_KeepsMarkAndRefusesAnotherText()
    {
        var path = Path.Combine(_folder, "a.yaml");
        await File.WriteAllTextAsync(path, Text, new System.Text.UTF8Encoding(true));
        var set = await ManifestSet.LoadAsync([path]);
        var change = set.Edit([new() { Object = set.Objects[0], Edit = Edits.Set("x", "2") }])[0];
        await change.WriteAsync();
        var bytes = await File.ReadAllBytesAsync(path);
        Assert.Equal([0xEF, 0xBB, 0xBF], bytes[..3]);
        Assert.Equal(change.After, await File.ReadAllTextAsync(path));
        var error = await Assert.ThrowsAsync<ManifestEditException>(() => change.WriteAsync());
        Assert.Equal(ManifestEditFailure.FileChanged, error.Reason);
        Assert.Single(Directory.GetFiles(_folder));
    }
}
