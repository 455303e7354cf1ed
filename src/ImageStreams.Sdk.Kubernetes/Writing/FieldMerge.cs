using ImageStreams.Clients;
using ImageStreams.Patching;
using ImageStreams.Serialization;

namespace ImageStreams.Kubernetes;

/// <summary>Merges fields into an object as a server-side apply does.</summary>
internal static class FieldMerge
{
    private const string Anybody = "merge";

    /// <summary>Merges fields into a live object; null when that changes nothing.</summary>
    /// <exception cref="ApiException">The fields do not have the structure of the kind.</exception>
    public static ClusterObject? Find(ClusterObject live, ClusterObject intended)
    {
        var schema = ObjectTrees.GetSchema(live);
        var writer = new FieldWriter { Manager = Anybody, ApiVersion = schema.ApiVersion };
        try
        {
            var fields = ObjectTrees.Read(WithoutVersion(intended));
            return FieldOwners.Apply(ObjectTrees.Read(live), fields, [], writer, force: true, default, schema) switch
            {
                ApplyOutcome.Applied { ChangesObject: true } applied => ImageStreamJson.Deserialize<ClusterObject>(applied.Object.ToJsonString()),
                ApplyOutcome.Rejected rejected => throw ReplyErrors.NotTyped(rejected.Message),
                _ => null,
            };
        }
        catch (OwnerReadingException e)
        {
            throw ReplyErrors.Unreadable(e.Place, e);
        }
    }

    // The version that counts is that of the object that was read.
    private static ClusterObject WithoutVersion(ClusterObject value) =>
        value with { Metadata = value.Metadata with { ResourceVersion = null, ManagedFields = default } };
}
