using System.Runtime.CompilerServices;
using System.Threading.Channels;
using ImageStreams.Clients;
using ImageStreams.Storage;

namespace ImageStreams.Tests.Controllers;

/// <summary>A source whose lists and events a test gives.</summary>
internal sealed class ScriptedSource : IObjectSource<ImageStream>
{
    private readonly Channel<WatchEvent<ImageStream>> _events = Channel.CreateUnbounded<WatchEvent<ImageStream>>();
    private readonly TaskCompletionSource<WatchOptions> _watched = new(TaskCreationOptions.RunContinuationsAsynchronously);

    public string Resource => "imagestreams";

    /// <summary>The streams of each list, at version 9.</summary>
    public List<ImageStream> Listed { get; set; } = [];

    /// <summary>The failures of the next pages: null for one that succeeds.</summary>
    public Queue<ApiException?> Failures { get; } = [];

    /// <summary>The options of the lists.</summary>
    public List<ListOptions> Pages { get; } = [];

    /// <summary>The options of the first watch.</summary>
    public Task<WatchOptions> Watched => _watched.Task;

    public async Task ModifyAsync(ImageStream stream) => await _events.Writer.WriteAsync(
        new WatchEvent<ImageStream>.Modified { Object = stream, ResourceVersion = stream.Metadata.ResourceVersion! });

    public Task<ApiList<ImageStream>> ListPageAsync(string? ns, ListOptions options, CancellationToken cancellationToken)
    {
        Pages.Add(options);
        if (Failures.TryDequeue(out var failure) && failure is not null)
        {
            return Task.FromException<ApiList<ImageStream>>(failure);
        }

        var skipped = options.Continue is null ? 0 : Pages.Count(page => page.Continue is not null);
        var items = options.Limit == 0 ? Listed : [.. Listed.Skip(skipped).Take(options.Limit)];
        var next = skipped + items.Count < Listed.Count ? "more" : null;
        return Task.FromResult<ApiList<ImageStream>>(
            new ImageStreamList { Metadata = new ListMeta { ResourceVersion = "9", Continue = next }, Items = [.. items] });
    }

    public async IAsyncEnumerable<WatchEvent<ImageStream>> WatchChangesAsync(
        string? ns, WatchOptions options, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        _watched.TrySetResult(options);
        await foreach (var change in _events.Reader.ReadAllAsync(cancellationToken))
        {
            yield return change;
        }
    }
}
