using System.Globalization;
using ImageStreams.AspNetCore;
using ImageStreams.Clients;
using ImageStreams.Testing;
using Microsoft.Extensions.Hosting;

namespace ImageStreams.Tool;

/// <summary>A registry in the process that answers for every host, and a stream and a Deployment that follow one of its images while it
/// moves.</summary>
internal sealed class DemoImages(
    InMemoryRegistry registry, IImageStreamClient client, ServedResource deployments, TimeProvider timeProvider, string ns)
    : BackgroundService
{
    /// <summary>The story of the demo, in words.</summary>
    public const string Summary = $"{Image} moves every 10 seconds; the stream '{Stream}' and the Deployment '{DemoDeployment.Name}' follow it";

    private const string Image = "registry.access.redhat.com/ubi9/ruby-33:latest";
    private const string Stream = "ruby";
    private const string Tag = "3.3";
    private static readonly TimeSpan Pace = TimeSpan.FromSeconds(10);

    /// <inheritdoc/>
    public override async Task StartAsync(CancellationToken cancellationToken)
    {
        Move();
        await client.Streams.CreateOrUpdateAsync(CreateStream(), cancellationToken: cancellationToken).ConfigureAwait(false);
        await DemoDeployment.CreateAsync(deployments, ns, $"{Stream}:{Tag}", cancellationToken).ConfigureAwait(false);
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
        Metadata = new ObjectMeta { Namespace = ns, Name = Stream },
        Spec = new ImageStreamSpec
        {
            Tags =
            [
                new TagReference
                {
                    Name = Tag,
                    From = new ObjectReference { Kind = "DockerImage", Name = Image },
                    ImportPolicy = new TagImportPolicy { Scheduled = true },
                },
            ],
        },
    };
}
