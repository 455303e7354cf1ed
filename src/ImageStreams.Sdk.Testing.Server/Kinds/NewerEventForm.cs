using System.Text.Json.Nodes;
using ImageStreams.AspNetCore;

namespace ImageStreams.Testing.Server;

/// <summary>Events as the group <c>events.k8s.io</c> serves them: the same objects with other names of some fields.</summary>
internal sealed class NewerEventForm : ObjectForm
{
    private static readonly (string Core, string Newer)[] Names =
    [
        ("metadata", "metadata"), ("eventTime", "eventTime"), ("series", "series"), ("reportingComponent", "reportingController"),
        ("reportingInstance", "reportingInstance"), ("action", "action"), ("reason", "reason"), ("involvedObject", "regarding"),
        ("related", "related"), ("message", "note"), ("type", "type"), ("source", "deprecatedSource"),
        ("firstTimestamp", "deprecatedFirstTimestamp"), ("lastTimestamp", "deprecatedLastTimestamp"), ("count", "deprecatedCount"),
    ];

    public override string StoredAs => "events";

    public override string StoredKind => "Event";

    public override string StoredVersion => "v1";

    public override JsonObject FromStored(JsonObject stored) => Rename(stored, static name => name.Core, static name => name.Newer);

    public override JsonObject ToStored(JsonObject value) => Rename(value, static name => name.Newer, static name => name.Core);

    // A text that says nothing is left out.
    private static JsonObject Rename(
        JsonObject value, Func<(string Core, string Newer), string> from, Func<(string Core, string Newer), string> to)
    {
        var renamed = new JsonObject();
        foreach (var name in Names.Where(name => value.ContainsKey(from(name)) && value.FindText(from(name)) is not ""))
        {
            renamed[to(name)] = value[from(name)]?.DeepClone();
        }

        return renamed;
    }
}
