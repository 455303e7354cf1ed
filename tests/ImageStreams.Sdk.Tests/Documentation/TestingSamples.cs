using System.Net;
using ImageStreams.Importing;
using ImageStreams.References;
using ImageStreams.Registries;
using ImageStreams.Testing;
using ImageStreams.Testing.Server;

namespace ImageStreams.Tests.Documentation;

public sealed class TestingSamples
{
    private static readonly ImageStream Stream = new()
    {
        Metadata = new ObjectMeta { Namespace = "shop", Name = "app" },
        Spec = new ImageStreamSpec
        {
            Tags =
            [
                new TagReference
                {
                    Name = "latest",
                    From = new ObjectReference { Kind = ReferenceKinds.DockerImage, Name = "quay.io/team/app:1.0" },
                },
            ],
        },
    };

    [Fact]
    public async Task Import_FromAFake_Moves()
    {
        var stream = Stream;

        // sample: testing-import
        using var registry = new InMemoryRegistry();
        var importer = new ImageImporter(registry);

        var first = registry.Push("quay.io/team/app:1.0", SyntheticImage.Create("app"));
        var result = await importer.ImportTagAsync(stream, "latest");
        Assert.Equal(first.ToString(), result.Stream.Status.Tags.Find("latest")!.Items[0].Image);

        registry.Push("quay.io/team/app:1.0", SyntheticImage.Create("app, rebuilt"));
        result = await importer.ImportTagAsync(result.Stream, "latest");
        Assert.Equal(2, result.Stream.Status.Tags.Find("latest")!.Items.Count);
        // end
    }

    [Fact]
    public async Task Fault_OfAFake_ReachesTheImport()
    {
        var stream = Stream;

        // sample: testing-faults
        using var registry = new InMemoryRegistry();
        registry.Push("quay.io/team/app:1.0", SyntheticImage.Create("app"));
        registry.FailNext(new RegistryFault.Status { Code = HttpStatusCode.TooManyRequests, RetryAfter = "30" });

        var result = await new ImageImporter(registry).ImportTagAsync(stream, "latest");

        var failed = Assert.IsType<TagImportResult.Failed>(result);
        Assert.Equal("TooManyRequests", failed.Reason);
        Assert.True(failed.IsTransient);
        // end
    }

    [Fact]
    public void Index_OfPlatforms_HasAnImageForEach()
    {
        // sample: testing-images
        var image = SyntheticImage.Create("app")
            .WithEnvironment("PATH", "/usr/bin")
            .WithLabel("version", "1.0")
            .WithExposedPort("8080/tcp")
            .WithLayer("etc/app.conf", "debug = false");
        var index = SyntheticIndex.ForPlatforms(image, "linux/amd64", "linux/arm64/v8");
        // end

        Assert.Equal(2, index.Children.Count);
    }

    [Fact]
    public async Task Server_OnLoopback_ServesAnyHttpClient()
    {
        // sample: testing-loopback
        await using var server = await LoopbackRegistryServer.StartAsync();
        using var pusher = new RegistryPusher(server.Address);
        var pushed = await pusher.PushAsync("team/app:1.0", SyntheticImage.Create("app"));

        using var client = new HttpRegistryClient();
        var repository = RegistryRepository.From(ImageReference.Parse($"{server.Host}/team/app"), insecure: true);
        var found = await client.ResolveAsync(repository, "1.0");

        Assert.Equal(pushed, found.Descriptor.Digest);
        Assert.Contains(server.Registry.Requests, request => request.Method == "HEAD");
        // end
    }
}
