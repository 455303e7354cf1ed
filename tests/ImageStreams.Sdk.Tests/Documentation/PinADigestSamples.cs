using ImageStreams.Importing;
using ImageStreams.Resolution;
using ImageStreams.Testing;

namespace ImageStreams.Tests.Documentation;

public sealed class PinADigestSamples : IDisposable
{
    private readonly InMemoryRegistry _registry = new();

    public void Dispose() => _registry.Dispose();

    [Fact]
    public async Task Import_IndexInBothModes_PinsImageOrIndex()
    {
        var registry = _registry;
        var importer = new ImageImporter(registry);

        // sample: pin-modes
        var index = SyntheticIndex.ForPlatforms(SyntheticImage.Create("app"), "linux/amd64", "linux/arm64/v8");
        registry.Push("quay.io/team/app:1.0", index);

        var app = ObjectReference.DockerImage("quay.io/team/app:1.0");
        var stream = new ImageStream
        {
            Metadata = new ObjectMeta { Namespace = "shop", Name = "app" },
            Spec = new ImageStreamSpec
            {
                Tags =
                [
                    new() { Name = "one", From = app },
                    new() { Name = "all", From = app, ImportPolicy = new() { ImportMode = ImportMode.PreserveOriginal } },
                ],
            },
        };
        var result = await importer.ImportTagsAsync(stream);

        Console.WriteLine(PullSpecs.FindLatest(result.Stream, "one"));   // the digest of the linux/amd64 image
        Console.WriteLine(PullSpecs.FindLatest(result.Stream, "all"));   // the digest of the index
        // end

        Assert.Equal($"quay.io/team/app@{index.Children[0].Digest}", PullSpecs.FindLatest(result.Stream, "one"));
        Assert.Equal($"quay.io/team/app@{index.Digest}", PullSpecs.FindLatest(result.Stream, "all"));
    }

    [Fact]
    public async Task Import_IndexIsKept_ListsTheImageOfEachPlatform()
    {
        var index = SyntheticIndex.ForPlatforms(SyntheticImage.Create("app"), "linux/amd64", "linux/arm64/v8");
        _registry.Push("quay.io/team/app:1.0", index);
        var importer = new ImageImporter(_registry);
        var stream = CreateStream(new() { Name = "all", ImportPolicy = new() { ImportMode = ImportMode.PreserveOriginal } });
        var lines = new List<string>();

        // sample: pin-platforms
        if (await importer.ImportTagAsync(stream, "all") is TagImportResult.Imported imported)
        {
            foreach (var image in imported.Image.DockerImageManifests)
            {
                lines.Add($"{image.Os}/{image.Architecture}: {image.Digest}");
            }
        }
        // end

        Assert.Equal(
            [$"linux/amd64: {index.Children[0].Digest}", $"linux/arm64: {index.Children[1].Digest}"],
            lines);
    }

    [Fact]
    public async Task Import_PolicyIsLocal_PullsFromTheIntegratedRegistry()
    {
        var image = SyntheticImage.Create("app");
        _registry.Push("quay.io/team/app:1.0", image);
        var stream = CreateStream(new() { Name = "1.0", ReferencePolicy = new() { Type = ReferencePolicyType.Local } });
        var imported = await new ImageImporter(_registry).ImportTagAsync(stream, "1.0");
        stream = imported.Stream with
        {
            Status = imported.Stream.Status with { DockerImageRepository = "registry.cluster.example:5000/shop/app" },
        };
        var lines = new List<string>();

        // sample: pin-local
        if (TagResolver.Resolve(stream, "1.0") is TagResolution.Resolved { Origin: PullSpecOrigin.InternalRepository } resolved)
        {
            lines.Add(resolved.PullSpec);   // registry.cluster.example:5000/shop/app@sha256:...
        }
        // end

        Assert.Equal([$"registry.cluster.example:5000/shop/app@{image.Digest}"], lines);
    }

    private static ImageStream CreateStream(TagReference tag) => new()
    {
        Metadata = new ObjectMeta { Namespace = "shop", Name = "app" },
        Spec = new ImageStreamSpec { Tags = [tag with { From = ObjectReference.DockerImage("quay.io/team/app:1.0") }] },
    };
}
