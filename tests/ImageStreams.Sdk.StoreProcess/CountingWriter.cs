using System.Globalization;
using ImageStreams.Storage;

namespace ImageStreams.StoreProcess;

/// <summary>Counts in the labels of a stream, and prints the version, the name and the count of each acknowledged write.</summary>
/// <remarks>Every tenth write removes the stream, and the next one creates it again with the next count.</remarks>
internal sealed class CountingWriter(IImageStreamStore store, string name)
{
    private const string Namespace = "counts";
    private const string Label = "count";
    private const int WritesUntilRemoval = 10;

    private readonly ObjectKey _key = new(Namespace, name);
    private readonly ObjectKey _keptCount = new(Namespace, name + "-removed");

    public async Task RunAsync(CancellationToken cancellationToken)
    {
        var stream = await store.Streams.FindAsync(_key, cancellationToken).ConfigureAwait(false);
        var count = stream is null ? await FindLastAsync(cancellationToken).ConfigureAwait(false) : Count(stream);
        while (!cancellationToken.IsCancellationRequested)
        {
            count++;
            stream = await WriteAsync(stream, count, CancellationToken.None).ConfigureAwait(false);
        }
    }

    private static long Count(ImageStream stream) => long.Parse(stream.Metadata.Labels[Label], CultureInfo.InvariantCulture);

    private static ImageStream Counted(ImageStream stream, long count) => stream with
    {
        Metadata = stream.Metadata with
        {
            Labels = stream.Metadata.Labels.Set(Label, count.ToString(CultureInfo.InvariantCulture)),
        },
    };

    private async Task<ImageStream?> WriteAsync(ImageStream? stream, long count, CancellationToken cancellationToken)
    {
        if (stream is null)
        {
            var created = Counted(new ImageStream { Metadata = new() { Namespace = Namespace, Name = name } }, count);
            return Print(await store.Streams.CreateAsync(created, cancellationToken).ConfigureAwait(false), count);
        }

        if (count % WritesUntilRemoval != 0)
        {
            return Print(await store.Streams.UpdateAsync(Counted(stream, count), cancellationToken).ConfigureAwait(false), count);
        }

        await RememberAsync(count, cancellationToken).ConfigureAwait(false);
        Print(await store.Streams.DeleteAsync(_key, null, cancellationToken).ConfigureAwait(false), count);
        return null;
    }

    // A deletion has no count of its own: another stream remembers it, so that the next process goes on from there.
    private async Task RememberAsync(long count, CancellationToken cancellationToken)
    {
        var kept = await store.Streams.FindAsync(_keptCount, cancellationToken).ConfigureAwait(false);
        var next = Counted(kept ?? new ImageStream { Metadata = new() { Namespace = Namespace, Name = _keptCount.Name } }, count);
        Print(kept is null
            ? await store.Streams.CreateAsync(next, cancellationToken).ConfigureAwait(false)
            : await store.Streams.UpdateAsync(next, cancellationToken).ConfigureAwait(false));
    }

    private async Task<long> FindLastAsync(CancellationToken cancellationToken) =>
        await store.Streams.FindAsync(_keptCount, cancellationToken).ConfigureAwait(false) is { } kept ? Count(kept) : 0;

    private static void Print(ImageStream written) => Print(written, Count(written));

    private static ImageStream Print(ImageStream written, long count)
    {
        Console.Out.WriteLine(string.Create(
            CultureInfo.InvariantCulture, $"{written.Metadata.ResourceVersion} {written.Metadata.Name} {count}"));
        return written;
    }
}
