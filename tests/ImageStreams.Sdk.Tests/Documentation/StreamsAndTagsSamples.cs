using ImageStreams.Clients;
using ImageStreams.Importing;
using ImageStreams.References;
using ImageStreams.Resolution;
using ImageStreams.Storage;
using ImageStreams.Testing;
using Microsoft.Extensions.DependencyInjection;

namespace ImageStreams.Tests.Documentation;

public sealed class StreamsAndTagsSamples : IDisposable
{
    private readonly InMemoryRegistry _registry = new();
    private readonly EmbeddedImageStreamClient _client;

    public StreamsAndTagsSamples()
    {
        _registry.Push("quay.io/team/ruby:3.3", SyntheticImage.Create("ruby 3.3"));
        _registry.Push("quay.io/team/ruby:3.4", SyntheticImage.Create("ruby 3.4"));
        _client = new EmbeddedImageStreamClient(new InMemoryImageStreamStore(), new ImageImporter(_registry));
    }

    public void Dispose() => _registry.Dispose();

    [Fact]
    public async Task Services_Default_ProvideAClientThatStoresStreams()
    {
        // sample: streams-services
        var services = new ServiceCollection();
        services.AddImageStreams();

        await using var provider = services.BuildServiceProvider();
        var client = provider.GetRequiredService<IImageStreamClient>();

        var created = await client.Streams.CreateAsync(new ImageStream
        {
            Metadata = new ObjectMeta { Namespace = "shop", Name = "ruby" },
        });
        Console.WriteLine(created.Status.DockerImageRepository);
        // end

        Assert.Equal("image-registry.openshift-image-registry.svc:5000/shop/ruby", created.Status.DockerImageRepository);
    }

    [Fact]
    public async Task Streams_CreateOrUpdateFindAndListAll()
    {
        var client = _client;
        List<string> names = [];

        // sample: streams-find
        var ruby = ImageStreamName.FromParts("shop", "ruby");
        var stream = await client.Streams.FindAsync(ruby)                                    // null when there is none
            ?? new ImageStream { Metadata = new ObjectMeta { Namespace = ruby.Namespace, Name = ruby.Name } };

        await client.Streams.CreateOrUpdateAsync(stream);

        await foreach (var each in client.Streams.ListAllAsync("shop"))                      // all pages
        {
            names.Add(each.Name);
        }
        // end

        Assert.Equal(["ruby"], names);
    }

    [Fact]
    public async Task Verbs_FollowTrackCopyAndReference()
    {
        var client = _client;

        // sample: streams-verbs
        var ruby = ImageStreamName.FromParts("shop", "ruby");

        await client.FollowImageAsync("quay.io/team/ruby:3.3", ruby.WithTag("3.3"));         // imported from a registry
        await client.ImportDueAsync(ruby);

        await client.TrackTagAsync(ruby.WithTag("3.3"), ruby.WithTag("latest"));             // moves with 3.3
        await client.CopyTagAsync(ruby.WithTag("latest"), ruby.WithTag("production"));       // stays where it is
        await client.ReferenceImageAsync("registry.example/ruby:3", ruby.WithTag("vendor")); // a name, never imported
        // end

        var stream = await client.Streams.GetAsync("shop", "ruby");
        var image = PullSpecs.FindLatestEvent(stream, "3.3")!.Image;
        Assert.Equal(image, PullSpecs.FindLatestEvent(stream, "latest")!.Image);
        Assert.Equal(image, PullSpecs.FindLatestEvent(stream, "production")!.Image);
        Assert.Equal("registry.example/ruby:3", PullSpecs.FindLatestEvent(stream, "vendor")!.DockerImageReference);
    }

    [Fact]
    public async Task Verbs_MoveAndRollBack()
    {
        var client = _client;
        var ruby = ImageStreamName.FromParts("shop", "ruby");
        await client.FollowImageAsync("quay.io/team/ruby:3.3", ruby.WithTag("latest"));
        await client.ImportDueAsync(ruby);
        var before = (await client.Tags.GetAsync("shop", "ruby:latest")).Image;

        // sample: streams-roll-back
        await client.FollowImageAsync("quay.io/team/ruby:3.4", ruby.WithTag("latest"));
        await client.ImportDueAsync(ruby);

        var restored = await client.RollBackTagAsync(ruby.WithTag("latest"));
        // end

        Assert.Equal(before.Metadata.Name, restored.Image.Metadata.Name);
    }

