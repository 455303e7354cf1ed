using System.Text.Json.Nodes;
using ImageStreams.AspNetCore;
using ImageStreams.Schemas;
using ImageStreams.Validation;

namespace ImageStreams.Testing.Server;

/// <summary>The rules of a custom resource: those of the schema of one version.</summary>
/// <param name="schema">The schema.</param>
/// <param name="hasStatus">True when the status is a subresource.</param>
internal sealed class CustomObjectRules(StructuralSchema schema, bool hasStatus) : KindRules
{
    private const int MaxErrors = 100;

    private static readonly FieldSchema.Struct OfEveryObject = new(
        "",
        [
            new StructField("apiVersion", FieldSchema.Value.Text),
            new StructField("kind", FieldSchema.Value.Text),
            new StructField("metadata", ObjectSchemas.ObjectMeta),
        ]);

    public override FieldCheck Check(JsonObject value, FieldSchema.Struct type)
    {
        var known = value.Where(static field => OfEveryObject.Fields.ContainsKey(field.Key))
            .Select(static field => KeyValuePair.Create(field.Key, field.Value?.DeepClone()));
        var check = FieldCheck.Run(new JsonObject(known), OfEveryObject);
        check.AddUnknown(StructuralPruning.FindUnknown(value, schema));
        return check;
    }

    public override void Normalize(JsonObject value, FieldSchema.Struct type)
    {
        if (value["metadata"] is JsonObject metadata)
        {
            ObjectNormalizer.Normalize(metadata, ObjectSchemas.ObjectMeta);
        }

        StructuralPruning.Prune(value, schema);
        StructuralDefaults.Set(value, schema);
    }

    public override IEnumerable<FieldError> Validate(JsonObject value, JsonObject? old) =>
        StructuralValidation.Validate(value, old, schema).Take(MaxErrors);

    // Without the subresource, the status is a field like any other.
    public override bool ChangesGeneration(JsonObject value, JsonObject old) => base.ChangesGeneration(value, old)
        || (!hasStatus && !JsonNode.DeepEquals(value["status"], old["status"]));
}
