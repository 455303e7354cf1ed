using ImageStreams.Schemas;

namespace ImageStreams.AspNetCore;

/// <summary>Creates the schemas of kinds that name none.</summary>
internal static class OpenSchemas
{
    private static readonly string[] AnyJson = ["spec", "status", "data"];

    /// <summary>Creates a schema with the type and the metadata of every object, and any JSON beside them.</summary>
    public static ObjectSchema Create(ResourceDefinition definition)
    {
        var metadata = ObjectSchemas.Find("image.openshift.io", "v1", ImageStream.KindName)!.Root.Fields["metadata"];
        return new ObjectSchema
        {
            Group = definition.Group,
            Version = definition.Version,
            Kind = definition.Kind,
            Root = new FieldSchema.Struct(
                definition.Kind,
                [
                    new StructField("kind", FieldSchema.Value.Text),
                    new StructField("apiVersion", FieldSchema.Value.Text),
                    new StructField("metadata", metadata),
                    .. AnyJson.Select(name => new StructField(name, FieldSchema.Value.Any)),
                ]),
        };
    }
}
