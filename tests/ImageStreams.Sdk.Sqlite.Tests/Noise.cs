using ImageStreams.Storage;
using ImageStreams.Tests.Storage;

namespace ImageStreams.Tests.Sqlite;

/// <summary>Changes that matter to nobody.</summary>
internal static class Noise
{
    /// <summary>Makes a number of changes in the namespace "noise".</summary>
    /// <returns>The version of the last one.</returns>
    public static async Task<long> AddAsync(IImageStreamStore store, int changes)
    {
        var stream = await store.Streams.FindAsync(new("noise", "noise"))
            ?? await store.Streams.CreateAsync(StoreObjects.Stream("noise", "noise"));
        for (var i = 1; i < changes; i++)
        {
            stream = await store.Streams.UpdateAsync(stream.Noted(stream.Metadata.ResourceVersion!));
        }

        return stream.Version();
    }
}
