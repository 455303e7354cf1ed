using ImageStreams.Clients;
using ImageStreams.Controllers;
using ImageStreams.Importing;
using Microsoft.Extensions.DependencyInjection;

namespace ImageStreams.AspNetCore;

/// <summary>Whatever the application has of what the page shows; the rest is missing from it.</summary>
internal sealed class StatusSources(IServiceProvider services)
{
    private readonly IImageStreamClient? _client = services.GetService<IImageStreamClient>();
    private readonly Reflector<ImageStream>? _feed = services.GetService<Reflector<ImageStream>>();

    public ImportSchedule? Schedule { get; } =
        services.GetService<ImportSchedule>() ?? services.GetService<ImportController>()?.Schedule;

    public TriggerController? Triggers { get; } = services.GetService<TriggerController>();

    public ControllerReports? Reports { get; } = services.GetService<ControllerReports>();

    /// <summary>Lists the streams by namespace and name: those that the feed has, otherwise those of the client.</summary>
    /// <returns>The streams, and the reason why they cannot be read.</returns>
    public async Task<(IReadOnlyList<ImageStream> Streams, string? Error)> ListAsync(CancellationToken cancellationToken)
    {
        if (_feed?.Status is { HasSynced: true, IsRunning: true } status)
        {
            return (Sort(_feed.Objects.All), status.Failures == 0 ? null : $"The streams may be outdated: {status.LastError}");
        }

        if (_client is null)
        {
            return ([], "No image stream client is registered.");
        }

        try
        {
            return (await ReadAsync(_client, cancellationToken).ConfigureAwait(false), null);
        }
#pragma warning disable CA1031 // the page says why there is nothing on it, whatever the store or the cluster has
        catch (Exception e) when (e is not OperationCanceledException || !cancellationToken.IsCancellationRequested)
#pragma warning restore CA1031
        {
            return ([], $"The streams cannot be read: {e.Message}");
        }
    }

    private static async Task<List<ImageStream>> ReadAsync(IImageStreamClient client, CancellationToken cancellationToken)
    {
        List<ImageStream> streams = [];
        await foreach (var stream in client.Streams.ListAllAsync(ns: null, cancellationToken: cancellationToken).ConfigureAwait(false))
        {
            streams.Add(stream);
        }

        return Sort(streams);
    }

    private static List<ImageStream> Sort(IEnumerable<ImageStream> streams) =>
    [
        .. streams.OrderBy(static stream => stream.Namespace, StringComparer.Ordinal)
            .ThenBy(static stream => stream.Name, StringComparer.Ordinal),
    ];
}
