using System.Text.Json.Nodes;
using ImageStreams.Collections;
using ImageStreams.Patching;
using ImageStreams.Schemas;

namespace ImageStreams.Tests.Patching;

/// <summary>An image stream whose fields writers share.</summary>
internal sealed class FieldOwnersSample
{
    private const string Version = "image.openshift.io/v1";

    public static ObjectSchema Schema { get; } = ObjectSchemas.Find("image.openshift.io", "v1", "ImageStream")!;

    public JsonObject? Live { get; private set; }

    public ValueList<ManagedFieldsEntry> Entries { get; private set; }

    public Timestamp Now { get; set; } = Timestamp.Parse("2026-01-01T00:00:00Z");

    public static FieldWriter Writer(string manager, string subresource = "") =>
        new() { Manager = manager, ApiVersion = Version, Subresource = subresource };

    public static JsonObject Parse(string json) => JsonNode.Parse(json)!.AsObject();

    /// <summary>Applies, and keeps the result unless there are conflicts.</summary>
    public ApplyOutcome Apply(string manager, string json, bool force = false, string subresource = "")
    {
        var outcome = FieldOwners.Apply(Live, Parse(json), Entries, Writer(manager, subresource), force, Now, Schema);
        if (outcome is ApplyOutcome.Applied applied)
        {
            (Live, Entries) = (applied.Object, applied.Entries);
        }

        return outcome;
    }

    /// <summary>Creates or replaces the object.</summary>
    public FieldOwnersSample Update(string manager, string json, string subresource = "")
    {
        var next = Parse(json);
        Entries = FieldOwners.Update(Live, next, Entries, Writer(manager, subresource), Now, Schema);
        Live = next;
        return this;
    }

    /// <summary>The owners, one line each: manager, operation, subresource and fields.</summary>
    public IEnumerable<string> Owners() => Entries.Select(entry =>
        $"{entry.Manager} {entry.Operation}{(entry.Subresource is null ? "" : "/" + entry.Subresource)} {entry.FieldsV1}");

    public string Spec() => Live!["spec"]!.ToJsonString();
}
