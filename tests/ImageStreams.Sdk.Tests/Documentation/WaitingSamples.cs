using ImageStreams.Clients;
using ImageStreams.References;
using ImageStreams.Tests.Clients;

namespace ImageStreams.Tests.Documentation;

/// <summary>The samples of <c>docs/how-to/waiting.md</c>.</summary>
public sealed class WaitingSamples : IDisposable
{
    private readonly EmbeddedEngine _engine = new();

    public void Dispose() => _engine.Dispose();

    [Fact]
    public async Task Import_ThatFails_SaysTheReason()
    {
        var client = _engine.Client;
        var tag = ImageStreamTagName.FromParts("shop", "web", "2");
        var failing = FailAsync();

        // sample: waiting-import
        await client.FollowImageAsync("quay.io/team/web:2", tag);
        try
        {
            var imported = await client.WaitForImportAsync(tag, new WaitOptions { TimeLimit = TimeSpan.FromMinutes(5) });
            Console.WriteLine($"{tag} has {imported.Image}");
        }
        catch (ImportFailedException failed)
        {
            Console.WriteLine($"{failed.Condition.Reason}: {failed.Condition.Message}");
        }
        // end

        await failing;

        async Task FailAsync()
        {
            await foreach (var change in client.Streams.WatchAsync("shop"))
            {
                Assert.NotNull(await client.ImportDueAsync(tag.StreamName));
                break;
            }
        }
    }

    [Fact]
    public async Task Tag_ThatMoves_EndsTheWait()
    {
        var client = _engine.Client;
        var tag = ImageStreamTagName.FromParts("shop", "web", "1");
        await client.Streams.CreateAsync(new ImageStream { Metadata = new ObjectMeta { Name = "web", Namespace = "shop" } });
        await PushAsync('1');

        // sample: waiting-tag
        var before = await client.WaitForTagAsync(tag);
        // end

        var moving = MoveAsync();

        // sample: waiting-tag
        var moved = await client.WaitForTagAsync(tag, new TagExpectation { OtherThanImage = before.Image });
        // end

        await moving;
        Assert.NotEqual(before.Image, moved.Image);

        // sample: waiting-stream
        var stream = await client.WaitForImportsAsync(ImageStreamName.FromParts("shop", "web"));
        // end

        Assert.Equal("web", stream.Name);

        async Task MoveAsync()
        {
            await Task.Yield();
            await PushAsync('2');
        }

        Task PushAsync(char digit) => client.Mappings.CreateAsync(new ImageStreamMapping
        {
            Metadata = new ObjectMeta { Name = "web", Namespace = "shop" },
            Image = AnImage("sha256:" + new string(digit, 64)),
            Tag = "1",
        });
    }

    private static Image AnImage(string digest) =>
        new() { Metadata = new ObjectMeta { Name = digest }, DockerImageReference = $"registry.test/shop/web@{digest}" };
}
