using System.Text.Json.Nodes;
using ImageStreams.Patching;
using ImageStreams.Schemas;
using ImageStreams.Serialization;

namespace ImageStreams.AspNetCore;

/// <summary>Finds the owner of the fields of a question: as of every object that is created, it is the one who sent them.</summary>
internal sealed class ReviewOwners(ResourceDefinition definition, TimeProvider timeProvider)
{
    private const string None = "{}";

    private static readonly FieldSchema.Struct Spec = new(
        "",
        [
            new StructField("resourceAttributes", FieldSchema.Map.Texts),
            new StructField("nonResourceAttributes", FieldSchema.Map.Texts),
            new StructField("user", FieldSchema.Value.Text),
            new StructField("groups", FieldSchema.List.Atomic(FieldSchema.Value.Text)),
            new StructField("extra", new FieldSchema.Map(FieldSchema.List.Atomic(FieldSchema.Value.Text))),
            new StructField("uid", FieldSchema.Value.Text),
        ]);

    private readonly ObjectSchema _schema = new()
    {
        Group = definition.Group,
        Version = definition.Version,
        Kind = definition.Kind,
        Root = new FieldSchema.Struct(definition.Kind, [new StructField("spec", Spec) { IsRequired = true, DefaultJson = None }]),
    };

    /// <summary>Writes the owners of a question; null when it has no fields.</summary>
    /// <param name="spec">The question.</param>
    /// <param name="manager">The name of the one who sent it.</param>
    public JsonNode? Write(JsonObject spec, string? manager)
    {
        var question = new JsonObject { ["spec"] = spec.DeepClone() };
        var writer = new FieldWriter { Manager = manager ?? FieldManagerNames.Unknown, ApiVersion = definition.ApiVersion };
        var owners = FieldOwners.Update(null, question, [], writer, Timestamp.Now(timeProvider), _schema);
        var owned = new ImageStream { Metadata = new ObjectMeta { ManagedFields = owners } };
        return JsonNode.Parse(ImageStreamJson.SerializeToUtf8Bytes(owned))!["metadata"]!["managedFields"]?.DeepClone();
    }
}
