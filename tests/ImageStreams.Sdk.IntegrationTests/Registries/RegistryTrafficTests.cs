using ImageStreams.Registries;
using ImageStreams.Testing;

namespace ImageStreams.IntegrationTests.Registries;

/// <summary>The requests of imports, according to the registry's own log.</summary>
public sealed class RegistryTrafficTests(DockerRegistryFixture registry) : IClassFixture<DockerRegistryFixture>, IDisposable
{
    private static readonly SyntheticImage Image = SyntheticImage.Create("traffic");
    private readonly ImportRig _rig = new(new HttpRegistryClient());

    public void Dispose() => _rig.Dispose();

    [RegistryFact]
    public async Task Import_OneTag_TakesThreeRequests()
    {
        await registry.PushAsync("one/app:1", Image);

        await _rig.ImportAsync("one", $"{registry.Host}/one/app:1");

        Assert.InRange((await registry.RequestsAsync("one/app")).Count, 1, 3);
    }

    [RegistryFact]
    public async Task Import_SixtyUnchangedTags_TakesNoManifest()
    {
        const int tags = 60;
        var names = Enumerable.Range(0, tags).Select(i => $"sixty/app:{i}").ToList();
        using var pusher = registry.CreatePusher("sixty/app");
        foreach (var name in names)
        {
            await pusher.PushAsync(name, Image.WithLabel("name", name));
        }

        await _rig.ImportAsync("sixty", names.Select(name => $"{registry.Host}/{name}"));
        var before = (await registry.RequestsAsync("sixty/app")).Count;
        var again = await _rig.ImportAsync("sixty", names.Select(name => $"{registry.Host}/{name}"));

        var requests = (await registry.RequestsAsync("sixty/app")).Skip(before).ToList();
        Assert.All(again.Status.Images, image => Assert.Equal("Success", image.Status.Status));
        Assert.InRange(requests.Count, tags, tags + 1);
        Assert.DoesNotContain(requests, request => request is { Method: "GET", IsManifest: true });
    }

    [RegistryFact]
    public async Task Import_IndexOfThreePlatforms_TakesEightRequests()
    {
        var index = SyntheticIndex.ForPlatforms(Image.AsOci(), "linux/amd64", "linux/arm64", "linux/s390x");
        await registry.PushAsync("index/app:1", index);

        var import = await _rig.ImportAsync("index", ImportMode.PreserveOriginal, $"{registry.Host}/index/app:1");

        Assert.Equal(3, Assert.Single(import.Status.Images).Manifests.Count);
        Assert.InRange((await registry.RequestsAsync("index/app")).Count, 1, 8);
    }
}
