using ImageStreams.References;
using ImageStreams.Registries;
using ImageStreams.Testing;
using ImageStreams.Testing.Server;

namespace ImageStreams.IntegrationTests;

/// <summary>A container tool pushes to and pulls from the loopback server as from any registry.</summary>
public sealed class SkopeoCopyTests : IAsyncLifetime
{
    private static readonly SyntheticImage Image = SyntheticImage.Create("skopeo").WithLabel("a", "b").WithLayer("app", "text");
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("skopeo-");
    private LoopbackRegistryServer _source = null!;
    private LoopbackRegistryServer _target = null!;

    public async Task InitializeAsync()
    {
        _source = await LoopbackRegistryServer.StartAsync();
        _target = await LoopbackRegistryServer.StartAsync();
    }

    public async Task DisposeAsync()
    {
        await _source.DisposeAsync();
        await _target.DisposeAsync();
        _source.Registry.Dispose();
        _target.Registry.Dispose();
        _folder.Delete(recursive: true);
    }

    [SkopeoFact]
    public Task Copy_DockerImage_KeepsItsDigest() => CopiesAsync(Image);

    [SkopeoFact]
    public Task Copy_OciImage_KeepsItsDigest() => CopiesAsync(Image.AsOci());

    [SkopeoFact]
    public Task Copy_OciIndex_KeepsItsDigest() =>
        CopiesAsync(SyntheticIndex.ForPlatforms(Image.AsOci(), "linux/amd64", "linux/arm64"), "--all");

    [SkopeoFact]
    public Task Copy_DockerList_KeepsItsDigest() =>
        CopiesAsync(SyntheticIndex.ForPlatforms(Image, "linux/amd64", "linux/arm/v7").AsDocker(), "--all");

    [SkopeoFact]
    public async Task Copy_ThroughFolder_KeepsItsDigest()
    {
        var digest = _source.Registry.Push("library/app:1", Image);

        await Skopeo.CopyAsync(Address(_source, "library/app:1"), $"dir:{_folder.FullName}/dir");
        await Skopeo.CopyAsync($"dir:{_folder.FullName}/dir", Address(_target, "copied/app:1"));

        Assert.Equal(digest, await DigestAsync(_target, "copied/app"));
    }

    [SkopeoFact]
    public async Task Copy_ThroughOciLayout_KeepsItsDigest()
    {
        var digest = _source.Registry.Push("library/app:1", Image.AsOci());

        await Skopeo.CopyAsync(Address(_source, "library/app:1"), $"oci:{_folder.FullName}/oci:1");
        await Skopeo.CopyAsync($"oci:{_folder.FullName}/oci:1", Address(_target, "copied/app:1"));

        Assert.Equal(digest, await DigestAsync(_target, "copied/app"));
    }

    [SkopeoFact]
    public async Task Copy_TargetRequiresTokens_SendsThem()
    {
        _target.Registry.RequireBearer("user", "pass");
        _source.Registry.Push("library/app:1", Image);

        await Skopeo.CopyAsync(Address(_source, "library/app:1"), Address(_target, "copied/app:1"), "--dest-creds", "user:pass");

        _target.Registry.RequireNothing();
        Assert.Equal(Image.Digest, await DigestAsync(_target, "copied/app"));
    }

    [SkopeoFact]
    public async Task ListTags_Pages_AreAllListed()
    {
        _source.Registry.TagPageSize = 2;
        foreach (var tag in new[] { "a", "b", "c", "d", "e" })
        {
            _source.Registry.Push($"library/app:{tag}", Image);
        }

        var output = await Skopeo.RunAsync("list-tags", "--tls-verify=false", Address(_source, "library/app"));

        Assert.All(new[] { "a", "b", "c", "d", "e" }, tag => Assert.Contains($"\"{tag}\"", output, StringComparison.Ordinal));
    }

    private async Task CopiesAsync(SyntheticArtifact artifact, params string[] options)
    {
        var digest = _source.Registry.Push("library/app:1", artifact);

        await Skopeo.CopyAsync(Address(_source, "library/app:1"), Address(_target, "copied/app:1"), options);

        Assert.Equal(digest, await DigestAsync(_target, "copied/app"));
    }

    private static string Address(LoopbackRegistryServer server, string name) => $"docker://{server.Host}/{name}";

    private static async Task<Digest> DigestAsync(LoopbackRegistryServer server, string name)
    {
        using var client = new HttpRegistryClient();
        var repository = new RegistryRepository { Registry = server.Host, Name = name, Insecure = true };
        return (await client.GetManifestAsync(repository, "1")).Digest;
    }
}