    [Fact]
    public async Task Resolve_PendingThenFailedThenStale()
    {
        var client = _client;
        var ruby = ImageStreamName.FromParts("shop", "ruby");
        var states = new List<string>();

        // sample: streams-states
        static string DescribeState(ImageStream stream, string tag) => TagResolver.Resolve(stream, tag) switch
        {
            TagResolution.Resolved { HasNewer: false } current => $"current: {current.PullSpec}",
            TagResolution.Resolved stale => $"stale: {stale.PullSpec}",
            TagResolution.PendingImport => "pending: the import has not run yet",
            TagResolution.FailedImport failed => $"failed: {failed.Condition.Reason}",
            TagResolution.Circular cycle => $"never: {string.Join(", ", cycle.Hops)}",
            TagResolution.CrossStream => "elsewhere: it follows a tag of another stream",
            TagResolution.Invalid invalid => $"wrong: {invalid.Message}",
            _ => "no such tag",
        };
        // end

        async Task NoteAsync() => states.Add(
            DescribeState(await client.Streams.GetAsync("shop", "ruby"), "latest").Split(':')[0]);
        await client.FollowImageAsync("quay.io/team/ruby:9.9", ruby.WithTag("latest"));
        await NoteAsync();
        await client.ImportDueAsync(ruby);
        await NoteAsync();
        await client.FollowImageAsync("quay.io/team/ruby:3.3", ruby.WithTag("latest"));
        await client.ImportDueAsync(ruby);
        await NoteAsync();
        await client.FollowImageAsync("quay.io/team/ruby:9.9", ruby.WithTag("latest"));
        await client.ImportDueAsync(ruby);
        await NoteAsync();

        Assert.Equal(["pending", "failed", "current", "stale"], states);
    }

    [Fact]
    public async Task Patch_ConcurrentWrites_Retries()
    {
        var client = _client;
        await client.Streams.CreateAsync(new ImageStream { Metadata = new ObjectMeta { Namespace = "shop", Name = "ruby" } });

        // sample: streams-patch
        var patched = await client.Streams.PatchAsync("shop", "ruby", current => current with
        {
            Spec = current.Spec with { LookupPolicy = new ImageLookupPolicy { Local = true } },
        });
        // end

        Assert.True(patched.Spec.LookupPolicy.Local);
    }

    [Fact]
    public async Task Errors_CarryTheStatusOfTheApi()
    {
        var client = _client;
        var stream = new ImageStream { Metadata = new ObjectMeta { Namespace = "shop", Name = "Ruby" } };
        var seen = "";

        // sample: streams-errors
        try
        {
            await client.Streams.CreateAsync(stream);
        }
        catch (ApiException e) when (e.Reason == ApiFailure.Invalid)
        {
            foreach (var cause in e.Causes)
            {
                Console.WriteLine($"{cause.Field}: {cause.Message}");
            }

            seen = e.Status.Reason;
        }
        // end

        Assert.Equal("Invalid", seen);
    }

    [Fact]
    public async Task Watch_ReportsEveryChange()
    {
        var client = _client;
        using var stop = new CancellationTokenSource();
        var cancellationToken = stop.Token;
        await client.Streams.CreateAsync(new ImageStream { Metadata = new ObjectMeta { Namespace = "shop", Name = "ruby" } });
        var seen = new List<string>();

        // sample: streams-watch
        var list = await client.Streams.ListAsync("shop", cancellationToken: cancellationToken);
        var changes = client.Streams.WatchAsync(
            "shop", new WatchOptions { ResourceVersion = list.Metadata.ResourceVersion }, cancellationToken);
        // end

        await client.Streams.DeleteAsync("shop", "ruby");
        await foreach (var change in changes)
        {
            seen.Add(change.GetType().Name);
            break;
        }

        Assert.Equal(["Deleted"], seen);
    }
}
