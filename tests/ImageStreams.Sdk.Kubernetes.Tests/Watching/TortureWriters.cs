using System.Collections.Concurrent;
using ImageStreams.Clients;
using ImageStreams.Patching;

namespace ImageStreams.Tests.Kubernetes;

/// <summary>Creates, changes and deletes streams, again while the server is away.</summary>
internal sealed class TortureWriters(IImageStreamsResource streams, int total)
{
    private const int StreamsPerWriter = 10;
    private const int Seed = 20;

    private int _done;

    /// <summary>The number of changes that are to be made.</summary>
    public int Total => total;

    /// <summary>The number of changes so far.</summary>
    public int Done => Volatile.Read(ref _done);

    /// <summary>The streams and the versions that were written.</summary>
    public ConcurrentQueue<(string Name, long Version)> Written { get; } = [];

    /// <summary>Makes a number of changes to streams of its own.</summary>
    public async Task RunAsync(int writer, int count, CancellationToken cancellationToken)
    {
        var random = new Random(Seed + writer);
        for (var i = 0; i < count; i++)
        {
            var (name, deletes) = ($"w{writer}-{random.Next(StreamsPerWriter)}", random.Next(10) == 0);
            while (!await TryChangeAsync(name, i, deletes, cancellationToken))
            {
                await Task.Delay(TimeSpan.FromMilliseconds(20), cancellationToken);
            }

            Interlocked.Increment(ref _done);
        }
    }

    /// <summary>Waits until a number of changes are made.</summary>
    public async Task WhenDoneAsync(int count, CancellationToken cancellationToken)
    {
        while (Done < count)
        {
            await Task.Delay(TimeSpan.FromMilliseconds(5), cancellationToken);
        }
    }

    /// <summary>Changes a stream; false when the server is away.</summary>
    private async Task<bool> TryChangeAsync(string name, int number, bool deletes, CancellationToken cancellationToken)
    {
        try
        {
            await ChangeAsync(name, number, deletes, cancellationToken);
            return true;
        }
        catch (ApiException e) when (e.Reason is ApiFailure.NotFound)
        {
            return await TryCreateAsync(name, cancellationToken);
        }
        catch (ApiException e) when (IsAway(e))
        {
            return false;
        }
    }

    private async Task ChangeAsync(string name, int number, bool deletes, CancellationToken cancellationToken)
    {
        if (deletes)
        {
            await streams.DeleteAsync("shop", name, cancellationToken: cancellationToken);
            return;
        }

        var patch = ObjectPatch.Merge("{\"metadata\":{\"labels\":{\"n\":\"" + number + "\"}}}");
        Add((await streams.PatchAsync("shop", name, patch, cancellationToken: cancellationToken)).Object);
    }

    private async Task<bool> TryCreateAsync(string name, CancellationToken cancellationToken)
    {
        try
        {
            var stream = new ImageStream { Metadata = new ObjectMeta { Name = name, Namespace = "shop" } };
            Add(await streams.CreateAsync(stream, cancellationToken: cancellationToken));
            return true;
        }
        catch (ApiException e) when (IsAway(e))
        {
            return false;
        }
    }

    private void Add(ImageStream stream) => Written.Enqueue((stream.Name, ChangeAudit.GetVersion(stream)));

    private static bool IsAway(ApiException exception) =>
        exception.Reason is ApiFailure.ServiceUnavailable or ApiFailure.Timeout or ApiFailure.InternalError;
}
