using System.Text;
using System.Text.Json;
using ImageStreams.IntegrationTests.Registries;
using ImageStreams.Manifests;
using ImageStreams.References;
using ImageStreams.Registries;
using ImageStreams.Testing;
using ImageStreams.Testing.Server;

namespace ImageStreams.IntegrationTests.Locking;

/// <summary>Locks images of Debian's docker-registry, which skopeo put there and reads again.</summary>
public sealed class LockRegistryTests(DockerRegistryFixture registry) : IClassFixture<DockerRegistryFixture>, IDisposable
{
    private readonly HttpRegistryClient _client = new();

    private static SyntheticImage First => SyntheticImage.Create("first").AsOci()
        .WithCreated(new DateTimeOffset(2026, 1, 2, 3, 4, 5, TimeSpan.Zero))
        .WithLabel("org.opencontainers.image.version", "1.0");

    public void Dispose() => _client.Dispose();

    [SkopeoRegistryFact]
    public async Task LookUp_Index_IsWhatSkopeoSeesOnEveryPlatform()
    {
        await CopyAsync(SyntheticIndex.ForPlatforms(First, "linux/amd64", "linux/arm64").AsOci(), "lock/index:1");

        var image = Assert.Single((await LookUpAsync("lock/index:1")).Images);

        Assert.Equal(await ReadDigestAsync("lock/index:1"), image.Digest);
        Assert.Equal(["linux/amd64", "linux/arm64"], image.PlatformNames);
        foreach (var platform in image.Platforms)
        {
            using var seen = JsonDocument.Parse(await Skopeo.RunAsync(
                "inspect", "--tls-verify=false", "--override-os=linux", $"--override-arch={platform.Platform[6..]}", Address(image.ToPullSpec(platform))));
            Assert.Equal(platform.Digest.ToString(), seen.RootElement.GetProperty("Digest").GetString());
            Assert.Equal(platform.Created, seen.RootElement.GetProperty("Created").GetDateTimeOffset());
            Assert.Equal("1.0", seen.RootElement.GetProperty("Labels").GetProperty("org.opencontainers.image.version").GetString());
            Assert.Equal("1.0", platform.Labels["org.opencontainers.image.version"]);
        }
    }

    [SkopeoRegistryFact]
    public async Task Verify_TagThatSkopeoMoved_HasMovedAndTheLockedImageIsStillThere()
    {
        await CopyAsync(First, "lock/moving:1");
        var locked = (await LookUpAsync("lock/moving:1")).ToLock();
        Assert.True(locked.Verify(await LookUpAsync("lock/moving:1")).IsFine);

        await CopyAsync(First.WithLabel("org.opencontainers.image.version", "1.1"), "lock/moving:1");
        var now = await LookUpAsync("lock/moving:1", locked);

        Assert.Equal(["moved", "labelsChanged"], locked.Verify(now).Differences.Select(difference => difference.Kind));
        Assert.Empty(now.GoneDigests);
        Assert.Equal(locked.Images[0].Digest.ToString(), await InspectDigestAsync(locked.Images[0].ToPullSpec()));
    }

    [SkopeoRegistryFact]
    public async Task LookUp_UnknownTag_IsGone()
    {
        await CopyAsync(First, "lock/known:1");

        var problem = Assert.Single((await LookUpAsync("lock/known:2")).Problems);

        Assert.Equal(ImageLockProblemKind.SourceGone, problem.Kind);
    }

    /// <summary>Lets skopeo copy an image from another server into the registry.</summary>
    private async Task CopyAsync(SyntheticArtifact artifact, string name)
    {
        await using var source = await LoopbackRegistryServer.StartAsync();
        source.Registry.Push("source/app:1", artifact);
        await Skopeo.CopyAsync(Address($"{source.Host}/source/app:1"), Address($"{registry.Host}/{name}"), "--all");
        source.Registry.Dispose();
    }

    /// <summary>Lets skopeo read the manifest or index of a tag, and computes its digest.</summary>
    private async Task<Digest> ReadDigestAsync(string name) => Digest.Sha256(Encoding.UTF8.GetBytes(
        await Skopeo.RunAsync("inspect", "--raw", "--tls-verify=false", Address($"{registry.Host}/{name}"))));

    private static async Task<string?> InspectDigestAsync(string pullSpec)
    {
        using var seen = JsonDocument.Parse(await Skopeo.RunAsync("inspect", "--tls-verify=false", Address(pullSpec)));
        return seen.RootElement.GetProperty("Digest").GetString();
    }

    private Task<ImageLookup> LookUpAsync(string name, ImageLock? known = null)
    {
        var options = new ImageLockerOptions();
        options.InsecureRegistries.Add(registry.Host);
        return new ImageLocker(_client, options).LookUpAsync(
            new ImageLockRequest { Tags = [$"{registry.Host}/{name}"], Known = known, CheckKnownDigests = known is not null });
    }

    private static string Address(string name) => $"docker://{name}";
}
