using ImageStreams.Clients;
using ImageStreams.Importing;
using ImageStreams.Serialization;
using ImageStreams.Storage;
using ImageStreams.Testing;
using static ImageStreams.Tests.Builders.StreamBuilder;

namespace ImageStreams.Tests.Documentation;

public sealed class ImportingSamples : IDisposable
{
    private readonly InMemoryRegistry _registry = new();

    public ImportingSamples()
    {
        foreach (var tag in new[] { "latest", "3.12", "3.12-alpine", "2.7" })
        {
            _registry.Push($"library/python:{tag}", SyntheticImage.Create(tag));
        }

        _registry.Push("shop/base:1", SyntheticImage.Create("base"));
    }

    public void Dispose() => _registry.Dispose();

    [Fact]
    public async Task Import_TagsOfAStream_IsOneChange()
    {
        var importer = new ImageImporter(_registry);
        var stream = AnImageStream()
            .Tag("3").FollowsImage("docker.io/library/python:3.12").Tag("4").FollowsImage("docker.io/library/python:4").Build();

        // sample: importing-tags
        var result = await importer.ImportTagsAsync(stream);

        foreach (var tag in result.Tags)
        {
            Console.WriteLine(tag switch
            {
                TagImportResult.Imported imported => $"{tag.Tag} is {imported.Image.Metadata.Name} now, from {imported.Source.Registry}",
                TagImportResult.Unchanged => $"{tag.Tag} has not moved",
                TagImportResult.Failed failed => $"{tag.Tag} keeps its image: {failed.Message}",
                _ => $"{tag.Tag} follows no registry",
            });
        }

        stream = result.Stream;
        // end

        // sample: importing-explain
        foreach (var tag in result.Tags)
        {
            Console.WriteLine(tag.Explanation);   // Tag '3' has docker.io/library/python@sha256:… now, from docker.io.
        }
        // end

        Assert.Single(stream.Status.Tags.Find("3")!.Items);
        Assert.Equal("NotFound", stream.Status.Tags.Find("4")!.Conditions[0].Reason);
    }

    [Fact]
    public async Task Compare_ImportedStreamWithItsManifest_IsInSync()
    {
        var text = """
            {"metadata":{"name":"python","namespace":"shop"},
             "spec":{"tags":[{"name":"3","from":{"kind":"DockerImage","name":"docker.io/library/python:3.12"}}]}}
            """;
        var client = new EmbeddedImageStreamClient(new InMemoryImageStreamStore(), new ImageImporter(_registry));
        await client.Streams.CreateAsync(ImageStreamJson.Deserialize<ImageStream>(text));
        await client.Imports.CreateAsync(new ImageStreamImport
        {
            Metadata = new ObjectMeta { Namespace = "shop", Name = "python" },
            Spec = new ImageStreamImportSpec
            {
                Import = true,
                Images = [new ImageImportSpec { From = ObjectReference.DockerImage("docker.io/library/python:3.12"), To = new() { Name = "3" } }],
            },
        });

        // sample: importing-compare
        var manifest = ImageStreamJson.Deserialize<ImageStream>(text);
        var live = await client.Streams.GetAsync("shop", "python");

        var isInSync = live.Spec.AsWritten() == manifest.Spec.AsWritten();
        // end

        Assert.True(isInSync);
        Assert.NotEqual(manifest.Spec, live.Spec);
    }

    [Fact]
    public async Task Import_PartOfARepository_ImportsMatchingTags()
    {
        var registry = _registry;
        var stream = AnImageStream().Build();

        // sample: importing-repository
        var importer = new ImageImporter(registry, options: new ImageImporterOptions
        {
            RepositoryTags = new RepositoryTagSelection { Include = { "3.*", "latest" }, Exclude = { "*-alpine" }, Limit = 20 },
        });
        var repository = new RepositoryImportSpec { From = ObjectReference.DockerImage("docker.io/library/python") };

        var result = await importer.ImportRepositoryAsync(stream, repository);

        Console.WriteLine($"{result.Tags.Count} tags, and {result.AdditionalTags.Count} not imported");
        // end

        Assert.Equal(["3.12", "latest"], result.Stream.Spec.Tags.Select(specTag => specTag.Name));
    }

    [Fact]
    public async Task Import_Long_ShowsItsProgress()
    {
        var importer = new ImageImporter(_registry);
        var stream = AnImageStream().Tag("3").FollowsImage("docker.io/library/python:3.12").Build();
        var cancellationToken = CancellationToken.None;

        // sample: importing-progress
        var progress = new Progress<ImportProgress>(step => Console.WriteLine(step));   // 3/60 v1.4: Imported

        await importer.ImportTagsAsync(stream, progress: progress, cancellationToken: cancellationToken);
        // end

        Assert.Equal(3, _registry.Requests.Count);
    }

    [Fact]
    public async Task Import_ThroughTheApi_KeepsStreamAndImages()
    {
        var client = new EmbeddedImageStreamClient(new InMemoryImageStreamStore(), new ImageImporter(_registry));

        // sample: importing-api
        var import = await client.Imports.CreateAsync(new ImageStreamImport
        {
            Metadata = new ObjectMeta { Namespace = "shop", Name = "python" },
            Spec = new ImageStreamImportSpec
            {
                Import = true,
                Repository = new RepositoryImportSpec { From = ObjectReference.DockerImage("docker.io/library/python") },
                Images = [new ImageImportSpec { From = ObjectReference.DockerImage("quay.io/shop/base:1"), To = new() { Name = "base" } }],
            },
        });

        Console.WriteLine(import.Status.Repository!.Status.Status);   // Success, or Failure if any of its tags failed
        // end

        Assert.Equal(5, import.Status.Import!.Spec.Tags.Count);
        Assert.Equal("Success", import.Status.Repository!.Status.Status);
    }
}
