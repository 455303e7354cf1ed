using System.Text.Json.Nodes;
using ImageStreams.Collections;
using ImageStreams.Patching;
using ImageStreams.Schemas;
using ImageStreams.Serialization;

namespace ImageStreams.AspNetCore;

/// <summary>Keeps the owners of the fields of one kind's objects.</summary>
internal sealed class ObjectOwners(ObjectSchema schema, TimeProvider timeProvider)
{
    private const string UnknownManager = "unknown";

    /// <summary>Returns the owners after a write that is no apply.</summary>
    /// <param name="live">The object as it is; null for a new one.</param>
    /// <param name="next">The object as it was sent, with defaults.</param>
    /// <param name="owners">The owners so far.</param>
    /// <param name="sent">The owners that the client sent; null for none.</param>
    /// <param name="request">The request.</param>
    public ValueList<ManagedFieldsEntry> Update(
        JsonObject? live, JsonObject next, ValueList<ManagedFieldsEntry> owners, JsonNode? sent, ResourceRequest request)
    {
        var writer = CreateWriter(request);
        var chosen = FieldOwners.Choose(owners, Read(sent), writer);
        return FieldOwners.Update(live, next, chosen, writer, Timestamp.Now(timeProvider), schema);
    }

    /// <summary>Merges an applied object into the live one.</summary>
    public ApplyOutcome Apply(
        JsonObject? live, JsonObject applied, ValueList<ManagedFieldsEntry> owners, ResourceRequest request) => FieldOwners.Apply(
            live, applied, owners, CreateWriter(request), request.Write.Force, Timestamp.Now(timeProvider), schema);

    private FieldWriter CreateWriter(ResourceRequest request) => new()
    {
        Manager = string.IsNullOrEmpty(request.Write.FieldManager) ? UnknownManager : request.Write.FieldManager,
        ApiVersion = schema.ApiVersion,
        Subresource = request.Subresource ?? "",
    };

    // Entries that cannot be read count as none that were sent.
    private static ValueList<ManagedFieldsEntry> Read(JsonNode? sent)
    {
        if (sent is not JsonArray)
        {
            return default;
        }

        try
        {
            var document = new JsonObject { ["metadata"] = new JsonObject { ["managedFields"] = sent.DeepClone() } };
            return ImageStreamJson.Deserialize<ClusterObject>(ObjectDocuments.ToUtf8(document)).Metadata.ManagedFields;
        }
        catch (WireFormatException)
        {
            return default;
        }
    }
}
