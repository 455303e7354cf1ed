using System.Text.Json.Nodes;
using ImageStreams.Storage;
using ImageStreams.Tests.Recordings;

namespace ImageStreams.Tests.AspNetCore;

/// <summary>The states of streams that recorded responses show, by version: all objects of the recorded cluster shared one count.</summary>
internal sealed class HttpHistory
{
    private readonly HashSet<(ObjectKey Key, long Version)> _made = [];
    private readonly List<RecordedState> _states;

    /// <param name="exchanges">The exchanges, in the order of their requests.</param>
    /// <param name="isReplayed">Tests whether a request is replayed.</param>
    public HttpHistory(IReadOnlyList<HttpExchange> exchanges, Func<HttpExchange, bool> isReplayed)
    {
        var all = new List<RecordedState>();
        var seen = new HashSet<(ObjectKey, long)>();
        foreach (var recorded in exchanges)
        {
            var shown = RecordedState.In(recorded).ToList();
            if (recorded.Method != "GET" && isReplayed(recorded))
            {
                _made.UnionWith(shown.Select(one => (one.Key, one.Version)).Where(one => !seen.Contains(one)));
            }

            seen.UnionWith(shown.Select(one => (one.Key, one.Version)));
            all.AddRange(shown);
        }

        _states =
        [
            .. all.GroupBy(one => (one.Key, one.Version)).Select(one => one.MaxBy(state => state.Extent)!).OrderBy(one => one.Version),
        ];
    }

    /// <summary>The states that no replayed request makes, up to a version, oldest first.</summary>
    public IEnumerable<RecordedState> MadeByOthers(long until) =>
        _states.TakeWhile(one => one.Version <= until).Where(one => !_made.Contains((one.Key, one.Version)));

    /// <summary>The next state after a version that is known as a whole; null if there is none of the same stream.</summary>
    public RecordedState? FindNext(ObjectKey key, long version, string uid) => _states.FirstOrDefault(one =>
        one.Key == key && one.Version > version && one.Extent == RecordedExtent.Whole && (string?)one.Value["metadata"]![Identities.Uid] == uid);

    /// <summary>The version that the recorded cluster had reached, at least, before a request.</summary>
    public static long GetBound(HttpExchange recorded)
    {
        var shown = RecordedState.In(recorded with { Exchange = recorded.Exchange with { Events = FindFirstEvent(recorded) } });
        return recorded.Method == "GET"
            ? shown.Select(one => one.Version).Append(GetVersion(RecordedHead.Known(recorded.Exchange.Body))).Max()
            : shown.Select(one => one.Version - 1).DefaultIfEmpty(0).Max();
    }

    /// <summary>The first event of a watch that begins with what there is; other events come after its request.</summary>
    private static IReadOnlyList<JsonNode>? FindFirstEvent(HttpExchange recorded) =>
        recorded.Path.Contains("sendInitialEvents=true", StringComparison.Ordinal) || recorded.Path.Contains("resourceVersion=0", StringComparison.Ordinal)
            ? recorded.Exchange.Events?.Take(1).ToList()
            : null;

    private static long GetVersion(JsonNode? body) => body is JsonObject list ? RecordedObjects.GetVersion(list) : 0;
}
