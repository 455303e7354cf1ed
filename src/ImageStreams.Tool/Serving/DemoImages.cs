using System.Globalization;
using ImageStreams.Clients;
using ImageStreams.Testing;
using Microsoft.Extensions.Hosting;

namespace ImageStreams.Tool;

/// <summary>A registry in the process that answers for every host, and a stream that follows one of its images while it moves.</summary>
internal sealed class DemoImages(InMemoryRegistry registry, IImageStreamClient client, TimeProvider timeProvider, string ns) : BackgroundService
{
    /// <summary>The story of the demo, in words.</summary>
    public const string Summary = $"{Image} moves every 10 seconds; the stream 'ruby' follows it";

    private const string Image = "registry.access.redhat.com/ubi9/ruby-33:latest";
    private static readonly TimeSpan Pace = TimeSpan.FromSeconds(10);

    /// <inheritdoc/>
    public override async Task StartAsync(CancellationToken cancellationToken)
    {
        Move();
        await client.Streams.CreateOrUpdateAsync(CreateStream(), cancellationToken: cancellationToken).ConfigureAwait(false);
        await base.StartAsync(cancellationToken).ConfigureAwait(false);
    }

    /// <inheritdoc/>
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var pace = new PeriodicTimer(Pace, timeProvider);
        while (await pace.WaitForNextTickAsync(stoppingToken).ConfigureAwait(false))
        {
            Move();
        }
    }

    private void Move()
    {
        var now = timeProvider.GetUtcNow();
        registry.Push(Image, SyntheticImage.Create(Image)
            .WithCreated(now)
            .WithLabel("version", now.ToString("yyyyMMdd.HHmmss", CultureInfo.InvariantCulture)));
    }

    private ImageStream CreateStream() => new()
    {
        Metadata = new ObjectMeta { Namespace = ns, Name = "ruby" },
        Spec = new ImageStreamSpec
        {
            Tags =
            [
                new TagReference
                {
                    Name = "3.3",
                    From = new ObjectReference { Kind = "DockerImage", Name = Image },
                    ImportPolicy = new TagImportPolicy { Scheduled = true },
                },
            ],
        },
    };
}
