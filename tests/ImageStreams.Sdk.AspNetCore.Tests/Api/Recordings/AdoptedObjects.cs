using System.Text.Json.Nodes;
using ImageStreams.Serialization;
using ImageStreams.Storage;
using ImageStreams.Testing.Server;
using ImageStreams.Tests.Recordings;

namespace ImageStreams.Tests.AspNetCore;

/// <summary>Puts objects of other kinds into the store of a replay as controllers had changed or made them that the replay does not run: the
/// one of triggers sets images, the one of builds makes them.</summary>
internal sealed class AdoptedObjects(ReplayedCluster cluster, Identities identities)
{
    private readonly List<string> _notes = [];

    /// <summary>What was adopted, each in words.</summary>
    public IReadOnlyList<string> Notes => _notes;

    /// <summary>Adopts what a request reads, where it is of a later generation than ours.</summary>
    public async Task AdoptAsync(HttpExchange recorded)
    {
        if (recorded is not { Method: "GET", Exchange.Status: 200 } || HttpKinds.Find(recorded.Path) is not { } kind)
        {
            return;
        }

        foreach (var shown in Show(recorded))
        {
            await AdoptAsync(kind, shown);
        }
    }

    /// <summary>The objects of an answer with their specification.</summary>
    private static IEnumerable<JsonObject> Show(HttpExchange recorded)
    {
        var body = RecordedHead.IsElided(recorded.Exchange.Body) ? null : recorded.Exchange.Body as JsonObject;
        return (body?["items"] as JsonArray ?? [body?.DeepClone()]).OfType<JsonObject>()
            .Where(one => one["spec"] is JsonObject && RecordedObjects.GetVersion(one) > 0);
    }

    private async Task AdoptAsync(ClusterKind kind, JsonObject shown)
    {
        var objects = ((IClusterObjectStore)cluster.Store).GetObjects(kind.Definition.Group.Length == 0 ? kind.Definition.Plural : $"{kind.Definition.Plural}.{kind.Definition.Group}");
        var key = new ObjectKey(RecordedObjects.GetNamespace(shown), RecordedObjects.GetName(shown));
        var ours = await objects.FindAsync(key);
        if (ours is not null && ours.Metadata.Generation >= ((long?)shown["metadata"]!["generation"] ?? 0))
        {
            return;
        }

        var adopted = Read(kind, shown);
        _notes.Add($"{kind.Definition.Singular} {key} was at generation {adopted.Metadata.Generation}");
        await (ours is null
            ? objects.CreateAsync(adopted)
            : objects.UpdateAsync(adopted with { Metadata = adopted.Metadata with { ResourceVersion = ours.Metadata.ResourceVersion } }));
    }

    private ClusterObject Read(ClusterKind kind, JsonObject shown)
    {
        var whole = identities.Translate(shown)!.AsObject();
        (whole["kind"], whole["apiVersion"]) = (kind.Definition.Kind, kind.Definition.ApiVersion);
        return ImageStreamJson.Deserialize<ClusterObject>(whole.ToJsonString());
    }
}
