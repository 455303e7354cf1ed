using ImageStreams.IntegrationTests.Publishing;
using ImageStreams.Manifests;
using ImageStreams.Testing;
using ImageStreams.Testing.Server;

namespace ImageStreams.IntegrationTests.Locking;

/// <summary>Several processes write one lock at once.</summary>
public sealed class LockProcessTests : IDisposable
{
    private const int Processes = 6;
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("lock-");

    public void Dispose() => _folder.Delete(recursive: true);

    [Fact]
    public async Task Add_FromSeveralProcesses_LosesNoEntryAndLeavesNothingElse()
    {
        await using var server = await LoopbackRegistryServer.StartAsync();
        var tags = Enumerable.Range(0, Processes).Select(n => $"{server.Host}/team/app{n}:1").ToList();
        foreach (var tag in tags)
        {
            server.Registry.Push(tag, SyntheticImage.Create(tag));
        }

        await Task.WhenAll(tags.Select(tag => DotNet.RunAsync(
            _folder.FullName, [Path.Combine(AppContext.BaseDirectory, "imagestreams.dll"), "lock", "add", tag, "--insecure-registry", server.Host])));

        var file = Path.Combine(_folder.FullName, ImageLockFile.FileName);
        Assert.Equal(tags, ImageLockFile.Read(file).Images.Select(image => image.Tag));
        Assert.Equal([file], Directory.GetFiles(_folder.FullName));
        server.Registry.Dispose();
    }
}
