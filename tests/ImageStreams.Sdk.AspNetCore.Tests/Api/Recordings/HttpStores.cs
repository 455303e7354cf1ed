using ImageStreams.Storage;

namespace ImageStreams.Tests.AspNetCore;

/// <summary>Creates the stores of replays.</summary>
internal static class HttpStores
{
    /// <summary>The end of the names of recordings during which the server was restarted: it forgot every version before.</summary>
    private const string Restarted = "-restart";

    /// <summary>Fewer changes than those between the versions that such a recording reads and the restart.</summary>
    private const int FewChanges = 2;

    /// <summary>Creates the store of a scenario.</summary>
    public static InMemoryImageStreamStore Create(string scenario)
    {
        var options = new InMemoryStoreOptions();
        if (scenario.EndsWith(Restarted, StringComparison.Ordinal))
        {
            options.WatchHistory = FewChanges;
        }

        return new InMemoryImageStreamStore(options);
    }
}
